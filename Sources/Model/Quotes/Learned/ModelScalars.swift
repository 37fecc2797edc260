/// Classes of code points as the quote model was trained with; coarse on purpose, and without
/// tables of Unicode.
enum ModelScalars {
  /// Bits of a class.
  static let space: UInt8 = 1
  static let letter: UInt8 = 2
  static let upper: UInt8 = 4
  static let digit: UInt8 = 8

  /// The class of an ASCII byte: a space, a letter (digits and `_` included), a capital, a digit.
  @inline(__always)
  static func ascii(_ byte: UInt8) -> UInt8 {
    if Bytes.isLower(byte) { return letter }
    if Bytes.isSpace(byte) { return space }
    if Bytes.isUpper(byte) { return letter | upper }
    if Bytes.isDigit(byte) { return letter | digit }
    return byte == 0x5F ? letter : 0
  }

  /// The class of a code point beyond ASCII.
  static func beyondASCII(_ scalar: UInt32) -> UInt8 {
    if isSpace(scalar) { return space }
    guard isLetter(scalar) else { return 0 }
    return scalar >= 0xC0 && scalar <= 0xDE ? letter | upper : letter
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// Whatever is no mark, no symbol and no picture.
  private static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0xC0 { return scalar == 0xAA || scalar == 0xB5 || scalar == 0xBA }
    switch scalar {
    case 0xD7, 0xF7, 0x2000...0x2BFF, 0x2E00...0x2E7F, 0x3000...0x303F, 0xFE10...0xFE6F,
      0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFEFF, 0xFFFD:
      return false
    default: return scalar < 0x1F000
    }
  }

  /// The code point at an offset before `end` and its length in bytes; U+FFFD and 1 where the bytes
  /// are no UTF-8.
  @inline(__always)
  static func decode(
    _ bytes: UnsafePointer<UInt8>, _ at: Int, _ end: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[at])
    if first < 0x80 { return (first, 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, at &+ length <= end else { return (0xFFFD, 1) }
    var scalar = first & (0x7F >> UInt32(truncatingIfNeeded: length))
    for i in 1..<length {
      let next = UInt32(bytes[at &+ i])
      guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | next & 0x3F
    }
    return (scalar, length)
  }
}
