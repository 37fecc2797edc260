import Model

/// The help, made from the command table.
enum HelpView {
  static func draw(from top: Int, _ layout: ScreenLayout, into grid: inout CellGrid) {
    let body = OverlayFrame.draw(
      "KEYS", right: OverlayFrame.position(top, HelpLines.all.count, layout), layout, into: &grid)
    let lines = HelpLines.all
    for (index, line) in lines[min(top, lines.count)...].prefix(max(0, body.rows)).enumerated() {
      let row = body.row + index
      switch line {
      case .blank: break
      case .heading(let words):
        grid.write(words, column: 1, row: row, limit: body.endColumn, role: .heading)
      case .words(let words):
        grid.writeMarked(words, column: 3, row: row, limit: body.endColumn)
      case .keys(let keys, let help, let name):
        let column = body.columns >= 60 ? 22 : 14
        let isWide = body.columns >= 100
        grid.writeMarked(
          whole(keys, within: column - 4), column: 3, row: row, limit: column - 1, role: .prompt)
        grid.writeMarked(help, column: column, row: row, limit: body.endColumn)
        if isWide {
          grid.writeRight(
            name, row: row, from: column + DisplayText.width(of: help) + 2,
            limit: body.endColumn - 1, role: .dim)
        }
      }
    }
  }
}

extension HelpView {
  /// As many keys as there is room for, but one at least.
  private static func whole(_ keys: String, within columns: Int) -> String {
    var names = keys.split(separator: " ")
    while names.count > 1, names.reduce(names.count - 1, { $0 + $1.count }) > columns {
      names.removeLast()
    }
    return names.joined(separator: " ")
  }
}

/// Files that could not be read, and why.
enum FindingsView {
  static func draw(
    _ state: BrowserState, from top: Int, _ layout: ScreenLayout, into grid: inout CellGrid
  ) {
    let findings = state.findings
    let body = OverlayFrame.draw(
      "FINDINGS", right: OverlayFrame.position(top, findings.count, layout), layout, into: &grid)
    guard !findings.isEmpty else {
      grid.writeSentences(["Every file could be read."], in: body)
      return
    }
    for (index, finding) in findings[min(top, findings.count)...].prefix(max(0, body.rows))
      .enumerated()
    {
      let row = body.row + index
      let words = finding.words
      let width = DisplayText.width(of: words)
      let room = max(body.columns / 3, body.columns - width - 4)
      let end = grid.writeMarked(
        finding.path, column: 1, row: row, limit: body.column + room, role: .text)
      grid.writeMarked(
        words, column: end + 2, row: row, limit: body.endColumn,
        role: finding.isFatal ? .warning : .dim)
    }
  }
}

/// What covers the panes.
enum OverlayFrame {
  /// Clears the middle and writes a heading; returns what is left.
  static func draw(
    _ title: String, right: String, _ layout: ScreenLayout, into grid: inout CellGrid
  ) -> Rect {
    let middle = layout.middle
    grid.fill(middle)
    let heading = Rect(column: 0, row: middle.row, columns: middle.columns, rows: 1)
    grid.writeHeading(title, right: right, in: heading, isFocused: true)
    grid.cursor = Position(column: 0, row: middle.row + 1)
    return Rect(
      column: 0, row: middle.row + 1, columns: middle.columns, rows: max(0, middle.rows - 1))
  }

  static func position(_ top: Int, _ count: Int, _ layout: ScreenLayout) -> String {
    let rows = max(1, layout.middle.rows - 1)
    guard count > rows else { return count == 0 ? "" : "\(count)" }
    return "\(min(100, (top + rows) * 100 / count)) %"
  }
}
