import Model

/// An article as other programs get it.
enum ArticleText {
  /// Headline, metadata and the kept words, paragraphs apart by a blank line.
  static func plain(_ article: Article, _ words: Words = Words()) -> String {
    var parts = [article.title.text, ArticleHeading.metadata(of: article, words)]
    parts += (article.standfirst + article.body).map { span in
      LineBreaker.words(of: span, in: article.source.bytes).map { article[$0] }
        .joined(separator: " ")
    }
    // No program is to get what could steer a terminal.
    return parts.map(DisplayText.sanitized).joined(separator: "\n\n") + "\n"
  }
}
