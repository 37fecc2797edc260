extension ResultSet {
  /// With only the first in the order of each group of repeats.
  /// - Complexity: O(articles in groups).
  func folded(_ repeats: RepeatIndex) -> ResultSet {
    var left = places ?? IndexSet(allBelow: ordering.order.count)
    var folded = 0
    repeats.forEachGroup { first, others in
      var best: Int?
      func look(_ article: Int) {
        guard let place = place(of: article) else { return }
        guard let known = best else {
          best = place
          return
        }
        left.remove(max(known, place))
        folded += 1
        best = min(known, place)
      }
      look(first)
      for other in others { look(Int(other)) }
    }
    return ResultSet(
      ordering: ordering, places: left, matching: matching - folded, quotes: quotes)
  }

  /// With only some articles.
  func only(_ articles: [Int], _ catalogue: Catalogue) -> ResultSet {
    var left = IndexSet(limit: ordering.order.count)
    var quotes = 0
    for article in articles {
      guard let place = place(of: article) else { continue }
      left.insert(place)
      quotes += catalogue.quotes(article)
    }
    return ResultSet(ordering: ordering, places: left, matching: left.count, quotes: quotes)
  }

  /// How many other articles that match say the same as one.
  func repeats(of article: Int, _ repeats: RepeatIndex) -> Int {
    repeats.group(of: article).count { $0 != article && place(of: $0) != nil }
  }

  /// The place in the order of an article that matches.
  private func place(of article: Int) -> Int? {
    guard ordering.rank.indices.contains(article), ordering.rank[article] != .max else {
      return nil
    }
    let place = Int(ordering.rank[article])
    return places?.contains(place) ?? true ? place : nil
  }
}
