/// Sees to it that no words stand in two quotes of one speaker.
enum QuoteOverlap {
  /// The quotes, each word of a speaker in one of them; what others are quoted saying inside stays.
  /// - Complexity: O(quotes); each is held against those that may reach into it.
  static func resolved(_ quotes: [Quote]) -> [Quote] {
    var result = quotes
    var isDropped = Array(repeating: false, count: quotes.count)
    for second in result.indices.dropFirst() {
      for first in max(0, second - 6)..<second where !isDropped[first] && !isDropped[second] {
        guard isOneSpeaker(result[first], result[second]), overlap(result[first], result[second])
        else { continue }
        settle(&result, first, second, &isDropped)
      }
    }
    return zip(result, isDropped).filter { !$0.1 }.map(\.0)
  }

  private static func isOneSpeaker(_ a: Quote, _ b: Quote) -> Bool {
    guard let one = a.speaker, let two = b.speaker else { return true }
    return one.name == two.name || one.span.overlaps(two.span)
  }

  private static func overlap(_ a: Quote, _ b: Quote) -> Bool {
    a.extent.overlaps(b.extent)
      && a.spans.contains { part in b.spans.contains { part.overlaps($0) } }
  }

  /// Parts that both hold go to the one whose cue stands beside them; else one of them is left out.
  private static func settle(
    _ quotes: inout [Quote], _ a: Int, _ b: Int, _ isDropped: inout [Bool]
  ) {
    let longer = quotes[a].spans.count >= quotes[b].spans.count ? a : b
    let shorter = longer == a ? b : a
    let rest = quotes[longer].spans.filter { part in
      !quotes[shorter].spans.contains { part.overlaps($0) }
    }
    if !rest.isEmpty, quotes[shorter].cue != nil, quotes[shorter].cue != quotes[longer].cue {
      quotes[longer].spans = rest
      return
    }
    let isKnown = (quotes[a].speaker != nil, quotes[b].speaker != nil)
    if isKnown.0 != isKnown.1 {
      isDropped[isKnown.0 ? b : a] = true
    } else {
      let isFirst = length(quotes[a]) >= length(quotes[b])
      isDropped[isFirst ? b : a] = true
    }
  }

  private static func length(_ quote: Quote) -> Int {
    quote.spans.reduce(0) { $0 + $1.end - $1.start }
  }
}
