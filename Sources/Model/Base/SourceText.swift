/// The decoded text of one source page, as UTF-8 bytes, with its line starts.
public struct SourceText: Hashable, Sendable {
  /// Valid UTF-8.
  public let bytes: [UInt8]
  /// Byte offsets at which lines of the text start; the first is 0.
  public let lineStarts: [Int]
  /// Which lines of the user's file the text was read from.
  public let origin: LineOrigin

  /// Takes valid UTF-8 bytes.
  /// - Complexity: O(`bytes.count`).
  public init(validUTF8 bytes: [UInt8], origin: LineOrigin = .sameLines(first: 1)) {
    self.bytes = bytes
    self.origin = origin
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    lineStarts = starts
  }

  /// Takes a string.
  public init(_ string: String, origin: LineOrigin = .sameLines(first: 1)) {
    self.init(validUTF8: Array(string.utf8), origin: origin)
  }

  /// The words of a span.
  public subscript(span: TextSpan) -> String {
    let low = max(0, min(span.start, bytes.count))
    let high = max(low, min(span.end, bytes.count))
    return String(decoding: bytes[low..<high], as: UTF8.self)
  }

  /// The line of the text that holds an offset, from 1.
  /// - Complexity: O(log lines).
  public func textLine(at offset: Int) -> Int { lineStarts.lastIndex(notAbove: offset) + 1 }

  /// The line of the user's file from which the words at an offset were read, from 1.
  /// - Complexity: O(log lines).
  public func line(at offset: Int) -> Int {
    switch origin {
    case .sameLines(let first): textLine(at: offset) + first - 1
    case .marks(let marks):
      marks.isEmpty ? 1 : marks[marks.lastIndex(notAbove: offset, by: \.offset)].line
    }
  }
}

/// How lines of a text answer to lines of the file it was read from.
public enum LineOrigin: Hashable, Sendable {
  /// Line by line; the text begins on this line of the file, from 1.
  case sameLines(first: Int)
  /// From each mark's offset up to the next, the words stand on the mark's line; in order of offsets.
  case marks([LineMark])
}

/// From this offset on, words were read from this line of the file.
public struct LineMark: Hashable, Sendable {
  /// A UTF-8 offset into the text.
  public var offset: Int
  /// The line of the file, from 1.
  public var line: Int

  /// A mark.
  public init(offset: Int, line: Int) {
    self.offset = offset
    self.line = line
  }
}

extension Array {
  /// The last element whose value is not above a limit; 0 where all are above it.
  /// - Precondition: the values are in order.
  /// - Complexity: O(log n).
  fileprivate func lastIndex(notAbove limit: Int, by value: (Element) -> Int) -> Int {
    var low = 0
    var high = count
    while low + 1 < high {
      let middle = (low + high) / 2
      if value(self[middle]) <= limit { low = middle } else { high = middle }
    }
    return low
  }
}

extension [Int] {
  fileprivate func lastIndex(notAbove limit: Int) -> Int { lastIndex(notAbove: limit, by: { $0 }) }
}
