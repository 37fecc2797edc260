import GRDB

/// Views of a database.
///
/// What the catalogue and the index of quotes can tell is counted there; only articles whose words are
/// shown are decoded. Orders by speaker and by match, and what is asked of one person, decode the
/// articles of the filter.
extension DatabaseArchive: ArchiveViews {
  /// Quotes that a filter asks for.
  /// - Complexity: by date O(articles of the filter) steps through numbers, and the articles of the
  ///   window are decoded; else O(bytes of the articles of the filter).
  public func quotes(_ request: QuotePageRequest) -> QuotePage {
    guard let speaker = request.speaker else {
      switch request.order {
      case .newest, .oldest: return counted(request) ?? scan.scannedQuotes(request)
      case .speaker, .relevance: return scan.scannedQuotes(request)
      }
    }
    return ViewsOfDatabase(archive: self, speaker: speaker).scannedQuotes(request)
  }

  /// Names of the articles of a filter.
  public func names(_ request: NamesRequest) -> NamesPage {
    // What is asked of quotes is told by the quotes themselves.
    guard QueryPlan(request.query).quoteTest == nil,
      let names = names(of: request.query, limit: Self.mostNames, ArchiveWork())
    else { return scan.scannedNames(request) }
    let entries =
      switch request.kind {
      case .people: names.people
      case .organisations: names.organisations
      case .places: names.places
      }
    return NameCounter.page(
      entries.map { NameCount(name: $0.name, quotes: $0.quotes, articles: $0.articles) },
      request)
  }

  private static let mostNames = 50_000

  /// Articles and quotes of a filter by month.
  /// - Complexity: O(articles of the filter) numbers; where the index cannot tell, their bytes.
  public func timeline(of query: Query) -> Timeline {
    let counted = try? others.read { db -> Timeline? in
      guard let counts = try QuoteCounts(query, self, db) else { return nil }
      var counter = TimelineCounter()
      for row in stride(from: 0, to: counts.result.matching, by: 4096) {
        for index in counts.result.articles(row..<row + 4096) {
          counter.add(
            Moment.date(counts.run.catalogue.moment(index)), quotes: counts.quotes(of: index))
        }
      }
      return counter.timeline
    }
    return (counted ?? nil) ?? scan.scannedTimeline(of: query)
  }

  /// What is known of a person.
  /// - Complexity: O(bytes of the articles that name somebody with the surname).
  public func profile(of name: String) -> PersonProfile? {
    ViewsOfDatabase(archive: self, named: name).scannedProfile(of: name)
  }

  /// The articles that name a person.
  public func articles(naming name: String) -> [ArticleID] {
    ViewsOfDatabase(archive: self, named: name).scannedArticles(naming: name)
  }

  /// Articles are shown with corrections whenever they are decoded; nothing is kept from before.
  public func correct(_ articles: Set<ArticleID>) {}

  private var scan: ViewsOfDatabase { ViewsOfDatabase(archive: self) }

  /// Quotes by date: counted from numbers, decoded where they are shown.
  private func counted(_ request: QuotePageRequest) -> QuotePage? {
    let page = try? others.read { db -> QuotePage? in
      guard let counts = try QuoteCounts(request.query, self, db) else { return nil }
      let articles = counts.articlesWithQuotes(oldestFirst: request.order == .oldest)
      var page = QuotePage()
      page.articles = articles.count
      page.matching = articles.reduce(0) { $0 + $1.quotes }
      page.first = max(0, min(request.first, page.matching - request.count))
      let end = min(page.matching, page.first + max(0, request.count))
      let matcher = QueryMatcher(request.query)
      let bodies = try ArticleBodies(db, compression)
      var place = 0
      for entry in articles {
        defer { place += entry.quotes }
        if place >= end { break }
        guard place + entry.quotes > page.first else { continue }
        guard let article = try bodies.article(entry.index + 1).map(dressed) else { continue }
        let found = Self.matching(article, matcher)
        for (offset, quote) in found.enumerated()
        where (page.first..<end).contains(place + offset) && offset < entry.quotes {
          let key = QuoteKey(article: ArticleKey(rawValue: entry.index), index: quote)
          if let row = QuoteRow(article, key: key) { page.rows.append(row) }
        }
      }
      return page
    }
    return page ?? nil
  }

  /// The quotes of an article that a filter asks for.
  static func matching(_ article: Article, _ matcher: QueryMatcher) -> [Int] {
    guard matcher.asksForQuotes else { return Array(article.quotes.indices) }
    let text = SearchableText(of: article)
    return text.quotes.indices.filter { matcher.matches(text.quotes[$0]) }
  }
}

/// How many quotes of each article a filter asks for, from numbers alone.
private struct QuoteCounts {
  let run: QueryRun
  let result: ResultSet
  /// By article; nil where all of their quotes count.
  private var found: [UInt16]?

  /// Nil where the index cannot tell.
  init?(_ query: Query, _ archive: DatabaseArchive, _ db: Database) throws {
    (run, result) = try archive.result(query, db, ArchiveWork())
    // Corrections may have added quotes or taken them away, of which numbers do not know.
    guard !archive.marks.hasCorrections else { return nil }
    guard let test = QueryPlan(query).quoteTest else { return }
    let bounds = try run.quoteBounds(test)
    guard bounds.isExact else { return nil }
    found = run.catalogue.counts(of: bounds.most)
  }

  func quotes(of index: Int) -> Int { found.map { Int($0[index]) } ?? run.catalogue.quotes(index) }

  /// Articles with at least one quote, newest first or oldest first, the undated last in both.
  func articlesWithQuotes(oldestFirst: Bool) -> [(index: Int, quotes: Int)] {
    var dated: [(index: Int, quotes: Int)] = []
    var undated: [(index: Int, quotes: Int)] = []
    for row in stride(from: 0, to: result.matching, by: 4096) {
      for index in result.articles(row..<row + 4096) {
        let count = quotes(of: index)
        guard count > 0 else { continue }
        if run.catalogue.moment(index) == 0 {
          undated.append((index, count))
        } else {
          dated.append((index, count))
        }
      }
    }
    return (oldestFirst ? dated.reversed() : dated) + undated
  }
}

/// Goes through the articles of a database, or through those that name somebody.
private struct ViewsOfDatabase: ViewScan {
  let archive: DatabaseArchive
  /// What narrows the articles before they are decoded.
  private let narrowing: Query?

  init(archive: DatabaseArchive) {
    self.archive = archive
    narrowing = nil
  }

  /// Articles with a quote of somebody with the surname.
  init(archive: DatabaseArchive, speaker: String) {
    self.archive = archive
    narrowing = Self.surname(of: speaker).map { .phrase([$0], in: .by) }
  }

  /// Articles that name or quote somebody with the surname.
  init(archive: DatabaseArchive, named name: String) {
    self.archive = archive
    narrowing = Self.surname(of: name).map {
      .any([.phrase([$0], in: .person), .all([.phrase([$0], in: .by)])])
    }
  }

  private static func surname(of name: String) -> String? {
    let words = PersonKey(name).map { [$0.surname] } ?? Folding.words(of: name)
    return words.last.map { String(decoding: $0, as: UTF8.self) }
  }

  func forEachMatch(
    of query: Query, _ body: (_ key: ArticleKey, _ article: Article, _ quotes: [Int]) -> Void
  ) {
    var whole = query
    if let narrowing, !archive.marks.hasCorrections {
      whole =
        switch query {
        case .everything: narrowing
        case .all(let queries): .all(queries + [narrowing])
        default: .all([query, narrowing])
        }
    }
    // The narrowing is for articles; which quotes are meant the filter says.
    let matcher = QueryMatcher(query)
    try? archive.others.read { db in
      let (_, result) = try archive.result(whole, db, ArchiveWork())
      let bodies = try ArticleBodies(db, archive.compression)
      for row in stride(from: 0, to: result.matching, by: 256) {
        for index in result.articles(row..<row + 256) {
          guard let article = try bodies.article(index + 1).map(archive.dressed) else { continue }
          body(
            ArticleKey(rawValue: index), article, DatabaseArchive.matching(article, matcher))
        }
      }
    }
  }
}
