import Testing

@testable import Model

/// Much of one thing. The limit is generous, and a debug build slow; `bench` measures larger texts.
@Suite(.serialized) struct HostileTextTests {
  @Test(
    "A hundred thousand bytes of one thing are read in reasonable time", .timeLimit(.minutes(1)),
    arguments: HostileTextTests.units)
  func ends(unit: String) {
    let size = 100_000
    let text = String(repeating: unit, count: size / unit.utf8.count)
    let page = SourcePage(file: "hostile.txt", text: SourceText("Lake closed\n\n" + text))
    let article = ArticlePipeline().article(of: page)
    #expect(!ArticleExport.jsonLines(for: article).isEmpty)
  }

  static let units = [
    // Marks that nothing closes, pairs, and singles.
    "\"", "the ice \"thin broke ", "“ice ", "'ice ", "\"thin\" ", "''", "„",
    // Names, roles, cues.
    "Anna Berg ", "Anna Berg, ", "President Anna Berg met the president. ", "the president ",
    "Ice ", "A. ", "de ", "Van de ", "secretary of the ", "Berg's ",
    "said ", "he said ", "according to ", "Berg said that ice, ",
    "\"It is thin,\" he said. ",
    // Marks without words.
    "ice, ", ",", "(", "[", "[the ice] ", "—", "a-", "a'", "a.",
    // Lines.
    "a\n", "\n", "\"It is thin.\n\n", "Skaters on the Lake - Example International\n",
    "© Anna Berg\n", "the lake was closed after\n",
    // One word, other scripts, marks that combine.
    "a", "A", "ё", "\u{301}", "😀", "January 13 ",
  ]
}
