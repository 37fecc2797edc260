/// The articles of an archive in one order.
struct Ordering: Sendable {
  /// Indices of articles in order.
  let order: [UInt32]
  /// The place of each index; `UInt32.max` for those that are not in it.
  let rank: [UInt32]

  /// The order in which the catalogue lies.
  init(newestOf catalogue: Catalogue) {
    order = catalogue.order
    rank = catalogue.rank
  }

  /// Some articles in the order of falling keys; what is equal stays newest first, and articles
  /// without a key come last.
  init(_ catalogue: Catalogue, descendingBy key: (Int) -> UInt64) {
    let keys = catalogue.order.map { UInt64.max - key(Int($0)) }
    self.init(Catalogue.radixSorted(catalogue.order, by: keys), count: catalogue.count)
  }

  init(_ order: [UInt32], count: Int) {
    self.order = order
    var rank = [UInt32](repeating: .max, count: count)
    for (place, index) in order.enumerated() {
      rank[Int(index)] = UInt32(truncatingIfNeeded: place)
    }
    self.rank = rank
  }
}

/// The articles of a filter in an order.
struct ResultSet: Sendable {
  let ordering: Ordering
  /// Places in the order; nil for all.
  let places: IndexSet?
  let matching: Int
  let quotes: Int

  init(ordering: Ordering, places: IndexSet?, matching: Int, quotes: Int) {
    self.ordering = ordering
    self.places = places
    self.matching = matching
    self.quotes = quotes
  }

  /// Everything.
  init(_ ordering: Ordering, _ catalogue: Catalogue) {
    self.ordering = ordering
    places = nil
    matching = ordering.order.count
    quotes = catalogue.quotes
  }

  /// Some articles.
  init(_ articles: IndexSet, _ ordering: Ordering, _ catalogue: Catalogue) {
    self.ordering = ordering
    var places = IndexSet(limit: ordering.order.count)
    var matching = 0
    var quotes = 0
    articles.visit { index in
      places.insert(Int(ordering.rank[index]))
      matching += 1
      quotes += catalogue.quotes(index)
      return true
    }
    self.places = places
    self.matching = matching
    self.quotes = quotes
  }

  /// Where an article stands among the rows.
  func row(of index: Int) -> Int? {
    guard ordering.rank.indices.contains(index), ordering.rank[index] != .max else { return nil }
    let place = Int(ordering.rank[index])
    guard let places else { return place }
    return places.contains(place) ? places.count(below: place) : nil
  }

  /// The articles of some rows.
  func articles(_ rows: Range<Int>) -> [Int] {
    let rows = rows.clamped(to: 0..<matching)
    guard let places else { return ordering.order[rows].map(Int.init) }
    guard let first = places.member(rows.lowerBound) else { return [] }
    var found: [Int] = []
    places.visit(from: first) { place in
      if found.count < rows.count { found.append(Int(ordering.order[place])) }
      return found.count < rows.count
    }
    return rows.isEmpty ? [] : found
  }
}
