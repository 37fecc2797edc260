import Model

/// The card of the walk, over the last rows of the panes.
enum TutorialView {
  static func draw(_ state: BrowserState, _ layout: ScreenLayout, into grid: inout CellGrid) {
    guard let tutorial = state.tutorial, state.prompt == nil || layout.middle.rows > 8 else {
      return
    }
    let width = grid.size.columns
    let words = state.words(.tutorial(tutorial.current))
    let bytes = Array(words.utf8)
    let lines = LineBreaker.lines(
      of: TextSpan(0, bytes.count), in: bytes, measure: max(1, width - 4))
    let rows = min(lines.count + 1, layout.middle.rows - 1)
    guard rows > 1 else { return }
    let first = layout.middle.endRow - rows - (state.prompt == nil ? 0 : 1)
    grid.fill(Rect(column: 0, row: first, columns: width, rows: rows), role: .prompt)
    let heading = Rect(column: 0, row: first, columns: width, rows: 1)
    grid.writeHeading(
      state.words(
        .tutorialStep(tutorial.step + 1, of: TutorialState.Step.allCases.count)),
      right: "", in: heading, isFocused: false, rule: true)
    for (index, line) in lines.prefix(rows - 1).enumerated() {
      grid.write(
        String(decoding: bytes[line.range], as: UTF8.self), column: 2, row: first + 1 + index,
        limit: width, role: .prompt)
    }
  }
}
