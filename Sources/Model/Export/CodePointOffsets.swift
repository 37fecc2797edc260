/// Turns UTF-8 offsets into offsets in Unicode code points, as the export states them.
struct CodePointOffsets {
  private static let stride = 64
  private let bytes: [UInt8]
  /// Code points before each multiple of the stride.
  private var before: [Int] = [0]
  private let isASCII: Bool

  /// - Complexity: O(bytes).
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var count = 0
    before.reserveCapacity(bytes.count / Self.stride + 2)
    for (index, byte) in bytes.enumerated() {
      if byte & 0xC0 != 0x80 { count += 1 }
      if (index + 1) % Self.stride == 0 { before.append(count) }
    }
    isASCII = count == bytes.count
  }

  /// The code points before a byte offset.
  /// - Complexity: O(1).
  func callAsFunction(_ offset: Int) -> Int {
    if isASCII { return offset }
    let block = offset / Self.stride
    var count = before[block]
    for i in block * Self.stride..<offset where bytes[i] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
