import Glibc
import Testing

@testable import Browser

@Suite struct DisplayTextTests {
  @Test(
    "Makes hostile text harmless",
    arguments: [
      ("plain text", "plain text"),
      ("a\u{1B}[31mb", "a␛[31mb"),
      ("\u{1B}]0;title\u{07}", "␛]0;title␇"),
      ("nul\0 del\u{7F}", "nul␀ del␡"),
      ("tab\tline\nend", "tab line end"),
      ("crlf\r\nlone\rend", "crlf lone␍end"),
      ("c1 \u{9B}31m \u{85}\u{80}\u{9F}", "c1 \u{FFFD}31m \u{FFFD}\u{FFFD}\u{FFFD}"),
      ("a\u{202E}evil\u{202C}b", "aevilb"),
      ("\u{2066}a\u{2069}\u{200E}\u{200F}\u{61C}", "a"),
      ("ze\u{200B}ro\u{FEFF} wi\u{2060}dth so\u{AD}ft", "zero width soft"),
      ("lines\u{2028}and\u{2029}paragraphs", "lines and paragraphs"),
      ("👩‍👩‍👧‍👦 family", "👩 family"),
      ("👋🏽 ❤️ wave", "👋 ❤ wave"),
      ("👩🏽‍🚀 flew", "👩 flew"),
      ("ක්\u{200D}ර joins", "ක්ර joins"),
      ("tags \u{E0001}\u{E0041}x", "tags x"),
      ("\u{FFF9}annotated\u{FFFB}", "annotated"),
      ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"),
    ])
  func sanitises(source: String, expected: String) {
    #expect(DisplayText.sanitized(source).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test(
    "Replaces invalid bytes",
    arguments: [
      ([0x61, 0x9B, 0x62], "a\u{FFFD}b"),
      ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}"),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xE2, 0x80], "\u{FFFD}"),
      ([0xE2, 0x80, 0x61], "\u{FFFD}a"),
      ([0xF0, 0x9F, 0x98, 0x1B], "\u{FFFD}␛"),
      ([0xF5, 0x80], "\u{FFFD}\u{FFFD}"),
      ([0xFF], "\u{FFFD}"),
    ] as [([UInt8], String)])
  func replacesInvalidBytes(bytes: [UInt8], expected: String) {
    let shown = DisplayText.glyphs(of: bytes).compactMap { Unicode.Scalar($0.base) }
    #expect(shown.elementsEqual(expected.unicodeScalars))
  }

  @Test(
    "Counts columns",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("Россия", 6), ("日本語", 6),
      ("한국", 4), ("“«»”", 4), ("👨‍👩‍👧", 2), ("ｆｕｌｌ", 8), ("a\u{301}\u{302}\u{303}b", 2),
      ("\u{1100}\u{1161}\u{11A8}", 2),
    ])
  func countsColumns(text: String, width: Int) {
    #expect(DisplayText.width(of: text) == width)
  }

  @Test func `keeps two combining characters of a flood`() throws {
    let flood = "x" + String(repeating: "\u{301}", count: 5_000) + "y"
    let glyphs = DisplayText.glyphs(of: flood.utf8)
    #expect(glyphs.count == 2)
    let first = try #require(glyphs.first)
    #expect(first.combining == (0x301, 0x301))
    #expect(first.end == 10_001)
    #expect(glyphs.last?.start == 10_001)
  }

  @Test func `a combining character with nothing before it gets a blank`() {
    let glyphs = DisplayText.glyphs(of: "\u{301}a".utf8)
    #expect(glyphs.map(\.base) == [0x20, 0x61])
    #expect(glyphs.first?.combining.0 == 0x301)
  }

  @Test func `offsets point into the source`() {
    let glyphs = DisplayText.glyphs(of: "a\u{200B}é日".utf8)
    #expect(glyphs.map(\.start) == [0, 4, 6])
    #expect(glyphs.map(\.end) == [4, 6, 9])
  }

  @Test(
    "Cuts with an ellipsis",
    arguments: [
      ("headline", 8, "headline"), ("headline", 7, "headli…"), ("headline", 1, "…"),
      ("headline", 0, ""), ("headline", -3, ""), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"),
      ("日本語", 4, "日…"), ("日本語", 2, "…"), ("a\u{1B}b", 2, "a…"),
    ])
  func cuts(text: String, width: Int, expected: String) {
    let cut = DisplayText.truncated(text, to: width)
    #expect(cut == expected)
    #expect(DisplayText.width(of: cut) <= max(0, width))
  }

  @Test func `pads to the width`() {
    #expect(DisplayText.padded("日本語", to: 5) == "日本…")
    #expect(DisplayText.padded("日", to: 5) == "日   ")
  }

  @Test func `every scalar agrees with the C library about its width`() {
    for value in UInt32(0xA0)...0x2_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      guard case .shown(let shown, let width) = ScalarClass(of: value), shown == value else {
        continue
      }
      if CharacterWidth.of(scalar) != width {
        Issue.record("U+\(String(value, radix: 16)) is \(CharacterWidth.of(scalar)) wide")
      }
    }
  }

  @Test func `nothing that steers a terminal is ever shown`() {
    for value in UInt32(0)...0x10_FFFF {
      guard case .shown(let shown, _) = ScalarClass(of: value) else { continue }
      if shown < 0x20 || (0x7F..<0xA0).contains(shown) || (0x200B...0x200F).contains(shown)
        || (0x2028...0x202E).contains(shown) || (0x2060...0x206F).contains(shown)
        || (0xD800...0xDFFF).contains(shown)
      {
        Issue.record("U+\(String(value, radix: 16)) is shown as U+\(String(shown, radix: 16))")
      }
    }
  }
}
