/// Tells of articles that come one after the other whether a query asks for them, as archives do.
public struct ArticleFilter: Sendable {
  private let matcher: QueryMatcher
  private let marks: any MarksSource
  private let asksForRepeats: Bool
  /// What came before; kept only where the query asks for repeats.
  private var seen: Set<ArticleID> = []

  /// Prepares a query.
  /// - Parameter marks: what the reader noted about articles.
  public init(_ query: Query, marks: any MarksSource = NoMarks()) {
    matcher = QueryMatcher(query)
    self.marks = query.asksForMarks ? marks : NoMarks()
    asksForRepeats = query.asksFor { $0 == .property(.repeated) }
  }

  /// The quotes that the query asks for; nil where the article does not match.
  ///
  /// All of them, unless the query speaks of quotes. Every article has to be asked about once and
  /// in order, since one is a repeat of those before it.
  /// - Returns: indices into `article.quotes`.
  /// - Complexity: O(bytes × terms).
  public mutating func quotes(of article: Article) -> [Int]? {
    let isRepeat = asksForRepeats && !seen.insert(article.id).inserted
    let text = SearchableText(of: article)
    let facts = MatchFacts(
      day: article.published?.date.dayNumber, isRepeat: isRepeat,
      marks: marks.marks(of: article.id))
    guard matcher.matches(text, facts) else { return nil }
    return text.quotes.indices.filter { matcher.matches(text.quotes[$0]) }
  }

  /// The quotes that the query asks for, of an article that is known to match.
  /// - Returns: indices into `article.quotes`.
  public func quotes(ofMatching article: Article) -> [Int] {
    let text = SearchableText(of: article)
    return text.quotes.indices.filter { matcher.matches(text.quotes[$0]) }
  }
}

extension Query {
  /// Whether its answer depends on what the reader noted: stars, tags, notes, what was read.
  public var asksForMarks: Bool {
    asksFor {
      switch $0 {
      case .property(let property): property.isMark
      case .tag: true
      default: false
      }
    }
  }

  /// Whether a condition holds for one of its terms.
  fileprivate func asksFor(_ holds: (Query) -> Bool) -> Bool {
    switch self {
    case .not(let inner): inner.asksFor(holds)
    case .all(let queries), .any(let queries): queries.contains { $0.asksFor(holds) }
    default: holds(self)
    }
  }
}
