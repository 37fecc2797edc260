extension MemoryArchive: ArchiveViews, ViewScan {
  /// Quotes that a filter asks for.
  /// - Complexity: O(bytes of text).
  public func quotes(_ request: QuotePageRequest) -> QuotePage { scannedQuotes(request) }

  /// Names of the articles of a filter.
  /// - Complexity: O(bytes of text).
  public func names(_ request: NamesRequest) -> NamesPage { scannedNames(request) }

  /// Articles and quotes of a filter by month.
  /// - Complexity: O(bytes of text).
  public func timeline(of query: Query) -> Timeline { scannedTimeline(of: query) }

  /// What is known of a person.
  /// - Complexity: O(articles).
  public func profile(of name: String) -> PersonProfile? { scannedProfile(of: name) }

  /// The articles that name a person.
  /// - Complexity: O(articles).
  public func articles(naming name: String) -> [ArticleID] { scannedArticles(naming: name) }

  func forEachMatch(of query: Query, _ body: (ArticleKey, Article, [Int]) -> Void) {
    let now = self.now
    let matcher = QueryMatcher(query)
    for key in keys(query, .newest, now, ArchiveWork()) ?? [] {
      let entry = now.entries[key.rawValue]
      body(
        key, entry.article,
        entry.searchable.quotes.indices.filter { matcher.matches(entry.searchable.quotes[$0]) })
    }
  }
}
