/// Decodes UTF-8, with U+FFFD for what is not UTF-8.
enum UTF8Decoding {
  /// What bytes look like as UTF-8.
  struct Check: Hashable, Sendable {
    /// Where the first ill-formed sequence begins.
    var firstInvalid: Int?
    /// Ill-formed places.
    var invalid = 0
    /// Well-formed sequences of more than one byte.
    var sequences = 0
    /// Bytes from 0x80 on.
    var high = 0
    /// Control characters that no text holds: all below 0x20 but tab, line and form feed, return.
    var controls = 0
    var hasNUL = false
    /// Whether there is ESC, with which some sets shift between states.
    var hasEscape = false

    var isValid: Bool { firstInvalid == nil }
  }

  /// Looks at all bytes.
  /// - Complexity: O(bytes); eight at a time where they are plain ASCII.
  static func check(_ bytes: [UInt8]) -> Check {
    var check = Check()
    bytes.withUnsafeBufferPointer { b in
      var i = 0
      while i < b.count {
        let plain = plainEnd(b, from: i)
        if plain > i {
          i = plain
          continue
        }
        let byte = b[i]
        if byte < 0x80 {
          if byte < 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09, byte != 0x0C {
            check.controls += 1
            if byte == 0 { check.hasNUL = true }
            if byte == 0x1B { check.hasEscape = true }
          }
          i += 1
          continue
        }
        let length = sequenceLength(in: b, at: i)
        if length > 0 {
          check.sequences += 1
          check.high += length
          i += length
        } else {
          if check.firstInvalid == nil { check.firstInvalid = i }
          check.invalid += 1
          let part = subpartLength(in: b, at: i)
          check.high += part
          i += part
        }
      }
    }
    return check
  }

  /// Past whole words of eight bytes that are ASCII from the blank on.
  @inline(__always)
  private static func plainEnd(_ b: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var i = start
    let raw = UnsafeRawBufferPointer(b)
    while i + 8 <= b.count {
      let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
      let below = (word &- 0x2020_2020_2020_2020) & ~word
      if (word | below) & 0x8080_8080_8080_8080 != 0 { break }
      i += 8
    }
    return i
  }

  /// The first byte from 0x80 on, at or behind an offset.
  static func firstHigh(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { raw in
      var i = start
      while i + 8 <= raw.count,
        raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      { i += 8 }
      while i < raw.count, raw[i] < 0x80 { i += 1 }
      return i < raw.count ? i : nil
    }
  }

  /// Valid UTF-8 and the number of places that were not.
  ///
  /// A maximal part of an ill-formed sequence becomes one U+FFFD, as the Unicode Standard
  /// recommends (chapter 3, "U+FFFD Substitution of Maximal Subparts").
  /// - Complexity: O(bytes); valid text is returned without a copy.
  static func repaired(_ bytes: [UInt8]) -> (bytes: [UInt8], invalid: Int) {
    guard let bad = check(bytes).firstInvalid else { return (bytes, 0) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var from = 0
    var invalid = 0
    var next: Int? = bad
    bytes.withUnsafeBufferPointer { buffer in
      while let at = next {
        result += buffer[from..<at]
        result += [0xEF, 0xBF, 0xBD]
        invalid += 1
        from = at + subpartLength(in: buffer, at: at)
        next = firstInvalid(in: buffer, from: from)
      }
      result += buffer[from...]
    }
    return (result, invalid)
  }

  /// The length of a well-formed sequence, or 0.
  static func sequenceLength(in b: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    let lead = b[i]
    if lead < 0x80 { return 1 }
    let wanted = subpartLength(in: b, at: i)
    let full = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    return full != 0 && wanted == full ? full : 0
  }

  private static func firstInvalid(in b: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
    var i = from
    while i < b.count {
      if b[i] < 0x80 {
        i += 1
        continue
      }
      let length = sequenceLength(in: b, at: i)
      if length == 0 { return i }
      i += length
    }
    return nil
  }

  /// How many bytes from `i` on are the beginning of some well-formed sequence; at least 1.
  private static func subpartLength(in b: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    let lead = b[i]
    let full: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: full = 2
    case 0xE0:
      full = 3
      low = 0xA0
    case 0xED:
      full = 3
      high = 0x9F
    case 0xE1...0xEF: full = 3
    case 0xF0:
      full = 4
      low = 0x90
    case 0xF4:
      full = 4
      high = 0x8F
    case 0xF1...0xF3: full = 4
    default: return 1
    }
    var length = 1
    while length < full, i + length < b.count, (low...high).contains(b[i + length]) {
      length += 1
      low = 0x80
      high = 0xBF
    }
    return length
  }
}
