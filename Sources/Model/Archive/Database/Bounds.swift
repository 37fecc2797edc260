/// What the index tells of a test: the entries for which it may hold, and those for which it does.
///
/// The index knows words, not which of them stand side by side; for what lies between the two sets the
/// text has to be looked at.
struct Bounds {
  /// For all others it does not hold.
  private(set) var most: IndexSet
  /// For these it holds; nil where it holds for all of `most`.
  private var certain: IndexSet?

  /// It holds for these and no others.
  init(exactly set: IndexSet) { most = set }

  /// It may hold for any of these.
  init(among set: IndexSet) {
    most = set
    certain = set.emptied
  }

  /// It may hold for `most`, and does for `least`.
  init(most: IndexSet, least: IndexSet?) {
    self.most = most
    certain = least
  }

  /// For these it holds.
  var least: IndexSet { certain ?? most }
  var isExact: Bool { certain == nil }

  /// Those whose text has to be looked at.
  var unsure: IndexSet {
    guard let certain else { return most.emptied }
    var rest = most
    rest.subtract(certain)
    return rest
  }

  /// What does not hold, among `all`.
  func inverted(in all: IndexSet) -> Bounds {
    var outer = all
    outer.subtract(least)
    guard !isExact else { return Bounds(exactly: outer) }
    var inner = all
    inner.subtract(most)
    return Bounds(most: outer, least: inner)
  }

  mutating func formIntersection(_ other: Bounds) {
    if !isExact || !other.isExact {
      var both = least
      both.formIntersection(other.least)
      certain = both
    }
    most.formIntersection(other.most)
  }

  mutating func formUnion(_ other: Bounds) {
    if !isExact || !other.isExact {
      var both = least
      both.formUnion(other.least)
      certain = both
    }
    most.formUnion(other.most)
  }
}
