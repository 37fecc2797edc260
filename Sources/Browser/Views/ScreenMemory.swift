import Model

/// Draws one screen after another, and anew only the parts whose values have changed.
///
/// What it gives for a state is what `render` gives: each part is kept with all that its cells depend
/// on, and a part that depends on something more must add it to its key.
struct ScreenMemory {
  private var panes = CellGrid(size: Size(columns: 0, rows: 0))
  private var layout: ScreenLayout?
  private var topLine: TopLine.Key?
  private var statusLine: StatusLine.Key?
  private var list: Part<ListKey>?
  private var rows: [ListRow?] = []
  private var reader: Part<ReaderKey>?
  private var sidebar: Part<SidebarKey>?

  /// A part of the screen that was drawn.
  private struct Part<Key: Equatable> {
    var key: Key
    /// Where it wants the cursor.
    var cursor: Position?
  }

  /// What the heading of the list depends on, and all of it where it is empty.
  private struct ListKey: Equatable {
    var position: String
    var isFocused: Bool
    /// Of an empty list.
    var progress: ImportProgress?
    var isFiltered: Bool
    var isLoaded: Bool
    var words: Words
    var keymap: Keymap
  }

  private struct ReaderKey: Equatable {
    var reader: ReaderState
    /// The person whose mentions are marked.
    var person: SidebarItem?
    var isFocused: Bool
    /// Of a reader without an article.
    var isWaiting: Bool
    var isRaw: Bool
    var words: Words
    /// Words that are being marked.
    var selection: WordSelection?
  }

  private struct SidebarKey: Equatable {
    var sidebar: SidebarState
    var article: Article?
    var quote: Int?
    var finder: MatchFinder
    var isFocused: Bool
    /// The first line of the reader, where the file stands beside it.
    var rawTop: Int?
    var words: Words
    var marked: [QuoteKey]
  }

  /// The screen of a state.
  mutating func draw(_ state: BrowserState) -> CellGrid {
    let layout = state.layout
    guard layout.arrangement != .tooSmall else {
      self.layout = nil
      return render(state)
    }
    if layout != self.layout { forget(layout) }
    drawLines(state, layout)
    drawList(state, layout)
    drawReader(state, layout)
    drawSidebar(state, layout)
    var grid = panes
    switch state.focus {
    case .list: grid.cursor = list?.cursor
    case .reader: grid.cursor = reader?.cursor
    case .sidebar: grid.cursor = sidebar?.cursor
    }
    Screen.drawOver(state, layout, into: &grid)
    if layout.options.isLinear { grid.useLinearSigns() }
    return grid
  }

  private mutating func drawLines(_ state: BrowserState, _ layout: ScreenLayout) {
    let top = TopLine.Key(state, layout)
    if top != topLine {
      topLine = top
      TopLine.draw(top, layout, into: &panes)
    }
    // Under a prompt nothing of it can be seen.
    guard state.prompt == nil else { return }
    let status = StatusLine.Key(state)
    if status != statusLine {
      statusLine = status
      StatusLine.draw(status, layout, into: &panes)
    }
  }

  /// Another layout: everything anew.
  private mutating func forget(_ layout: ScreenLayout) {
    self.layout = layout
    panes = CellGrid(size: layout.size)
    topLine = nil
    statusLine = nil
    list = nil
    reader = nil
    sidebar = nil
    rows = Array(repeating: nil, count: layout.listRows)
    Screen.drawBorders(layout, into: &panes)
  }

  private mutating func drawList(_ state: BrowserState, _ layout: ScreenLayout) {
    guard let frame = layout.list else { return }
    let isEmpty = state.list.matching == 0
    let key = ListKey(
      position: ListView.position(state.list, state.words), isFocused: state.focus == .list,
      progress: isEmpty ? state.progress : nil, isFiltered: isEmpty && !state.filter.isEmpty,
      isLoaded: state.list.isLoaded, words: state.words, keymap: state.keymap)
    let wasEmpty = list?.key.progress != nil
    var cursor = list?.cursor
    if key != list?.key {
      if isEmpty || wasEmpty {
        panes.fill(frame.body)
        rows = Array(repeating: nil, count: layout.listRows)
      }
      if let heading = frame.heading { panes.fill(heading) }
      ListView.drawHeading(state, frame, into: &panes)
      if isEmpty {
        panes.cursor = nil
        ListView.drawEmptiness(state, frame, into: &panes)
        cursor = panes.cursor
      }
    }
    if !isEmpty {
      for slot in rows.indices {
        let row = ListRow(slot, of: state, layout, in: frame.body)
        guard row != rows[slot] else { continue }
        if let old = rows[slot] { panes.fill(old.rect.within(frame.body)) }
        rows[slot] = row
        panes.cursor = nil
        row?.draw(into: &panes)
        cursor = panes.cursor ?? cursor
      }
      // The selected row may have been scrolled away.
      if state.list.selected < state.list.top
        || state.list.selected >= state.list.top + rows.count
      {
        cursor = nil
      }
    }
    list = Part(key: key, cursor: cursor)
  }

  private mutating func drawReader(_ state: BrowserState, _ layout: ScreenLayout) {
    guard let frame = layout.reader else { return }
    var person: SidebarItem?
    if case .person = state.sidebar.selected { person = state.sidebar.selected }
    let key = ReaderKey(
      reader: state.reader, person: person, isFocused: state.focus == .reader,
      isWaiting: state.list.matching > 0 || !state.list.isLoaded,
      isRaw: state.isRaw && !state.showsRawBeside, words: state.words, selection: state.selection)
    guard key != reader?.key else { return }
    panes.fill(frame)
    panes.cursor = nil
    ReaderView.draw(state, layout, into: &panes)
    reader = Part(key: key, cursor: panes.cursor)
  }

  private mutating func drawSidebar(_ state: BrowserState, _ layout: ScreenLayout) {
    guard let frame = layout.sidebar else { return }
    let key = SidebarKey(
      sidebar: state.sidebar, article: state.reader.article, quote: state.reader.currentQuote,
      finder: state.filter.finder, isFocused: state.focus == .sidebar,
      rawTop: state.showsRawBeside ? state.reader.top : nil, words: state.words,
      marked: state.marked.quotes.map(\.key))
    guard key != sidebar?.key else { return }
    panes.fill(frame)
    panes.cursor = nil
    Screen.drawSidebar(state, layout, into: &panes)
    sidebar = Part(key: key, cursor: panes.cursor)
  }
}

extension CellGrid {
  fileprivate mutating func fill(_ frame: PaneFrame) {
    if let heading = frame.heading { fill(heading) }
    fill(frame.body)
  }
}

extension Rect {
  /// The rows that lie in another rectangle too.
  fileprivate func within(_ other: Rect) -> Rect {
    Rect(
      column: column, row: row, columns: columns,
      rows: max(0, min(endRow, other.endRow) - row))
  }
}
