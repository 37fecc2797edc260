/// What a key or a line after `:` can ask for.
enum Command: Hashable, Sendable, CaseIterable {
  // Moving.
  case moveDown, moveUp, first, last, halfPageDown, halfPageUp, pageDown, pageUp
  // Panes.
  case nextPane, previousPane, showArticles, showReader, showSidebar, open, back, maximise
  case jumpBack, jumpForward
  // Reading.
  case nextQuote, previousQuote, nextMatch, previousMatch, toggleRemoved, toggleRaw
  case wider, narrower, justify, indent, spacing, set
  // Doing.
  case undo, yankQuote, yankCitation, yankMarkdown, yankBibTeX, yankCSL, yankArticle, yankPath
  case yankURL, openPager, openEditor, openBrowser, pipe, export
  // The program.
  case filter, commandLine, help, tutorial, findings, record, replay, toggleMouse, redraw, suspend
  case interrupt, quit
  // In the prompt.
  case keepFilter, clearFilter, caretLeft, caretRight, caretToStart, caretToEnd, deleteBackward
  case deleteForward, deleteWord, deleteToStart, deleteToEnd, recallOlder, recallNewer, complete
}

/// Where a key can be pressed.
enum Context: Hashable, Sendable, CaseIterable {
  case list, reader, sidebar, help, findings, prompt

  /// The three panes.
  static let panes: Set<Context> = [.list, .reader, .sidebar]
  /// All but the prompt.
  static let screens: Set<Context> = [.list, .reader, .sidebar, .help, .findings]

  /// Where a key would work, for a notice.
  var place: String {
    switch self {
    case .list: "the list"
    case .reader: "the reader"
    case .sidebar: "people and quotes"
    case .help: "the help"
    case .findings: "the findings"
    case .prompt: "the filter prompt"
    }
  }
}
