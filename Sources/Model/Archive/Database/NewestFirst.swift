/// Finds the articles of a filter, and tells those of the first rows before it has found all.
struct NewestFirst {
  /// So many entries of the index are taken before the newest are looked for by themselves.
  private static let patience = 30_000
  /// So long at most the newest texts are looked into.
  private static let textTime = Duration.milliseconds(20)

  private let run: QueryRun
  private let newest: Ordering
  private let request: PageRequest
  /// So many rows make the screen and what lies around it.
  private let wanted: Int

  init(_ run: QueryRun, _ newest: Ordering, _ request: PageRequest) {
    self.run = run
    self.newest = newest
    self.request = request
    wanted =
      switch request.anchor {
      case .row(let row): row + request.count
      case .article: request.count
      }
  }

  /// All articles that match.
  /// - Parameter early: told the first of them in order, and the row of the anchor among them, where
  ///   finding all takes long.
  func articles(
    _ plan: QueryPlan, early: ([Int], Int?) throws -> Void
  ) throws -> IndexSet {
    let parts: [QueryPlan] = if case .all(let plans) = plan { plans } else { [plan] }
    let vocabulary = Vocabulary(db: run.db)
    // One part is stepped through, the others are sets.
    let (indexed, others) = try run.parted(parts)
    var rest: IndexSet?
    var quote: QueryPlan?
    for part in others {
      if case .quote(let test) = part, indexed.isEmpty, quote == nil {
        quote = test
        continue
      }
      let set = try run.articles(part)
      if rest == nil { rest = set } else { rest?.formIntersection(set) }
    }
    let table: IndexExpression.Table = quote == nil ? .words : .said
    let driver = quote ?? (indexed.isEmpty ? nil : .all(indexed))
    guard let driver, let expression = try IndexExpression(driver, table, vocabulary) else {
      return rest ?? run.live
    }
    let test = quote.map { QueryPlan.quote($0) } ?? driver
    let check = expression.isExact ? nil : try TextCheck(run, test)

    var found = IndexSet(limit: run.catalogue.count)
    var steps = 0
    var last = 0
    var isTold = false
    if expression.isHeavy || quote != nil, run.catalogue.order.count > Self.patience {
      isTold = try tellFromTexts(test, rest, early)
    }
    try run.step(table, expression.text) { index in
      found.insert(index)
      steps += 1
      last = index
    } whenLong: { [patience = Self.patience] in
      guard !isTold, steps >= patience, table == .words else { return }
      isTold = true
      try tell(expression, table, rest, check, seen: last + 1, matching: found.count, early)
    }
    found.formIntersection(rest ?? run.live)
    found.formIntersection(run.live)
    guard let check else { return found }
    return try checked(found, check, isTold: isTold, early)
  }

  /// Those whose text stands the test, looked at newest first.
  private func checked(
    _ candidates: IndexSet, _ check: TextCheck, isTold: Bool, _ early: ([Int], Int?) throws -> Void
  ) throws -> IndexSet {
    let all = ResultSet(candidates, newest, run.catalogue)
    var found = candidates.emptied
    var rows: [Int] = []
    var isTold = isTold
    for first in stride(from: 0, to: all.matching, by: 64) {
      try run.work.check()
      for index in all.articles(first..<first + 64) where try check.holds(index) {
        found.insert(index)
        if !isTold { rows.append(index) }
      }
      if !isTold, first > 256, rows.count >= wanted, let anchor = anchorRow(rows, complete: nil) {
        isTold = true
        try early(rows, anchor.row)
      }
    }
    return found
  }

  /// Looks into the newest texts themselves: where much matches that is the shortest way to the first
  /// rows.
  private func tellFromTexts(
    _ test: QueryPlan, _ rest: IndexSet?, _ early: ([Int], Int?) throws -> Void
  ) throws -> Bool {
    let check = try TextCheck(run, test)
    let clock = ContinuousClock()
    let end = clock.now + Self.textTime
    var rows: [Int] = []
    for (place, index) in newest.order.enumerated() {
      let index = Int(index)
      if rest?.contains(index) ?? true, try check.holds(index) { rows.append(index) }
      if rows.count >= wanted {
        guard let anchor = anchorRow(rows, complete: place) else { return false }
        try early(rows, anchor.row)
        return true
      }
      if place & 15 == 15 {
        try run.work.check()
        // Little of what is newest matches: the index is quicker then.
        if clock.now > end || place > 100 && rows.count * 5 < place { return false }
      }
    }
    return false
  }

  /// Looks for the newest alone, where there are so many that they can be found on few days.
  private func tell(
    _ expression: IndexExpression, _ table: IndexExpression.Table, _ rest: IndexSet?,
    _ check: TextCheck?, seen: Int, matching: Int, _ early: ([Int], Int?) throws -> Void
  ) throws {
    let catalogue = run.catalogue
    // What is left after the others' tests is unknown; the days are doubled until there is enough.
    var depth = max(64, wanted * 2 * max(1, seen) / max(1, matching))
    var place = 0
    var rows: [Int] = []
    while place < newest.order.count / 2 {
      var days: [Int] = []
      let end = min(newest.order.count, place + depth)
      while place < newest.order.count {
        let day = Moment.day(catalogue.moment(Int(newest.order[place])))
        if days.last != day {
          if place >= end || days.count >= 200 { break }
          days.append(day)
        }
        place += 1
      }
      var found: Set<Int> = []
      try run.step(table, expression.on(days)) { index in
        if rest?.contains(index) ?? true, catalogue.contains(index) { found.insert(index) }
      }
      let sorted = found.sorted { newest.rank[$0] < newest.rank[$1] }
      for index in sorted where try check?.holds(index) ?? true { rows.append(index) }
      if rows.count >= wanted {
        if let anchor = anchorRow(rows, complete: place) { try early(rows, anchor.row) }
        return
      }
      depth *= 2
    }
  }

  /// The row of the anchor among the first rows; nil where that cannot be told from them.
  private func anchorRow(_ rows: [Int], complete: Int?) -> (row: Int?, Void)? {
    guard case .article(let key, let otherwise) = request.anchor else { return (nil, ()) }
    if let row = rows.firstIndex(of: key.rawValue) {
      return row + request.count / 2 <= rows.count ? (row, ()) : nil
    }
    guard newest.rank.indices.contains(key.rawValue) else { return (nil, ()) }
    let place = Int(newest.rank[key.rawValue])
    let isPassed = rows.last.map { Int(newest.rank[$0]) > place } ?? false
    return isPassed && otherwise + request.count <= rows.count ? (nil, ()) : nil
  }
}

extension QueryRun {
  /// Steps through entries; between some of them `whenLong` may do something else.
  func step(
    _ table: IndexExpression.Table, _ expression: String, _ take: (Int) -> Void,
    whenLong: () throws -> Void
  ) throws {
    let statement = try RawStatement(
      db, "SELECT rowid FROM \(table.rawValue) WHERE \(table.rawValue) MATCH ? ORDER BY rowid")
    statement.bind(expression, at: 1)
    var count = 0
    var article = 0
    while try statement.step() {
      let number = statement.int(0)
      switch table {
      case .words: article = number - 1
      case .said: article = catalogue.article(ofQuote: number, from: article)
      }
      take(article)
      count += 1
      if count & 4095 == 0 {
        try work.check()
        try whenLong()
      }
    }
  }
}
