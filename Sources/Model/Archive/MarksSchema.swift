import GRDB

/// The tables of what belongs to the reader.
///
/// They are kept for years: a newer version reads and migrates every older one.
enum MarksSchema {
  /// "OnRm".
  static let applicationID = 0x4F6E_526D
  static let version = 2

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(
        sql: """
          PRAGMA application_id = \(applicationID);
          CREATE TABLE articles(
            content INTEGER PRIMARY KEY, starred INTEGER NOT NULL, read INTEGER NOT NULL,
            place INTEGER, note TEXT NOT NULL, title TEXT NOT NULL);
          CREATE TABLE tags(
            content INTEGER NOT NULL, position INTEGER NOT NULL, tag TEXT NOT NULL,
            PRIMARY KEY(content, tag)) WITHOUT ROWID;
          CREATE INDEX tags_tag ON tags(tag);
          CREATE TABLE corrections(
            content INTEGER NOT NULL, position INTEGER NOT NULL, correction TEXT NOT NULL,
            PRIMARY KEY(content, position)) WITHOUT ROWID;
          CREATE TABLE filters(name TEXT PRIMARY KEY, filter TEXT NOT NULL) WITHOUT ROWID;
          PRAGMA user_version = 1;
          """)
    }
    // The file of an article, and when each mark was changed, in milliseconds since 1970.
    migrator.registerMigration("2") { db in
      let times = ["star_at", "read_at", "place_at", "tags_at", "note_at", "corrections_at"]
      try db.execute(sql: "ALTER TABLE articles ADD COLUMN file TEXT NOT NULL DEFAULT ''")
      for time in times {
        try db.execute(sql: "ALTER TABLE articles ADD COLUMN \(time) INTEGER NOT NULL DEFAULT 0")
      }
      try db.execute(
        sql: """
          ALTER TABLE filters ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
          PRAGMA user_version = 2;
          """)
    }
    return migrator
  }
}
