/// One of the three panes.
enum Pane: Int, Hashable, Sendable, CaseIterable {
  case list, reader, sidebar

  /// The name in headings: `ARTICLES`.
  var title: Phrase {
    switch self {
    case .list: .articles
    case .reader: .reader
    case .sidebar: .people
    }
  }

  /// The name beside the key that leads there.
  var way: Phrase {
    switch self {
    case .list: .wayToList
    case .reader: .wayToReader
    case .sidebar: .wayToPeople
    }
  }
}

/// Where a pane lies: its heading, where it has one, and the rows below.
struct PaneFrame: Hashable, Sendable {
  var heading: Rect?
  var body: Rect
}

/// Where everything lies: a pure function of size, focus and what is open.
struct ScreenLayout: Hashable, Sendable {
  /// How the panes share the screen.
  enum Arrangement: Hashable, Sendable {
    /// Not even one pane fits.
    case tooSmall
    /// One pane at a time.
    case single
    /// The list above the reader, the sidebar on demand.
    case stacked
    /// Three columns.
    case columns
  }

  static let leastColumns = 20
  static let leastRows = 5
  static let stackedFrom = 60
  static let columnsFrom = 110

  let size: Size
  /// The longest line of the reader that is wanted.
  let measure: Int
  let options: LayoutOptions
  private(set) var arrangement = Arrangement.tooSmall
  private(set) var list: PaneFrame?
  private(set) var reader: PaneFrame?
  private(set) var sidebar: PaneFrame?
  /// One column or one row each.
  private(set) var borders: [Rect] = []
  /// How many lines a row of the list takes, 1 or 2.
  private(set) var listLines = 1
  /// From one row of the list to the next.
  private(set) var listStride = 1

  init(
    size: Size, focus: Pane, isMaximised: Bool, isSidebarOpen: Bool,
    measure: Int = Typesetting().measure, options: LayoutOptions = LayoutOptions()
  ) {
    self.options = options
    self.size = size
    self.measure = measure
    guard size.columns >= Self.leastColumns, size.rows >= Self.leastRows else { return }
    let isTall = size.rows >= 12
    if size.columns < options.stackedFrom || (!isTall && size.columns < options.columnsFrom) {
      arrangement = .single
      placeOne(focus, hasHeading: false)
    } else if isMaximised || options.isLinear {
      arrangement = .single
      placeOne(focus, hasHeading: isTall)
    } else if size.columns < options.columnsFrom {
      arrangement = .stacked
      placeStacked(focus: focus, isSidebarOpen: isSidebarOpen)
    } else {
      arrangement = .columns
      placeColumns()
    }
    if let list, list.body.columns < Self.stackedFrom {
      listLines = list.body.rows >= 6 ? 2 : 1
      listStride = list.body.rows >= 18 ? 3 : listLines
    }
  }

  /// The row of the status line.
  var bottomRow: Int { size.rows - 1 }

  /// Everything between the first and the last line.
  var middle: Rect {
    Rect(column: 0, row: 1, columns: size.columns, rows: max(0, size.rows - 2))
  }

  /// The frame of a pane; nil where it is not on the screen.
  func frame(of pane: Pane) -> PaneFrame? {
    switch pane {
    case .list: list
    case .reader: reader
    case .sidebar: sidebar
    }
  }

  /// The pane that lies under a position.
  func pane(at position: Position) -> Pane? {
    Pane.allCases.first { pane in
      guard let frame = frame(of: pane) else { return false }
      return frame.body.contains(position) || frame.heading?.contains(position) == true
    }
  }

  /// How many rows of the list can be seen.
  var listRows: Int {
    guard let list else { return 1 }
    return max(1, (list.body.rows + listStride - listLines) / listStride)
  }

  /// How many lines of the reader can be seen.
  var readerRows: Int { max(1, reader?.body.rows ?? 1) }

  /// How the text of the reader is set, in columns: the margin and the measure.
  var readerMargin: Int { max(2, ((reader?.body.columns ?? 0) - readerMeasure) / 2) }

  /// The length of a line of the reader, in columns.
  var readerMeasure: Int { min(measure, max(1, (reader?.body.columns ?? 1) - 3)) }

  private mutating func placeOne(_ pane: Pane, hasHeading: Bool) {
    set(pane, frame(middle, hasHeading: hasHeading))
  }

  private mutating func placeStacked(focus: Pane, isSidebarOpen: Bool) {
    let rows = max(3, (middle.rows - 1) / 3)
    list = PaneFrame(body: Rect(column: 0, row: 1, columns: size.columns, rows: rows))
    let lower = Rect(
      column: 0, row: 1 + rows, columns: size.columns, rows: middle.rows - rows)
    guard isSidebarOpen else {
      reader = frame(lower, hasHeading: true)
      return
    }
    // Side by side where both keep a measure that can be read.
    if size.columns >= 72 {
      let width = max(30, size.columns * 2 / 5)
      let split = lower.columns - width
      reader = frame(lower.part(0..<split - 1), hasHeading: true)
      sidebar = frame(lower.part(split..<lower.columns), hasHeading: true)
      borders = [lower.part(split - 1..<split)]
    } else if focus == .sidebar {
      sidebar = frame(lower, hasHeading: true)
    } else {
      reader = frame(lower, hasHeading: true)
    }
  }

  private mutating func placeColumns() {
    let left = min(60, max(33, size.columns * options.listShare / 100))
    let right = min(48, max(30, size.columns * options.sidebarShare / 100))
    let all = middle
    list = frame(all.part(0..<left), hasHeading: true)
    borders = [all.part(left..<left + 1), all.part(all.columns - right - 1..<all.columns - right)]
    reader = frame(all.part(left + 1..<all.columns - right - 1), hasHeading: true)
    sidebar = frame(all.part(all.columns - right..<all.columns), hasHeading: true)
  }

  private func frame(_ rect: Rect, hasHeading: Bool) -> PaneFrame {
    guard hasHeading else { return PaneFrame(body: rect) }
    let heading = Rect(column: rect.column, row: rect.row, columns: rect.columns, rows: 1)
    let body = Rect(
      column: rect.column, row: rect.row + 1, columns: rect.columns, rows: max(0, rect.rows - 1))
    return PaneFrame(heading: heading, body: body)
  }

  private mutating func set(_ pane: Pane, _ frame: PaneFrame) {
    switch pane {
    case .list: list = frame
    case .reader: reader = frame
    case .sidebar: sidebar = frame
    }
  }
}

extension Rect {
  /// The columns of a range, over all rows.
  fileprivate func part(_ columns: Range<Int>) -> Rect {
    Rect(
      column: column + columns.lowerBound, row: row, columns: columns.count, rows: rows)
  }
}
