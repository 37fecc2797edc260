/// Reads JSON that need not be perfect, without ever failing on a single string of it.
///
/// Half of a surrogate pair and NUL become U+FFFD, an unknown escape stands for itself, a line break
/// inside a string is one. Brackets that do not match, strings without an end and words that are no
/// values are errors.
struct JSONParser {
  /// What is wrong, and where.
  struct Fault: Error, Hashable {
    var offset: Int
    var words: String
  }

  private static let deepest = 128

  private let bytes: UnsafeRawBufferPointer
  private(set) var offset: Int
  private var depth = 0
  /// Escapes that stand for no character.
  private(set) var invalid = 0

  /// A parser at the beginning of some bytes, which must outlive it.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    offset = hasMark ? 3 : 0
  }

  /// Whether nothing but blanks remains.
  mutating func isAtEnd() -> Bool {
    skipBlanks()
    return offset == bytes.count
  }

  /// Whether a string comes next.
  mutating func isAtString() -> Bool {
    skipBlanks()
    return offset < bytes.count && bytes[offset] == 0x22
  }

  /// Reads an object and calls `visit` at each of its values, which must read or skip it.
  mutating func object(
    _ visit: (_ key: [UInt8], inout JSONParser) throws(Fault) -> Void
  ) throws(Fault) {
    try expect(0x7B, "an object should begin here")
    depth += 1
    guard depth <= Self.deepest else { throw fault("nested too deep") }
    defer { depth -= 1 }
    while true {
      skipBlanks()
      if take(0x7D) { return }
      if take(0x2C) { continue }
      let key = try string()
      skipBlanks()
      try expect(0x3A, "a colon should stand here")
      try visit(key, &self)
      skipBlanks()
      if take(0x7D) { return }
      try expect(0x2C, "a comma or } should stand here")
    }
  }

  /// Reads any value.
  mutating func value() throws(Fault) -> JSONValue {
    skipBlanks()
    guard offset < bytes.count else { throw fault("a value is missing at the end") }
    switch bytes[offset] {
    case 0x22:
      let start = offset
      return .string(try string(), at: start)
    case 0x7B:
      var fields: [JSONValue.Field] = []
      try object { (key, parser) throws(Fault) in
        fields.append(JSONValue.Field(key: key, value: try parser.value()))
      }
      return .object(fields)
    case 0x5B:
      return .array(try array())
    default:
      let word = try word()
      return word[0] == 0x2D || Bytes.isDigit(word[0]) ? .number(word) : .word
    }
  }

  private mutating func array() throws(Fault) -> [JSONValue] {
    offset += 1
    depth += 1
    guard depth <= Self.deepest else { throw fault("nested too deep") }
    defer { depth -= 1 }
    var values: [JSONValue] = []
    while true {
      skipBlanks()
      if take(0x5D) { return values }
      if take(0x2C) { continue }
      values.append(try value())
      skipBlanks()
      if take(0x5D) { return values }
      try expect(0x2C, "a comma or ] should stand here")
    }
  }

  /// Passes over any value; of its brackets only the depth is checked.
  mutating func skip() throws(Fault) {
    skipBlanks()
    guard offset < bytes.count else { throw fault("a value is missing at the end") }
    var open = 0
    repeat {
      guard offset < bytes.count else { throw fault("a bracket is not closed") }
      switch bytes[offset] {
      case 0x22: try skipString()
      case 0x7B, 0x5B:
        open += 1
        offset += 1
      case 0x7D, 0x5D:
        guard open > 0 else { throw fault("a value is missing") }
        open -= 1
        offset += 1
      case 0x2C, 0x3A, 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: _ = try word()
      }
    } while open > 0
  }

  // MARK: Words and blanks

  private mutating func word() throws(Fault) -> [UInt8] {
    let start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      guard
        Bytes.isLetter(byte) || Bytes.isDigit(byte) || byte == 0x2D || byte == 0x2B || byte == 0x2E
      else { break }
      offset += 1
    }
    let word = Array(bytes[start..<offset])
    let isNumber = word.first.map { $0 == 0x2D || Bytes.isDigit($0) } == true
    guard isNumber || Self.words.contains(word) else {
      offset = start
      throw fault("a value should stand here")
    }
    return word
  }

  private static let words = Set(
    ["true", "false", "null", "NaN", "Infinity"].map { Array($0.utf8) })

  private mutating func skipBlanks() {
    while offset < bytes.count {
      let byte = bytes[offset]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      offset += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ byte: UInt8, _ words: String) throws(Fault) {
    skipBlanks()
    guard take(byte) else { throw fault(words) }
  }

  /// An error at this place.
  func fault(_ words: String) -> Fault { Fault(offset: offset, words: words) }

  // MARK: Strings

  private mutating func skipString() throws(Fault) {
    let start = offset
    offset += 1
    while offset < bytes.count {
      offset = JSONScanning.endOfRun(in: bytes, from: offset)
      guard offset < bytes.count else { break }
      if bytes[offset] == 0x22 {
        offset += 1
        return
      }
      offset += bytes[offset] == 0x5C ? 2 : 1
    }
    throw Fault(offset: start, words: "a string is not closed")
  }

  private mutating func string() throws(Fault) -> [UInt8] {
    let start = offset
    guard take(0x22) else { throw fault("a string should stand here") }
    var text: [UInt8] = []
    while offset < bytes.count {
      let end = JSONScanning.endOfRun(in: bytes, from: offset)
      text += UnsafeRawBufferPointer(rebasing: bytes[offset..<end])
      offset = end
      guard offset < bytes.count else { break }
      switch bytes[offset] {
      case 0x22:
        offset += 1
        return text
      case 0x5C:
        offset += 1
        escape(into: &text)
      default:
        text.append(0x0A)
        offset += 1
      }
    }
    throw Fault(offset: start, words: "a string is not closed")
  }

  /// Reads what follows a backslash.
  private mutating func escape(into text: inout [UInt8]) {
    guard offset < bytes.count else { return }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case 0x6E: text.append(0x0A)
    case 0x22, 0x5C, 0x2F, 0x27: text.append(byte)
    case 0x74: text.append(0x09)
    case 0x72: text.append(0x0D)
    case 0x62: break
    case 0x66: text.append(0x0C)
    case 0x75:
      guard let unit = hexDigits() else {
        text += [0x5C, 0x75]
        return
      }
      append(scalar(from: unit), to: &text)
    default:
      text.append(0x5C)
      // The byte is looked at again: it may end the string of a broken line.
      offset -= 1
      if bytes[offset] != 0x0A, bytes[offset] < 0x80 {
        text.append(byte)
        offset += 1
      }
    }
  }

  /// Four hexadecimal digits; nil, and nothing is taken, where they are none.
  private mutating func hexDigits() -> UInt32? {
    guard offset + 4 <= bytes.count else { return nil }
    var unit: UInt32 = 0
    for i in 0..<4 {
      let byte = bytes[offset + i]
      let low = byte | 0x20
      if Bytes.isDigit(byte) {
        unit = unit << 4 | UInt32(byte - 0x30)
      } else if (0x61...0x66).contains(low) {
        unit = unit << 4 | UInt32(low - 0x57)
      } else {
        return nil
      }
    }
    offset += 4
    return unit
  }

  /// The scalar that a UTF-16 unit begins; the second half of a pair is taken along.
  private mutating func scalar(from unit: UInt32) -> UInt32 {
    guard (0xD800...0xDFFF).contains(unit) else { return unit == 0 ? refused() : unit }
    guard unit < 0xDC00, offset + 6 <= bytes.count, bytes[offset] == 0x5C,
      bytes[offset + 1] == 0x75
    else { return refused() }
    let back = offset
    offset += 2
    guard let second = hexDigits(), (0xDC00...0xDFFF).contains(second) else {
      offset = back
      return refused()
    }
    return 0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00)
  }

  private mutating func refused() -> UInt32 {
    invalid += 1
    return 0xFFFD
  }

  private func append(_ scalar: UInt32, to text: inout [UInt8]) {
    if scalar < 0x80 {
      text.append(UInt8(scalar))
    } else if scalar < 0x800 {
      text += [0xC0 | UInt8(scalar >> 6), 0x80 | UInt8(scalar & 63)]
    } else if scalar < 0x10000 {
      text += [
        0xE0 | UInt8(scalar >> 12), 0x80 | UInt8(scalar >> 6 & 63), 0x80 | UInt8(scalar & 63),
      ]
    } else {
      text += [
        0xF0 | UInt8(scalar >> 18), 0x80 | UInt8(scalar >> 12 & 63), 0x80 | UInt8(scalar >> 6 & 63),
        0x80 | UInt8(scalar & 63),
      ]
    }
  }
}
