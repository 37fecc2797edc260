import Foundation
import GRDB
import Synchronization

/// What belongs to the reader: stars, tags, notes, what was read, saved filters and corrections.
///
/// It lies in `$XDG_DATA_HOME/onrecord`, apart from archives, which can be deleted. Articles are named
/// by their words, so that marks stay with an article that is moved, or read into another archive.
/// Nothing is written before there is something to keep.
public final class MarksFile: MarksStore {
  /// The reader's own.
  public static let shared = MarksFile(path: ArchiveLocation.dataFolder + "/marks.sqlite")

  private let path: String
  private let state: Mutex<State>

  private struct State {
    var marks: [ArticleID: ArticleMarks] = [:]
    var titles: [ArticleID: String] = [:]
    var filters: [SavedFilter] = []
    var version = 0
    var isLoaded = false
    /// SQLite's own count of changes by others, where the file was read.
    var seen: Int64 = -1
    var failure: ArchiveError?
  }

  /// Marks in a file, which need not be there.
  public init(path: String) {
    self.path = path
    state = Mutex(State())
  }

  /// Why the file cannot be used; nil where it can. The marks are safe then, but not seen.
  public var failure: ArchiveError? { loaded { $0.failure } }

  // MARK: - Reading

  public func marks(of article: ArticleID) -> ArticleMarks {
    loaded { $0.marks[article] ?? ArticleMarks() }
  }

  public func articles(_ wanted: MarksWanted) -> Set<ArticleID> {
    loaded { state in
      Set(state.marks.filter { Self.holds(wanted, $0.value) }.keys)
    }
  }

  private static func holds(_ wanted: MarksWanted, _ marks: ArticleMarks) -> Bool {
    switch wanted {
    case .starred: marks.isStarred
    case .read: marks.isRead
    case .noted: !marks.note.isEmpty
    case .tagged(let beginning):
      marks.tags.contains {
        String(decoding: NameKey.folded($0), as: UTF8.self).hasPrefix(beginning)
      }
    }
  }

  public func tags() -> [(name: String, count: Int)] {
    let counts = loaded { state in
      state.marks.values.flatMap(\.tags).reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    }
    return counts.map { ($0.key, $0.value) }.sorted { ($0.1, $1.0) > ($1.1, $0.0) }
  }

  public var version: Int { loaded { $0.version } }

  /// Filters that were given a name, in the order of the names.
  public var filters: [SavedFilter] { loaded { $0.filters } }

  // MARK: - Writing

  /// Changes the marks of an article.
  /// - Parameter title: its headline, so that an export can be read by people.
  /// - Throws: why they cannot be kept; they are as before then.
  public func change(
    _ article: ArticleID, title: String = "", _ change: (inout ArticleMarks) -> Void
  ) throws(ArchiveError) {
    var marks = self.marks(of: article)
    change(&marks)
    try set([MarkedArticle(content: article, title: title, marks: marks)], filters: [])
  }

  /// Changes the marks of articles together; returns what they were before.
  /// - Throws: `ArchiveError`; nothing has changed then.
  public func update(
    _ articles: [ArticleID], _ change: @Sendable (ArticleID, inout ArticleMarks) -> Void
  ) throws -> [ArticleID: ArticleMarks] {
    if let failure { throw failure }
    let (known, titles) = loaded { ($0.marks, $0.titles) }
    var before: [ArticleID: ArticleMarks] = [:]
    var changed: [MarkedArticle] = []
    for article in articles where before[article] == nil {
      let old = known[article] ?? ArticleMarks()
      before[article] = old
      var new = old
      change(article, &new)
      guard new != old else { continue }
      changed.append(MarkedArticle(content: article, title: titles[article] ?? "", marks: new))
    }
    if !changed.isEmpty { try set(changed, filters: []) }
    return before
  }

  /// Keeps a filter under a name, or forgets it for an empty filter.
  public func save(_ filter: SavedFilter) throws(ArchiveError) { try set([], filters: [filter]) }

  public func save(_ filters: [SavedFilter]) throws {
    if let failure { throw failure }
    try set([], filters: filters)
  }

  public func keepPlace(_ offset: Int?, of article: ArticleID) {
    guard failure == nil, marks(of: article).place != offset else { return }
    ArchiveFile.makeFolder(of: path)
    let written: Void? = try? open().write { db in
      try db.execute(
        sql: """
          INSERT INTO articles(content, starred, read, place, note, title)
          VALUES (?, 0, 0, ?, '', '') ON CONFLICT(content) DO UPDATE SET place = excluded.place
          """, arguments: [Int64(bitPattern: article.rawValue), offset])
    }
    // Filters are as before, so that nothing has to be looked for again.
    if written != nil {
      state.withLock { $0.marks[article, default: ArticleMarks()].place = offset }
    }
  }

  /// All that there is, in a stable order.
  public func export() -> MarksExport {
    loaded { state in
      MarksExport(
        articles: state.marks.filter { !$0.value.isEmpty }
          .map {
            MarkedArticle(content: $0.key, title: state.titles[$0.key] ?? "", marks: $0.value)
          }
          .sorted { $0.content.rawValue < $1.content.rawValue },
        filters: state.filters)
    }
  }

  /// Takes marks over; those of the same article and filters of the same name are replaced.
  public func take(_ marks: MarksExport) throws(ArchiveError) {
    try set(marks.articles, filters: marks.filters)
  }

  private func set(
    _ articles: [MarkedArticle], filters: [SavedFilter]
  ) throws(ArchiveError) {
    do {
      ArchiveFile.makeFolder(of: path)
      let queue = try open()
      try queue.write { db in
        for article in articles { try Self.write(article, db) }
        for filter in filters {
          try db.execute(sql: "DELETE FROM filters WHERE name = ?", arguments: [filter.name])
          guard !filter.filter.isEmpty else { continue }
          try db.execute(
            sql: "INSERT INTO filters(name, filter) VALUES (?, ?)",
            arguments: [filter.name, filter.filter])
        }
      }
      state.withLock { $0.isLoaded = false }
    } catch {
      throw ArchiveError(path: path, error)
    }
  }

  private static func write(_ article: MarkedArticle, _ db: Database) throws {
    let id = Int64(bitPattern: article.content.rawValue)
    let marks = article.marks
    for table in ["articles", "tags", "corrections"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE content = ?", arguments: [id])
    }
    guard !marks.isEmpty else { return }
    try db.execute(
      sql: """
        INSERT INTO articles(content, starred, read, place, note, title) VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [id, marks.isStarred, marks.isRead, marks.place, marks.note, article.title])
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

  // MARK: - The file

  private func open() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "marks"
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      // A reader's own words are worth a wait for the disk.
      try db.execute(sql: "PRAGMA synchronous = FULL")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let version = try queue.read { db in
      try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    }
    guard version <= MarksSchema.version else {
      throw ArchiveError(path: path, problem: .newer(version))
    }
    try MarksSchema.migrator.migrate(queue)
    return queue
  }

  private func loaded<R>(_ body: (State) -> R) -> R {
    state.withLock { state in
      if !state.isLoaded {
        state.isLoaded = true
        state.version += 1
        state.failure = nil
        if FileManager.default.fileExists(atPath: path) {
          do {
            try load(into: &state)
          } catch {
            state.failure = ArchiveError(path: path, error)
          }
        }
      }
      return body(state)
    }
  }

  private func load(into state: inout State) throws {
    let (marks, titles, filters) = try open().read { db in
      var marks: [ArticleID: ArticleMarks] = [:]
      var titles: [ArticleID: String] = [:]
      func id(_ row: Row) -> ArticleID { ArticleID(rawValue: UInt64(bitPattern: row["content"])) }
      for row in try Row.fetchAll(db, sql: "SELECT * FROM articles") {
        var one = ArticleMarks()
        one.isStarred = row["starred"]
        one.isRead = row["read"]
        one.place = row["place"]
        one.note = row["note"]
        marks[id(row)] = one
        titles[id(row)] = row["title"]
      }
      for row in try Row.fetchAll(db, sql: "SELECT * FROM tags ORDER BY content, position") {
        marks[id(row), default: ArticleMarks()].tags.append(row["tag"])
      }
      let decoder = JSONDecoder()
      for row in try Row.fetchAll(db, sql: "SELECT * FROM corrections ORDER BY content, position") {
        let json: String = row["correction"]
        // One that a newer version wrote stays in the file and is passed over here.
        if let correction = try? decoder.decode(Correction.self, from: Data(json.utf8)) {
          marks[id(row), default: ArticleMarks()].corrections.append(correction)
        }
      }
      let filters = try Row.fetchAll(db, sql: "SELECT name, filter FROM filters ORDER BY name")
        .map { SavedFilter(name: $0["name"], filter: $0["filter"]) }
      return (marks, titles, filters)
    }
    state.marks = marks
    state.titles = titles
    state.filters = filters
  }
}

extension MarksFile {
  /// Whether any article was put right.
  public var hasCorrections: Bool {
    loaded { $0.marks.values.contains { !$0.corrections.isEmpty } }
  }
}
