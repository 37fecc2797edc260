/// Finds the articles of a filter, and tells those of the first rows before it has found all.
struct FirstRows {
  /// So many rows fill a screen.
  private static let screenful = 60
  /// What is known sooner than this is told with its count.
  private static let patience = Duration.milliseconds(8)
  /// After this time some rows are told, though they do not fill the screen.
  private static let longPatience = Duration.milliseconds(16)
  /// So long at most the first texts are looked into before the index is asked.
  private static let textTime = Duration.milliseconds(25)
  /// So many texts can be looked into in that time, about, and so many rows are worth it.
  private static let (texts, fewRows) = (600, 12)
  /// Filters that touch more pages of the index than this take long.
  private static let manyPages = 2_000
  /// While texts are looked into, the count that is known so far is told so often.
  private static let countTime = Duration.milliseconds(250)

  private let run: QueryRun
  private let ordering: Ordering
  private let request: PageRequest
  /// So many rows make the screen and what lies around it.
  private let wanted: Int

  init(_ run: QueryRun, _ ordering: Ordering, _ request: PageRequest) {
    self.run = run
    self.ordering = ordering
    self.request = request
    wanted =
      switch request.anchor {
      case .row(let row): row + request.count
      case .article: request.count
      }
  }

  /// Told the first articles in order, the row of the anchor among them, and how many are known.
  typealias Early = (_ rows: [Int], _ anchor: Int?, _ known: Int) throws -> Void

  /// All articles that match.
  /// - Parameter early: called where finding all takes long, perhaps more than once.
  func articles(_ plan: QueryPlan, early: Early) throws -> IndexSet {
    var told: (rows: [Int], anchor: Int?)?
    if try run.pages(plan) > Self.manyPages { told = try tellFromTexts(plan, early) }
    let bounds = try run.bounds(plan)
    guard !bounds.isExact else { return bounds.most }
    return try looked(bounds, plan, told, early)
  }

  /// Looks into the texts of those of which the index does not know enough, in order.
  private func looked(
    _ bounds: Bounds, _ plan: QueryPlan, _ told: (rows: [Int], anchor: Int?)?, _ early: Early
  ) throws -> IndexSet {
    let checks = try TextChecks(run, run.unsure(plan))
    let clock = ContinuousClock()
    let begin = clock.now
    var told = told
    var toldAt = told == nil ? nil : begin
    var found = bounds.least
    var known = found.count
    var rest = bounds.unsure
    // The first rows may lie anywhere in the file; what is left then is read as it lies there.
    var isFull = told.map { $0.rows.count >= Self.screenful } ?? false
    let all = ResultSet(bounds.most, ordering, run.catalogue)
    var rows: [Int] = []
    var at = 0
    var size = Self.screenful
    while !isFull, at < all.matching {
      let batch = all.articles(at..<at + size)
      let unsure = batch.filter { rest.contains($0) }
      for (index, holds) in zip(unsure, try checks.look(at: unsure)) {
        rest.remove(index)
        if holds {
          found.insert(index)
          known += 1
        }
      }
      rows += batch.filter { found.contains($0) }
      at += size
      size = min(512, size * 2)
      let spent = clock.now - begin
      let isDue = toldAt.map { clock.now - $0 > Self.countTime } ?? (spent > Self.longPatience)
      guard let anchor = anchorRow(rows) else { continue }
      isFull = rows.count >= wanted || rows.count >= Self.screenful && spent > Self.patience
      guard isFull || isDue && !rows.isEmpty else { continue }
      told = (rows, anchor.row)
      toldAt = clock.now
      try early(rows, anchor.row, known)
    }
    try checks.each(of: rest) { index, holds in
      if holds {
        found.insert(index)
        known += 1
      }
      if known & 255 == 0, let (rows, anchor) = told, let last = toldAt,
        clock.now - last > Self.countTime
      {
        toldAt = clock.now
        try early(rows, anchor, known)
      }
      return true
    }
    return found
  }

  /// Looks into the first texts themselves: where much matches that is the shortest way to the first
  /// rows.
  private func tellFromTexts(
    _ plan: QueryPlan, _ early: Early
  ) throws -> (rows: [Int], anchor: Int?)? {
    let checks = try TextChecks(run, plan)
    let clock = ContinuousClock()
    let end = clock.now + Self.textTime
    var rows: [Int] = []
    var at = 0
    let enough = min(wanted, Self.screenful)
    while at < ordering.order.count, rows.count < enough, clock.now < end {
      let size = at == 0 ? Self.screenful : Self.screenful * 2
      let batch = ordering.order[at..<min(ordering.order.count, at + size)].map(Int.init)
      for (index, holds) in zip(batch, try checks.look(at: batch)) where holds {
        rows.append(index)
      }
      at += batch.count
      // Little of what comes first matches: the index is quicker then.
      if rows.count * Self.texts < at * Self.fewRows { return nil }
    }
    // Some rows now are better than all of them late.
    guard rows.count >= min(enough, Self.fewRows), let anchor = anchorRow(rows) else { return nil }
    try early(rows, anchor.row, rows.count)
    return (rows, anchor.row)
  }

  /// The row of the anchor among the first rows; nil where that cannot be told from them.
  private func anchorRow(_ rows: [Int]) -> (row: Int?, Void)? {
    let screen = min(request.count, Self.screenful)
    guard case .article(let key, let otherwise) = request.anchor else {
      guard case .row(let row) = request.anchor, row > 0 else { return (nil, ()) }
      return row + screen <= rows.count ? (nil, ()) : nil
    }
    if let row = rows.firstIndex(of: key.rawValue) {
      return row + screen / 2 <= rows.count ? (row, ()) : nil
    }
    guard ordering.rank.indices.contains(key.rawValue) else { return (nil, ()) }
    let place = Int(ordering.rank[key.rawValue])
    let isPassed = rows.last.map { Int(ordering.rank[$0]) > place } ?? false
    // From the first row on a part of the screen will do.
    let isThere = otherwise == 0 || otherwise + screen <= rows.count
    return isPassed && isThere ? (nil, ()) : nil
  }
}
