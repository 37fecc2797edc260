import Model

/// A view over the panes, made from the articles of a filter.
struct ViewState: Sendable {
  /// Which view it is.
  enum Kind: Hashable, Sendable {
    /// Every quote of the filter.
    case quotes
    /// Who and what is named among the articles of the filter.
    case names
    /// All that is known of one person.
    case person(String)
    /// Articles and quotes over time.
    case timeline
    /// Things side by side.
    case compare
    /// Filters that have names.
    case filters
  }

  var kind: Kind
  /// The filter that the view was opened from.
  let base: Query
  let baseText: String
  /// What is typed in the view to narrow it further.
  var narrowing = FilterState()
  /// The selected row and the first one on the screen.
  var selected = 0
  var top = 0
  /// The request whose rows are waited for; older answers are dropped.
  var request = 0
  var isLoaded = false
  /// Whether the selected row was opened before there were rows.
  var awaitsOpening = false

  /// The rows of quotes that are in memory, and their order.
  var quotes = QuotePage()
  var quoteOrder = QuoteOrder.newest
  /// The rows of quotes that were asked for and have not come.
  var awaited: Range<Int>?

  var names = NamesPage()
  var nameKind = NameGroup.people
  /// Places are not quoted, so that the most named ones come first of them.
  var nameOrder: NameOrder {
    get { nameKind == .places && chosenNameOrder == .quotes ? .articles : chosenNameOrder }
    set { chosenNameOrder = newValue }
  }
  private var chosenNameOrder = NameOrder.quotes

  var profile: PersonProfile?
  var profileRequest = 0
  /// Whether the answer about the person came, even if it was that there is nobody.
  var hasProfile = false

  var timeline = Timeline()
  /// Whether years are shown instead of months; nil lets the span decide.
  var showsYears: Bool?

  var columns = CompareState()

  /// The filters that are listed, and how many articles match each where that is known.
  var filters: [SavedFilter] = []
  var counts: [String: Int] = [:]
  /// The filters whose counts are waited for.
  var counted: [String] = []

  init(_ kind: Kind, base: Query = .everything, baseText: String = "") {
    self.kind = kind
    self.base = base
    self.baseText = baseText
  }

  /// What the view shows: the filter it was opened from and what narrows it.
  var query: Query {
    switch (base, narrowing.query) {
    case (let base, .everything): base
    case (.everything, let typed): typed
    case (.all(let queries), .all(let typed)): .all(queries + typed)
    case (.all(let queries), let typed): .all(queries + [typed])
    case (let base, .all(let typed)): .all([base] + typed)
    case (let base, let typed): .all([base, typed])
    }
  }

  /// The filter as one would type it.
  var queryText: String {
    Self.joined(baseText, narrowing.text)
  }

  /// Two filters that must both hold, as one would type them.
  static func joined(_ first: String, _ second: String) -> String {
    if first.isEmpty || second.isEmpty { return first + second }
    func part(_ text: String) -> String { text.contains(" OR ") ? "(\(text))" : text }
    return part(first) + " " + part(second)
  }

  /// The months or years of the timeline, oldest first; long gaps are one row.
  var bars: [TimelineBar] {
    TimelineBar.withoutGaps(TimelineBar.all(of: timeline, byYear: showsYears))
  }

  /// How many rows can be selected.
  var rowCount: Int {
    switch kind {
    case .quotes, .person: quotes.matching
    case .names: names.rows.count
    case .timeline: bars.count
    case .compare: columns.items.count
    case .filters: filters.count
    }
  }

  /// A quote, where it is in memory.
  func quote(_ index: Int) -> QuoteRow? {
    let at = index - quotes.first
    return quotes.rows.indices.contains(at) ? quotes.rows[at] : nil
  }

  /// The selected quote, where the view lists quotes.
  var selectedQuote: QuoteRow? {
    switch kind {
    case .quotes, .person: quote(selected)
    case .compare: columns.focusedQuote
    case .names, .timeline, .filters: nil
    }
  }

  /// The selected filter, where the view lists filters.
  var selectedFilter: SavedFilter? {
    kind == .filters && filters.indices.contains(selected) ? filters[selected] : nil
  }

  /// The selected name, where the view lists names.
  var selectedName: NameCount? {
    kind == .names && names.rows.indices.contains(selected) ? names.rows[selected] : nil
  }

  /// The person that the selected row is about.
  var selectedPerson: String? {
    switch kind {
    case .person(let name): profile?.name ?? name
    case .names: nameKind == .people ? selectedName?.name : nil
    case .quotes, .compare:
      selectedQuote.flatMap { $0.speakerKind == .person ? $0.speaker : nil }
    case .timeline, .filters: nil
    }
  }

  /// Selects a row, clamped.
  mutating func select(_ row: Int) { selected = max(0, min(row, rowCount - 1)) }

  /// Keeps the selected row on the screen, as the list does.
  mutating func keepInView(rows visible: Int) {
    if selected < top {
      top = selected == top - 1 ? selected - visible / 2 : selected
    } else if selected >= top + visible {
      top = selected == top + visible ? selected - visible / 2 : selected - visible + 1
    }
    top = max(0, min(top, rowCount - visible))
  }
}

/// A bar of a timeline.
struct TimelineBar: Hashable, Sendable {
  var year: Int
  /// 1 to 12; nil for a whole year.
  var month: Int?
  var articles: Int
  var quotes: Int

  /// How many empty months or years it stands for, where it stands for a gap.
  var gap = 0

  /// `2018-09` or `2018`, which is also what the filter understands.
  var name: String {
    let digits = "\(year)"
    let year = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return month.map { "\(year)-\($0 < 10 ? "0" : "")\($0)" } ?? year
  }

  /// So many months in a row are still told apart; a longer time goes by years.
  static let mostMonths = 48

  /// The bars with each run of three or more empty ones as one.
  static func withoutGaps(_ bars: [TimelineBar]) -> [TimelineBar] {
    var kept: [TimelineBar] = []
    var run: [TimelineBar] = []
    func flushed() -> [TimelineBar] {
      guard run.count >= 3 else { return run }
      run[0].gap = run.count
      return [run[0]]
    }
    for bar in bars {
      if bar.articles == 0 {
        run.append(bar)
      } else {
        kept += flushed() + [bar]
        run = []
      }
    }
    return kept + flushed()
  }

  /// Bars from the first to the last month or year, empty ones between them included.
  static func all(of timeline: Timeline, byYear: Bool? = nil, most: Int = mostMonths) -> [Self] {
    guard let first = timeline.months.first, let last = timeline.months.last else { return [] }
    let from = first.year * 12 + first.month - 1
    let to = last.year * 12 + last.month - 1
    if byYear ?? (to - from >= most) {
      var years: [Int: (Int, Int)] = [:]
      for month in timeline.months {
        let sum = years[month.year] ?? (0, 0)
        years[month.year] = (sum.0 + month.articles, sum.1 + month.quotes)
      }
      return (first.year...last.year).map { year in
        let sum = years[year] ?? (0, 0)
        return TimelineBar(year: year, month: nil, articles: sum.0, quotes: sum.1)
      }
    }
    var months = timeline.months[...]
    return (from...to).map { number in
      var bar = TimelineBar(year: number / 12, month: number % 12 + 1, articles: 0, quotes: 0)
      if let next = months.first, next.year == bar.year, next.month == bar.month {
        (bar.articles, bar.quotes) = (next.articles, next.quotes)
        months.removeFirst()
      }
      return bar
    }
  }
}

/// Bars made of block characters.
enum Blocks {
  private static let upright: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let lying: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]

  /// One upright bar for each value, the highest of full height; a blank for none.
  static func upright(_ values: [Int]) -> String {
    let most = max(1, values.max() ?? 1)
    return String(
      values.map { value in
        value <= 0 ? " " : upright[min(7, max(0, (value * 8 + most - 1) / most - 1))]
      })
  }

  /// A bar that lies, of at most so many columns.
  static func lying(_ value: Int, of most: Int, columns: Int) -> String {
    guard value > 0, most > 0, columns > 0 else { return "" }
    let eighths = max(1, value * columns * 8 / most)
    let rest = eighths % 8
    return String(repeating: "█", count: eighths / 8) + (rest == 0 ? "" : String(lying[rest - 1]))
  }
}
