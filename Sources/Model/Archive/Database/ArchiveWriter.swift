import Foundation
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
  private var nextArticle = 1
  private var nextQuote = 1
  private var generation = 0
  /// The articles and quotes that are live.
  private(set) var articles = 0
  private(set) var quotes = 0
  /// Articles since the last commit.
  private(set) var uncommitted = 0

  /// The last chunk of the catalogue.
  private var tail: [UInt8] = []
  private var names = NameRegister()
  private var knownTerms: Set<UInt64> = []
  /// Articles that the dictionary will be trained on; nil when there is one.
  private var samples: [[UInt8]]? = []

  /// A file that the archive knows.
  struct KnownFile: Hashable, Sendable {
    var id: Int
    var stamp: FileStamp
    /// The hash of its content, 0 where it is not known.
    var hash: UInt64
    /// How many outcomes of it are in the archive.
    var outcomes: Int
    var isComplete: Bool
  }

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
      let last = (nextArticle - 1) / CatalogueEntry.chunk
      tail =
        try Data.bytes(db, sql: "SELECT bytes FROM catalogue WHERE chunk = \(last)") ?? []
      for row in try Row.fetchAll(db, sql: "SELECT number, bytes FROM dictionaries") {
        compression.add(row.bytes(1), number: UInt8(truncatingIfNeeded: row[0] as Int))
        samples = nil
      }
    }
  }

  // MARK: - Files

  /// All files by path.
  func knownFiles() throws -> [String: KnownFile] {
    try inDatabase { db in
      let rows = try RawStatement(
        db, "SELECT path, id, size, modified, hash, outcomes, complete FROM files")
      var known: [String: KnownFile] = [:]
      while try rows.step() {
        known[rows.text(0)] = KnownFile(
          id: rows.int(1), stamp: FileStamp(size: rows.int(2), modified: Int64(rows.int(3))),
          hash: UInt64(bitPattern: Int64(rows.int(4))), outcomes: rows.int(5),
          isComplete: rows.int(6) != 0)
      }
      return known
    }
  }

  /// An article as far as it takes to see whether it changed.
  struct KnownArticle: Hashable, Sendable {
    var id: Int
    var content: ArticleID
    var moment: Int
    var title: String
  }

  /// The articles of a file, in the order of reading.
  func knownArticles(of file: Int) throws -> [KnownArticle] {
    try inDatabase { db in
      let rows = try RawStatement(
        db, "SELECT id, content, moment, title FROM articles WHERE file = ? ORDER BY id")
      rows.bind(file, at: 1)
      var known: [KnownArticle] = []
      while try rows.step() {
        known.append(
          KnownArticle(
            id: rows.int(0),
            content: ArticleID(rawValue: UInt64(bitPattern: Int64(rows.int(1)))),
            moment: rows.int(2), title: rows.text(3)))
      }
      return known
    }
  }

  /// Takes single articles out.
  func remove(articles ids: some Sequence<Int>) throws {
    try writing { db, _ in for id in ids { try removeArticle(id, db) } }
  }

  /// Makes a file known; what was found odd in an older state of it is forgotten.
  func begin(_ path: String, stamp: FileStamp) throws -> KnownFile {
    try writing { db, run in
      if let id = try Int.fetchOne(
        db, sql: "SELECT id FROM files WHERE path = ?", arguments: [path])
      {
        try db.execute(sql: "DELETE FROM findings WHERE file = ?", arguments: [id])
      }
      run.addFile.bind(path, at: 1)
      run.addFile.bind(stamp.size, at: 2)
      run.addFile.bind(Int(stamp.modified), at: 3)
      try run.addFile.run()
      let id = try Int.fetchOne(db, sql: "SELECT id FROM files WHERE path = ?", arguments: [path])
      return KnownFile(id: id ?? 0, stamp: stamp, hash: 0, outcomes: 0, isComplete: false)
    }
  }

  /// Notes how far a file is read.
  func note(_ file: KnownFile) throws {
    try writing { _, run in
      run.noteFile.bind(file.outcomes, at: 1)
      run.noteFile.bind(file.isComplete ? 1 : 0, at: 2)
      run.noteFile.bind(file.stamp.size, at: 3)
      run.noteFile.bind(Int(file.stamp.modified), at: 4)
      run.noteFile.bind(file.hash, at: 5)
      run.noteFile.bind(file.id, at: 6)
      try run.noteFile.run()
    }
  }

  /// Takes a file's new name.
  func rename(_ file: KnownFile, to path: String) throws {
    try writing { db, _ in
      try db.execute(
        sql: "UPDATE OR REPLACE files SET path = ? WHERE id = ?", arguments: [path, file.id])
    }
  }

  /// Takes a file out, with its articles and findings.
  func remove(_ file: KnownFile) throws {
    try writing { db, run in
      try removeContent(of: file.id, db)
      try db.execute(sql: "DELETE FROM files WHERE id = ?", arguments: [file.id])
    }
  }

  /// Takes out the findings that belong to no file: folders that could not be read.
  func removeLooseFindings() throws {
    try writing { db, _ in try db.execute(sql: "DELETE FROM findings WHERE file IS NULL") }
  }

  private func removeContent(of file: Int, _ db: Database) throws {
    let ids = try Int.fetchAll(
      db, sql: "SELECT id FROM articles WHERE file = ?", arguments: [file])
    for id in ids { try removeArticle(id, db) }
    try db.execute(sql: "DELETE FROM findings WHERE file = ?", arguments: [file])
  }

  private func removeArticle(_ id: Int, _ db: Database) throws {
    let content = try Int64.fetchOne(
      db, sql: "SELECT content FROM articles WHERE id = ?", arguments: [id])
    let isRepeat = try setFlags(of: id, db) { entry in
      defer { entry[5] &= ~3 }
      articles -= 1
      quotes -= Int(entry[6]) | Int(entry[7]) << 8
      return entry[5] & 2 != 0
    }
    if let bytes = try Data.bytes(db, sql: "SELECT bytes FROM named WHERE id = \(id)") {
      for name in try NamesCodec.decode(bytes) { names.forget(name) }
    }
    for table in ["articles", "bodies", "named"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE id = ?", arguments: [id])
    }
    if !isRepeat, let content {
      // The first of its repeats takes its place.
      let heir = try Int.fetchOne(
        db, sql: "SELECT min(id) FROM articles WHERE content = ?", arguments: [content])
      if let heir { _ = try setFlags(of: heir, db) { $0[5] &= ~2 } }
    }
    uncommitted += 1
  }

  /// Changes an entry of the catalogue.
  private func setFlags<R>(
    of id: Int, _ db: Database, _ change: (inout ArraySlice<UInt8>) -> R
  ) throws -> R {
    let chunk = (id - 1) / CatalogueEntry.chunk
    let at = (id - 1) % CatalogueEntry.chunk * CatalogueEntry.size
    func apply(_ bytes: inout [UInt8]) -> R {
      var entry = ArraySlice(Array(bytes[at..<at + CatalogueEntry.size]))
      let result = change(&entry)
      bytes.replaceSubrange(at..<at + CatalogueEntry.size, with: entry)
      return result
    }
    if chunk == (nextArticle - 1) / CatalogueEntry.chunk { return apply(&tail) }
    var bytes = try Data.bytes(db, sql: "SELECT bytes FROM catalogue WHERE chunk = \(chunk)") ?? []
    guard bytes.count >= at + CatalogueEntry.size else { throw PackedReader.Damaged() }
    let result = apply(&bytes)
    try write(bytes, asChunk: chunk)
    return result
  }

  private func write(_ bytes: [UInt8], asChunk chunk: Int) throws {
    guard let run = statements else { return }
    run.setChunk.bind(chunk, at: 1)
    run.setChunk.bind(generation + 1, at: 2)
    run.setChunk.bindBlob(bytes, at: 3)
    try run.setChunk.run()
  }

  // MARK: - Articles

  /// Adds an article of a file.
  func add(_ article: PreparedArticle, of file: Int) throws {
    try writing { db, run in
      let id = nextArticle
      run.findContent.bind(article.content.rawValue, at: 1)
      let isRepeat = try run.findContent.step()
      run.findContent.reset()

      let insert = run.addArticle
      insert.bind(id, at: 1)
      insert.bind(file, at: 2)
      insert.bind(article.content.rawValue, at: 3)
      insert.bind(article.moment, at: 4)
      insert.bind(article.isInferred ? 1 : 0, at: 5)
      insert.bind(article.quotes, at: 6)
      insert.bind(article.title, at: 7)
      insert.bind(article.agency, at: 8)
      try insert.run()

      run.addBody.bind(id, at: 1)
      run.addBody.bindBlob(try compressed(article, db), at: 2)
      try run.addBody.run()

      run.addWords.bind(id, at: 1)
      run.addWords.bindText(article.tokens.text, at: 2)
      try run.addWords.run()
      try addTerms(of: article.tokens, run)

      for (offset, said) in article.said.enumerated() {
        run.addSaid.bind(nextQuote + offset, at: 1)
        run.addSaid.bindText(said.text, at: 2)
        try run.addSaid.run()
        try addTerms(of: said, run)
      }
      try addNames(of: article, id, run)

      let entry = CatalogueEntry(
        moment: article.moment, isRepeat: isRepeat, quotes: article.quotes, file: file,
        firstQuote: nextQuote)
      tail += entry.bytes
      nextQuote += article.said.count
      nextArticle += 1
      articles += 1
      quotes += min(0xFFFF, article.quotes)
      uncommitted += 1
      if tail.count == CatalogueEntry.chunk * CatalogueEntry.size {
        try write(tail, asChunk: (id - 1) / CatalogueEntry.chunk)
        tail = []
      }
    }
  }

  /// The bytes of the body; trains the dictionary when there is enough to train on.
  private func compressed(_ article: PreparedArticle, _ db: Database) throws -> [UInt8] {
    if article.isCompressed { return article.encoded }
    if var samples {
      samples.append(article.encoded)
      self.samples = samples.count < TextCompression.samples ? samples : nil
      if self.samples == nil, let dictionary = TextCompression.train(on: samples) {
        try db.execute(
          sql: "INSERT INTO dictionaries(number, bytes) VALUES (1, ?)",
          arguments: [Data.database(dictionary)])
        compression.add(dictionary, number: 1)
      }
    }
    return compression.compress(article.encoded)
  }

  /// Whether articles are better compressed before they come here: the dictionary is there.
  var isCompressionReady: Bool { samples == nil }

  private func addTerms(of list: TokenList, _ run: WriterStatements) throws {
    for (hash, range) in list.tokens where knownTerms.insert(hash).inserted {
      run.addTerm.bindBlob(Array(list.text[range]), at: 1)
      try run.addTerm.run()
    }
    // What is forgotten is written once more, to no effect.
    if knownTerms.count > 3_000_000 { knownTerms.removeAll() }
  }

  private func addNames(of article: PreparedArticle, _ id: Int, _ run: WriterStatements) throws {
    var found: [NamesCodec.Entry] = []
    for name in article.names {
      let number = try names.number(of: name, run)
      // Two people of an article may share a key; one row of the sidebar, one entry here.
      if let same = found.firstIndex(where: { $0.name == number }) {
        found[same].mentions += name.mentions
        found[same].quotes += name.quotes
        names.count(number, articles: 0, quotes: name.quotes)
      } else {
        found.append(
          NamesCodec.Entry(name: number, mentions: name.mentions, quotes: name.quotes))
        names.count(number, articles: 1, quotes: name.quotes)
      }
    }
    run.addNamed.bind(id, at: 1)
    run.addNamed.bindBlob(NamesCodec.encode(found), at: 2)
    try run.addNamed.run()
  }

  /// Adds a finding; of a file, where it is one that is kept.
  func add(_ finding: Finding, of file: Int?) throws {
    try writing { db, _ in
      try db.execute(
        sql: "INSERT INTO findings(file, path, problem) VALUES (?, ?, ?)",
        arguments: [file, finding.path, Data.database(FindingCodec.encode(finding.problem))])
      uncommitted += 1
    }
  }

  // MARK: - Transactions

  /// Makes everything so far visible to others and safe from a kill.
  func commit() throws {
    guard isInTransaction else { return }
    try inDatabase { db in
      guard let run = statements else { return }
      if !tail.isEmpty { try write(tail, asChunk: (nextArticle - 1) / CatalogueEntry.chunk) }
      try names.write(run)
      generation += 1
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

  private func writing<R>(_ body: (Database, WriterStatements) throws -> R) throws -> R {
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

  private func inDatabase<R>(_ body: (Database) throws -> R) throws -> R {
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
