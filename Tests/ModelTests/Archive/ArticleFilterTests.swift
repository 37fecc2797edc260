import Testing

@testable import Model

@Suite struct ArticleFilterTests {
  private static func article(_ file: String, _ text: String) -> Article {
    ArticlePipeline().article(of: SourcePage(file: file, text: SourceText(text)))
  }

  private static let articles = [
    article(
      "lake.txt",
      """
      Lake closed near the town

      "The ice is much too thin," Mayor Anna Berg said on Friday.

      "We will wait for the frost," Coach Peter Holm said.
      """),
    article(
      "ferry.txt",
      """
      Ferry runs again

      "The harbour is open to everyone," Captain Maria Lund said on Monday.
      """),
    article(
      "copy.txt",
      """
      Lake closed near the town

      "The ice is much too thin," Mayor Anna Berg said on Friday.

      "We will wait for the frost," Coach Peter Holm said.
      """),
  ]

  @Test(
    "Tells articles and their quotes",
    arguments: [
      ("", [[0, 1], [0], [0, 1]]), ("lake", [[0, 1], nil, [0, 1]]), ("by:holm", [[1], nil, [1]]),
      ("said:ice by:berg", [[0], nil, [0]]), ("said:ice by:holm", [nil, nil, nil]),
      ("is:repeat", [nil, nil, [0, 1]]), ("by:berg !is:repeat", [[0], nil, nil]),
      ("is:starred", [nil, [0], nil]), ("!tag:water", [[0, 1], nil, [0, 1]]),
      ("is:unread", [[0, 1], [0], [0, 1]]),
    ] as [(String, [[Int]?])])
  func filters(text: String, expected: [[Int]?]) throws {
    var filter = ArticleFilter(try Query(parsing: text), marks: Marked(id: Self.articles[1].id))
    #expect(Self.articles.map { filter.quotes(of: $0) } == expected)
  }

  @Test(
    "Knows which queries need the reader's marks",
    arguments: [
      ("lake", false), ("is:repeat has:quotes", false), ("is:unread", true), ("a OR !tag:b", true),
      ("(a has:notes)", true),
    ])
  func asksForMarks(text: String, expected: Bool) throws {
    #expect(try Query(parsing: text).asksForMarks == expected)
  }

  /// A star and a tag on one article.
  private struct Marked: MarksSource {
    let id: ArticleID
    var version: Int { 0 }

    func marks(of article: ArticleID) -> ArticleMarks {
      var marks = ArticleMarks()
      marks.isStarred = article == id
      if article == id { marks.tags = ["Water"] }
      return marks
    }
    func articles(_ wanted: MarksWanted) -> Set<ArticleID> { [id] }
    func tags() -> [(name: String, count: Int)] { [("Water", 1)] }
  }
}
