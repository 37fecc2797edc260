/// A filter with a name.
public struct SavedFilter: Hashable, Sendable, Codable {
  /// The name.
  public var name: String
  /// As it is typed.
  public var filter: String

  /// A filter.
  public init(name: String, filter: String) {
    self.name = name
    self.filter = filter
  }
}

/// The marks of one article.
public struct MarkedArticle: Hashable, Sendable, Codable {
  /// The article's words, as sixteen hexadecimal digits in JSON.
  public var content: ArticleID
  /// Its headline, for people who read the file.
  public var title: String
  /// The marks.
  public var marks: ArticleMarks

  /// The marks of an article.
  public init(content: ArticleID, title: String, marks: ArticleMarks) {
    self.content = content
    self.title = title
    self.marks = marks
  }
}

/// All that belongs to a reader, as JSON.
public struct MarksExport: Hashable, Sendable, Codable {
  /// The version of this shape.
  public var version = 1
  /// In the order of their contents.
  public var articles: [MarkedArticle]
  /// In the order of their names.
  public var filters: [SavedFilter]

  /// All marks.
  public init(articles: [MarkedArticle], filters: [SavedFilter]) {
    self.articles = articles
    self.filters = filters
  }
}

extension ArticleID: Codable {
  /// Reads sixteen hexadecimal digits.
  public init(from decoder: any Decoder) throws {
    let digits = try decoder.singleValueContainer().decode(String.self)
    guard digits.utf8.count == 16, let value = UInt64(digits, radix: 16) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not sixteen hexadecimal digits"))
    }
    self.init(rawValue: value)
  }

  /// Writes sixteen hexadecimal digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
