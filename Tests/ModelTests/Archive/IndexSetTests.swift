import Testing

@testable import Model

@Suite struct IndexSetTests {
  @Test func `whether a range holds a member is what a look at each would tell`() {
    var random = SystemRandomNumberGenerator()
    for limit in [0, 1, 63, 64, 65, 200, 1000] {
      var set = IndexSet(limit: limit)
      for _ in 0..<limit / 40 { set.insert(Int.random(in: 0..<limit, using: &random)) }
      for _ in 0..<2000 {
        let first = Int.random(in: 0...limit + 2, using: &random)
        let end = Int.random(in: 0...limit + 130, using: &random)
        let expected = first < end && (first..<end).contains { set.contains($0) }
        #expect(set.holdsAny(of: first, below: end) == expected, "\(first)..<\(end) of \(limit)")
      }
    }
  }
}
