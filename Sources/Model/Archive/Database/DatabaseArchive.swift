import Dispatch
import GRDB
import Synchronization

/// An archive in a database, for reading; another thread or program may write to it meanwhile.
public final class DatabaseArchive: ArticleArchive {
  let location: ArchiveLocation
  let marks: any MarksSource
  let compression = TextCompression()
  /// Lists and filters; single articles; names and completions: none waits for another.
  let lists: DatabaseQueue
  let bodies: DatabaseQueue
  let others: DatabaseQueue
  private let state = Mutex(State())
  /// Held while the catalogue is loaded, so that it is loaded once.
  private let loading = Mutex(())

  private struct State {
    var catalogue = Catalogue()
    var newest = Ordering([], count: 0)
    /// Other orders of this catalogue.
    var orderings: [ArticleOrder: Ordering] = [:]
    /// The last results, since a list is scrolled far more often than filtered.
    var results: [Key: ResultSet] = [:]
    var keys: [Key] = []
  }

  /// What a result depends on.
  struct Key: Hashable {
    var query: Query
    var order: ArticleOrder
    var generation: Int
    var marks: Int
    var foldsRepeats = false
  }

  /// Opens an archive that exists.
  /// - Throws: why it cannot be used.
  public init(
    _ location: ArchiveLocation, marks: any MarksSource = NoMarks()
  ) throws(ArchiveError) {
    self.location = location
    self.marks = marks
    do {
      lists = try location.file.openForReading(cache: 3072)
      bodies = try location.file.openForReading(cache: 1024)
      others = try location.file.openForReading(cache: 1024)
    } catch {
      throw ArchiveError(path: location.path, error)
    }
  }

  // MARK: - Catalogue

  /// The catalogue as it is in the database now.
  func catalogue(_ db: Database) throws -> (Catalogue, Ordering) {
    let generation =
      try Int.fetchOne(db, sql: "SELECT value FROM counts WHERE name = 'generation'") ?? 0
    let known = state.withLock { ($0.catalogue, $0.newest) }
    if known.0.generation == generation { return known }
    return try loading.withLock { _ in
      let known = state.withLock { ($0.catalogue, $0.newest) }
      if known.0.generation >= generation { return known }
      let statement = try RawStatement(
        db, "SELECT chunk, bytes FROM catalogue WHERE generation > ? ORDER BY chunk")
      statement.bind(known.0.generation, at: 1)
      let last = try Int.fetchOne(db, sql: "SELECT max(chunk) FROM catalogue") ?? 0
      let repeats = try StoredRepeats.index(db, since: known.0.generation)
      let catalogue = try known.0.updated(
        chunks: last + 1, generation: generation, repeats: repeats
      ) { take in
        while try statement.step() { statement.withBlob(1) { take(statement.int(0), $0) } }
      }
      let newest = Ordering(newestOf: catalogue)
      state.withLock {
        $0.catalogue = catalogue
        $0.newest = newest
        $0.orderings = [:]
        $0.results = $0.results.filter { $0.key.generation == generation }
        $0.keys.removeAll { $0.generation != generation }
      }
      return (catalogue, newest)
    }
  }

  /// Loads what the first filter will need.
  private func warmUp() {
    DispatchQueue.global(qos: .utility).async { [self] in
      _ = try? others.read { db in _ = try catalogue(db) }
    }
  }

  private var isWarm: Bool { state.withLock { $0.catalogue.generation >= 0 } }

  // MARK: - Lists

  public func page(
    _ request: PageRequest, _ work: ArchiveWork, early: (ArticlePage) -> Void
  ) -> ArticlePage? {
    do {
      let interrupt: @Sendable () -> Void = { [lists] in lists.interrupt() }
      return try work.interrupting(interrupt) {
        try lists.read { db in
          if let first = try firstPage(request, db) { return first }
          return try page(request, db, work, early: early)
        }
      }
    } catch is ArchiveWork.Cancelled {
      return nil
    } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
      return nil
    } catch {
      return ArticlePage(failure: ArchiveError(path: location.path, error))
    }
  }

  /// The head of the whole list, straight from the database, while the catalogue is not there yet.
  private func firstPage(_ request: PageRequest, _ db: Database) throws -> ArticlePage? {
    guard case .everything = request.query, request.order == .newest,
      case .row(let first) = request.anchor, first == 0, request.group == nil, !isWarm
    else { return nil }
    defer { warmUp() }
    var page = ArticlePage()
    let counts = try RawStatement(db, "SELECT name, value FROM counts")
    while try counts.step() {
      switch counts.text(0) {
      case "articles": page.total = counts.int(1)
      case "quotes": page.quotes = counts.int(1)
      default: break
      }
    }
    let repeats = try StoredRepeats.index(db, since: -1) ?? RepeatIndex()
    page.folded = request.foldsRepeats ? repeats.count : 0
    page.matching = page.total - page.folded
    let rows = try ArticleRows(
      db, marks,
      "SELECT id, moment, inferred, title, agency, quotes, content FROM articles "
        + "ORDER BY moment DESC, id")
    var groups: Set<Int> = []
    try rows.visit { row in
      guard page.rows.count < max(0, request.count) else { return false }
      var row = row
      row.repeats = repeats.group(of: row.key.rawValue).count - 1
      if !request.foldsRepeats || groups.insert(repeats.first(of: row.key.rawValue)).inserted {
        page.rows.append(row)
      }
      return true
    }
    return page
  }

  private func page(
    _ request: PageRequest, _ db: Database, _ work: ArchiveWork, early: (ArticlePage) -> Void
  ) throws -> ArticlePage {
    let (catalogue, newest) = try catalogue(db)
    let key = Key(
      query: request.query, order: request.order, generation: catalogue.generation,
      marks: marks.version)
    var page = ArticlePage(total: catalogue.order.count)
    let run = QueryRun(
      db: db, catalogue: catalogue, marks: marks, compression: compression, work: work)
    let matching: ResultSet
    if let known = state.withLock({ $0.results[key] }) {
      matching = known
    } else if case .everything = request.query {
      matching = ResultSet(try ordering(request, newest, run, nil), catalogue)
    } else {
      let plan = QueryPlan(request.query)
      if request.order == .relevance || request.group != nil {
        let found = try run.articles(plan)
        matching = ResultSet(found, try ordering(request, newest, run, found), catalogue)
      } else {
        let ordering = try ordering(request, newest, run, nil)
        let found = try FirstRows(run, ordering, request).articles(plan) { rows, anchor, known in
          var first = page
          let (rows, anchor) =
            request.foldsRepeats ? catalogue.repeats.folded(rows, anchor: anchor) : (rows, anchor)
          first.isCounted = false
          // At least so many: some that are known may be folded away.
          let folded = request.foldsRepeats ? catalogue.repeats.count : 0
          first.matching = max(rows.count, known - folded)
          first.anchorRow = anchor
          let start = Self.start(request, anchorRow: anchor, matching: rows.count)
          first.first = start
          first.rows = try self.rows(
            Array(rows[start..<min(rows.count, start + request.count)]), db)
          early(first)
        }
        matching = ResultSet(found, ordering, catalogue)
      }
      remember(matching, key)
    }
    let listed = listed(matching, request, key, catalogue)
    page.matching = listed.matching
    page.folded = request.group == nil ? matching.matching - listed.matching : 0
    page.quotes = request.group == nil ? matching.quotes : listed.quotes
    if case .article(let key, _) = request.anchor {
      page.anchorRow = listed.row(of: key.rawValue)
      if page.anchorRow == nil, matching.row(of: key.rawValue) != nil {
        // It is folded away behind another of its group.
        page.anchorRow =
          catalogue.repeats.group(of: key.rawValue).lazy
          .compactMap { listed.row(of: $0) }.first
      }
    }
    page.first = Self.start(request, anchorRow: page.anchorRow, matching: listed.matching)
    page.rows = try rows(
      listed.articles(page.first..<page.first + max(0, request.count)), db)
    for row in page.rows.indices {
      page.rows[row].repeats = matching.repeats(
        of: page.rows[row].key.rawValue, catalogue.repeats)
    }
    return page
  }

  /// What is listed of the articles that match: one of each group, those of one group, or all.
  private func listed(
    _ matching: ResultSet, _ request: PageRequest, _ key: Key, _ catalogue: Catalogue
  ) -> ResultSet {
    if let group = request.group {
      return matching.only(catalogue.repeats.group(of: group.rawValue), catalogue)
    }
    guard request.foldsRepeats, catalogue.repeats.count > 0 else { return matching }
    var key = key
    key.foldsRepeats = true
    if let known = state.withLock({ $0.results[key] }) { return known }
    let folded = matching.folded(catalogue.repeats)
    remember(folded, key)
    return folded
  }

  /// The first row of a page.
  static func start(_ request: PageRequest, anchorRow: Int?, matching: Int) -> Int {
    let count = max(0, request.count)
    let wanted =
      switch request.anchor {
      case .row(let row): row
      case .article(_, let otherwise): anchorRow.map { $0 - count / 2 } ?? otherwise
      }
    return max(0, min(wanted, matching - count))
  }

  private func remember(_ result: ResultSet, _ key: Key) {
    state.withLock { state in
      guard key.generation == state.catalogue.generation else { return }
      state.results[key] = result
      state.keys.append(key)
      if state.keys.count > 6 { state.results[state.keys.removeFirst()] = nil }
    }
  }

  func ordering(
    _ request: PageRequest, _ newest: Ordering, _ run: QueryRun, _ found: IndexSet?
  ) throws -> Ordering {
    switch request.order {
    case .newest: return newest
    case .relevance:
      guard let found else { return newest }
      return try Relevance(run, request.query).ordering(found, newest)
    case .oldest, .quoted, .file:
      let known = state.withLock {
        $0.catalogue.generation == run.catalogue.generation ? $0.orderings[request.order] : nil
      }
      if let known { return known }
      let made = try ordering(request.order, run)
      state.withLock {
        if $0.catalogue.generation == run.catalogue.generation {
          $0.orderings = [request.order: made]
        }
      }
      return made
    }
  }

  private func ordering(_ order: ArticleOrder, _ run: QueryRun) throws -> Ordering {
    let catalogue = run.catalogue
    switch order {
    case .newest, .relevance: return Ordering(newestOf: catalogue)
    case .oldest:
      return Ordering(catalogue) { index in
        let moment = catalogue.moment(index)
        return moment == 0 ? 0 : UInt64((1 << 40) - moment)
      }
    case .quoted: return Ordering(catalogue) { UInt64(catalogue.quotes($0)) }
    case .file:
      let files = try RawStatement(run.db, "SELECT id FROM files ORDER BY path")
      var places: [Int: UInt64] = [:]
      while try files.step() { places[files.int(0)] = UInt64(places.count) }
      let all = catalogue.order.sorted()
      let keys = all.map { places[catalogue.file(Int($0))] ?? .max }
      return Ordering(Catalogue.radixSorted(all, by: keys), count: catalogue.count)
    }
  }

  private func rows(_ articles: [Int], _ db: Database) throws -> [ArticleRow] {
    let rows = try ArticleRows(
      db, marks,
      "SELECT id, moment, inferred, title, agency, quotes, content FROM articles WHERE id = ?")
    return try articles.flatMap { try rows.all($0 + 1) }
  }

  /// The articles of a query, for other questions about them.
  func result(_ query: Query, _ db: Database, _ work: ArchiveWork) throws -> (QueryRun, ResultSet) {
    let (catalogue, newest) = try catalogue(db)
    let run = QueryRun(
      db: db, catalogue: catalogue, marks: marks, compression: compression, work: work)
    if case .everything = query { return (run, ResultSet(newest, catalogue)) }
    let key = Key(
      query: query, order: .newest, generation: catalogue.generation, marks: marks.version)
    if let known = state.withLock({ $0.results[key] }) { return (run, known) }
    let result = ResultSet(try run.articles(QueryPlan(query)), newest, catalogue)
    return (run, result)
  }
}
