/// The searches that all JSON code shares; they look at eight bytes at once.
enum JSONScanning {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// A word whose high bits mark bytes equal to one (exact up to the first hit).
  @inline(__always)
  private static func hits(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let difference = word ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference & highs
  }

  /// The first quotation mark, backslash or line feed from an offset on; the end where there is none.
  @inline(__always)
  static func endOfRun(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var i = start
    while i + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self))
      let found = hits(word, 0x22) | hits(word, 0x5C) | hits(word, 0x0A)
      if found != 0 { return i + found.trailingZeroBitCount / 8 }
      i += 8
    }
    while i < bytes.count {
      let byte = bytes[i]
      if byte == 0x22 || byte == 0x5C || byte == 0x0A { return i }
      i += 1
    }
    return i
  }
}
