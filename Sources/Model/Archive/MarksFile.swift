import Dispatch
import Foundation
import GRDB
import Synchronization

/// What belongs to the reader: stars, tags, notes, what was read, saved filters and corrections.
///
/// It lies in `$XDG_DATA_HOME/onrecord`, apart from archives, which can be deleted. Articles are named
/// by their words, so that marks stay with an article that is moved, or read into another archive.
/// Nothing is written before there is something to keep. A file that is damaged is laid aside, and what
/// can be read of it goes on (`MarksRepair`).
public final class MarksFile: MarksStore {
  /// The reader's own.
  public static let shared = MarksFile(path: ArchiveLocation.dataFolder + "/marks.sqlite")

  /// Where an article was left is written down so long after it; what else there is at once.
  private static let placeDelay = DispatchTimeInterval.milliseconds(400)
  /// Another program's changes are looked for so often at most.
  private static let lookAgain = Duration.milliseconds(300)

  let path: String
  private let state: Mutex<State>
  private let writing = DispatchQueue(label: "places")

  struct State {
    var articles: [ArticleID: MarkedArticle] = [:]
    var filters: [SavedFilter] = []
    var version = 0
    var isLoaded = false
    var queue: DatabaseQueue?
    /// SQLite's own count of changes by others, where the file was read.
    var seen = 0
    var looked: ContinuousClock.Instant?
    var failure: ArchiveError?
    var repair: MarksRepair?
    /// Places that are still to be written.
    var places: Set<ArticleID> = []
    var isWritingPlaces = false
  }

  /// Marks in a file, which need not be there.
  public init(path: String) {
    self.path = path
    state = Mutex(State())
  }

  /// Why the file cannot be used; nil where it can. The marks are safe then, but not seen.
  public var failure: ArchiveError? { loaded { $0.failure } }

  /// What was done about a damaged file since the program started; nil where nothing was.
  public var repair: MarksRepair? { loaded { $0.repair } }

  // MARK: - Reading

  public func marks(of article: ArticleID) -> ArticleMarks {
    loaded { $0.articles[article]?.marks ?? ArticleMarks() }
  }

  public func articles(_ wanted: MarksWanted) -> Set<ArticleID> {
    loaded { state in
      Set(state.articles.filter { Self.holds(wanted, $0.value.marks) }.keys)
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
      state.articles.values.flatMap(\.marks.tags)
        .reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    }
    return counts.map { ($0.key, $0.value) }.sorted { ($0.1, $1.0) > ($1.1, $0.0) }
  }

  public var version: Int { loaded { $0.version } }

  /// What was put right, by article.
  public var corrections: [ArticleID: [Correction]] {
    loaded {
      $0.articles.compactMapValues { $0.marks.corrections.isEmpty ? nil : $0.marks.corrections }
    }
  }

  /// Where articles were left, as offsets into their text.
  public var places: [ArticleID: Int] { loaded { $0.articles.compactMapValues(\.marks.place) } }

  /// Filters that were given a name, in the order of the names.
  public var filters: [SavedFilter] { loaded { $0.filters.filter { !$0.filter.isEmpty } } }

  /// All that there is, in a stable order.
  public func export() -> MarksExport {
    loaded { state in
      MarksExport(
        articles: state.articles.values.sorted { $0.content.rawValue < $1.content.rawValue },
        filters: state.filters)
    }
  }

  // MARK: - Writing

  /// Changes the marks of an article.
  /// - Throws: why they cannot be kept; they are as before then.
  public func change(
    _ article: ArticleID, label: ArticleLabel? = nil, _ change: (inout ArticleMarks) -> Void
  ) throws(ArchiveError) {
    var one = known(article)
    change(&one.marks)
    if let label { (one.title, one.file) = (label.title, label.file) }
    try write([one], filters: [])
  }

  public func update(
    _ articles: [ArticleID], _ change: @Sendable (ArticleID, inout ArticleMarks) -> Void
  ) throws -> [ArticleID: ArticleMarks] {
    if let failure { throw failure }
    var before: [ArticleID: ArticleMarks] = [:]
    var changed: [MarkedArticle] = []
    for article in articles where before[article] == nil {
      var one = known(article)
      before[article] = one.marks
      change(article, &one.marks)
      if one.marks != before[article] { changed.append(one) }
    }
    if !changed.isEmpty { try write(changed, filters: []) }
    return before
  }

  /// Keeps what articles are called, for those that have marks and no name yet.
  public func name(_ labels: [ArticleID: ArticleLabel]) throws(ArchiveError) {
    let changed = labels.compactMap { article, label -> MarkedArticle? in
      let known = loaded { $0.articles[article] }
      guard var one = known, one.title.isEmpty || one.file.isEmpty else { return nil }
      (one.title, one.file) = (label.title, label.file)
      return one
    }
    if !changed.isEmpty { try write(changed, filters: []) }
  }

  /// Which of some articles have marks, but no name.
  public func nameless(_ articles: [ArticleID]) -> [ArticleID] {
    loaded { state in
      articles.filter { state.articles[$0].map { $0.title.isEmpty || $0.file.isEmpty } ?? false }
    }
  }

  /// Keeps a filter under a name, or forgets it for an empty filter.
  public func save(_ filter: SavedFilter) throws(ArchiveError) { try keep([filter]) }

  public func save(_ filters: [SavedFilter]) throws { try keep(filters) }

  private func keep(_ filters: [SavedFilter]) throws(ArchiveError) {
    if let failure { throw failure }
    let now = Self.now
    try write(
      [], filters: filters.map { SavedFilter(name: $0.name, filter: $0.filter, changed: now) })
  }

  /// Takes marks over: of each article the newer ones, mark by mark, and the newer filters.
  public func take(_ other: MarksExport) throws(ArchiveError) -> MarksTaken {
    if let failure { throw failure }
    var taken = MarksTaken()
    var articles: [MarkedArticle] = []
    for article in other.articles {
      let old = known(article.content)
      var merged = old
      merged.merge(article)
      if merged == old { taken.articlesKept += 1 } else { articles.append(merged) }
    }
    let known = Dictionary(loaded { $0.filters }.map { ($0.name, $0) }) { $1 }
    var filters: [SavedFilter] = []
    for filter in other.filters {
      let old = known[filter.name]
      let isNew = old.map { $0.filter != filter.filter && $0.changed < filter.changed } ?? true
      if isNew { filters.append(filter) } else { taken.filtersKept += 1 }
    }
    taken.articles = articles.count
    taken.filters = filters.count
    if taken.articles + taken.filters > 0 { try write(articles, filters: filters, isStamped: true) }
    return taken
  }

  /// Keeps where an article was left; nil for its beginning. It is on the disk within half a second.
  public func keepPlace(_ place: Int?, of article: ArticleID) {
    let isFirst = loaded { state in
      var one =
        state.articles[article] ?? MarkedArticle(content: article, title: "", marks: .init())
      guard state.failure == nil, one.marks.place != place else { return false }
      one.marks.place = place
      one.changed.place = Self.now
      state.articles[article] = one
      state.places.insert(article)
      defer { state.isWritingPlaces = true }
      return !state.isWritingPlaces
    }
    guard isFirst else { return }
    writing.asyncAfter(deadline: .now() + Self.placeDelay) { self.flush() }
  }

  /// Writes places down that still wait, before the program ends.
  public func finish() {
    // Behind what is being written already: the program would end in the middle of it.
    writing.sync { flush() }
  }

  /// Writes places down that still wait; to be called on `writing`.
  private func flush() {
    let waiting = loaded { state in
      defer {
        state.places = []
        state.isWritingPlaces = false
      }
      return state.places.compactMap { state.articles[$0] }
    }
    // Nobody is there to be told; the next mark will say what is wrong with the file.
    if waiting.isEmpty { return }
    do {
      try write(waiting, filters: [], isStamped: true, isPlace: true)
    } catch {
      // Another try with the next place, or at the end.
      loaded { $0.places.formUnion(waiting.map(\.content)) }
    }
  }

  private func known(_ article: ArticleID) -> MarkedArticle {
    loaded { $0.articles[article] } ?? MarkedArticle(content: article, title: "", marks: .init())
  }

  private static var now: Int { Int(Date().timeIntervalSince1970 * 1000) }

  /// Writes marks down.
  /// - Parameters:
  ///   - isStamped: whether their times are right.
  ///   - isPlace: whether only places changed, on which no filter depends.
  private func write(
    _ articles: [MarkedArticle], filters: [SavedFilter], isStamped: Bool = false,
    isPlace: Bool = false
  ) throws(ArchiveError) {
    do {
      try locked { state in
        var articles = articles
        if !isStamped {
          for index in articles.indices {
            let old = state.articles[articles[index].content]?.marks ?? ArticleMarks()
            articles[index].stamp(Self.now, since: old)
          }
        }
        let queue = try state.queue ?? Self.makeAndOpen(path)
        state.queue = queue
        try queue.write { db in
          for article in articles { try MarksTables.write(article, db) }
          for filter in filters { try MarksTables.write(filter, db) }
        }
        for article in articles { state.articles[article.content] = article }
        if !filters.isEmpty { state.filters = try queue.read(MarksTables.filters) }
        state.failure = nil
        if !isPlace { state.version += 1 }
      }
    } catch {
      throw ArchiveError(path: path, error, subject: .marks)
    }
  }

  private static func makeAndOpen(_ path: String) throws -> DatabaseQueue {
    ArchiveFile.makeFolder(of: path)
    return try MarksTables.open(path)
  }

  // MARK: - The file

  private func loaded<R>(_ body: (inout State) throws -> R) rethrows -> R {
    try locked(body)
  }

  private func locked<R>(_ body: (inout State) throws -> R) rethrows -> R {
    try state.withLock { state in
      refresh(&state)
      return try body(&state)
    }
  }

  /// Reads the file where that was not done, or where another program has changed it.
  private func refresh(_ state: inout State) {
    let now = ContinuousClock.now
    if state.isLoaded {
      if let looked = state.looked, now - looked < Self.lookAgain { return }
      state.looked = now
      if let queue = state.queue {
        let seen = try? queue.read { try Int.fetchOne($0, sql: "PRAGMA data_version") }
        guard let seen, seen != state.seen else { return }
      } else if state.failure != nil || access(path, F_OK) != 0 {
        return
      }
    }
    state.isLoaded = true
    state.looked = now
    state.version += 1
    state.failure = nil
    guard access(path, F_OK) == 0 else { return }
    do {
      try load(into: &state)
    } catch {
      let error = ArchiveError(path: path, error, subject: .marks)
      state.queue = nil
      guard error.problem == .damaged else {
        state.failure = error
        return
      }
      do {
        state.repair = try MarksRepair(repairing: path)
        try load(into: &state)
      } catch {
        state.queue = nil
        state.failure = ArchiveError(path: path, error, subject: .marks)
      }
    }
  }

  private func load(into state: inout State) throws {
    let queue = try state.queue ?? MarksTables.open(path)
    state.queue = queue
    let waiting = state.places.compactMap { state.articles[$0] }
    (state.articles, state.filters, state.seen) = try queue.read { db in
      (
        try MarksTables.articles(db), try MarksTables.filters(db),
        try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0
      )
    }
    for one in waiting {
      state.articles[one.content, default: one].marks.place = one.marks.place
      state.articles[one.content, default: one].changed.place = one.changed.place
    }
  }
}

extension MarksFile {
  /// Whether any article was put right.
  public var hasCorrections: Bool {
    loaded { $0.articles.values.contains { !$0.marks.corrections.isEmpty } }
  }
}
