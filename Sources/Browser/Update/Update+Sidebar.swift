import Model

extension BrowserState {
  mutating func enterSidebar() {
    sidebar.origin = SidebarState.Origin(
      pane: focus, readerTop: reader.top, quote: reader.currentQuote)
    if let quote = reader.currentQuote { sidebar.select(.quote(quote)) }
  }

  /// Back to where the sidebar was entered, with the reader as it was.
  mutating func leaveSidebar() -> [Effect] {
    let origin = sidebar.origin
    sidebar.origin = nil
    sidebar.widen()
    isSidebarOpen = false
    focus = origin?.pane ?? .reader
    if let origin {
      reader.top = origin.readerTop
      reader.currentQuote = origin.quote
    }
    return []
  }

  mutating func moveInSidebar(_ motion: Motion) {
    guard sidebar.count > 0 else { return }
    let place = sidebar.position(of: sidebar.selected) ?? 0
    let rows = sidebarLayout.map { max(1, $0.visibleQuotes) } ?? 1
    let target = motion.target(from: place, count: sidebar.count, page: rows)
    var item = sidebar.item(at: max(0, min(target, sidebar.count - 1)))
    if case .quote = sidebar.selected, target < sidebar.peopleRows, motion != .toStart {
      // Up from the quotes is to the one whose quotes they are.
      item = sidebar.owner ?? item
    }
    selectInSidebar(item)
  }

  /// Selects a person or a quote; the reader follows.
  mutating func selectInSidebar(_ item: SidebarItem?) {
    sidebar.select(item)
    switch item {
    case nil: break
    case .everyone: reader.currentQuote = nil
    case .quote(let index): point(atQuote: index)
    case .person(let index):
      reader.currentQuote = nil
      revealFirstMention(ofPerson: index)
    }
  }

  private mutating func revealFirstMention(ofPerson index: Int) {
    guard let article = reader.article, article.people.indices.contains(index),
      let mention = article.people[index].mentions.first
    else { return }
    settleReader()
    if let lines = reader.lines(of: mention.span) {
      reader.reveal(lines, rows: readingLayout.readerRows)
    }
  }

  /// Enter: from a person to their first quote, or to where they are named; from a quote to the
  /// passage.
  mutating func openInSidebar() -> [Effect] {
    switch sidebar.selected {
    case nil: return []
    case .everyone:
      guard let first = sidebar.quotes.first else { return say(.noQuotes) }
      selectInSidebar(.quote(first))
      return []
    case .person:
      return showPerson()
    case .quote(let index):
      point(atQuote: index)
    }
    sidebar.origin = nil
    focus = .reader
    return []
  }
}
