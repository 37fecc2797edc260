import Glibc

// Glibc's module map hides the XSI functions; the C calling convention of this one is the same.
@_silgen_name("wcwidth") private func wcwidth(_ character: CInt) -> CInt

/// What becomes of one scalar on the screen.
enum ScalarClass: Hashable, Sendable {
  /// Not shown at all.
  case dropped
  /// Joins the glyph before it.
  case combining
  /// A picture, unless a line feed follows.
  case carriageReturn
  /// Shown as this scalar in so many columns.
  case shown(UInt32, width: Int)

  /// - Complexity: O(1); Latin, Greek, Cyrillic, lines and Han without a call.
  init(of scalar: UInt32) {
    switch scalar {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x370...0x377, 0x37B...0x37F, 0x391...0x3A1,
      0x3A3...0x482, 0x48A...0x52F, 0x2010...0x2027, 0x2030...0x205E, 0x2500...0x25FC,
      0x275B...0x275E:
      self = .shown(scalar, width: 1)
    case 0x09, 0x0A: self = .shown(0x20, width: 1)
    case 0x0D: self = .carriageReturn
    case 0..<0x20: self = .shown(0x2400 + scalar, width: 1)
    case 0x7F: self = .shown(0x2421, width: 1)
    case 0x80..<0xA0: self = .shown(0xFFFD, width: 1)
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: self = .shown(scalar, width: 2)
    // Line and paragraph separator.
    case 0x2028, 0x2029: self = .shown(0x20, width: 1)
    // Skin tones.
    case 0x1F3FB...0x1F3FF: self = .dropped
    default: self = Self.rare(scalar)
    }
  }

  private static func rare(_ value: UInt32) -> ScalarClass {
    guard let scalar = Unicode.Scalar(value) else { return .shown(0xFFFD, width: 1) }
    // Bidi controls, joiners, selectors, fillers, tags.
    if scalar.properties.isDefaultIgnorableCodePoint { return .dropped }
    switch CharacterWidth.of(scalar) {
    case 0: return scalar.properties.generalCategory == .format ? .dropped : .combining
    case 1: return .shown(value, width: 1)
    case 2: return .shown(value, width: 2)
    default: return .shown(0xFFFD, width: 1)
    }
  }
}

/// The C library's `wcwidth` in a UTF-8 locale, whatever the user's locale is.
///
/// ncurses moves its cursor by the same function, so both always agree about columns.
enum CharacterWidth {
  // Made once, never changed and never freed, so that all threads may read it.
  private nonisolated(unsafe) static let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)

  /// 0, 1 or 2 columns; negative where the character is unknown or not printable.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    guard let locale else { return guess(scalar) }
    let before = uselocale(locale)
    defer { _ = uselocale(before) }
    return Int(wcwidth(CInt(bitPattern: scalar.value)))
  }

  /// For a C library without `C.UTF-8`.
  private static func guess(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    case .unassigned, .surrogate, .control: return -1
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
