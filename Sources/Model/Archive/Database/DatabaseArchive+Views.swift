import GRDB

extension DatabaseArchive: ArchiveViews, ViewScan {
  /// Quotes that a filter asks for.
  /// - Complexity: O(bytes of the articles of the filter).
  public func quotes(_ request: QuotePageRequest) -> QuotePage { scannedQuotes(request) }

  /// Names of the articles of a filter.
  /// - Complexity: O(articles of the filter); O(bytes of them) where the filter asks for quotes.
  public func names(_ request: NamesRequest) -> NamesPage {
    guard QueryPlan(request.query).quoteTest == nil,
      let names = names(of: request.query, limit: 100_000, ArchiveWork())
    else { return scannedNames(request) }
    let all =
      switch request.kind {
      case .people: names.people
      case .organisations: names.organisations
      case .places: names.places
      }
    var rows = all.filter { Folding.begins($0.name, with: request.beginning) }
      .map { NameCount(name: $0.name, quotes: $0.quotes, articles: $0.articles) }
    switch request.order {
    case .quotes:
      rows.sort { ($0.quotes, $0.articles, $1.name) > ($1.quotes, $1.articles, $0.name) }
    case .articles:
      rows.sort { ($0.articles, $0.quotes, $1.name) > ($1.articles, $1.quotes, $0.name) }
    case .name:
      let isPerson = request.kind == .people
      rows.sort {
        NameSorting.key(of: $0.name, isPerson: isPerson)
          < NameSorting.key(of: $1.name, isPerson: isPerson)
      }
    }
    return NamesPage(matching: rows.count, rows: Array(rows.prefix(max(0, request.count))))
  }

  /// Articles and quotes of a filter by month.
  /// - Complexity: as for `names`, but without a look at names.
  public func timeline(of query: Query) -> Timeline {
    guard QueryPlan(query).quoteTest == nil else { return scannedTimeline(of: query) }
    let counted = try? others.read { db in
      let (run, result) = try result(query, db, ArchiveWork())
      var counter = TimelineCounter()
      for index in result.articles(0..<result.matching) {
        counter.add(
          Moment.date(run.catalogue.moment(index)), quotes: run.catalogue.quotes(index))
      }
      return counter.timeline
    }
    return counted ?? Timeline()
  }

  /// What is known of a person.
  /// - Complexity: O(bytes of the articles that name somebody of this surname).
  public func profile(of name: String) -> PersonProfile? {
    var builder = ProfileBuilder(of: name)
    forEachMatch(of: Self.naming(name)) { _, article, _ in builder.add(article) }
    return builder.profile
  }

  /// The articles that name a person.
  public func articles(naming name: String) -> [ArticleID] {
    let identity = NameIdentity(person: name)
    var found: [ArticleID] = []
    forEachMatch(of: Self.naming(name)) { _, article, _ in
      if article.people.contains(where: { NameIdentity(person: $0.name) == identity }) {
        found.append(article.id)
      }
    }
    return found
  }

  /// Shows articles with what their reader put right since; they are put right whenever they are read.
  public func correct(_ articles: Set<ArticleID>) {}

  /// Articles that may name a person: all that name anybody with the last word of the name.
  private static func naming(_ name: String) -> Query {
    guard let word = Folding.words(of: name).last else { return .not(.everything) }
    return .phrase([String(decoding: word, as: UTF8.self)], in: .person)
  }

  func forEachMatch(of query: Query, _ body: (ArticleKey, Article, [Int]) -> Void) {
    let matcher = QueryMatcher(query)
    let asksForQuotes = QueryPlan(query).quoteTest != nil
    try? others.read { db in
      let (run, result) = try result(query, db, ArchiveWork())
      let bodies = try ArticleBodies(run.db, compression)
      for first in stride(from: 0, to: result.matching, by: 256) {
        for index in result.articles(first..<first + 256) {
          guard let found = try bodies.article(index + 1) else { continue }
          let article = dressed(found)
          var quotes = Array(article.quotes.indices)
          if asksForQuotes {
            let text = SearchableText(of: article)
            quotes = quotes.filter { matcher.matches(text.quotes[$0]) }
          }
          body(ArticleKey(rawValue: index), article, quotes)
        }
      }
    }
  }
}
