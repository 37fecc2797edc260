import Model

/// Changes the state as a message asks for, and returns what is to be done outside.
///
/// - Complexity: O(rows of the screen), but O(bytes of the article) where it is laid out anew.
func update(_ state: inout BrowserState, _ message: Message) -> [Effect] {
  var effects: [Effect] = []
  switch message {
  case .started:
    if state.keepsMarks { effects = [.marks(.listFilters)] }
  case .key(let key):
    state.notice = nil
    effects = state.press(key)
  case .mouse(let event):
    state.notice = nil
    effects = state.point(event)
  case .paste(let text):
    state.notice = nil
    effects = state.paste(text)
  case .resize(let size):
    state.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
  case .resumed:
    effects = [.redraw]
  case .pageArrived(let request, let page):
    effects = state.take(page, request: request)
  case .groupArrived(let request, let page):
    effects = state.take(group: page, request: request)
  case .articleArrived(let request, let key, let article):
    effects = state.take(article, key: key, request: request)
  case .findingsArrived(let request, let findings):
    state.take(findings, request: request)
  case .completionsArrived(let request, let offers):
    effects = state.take(offers, request: request)
  case .matchesArrived(let request, let matches):
    state.take(matches, request: request)
  case .progress(let progress):
    effects = state.take(progress)
  case .rested(let request):
    effects = state.rested(request: request)
  case .view(let message):
    effects = state.take(message)
  case .marks(let message):
    effects = state.take(message)
  case .keysRested(let request):
    if request == state.input.doneRequest { state.input.done = [] }
  case .told(let phrase, let isWarning):
    effects = state.say(phrase, isWarning: isWarning)
  case .exportWent(let request, let done):
    if state.exporting?.request == request { state.exporting?.done = done }
  case .exportEnded(let request, let phrase, let isWarning):
    if state.exporting?.request == request { state.exporting = nil }
    effects = state.say(phrase, isWarning: isWarning)
  case .gathered(let text, let phrase):
    effects = state.take(gathered: text, phrase)
  case .archiveOpened: effects = [.reopen(.opened)]
  case .configured(let new):
    let isOtherMouse = new.mouse.map { $0 != state.isMouseOn } ?? false
    state.configure(new)
    effects = [.setAppearance(new.appearance), .redraw] + state.say(.configTaken)
    if isOtherMouse { effects += [.setMouse(state.isMouseOn)] }
  }
  effects += state.settle()
  state.followTutorial()
  state.askAboutTrouble()
  return effects
}

extension BrowserState {
  mutating func configure(_ new: Configured) {
    keymap = new.keymap
    // That is a matter of the session, not of the configuration.
    let isLinear = layoutOptions.isLinear
    layoutOptions = new.layout
    layoutOptions.isLinear = isLinear
    columns = new.columns
    isMouseOn = new.mouse ?? isMouseOn
    words.language = new.language ?? words.language
    list.foldsRepeats = new.foldsRepeats
    filter.heedsCapitals = new.heedsCapitals
    for index in views.indices { views[index].narrowing.heedsCapitals = new.heedsCapitals }
    typesetting = new.typesetting ?? typesetting
    input.pending = []
  }

  /// Makes everything fit after a change: lines, views, and the rows that are needed.
  mutating func settle() -> [Effect] {
    let layout = self.layout
    list.keepInView(rows: layout.listRows)
    if layout.reader != nil {
      reader.layOut(measure: layout.readerMeasure, typesetting: typesetting, words: words)
      reader.clamp(rows: layout.readerRows)
    }
    if focus == .reader, reader.pending == nil, reader.article != nil { reader.isVisited = true }
    if let sidebarLayout {
      sidebarLayout.reveal(sidebar.isScrolled ? nil : sidebar.selected, in: &sidebar)
    }
    clampOverlay()
    return settleView() + neededRows(visible: layout.listRows)
  }

  /// Does a command; so often, or to the row so many, where it counts.
  mutating func perform(
    _ command: Command, count: Int? = nil, argument: String? = nil
  ) -> [Effect] {
    if isRestricted, let door = CommandTable.row(of: command)?.door {
      return say(.restricted(door), isWarning: true)
    }
    if let effects = awaitArticle(for: command, count: count, argument: argument) { return effects }
    // Whatever else is done comes in place of what waits.
    deferred = []
    let times = max(1, count ?? 1)
    return switch command {
    case .moveDown: move(.lines(times))
    case .moveUp: move(.lines(-times))
    case .first: count.map { goToRow($0) } ?? jumpTo(.toStart)
    case .last: count.map { goToRow($0) } ?? jumpTo(.toEnd)
    case .halfPageDown: move(.pages(0.5 * Double(times)))
    case .halfPageUp: move(.pages(-0.5 * Double(times)))
    case .pageDown: move(.pages(Double(times)))
    case .pageUp: move(.pages(-Double(times)))
    case .nextPane: goToPane(after: times)
    case .previousPane: goToPane(after: -times)
    case .showArticles: go(to: .list)
    case .showReader: go(to: .reader)
    case .showSidebar: go(to: .sidebar)
    case .open: open()
    case .back: goBack()
    case .maximise: maximise()
    case .nextQuote: goToQuote(times)
    case .previousQuote: goToQuote(-times)
    case .nextMatch: goToMatch(times)
    case .previousMatch: goToMatch(-times)
    case .toggleRemoved: toggleRemoved()
    case .toggleRaw: toggleRaw()
    case .toggleLinks: toggleLinks()
    case .wider: widen(by: 4 * times)
    case .narrower: widen(by: -4 * times)
    case .justify: changeType { $0.isJustified.toggle() }
    case .indent: changeType { $0.indent = count.map { min($0, 8) } ?? ($0.indent == 0 ? 3 : 0) }
    case .spacing:
      changeType { $0.spacing = count.map { max(1, min($0, 3)) } ?? ($0.spacing == 1 ? 2 : 1) }
    case .set: set(argument)
    case .jumpBack: jump(times)
    case .jumpForward: jump(-times)
    case .showQuotes: showView(.quotes)
    case .showNames: showView(.names)
    case .showPerson: argument.map { showPerson(named: $0) } ?? showPerson()
    case .showTimeline: showView(.timeline)
    case .compare: compareMarked()
    case .order: argument.map { setOrder($0) } ?? changeOrder(times)
    case .otherKind: changeKind(times)
    case .columns: argument.map { toggleColumn($0) } ?? chooseColumns()
    case .dropTerm: dropTerms(times)
    case .toggleFold: toggleFold()
    case .unfoldAll: foldAll(false)
    case .foldAll: foldAll(true)
    case .saveFilter: saveFilter(argument)
    case .showFilters: showFilters(argument)
    case .renameFilter: renameFilter()
    case .removeFilter: removeFilter()
    case .toggleRead: toggleRead(times)
    case .toggleStar: toggleStar(times)
    case .tag: openTag(times, argument)
    case .note: openNote(argument)
    case .mark: toggleMarks(times)
    case .markAll: toggleAllMarks()
    case .undo: undo(times)
    case .redo: redo(times)
    case .correct: openCorrection()
    case .selectWords: selectWords()
    case .nextWord: moveSelection(words: times)
    case .previousWord: moveSelection(words: -times)
    case .wordLineDown: moveSelection(lines: times)
    case .wordLineUp: moveSelection(lines: -times)
    case .otherEnd: swapSelection()
    case .takeWords: takeSelection()
    case .leaveWords: leaveSelection()
    case .answer: answer()
    case .leaveQuestion: leaveQuestion()
    case .completeAnswer: takeCandidate()
    case .yankQuote: yank(.quote)
    case .yankCitation: yank(.citation(.plain))
    case .yankMarkdown: yank(.citation(.markdown))
    case .yankBibTeX: yank(.citation(.bibtex))
    case .yankCSL: yank(.citation(.csl))
    case .yankArticle: yank(.article)
    case .yankPath: yank(.path)
    case .yankURL: yank(.url)
    case .openPager: openPager()
    case .openEditor: openEditor()
    case .openBrowser: openBrowser(link: count)
    case .pipe: pipe(argument)
    case .export: export(argument)
    case .filter: argument.map { setFilter($0) } ?? (view == nil ? openPrompt() : openNarrowing())
    case .commandLine: openCommandLine()
    case .help: toggleHelp(argument)
    case .tutorial: toggleTutorial()
    case .record: record(argument)
    case .replay: replay(argument, count: count)
    case .findings: toggleFindings()
    case .toggleMouse: toggleMouse()
    case .redraw: [.redraw]
    case .suspend: [.suspend]
    case .interrupt: say(.quitsWith(keymap.keyName(of: .quit)))
    case .quit: quit()
    case .keepFilter: keepPrompt()
    case .clearFilter: closePrompt()
    case .caretLeft: moveCaret { $0.caret - 1 }
    case .caretRight: moveCaret { $0.caret + 1 }
    case .caretToStart: moveCaret { _ in 0 }
    case .caretToEnd: moveCaret { $0.characters.count }
    case .deleteBackward: edit { $0.deleteBackward() }
    case .deleteForward: edit { $0.deleteForward() }
    case .deleteWord: edit { $0.deleteWordBackward() }
    case .deleteToStart: edit { $0.deleteToStart() }
    case .deleteToEnd: edit { $0.deleteToEnd() }
    case .recallOlder: recall(-1)
    case .recallNewer: recall(1)
    case .complete: complete()
    }
  }

  /// A sentence for the status line that something else has put into words.
  mutating func tell(_ text: String, isWarning: Bool = false) -> [Effect] {
    notice = Notice(text: text, isWarning: isWarning)
    return []
  }

  /// A sentence for the status line.
  mutating func say(_ phrase: Phrase, isWarning: Bool = false) -> [Effect] {
    tell(words(phrase), isWarning: isWarning)
  }

  /// A sentence of a view for the status line.
  mutating func say(_ phrase: ViewPhrase, isWarning: Bool = false) -> [Effect] {
    tell(words(phrase), isWarning: isWarning)
  }
}
