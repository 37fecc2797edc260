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
  private var heading: HeadingKey?
  private var listCursor: Position?
  private var rows: [ListRow?] = []
  /// The columns of their headlines.
  private var headlines: [Range<Int>] = []
  /// What `rows` were drawn from; nil before they were, and while there are none.
  private var listRows: ListRows?
  private var selected = 0
  /// What was drawn last, where a step through the list could be drawn by itself.
  private var drawn: StateBytes?
  private var canStep = false
  private var isReadingSelected = false
  private var reader: Part<ReaderKey>?
  private var sidebar: Part<SidebarKey>?

  /// A part of the screen that was drawn.
  private struct Part<Key> {
    var key: Key
    /// Where it wants the cursor.
    var cursor: Position?
  }

  /// What the heading of the list depends on.
  private struct HeadingKey: Equatable {
    let position: String
    let isFocused: Bool
    let words: Words
  }

  /// What the reader depends on; `holds` tells whether a state has the same, without copying it.
  private struct ReaderKey {
    let reader: ReaderState
    /// The person whose mentions are marked.
    let person: SidebarItem?
    let isFocused: Bool
    /// Of a reader without an article.
    let isWaiting: Bool
    /// Words that are being marked.
    let selection: WordSelection?
    let isRaw: Bool
    let words: Words

    init(_ state: borrowing BrowserState) {
      reader = state.reader
      person = Self.person(state)
      isFocused = state.focus == .reader
      isWaiting = Self.isWaiting(state)
      selection = state.selection
      isRaw = Self.isRaw(state)
      words = state.words
    }

    func holds(_ state: borrowing BrowserState) -> Bool {
      isFocused == (state.focus == .reader) && isWaiting == Self.isWaiting(state)
        && isRaw == Self.isRaw(state) && person == Self.person(state) && words == state.words
        && selection == state.selection && reader == state.reader
    }

    private static func person(_ state: borrowing BrowserState) -> SidebarItem? {
      if case .person = state.sidebar.selected { state.sidebar.selected } else { nil }
    }

    private static func isWaiting(_ state: borrowing BrowserState) -> Bool {
      state.list.matching > 0 || !state.list.isLoaded
    }

    private static func isRaw(_ state: borrowing BrowserState) -> Bool {
      state.isRaw && !state.showsRawBeside
    }
  }

  /// What the sidebar depends on.
  private struct SidebarKey {
    let sidebar: SidebarState
    let article: Article?
    let quote: Int?
    let finder: MatchFinder
    let isFocused: Bool
    let marked: [QuoteRow]
    /// The first line of the reader, where the file stands beside it.
    let rawTop: Int?
    let words: Words

    init(_ state: borrowing BrowserState) {
      sidebar = state.sidebar
      article = state.reader.article
      quote = state.reader.currentQuote
      finder = state.filter.finder
      isFocused = state.focus == .sidebar
      marked = state.marked.quotes
      rawTop = Self.rawTop(state)
      words = state.words
    }

    func holds(_ state: borrowing BrowserState) -> Bool {
      isFocused == (state.focus == .sidebar) && quote == state.reader.currentQuote
        && rawTop == Self.rawTop(state) && words == state.words && finder == state.filter.finder
        && sidebar == state.sidebar && marked == state.marked.quotes
        && article == state.reader.article
    }

    private static func rawTop(_ state: borrowing BrowserState) -> Int? {
      state.showsRawBeside ? state.reader.top : nil
    }
  }

  /// The screen of a state.
  /// - Parameter state: where it lies from screen to screen, so that it need not be copied.
  mutating func draw(at state: UnsafePointer<BrowserState>) -> CellGrid {
    if let drawn, drawn.differsInSelectionOnly(state), let grid = drawStep(state.pointee) {
      return grid
    }
    let grid = draw(state.pointee)
    drawn = canStep ? StateBytes(state) : nil
    return grid
  }

  /// The screen of a state.
  mutating func draw(_ state: BrowserState) -> CellGrid {
    drawn = nil
    canStep = false
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
    grid.cursor = cursor(in: state.focus)
    let isCovered = Screen.isCovered(state)
    if isCovered { Screen.drawOver(state, layout, into: &grid) }
    if layout.options.isLinear { grid.useLinearSigns() }
    canStep = !isCovered && !layout.options.isLinear && listRows != nil
    isReadingSelected = state.reader.key == state.list.selectedKey
    return grid
  }

  /// The screen after a step through the list; nil where more has changed.
  private mutating func drawStep(_ state: BrowserState) -> CellGrid? {
    guard let layout, let frame = layout.list else { return nil }
    let old = selected - state.list.top
    let new = state.list.selected - state.list.top
    guard rows.indices.contains(old), rows.indices.contains(new), rows[new] != nil else {
      return nil
    }
    if old != new {
      drawHeading(state, frame)
      panes.cursor = nil
      for slot in [old, new] {
        rows[slot]?.isSelected = slot == new
        rows[slot]?.drawSelection(headlines[slot], into: &panes)
      }
      selected = state.list.selected
      listCursor = panes.cursor ?? listCursor
    }
    // The last line tells of the article that is read, where it is the selected one, and of repeats.
    let isReadingSelected = state.reader.key == state.list.selectedKey
    if layout.arrangement != .columns || isReadingSelected != self.isReadingSelected
      || StatusLine.Key.hasFold(state) != statusLine?.hasFold
    {
      self.isReadingSelected = isReadingSelected
      drawLines(state, layout)
    }
    var grid = panes
    grid.cursor = cursor(in: state.focus)
    return grid
  }

  private func cursor(in pane: Pane) -> Position? {
    switch pane {
    case .list: listCursor
    case .reader: reader?.cursor
    case .sidebar: sidebar?.cursor
    }
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
    heading = nil
    listCursor = nil
    reader = nil
    sidebar = nil
    listRows = nil
    Screen.drawBorders(layout, into: &panes)
  }

  private mutating func drawList(_ state: BrowserState, _ layout: ScreenLayout) {
    guard let frame = layout.list else { return }
    let isEmpty = state.list.matching == 0
    drawHeading(state, frame)
    if isEmpty || listRows == nil {
      panes.fill(frame.body)
      rows = Array(repeating: nil, count: layout.listRows)
      headlines = Array(repeating: 0..<0, count: layout.listRows)
      listRows = nil
    }
    panes.cursor = nil
    if isEmpty {
      ListView.drawEmptiness(state, frame, into: &panes)
      listCursor = panes.cursor
      return
    }
    let new = ListRows(state)
    let now = state.list.selected
    for slot in changedSlots(new, selected: now) {
      let row = ListRow(slot, of: new, selected: now, layout, in: frame.body)
      guard row != rows[slot] else { continue }
      if let old = rows[slot] { panes.fill(old.rect.within(frame.body)) }
      rows[slot] = row
      headlines[slot] = row?.draw(into: &panes) ?? 0..<0
    }
    listRows = new
    selected = now
    // The selected row may have been scrolled away.
    let isInView = (state.list.top..<state.list.top + rows.count).contains(now)
    listCursor = isInView ? panes.cursor ?? listCursor : nil
  }

  private mutating func drawHeading(_ state: BrowserState, _ frame: PaneFrame) {
    let key = HeadingKey(
      position: ListView.position(state.list, state.words), isFocused: state.focus == .list,
      words: state.words)
    guard key != heading else { return }
    heading = key
    if let rect = frame.heading { panes.fill(rect) }
    ListView.drawHeading(
      key.position, isFocused: key.isFocused, key.words, frame, into: &panes)
  }

  /// The rows that may look different now: two where only the selection moved, else all.
  private func changedSlots(_ new: ListRows, selected now: Int) -> [Int] {
    guard let listRows, listRows == new else { return Array(rows.indices) }
    let slots =
      selected == now ? [now - new.list.top] : [selected - new.list.top, now - new.list.top]
    return slots.filter { rows.indices.contains($0) }
  }

  private mutating func drawReader(_ state: BrowserState, _ layout: ScreenLayout) {
    guard let frame = layout.reader, reader?.key.holds(state) != true else { return }
    panes.fill(frame)
    panes.cursor = nil
    ReaderView.draw(state, layout, into: &panes)
    reader = Part(key: ReaderKey(state), cursor: panes.cursor)
  }

  private mutating func drawSidebar(_ state: BrowserState, _ layout: ScreenLayout) {
    guard let frame = layout.sidebar, sidebar?.key.holds(state) != true else { return }
    panes.fill(frame)
    panes.cursor = nil
    Screen.drawSidebar(state, layout, into: &panes)
    sidebar = Part(key: SidebarKey(state), cursor: panes.cursor)
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
