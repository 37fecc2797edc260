import Model

/// A place that one can come back to.
struct Place: Sendable {
  var views: [ViewState]
  var suspended: [ViewState]
  var focus: Pane
  var filter: FilterState
  var row: ArticleKey?
  var article: ArticleKey?
  /// The first byte of the text on the screen.
  var offset: Int?
  var quote: Int?
}

/// Places that were left by a jump, oldest first, as in vi.
struct JumpList: Sendable {
  private(set) var places: [Place] = []
  /// Where one stands; `places.count` for a place that is not in the list.
  private(set) var at = 0
  static let most = 100
  /// Whether the last key went along the list; then `Ctrl-I`, which is `Tab`, goes along it too.
  var isStepping = false

  /// A jump is about to be made from here.
  mutating func leave(_ place: Place) {
    places.removeSubrange(min(at, places.count)...)
    places.append(place)
    if places.count > Self.most { places.removeFirst() }
    at = places.count
  }

  /// The place before this one; nil at the oldest.
  mutating func back(from here: Place) -> Place? {
    guard at > 0 else { return nil }
    if at == places.count { places.append(here) } else { places[at] = here }
    at -= 1
    return places[at]
  }

  /// The place behind this one; nil at the newest.
  mutating func forward(from here: Place) -> Place? {
    guard at + 1 < places.count else { return nil }
    places[at] = here
    at += 1
    return places[at]
  }
}
