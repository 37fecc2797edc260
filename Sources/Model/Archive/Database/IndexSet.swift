/// A set of articles by index, or of places in an order: a bit each.
struct IndexSet: Sendable {
  private(set) var words: [UInt64]
  /// Indices are below this.
  let limit: Int

  init(limit: Int) {
    self.limit = limit
    words = [UInt64](repeating: 0, count: (limit + 63) / 64)
  }

  /// All indices below a limit.
  init(allBelow limit: Int) {
    self.limit = limit
    words = [UInt64](repeating: .max, count: (limit + 63) / 64)
    if limit % 64 != 0, let last = words.indices.last {
      words[last] = (1 << UInt64(limit % 64)) - 1
    }
  }

  @inline(__always)
  mutating func insert(_ index: Int) {
    if index >= 0, index < limit { words[index >> 6] |= 1 << UInt64(index & 63) }
  }

  mutating func remove(_ index: Int) {
    if index >= 0, index < limit { words[index >> 6] &= ~(1 << UInt64(index & 63)) }
  }

  @inline(__always)
  func contains(_ index: Int) -> Bool {
    index >= 0 && index < limit && words[index >> 6] & (1 << UInt64(index & 63)) != 0
  }

  /// Calls `body` with the bits and how many there are.
  @inline(__always)
  mutating func withBits(_ body: (UnsafeMutablePointer<UInt64>, Int) -> Void) {
    let limit = limit
    words.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress { body(base, limit) }
    }
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  mutating func formIntersection(_ other: IndexSet) {
    for i in words.indices { words[i] &= i < other.words.count ? other.words[i] : 0 }
  }

  mutating func formUnion(_ other: IndexSet) {
    for i in words.indices where i < other.words.count { words[i] |= other.words[i] }
  }

  mutating func subtract(_ other: IndexSet) {
    for i in words.indices where i < other.words.count { words[i] &= ~other.words[i] }
  }

  /// Calls `body` with each index in order until it returns false.
  func visit(from first: Int = 0, _ body: (Int) throws -> Bool) rethrows {
    var word = first >> 6
    guard word < words.count else { return }
    var bits = words[word] & (UInt64.max << UInt64(first & 63))
    while true {
      while bits != 0 {
        guard try body(word << 6 + bits.trailingZeroBitCount) else { return }
        bits &= bits - 1
      }
      word += 1
      guard word < words.count else { return }
      bits = words[word]
    }
  }

  /// The first member from an index on.
  func next(from first: Int) -> Int? {
    var word = first >> 6
    guard word < words.count else { return nil }
    var bits = words[word] & (UInt64.max << UInt64(first & 63))
    while bits == 0 {
      word += 1
      guard word < words.count else { return nil }
      bits = words[word]
    }
    return word << 6 + bits.trailingZeroBitCount
  }

  /// Whether any index from one on and below another is a member.
  @inline(__always)
  func holdsAny(of first: Int, below end: Int) -> Bool {
    guard first >= 0, first < end, first >> 6 < words.count else { return false }
    let (word, last) = (first >> 6, min(words.count - 1, (end - 1) >> 6))
    var bits = words[word] & (UInt64.max << UInt64(first & 63))
    for next in word..<last {
      if bits != 0 { return true }
      bits = words[next + 1]
    }
    if last == (end - 1) >> 6 { bits &= UInt64.max >> UInt64(63 - (end - 1) & 63) }
    return bits != 0
  }

  /// The index of the n-th member, from 0.
  func member(_ n: Int) -> Int? {
    var left = n
    for (word, bits) in words.enumerated() {
      let count = bits.nonzeroBitCount
      if left < count {
        var bits = bits
        for _ in 0..<left { bits &= bits - 1 }
        return word << 6 + bits.trailingZeroBitCount
      }
      left -= count
    }
    return nil
  }

  /// How many members lie below an index.
  func count(below index: Int) -> Int {
    var count = 0
    for word in 0..<min(words.count, index >> 6) { count += words[word].nonzeroBitCount }
    if index >> 6 < words.count, index & 63 != 0 {
      count += (words[index >> 6] & ((1 << UInt64(index & 63)) - 1)).nonzeroBitCount
    }
    return count
  }
}
