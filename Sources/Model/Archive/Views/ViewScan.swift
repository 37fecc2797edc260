/// An archive that can go through the articles of a filter; all views can be made from that.
protocol ViewScan {
  /// Calls with each matching article and the quotes of it that the filter asks for, in the order of
  /// the list.
  func forEachMatch(
    of query: Query, _ body: (_ key: ArticleKey, _ article: Article, _ quotes: [Int]) -> Void)
}

extension ViewScan {
  /// - Complexity: O(articles of the filter); sorting by speaker or relevance O(n log n) of the quotes.
  func scannedQuotes(_ request: QuotePageRequest) -> QuotePage {
    let speaker = request.speaker.map { NameIdentity(person: $0) }
    let finder = MatchFinder(request.query)
    var found: [FoundQuote] = []
    var articles = 0
    forEachMatch(of: request.query) { key, article, quotes in
      let before = found.count
      for index in quotes {
        let quote = article.quotes[index]
        if let speaker, !quote.isSaid(by: speaker) { continue }
        var entry = FoundQuote(
          article: article, key: QuoteKey(article: key, index: index), place: found.count)
        switch request.order {
        case .newest, .oldest: break
        case .speaker:
          entry.sorting =
            quote.speaker.map { NameSorting.key(of: $0.name, isPerson: $0.kind == .person) }
            ?? "\u{10FFFF}"
        case .relevance:
          let words = quote.spans.reduce(into: 0) { count, span in
            let end = min(span.end, article.source.bytes.count)
            count +=
              finder.matches(
                in: article.source.bytes[min(span.start, end)..<end], fields: [.anywhere, .said]
              ).count
          }
          entry.score = words * 4 + quote.kind.weight
        }
        found.append(entry)
      }
      if found.count > before { articles += 1 }
    }
    let page = Self.ordered(found, by: request.order)
    let first = max(0, min(request.first, page.count - request.count))
    let rows = page[first..<min(page.count, first + max(0, request.count))]
    return QuotePage(
      matching: page.count, articles: articles, first: first,
      rows: rows.compactMap { QuoteRow($0.article, key: $0.key) })
  }

  private static func ordered(_ found: [FoundQuote], by order: QuoteOrder) -> [FoundQuote] {
    switch order {
    case .newest: return found
    case .oldest:
      // Articles turn round; quotes stay in the order of the text, and the undated stay last.
      return found.sorted { a, b in
        switch (a.article.published?.date, b.article.published?.date) {
        case (let a?, let b?) where a < b: return true
        case (let a?, let b?) where b < a: return false
        case (_?, nil): return true
        case (nil, _?): return false
        default: return a.place < b.place
        }
      }
    case .speaker: return found.sorted { ($0.sorting, $0.place) < ($1.sorting, $1.place) }
    case .relevance: return found.sorted { ($1.score, $0.place) < ($0.score, $1.place) }
    }
  }

  /// - Complexity: O(articles of the filter).
  func scannedNames(_ request: NamesRequest) -> NamesPage {
    var counter = NameCounter(request.kind, beginning: request.beginning)
    forEachMatch(of: request.query) { _, article, quotes in counter.add(article, quotes: quotes) }
    return counter.page(request.order, count: request.count)
  }

  /// - Complexity: O(articles of the filter).
  func scannedTimeline(of query: Query) -> Timeline {
    var counter = TimelineCounter()
    forEachMatch(of: query) { _, article, quotes in
      counter.add(article.published?.date, quotes: quotes.count)
    }
    return counter.timeline
  }

  /// - Complexity: O(articles).
  func scannedArticles(naming name: String) -> [ArticleID] {
    let identity = NameIdentity(person: name)
    var found: [ArticleID] = []
    forEachMatch(of: .everything) { _, article, _ in
      if article.people.contains(where: { NameIdentity(person: $0.name) == identity }) {
        found.append(article.id)
      }
    }
    return found
  }

  /// - Complexity: O(articles).
  func scannedProfile(of name: String) -> PersonProfile? {
    var builder = ProfileBuilder(of: name)
    forEachMatch(of: .everything) { _, article, _ in builder.add(article) }
    return builder.profile
  }
}

/// A quote on its way into a page.
private struct FoundQuote {
  var article: Article
  var key: QuoteKey
  var place: Int
  var sorting = ""
  var score = 0
}

extension Quote {
  /// Whether this is what a person says, whatever the spelling.
  func isSaid(by identity: NameIdentity) -> Bool {
    guard let speaker, speaker.kind == .person else { return false }
    return NameIdentity(person: speaker.name) == identity
  }
}

extension Quote.Kind {
  /// What is quoted word for word is what is looked for.
  fileprivate var weight: Int {
    switch self {
    case .direct: 2
    case .mixed: 1
    case .indirect: 0
    }
  }
}
