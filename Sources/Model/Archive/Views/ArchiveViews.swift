/// Quotes, names and times of a filter, and all that is known of one person across articles.
///
/// Calls may block for as long as the answer takes and may come from any thread at once.
public protocol ArchiveViews: Sendable {
  /// Quotes that a filter asks for, some of them.
  ///
  /// A filter that speaks of quotes (`said:`, `by:`, `kind:`) gives the quotes that match; any other
  /// gives all quotes of the articles that match.
  func quotes(_ request: QuotePageRequest) -> QuotePage
  /// People, organisations or places of the articles of a filter.
  func names(_ request: NamesRequest) -> NamesPage
  /// How many articles and quotes of a filter fall into each month.
  func timeline(of query: Query) -> Timeline
  /// What is known of a person; nil where no article names them.
  func profile(of name: String) -> PersonProfile?
  /// The articles that name a person.
  func articles(naming name: String) -> [ArticleID]
  /// Shows articles with what their reader put right since.
  func correct(_ articles: Set<ArticleID>)
}

/// How quotes are put in order.
public enum QuoteOrder: String, Hashable, Sendable, CaseIterable {
  /// Newest first, undated last; the order of the text inside an article.
  case newest
  /// Oldest first, undated last.
  case oldest
  /// By the speaker's surname; those without a speaker last.
  case speaker
  /// Those first that hold most of the filter's words; quoted words before indirect ones.
  case relevance
}

/// Which quotes are asked for.
public struct QuotePageRequest: Hashable, Sendable {
  /// The filter.
  public var query: Query
  /// Only what this person says; nil for everybody.
  public var speaker: String?
  /// The order.
  public var order: QuoteOrder
  /// The first of the rows that are wanted, from 0.
  public var first: Int
  /// How many rows at most.
  public var count: Int

  /// A request.
  public init(
    query: Query, speaker: String? = nil, order: QuoteOrder = .newest, first: Int = 0, count: Int
  ) {
    self.query = query
    self.speaker = speaker
    self.order = order
    self.first = first
    self.count = count
  }
}

/// Some quotes of a filter.
public struct QuotePage: Hashable, Sendable {
  /// How many quotes there are.
  public var matching: Int
  /// How many articles they stand in.
  public var articles: Int
  /// The index of the first of `rows`.
  public var first: Int
  /// The rows.
  public var rows: [QuoteRow]

  /// A page.
  public init(matching: Int = 0, articles: Int = 0, first: Int = 0, rows: [QuoteRow] = []) {
    self.matching = matching
    self.articles = articles
    self.first = first
    self.rows = rows
  }
}

/// Names a quote by its place in an archive.
public struct QuoteKey: Hashable, Sendable {
  /// The article.
  public var article: ArticleKey
  /// An index into `Article.quotes`.
  public var index: Int

  /// A key.
  public init(article: ArticleKey, index: Int) {
    self.article = article
    self.index = index
  }
}

/// What a list shows of one quote.
public struct QuoteRow: Hashable, Sendable {
  /// The place in the archive.
  public var key: QuoteKey
  /// The article's own words name it wherever it lies.
  public var articleID: ArticleID
  /// The day of the article.
  public var date: ArticleDate?
  /// Whether the day follows from the text, though no line says it in full.
  public var dateIsInferred: Bool
  /// Who said it; nil where that cannot be told.
  public var speaker: String?
  /// What kind of source speaks; nil without a speaker.
  public var speakerKind: Speaker.Kind?
  /// How much stands in quotation marks.
  public var kind: Quote.Kind
  /// The content, white space folded, parts apart by ` … `.
  public var words: String
  /// The headline of the article.
  public var title: String
  /// The agency.
  public var agency: String?
  /// The path of the file.
  public var file: String
  /// The line on which the content starts, from 1.
  public var line: Int
  /// The rule or model that found it.
  public var evidence: Evidence
  /// Its place in the text.
  public var anchor: QuoteAnchor

  /// The row of a quote; nil where the article has no such quote.
  public init?(_ article: Article, key: QuoteKey) {
    guard article.quotes.indices.contains(key.index) else { return nil }
    let quote = article.quotes[key.index]
    self.key = key
    articleID = article.id
    date = article.published?.date
    dateIsInferred = article.published?.basis == .inferred
    speaker = quote.speaker?.name
    speakerKind = quote.speaker?.kind
    kind = quote.kind
    words = quote.spans.map { article.foldedWords($0) }.joined(separator: " … ")
    title = article.title.text
    agency = article.agency
    file = article.file
    line = quote.line
    evidence = quote.evidence
    anchor = QuoteAnchor(quote)
  }
}

extension Article {
  /// The words of a span, apart by one blank each.
  /// - Complexity: O(bytes).
  public func foldedWords(_ span: TextSpan) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(span.count)
    let end = min(span.end, source.bytes.count)
    var wasSpace = true
    for at in max(0, span.start)..<max(0, span.start, end) {
      let byte = source.bytes[at]
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isSpace {
        if wasSpace, !folded.isEmpty { folded.append(0x20) }
        folded.append(byte)
      }
      wasSpace = isSpace
    }
    return String(decoding: folded, as: UTF8.self)
  }
}
