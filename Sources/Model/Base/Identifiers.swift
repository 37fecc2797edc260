/// Names an article by its words: the same words give the same identifier, wherever the file lies.
public struct ArticleID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  /// The 64-bit hash of the article's own text.
  public let rawValue: UInt64

  /// Wraps a hash.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(rawValue, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// Names an article by its place in one archive; stays the same while the archive is open.
public struct ArticleKey: RawRepresentable, Hashable, Sendable {
  /// The row of the archive, from 0.
  public let rawValue: Int

  /// Wraps a row number.
  public init(rawValue: Int) { self.rawValue = rawValue }
}

/// Names a person inside one article: an index into `Article.people`.
public struct PersonID: RawRepresentable, Hashable, Sendable {
  /// The index, from 0.
  public let rawValue: Int

  /// Wraps an index.
  public init(rawValue: Int) { self.rawValue = rawValue }
}
