import Testing

@testable import Model

@Suite struct RepeatedLinesTests {
  private static let places = [
    "harbour", "forest", "valley", "station", "market", "castle", "bridge", "island", "museum",
    "school",
  ]

  private func text(_ place: String) -> String {
    """
    Fire at the \(place)

    Lake Portal knows first

    The \(place) was closed on Friday after a fire, the mayor of the town said.

    Read our terms before you copy words from the Lake Portal, which may not be reused.
    """
  }

  private func bytes(_ places: [String]) -> [[UInt8]] { places.map { Array(text($0).utf8) } }

  @Test func `lines that recur across files are left out with that reason`() {
    let repeats = RepeatedLines(sample: bytes(Self.places))
    #expect(repeats.count == 2)
    var options = PipelineOptions()
    options.repeats = repeats
    let article = ArticlePipeline(options: options).article(
      of: SourcePage(file: "a.txt", text: SourceText(text("harbour"))))
    #expect(article.title.text == "Fire at the harbour")
    #expect(article.body.count == 1)
    #expect(article.removed.map(\.reason) == [.repeat, .repeat])
  }

  @Test func `few files tell nothing`() {
    #expect(RepeatedLines(sample: bytes(Array(Self.places.prefix(5)))).isEmpty)
  }

  @Test func `one article under many names is not furniture`() {
    let same = Array(repeating: Array(text("harbour").utf8), count: 20)
    #expect(RepeatedLines(sample: same).isEmpty)
  }

  @Test func `a text of nothing but recurring lines keeps them`() {
    var options = PipelineOptions()
    options.repeats = RepeatedLines(sample: bytes(Self.places))
    let line = "Read our terms before you copy words from the Lake Portal, which may not be reused."
    let article = ArticlePipeline(options: options).article(
      of: SourcePage(file: "a.txt", text: SourceText(line)))
    #expect(article.removed == [])
  }
}
