/// Words side by side, looked for in an encoded article before it is decoded.
///
/// It may find them where the matcher will not (in what cleaning left out, across fields), but never
/// misses them.
struct RawPhrase {
  private let words: [[UInt8]]
  private let field: QueryField
  /// So many bytes are folded from where the first word may begin.
  private let reach: Int

  private init(_ words: QueryWords) {
    self.words = words.words.map { Array($0.utf8) }
    field = words.field
    reach = 64 + self.words.reduce(0) { $0 + $1.count * 4 + 8 }
  }

  /// The phrases without which no text stands the test.
  static func needed(by plan: QueryPlan) -> [RawPhrase] {
    switch plan {
    case .words(let words):
      // Paths stand elsewhere.
      words.words.count > 1 && words.field != .file ? [RawPhrase(words)] : []
    case .all(let plans): plans.flatMap(needed)
    case .quote(let inner): needed(by: inner)
    case .everything, .kind, .published, .property, .tag, .not, .any: []
    }
  }

  /// Whether the words may stand in an encoded article: its text first, then names and the like.
  func mayStand(in bytes: [UInt8]) -> Bool {
    var input = PackedReader(bytes)
    guard let text = try? input.count() else { return true }
    let start = bytes.count - input.left
    if stands(in: bytes, start..<start + text, isText: true) { return true }
    return field == .said ? false : stands(in: bytes, start + text..<bytes.count, isText: false)
  }

  private func stands(in bytes: [UInt8], _ range: Range<Int>, isText: Bool) -> Bool {
    guard let first = words.first, let letter = first.first else { return true }
    let second = first.count > 1 ? first[1] : nil
    return bytes.withUnsafeBufferPointer { bytes in
      for at in range {
        let byte = Bytes.lower(bytes[at])
        guard byte == letter || byte >= 0xC3 else { continue }
        // In the text a word begins behind something that is none; elsewhere a number may stand there.
        if isText, at > range.lowerBound {
          let before = bytes[at - 1]
          if Bytes.isLetter(before) || Bytes.isDigit(before) { continue }
        }
        if byte == letter, let second, at + 1 < range.upperBound, second < 0x80 {
          let next = Bytes.lower(bytes[at + 1])
          if next < 0x80, next != second { continue }
        }
        if begins(UnsafeBufferPointer(rebasing: bytes[at..<min(range.upperBound, at + reach)])) {
          return true
        }
      }
      return false
    }
  }

  /// Whether the words stand at the beginning of some bytes, the last perhaps longer.
  private func begins(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    var holds = true
    Folding.forEachWord(in: bytes) { _, word in
      guard holds, index < words.count else { return }
      holds =
        index == words.count - 1 ? word.starts(with: words[index]) : word == words[index]
      index += 1
    }
    return holds && index == words.count
  }
}
