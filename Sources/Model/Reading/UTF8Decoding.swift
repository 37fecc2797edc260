/// Decodes UTF-8, with U+FFFD for what is not UTF-8.
enum UTF8Decoding {
  /// Valid UTF-8 and the number of places that were not.
  ///
  /// A maximal part of an ill-formed sequence becomes one U+FFFD, as the Unicode Standard
  /// recommends (chapter 3, "U+FFFD Substitution of Maximal Subparts").
  /// - Complexity: O(bytes); valid text is returned without a copy.
  static func repaired(_ bytes: [UInt8]) -> (bytes: [UInt8], invalid: Int) {
    guard let bad = bytes.withUnsafeBufferPointer({ firstInvalid(in: $0, from: 0) }) else {
      return (bytes, 0)
    }
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
