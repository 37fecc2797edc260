import Foundation
import GRDB

/// What the reader put right, in the index: filters, counts and names follow it.
///
/// The text and what was found in it stay as they were read; the archive shows them with corrections.
extension ArchiveWriter {
  /// Has the index know these corrections and no others.
  /// - Returns: whether anything changed.
  func takeCorrections(
    _ wanted: [ArticleID: [Correction]], _ location: ArchiveLocation
  ) throws -> Bool {
    let known = try inDatabase { db in try StoredCorrections.all(db) }
    guard !wanted.isEmpty || !known.isEmpty else { return false }
    var changed: [(id: Int, old: [Correction], new: [Correction])] = []
    for (id, known) in known {
      let new = wanted[known.content] ?? []
      if new != known.corrections { changed.append((id, known.corrections, new)) }
    }
    for (content, corrections) in wanted where !corrections.isEmpty {
      for id in try articles(of: content) where known[id] == nil {
        changed.append((id, [], corrections))
      }
    }
    for change in changed.sorted(by: { $0.id < $1.id }) {
      try correct(change.id, from: change.old, to: change.new, location)
    }
    return !changed.isEmpty
  }

  private func articles(of content: ArticleID) throws -> [Int] {
    try inDatabase { db in
      try Int.fetchAll(
        db, sql: "SELECT id FROM articles WHERE content = ?",
        arguments: [Int64(bitPattern: content.rawValue)])
    }
  }

  /// Notes in the index what an article says after other corrections than before.
  private func correct(
    _ id: Int, from old: [Correction], to new: [Correction], _ location: ArchiveLocation
  ) throws {
    try writing { db, run in
      guard let article = try ArticleBodies(db, compression).article(id),
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT files.id, files.path FROM articles JOIN files ON files.id = articles.file
            WHERE articles.id = ?
            """, arguments: [id])
      else { return }
      func prepared(_ corrections: [Correction]) -> PreparedArticle {
        PreparedArticle(
          article, path: row[1], shownPath: location.searched(article.file),
          compression: nil, corrections: corrections)
      }
      let (before, after) = (prepared(old), prepared(new))
      let room = try quoteNumbers(of: id, db)
      guard after.said.count <= room.count else {
        // There is no number left for one more quote: it becomes the newest article of its file.
        try removeArticle(id, db)
        return try add(after, of: row[0])
      }
      try replace(before, by: after, id: id, firstQuote: room.lowerBound, db, run)
      uncommitted += 1
    }
  }

  /// The numbers that an article has for its quotes.
  private func quoteNumbers(of id: Int, _ db: Database) throws -> Range<Int> {
    var first = 0
    try catalogue.change(id - 1, db) { first = $0.firstQuote }
    var next = nextQuote
    if id + 1 < nextArticle { try catalogue.change(id, db) { next = $0.firstQuote } }
    return first..<max(first, next)
  }

  private func replace(
    _ before: PreparedArticle, by after: PreparedArticle, id: Int, firstQuote: Int, _ db: Database,
    _ run: WriterStatements
  ) throws {
    // An index without texts must be told what it forgets.
    try forget("words", id, before.tokens, db)
    run.addWords.bind(id, at: 1)
    run.addWords.bindText(after.tokens.text, at: 2)
    try run.addWords.run()
    try addTerms(of: after.tokens, run)
    for (offset, said) in before.said.enumerated() {
      try forget("said", firstQuote + offset, said, db)
    }
    for (offset, said) in after.said.enumerated() {
      run.addSaid.bind(firstQuote + offset, at: 1)
      run.addSaid.bindText(said.text, at: 2)
      try run.addSaid.run()
      try addTerms(of: said, run)
    }
    if let bytes = try Data.bytes(db, sql: "SELECT bytes FROM named WHERE id = \(id)") {
      for name in try NamesCodec.decode(bytes) { names.forget(name) }
      try db.execute(sql: "DELETE FROM named WHERE id = ?", arguments: [id])
    }
    try addNames(of: after, id, run)
    try db.execute(
      sql: "UPDATE articles SET quotes = ? WHERE id = ?", arguments: [after.quotes, id])
    let change = min(0xFFFF, after.quotes)
    try catalogue.change(id - 1, db) { entry in
      quotes += change - entry.quotes
      entry.quotes = change
    }
    try StoredCorrections.set(after.corrections, of: id, db)
  }

  private func forget(_ table: String, _ row: Int, _ tokens: TokenList, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO \(table)(\(table), rowid, tokens) VALUES('delete', ?, ?)",
      arguments: [row, String(decoding: tokens.text, as: UTF8.self)])
  }
}

/// Corrections that the index of an archive knows.
enum StoredCorrections {
  /// All of them, by the article's number.
  static func all(
    _ db: Database
  ) throws -> [Int: (content: ArticleID, corrections: [Correction])] {
    var all: [Int: (content: ArticleID, corrections: [Correction])] = [:]
    guard try isThere(db) else { return all }
    let rows = try RawStatement(
      db,
      """
      SELECT corrected.id, articles.content, corrected.corrections FROM corrected
      JOIN articles ON articles.id = corrected.id
      """)
    while try rows.step() {
      let content = ArticleID(rawValue: UInt64(bitPattern: Int64(rows.int(1))))
      all[rows.int(0)] = (
        content, try JSONDecoder().decode([Correction].self, from: Data(rows.blob(2)))
      )
    }
    return all
  }

  /// The numbers of the articles that it knows corrections of.
  static func articles(_ db: Database) throws -> Set<Int> {
    guard try isThere(db) else { return [] }
    let rows = try RawStatement(db, "SELECT id FROM corrected")
    var articles: Set<Int> = []
    while try rows.step() { articles.insert(rows.int(0)) }
    return articles
  }

  /// Whether the archive has the table; one of an older version that nobody wrote to since has not.
  private static func isThere(_ db: Database) throws -> Bool {
    try RawStatement(db, "SELECT 1 FROM sqlite_master WHERE name = 'corrected'").step()
  }

  /// Notes what the index knows of an article.
  static func set(_ corrections: [Correction], of id: Int, _ db: Database) throws {
    guard !corrections.isEmpty else {
      return try db.execute(sql: "DELETE FROM corrected WHERE id = ?", arguments: [id])
    }
    try db.execute(
      sql: "INSERT OR REPLACE INTO corrected(id, corrections) VALUES (?, ?)",
      arguments: [id, try JSONEncoder().encode(corrections)])
  }

  /// Whether the index knows just these corrections.
  static func are(_ wanted: [ArticleID: [Correction]], _ db: Database) throws -> Bool {
    let known = try all(db)
    for (_, one) in known where (wanted[one.content] ?? []) != one.corrections { return false }
    let ids = Set(known.keys)
    let find = try RawStatement(db, "SELECT id FROM articles WHERE content = ?")
    for (content, corrections) in wanted where !corrections.isEmpty {
      defer { find.reset() }
      find.bind(content.rawValue, at: 1)
      while try find.step() { if !ids.contains(find.int(0)) { return false } }
    }
    return true
  }
}
