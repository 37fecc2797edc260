import Testing

@testable import Model

@Suite struct UTF8DecodingTests {
  @Test(
    "Replaces each maximal part that is not UTF-8, and counts them",
    arguments: [
      ([], "", 0),
      ([0x61, 0x62], "ab", 0),
      ([0xC3, 0xA9], "é", 0),
      ([0xF0, 0x9F, 0x98, 0x80], "😀", 0),
      ([0x61, 0xFF, 0x62], "a\u{FFFD}b", 1),
      ([0x61, 0x80, 0x80, 0x62], "a\u{FFFD}\u{FFFD}b", 2),
      ([0xE2, 0x80], "\u{FFFD}", 1),
      ([0xE2, 0x80, 0x61], "\u{FFFD}a", 1),
      ([0xF0, 0x9F, 0x98], "\u{FFFD}", 1),
      // Too long a form, a lone surrogate, and beyond U+10FFFF.
      ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}", 2),
      ([0xE0, 0x80, 0xAF], "\u{FFFD}\u{FFFD}\u{FFFD}", 3),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", 3),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", 4),
    ] as [([UInt8], String, Int)])
  func replaces(bytes: [UInt8], text: String, count: Int) {
    let (repaired, invalid) = UTF8Decoding.repaired(bytes)
    #expect(repaired == Array(text.utf8))
    #expect(invalid == count)
    // The standard library follows the same recommendation.
    #expect(repaired == Array(String(decoding: bytes, as: UTF8.self).utf8))
  }
}
