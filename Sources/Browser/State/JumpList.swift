import Model

/// A place one can come back to.
struct JumpPlace: Hashable, Sendable {
  var pane: Pane
  /// The article that was read, and where: an offset into its source, nil for its beginning.
  var article: ArticleKey?
  var offset: Int?
}

/// Where one was before each jump, as in vi.
struct JumpList: Hashable, Sendable {
  private(set) var places: [JumpPlace] = []
  /// The place one is at; the number of places while one is at none of them.
  private(set) var at = 0

  private static let longest = 100

  /// Remembers a place before a jump away from it; what was gone back from is kept.
  mutating func leave(_ place: JumpPlace) {
    places.removeAll { $0 == place }
    places.append(place)
    if places.count > Self.longest { places.removeFirst() }
    at = places.count
  }

  /// The place so many jumps back, or forward where negative; nil where there is none.
  mutating func go(_ steps: Int, from here: JumpPlace) -> JumpPlace? {
    if at == places.count, steps > 0 {
      // The present place is kept for the way forward.
      let count = places.count
      leave(here)
      at = places.count - 1
      if places.count == count, at == 0 { return nil }
    }
    let target = at - steps
    guard places.indices.contains(target) else { return nil }
    at = target
    return places[target]
  }
}
