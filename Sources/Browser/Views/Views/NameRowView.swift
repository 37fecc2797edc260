import Model

/// A name with how often it is quoted and named.
enum NameRowView {
  static func draw(
    _ name: NameCount, _ view: ViewState, _ state: BrowserState, in frame: Rect,
    _ emphasis: Emphasis,
    into grid: inout CellGrid
  ) {
    let words = state.words
    let limit = frame.endColumn - 1
    let isWide = frame.columns >= ScreenLayout.stackedFrom
    let numbers = isWide ? 24 : 10
    let end = max(12, limit - numbers - (isWide ? 20 : 0))
    grid.writeMarked(
      name.name, matches: matches(name, view), column: 2, row: frame.row, limit: end,
      role: .person, emphasis: emphasis)
    let quotes = name.quotes > 0 ? "\(name.quotes) ❞" : ""
    grid.writeRight(quotes, row: frame.row, from: end, limit: min(limit, end + 8), role: .dim)
    let articles = isWide ? words(.articleCount(name.articles)) : ""
    grid.writeRight(
      articles, row: frame.row, from: end + 8, limit: min(limit, end + 22), role: .dim)
    // The numbers say it too.
    guard isWide, !state.layoutOptions.isLinear else { return }
    let isQuoted = view.nameOrder == .quotes && view.names.rows.contains { $0.quotes > 0 }
    let most = view.names.rows.map { isQuoted ? $0.quotes : $0.articles }.max() ?? 0
    grid.write(
      Blocks.lying(isQuoted ? name.quotes : name.articles, of: most, columns: limit - end - 24),
      column: end + 24, row: frame.row, limit: limit, role: .marker)
  }

  private static func matches(_ name: NameCount, _ view: ViewState) -> [Range<Int>] {
    guard !view.narrowing.isEmpty, let query = try? Query(parsing: view.narrowing.text) else {
      return []
    }
    return MatchFinder(query).matches(in: Array(name.name.utf8))
  }
}

/// A month or a year with its articles and quotes.
enum TimelineRowView {
  static func draw(
    _ index: Int, _ view: ViewState, _ state: BrowserState, in frame: Rect, _ emphasis: Emphasis,
    into grid: inout CellGrid
  ) {
    let say = state.words
    let bars = view.bars
    guard bars.indices.contains(index) else { return }
    let bar = bars[index]
    let limit = frame.endColumn - 1
    if bar.gap > 0 {
      grid.write(
        "⋮       " + say(.gap(bar.gap, byYear: bar.month == nil)), column: 2, row: frame.row,
        limit: limit,
        role: .dim)
      return
    }
    grid.write(
      bar.name, column: 2, row: frame.row, limit: limit,
      role: bar.articles == 0 ? .dim : .text, emphasis: emphasis)
    guard bar.articles > 0 else { return }
    let isWide = frame.columns >= ScreenLayout.stackedFrom
    let words =
      isWide ? say(.articleCount(bar.articles)) : "\(bar.articles)"
    let first = isWide ? 26 : 15
    grid.writeRight(words, row: frame.row, from: 10, limit: min(limit, first), role: .dim)
    grid.writeRight(
      "\(bar.quotes) ❞", row: frame.row, from: first, limit: min(limit, first + 8), role: .dim)
    guard !state.layoutOptions.isLinear else { return }
    let most = bars.map(\.articles).max() ?? 0
    grid.write(
      Blocks.lying(bar.articles, of: most, columns: limit - first - 10), column: first + 10,
      row: frame.row, limit: limit, role: .marker)
  }
}
