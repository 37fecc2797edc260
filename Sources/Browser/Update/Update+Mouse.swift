import Model

extension BrowserState {
  mutating func point(_ event: MouseEvent) -> [Effect] {
    switch event.action {
    case .wheelUp: return scroll(at: event.position, lines: -3)
    case .wheelDown: return scroll(at: event.position, lines: 3)
    case .click: return click(event.position, opens: false)
    case .doubleClick: return click(event.position, opens: true)
    }
  }

  /// Scrolls what lies under the pointer, wherever the focus is.
  private mutating func scroll(at position: Position, lines: Int) -> [Effect] {
    if overlay != nil {
      scrollOverlay(.lines(lines))
      return []
    }
    if view != nil { return moveInView(.lines(lines)) }
    switch layout.pane(at: position) {
    case nil: return []
    case .list: return scrollList(lines < 0 ? -1 : 1)
    case .reader:
      scrollReader(.lines(lines))
      return []
    case .sidebar:
      guard let frame = layout.sidebar, let parts = sidebarLayout else { return [] }
      let step = lines < 0 ? -1 : 1
      sidebar.isScrolled = true
      if position.row - frame.body.row < parts.peopleRows {
        sidebar.peopleTop = max(0, min(sidebar.peopleTop + step, sidebar.peopleRows - 1))
      } else {
        let last = sidebar.quotes.count - parts.visibleQuotes
        sidebar.quotesTop = max(0, min(sidebar.quotesTop + step, last))
      }
      return []
    }
  }

  private mutating func click(_ position: Position, opens: Bool) -> [Effect] {
    if let choice = ask.flatMap({ choice(at: position, of: $0) }) {
      return choose(.character(choice.key), among: ask?.choices ?? [])
    }
    guard prompt == nil, ask == nil else { return [] }
    if case .help(let help) = overlay { return click(position, in: help, opens: opens) }
    if case .findings(let list) = overlay { return click(position, in: list, opens: opens) }
    // The last words of the first line tell the key of the help.
    if position.row == 0, position.column >= size.columns - 8 { return perform(.help) }
    if view != nil { return clickInView(position, opens: opens) }
    let layout = self.layout
    guard let pane = layout.pane(at: position), let frame = layout.frame(of: pane) else {
      return []
    }
    var effects = pane == focus ? [] : go(to: pane)
    let row = position.row - frame.body.row
    guard row >= 0 else { return effects }
    switch pane {
    case .list:
      let index = list.top + row / layout.listStride
      guard index < list.rowCount else { return effects }
      effects += selectInList(index)
      // The number of repeats stands at the right, before that of quotes.
      let isAtEnd = position.column >= frame.body.endColumn - 10
      if isAtEnd, !opens, list.member(index) == nil, list.foldsRepeats,
        list.row(index).map({ $0.repeats > 0 }) == true
      {
        return effects + toggleFold()
      }
    case .reader:
      clickInReader(row: row, column: position.column - frame.body.column)
    case .sidebar:
      guard let parts = sidebarLayout, let item = parts.item(at: row, in: sidebar) else {
        return effects
      }
      selectInSidebar(item)
    }
    return opens && pane != .reader ? effects + open() : effects
  }

  /// The answer under the pointer.
  private func choice(at position: Position, of ask: AskState) -> AskChoice? {
    guard position.row == layout.bottomRow, let choices = ask.choices else { return nil }
    var column = 1
    for choice in choices {
      let end = column + 2 + DisplayText.width(of: choice.words)
      if (column..<end).contains(position.column) { return choice }
      column = end + 2
    }
    return nil
  }

  /// Chooses the command under the pointer; a second click does it.
  private mutating func click(
    _ position: Position, in help: HelpState, opens: Bool
  ) -> [Effect] {
    let line = help.top + position.row - layout.middle.row - 1
    guard let command = helpLines(help).commands.firstIndex(of: line) else { return [] }
    var help = help
    help.selected = command
    overlay = .help(help)
    return opens ? doChosenCommand(help) : []
  }

  /// Chooses the file under the pointer; a second click opens it.
  private mutating func click(
    _ position: Position, in list: FindingsState, opens: Bool
  ) -> [Effect] {
    let row = position.row - layout.middle.row - 1
    guard row >= 0, findings.indices.contains(list.top + row) else { return [] }
    overlay = .findings(FindingsState(selected: list.top + row, top: list.top))
    return opens ? perform(.openEditor) : []
  }

  /// Points at the quote under the pointer.
  private mutating func clickInReader(row: Int, column: Int) {
    guard let article = reader.article, let lines = reader.layout?.lines,
      lines.indices.contains(reader.top + row)
    else { return }
    let line = lines[reader.top + row]
    guard line.isFromSource,
      let offset = ReaderLayout.offset(
        ofColumn: column - layout.readerMargin, in: line, of: article.source.bytes,
        measure: layout.readerMeasure)
    else { return }
    guard
      let quote = article.quotes.firstIndex(where: { quote in
        quote.spans.contains { $0.contains(offset) }
      })
    else { return }
    reader.currentQuote = quote
    sidebar.select(.quote(quote))
  }
}
