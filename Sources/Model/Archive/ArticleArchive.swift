/// Articles that can be listed, filtered and opened; in memory now, a database behind it later.
///
/// All calls may block for as long as the answer takes, so the browser makes them off its main
/// thread. They may come from any thread at once.
public protocol ArticleArchive: Sendable {
  /// The rows of a filter around an anchor.
  func page(_ request: PageRequest) -> ArticlePage
  /// The whole article; nil where there is no such row.
  func article(_ key: ArticleKey) -> Article?
  /// What could not be read and why, in the order of the paths.
  func findings() -> [Finding]
}

/// Which rows of a filtered list are asked for.
public struct PageRequest: Hashable, Sendable {
  /// Where the page lies.
  public enum Anchor: Hashable, Sendable {
    /// From this row of the filtered list on, from 0.
    case row(Int)
    /// Around this article where it matches the filter, else from the given row on.
    case article(ArticleKey, otherwise: Int)
  }
  /// The filter.
  public var query: Query
  /// Where the page lies.
  public var anchor: Anchor
  /// How many rows at most.
  public var count: Int

  /// A request.
  public init(query: Query, anchor: Anchor, count: Int) {
    self.query = query
    self.anchor = anchor
    self.count = count
  }
}

/// Some rows of a filtered list, newest first, undated last.
public struct ArticlePage: Hashable, Sendable {
  /// How many articles match.
  public var matching: Int
  /// How many articles there are.
  public var total: Int
  /// How many quotes the matching articles hold.
  public var quotes: Int
  /// The index of the first of `rows` in the filtered list.
  public var first: Int
  /// The rows.
  public var rows: [ArticleRow]
  /// The index of the anchor article in the filtered list; nil where it does not match.
  public var anchorRow: Int?

  /// A page.
  public init(
    matching: Int = 0, total: Int = 0, quotes: Int = 0, first: Int = 0, rows: [ArticleRow] = [],
    anchorRow: Int? = nil
  ) {
    self.matching = matching
    self.total = total
    self.quotes = quotes
    self.first = first
    self.rows = rows
    self.anchorRow = anchorRow
  }
}

/// What a list shows of one article.
public struct ArticleRow: Hashable, Sendable {
  /// The place in the archive.
  public var key: ArticleKey
  /// The hash of its words, by which marks are kept.
  public var id: ArticleID
  /// What the reader noted about it.
  public var marks: ArticleMarks
  /// The day, where the text determines it.
  public var date: ArticleDate?
  /// Whether the day follows from the text, though no line says it in full.
  public var dateIsInferred: Bool
  /// The agency.
  public var agency: String?
  /// The headline.
  public var title: String
  /// How many quotes it holds.
  public var quoteCount: Int

  /// A row.
  public init(
    key: ArticleKey, id: ArticleID = ArticleID(rawValue: 0), date: ArticleDate?,
    dateIsInferred: Bool = false, agency: String?, title: String, quoteCount: Int,
    marks: ArticleMarks = ArticleMarks()
  ) {
    self.key = key
    self.id = id
    self.marks = marks
    self.date = date
    self.dateIsInferred = dateIsInferred
    self.agency = agency
    self.title = title
    self.quoteCount = quoteCount
  }
}
