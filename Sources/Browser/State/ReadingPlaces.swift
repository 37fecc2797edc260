import Model

/// Where articles were left, so that they open there again.
protocol ReadingPlaces: Sendable {
  /// The places that are known, as offsets into the source.
  func all() -> [ArticleID: Int]
  /// Keeps the place of an article; nil for its beginning.
  func remember(_ offset: Int?, of article: ArticleID)
  /// Writes down what still waits for it.
  func finish()
}

extension ReadingPlaces {
  /// Nothing waits.
  func finish() {}
}
