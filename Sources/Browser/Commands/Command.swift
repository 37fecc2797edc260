/// What a key or a line after `:` can ask for.
enum Command: Hashable, Sendable, CaseIterable {
  // Moving.
  case moveDown, moveUp, first, last, halfPageDown, halfPageUp, pageDown, pageUp
  // Panes.
  case nextPane, previousPane, showArticles, showReader, showSidebar, open, back, maximise
  case jumpBack, jumpForward
  // Reading.
  case nextQuote, previousQuote, nextMatch, previousMatch, toggleRemoved, toggleRaw
  case toggleLinks
  case wider, narrower, justify, indent, spacing, set
  // Views.
  case showQuotes, showNames, showPerson, showTimeline, compare, order, columns, otherKind, dropTerm
  case toggleFold, unfoldAll, foldAll
  case saveFilter, showFilters, renameFilter, removeFilter
  // Doing.
  case toggleRead, toggleStar, tag, note, mark, markAll, undo, redo
  case yankQuote, yankCitation, yankMarkdown, yankBibTeX, yankCSL, yankArticle, yankPath
  case yankURL, openPager, openEditor, openBrowser, pipe, export
  // Putting right.
  case correct, selectWords, nextWord, previousWord, wordLineDown, wordLineUp, otherEnd, takeWords
  case leaveWords
  // Questions.
  case answer, leaveQuestion, completeAnswer
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
  /// Views over the panes.
  case quotes, names, person, timeline, compare
  /// The filters that have names.
  case filters
  /// A question on the last line.
  case question
  /// Marking words in the reader.
  case selecting

  /// The three panes.
  static let panes: Set<Context> = [.list, .reader, .sidebar]
  /// The views over the panes.
  static let views: Set<Context> = [.quotes, .names, .person, .timeline, .compare]
  /// Where quotes can be cited.
  static let citing: Set<Context> = panes.union([.quotes, .person, .compare])
  /// Panes and views.
  static let places: Set<Context> = panes.union(views)
  /// Where text is typed.
  static let lines: Set<Context> = [.prompt, .question]
  /// All but the prompt, questions and marking.
  static let screens: Set<Context> = places.union([.filters, .help, .findings])

  /// Where a key would work, for a notice.
  var place: String {
    switch self {
    case .list: "the list"
    case .reader: "the reader"
    case .sidebar: "people and quotes"
    case .help: "the help"
    case .findings: "the findings"
    case .prompt: "the filter prompt"
    case .quotes: "the quotes"
    case .names: "the people of the filter"
    case .person: "a person's view"
    case .timeline: "the timeline"
    case .compare: "the comparison"
    case .filters: "the saved filters"
    case .question: "a question"
    case .selecting: "the marked words"
    }
  }
}
