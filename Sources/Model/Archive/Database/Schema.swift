import GRDB

/// The tables of an archive and how older ones become newer ones.
///
/// An archive can be made anew from the user's files at any time. So a change of its tables that a
/// migration cannot make cheaply raises `rebuiltFrom` instead, and archives before it are made anew.
enum Schema {
  /// "OnRc": what tells an archive from other databases.
  static let applicationID = 0x4F6E_5263
  /// The version of the tables.
  static let version = 2
  /// What was found by an older extraction is read anew, in the background. A change of what is found
  /// in articles, or of the tokens of the index, raises it.
  static let extraction = 2
  /// The size of a page in bytes.
  static let pageSize = 16384

  /// Steps from one version to the next.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: tables)
      // Beginnings of one or two letters have an index of their own (`IndexLists.Table` tells so); longer
      // ones are few words. For quotes it would be half as large again as the text's own index.
      for (name, prefix) in [("words", "prefix='1 2',"), ("said", "")] {
        try db.execute(
          sql: """
            CREATE VIRTUAL TABLE \(name) USING fts5(
              tokens, content='', detail=none, columnsize=0, \(prefix) tokenize='ascii')
            """)
        // Segments of this size are written at once instead of many small ones.
        try db.execute(sql: "INSERT INTO \(name)(\(name), rank) VALUES('hashsize', 8000000)")
      }
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("2") { db in
      try db.execute(sql: staleness)
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    return migrator
  }

  /// Numbers of articles and quotes grow in the order of reading and are never used again.
  private static let tables = """
    CREATE TABLE counts(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE dictionaries(number INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE files(
      id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL,
      modified INTEGER NOT NULL, hash INTEGER NOT NULL, outcomes INTEGER NOT NULL,
      complete INTEGER NOT NULL, articles INTEGER NOT NULL);
    CREATE TABLE articles(
      id INTEGER PRIMARY KEY, file INTEGER NOT NULL, content INTEGER NOT NULL,
      moment INTEGER NOT NULL, inferred INTEGER NOT NULL, quotes INTEGER NOT NULL,
      title TEXT NOT NULL, agency TEXT);
    CREATE INDEX articles_file ON articles(file);
    CREATE INDEX articles_content ON articles(content);
    CREATE INDEX articles_moment ON articles(moment DESC, id);
    CREATE TABLE bodies(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE named(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE names(
      id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, key BLOB NOT NULL, name TEXT NOT NULL,
      articles INTEGER NOT NULL, quotes INTEGER NOT NULL, UNIQUE(kind, key));
    CREATE INDEX names_articles ON names(kind, articles DESC);
    CREATE TABLE terms(term BLOB PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE catalogue(
      chunk INTEGER PRIMARY KEY, generation INTEGER NOT NULL, bytes BLOB NOT NULL);
    CREATE TABLE findings(
      id INTEGER PRIMARY KEY, file INTEGER, path TEXT NOT NULL, problem BLOB NOT NULL);
    CREATE INDEX findings_file ON findings(file);
    """

  /// By which extraction a file was read, and the first number of the articles of its newest reading;
  /// what recurs in the archive's lines; what near repeats are found by, and the groups that were found
  /// (`StoredRepeats`); corrections that the index knows.
  private static let staleness = """
    ALTER TABLE files ADD COLUMN extraction INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE files ADD COLUMN fresh INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE kept(name TEXT PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE corrected(id INTEGER PRIMARY KEY, corrections BLOB NOT NULL);
    CREATE TABLE signatures(chunk INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE repeats(
      chunk INTEGER PRIMARY KEY, generation INTEGER NOT NULL, bytes BLOB NOT NULL);
    """
}
