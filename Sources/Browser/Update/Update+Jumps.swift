import Model

extension BrowserState {
  /// Where one is now.
  private var place: JumpPlace {
    JumpPlace(
      pane: focus, article: reader.key,
      offset: reader.top > 0 ? reader.layout?.sourceOffset(from: reader.top) : nil)
  }

  /// Remembers where one is, before a jump away.
  mutating func leavePlace() { jumps.leave(place) }

  /// So many jumps back, or forward where negative.
  mutating func jump(_ steps: Int) -> [Effect] {
    guard let target = jumps.go(steps, from: place) else {
      return say(steps > 0 ? .noJumpBack : .noJumpForward)
    }
    focus = target.pane
    guard let key = target.article else { return [] }
    if key == reader.key {
      settleReader()
      reader.top = target.offset.flatMap { reader.layout?.line(at: $0) } ?? 0
      reader.pending = nil
    }
    guard key != list.selectedKey || key != reader.key else { return [] }
    var effects: [Effect] = []
    if key != list.selectedKey {
      // The list goes to the article where the filter still lets it through.
      list.selectedKey = key
      list.rest = 0
      effects.append(
        requestFiltered(at: key, otherwise: list.selected, offset: list.selected - list.top))
    }
    if key != reader.key {
      let request = nextRequest()
      reader.pending = ReaderState.Pending(key: key, request: request)
      reader.pendingOffset = target.offset ?? 0
      effects.append(.loadArticle(key, request: request))
    }
    return effects
  }
}
