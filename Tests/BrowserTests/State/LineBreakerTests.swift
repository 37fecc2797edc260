import Model
import Testing

@testable import Browser

@Suite struct LineBreakerTests {
  private func lines(_ text: String, _ measure: Int) -> [String] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer {
      LineBreaker.lines(of: TextSpan(0, $0.count), in: $0, measure: measure)
    }.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]),
    ("  one \n\t two  ", 20, ["one \n\t two"]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("ab abcdefghij c", 4, ["ab", "abcd", "efgh", "ij c"]),
    ("cafe\u{301} ok", 4, ["cafe\u{301}", "ok"]),
    ("湖の水位", 4, ["湖の", "水位"]),
    ("湖の水。位", 6, ["湖の", "水。位"]),
    ("ab 「湖の」", 6, ["ab", "「湖", "の」"]),
    ("a\u{301}b\u{301}c\u{301}", 2, ["a\u{301}b\u{301}", "c\u{301}"]),
    ("", 10, []), (" \n ", 10, []), ("x", 0, ["x"]), ("湖", 1, ["湖"]),
  ])
  func `breaks at words`(text: String, measure: Int, expected: [String]) {
    #expect(lines(text, measure) == expected)
  }

  @Test(arguments: [1, 2, 3, 7, 20, 72])
  func `no word is lost and no line is too long`(measure: Int) {
    let text = "Zu\u{308}rich 湖の水位は月曜日に「高さ」に達した。 the \u{1F469}\u{200D}\u{1F33E} end—x"
    let kept = lines(text, measure)
    let words = { (text: String) in text.unicodeScalars.filter { $0 != " " }.map(\.value) }
    #expect(words(kept.joined()) == words(text))
    for line in kept { #expect(DisplayText.width(of: line) <= max(2, measure)) }
  }

  @Test func `megabytes of one word and of one paragraph, are broken in linear time`() {
    let word = [UInt8](repeating: 0x61, count: 2_000_000)
    let prose = Array(String(repeating: "some words é in a row ", count: 90_000).utf8)
    for bytes in [word, prose] {
      let started = ContinuousClock.now
      let lines = bytes.withUnsafeBufferPointer {
        LineBreaker.lines(of: TextSpan(0, $0.count), in: $0, measure: 72)
      }
      #expect(lines.count > 20_000)
      #expect(ContinuousClock.now - started < .seconds(20))
    }
  }
}
