import Model

/// What is written to a file, handed to a command, or copied.
enum ExportScope: Hashable, Sendable {
  /// All articles of a filter, in the order of the list.
  case matching(Query, ArticleOrder)
  /// Some articles.
  case articles([ArticleKey])
  /// All quotes of a view.
  case quotesMatching(Query, speaker: String?, QuoteOrder)
  /// Some quotes.
  case quotes([QuoteKey])

  /// Whether quotes are meant, and not whole articles.
  var isOfQuotes: Bool {
    switch self {
    case .matching, .articles: false
    case .quotesMatching, .quotes: true
    }
  }
}

/// A file that is being written.
struct ExportState: Hashable, Sendable {
  var request: Int
  var path: String
  /// How many articles are written, and how many there are; 0 where that is not known.
  var done = 0
  var total: Int
}
