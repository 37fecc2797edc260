import Model

/// Places among the reader's other marks, on the disk within half a second.
struct MarkedPlaces: ReadingPlaces {
  let marks: MarksFile

  func all() -> [ArticleID: Int] { marks.places }

  func remember(_ offset: Int?, of article: ArticleID) { marks.keepPlace(offset, of: article) }

  func finish() { marks.flush() }
}
