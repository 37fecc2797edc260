/// What the quote model wants to know of a word, gathered byte by byte.
struct WordForm {
  /// FNV-1a of the normal form: ASCII in small letters, `’` as `'`.
  private(set) var hash = Bytes.hashStart
  /// The last bytes of the normal form, the last one lowest.
  private var tail: UInt32 = 0
  /// The length of the normal form in bytes.
  private var length = 0
  /// Letters, digits and `_`.
  private var letters = 0
  private var stops = 0
  private var otherInner = 0
  /// The classes of all characters, of all that are no capitals, and of the first.
  private var seen: UInt8 = 0
  private var hasSmall = false
  private var first: UInt8 = 0

  @inline(__always)
  private mutating func add(_ byte: UInt8) {
    hash = Bytes.hash(hash, adding: byte)
    tail = tail << 8 | UInt32(byte)
    length &+= 1
  }

  @inline(__always)
  private mutating func count(_ kind: UInt8) {
    if letters == 0 { first = kind }
    letters &+= 1
    seen |= kind
    hasSmall = hasSmall || kind & ModelScalars.upper == 0
  }

  /// Adds an ASCII letter in its small form.
  @inline(__always)
  mutating func add(letter byte: UInt8, _ kind: UInt8) {
    add(byte)
    count(kind)
  }

  /// Adds a letter beyond ASCII.
  mutating func add(letter bytes: UnsafePointer<UInt8>, _ length: Int, _ kind: UInt8) {
    for i in 0..<length { add(bytes[i]) }
    count(kind)
  }

  /// Adds a mark that a letter follows.
  @inline(__always)
  mutating func add(inner byte: UInt8) {
    add(byte)
    if byte == 0x2E { stops &+= 1 } else { otherInner &+= 1 }
  }

  /// FNV-1a of the last three bytes.
  var suffix: UInt32 {
    var hash = Bytes.hashStart
    if length >= 3 { hash = Bytes.hash(hash, adding: UInt8(truncatingIfNeeded: tail >> 16)) }
    if length >= 2 { hash = Bytes.hash(hash, adding: UInt8(truncatingIfNeeded: tail >> 8)) }
    return Bytes.hash(hash, adding: UInt8(truncatingIfNeeded: tail))
  }

  /// See `ModelTokens.Shape`.
  var shape: UInt8 {
    if seen & ModelScalars.digit != 0 { return ModelTokens.Shape.number }
    guard first & ModelScalars.upper != 0 else {
      return seen & ModelScalars.upper != 0 ? ModelTokens.Shape.mixed : ModelTokens.Shape.lower
    }
    if letters == 1 { return ModelTokens.Shape.oneCapital }
    return hasSmall ? ModelTokens.Shape.capital : ModelTokens.Shape.capitals
  }

  /// One letter, or single letters with stops between.
  var isInitial: Bool { otherInner == 0 && letters == stops &+ 1 }

  /// A small word of at least five bytes in -ed, -s or -ing.
  var isInflected: Bool {
    guard length >= 5, shape == ModelTokens.Shape.lower else { return false }
    return tail & 0xFF == 0x73 || tail & 0xFFFF == 0x6564 || tail & 0xFF_FFFF == 0x69_6E67
  }
}

/// Marks as the quote model knows them.
enum MarkForms {
  /// What a double quotation mark does by its form.
  enum Side {
    case either
    case opening
    case closing
  }

  /// The side of a double mark, or nil for other characters.
  static func side(_ scalar: UInt32, isPair: Bool) -> Side? {
    if isPair { return scalar == 0x27 ? .either : .opening }
    switch scalar {
    case 0x22: return .either
    case 0x201C, 0x201E, 0xAB: return .opening
    case 0x201D, 0xBB: return .closing
    default: return nil
    }
  }

  /// The shape of a character that is neither a letter nor a quotation mark.
  static func shape(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x2C: ModelTokens.Shape.comma
    case 0x2E, 0x2026: ModelTokens.Shape.stop
    case 0x3F, 0x21: ModelTokens.Shape.question
    case 0x3A: ModelTokens.Shape.colon
    case 0x3B: ModelTokens.Shape.semicolon
    case 0x2D, 0x2013, 0x2014, 0x2015, 0x2212: ModelTokens.Shape.dash
    case 0x28, 0x5B, 0x7B: ModelTokens.Shape.openingBracket
    case 0x29, 0x5D, 0x7D: ModelTokens.Shape.closingBracket
    default: ModelTokens.Shape.other
    }
  }

  /// Whether a mark right before a quotation mark lets it open.
  static func mayPrecedeOpening(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0x5B, 0x7B, 0x2D, 0x2013, 0x2014, 0x2018, 0x22, 0x27: true
    default: false
    }
  }

  /// The hash of U+20xx, by the last byte of its UTF-8 (E2 80 xx).
  @inline(__always)
  static func hash(_ last: UInt8) -> UInt32 {
    let start = Bytes.hash(Bytes.hash(Bytes.hashStart, adding: 0xE2), adding: 0x80)
    return Bytes.hash(start, adding: last)
  }

  /// The hash of a character as it stands.
  static func hash(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    (0..<length).reduce(Bytes.hashStart) { Bytes.hash($0, adding: bytes[$1]) }
  }
}
