import Foundation
import GRDB

/// The statements of a writer, prepared once.
struct WriterStatements {
  let addFile, noteFile, addArticle, addBody, addWords, addSaid, addTerm, addNamed: RawStatement
  let findContent, setCount, findName, addName, countName: RawStatement

  init(_ db: Database) throws {
    addFile = try RawStatement(
      db,
      """
      INSERT INTO files(path, size, modified, hash, outcomes, complete, articles)
      VALUES (?1, ?2, ?3, 0, 0, 0, 0)
      ON CONFLICT(path) DO UPDATE SET size = ?2, modified = ?3, hash = 0, outcomes = 0, complete = 0
      """)
    noteFile = try RawStatement(
      db,
      """
      UPDATE files SET outcomes = ?1, complete = ?2, size = ?3, modified = ?4, hash = ?5
      WHERE id = ?6
      """)
    addArticle = try RawStatement(
      db,
      """
      INSERT INTO articles(id, file, content, moment, inferred, quotes, title, agency)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    addBody = try RawStatement(db, "INSERT INTO bodies(id, bytes) VALUES (?, ?)")
    addWords = try RawStatement(db, "INSERT INTO words(rowid, tokens) VALUES (?, ?)")
    addSaid = try RawStatement(db, "INSERT INTO said(rowid, tokens) VALUES (?, ?)")
    addTerm = try RawStatement(db, "INSERT OR IGNORE INTO terms(term) VALUES (?)")
    addNamed = try RawStatement(db, "INSERT INTO named(id, bytes) VALUES (?, ?)")
    findContent = try RawStatement(
      db, "SELECT id FROM articles WHERE content = ? ORDER BY id LIMIT 1")
    setCount = try RawStatement(db, "INSERT OR REPLACE INTO counts(name, value) VALUES (?, ?)")
    findName = try RawStatement(db, "SELECT id FROM names WHERE kind = ? AND key = ?")
    addName = try RawStatement(
      db, "INSERT INTO names(kind, key, name, articles, quotes) VALUES (?, ?, ?, 0, 0) RETURNING id"
    )
    countName = try RawStatement(
      db, "UPDATE names SET articles = articles + ?, quotes = quotes + ? WHERE id = ?")
  }
}

extension Data {
  /// Bytes as the database takes them.
  static func database(_ bytes: [UInt8]) -> Data { Data(bytes) }

  /// The bytes of the first column of the first row.
  static func bytes(_ db: Database, sql: String) throws -> [UInt8]? {
    try Data.fetchOne(db, sql: sql).map { [UInt8]($0) }
  }
}

extension Row {
  /// The bytes of a column; none for NULL.
  func bytes(_ index: Int) -> [UInt8] { (self[index] as Data?).map { [UInt8]($0) } ?? [] }
}
