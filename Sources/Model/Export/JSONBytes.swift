/// Writes JSON as bytes, with the keys in the order in which they are written.
struct JSONBytes {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Nothing written yet; room for so many bytes.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Opens an object or array, fills it and closes it.
  mutating func object(_ fill: (inout JSONBytes) -> Void) { wrap(0x7B, 0x7D, fill) }
  mutating func array(_ fill: (inout JSONBytes) -> Void) { wrap(0x5B, 0x5D, fill) }

  private mutating func wrap(_ open: UInt8, _ close: UInt8, _ fill: (inout JSONBytes) -> Void) {
    separate()
    bytes.append(open)
    needsComma = false
    fill(&self)
    bytes.append(close)
    needsComma = true
  }

  /// Writes a key; a value must follow.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    bytes += UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  mutating func value(_ number: Int) {
    separate()
    // Twenty bytes hold the least Int.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = digits.count
      var rest = number.magnitude
      repeat {
        start -= 1
        digits[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      if number < 0 {
        start -= 1
        digits[start] = 0x2D
      }
      bytes += digits[start...]
    }
    needsComma = true
  }

  /// A number from 0 to 1 with at most three decimals.
  mutating func value(share: Double) {
    separate()
    let thousandths = max(0, min(1000, Int((share * 1000).rounded())))
    if thousandths == 1000 {
      bytes.append(0x31)
    } else {
      bytes.append(0x30)
      if thousandths > 0 {
        bytes.append(0x2E)
        var rest = thousandths
        while rest > 0 {
          bytes.append(0x30 + UInt8(truncatingIfNeeded: rest / 100))
          rest = rest % 100 * 10
        }
      }
    }
    needsComma = true
  }

  mutating func value(_ text: String?) {
    guard let text else { return null() }
    separate()
    bytes.append(0x22)
    escape(text.utf8)
    bytes.append(0x22)
    needsComma = true
  }

  /// Pieces of text as one string, with a separator between them.
  mutating func value(_ pieces: [ArraySlice<UInt8>], separator: StaticString) {
    separate()
    bytes.append(0x22)
    for (index, piece) in pieces.enumerated() {
      if index > 0 {
        escape(
          UnsafeBufferPointer(start: separator.utf8Start, count: separator.utf8CodeUnitCount))
      }
      escape(piece)
    }
    bytes.append(0x22)
    needsComma = true
  }

  mutating func null() {
    separate()
    bytes += [0x6E, 0x75, 0x6C, 0x6C]
    needsComma = true
  }

  mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }

  private mutating func separate() { if needsComma { bytes.append(0x2C) } }

  /// Copies runs of plain bytes at once; only marks and controls are looked at one by one.
  private mutating func escape(_ text: some Collection<UInt8>) {
    let done: Void? = text.withContiguousStorageIfAvailable { escape(buffer: $0) }
    if done == nil { Array(text).withUnsafeBufferPointer { escape(buffer: $0) } }
  }

  private mutating func escape(buffer: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in buffer.indices {
      let byte = buffer[index]
      if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F { continue }
      bytes += buffer[start..<index]
      start = index + 1
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x0A: bytes += [0x5C, 0x6E]
      case 0x0D: bytes += [0x5C, 0x72]
      case 0x09: bytes += [0x5C, 0x74]
      default:
        bytes += [0x5C, 0x75, 0x30, 0x30, Self.digit(byte >> 4), Self.digit(byte & 15)]
      }
    }
    bytes += buffer[start...]
  }

  /// A hexadecimal digit.
  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
