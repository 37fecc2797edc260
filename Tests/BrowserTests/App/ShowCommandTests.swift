import Model
import Testing

@testable import Browser

@Suite struct ShowCommandTests {
  private func article() -> Article {
    ArticlePipeline().article(
      of: SourcePage(
        file: "a.txt",
        text: SourceText(
          """
          Ice closes the lake

          September 14, 2018

          The lake was closed on Friday, the mayor said.

          Share
          """)))
  }

  @Test func `an article as text`() {
    #expect(
      ShowCommand.lines(of: article(), withCuts: false) == [
        "Ice closes the lake", "2018-09-14 (stated)", "",
        "The lake was closed on Friday, the mayor said.",
      ])
  }

  @Test func `what was cut stands in its place, with line and reason`() {
    #expect(
      ShowCommand.lines(of: article(), withCuts: true) == [
        "Ice closes the lake", "2018-09-14 (stated)", "", "3 [timestamp] September 14, 2018", "",
        "The lake was closed on Friday, the mayor said.", "", "7 [navigation] Share",
      ])
  }

  @Test(
    arguments: [
      ("a.txt", "a.txt", nil), ("a.zip/b#3", "a.zip/b", 3), ("a#b", "a#b", nil),
      ("a#-1", "a#-1", nil),
    ] as [(String, String, Int?)])
  func `a file and an item`(file: String, path: String, item: Int?) {
    let parts = ShowCommand.parts(of: file)
    #expect(parts.path == path && parts.item == item)
  }
}
