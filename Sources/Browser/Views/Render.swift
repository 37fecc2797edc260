import Model

/// The whole screen as cells: a pure function of the state.
func render(_ state: BrowserState) -> CellGrid {
  var grid = CellGrid(size: state.size)
  let layout = state.layout
  guard layout.arrangement != .tooSmall else {
    TooSmallView.draw(state.words, into: &grid)
    return grid
  }
  ListView.draw(state, layout, into: &grid)
  ReaderView.draw(state, layout, into: &grid)
  Screen.drawSidebar(state, layout, into: &grid)
  Screen.drawBorders(layout, into: &grid)
  TopLine.draw(TopLine.Key(state, layout), layout, into: &grid)
  StatusLine.draw(StatusLine.Key(state), layout, into: &grid)
  Screen.drawOver(state, layout, into: &grid)
  if layout.options.isLinear { grid.useLinearSigns() }
  return grid
}

/// What is drawn around the panes and over them.
enum Screen {
  /// People and quotes, or the file's own lines beside the text.
  static func drawSidebar(
    _ state: BrowserState, _ layout: ScreenLayout, into grid: inout CellGrid
  ) {
    if state.showsRawBeside, let frame = layout.sidebar {
      RawView.draw(state, in: frame, into: &grid)
    } else {
      SidebarView.draw(state, layout, into: &grid)
    }
  }

  static func drawBorders(_ layout: ScreenLayout, into grid: inout CellGrid) {
    for border in layout.borders {
      for row in border.row..<border.endRow {
        grid.write("│", column: border.column, row: row, limit: border.endColumn, role: .border)
      }
    }
  }

  /// Whether anything lies over the panes or over the last line.
  static func isCovered(_ state: borrowing BrowserState) -> Bool {
    !state.views.isEmpty || state.overlay != nil || state.tutorial != nil || state.ask != nil
      || state.prompt != nil
  }

  /// What lies over the panes and over the last line.
  static func drawOver(_ state: BrowserState, _ layout: ScreenLayout, into grid: inout CellGrid) {
    if let view = state.view { ViewScreen.draw(view, state, layout, into: &grid) }
    switch state.overlay {
    case nil: break
    case .help(let help): HelpView.draw(state, help, layout, into: &grid)
    case .findings(let list): FindingsView.draw(state, list, layout, into: &grid)
    }
    TutorialView.draw(state, layout, into: &grid)
    if let ask = state.ask {
      AskView.draw(ask, state, row: layout.bottomRow, into: &grid)
    }
    PromptView.draw(state, layout, into: &grid)
  }
}

/// What is said where not even one pane fits.
enum TooSmallView {
  static func draw(_ words: Words, into grid: inout CellGrid) {
    let sentence = words(
      .tooSmall(columns: ScreenLayout.leastColumns, rows: ScreenLayout.leastRows))
    let bytes = Array(sentence.utf8)
    let all = TextSpan(0, bytes.count)
    let lines = bytes.withUnsafeBufferPointer {
      LineBreaker.lines(of: all, in: $0, measure: max(1, grid.size.columns))
    }
    for (row, line) in lines.enumerated() {
      let text = String(decoding: bytes[line.range], as: UTF8.self)
      grid.write(text, column: 0, row: row, limit: grid.size.columns, role: .warning)
    }
    if grid.size.columns > 0, grid.size.rows > 0 { grid.cursor = Position(column: 0, row: 0) }
  }
}
