import Model

/// Rows that were marked, to do something with all of them.
struct MarkedState: Sendable {
  /// Marked articles with their identities, in the order of marking.
  private(set) var articles: [(key: ArticleKey, id: ArticleID)] = []
  /// Whether all articles of the filter are marked.
  private(set) var isAll = false
  /// Marked quotes, in the order of marking.
  private(set) var quotes: [QuoteRow] = []

  /// How many of so many matching articles are marked.
  func count(of matching: Int) -> Int { isAll ? matching : articles.count }

  func contains(_ key: ArticleKey) -> Bool { isAll || articles.contains { $0.key == key } }
  func contains(_ key: QuoteKey) -> Bool { quotes.contains { $0.key == key } }

  /// Whether another one marks the same articles.
  func marksSameArticles(as other: MarkedState) -> Bool {
    isAll == other.isAll && articles.elementsEqual(other.articles) { $0.key == $1.key }
  }

  /// Marks an article, or takes the mark away.
  mutating func toggle(_ row: ArticleRow) {
    isAll = false
    if let index = articles.firstIndex(where: { $0.key == row.key }) {
      articles.remove(at: index)
    } else {
      articles.append((row.key, row.id))
    }
  }

  /// Marks a quote, or takes the mark away.
  mutating func toggle(_ row: QuoteRow) {
    if let index = quotes.firstIndex(where: { $0.key == row.key }) {
      quotes.remove(at: index)
    } else {
      quotes.append(row)
    }
  }

  /// Marks all articles of the filter, or none.
  mutating func toggleAll() {
    let wasAll = isAll
    articles = []
    isAll = !wasAll
  }

  mutating func clearArticles() {
    articles = []
    isAll = false
  }

  mutating func clearQuotes() { quotes = [] }
}
