import Testing

@testable import Model

@Suite struct QueryMatcherTests {
  private static let article = ArticlePipeline().article(
    of: SourcePage(
      file: "lake.txt",
      text: SourceText(
        """
        Lake closed near the Café

        "The ice is much too thin," Mayor Anna Berg said on Friday.

        The skaters of Port Halvard went home to their ovens.
        """)))

  @Test(
    "Tells whether an article matches",
    arguments: [
      ("", true), ("lake", true), ("LAK", true), ("ake", false), ("cafe", true), ("café", true),
      ("halvard skaters", true), ("halvard boats", false),
      ("\"port halvard\"", true), ("\"halvard port\"", false), ("\"port halv\"", false),
      ("\"port halv", true), ("\"near the cafe\"", true),
      ("!boat", true), ("!lake", false), ("!boat !lake", false), ("lake !boat", true),
      ("person:berg", true), ("person:anna", true), ("person:mayor", true),
      ("person:halvard", false),
      ("person:\"anna berg\"", true), ("!person:berg", false),
      ("said:thin", true), ("said:skaters", false), ("said:\"too thin\"", true),
      ("said:\"thin skaters\"", false),
      // A phrase does not run from one field or paragraph into the next.
      ("\"cafe the\"", false), ("\"friday the skaters\"", false),
      ("!!lake", true),
    ])
  func matches(filter: String, expected: Bool) throws {
    let matcher = QueryMatcher(try Query(parsing: filter))
    #expect(matcher.matches(SearchableText(of: Self.article)) == expected)
  }
}
