import Model

/// Groups of articles that say the same.
extension BrowserState {
  /// `za`: lists the repeats of the selected row below it, or folds them away again.
  mutating func toggleFold() -> [Effect] {
    guard list.foldsRepeats else { return say(.repeatsAreListed) }
    if let unfolded = list.unfolded,
      unfolded.head == list.selectedKey || unfolded.place(of: list.selectedKey) != nil
    {
      let above = list.selected - unfolded.row
      list.unfolded = nil
      list.select(unfolded.row)
      list.top = max(0, list.top - above)
      return preview()
    }
    guard let row = list.row(list.selected), row.repeats > 0 else { return say(.nothingFolded) }
    let request = nextRequest()
    list.unfolding = ListState.Unfolding(head: row.key, request: request)
    return [
      .loadGroup(
        PageRequest(
          query: filter.query, order: list.order, anchor: .row(0), count: Self.mostMembers,
          group: row.key), request: request)
    ]
  }

  /// No more of a group are listed below its head; `zR` lists all.
  private static let mostMembers = 500

  /// Lists the articles of a group below its first one.
  mutating func take(group page: ArticlePage, request: Int) -> [Effect] {
    guard let unfolding = list.unfolding, unfolding.request == request else { return [] }
    list.unfolding = nil
    let members = page.rows.filter { $0.key != unfolding.head }
    guard let index = list.rows.firstIndex(where: { $0.key == unfolding.head }), !members.isEmpty
    else { return say(.nothingFolded) }
    // Another group that was open above it closes; the row stays where it is on the screen.
    let offset = list.selected - list.top
    let selected = list.archiveRow(list.selected)
    list.unfolded = ListState.Unfolded(
      head: unfolding.head, row: list.first + index, members: members)
    list.select(list.shownRow(selected))
    list.top = list.selected - offset
    return say(.unfolded(members.count))
  }

  /// `zR` and `zM`: all repeats where they belong, or none.
  mutating func foldAll(_ isOn: Bool) -> [Effect] {
    list.unfolded = nil
    list.unfolding = nil
    guard list.foldsRepeats != isOn else {
      return say(isOn ? .repeatsAreFolded : .repeatsAreListed)
    }
    list.foldsRepeats = isOn
    return say(isOn ? .repeatsAreFolded : .repeatsAreListed) + [
      requestFiltered(at: list.selectedKey, otherwise: 0, offset: list.selected - list.top)
    ]
  }

  /// After a page has come: the open group stays open where its head is still known.
  mutating func keepGroupOpen(_ page: ArticlePage, for purpose: ListState.Pending.Purpose) {
    guard let unfolded = list.unfolded else { return }
    if let index = page.rows.firstIndex(where: { $0.key == unfolded.head }) {
      list.unfolded?.row = page.first + index
      return
    }
    switch purpose {
    case .rows: break
    case .filter, .refresh: list.unfolded = nil
    }
  }

  /// Where the article that a page was asked around is shown; a member of the open group keeps its
  /// place in it.
  func shownAnchor(_ row: Int) -> Int {
    if let unfolded = list.unfolded, let place = unfolded.place(of: list.selectedKey) {
      return unfolded.row + 1 + place
    }
    return list.shownRow(row)
  }
}
