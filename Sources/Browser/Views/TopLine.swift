import Model

/// The first line: what is read, what the filter is, how much there is.
enum TopLine {
  /// All that its cells depend on, besides the layout.
  struct Key: Hashable {
    let name: String
    let place: String
    let focus: Pane
    let position: String
    let total: Int
    let matching: Int
    let folded: Int
    let matchingWords: String
    let isCounted: Bool
    let quotes: Int
    let isLoaded: Bool
    let progress: ImportProgress
    let exporting: ExportState?
    let filter: String
    let isPrompting: Bool
    /// Whether a view lies over the panes.
    let isCovered: Bool
    let words: Words
    let helpKey: String

    init(_ state: BrowserState, _ layout: ScreenLayout) {
      name = state.archiveName
      focus = state.focus
      place = TopLine.place(in: state, layout)
      position = layout.arrangement == .stacked ? ListView.position(state.list, state.words) : ""
      total = state.list.total
      matching = state.list.matching
      folded = max(0, state.list.folded - (state.list.unfolded?.members.count ?? 0))
      matchingWords = state.list.matching(in: state.words)
      isCounted = state.list.isCounted
      quotes = state.list.quotes
      isLoaded = state.list.isLoaded
      progress = state.progress
      exporting = state.exporting
      filter = state.filter.text
      isPrompting = state.prompt != nil
      isCovered = state.view != nil
      words = state.words
      helpKey = state.keymap.keyName(of: .help)
    }
  }

  static func draw(_ state: Key, _ layout: ScreenLayout, into grid: inout CellGrid) {
    grid.fill(Rect(column: 0, row: 0, columns: grid.size.columns, rows: 1), role: .status)
    let left: String
    if !state.isCovered, layout.arrangement == .single,
      layout.frame(of: state.focus)?.heading == nil
    {
      left = " \(state.words(state.focus.title)) \(state.place)"
    } else {
      left = " onrecord · \(state.name)"
    }
    let end = grid.writeMarked(
      left, column: 0, row: 0, limit: max(24, grid.size.columns * 2 / 5), role: .status)
    // The ones that matter most stay longest.
    var parts = self.parts(state, layout)
    while !parts.isEmpty {
      let text = parts.joined(separator: "  ") + " "
      if DisplayText.width(of: text) <= grid.size.columns - end - 2 {
        grid.writeRight(text, row: 0, from: end, limit: grid.size.columns, role: .status)
        return
      }
      parts.removeLast()
    }
  }

  private static func place(in state: BrowserState, _ layout: ScreenLayout) -> String {
    guard layout.arrangement == .single else { return "" }
    return switch state.focus {
    case .list: ListView.position(state.list, state.words)
    case .reader: ReaderView.percent(state, layout)
    case .sidebar: "\(state.sidebar.people)"
    }
  }

  /// `1 list 3 people`, or the keys alone.
  private static func waysOut(from state: Key, isShort: Bool) -> String {
    Pane.allCases.filter { $0 != state.focus }.map { pane in
      let key = "\(pane.rawValue + 1)"
      if isShort { return key }
      return key + " " + state.words(pane.way)
    }.joined(separator: " ")
  }

  private static func parts(_ state: Key, _ layout: ScreenLayout) -> [String] {
    let list = state
    let words = state.words
    var parts: [String] = []
    let isNarrow = layout.arrangement == .single && layout.size.columns < ScreenLayout.stackedFrom
    if isNarrow, !state.isCovered {
      parts.append(waysOut(from: state, isShort: layout.size.columns < 30))
    }
    if let export = state.exporting {
      let name = export.path.split(separator: "/").last.map(String.init) ?? export.path
      parts.append(
        words(
          export.total > 0
            ? .exportShare(name, min(100, export.done * 100 / export.total))
            : .exportCount(name, export.done)))
    }
    if !state.progress.isFinished, state.progress.total > 0 {
      parts.append(ProgressWords.short(state.progress, words))
    }
    if !state.isPrompting, !state.filter.isEmpty { parts.append(words(.filterIs(state.filter))) }
    if list.isLoaded, !isNarrow {
      // Where the list has no heading, its position stands here.
      if layout.arrangement == .stacked, list.matching > 0 {
        parts.append(words(.articlePosition(state.position)))
      }
      if list.folded > 0 { parts.append(words(.folded(list.folded))) }
      if !state.filter.isEmpty {
        parts.append(words(.matchCount(list.matchingWords, of: list.total)))
      } else if layout.arrangement != .stacked || list.matching == 0 {
        parts.append(words(.articleCount(list.total)))
      }
    }
    if state.progress.refused > 0 { parts.append(words(.notRead(state.progress.refused))) }
    if list.isLoaded, list.isCounted, !isNarrow {
      parts.append(words(.quoteCount(list.quotes)))
    }
    parts.append(words(.helpKey(state.helpKey)))
    return parts
  }
}
