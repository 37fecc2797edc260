import Foundation
import GRDB

/// Reads and writes the tables of the reader's marks; odd values never trap.
enum MarksTables {
  /// Opens the file, makes its tables where they are missing and newer ones of older ones.
  /// - Throws: `ArchiveError` where a newer version made it; `DatabaseError`.
  static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "marks"
    configuration.busyMode = .timeout(5)
    // Where nothing can be written what there is can still be shown.
    configuration.readonly = access(path, F_OK) == 0 && access(path, W_OK) != 0
    // A reader's own words are worth a wait for the disk.
    configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let version = try queue.read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
    guard version <= MarksSchema.version else {
      throw ArchiveError(path: path, problem: .newer(version), subject: .marks)
    }
    if version < MarksSchema.version { try MarksSchema.migrator.migrateBesideOthers(queue) }
    return queue
  }

  // MARK: - Reading

  /// All marks.
  static func articles(_ db: Database) throws -> [ArticleID: MarkedArticle] {
    var articles: [ArticleID: MarkedArticle] = [:]
    try visit(db, "SELECT * FROM articles", articleColumns) { articles[$0.content] = $0 }
    try visitTags(db, "") { articles[$0]?.marks.tags.append($1) }
    try visitCorrections(db, "") { articles[$0]?.marks.corrections.append($1) }
    return articles
  }

  /// All filters, forgotten ones among them, in the order of their names.
  static func filters(_ db: Database) throws -> [SavedFilter] {
    var filters: [SavedFilter] = []
    let rows = try RawStatement(db, "SELECT name, filter, changed FROM filters ORDER BY name")
    while try rows.step() {
      filters.append(SavedFilter(name: rows.text(0), filter: rows.text(1), changed: rows.int(2)))
    }
    return filters
  }

  /// As much as can be read of a damaged file: each table from its beginning, and from its end.
  static func salvaged(_ db: Database) -> MarksExport {
    var articles: [ArticleID: MarkedArticle] = [:]
    var tags: [ArticleID: Set<String>] = [:]
    var corrections: [ArticleID: [Correction]] = [:]
    var filters: [String: SavedFilter] = [:]
    for order in ["", "DESC"] {
      let all = "SELECT * FROM articles ORDER BY content \(order)"
      try? visit(db, all, articleColumns) { articles[$0.content] = $0 }
      try? visitTags(db, order) { tags[$0, default: []].insert($1) }
      try? visitCorrections(db, order) { article, correction in
        if corrections[article]?.contains(correction) != true {
          corrections[article, default: []].append(correction)
        }
      }
      let rows = try? RawStatement(
        db, "SELECT name, filter, changed FROM filters ORDER BY name \(order)")
      while let rows, (try? rows.step()) == true {
        filters[rows.text(0)] = SavedFilter(
          name: rows.text(0), filter: rows.text(1), changed: rows.int(2))
      }
    }
    for id in Set(tags.keys).union(corrections.keys) {
      var one = articles[id] ?? MarkedArticle(content: id, title: "", marks: ArticleMarks())
      one.marks.tags = (tags[id] ?? []).sorted()
      one.marks.corrections = corrections[id] ?? []
      articles[id] = one
    }
    return MarksExport(articles: Array(articles.values), filters: Array(filters.values))
  }

  private static let articleColumns =
    "content, starred, read, place, note, title, file, star_at, read_at, place_at, tags_at, note_at, "
    + "corrections_at"

  private static func visit(
    _ db: Database, _ sql: String, _ columns: String, _ take: (MarkedArticle) -> Void
  ) throws {
    let rows = try RawStatement(db, sql.replacing("*", with: columns))
    while try rows.step() {
      var marks = ArticleMarks()
      marks.isStarred = rows.int(1) != 0
      marks.isRead = rows.int(2) != 0
      marks.place = rows.optionalText(3) == nil ? nil : rows.int(3)
      marks.note = rows.text(4)
      var one = MarkedArticle(
        content: id(rows.int(0)), title: rows.text(5), file: rows.text(6), marks: marks)
      one.changed.star = rows.int(7)
      one.changed.read = rows.int(8)
      one.changed.place = rows.int(9)
      one.changed.tags = rows.int(10)
      one.changed.note = rows.int(11)
      one.changed.corrections = rows.int(12)
      take(one)
    }
  }

  private static func visitTags(
    _ db: Database, _ order: String, _ take: (ArticleID, String) -> Void
  ) throws {
    let rows = try RawStatement(
      db, "SELECT content, tag FROM tags ORDER BY content \(order), position \(order)")
    while try rows.step() { take(id(rows.int(0)), rows.text(1)) }
  }

  private static func visitCorrections(
    _ db: Database, _ order: String, _ take: (ArticleID, Correction) -> Void
  ) throws {
    let decoder = JSONDecoder()
    let rows = try RawStatement(
      db,
      "SELECT content, correction FROM corrections ORDER BY content \(order), position \(order)")
    while try rows.step() {
      // One that a newer version wrote stays in the file and is passed over here.
      if let correction = try? decoder.decode(Correction.self, from: Data(rows.blob(1))) {
        take(id(rows.int(0)), correction)
      }
    }
  }

  private static func id(_ value: Int) -> ArticleID {
    ArticleID(rawValue: UInt64(bitPattern: Int64(value)))
  }

  // MARK: - Writing

  /// Writes the marks of an article; where there are none any more their times stay, for other machines.
  static func write(_ article: MarkedArticle, _ db: Database) throws {
    let id = Int64(bitPattern: article.content.rawValue)
    let (marks, times) = (article.marks, article.changed)
    for table in ["articles", "tags", "corrections"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE content = ?", arguments: [id])
    }
    try db.execute(
      sql: "INSERT INTO articles(\(articleColumns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        id, marks.isStarred, marks.isRead, marks.place, marks.note, article.title, article.file,
        times.star, times.read, times.place, times.tags, times.note, times.corrections,
      ])
    for (position, tag) in marks.tags.enumerated() {
      try db.execute(
        sql: "INSERT OR IGNORE INTO tags(content, position, tag) VALUES (?, ?, ?)",
        arguments: [id, position, tag])
    }
    for (position, correction) in marks.corrections.enumerated() {
      let json = String(decoding: try JSONEncoder().encode(correction), as: UTF8.self)
      try db.execute(
        sql: "INSERT INTO corrections(content, position, correction) VALUES (?, ?, ?)",
        arguments: [id, position, json])
    }
  }

  /// Writes a filter.
  static func write(_ filter: SavedFilter, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO filters(name, filter, changed) VALUES (?, ?, ?)",
      arguments: [filter.name, filter.filter, filter.changed])
  }
}
