/// Articles that can be listed, filtered and opened: in memory, or in a database.
///
/// All calls may block for as long as the answer takes, so the browser makes them off its main
/// thread. They may come from any thread at once.
public protocol ArticleArchive: Sendable {
  /// The rows of a filter around an anchor.
  /// - Parameters:
  ///   - work: can end it early.
  ///   - early: told the rows where they are known before the count is.
  /// - Returns: nil where the work was cancelled.
  func page(
    _ request: PageRequest, _ work: ArchiveWork, early: (ArticlePage) -> Void
  ) -> ArticlePage?
  /// The whole article, with the reader's corrections; nil where there is no such row.
  func article(_ key: ArticleKey) -> Article?
  /// What could not be read and why, in the order of the paths.
  func findings() -> [Finding]
  /// Who and what is named most among the articles of a filter.
  /// - Returns: nil where the work was cancelled.
  func names(of query: Query, limit: Int, _ work: ArchiveWork) -> FilterNames?
  /// What a field's value may be, most frequent first.
  func completions(of field: QueryPrefix, beginning: String, limit: Int) -> [Completion]
  /// Calls `take` for each article of a filter, in its order, until `take` returns false.
  func forEach(_ query: Query, _ order: ArticleOrder, _ take: (Article) -> Bool)
}

/// What the browser asks of an archive.
public typealias BrowsedArchive = ArticleArchive & ArchiveViews

extension ArticleArchive {
  /// The rows of a filter around an anchor; waits for the count.
  public func page(_ request: PageRequest) -> ArticlePage {
    page(request, ArchiveWork(), early: { _ in }) ?? ArticlePage()
  }
}

/// How a list is ordered; what is equal stays newest first.
public enum ArticleOrder: String, Hashable, Sendable, CaseIterable {
  /// Newest first, undated last.
  case newest
  /// Oldest first, undated last.
  case oldest
  /// By how well words of the filter fit (BM25); newest first where it has no words.
  case relevance
  /// Most quotes first.
  case quoted = "most quoted"
  /// By path, and inside a file in its order.
  case file
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
  /// The order of the rows.
  public var order: ArticleOrder
  /// Where the page lies.
  public var anchor: Anchor
  /// How many rows at most.
  public var count: Int
  /// Whether of each group of repeats only the first in the order is listed, of those that match.
  public var foldsRepeats: Bool
  /// Lists only the articles that repeat one another with this one, itself among them; nil for all.
  ///
  /// What is listed so is never folded.
  public var group: ArticleKey?

  /// A request.
  public init(
    query: Query, order: ArticleOrder = .newest, anchor: Anchor, count: Int,
    foldsRepeats: Bool = false, group: ArticleKey? = nil
  ) {
    self.query = query
    self.order = order
    self.anchor = anchor
    self.count = count
    self.foldsRepeats = foldsRepeats
    self.group = group
  }
}

/// Some rows of a filtered list.
public struct ArticlePage: Hashable, Sendable {
  /// How many rows there are: the articles that match, without those that are folded away; so many
  /// at least, while it is not counted.
  public var matching: Int
  /// How many more articles match, but are folded away behind one that they repeat.
  public var folded = 0
  /// Whether `matching` and `quotes` are known.
  public var isCounted: Bool
  /// How many articles there are.
  public var total: Int
  /// How many quotes the matching articles hold, folded ones among them.
  public var quotes: Int
  /// The index of the first of `rows` in the filtered list.
  public var first: Int
  /// The rows.
  public var rows: [ArticleRow]
  /// The index of the anchor article in the filtered list, or of the one that it is folded behind;
  /// nil where it does not match.
  public var anchorRow: Int?
  /// Why the archive could not answer; nil where it did.
  public var failure: ArchiveError?

  /// A page.
  public init(
    matching: Int = 0, isCounted: Bool = true, total: Int = 0, quotes: Int = 0, first: Int = 0,
    rows: [ArticleRow] = [], anchorRow: Int? = nil, failure: ArchiveError? = nil
  ) {
    self.matching = matching
    self.isCounted = isCounted
    self.total = total
    self.quotes = quotes
    self.first = first
    self.rows = rows
    self.anchorRow = anchorRow
    self.failure = failure
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
  /// How many other articles of the filter say the same, listed or folded away.
  public var repeats = 0

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

/// Who and what is named most among the articles of a filter.
public struct FilterNames: Hashable, Sendable {
  /// A name with its counts among these articles.
  public struct Entry: Hashable, Sendable {
    /// The name as the archive first met it.
    public var name: String
    /// How many of the articles name it.
    public var articles: Int
    /// How often they do.
    public var mentions: Int
    /// How many quotes are theirs.
    public var quotes: Int
  }
  /// Most quoted first, then most mentioned.
  public var people: [Entry] = []
  /// Most mentioned first.
  public var organisations: [Entry] = []
  /// Places of datelines, most frequent first.
  public var places: [Entry] = []

  /// No names.
  public init() {}
}

/// What Tab offers.
public struct Completion: Hashable, Sendable {
  /// What is inserted.
  public var text: String
  /// In how many articles it is found; nil for fields.
  public var count: Int?

  /// An offer.
  public init(text: String, count: Int?) {
    self.text = text
    self.count = count
  }
}
