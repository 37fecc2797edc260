import Model

/// The help, made from the command table.
enum HelpView {
  static func draw(
    _ state: BrowserState, _ help: HelpState, _ layout: ScreenLayout, into grid: inout CellGrid
  ) {
    let all = state.helpLines(help)
    let lines = all.lines
    let title = state.words(.keys)
    let body = OverlayFrame.draw(
      title, right: OverlayFrame.position(help.top, lines.count, layout), layout, into: &grid)
    guard !lines.isEmpty else {
      grid.writeSentences([state.words(.nothingFound(help.query))], in: body)
      return
    }
    let selected = all.commands.indices.contains(help.selected) ? all.commands[help.selected] : -1
    let first = max(0, min(help.top, lines.count))
    for (index, line) in lines[first...].prefix(max(0, body.rows)).enumerated() {
      let row = body.row + index
      switch line {
      case .blank: break
      case .heading(let words):
        grid.write(words, column: 1, row: row, limit: body.endColumn, role: .heading)
      case .words(let words):
        grid.writeMarked(words, column: 3, row: row, limit: body.endColumn)
      case .keys(let keys, let words, let command):
        draw(keys, words, command, isSelected: first + index == selected, row, body, into: &grid)
      case .field(let name, let words):
        draw(name, words, nil, isSelected: false, row, body, into: &grid)
      }
    }
  }

  private static func draw(
    _ keys: String, _ words: String, _ command: CommandRow?, isSelected: Bool, _ row: Int,
    _ body: Rect, into grid: inout CellGrid
  ) {
    let column = body.columns >= 60 ? 22 : 14
    if isSelected {
      grid.write("▌", column: 1, row: row, limit: body.endColumn, role: .marker)
      grid.cursor = Position(column: min(2, max(0, body.columns - 1)), row: row)
    }
    let emphasis: Emphasis = isSelected ? .selected : []
    grid.writeMarked(
      whole(keys, within: column - 4), column: 3, row: row, limit: column - 1, role: .prompt,
      emphasis: emphasis)
    grid.writeMarked(words, column: column, row: row, limit: body.endColumn, emphasis: emphasis)
    guard let command, body.columns >= 100 else { return }
    grid.writeRight(
      command.name + (command.argument.map { " " + $0 } ?? ""), row: row,
      from: column + DisplayText.width(of: words) + 2, limit: body.endColumn - 1, role: .dim)
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
    _ state: BrowserState, _ list: FindingsState, _ layout: ScreenLayout,
    into grid: inout CellGrid
  ) {
    let findings = state.findings
    let words = state.words
    let place =
      findings.isEmpty
      ? ""
      : words(.position(words.number(list.selected + 1), of: words.number(findings.count)))
    let body = OverlayFrame.draw(words(.findings), right: place, layout, into: &grid)
    guard !findings.isEmpty else {
      grid.writeSentences([words(.everyFileRead)], in: body)
      return
    }
    let first = max(0, min(list.top, findings.count))
    for (index, finding) in findings[first...].prefix(max(0, body.rows)).enumerated() {
      let row = body.row + index
      let isSelected = first + index == list.selected
      if isSelected {
        grid.write("▌", column: 0, row: row, limit: body.endColumn, role: .marker)
        grid.cursor = Position(column: min(1, max(0, body.columns - 1)), row: row)
      }
      let reason = words(finding)
      let width = DisplayText.width(of: reason)
      let room = max(body.columns / 3, body.columns - width - 4)
      let end = grid.writeMarked(
        finding.path, column: 1, row: row, limit: body.column + room, role: .text,
        emphasis: isSelected ? .selected : [])
      grid.writeMarked(
        reason, column: end + 2, row: row, limit: body.endColumn,
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
