/// Writes numbers and texts one behind the other, small numbers in one byte (LEB128).
struct PackedWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ value: Int) {
    var rest = UInt64(truncatingIfNeeded: value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// A number that may be negative (zigzag).
  mutating func signed(_ value: Int) { number((value << 1) ^ (value >> 63)) }

  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      number(utf8.count)
      bytes += utf8
    }
  }

  mutating func optional(_ text: String?) {
    number(text == nil ? 0 : 1)
    if let text { self.text(text) }
  }

  mutating func raw(_ bytes: [UInt8]) {
    number(bytes.count)
    self.bytes += bytes
  }
}

/// Reads what a `PackedWriter` wrote; damaged bytes end in an error, never in a trap.
struct PackedReader {
  struct Damaged: Error {}

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { at >= bytes.count }

  /// The bytes that were not read yet.
  var left: Int { bytes.count - at }

  mutating func number() throws(Damaged) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while at < bytes.count, shift < 64 {
      let byte = bytes[at]
      at += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: value) }
      shift += 7
    }
    throw Damaged()
  }

  mutating func signed() throws(Damaged) -> Int {
    let value = try number()
    return Int(bitPattern: UInt(bitPattern: value) >> 1) ^ -(value & 1)
  }

  /// A number of things that follow, each at least a byte long.
  mutating func count() throws(Damaged) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - at else { throw Damaged() }
    return count
  }

  mutating func text() throws(Damaged) -> String { String(decoding: try slice(), as: UTF8.self) }

  mutating func optional() throws(Damaged) -> String? { try number() == 0 ? nil : try text() }

  mutating func raw() throws(Damaged) -> [UInt8] { Array(try slice()) }

  /// Passes over a text or raw bytes.
  mutating func skip() throws(Damaged) { at += try count() }

  mutating func skipOptional() throws(Damaged) { if try number() != 0 { try skip() } }

  private mutating func slice() throws(Damaged) -> ArraySlice<UInt8> {
    let count = try count()
    defer { at += count }
    return bytes[at..<at + count]
  }
}
