/// A half-open range of UTF-8 offsets into the decoded text of one source page.
///
/// Every later stage speaks in spans of the same text, so whatever is on the screen can be traced
/// back to the user's own file.
public struct TextSpan: Hashable, Sendable, Comparable {
  /// The first byte.
  public var start: Int
  /// One past the last byte.
  public var end: Int

  /// A span from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// The length in bytes.
  public var count: Int { end - start }

  /// Whether no byte lies inside.
  public var isEmpty: Bool { end <= start }

  /// The span as a range, for slicing bytes.
  public var range: Range<Int> { start..<max(start, end) }

  /// Whether the offset lies inside.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Whether the other span lies wholly inside.
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two share at least one byte.
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  /// Orders by start, then by end.
  public static func < (a: TextSpan, b: TextSpan) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}
