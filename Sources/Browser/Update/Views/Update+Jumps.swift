import Model

extension BrowserState {
  /// Where one is now.
  private var place: Place {
    Place(
      views: views, suspended: suspended, focus: focus, filter: filter, row: list.selectedKey,
      article: reader.key,
      offset: reader.top == 0 ? 0 : reader.layout?.sourceOffset(from: reader.top),
      quote: reader.currentQuote)
  }

  /// Keeps this place for `Ctrl-O`.
  mutating func leavePlace() { jumps.leave(place) }

  /// So many jumps back, or forward where negative.
  mutating func jump(_ steps: Int) -> [Effect] {
    var target: Place?
    for _ in 0..<abs(steps) {
      let next = steps > 0 ? jumps.back(from: place) : jumps.forward(from: place)
      guard let next else { break }
      target = next
    }
    guard let target else { return say(steps > 0 ? .noJumpBack : .noJumpForward) }
    jumps.isStepping = true
    return go(to: target)
  }

  private mutating func go(to place: Place) -> [Effect] {
    overlay = nil
    selection = nil
    isMaximised = false
    views = place.views
    suspended = place.suspended
    focus = place.focus
    isSidebarOpen = isSidebarOpen || focus == .sidebar
    var effects: [Effect] = []
    if place.filter.query != filter.query {
      filter.apply(place.filter.query, text: place.filter.text)
      effects += findMatches(showingFirst: false)
      effects.append(requestFiltered(at: place.row, otherwise: 0, offset: 0))
    } else if let row = place.row, row != list.selectedKey {
      list.isChosen = true
      effects.append(
        requestPage(
          .article(row, otherwise: list.archiveRow(list.selected)), for: .refresh,
          visible: layout.listRows))
    }
    if let article = place.article {
      effects += read(article, at: ReaderTarget(quote: place.quote, offset: place.offset))
    }
    return effects + (views.isEmpty ? [] : load())
  }
}
