/// Letters beyond ASCII, as far as the rules for lines ask about them.
enum Letters {
  /// Whether a small letter of the Latin, Cyrillic or Greek alphabet stands at an offset.
  static func isLower(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard offset < bytes.count else { return false }
    if bytes[offset] < 0x80 { return Bytes.isLower(bytes[offset]) }
    guard offset + 1 < bytes.count else { return false }
    switch (bytes[offset], bytes[offset + 1]) {
    case (0xC3, 0x9F...0xBF), (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x9F), (0xCE, 0xAC...0xBF),
      (0xCF, 0x80...0x8E):
      return true
    default: return false
    }
  }

  /// Whether a Cyrillic capital stands at an offset.
  static func isCyrillicCapital(_ bytes: [UInt8], at offset: Int) -> Bool {
    offset + 1 < bytes.count && bytes[offset] == 0xD0 && (0x81...0xAF).contains(bytes[offset + 1])
  }

  /// The folded word at an offset, and where it ends.
  static func word(_ bytes: [UInt8], at start: Int, limit: Int) -> (word: [UInt8], end: Int) {
    var end = start
    while end < limit, Bytes.isLetter(bytes[end]) || bytes[end] >= 0x80 && bytes[end] != 0xE2 {
      end += 1
    }
    var folded: [UInt8] = []
    Folding.forEachWord(in: bytes[start..<end]) { _, word in
      if folded.isEmpty { folded = word }
    }
    return (folded, end)
  }

  /// What stands behind one of these folded words and a colon at the beginning of a span.
  static func behindLabel(_ bytes: [UInt8], _ span: TextSpan, _ labels: Set<[UInt8]>) -> String? {
    guard span.start < span.end, bytes[span.start] >= 0xD0, bytes[span.start] <= 0xD1 else {
      return nil
    }
    let (word, end) = word(bytes, at: span.start, limit: span.end)
    guard end < span.end, bytes[end] == 0x3A, labels.contains(word) else { return nil }
    return String(decoding: bytes[(end + 1)..<span.end], as: UTF8.self)
  }
}
