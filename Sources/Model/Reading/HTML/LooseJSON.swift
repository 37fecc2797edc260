/// A value of JSON as pages carry it: with raw line breaks, comments and commas too many.
///
/// What is broken is read as far as it goes.
indirect enum LooseJSON {
  case object([(name: String, value: LooseJSON)])
  case array([LooseJSON])
  case string([UInt8])
  /// A number, `true`, `false` or `null`, as it stands.
  case word(String)

  /// Reads the first value in bytes; nil where there is none.
  init?(_ bytes: ArraySlice<UInt8>) {
    var parser = Parser(bytes: bytes)
    guard let value = parser.value(depth: 0) else { return nil }
    self = value
  }

  /// A member of an object.
  subscript(name: String) -> LooseJSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The elements of an array; any other value by itself.
  var elements: [LooseJSON] { if case .array(let all) = self { all } else { [self] } }

  /// The words of a string.
  var text: String? {
    switch self {
    case .string(let bytes): String(decoding: bytes, as: UTF8.self)
    case .word(let word) where word.first.map { $0.isNumber || $0 == "-" } == true: word
    default: nil
    }
  }

  private struct Parser {
    /// Deeper values are left out.
    static let deepest = 40
    let bytes: ArraySlice<UInt8>
    var at: Int

    init(bytes: ArraySlice<UInt8>) {
      self.bytes = bytes
      at = bytes.startIndex
    }

    var next: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

    /// Passes over white space, comments and marks of a comment or of CDATA around the data.
    mutating func skipBlanks() {
      while let byte = next {
        if Bytes.isSpace(byte) {
          at += 1
        } else if byte == 0x2F, at + 1 < bytes.endIndex, bytes[at + 1] == 0x2A {
          at += 2
          while at + 1 < bytes.endIndex, bytes[at] != 0x2A || bytes[at + 1] != 0x2F { at += 1 }
          at = min(bytes.endIndex, at + 2)
        } else if byte == 0x2F, at + 1 < bytes.endIndex, bytes[at + 1] == 0x2F {
          while at < bytes.endIndex, bytes[at] != 0x0A { at += 1 }
        } else if byte == 0xEF, bytes.endIndex - at >= 3, bytes[at + 1] == 0xBB {
          at += 3
        } else {
          return
        }
      }
    }

    mutating func value(depth: Int) -> LooseJSON? {
      skipBlanks()
      if depth == 0 {
        while let byte = next, byte != 0x7B, byte != 0x5B { at += 1 }
      }
      guard let byte = next, depth < Self.deepest else { return nil }
      switch byte {
      case 0x7B: return object(depth)
      case 0x5B: return array(depth)
      case 0x22: return .string(string())
      default: return word()
      }
    }

    mutating func object(_ depth: Int) -> LooseJSON {
      at += 1
      var members: [(name: String, value: LooseJSON)] = []
      while true {
        skipBlanks()
        guard let byte = next, byte != 0x7D, byte != 0x5D else { break }
        guard byte == 0x22 else {
          at += 1
          continue
        }
        let name = String(decoding: string(), as: UTF8.self)
        skipBlanks()
        guard next == 0x3A else { continue }
        at += 1
        guard let value = value(depth: depth + 1) else { break }
        members.append((name, value))
      }
      if next == 0x7D { at += 1 }
      return .object(members)
    }

    mutating func array(_ depth: Int) -> LooseJSON {
      at += 1
      var elements: [LooseJSON] = []
      while true {
        skipBlanks()
        guard let byte = next, byte != 0x5D, byte != 0x7D else { break }
        if byte == 0x2C {
          at += 1
          continue
        }
        let start = at
        guard let value = value(depth: depth + 1) else { break }
        if at == start { at += 1 }
        elements.append(value)
      }
      if next == 0x5D { at += 1 }
      return .array(elements)
    }

    mutating func word() -> LooseJSON {
      let start = at
      while let byte = next, Bytes.isWord(byte) || byte == 0x2D || byte == 0x2E || byte == 0x2B {
        at += 1
      }
      if at == start { at += 1 }
      return .word(String(decoding: bytes[start..<at], as: UTF8.self))
    }

    /// A string from its mark on; raw line breaks are blanks.
    mutating func string() -> [UInt8] {
      at += 1
      var text: [UInt8] = []
      while let byte = next {
        at += 1
        if byte == 0x22 { break }
        guard byte == 0x5C else {
          text.append(byte)
          continue
        }
        guard let escaped = next else { break }
        at += 1
        switch escaped {
        case 0x6E: text.append(0x0A)
        case 0x74: text.append(0x09)
        case 0x72, 0x62, 0x66: text.append(0x20)
        case 0x75: appendUnit(&text)
        default: text.append(escaped)
        }
      }
      return UTF8Decoding.repaired(text).bytes
    }

    mutating func appendUnit(_ text: inout [UInt8]) {
      guard let high = hexUnit() else { return }
      var value = high
      if (0xD800..<0xDC00) ~= high, at + 1 < bytes.endIndex, bytes[at] == 0x5C,
        bytes[at + 1] == 0x75
      {
        let before = at
        at += 2
        if let low = hexUnit(), (0xDC00..<0xE000) ~= low {
          value = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
        } else {
          at = before
        }
      }
      text += Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
    }

    mutating func hexUnit() -> UInt32? {
      guard bytes.endIndex - at >= 4 else { return nil }
      var value: UInt32 = 0
      for byte in bytes[at..<at + 4] {
        guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
        value = value << 4 | UInt32(digit)
      }
      at += 4
      return value
    }
  }
}
