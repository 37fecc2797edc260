import Foundation
import GRDB

/// What the reader put right, in the index: filters, counts and names follow it.
///
/// The text and what was found in it stay as they were read; the archive shows them with corrections.
/// Nothing is ever taken out of the index. So an article gets a new number with new entries, and the
/// entries of the old one are of an article that is gone.
extension ArchiveWriter {
  /// Has the index know these corrections and no others.
  /// - Returns: whether anything changed.
  func takeCorrections(
    _ wanted: [ArticleID: [Correction]], _ location: ArchiveLocation
  ) throws -> Bool {
    let known = try inDatabase { db in try StoredCorrections.all(db) }
    guard !wanted.isEmpty || !known.isEmpty else { return false }
    var changed: [(id: Int, new: [Correction])] = []
    for (id, known) in known {
      let new = wanted[known.content] ?? []
      if new != known.corrections { changed.append((id, new)) }
    }
    for (content, corrections) in wanted where !corrections.isEmpty {
      for id in try articles(of: content) where known[id] == nil {
        changed.append((id, corrections))
      }
    }
    for change in changed.sorted(by: { $0.id < $1.id }) {
      try correct(change.id, change.new, location)
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

  /// Puts an article into the index as its reader put it right.
  private func correct(_ id: Int, _ corrections: [Correction], _ location: ArchiveLocation) throws {
    try writing { db, _ in
      guard let article = try ArticleBodies(db, compression).article(id),
        let file = try Row.fetchOne(
          db,
          sql: """
            SELECT files.id, files.path, files.fresh FROM articles JOIN files ON files.id = articles.file
            WHERE articles.id = ?
            """, arguments: [id])
      else { return }
      // One that makes room for its successor soon; that one comes with its corrections.
      guard id >= file[2] as Int else { return }
      let prepared = PreparedArticle(
        article, path: file[1], shownPath: location.searched(article.file), compression: nil,
        corrections: corrections)
      try removeArticle(id, db)
      try add(prepared, of: file[0])
    }
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
