/// The decoded text of one source page, as UTF-8 bytes, with its line starts.
public struct SourceText: Hashable, Sendable {
  /// Valid UTF-8.
  public let bytes: [UInt8]
  /// Byte offsets at which lines start; the first is 0.
  public let lineStarts: [Int]

  /// Takes valid UTF-8 bytes.
  /// - Complexity: O(`bytes.count`).
  public init(validUTF8 bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    lineStarts = starts
  }

  /// Takes a string.
  public init(_ string: String) { self.init(validUTF8: Array(string.utf8)) }

  /// The words of a span.
  public subscript(span: TextSpan) -> String {
    let low = max(0, min(span.start, bytes.count))
    let high = max(low, min(span.end, bytes.count))
    return String(decoding: bytes[low..<high], as: UTF8.self)
  }

  /// The line that holds an offset, from 1.
  /// - Complexity: O(log lines).
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }
}
