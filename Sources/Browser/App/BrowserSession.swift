import Model

/// Opens the terminal, runs the browser in it until the user leaves, and gives the terminal back.
/// - Throws: why there can be no screen.
func runBrowser(
  paths: [String], title: String, mouse: Bool, color: ColorMode
) throws(TerminalError) {
  let terminal = try NcursesTerminal(mouse: mouse, color: color)
  echoEvents(of: terminal, title: title)
  terminal.close()
  terminal.endAsAsked()
}

/// Stands in for the browser.
private func echoEvents(of terminal: NcursesTerminal, title: String) {
  var lines: [String] = []
  while true {
    var grid = CellGrid(size: terminal.size)
    grid.write(" onrecord · \(title)", column: 0, row: 0, limit: grid.size.columns, role: .status)
    for (index, line) in lines.suffix(max(0, grid.size.rows - 1)).enumerated() {
      grid.write(
        line, column: 0, row: index + 1, limit: grid.size.columns,
        role: Role.allCases[index % Role.allCases.count])
    }
    grid.cursor = Position(column: 0, row: min(lines.count, grid.size.rows - 1))
    terminal.show(grid)
    let event = terminal.nextEvent()
    switch event {
    case .hangUp, .key(.character("q")): return
    case .key(.control("z")): terminal.suspend()
    case .key(.control("l")): terminal.invalidate()
    case .key(let key): lines.append("key \(key.name)")
    default: lines.append("\(event)")
    }
  }
}
