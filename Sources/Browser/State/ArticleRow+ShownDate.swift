import Model

extension ArticleRow {
  /// How wide a date is at most.
  static var shownDateWidth: Int { 11 }

  /// `2018-09-14`, `2018-09-14~` where the day was inferred, or `undated`.
  func shownDate(_ words: Words = Words()) -> String {
    date.map { $0.dayDescription + (dateIsInferred ? "~" : "") } ?? words(.undated)
  }
}
