import Testing

@testable import Model
@testable import TestSupport

/// What the bytes of an article tell of a filter is what its decoded words tell.
@Suite struct RawTestTests {
  private static let article = ArticlePipeline().article(
    of: SourcePage(
      file: "lake.txt",
      text: SourceText(
        """
        Lake closed near the Café

        PORT HALVARD, May 9, 2017 (Example) – "The ice is much too thin," Mayor Anna Berg said on Friday.

        The skaters of Port Halvard went home “to their ovens”. O'Brien – of the mill, they said – stayed.

        Каменный мост закрыт. Мэр сказал: мост старый.
        """)))

  @Test(arguments: [
    ("\"the ice\"", true), ("\"ice is\"", true), ("\"too thin mayor\"", true),
    ("\"he ice\"", false),
    ("\"the skaters\"", true), ("\"friday the\"", false), ("\"to their\"", true),
    ("\"home to their ovens o brien of the mill\"", true), ("\"their oven\"", false),
    ("\"their oven", true), ("\"o brien\"", true), ("\"the cafe\"", true), ("\"cafe port\"", false),
    ("\"cafe the\"", false), ("\"мост закрыт\"", true), ("\"мост старый\"", true),
    ("\"закрыт мэр\"", true), ("\"ост старый\"", false), ("!\"the ice\"", false),
    ("!\"ice the\"", true), ("\"ice the\" OR \"the mill\"", true),
    ("said:\"too thin\"", true), ("said:\"the skaters\"", false), ("person:\"anna berg\"", true),
    ("by:\"anna berg\"", true), ("by:\"berg anna\"", false), ("title:\"near the\"", true),
    ("title:\"the ice\"", false), ("place:\"port halvard\"", true), ("\"ice is\" lake", true),
    ("said:\"too thin\" by:berg", true), ("!said:\"too thin\"", false),
  ])
  func `bytes and words agree`(filter: String, expected: Bool) throws {
    let plan = QueryPlan(try Query(parsing: filter))
    let bytes = ArticleCodec.encode(Self.article, path: Self.article.file)
    let decoded = QueryMatcher(plan).matches(SearchableText(of: Self.article))
    #expect(decoded == expected)
    if let told = RawTest(plan).holds(try RawArticle(bytes)) { #expect(told == decoded) }
  }

  @Test func `most phrases need no decoding`() throws {
    let bytes = ArticleCodec.encode(Self.article, path: Self.article.file)
    for (filter, expected) in [
      ("\"the skaters\"", true), ("\"skaters the\"", false), ("\"мост старый\"", true),
      ("\"to their\"", true),
    ] {
      let plan = QueryPlan(try Query(parsing: filter))
      #expect(RawTest(plan).holds(try RawArticle(bytes)) == expected, "\(filter)")
    }
  }

  @Test func `damaged bytes are told`() {
    #expect(throws: PackedReader.Damaged.self) { try RawArticle([0xFF, 0xFF, 0x7F, 1, 2]) }
    for end in 0..<40 {
      let bytes = Array(ArticleCodec.encode(Self.article, path: "x").prefix(end * 20))
      _ = (try? RawArticle(bytes))?.passages
    }
  }
}
