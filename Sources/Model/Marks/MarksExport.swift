/// A filter with a name.
public struct SavedFilter: Hashable, Sendable, Codable {
  /// The name.
  public var name: String
  /// As it is typed; empty for one that was forgotten.
  public var filter: String
  /// When it was saved or forgotten, in milliseconds since 1970; 0 where that is not known.
  public var changed = 0

  /// A filter.
  public init(name: String, filter: String, changed: Int = 0) {
    self.name = name
    self.filter = filter
    self.changed = changed
  }

  /// Reads a filter; one without a time is older than any with one.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    name = try values.decode(String.self, forKey: .name)
    filter = try values.decode(String.self, forKey: .filter)
    changed = try values.decodeIfPresent(Int.self, forKey: .changed) ?? 0
  }
}

/// When the marks of an article were last changed, each in milliseconds since 1970; 0 for never.
public struct MarksTimes: Hashable, Sendable, Codable {
  public var star = 0
  public var read = 0
  public var place = 0
  public var tags = 0
  public var note = 0
  public var corrections = 0

  /// Never.
  public init() {}

  /// Reads times; one that is missing is never.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    star = try values.decodeIfPresent(Int.self, forKey: .star) ?? 0
    read = try values.decodeIfPresent(Int.self, forKey: .read) ?? 0
    place = try values.decodeIfPresent(Int.self, forKey: .place) ?? 0
    tags = try values.decodeIfPresent(Int.self, forKey: .tags) ?? 0
    note = try values.decodeIfPresent(Int.self, forKey: .note) ?? 0
    corrections = try values.decodeIfPresent(Int.self, forKey: .corrections) ?? 0
  }
}

/// What people call an article: its headline and its file.
public struct ArticleLabel: Hashable, Sendable, Codable {
  /// The headline.
  public var title: String
  /// The path of the file.
  public var file: String

  /// A label.
  public init(title: String = "", file: String = "") {
    self.title = title
    self.file = file
  }
}

/// The marks of one article.
public struct MarkedArticle: Hashable, Sendable, Codable {
  /// The article's words, as sixteen hexadecimal digits in JSON.
  public var content: ArticleID
  /// Its headline, for people who read the file.
  public var title: String
  /// Its file when it was marked, for people who look for it.
  public var file = ""
  /// The marks; none where they were taken away.
  public var marks: ArticleMarks
  /// When they were changed.
  public var changed = MarksTimes()

  /// The marks of an article.
  public init(
    content: ArticleID, title: String, file: String = "", marks: ArticleMarks,
    changed: MarksTimes = MarksTimes()
  ) {
    self.content = content
    self.title = title
    self.file = file
    self.marks = marks
    self.changed = changed
  }

  /// Reads marks; what is missing is empty.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    content = try values.decode(ArticleID.self, forKey: .content)
    title = try values.decodeIfPresent(String.self, forKey: .title) ?? ""
    file = try values.decodeIfPresent(String.self, forKey: .file) ?? ""
    marks = try values.decode(ArticleMarks.self, forKey: .marks)
    changed = try values.decodeIfPresent(MarksTimes.self, forKey: .changed) ?? MarksTimes()
  }

  /// Notes the time of what is different from before.
  mutating func stamp(_ now: Int, since old: ArticleMarks) {
    if marks.isStarred != old.isStarred { changed.star = now }
    if marks.isRead != old.isRead { changed.read = now }
    if marks.place != old.place { changed.place = now }
    if marks.tags != old.tags { changed.tags = now }
    if marks.note != old.note { changed.note = now }
    if marks.corrections != old.corrections { changed.corrections = now }
  }

  /// Takes over what was changed later elsewhere, mark by mark; what has no time counts where there
  /// is nothing here.
  mutating func merge(_ other: MarkedArticle) {
    let none = ArticleMarks()
    func take<Value: Equatable>(
      _ value: WritableKeyPath<ArticleMarks, Value>, _ time: WritableKeyPath<MarksTimes, Int>
    ) {
      let (here, there) = (changed[keyPath: time], other.changed[keyPath: time])
      let isFirst = here == 0 && marks[keyPath: value] == none[keyPath: value]
      guard there > here || isFirst && there == 0 else { return }
      marks[keyPath: value] = other.marks[keyPath: value]
      changed[keyPath: time] = there
    }
    take(\.isStarred, \.star)
    take(\.isRead, \.read)
    take(\.place, \.place)
    take(\.tags, \.tags)
    take(\.note, \.note)
    take(\.corrections, \.corrections)
    if title.isEmpty { title = other.title }
    if file.isEmpty { file = other.file }
  }
}

/// All that belongs to a reader, as JSON.
public struct MarksExport: Hashable, Sendable, Codable {
  /// The version of this shape that is written.
  public static let newest = 2

  /// The version of this shape; 1 had no times and no files.
  public var version = Self.newest
  /// In the order of their contents; those whose marks were taken away are among them.
  public var articles: [MarkedArticle]
  /// In the order of their names; forgotten ones are among them.
  public var filters: [SavedFilter]

  /// All marks.
  public init(articles: [MarkedArticle], filters: [SavedFilter]) {
    self.articles = articles
    self.filters = filters
  }
}

/// What came of taking marks over.
public struct MarksTaken: Hashable, Sendable {
  /// Articles whose marks changed, and filters that did.
  public var articles = 0
  public var filters = 0
  /// Those that were the same, or that something newer stands for here.
  public var articlesKept = 0
  public var filtersKept = 0
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
