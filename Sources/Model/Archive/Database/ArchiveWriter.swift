import GRDB

/// Writes to an archive, from one thread; nothing is there for others before `commit`.
///
/// After an error it must not be used any more: what was committed stands, the rest is undone.
final class ArchiveWriter {
  let file: ArchiveFile
  let compression = TextCompression()
  private let queue: DatabaseQueue
  private var statements: WriterStatements?
  private var isInTransaction = false

  // What the next rows get.
  var nextArticle = 1
  var nextQuote = 1
  private var generation = 0
  /// The articles and quotes that are live.
  var articles = 0
  var quotes = 0
  /// Articles since the last commit.
  var uncommitted = 0

  var catalogue = CatalogueChunks()
  var repeats = RepeatRegister()
  var names = NameRegister()
  var knownTerms: Set<UInt64> = []
  /// Articles that the dictionary will be trained on; nil when there is one.
  var samples: [[UInt8]]? = []

  /// Opens an archive or makes a new one.
  /// - Throws: `ArchiveError`.
  init(_ file: ArchiveFile) throws {
    self.file = file
    queue = try file.openForWriting()
    try inDatabase { db in
      statements = try WriterStatements(db)
      let counts = try Row.fetchAll(db, sql: "SELECT name, value FROM counts")
      var values: [String: Int] = [:]
      for row in counts { values[row[0]] = row[1] }
      nextArticle = (try Int.fetchOne(db, sql: "SELECT max(id) FROM articles") ?? 0) + 1
      nextArticle = max(nextArticle, values["nextArticle"] ?? 1)
      nextQuote = values["nextQuote"] ?? 1
      generation = values["generation"] ?? 0
      articles = values["articles"] ?? 0
      quotes = values["quotes"] ?? 0
      for row in try Row.fetchAll(db, sql: "SELECT number, bytes FROM dictionaries") {
        compression.add(row.bytes(1), number: UInt8(truncatingIfNeeded: row[0] as Int))
        samples = nil
      }
    }
  }

  // MARK: - Transactions

  /// Makes everything so far visible to others and safe from a kill.
  func commit() throws {
    guard isInTransaction else { return }
    try inDatabase { db in
      guard let run = statements else { return }
      generation += 1
      try catalogue.write(db, generation: generation)
      try repeats.write(db, generation: generation)
      try names.write(run)
      for (name, value) in [
        ("nextArticle", nextArticle), ("nextQuote", nextQuote), ("generation", generation),
        ("articles", articles), ("quotes", quotes),
      ] {
        run.setCount.bind(name, at: 1)
        run.setCount.bind(value, at: 2)
        try run.setCount.run()
      }
      try db.execute(sql: "COMMIT")
      isInTransaction = false
      uncommitted = 0
    }
  }

  /// Writes the log back into the file and makes it short; for the end of an import.
  func tidy() throws {
    try inDatabase { db in
      // Readers may be at work; then as much as can be.
      _ = try? db.checkpoint(.truncate)
    }
  }

  /// Joins parts of the index, a little at a time; false when there is nothing left to join.
  func joinIndexParts() throws -> Bool {
    try inDatabase { db in
      let before = db.totalChangesCount
      try db.inTransaction(.immediate) {
        for name in ["words", "said"] {
          try db.execute(sql: "INSERT INTO \(name)(\(name), rank) VALUES('merge', -400)")
        }
        return .commit
      }
      return db.totalChangesCount - before >= 4
    }
  }

  func writing<R>(_ body: (Database, WriterStatements) throws -> R) throws -> R {
    try inDatabase { db in
      guard let statements else {
        throw ArchiveError(path: file.path, problem: .other("it was closed"))
      }
      if !isInTransaction {
        try db.execute(sql: "BEGIN IMMEDIATE")
        isInTransaction = true
      }
      return try body(db, statements)
    }
  }

  func inDatabase<R>(_ body: (Database) throws -> R) throws -> R {
    do {
      return try queue.unsafeReentrantWrite(body)
    } catch {
      throw ArchiveError(path: file.path, error)
    }
  }

  deinit {
    // Statements must go before their connection.
    statements = nil
    try? queue.close()
  }
}
