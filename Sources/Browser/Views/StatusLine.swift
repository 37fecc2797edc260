import Model

/// The last line: where the selected thing stands and why it was found, and the next keys.
enum StatusLine {
  /// All that its cells depend on.
  struct Key: Hashable {
    let context: Context
    let notice: Notice?
    let words: StatusWords
    let hasRows: Bool
    /// Whether repeats are folded behind the selected row, or listed below it.
    let hasFold: Bool
    let isFiltered: Bool
    let hasRefused: Bool
    let hasMatches: Bool
    let selected: SidebarItem?
    let hasQuotes: Bool
    let isNarrowed: Bool
    /// Whether a timeline goes by years.
    let isByYear: Bool
    /// Whether a view stands on a person.
    let hasPerson: Bool
    let keymap: Keymap
    let language: Words

    /// Whether the selected row is one of those behind which repeats are folded.
    static func hasFold(_ state: borrowing BrowserState) -> Bool {
      state.focus == .list && state.list.foldsRepeats
        && state.list.row(state.list.selected).map { $0.repeats > 0 } == true
    }

    init(_ state: borrowing BrowserState) {
      keymap = state.keymap
      language = state.words
      context = state.context
      notice = state.notice
      if let notice {
        words = StatusWords(before: notice.text)
      } else {
        words = StatusWords(placing: state)
      }
      hasRows = state.list.matching > 0
      hasFold = Self.hasFold(state)
      isFiltered = !state.filter.isEmpty
      hasRefused = state.progress.refused > 0
      hasMatches = !state.reader.matches.isEmpty
      selected = state.sidebar.selected
      hasQuotes = !state.sidebar.quotes.isEmpty
      isNarrowed = state.sidebar.narrowedTo != nil
      hasPerson = state.view?.selectedPerson != nil
      isByYear = state.view?.bars.first.map { $0.month == nil } ?? false
    }
  }

  static func draw(_ state: Key, _ layout: ScreenLayout, into grid: inout CellGrid) {
    let row = layout.bottomRow
    let width = grid.size.columns
    grid.fill(Rect(column: 0, row: row, columns: width, rows: 1), role: .status)
    let notice = state.notice
    let words = state.words
    let wanted = DisplayText.width(of: words.text)
    // The first of the keys stays while two thirds are left for the words; a notice is told whole.
    let least = min(wanted, notice == nil ? width * 2 / 3 : width)
    var hints = self.hints(for: state)
    func room() -> Int { width - DisplayText.width(of: joined(hints)) - 4 }
    if state.context == .list, notice == nil {
      // The words come and go with each step through the list; the keys beside them stay.
      while hints.count > 1, DisplayText.width(of: joined(hints)) > width * 2 / 5 {
        hints.removeLast()
      }
    } else {
      while hints.count > 1, room() < wanted { hints.removeLast() }
      if hints.count == 1, room() < least { hints = [] }
    }
    let end = grid.writeRight(
      joined(hints), row: row, from: 0, limit: width - 1, role: .status)
    let limit = hints.isEmpty ? width : end - 1
    grid.writeMarked(
      words.text(within: limit - 1), column: 1, row: row, limit: limit,
      role: notice?.isWarning == true ? .warning : .status)
  }

  private static func joined(_ hints: [String]) -> String { hints.joined(separator: "  ") }

  private static func hints(for state: Key) -> [String] {
    func hint(_ command: Command, _ word: String? = nil) -> String {
      let hint = CommandTable.row(of: command).map { state.language.hint($0) } ?? ""
      return "\(state.keymap.keyName(of: command)) \(word ?? hint)"
    }
    let quotes = "\(state.keymap.keyName(of: .previousQuote)) " + hint(.nextQuote)
    let matches = "\(state.keymap.keyName(of: .nextMatch)) " + hint(.previousMatch)
    switch state.context {
    case .list:
      let open = state.hasRows ? [hint(.open)] : []
      let clear = state.isFiltered ? [hint(.back, state.language(.hintNoFilter))] : []
      let findings = state.hasRefused ? [hint(.findings, state.language(.hintNotRead))] : []
      let fold = state.hasFold ? [hint(.toggleFold)] : []
      return open + fold + clear + findings + [hint(.filter), hint(.nextPane), hint(.help)]
    case .reader:
      let move = state.hasMatches ? [matches, quotes] : [quotes]
      return move + [hint(.filter), hint(.nextPane), hint(.back)]
    case .sidebar:
      let open =
        switch state.selected {
        case .everyone, .person:
          hint(.open, state.language(state.hasQuotes ? .hintFirstQuote : .hintReadOn))
        case .quote, nil: hint(.open, state.language(.hintReadOn))
        }
      let back = state.isNarrowed ? hint(.back, state.language(.hintEveryone)) : hint(.back)
      return [open, back, hint(.nextPane), hint(.filter)]
    case .help: return [hint(.back), hint(.pageDown)]
    case .findings:
      let editor = CommandTable.row(of: .openEditor).map { state.language.hint($0) }
      return [hint(.open, editor), hint(.back), hint(.yankPath)]
    case .quotes:
      return [hint(.open, state.language(.hintPassage)), hint(.order), hint(.filter), hint(.back)]
    case .person:
      return [hint(.open, state.language(.hintPassage)), hint(.order), hint(.filter), hint(.back)]
    case .names:
      let person = state.hasPerson ? [hint(.showPerson)] : []
      return [hint(.open, state.language(.hintFilterBy))] + person
        + [hint(.otherKind), hint(.filter), hint(.back)]
    case .timeline:
      let unit = state.language(state.isByYear ? .hintByMonth : .hintByYear)
      return [hint(.open, state.language(.hintFilterBy)), hint(.otherKind, unit), hint(.back)]
    case .filters:
      return [
        hint(.open, state.language(.hintFilterBy)), hint(.renameFilter), hint(.removeFilter),
        hint(.filter), hint(.back),
      ]
    case .compare:
      return [
        hint(.previousPane, state.language(.hintLeft)), hint(.open, state.language(.hintPassage)),
        hint(.back),
      ]
    case .selecting: return [hint(.takeWords), hint(.otherEnd), hint(.leaveWords)]
    case .prompt, .question:
      return []
    }
  }
}
