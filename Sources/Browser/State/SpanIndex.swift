import Model

/// Spans in the order of their starts, made to be asked which of them can be seen.
struct SpanIndex: Hashable, Sendable {
  /// In order.
  let spans: [TextSpan]
  /// The furthest end of the spans up to each one, since spans may lie inside others.
  private let reach: [Int]

  /// - Complexity: O(n log n), O(n) where the spans are in order.
  init(_ spans: [TextSpan] = []) {
    let isSorted = zip(spans, spans.dropFirst()).allSatisfy { !($1 < $0) }
    self.spans = isSorted ? spans : spans.sorted()
    var furthest = 0
    reach = self.spans.map { span in
      furthest = max(furthest, span.end)
      return furthest
    }
  }

  /// Those that share a byte with a span, in order.
  /// - Complexity: O(log n + result), where no span lies inside another.
  func overlapping(_ seen: TextSpan) -> [TextSpan] {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if reach[middle] <= seen.start { low = middle + 1 } else { high = middle }
    }
    var found: [TextSpan] = []
    for span in spans[low...] {
      if span.start >= seen.end { break }
      if span.overlaps(seen) { found.append(span) }
    }
    return found
  }
}
