import Model

/// Changes the state as a message asks for, and returns what is to be done outside.
///
/// - Complexity: O(rows of the screen), but O(bytes of the article) where it is laid out anew.
func update(_ state: inout BrowserState, _ message: Message) -> [Effect] {
  var effects: [Effect] = []
  switch message {
  case .started:
    break
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
  }
  return effects + state.settle()
}

extension BrowserState {
  /// Makes everything fit after a change: lines, views, and the rows that are needed.
  mutating func settle() -> [Effect] {
    let layout = self.layout
    list.keepInView(rows: layout.listRows)
    if layout.reader != nil {
      reader.layOut(measure: layout.readerMeasure)
      reader.clamp(rows: layout.readerRows)
    }
    if let sidebarLayout {
      sidebarLayout.reveal(sidebar.isScrolled ? nil : sidebar.selected, in: &sidebar)
    }
    clampOverlay()
    return settleView() + neededRows(visible: layout.listRows)
  }

  /// Does what a key stands for.
  mutating func press(_ key: Key) -> [Effect] {
    sidebar.isScrolled = false
    if prompt != nil, case .character(let character) = key {
      return edit { $0.insert(String(character)) }
    }
    if let ask {
      if let choices = ask.choices { return choose(key, among: choices) }
      if case .character(let character) = key { return edit { $0.insert(String(character)) } }
    }
    if key == .tab, jumps.isStepping { return jumpForward() }
    jumps.isStepping = false
    // From now on the list does not follow what is newest.
    list.isChosen = list.isChosen || list.matching > 0
    switch Keymap.command(for: key, in: context) {
    case .command(let command):
      return perform(command)
    case .nothing(let reason):
      notice = Notice(text: reason)
      return []
    }
  }

  mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .moveDown: move(.lines(1))
    case .moveUp: move(.lines(-1))
    case .first: move(.toStart)
    case .last: move(.toEnd)
    case .halfPageDown: move(.pages(0.5))
    case .halfPageUp: move(.pages(-0.5))
    case .pageDown: move(.pages(1))
    case .pageUp: move(.pages(-1))
    case .nextPane: goToPane(after: 1)
    case .previousPane: goToPane(after: -1)
    case .showArticles: go(to: .list)
    case .showReader: go(to: .reader)
    case .showSidebar: go(to: .sidebar)
    case .open: open()
    case .back: goBack()
    case .maximise: maximise()
    case .nextQuote: goToQuote(1)
    case .previousQuote: goToQuote(-1)
    case .nextMatch: goToMatch(1)
    case .previousMatch: goToMatch(-1)
    case .toggleRemoved: toggleRemoved()
    case .filter: view == nil ? openPrompt() : openNarrowing()
    case .showQuotes: showView(.quotes)
    case .showNames: showView(.names)
    case .showPerson: showPerson()
    case .showTimeline: showView(.timeline)
    case .compare: compareMarked()
    case .order: changeOrder()
    case .otherKind: changeKind()
    case .columns: chooseColumns()
    case .jumpBack: jumpBack()
    case .jumpForward: jumpForward()
    case .dropTerm: dropTerm()
    case .toggleRead: toggleRead()
    case .toggleStar: toggleStar()
    case .tag: openTag()
    case .note: openNote()
    case .mark: toggleMark()
    case .markAll: toggleAllMarks()
    case .undo: undo()
    case .redo: redo()
    case .correct: openCorrection()
    case .selectWords: selectWords()
    case .nextWord: moveSelection(words: 1)
    case .previousWord: moveSelection(words: -1)
    case .wordLineDown: moveSelection(lines: 1)
    case .wordLineUp: moveSelection(lines: -1)
    case .otherEnd: swapSelection()
    case .takeWords: takeSelection()
    case .leaveWords: leaveSelection()
    case .answer: answer()
    case .leaveQuestion: leaveQuestion()
    case .completeAnswer: takeCandidate()
    case .help: toggleHelp()
    case .findings: toggleFindings()
    case .toggleMouse: toggleMouse()
    case .redraw: [.redraw]
    case .suspend: [.suspend]
    case .interrupt: say("q quits")
    case .quit: quit()
    case .keepFilter: keepFilter()
    case .clearFilter: clearFilter()
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

  /// A sentence for the status line.
  mutating func say(_ text: String, isWarning: Bool = false) -> [Effect] {
    notice = Notice(text: text, isWarning: isWarning)
    return []
  }
}
