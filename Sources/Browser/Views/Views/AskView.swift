import Model

/// A question on the last line, and above it what can be answered or what is wrong.
enum AskView {
  /// Sentences in full, on as many rows as they take.
  private static func drawDetails(_ details: [String], above row: Int, into grid: inout CellGrid) {
    guard !details.isEmpty else { return }
    let width = grid.size.columns
    let lines = details.reduce(0) { count, sentence in
      let bytes = Array(sentence.utf8)
      return count
        + LineBreaker.lines(
          of: TextSpan(0, bytes.count), in: bytes, measure: max(1, width - 3)
        ).count
    }
    let rows = min(lines + 2, row - 1)
    guard rows > 0 else { return }
    let first = row - rows
    grid.fill(Rect(column: 0, row: first, columns: width, rows: rows), role: .prompt)
    for column in 0..<width {
      grid.write("─", column: column, row: first, limit: width, role: .border)
    }
    grid.writeSentences(
      details, in: Rect(column: 0, row: first + 1, columns: width, rows: rows - 1), role: .prompt)
  }

  static func draw(_ ask: AskState, _ state: BrowserState, row: Int, into grid: inout CellGrid) {
    let width = grid.size.columns
    for row in row - 1...row {
      grid.fill(Rect(column: 0, row: row, columns: width, rows: 1), role: .prompt)
    }
    if let choices = ask.choices {
      drawDetails(ask.details, above: row - 1, into: &grid)
      let end = grid.writeMarked(ask.label, column: 1, row: row - 1, limit: width, role: .prompt)
      if let notice = state.notice, end + 2 < width {
        grid.writeMarked(notice.text, column: end + 2, row: row - 1, limit: width, role: .warning)
      }
      var at = 1
      for choice in choices {
        let next = grid.write(
          String(choice.key), column: at, row: row, limit: width, role: .marker)
        at = grid.write(" \(choice.words)  ", column: next, row: row, limit: width, role: .prompt)
      }
      let leave = "Esc " + state.words(.hintLeave)
      if at + leave.count < width {
        grid.write(leave, column: at, row: row, limit: width, role: .dim)
      }
      grid.cursor = Position(column: min(1, width - 1), row: row)
      return
    }
    let label = ask.label == "/" ? "/ " : ask.label + ": "
    let start = grid.writeMarked(
      label, column: 1, row: row, limit: max(2, width / 2), role: .marker)
    let before = String(ask.line.characters[..<ask.line.caret])
    let room = max(1, width - start - 1)
    // The caret stays on the line: of a long text the end before it is seen.
    var shown = before[...]
    while DisplayText.width(of: shown) >= room, !shown.isEmpty { shown.removeFirst() }
    let caret = grid.write(shown, column: start, row: row, limit: width, role: .prompt)
    let rest = String(ask.line.characters[ask.line.caret...])
    let end = grid.writeMarked(rest, column: caret, row: row, limit: width, role: .prompt)
    grid.cursor = Position(column: min(caret, width - 1), row: row)
    let done = state.words(ask.label == "/" ? .hintKeep : .hintDone)
    let hints = "Enter \(done)  Esc \(state.words(.hintLeave))"
    grid.writeRight(hints, row: row, from: end + 2, limit: width - 1, role: .dim)
    if let problem = ask.problem ?? state.notice?.text {
      grid.writeMarked(problem, column: 1, row: row - 1, limit: width, role: .warning)
    } else if ask.candidates.isEmpty {
      grid.writeMarked(ask.help, column: 1, row: row - 1, limit: width, role: .dim)
    } else {
      let names = ask.candidates.joined(separator: " · ")
      let least = grid.writeMarked(
        "Tab: " + names, column: 1, row: row - 1, limit: width, role: .prompt)
      grid.writeRight(ask.help, row: row - 1, from: least + 2, limit: width - 1, role: .dim)
    }
  }
}
