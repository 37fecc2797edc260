import Model

extension BrowserState {
  mutating func enterSidebar() {
    sidebar.origin = SidebarState.Origin(
      pane: focus, readerTop: reader.top, quote: reader.currentQuote)
    if let quote = reader.currentQuote, sidebar.quotes.contains(quote) {
      sidebar.selected = .quote(quote)
    }
  }

  /// Back to where the sidebar was entered, with the reader as it was.
  mutating func leaveSidebar() -> [Effect] {
    let origin = sidebar.origin
    sidebar.origin = nil
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
    selectInSidebar(sidebar.item(at: max(0, min(target, sidebar.count - 1))))
  }

  /// Selects a person or a quote; the reader follows.
  mutating func selectInSidebar(_ item: SidebarItem?) {
    sidebar.selected = item
    switch item {
    case nil: break
    case .quote(let index): point(atQuote: index)
    case .person(let index):
      reader.currentQuote = nil
      guard let article = reader.article, article.people.indices.contains(index),
        let mention = article.people[index].mentions.first
      else { return }
      settleReader()
      if let lines = reader.lines(of: mention.span) {
        reader.reveal(lines, rows: readingLayout.readerRows)
      }
    }
  }

  mutating func openInSidebar() -> [Effect] {
    switch sidebar.selected {
    case nil: return []
    case .person(let index):
      let person = PersonID(rawValue: index)
      narrowSidebar(to: sidebar.narrowedTo == person ? nil : person)
      return []
    case .quote(let index):
      point(atQuote: index)
      sidebar.origin = nil
      focus = .reader
      return []
    }
  }

  mutating func narrowSidebar(to person: PersonID?) {
    guard let article = reader.article else { return }
    sidebar.narrow(to: person, in: article)
  }
}
