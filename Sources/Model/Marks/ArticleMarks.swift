/// What belongs to the reader about one article.
public struct ArticleMarks: Hashable, Sendable, Codable {
  /// Whether it has a star.
  public var isStarred = false
  /// Whether it was read.
  public var isRead = false
  /// The first byte of the text that was on the screen when it was left; nil where it was not opened.
  public var place: Int?
  /// The reader's words for it, in order.
  public var tags: [String] = []
  /// A note; empty for none.
  public var note = ""
  /// What the reader put right about people and quotes, in order.
  public var corrections: [Correction] = []

  /// No marks.
  public init() {}

  /// Whether there is nothing to keep.
  public var isEmpty: Bool { self == ArticleMarks() }

  /// Reads marks; those that are missing are none.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    isStarred = try values.decodeIfPresent(Bool.self, forKey: .isStarred) ?? false
    isRead = try values.decodeIfPresent(Bool.self, forKey: .isRead) ?? false
    place = try values.decodeIfPresent(Int.self, forKey: .place)
    tags = try values.decodeIfPresent([String].self, forKey: .tags) ?? []
    note = try values.decodeIfPresent(String.self, forKey: .note) ?? ""
    corrections = try values.decodeIfPresent([Correction].self, forKey: .corrections) ?? []
  }
}

/// Where archives learn what the reader noted about articles.
public protocol MarksSource: Sendable {
  /// The marks of an article; none where there are none.
  func marks(of article: ArticleID) -> ArticleMarks
  /// All articles with a property that is the reader's, or with a tag that begins so.
  ///
  /// For `.unread` those that were read.
  func articles(_ wanted: MarksWanted) -> Set<ArticleID>
  /// All tags with the number of articles, most used first.
  func tags() -> [(name: String, count: Int)]
  /// Grows with every change.
  var version: Int { get }
  /// Whether any article was put right.
  var hasCorrections: Bool { get }
  /// What was put right, by article.
  var corrections: [ArticleID: [Correction]] { get }
}

extension MarksSource {
  /// None, unless the source knows better.
  public var hasCorrections: Bool { false }
  /// None, unless the source knows better.
  public var corrections: [ArticleID: [Correction]] { [:] }
}

/// What a filter asks of the reader's marks.
public enum MarksWanted: Hashable, Sendable {
  case starred, read, noted
  /// A tag whose folded form begins so.
  case tagged(String)
}

/// No marks at all.
public struct NoMarks: MarksSource {
  /// Nothing.
  public init() {}
  /// None.
  public func marks(of article: ArticleID) -> ArticleMarks { ArticleMarks() }
  /// None.
  public func articles(_ wanted: MarksWanted) -> Set<ArticleID> { [] }
  /// None.
  public func tags() -> [(name: String, count: Int)] { [] }
  /// Never changes.
  public var version: Int { 0 }
}
