/// Reads glyphs from bytes one by one; the rules are those of `DisplayText`.
struct GlyphReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  /// Reads bytes that stay valid as long as the reader is used.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next glyph; nil at the end.
  mutating func next() -> Glyph? {
    let count = bytes.count
    guard at < count else { return nil }
    // Printable ASCII before more ASCII: nothing can join it.
    let byte = bytes[at]
    if byte >= 0x20, byte < 0x7F, at + 1 == count || bytes[at + 1] < 0x80 {
      at += 1
      return Glyph(base: UInt32(byte), combining: (0, 0), width: 1, start: at - 1, end: at)
    }
    return nextSlowly()
  }

  private mutating func nextSlowly() -> Glyph? {
    while at < bytes.count {
      let start = at
      let scalar = decode()
      switch ScalarClass(of: scalar) {
      case .dropped: continue
      case .carriageReturn where at < bytes.count && bytes[at] == 0x0A: continue
      case .carriageReturn: return joined(0x240D, width: 1, start: start)
      case .combining: return joined(0x20, first: scalar, width: 1, start: start)
      case .shown(let base, let width): return joined(base, width: width, start: start)
      }
    }
    return nil
  }

  /// A glyph with all that follows and belongs to it.
  private mutating func joined(
    _ base: UInt32, first: UInt32 = 0, width: Int, start: Int
  ) -> Glyph {
    var glyph = Glyph(base: base, combining: (first, 0), width: width, start: start, end: at)
    var isJoined = false
    // Nothing below 0xC2 starts a character that could join.
    while at < bytes.count, bytes[at] >= 0xC2 {
      // Nor do Latin letters, quotation marks and dashes, which are most of what is left.
      if bytes[at] == 0xC3 { return glyph }
      if bytes[at] == 0xE2, at + 2 < bytes.count, bytes[at + 1] == 0x80,
        (0x90...0xA6).contains(bytes[at + 2])
      {
        return glyph
      }
      let before = at
      let scalar = decode()
      switch ScalarClass(of: scalar) {
      case .dropped:
        isJoined = scalar == 0x200D
      case .combining:
        if glyph.combining.0 == 0 {
          glyph.combining.0 = scalar
        } else if glyph.combining.1 == 0 {
          glyph.combining.1 = scalar
        }
        isJoined = false
      case .shown where isJoined && Self.isPictograph(base) && Self.isPictograph(scalar):
        isJoined = false
      case .shown, .carriageReturn:
        at = before
        return glyph
      }
      glyph.end = at
    }
    return glyph
  }

  private static func isPictograph(_ value: UInt32) -> Bool {
    // Indic scripts and Arabic use the joiner too, but nothing may be lost there.
    value >= 0x2190 && Unicode.Scalar(value)?.properties.isEmoji == true
  }

  /// Decodes one scalar; U+FFFD for the longest start of a sequence that ends wrongly.
  private mutating func decode() -> UInt32 {
    let first = bytes[at]
    at += 1
    if first < 0x80 { return UInt32(first) }
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: length = 1
    case 0xE0...0xEF:
      length = 2
      if first == 0xE0 { low = 0xA0 }
      if first == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 3
      if first == 0xF0 { low = 0x90 }
      if first == 0xF4 { high = 0x8F }
    default: return 0xFFFD
    }
    var value = UInt32(first) & (0x3F >> UInt32(length))
    for _ in 0..<length {
      guard at < bytes.count, bytes[at] >= low, bytes[at] <= high else { return 0xFFFD }
      value = value << 6 | UInt32(bytes[at] & 0x3F)
      at += 1
      low = 0x80
      high = 0xBF
    }
    return value
  }
}
