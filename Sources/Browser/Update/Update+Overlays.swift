import Model

extension BrowserState {
  mutating func toggleHelp(_ argument: String?) -> [Effect] {
    if case .help = overlay, argument == nil {
      overlay = nil
    } else {
      helps += 1
      overlay = .help(HelpState(context: context, query: argument ?? ""))
    }
    return []
  }

  mutating func toggleFindings() -> [Effect] {
    if case .findings = overlay {
      overlay = nil
      return []
    }
    overlay = .findings(FindingsState())
    return [loadFindings()]
  }

  /// Asks for the findings anew.
  mutating func loadFindings() -> Effect {
    findingsRequest = nextRequest()
    return .loadFindings(request: findingsRequest)
  }

  /// The file that is chosen among those that could not be read; nil where they are not on the screen.
  var chosenFinding: Finding? {
    guard case .findings(let list) = overlay, findings.indices.contains(list.selected) else {
      return nil
    }
    return findings[list.selected]
  }

  /// The rows of an overlay below its heading.
  var overlayRows: Int { max(1, layout.middle.rows - 1) }

  mutating func scrollOverlay(_ motion: Motion) {
    switch overlay {
    case nil: break
    case .help(var help):
      let lines = helpLines(help)
      let last = lines.commands.count - 1
      help.selected = max(
        0, min(motion.target(from: help.selected, count: last + 1, page: overlayRows), last))
      // At the end stands what is no command.
      if help.selected == last { help.top = lines.lines.count }
      overlay = .help(help)
    case .findings(var list):
      list.selected = motion.target(
        from: list.selected, count: findings.count, page: overlayRows)
      overlay = .findings(list)
    }
    clampOverlay()
  }

  mutating func clampOverlay() {
    switch overlay {
    case nil: break
    case .help(var help):
      let lines = helpLines(help)
      help.selected = max(0, min(help.selected, lines.commands.count - 1))
      let rows = overlayRows
      if lines.commands.indices.contains(help.selected) {
        let line = lines.commands[help.selected]
        if help.selected == 0 { help.top = 0 }
        help.top = max(min(help.top, line), line - rows + 1)
      }
      help.top = max(0, min(help.top, lines.lines.count - rows))
      overlay = .help(help)
    case .findings(var list):
      list.keepInView(count: findings.count, rows: overlayRows)
      overlay = .findings(list)
    }
  }

  /// The lines of the help.
  func helpLines(_ help: HelpState) -> HelpLines {
    HelpLines(from: help.context, query: help.query, keymap: keymap, words: words)
  }

  /// Enter in the help: closes it and does the chosen command where it was asked for.
  mutating func doChosenCommand(_ help: HelpState) -> [Effect] {
    guard let row = helpLines(help).row(help.selected) else { return [] }
    overlay = nil
    if !row.contexts.contains(context) {
      return row.contexts == [.prompt] ? openPrompt() : say(.noCommand(row.name, nearest: nil))
    }
    // What needs words is put on the command line to be finished.
    if row.argument != nil,
      ![.filter, .help, .record, .replay, .pipe, .export].contains(row.command)
    {
      return openCommandLine(row.name + " ")
    }
    return perform(row.command)
  }
}
