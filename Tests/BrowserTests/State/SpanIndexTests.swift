import Model
import Testing

@testable import Browser

@Suite struct SpanIndexTests {
  /// Spans that lie in order, side by side, inside others and out of order.
  private static let all = [
    [], [TextSpan(3, 5)], [TextSpan(0, 2), TextSpan(2, 4), TextSpan(6, 9)],
    [TextSpan(0, 20), TextSpan(1, 2), TextSpan(3, 3), TextSpan(4, 8), TextSpan(5, 6)],
    [TextSpan(9, 12), TextSpan(0, 4), TextSpan(2, 11)],
  ]

  @Test(arguments: all)
  func `finds what overlaps`(spans: [TextSpan]) {
    let index = SpanIndex(spans)
    for start in 0..<22 {
      for end in start...22 {
        let seen = TextSpan(start, end)
        #expect(index.overlapping(seen) == spans.sorted().filter { $0.overlaps(seen) })
      }
    }
  }
}
