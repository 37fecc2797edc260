/// What a key can ask for.
enum Command: Hashable, Sendable, CaseIterable {
  // Moving.
  case moveDown, moveUp, first, last, halfPageDown, halfPageUp, pageDown, pageUp
  // Panes.
  case nextPane, previousPane, showArticles, showReader, showSidebar, open, back, maximise
  // Reading.
  case nextQuote, previousQuote, nextMatch, previousMatch, toggleRemoved
  // The program.
  case filter, order, names, help, findings, toggleMouse, redraw, suspend, interrupt, quit
  // In the prompt.
  case keepFilter, clearFilter, caretLeft, caretRight, caretToStart, caretToEnd, deleteBackward
  case deleteForward, deleteWord, deleteToStart, deleteToEnd, recallOlder, recallNewer, complete
}

/// Where a key can be pressed.
enum Context: Hashable, Sendable, CaseIterable {
  case list, reader, sidebar, help, findings, names, prompt

  /// The three panes.
  static let panes: Set<Context> = [.list, .reader, .sidebar]
  /// All but the prompt.
  static let screens: Set<Context> = [.list, .reader, .sidebar, .help, .findings, .names]

  /// Where a key would work, for a notice.
  var place: String {
    switch self {
    case .list: "the list"
    case .reader: "the reader"
    case .sidebar: "people and quotes"
    case .help: "the help"
    case .findings: "the findings"
    case .names: "the names"
    case .prompt: "the filter prompt"
    }
  }
}
