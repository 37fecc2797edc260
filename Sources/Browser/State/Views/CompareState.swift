import Model

/// Quotes or articles side by side.
struct CompareState: Sendable {
  /// What stands in one column.
  struct Item: Sendable {
    var quote: QuoteRow?
    var article: ArticleKey
    /// Lines over the words: speaker, date, headline.
    var heading: [String]
    /// Paragraphs.
    var words: [String]

    init(_ quote: QuoteRow, _ words: Words) {
      self.quote = quote
      article = quote.key.article
      heading = [
        quote.speaker ?? words(.noSpeaker),
        [quote.shownDate(words), quote.agency ?? ""].filter { !$0.isEmpty }.joined(
          separator: " · "),
        quote.title,
      ]
      self.words = [quote.words]
    }

    init(_ article: Article, key: ArticleKey, _ words: Words) {
      self.article = key
      heading = [article.title.text, ArticleHeading.metadata(of: article, words)]
      self.words = (article.standfirst + article.body).map { article.foldedWords($0) }
    }
  }
  var items: [Item] = []
  /// The first line of the words on the screen, in all columns.
  var top = 0
  /// The first item on the screen, where not all have room.
  var first = 0

  /// The least width of a column, and the most columns that are side by side.
  static let leastWidth = 24

  /// How many columns have room.
  static func shown(_ count: Int, columns: Int) -> Int {
    max(1, min(count, (columns + 1) / (leastWidth + 1)))
  }

  /// The quote of the first column on the screen.
  var focusedQuote: QuoteRow? { items.indices.contains(first) ? items[first].quote : nil }
}

extension QuoteRow {
  /// `2018-09-14`, `2018-09-14~` where the day was inferred, or `undated`.
  func shownDate(_ words: Words) -> String {
    date.map { $0.dayDescription + (dateIsInferred ? "~" : "") } ?? words(.undated)
  }
}
