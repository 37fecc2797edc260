/// Text that was UTF-8, was read as if in a set of single bytes, and encoded again: `Ã©` for `é`,
/// `РџСЂРёРІРµС‚` for `Привет`.
struct DoubleEncoding {
  private let bytes: [UInt8]
  private let set: SingleByteSet

  /// Nil where a text does not look so: all its runs of characters beyond ASCII, but for a few,
  /// must be UTF-8 again when they are put back into bytes.
  /// - Complexity: O(bytes); a text in ASCII is passed over at the speed of memory.
  init?(_ bytes: [UInt8]) {
    guard let first = UTF8Decoding.firstHigh(in: bytes, from: 0),
      let set = SingleByteSet.sets.first(where: { Self.fits($0, bytes, from: first) })
    else { return nil }
    self.bytes = bytes
    self.set = set
  }

  /// The text as it was meant; what cannot be put right stays.
  func mended() -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var from = 0
    while let start = UTF8Decoding.firstHigh(in: bytes, from: from) {
      result += bytes[from..<start]
      let end = Self.runEnd(bytes, start)
      result += set.read(bytes[start..<end]) ?? Array(bytes[start..<end])
      from = end
    }
    return result + bytes[from...]
  }

  /// So many runs are looked at.
  private static let runLimit = 400

  private static func fits(_ set: SingleByteSet, _ bytes: [UInt8], from first: Int) -> Bool {
    var good = 0
    var bad = 0
    var next: Int? = first
    while let start = next, good + bad < runLimit {
      let end = runEnd(bytes, start)
      if set.read(bytes[start..<end]) != nil { good += 1 } else { bad += 1 }
      if bad > 2 && bad > good { return false }
      next = UTF8Decoding.firstHigh(in: bytes, from: end)
    }
    return good > 0 && bad * 8 <= good
  }

  private static func runEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] >= 0x80 { end += 1 }
    return end
  }
}

/// What the high bytes of a set of single bytes mean, the other way round.
private struct SingleByteSet: Sendable {
  static let sets = [SingleByteSet("windows-1252"), SingleByteSet("windows-1251")].compactMap { $0 }

  private let byteOf: [UInt32: UInt8]

  init?(_ charset: String) {
    guard let conversion = CharsetConversion(from: charset) else { return nil }
    var byteOf: [UInt32: UInt8] = [:]
    for byte in UInt8(0x80)...0xFF {
      // A byte without a meaning was often kept as the control character of its number.
      byteOf[UInt32(byte)] = byte < 0xA0 ? byte : nil
      let text = conversion.utf8([byte])
      if text.invalid == 0,
        let scalar = String(decoding: text.bytes, as: UTF8.self).unicodeScalars.first
      {
        byteOf[scalar.value] = byte
      }
    }
    self.byteOf = byteOf
  }

  /// The run put back into bytes, where those are UTF-8 beyond ASCII; else nil.
  func read(_ run: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    for scalar in String(decoding: run, as: UTF8.self).unicodeScalars {
      guard let byte = byteOf[scalar.value] else { return nil }
      result.append(byte)
    }
    return UTF8Decoding.check(result).isValid ? result : nil
  }
}
