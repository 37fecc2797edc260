/// Which articles of an archive say the same as others; those that stand alone cost nothing.
struct RepeatIndex: Sendable {
  /// An article and the first one of its group.
  struct Pair: Hashable, Sendable {
    var member: UInt32
    var first: UInt32
  }

  /// Articles that repeat an earlier one, in order, and the first of each one's group.
  private var members: [UInt32] = []
  private var firsts: [UInt32] = []
  /// The first articles of groups in order, and where the others begin in `others`.
  private var leads: [UInt32] = []
  private var starts: [UInt32] = [0]
  private var others: [UInt32] = []

  /// No repeats.
  init() {}

  /// The groups of some pairs, in the order of their members.
  init(_ pairs: [Pair]) {
    members = pairs.map(\.member)
    firsts = pairs.map(\.first)
    let grouped = pairs.sorted { ($0.first, $0.member) < ($1.first, $1.member) }
    others = grouped.map(\.member)
    for (place, pair) in grouped.enumerated() where leads.last != pair.first {
      if !leads.isEmpty { starts.append(UInt32(truncatingIfNeeded: place)) }
      leads.append(pair.first)
    }
    if !leads.isEmpty { starts.append(UInt32(truncatingIfNeeded: others.count)) }
  }

  /// How many articles repeat an earlier one.
  var count: Int { members.count }

  /// Articles that repeat an earlier one, in order.
  var repeats: [UInt32] { members }

  /// Whether an article repeats an earlier one.
  func isRepeat(_ article: Int) -> Bool { place(of: article) != nil }

  /// The first article of an article's group; itself where it stands alone.
  func first(of article: Int) -> Int { place(of: article).map { Int(firsts[$0]) } ?? article }

  /// All of an article's group, itself among them, in order; it alone where it has none.
  func group(of article: Int) -> [Int] {
    let first = first(of: article)
    guard let place = Self.find(UInt32(truncatingIfNeeded: first), in: leads) else {
      return [article]
    }
    return [first] + others[range(place)].map(Int.init)
  }

  /// Calls `body` with each group of more than one.
  func forEachGroup(_ body: (_ first: Int, _ others: ArraySlice<UInt32>) -> Void) {
    for place in leads.indices { body(Int(leads[place]), others[range(place)]) }
  }

  /// Rows with only the first of each group, and where a row of them is then.
  func folded(_ rows: [Int], anchor: Int?) -> (rows: [Int], anchor: Int?) {
    guard !members.isEmpty else { return (rows, anchor) }
    var folded: [Int] = []
    var places: [Int: Int] = [:]
    var newAnchor: Int?
    for (row, article) in rows.enumerated() {
      let first = first(of: article)
      let place = places[first] ?? folded.count
      if place == folded.count {
        places[first] = place
        folded.append(article)
      }
      if row == anchor { newAnchor = place }
    }
    return (folded, newAnchor)
  }

  private func range(_ place: Int) -> Range<Int> { Int(starts[place])..<Int(starts[place + 1]) }

  private func place(of article: Int) -> Int? {
    guard article >= 0 else { return nil }
    return Self.find(UInt32(truncatingIfNeeded: article), in: members)
  }

  private static func find(_ value: UInt32, in sorted: [UInt32]) -> Int? {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == value ? low : nil
  }
}
