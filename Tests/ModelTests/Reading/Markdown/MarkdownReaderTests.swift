import Testing

@testable import Model

@Suite struct MarkdownReaderTests {
  private func page(_ text: String) throws -> SourcePage {
    let item = RawItem(file: "a", bytes: Array(text.utf8))
    return try #require(try MarkdownReader().pages(of: item).pages.first)
  }

  @Test(
    "Tells Markdown from plain text",
    arguments: [
      ("# Lake\n\n- one\n", true), ("# Lake\n\nText.\n\n## Ice\n", true),
      ("---\ntitle: Lake\ndate: 2019-03-04\n---\nText", true),
      ("# Lake\n\nSee [this](http://a.example).\n", true),
      ("# Lake\n\nText alone.\n", false), ("Lake\n\n- one\n- two\n", false),
      ("#1 in the list\n#2 as well\n- x\n", false), ("---\nMOSCOW, March 4.\n---\n", false),
      ("The lake was closed.\n\n> said he\n", false), ("", false),
    ] as [(String, Bool)])
  func recognises(text: String, expected: Bool) {
    #expect(MarkdownReader().recognises(RawItem(file: "a", bytes: Array(text.utf8))) == expected)
  }

  @Test func `blocks are spans of the file's own text`() throws {
    let page = try page(
      """
      Lake closed
      ===
      The lake was
      closed on *Friday*.

      ## Ice ##
      1. thin
         and wet
      7. or none
        - inner
      > said the
      > mayor

      ```
      # no heading
      ```
      ![ice](ice.png)
      """)
    let structure = try #require(page.structure)
    #expect(structure.title.map { page.text[$0] } == "Lake closed")
    #expect(
      structure.blocks.map { page.text[$0.span] } == [
        "The lake was\nclosed on *Friday*.", "Ice", "thin\n   and wet", "or none", "inner",
        "said the\n> mayor", "# no heading", "![ice](ice.png)",
      ])
    #expect(
      structure.blocks.map(\.kind) == [
        .paragraph, .heading(level: 2), .listItem(depth: 0, number: 1),
        .listItem(depth: 0, number: 7), .listItem(depth: 1, number: nil), .blockQuote,
        .preformatted, .paragraph,
      ])
    #expect(structure.blocks.last?.removal == .caption)
  }

  @Test func `front matter gives title, date and authors`() throws {
    let page = try page(
      """
      ---
      title: "Lake: closed"
      date: 2019-03-04
      authors:
        - Anna Berg
        - Ole Lund
      tags: [a, b]
      lang: en_gb
      ---
      The lake was [closed](https://a.example/x "t") on Friday.
      """)
    #expect(page.metadata.title == "Lake: closed")
    #expect(page.metadata.published?.dayDescription == "2019-03-04")
    #expect(page.metadata.authors == ["Anna Berg", "Ole Lund"])
    #expect(page.metadata.language == "en-GB")
    let structure = try #require(page.structure)
    #expect(
      structure.links.map { page.text[$0.span] + " " + $0.url } == ["closed https://a.example/x"])
    #expect(structure.blocks.map(\.removal) == [.other, nil])
  }
}
