/// The words of an article, folded for search: one string of words per field.
struct SearchableText: Sendable {
  /// Headline, text, people and speakers.
  var anywhere: [UInt8]
  /// Names and roles.
  var person: [UInt8]
  /// Quoted words.
  var said: [UInt8]

  /// Folds the fields of an article.
  init(of article: Article) {
    anywhere = []
    person = []
    said = []
  }
}

/// Tells whether an article matches a query.
struct QueryMatcher: Sendable {
  let query: Query

  init(_ query: Query) { self.query = query }

  func matches(_ text: SearchableText) -> Bool { true }
}
