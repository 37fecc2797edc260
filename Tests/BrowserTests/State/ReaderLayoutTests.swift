import Model
import Testing

@testable import Browser
@testable import TestSupport

@Suite struct ReaderLayoutTests {
  private func words(_ text: some StringProtocol) -> [String] {
    text.split { $0.isWhitespace }.map { String($0) }
  }

  @Test(arguments: [5, 20, 72])
  func `the lines are the article's own words`(measure: Int) {
    for article in SampleArticles.all {
      let layout = ReaderLayout(article, settings: .init(measure: measure, showsRemoved: false))
      let shown = layout.lines.filter(\.isFromSource).map { article[$0.span] }.joined(
        separator: " ")
      let kept = (article.standfirst + article.body).map { article[$0] }.joined(separator: " ")
      #expect(
        words(shown).joined() == words(kept).joined(), "\(article.file) at \(measure)")
    }
  }

  @Test func `what was left out stands in its place with the reason behind it`() {
    let article = SampleArticles.ferry
    let layout = ReaderLayout(article, settings: .init(measure: 60, showsRemoved: true))
    let lines = layout.lines.filter(\.isFromSource)
    #expect(lines == lines.sorted { $0.span < $1.span })
    #expect(lines.compactMap(\.reason) == [.navigation, .caption, .teaser, .comments])
    #expect(layout.lines.first?.kind == .removed)
  }

  @Test func `the heading tells agency, place and date as far as known`() {
    #expect(
      ArticleHeading.metadata(of: SampleArticles.ferry)
        == "Example · Port Halvard · Monday 4 March 2019")
    #expect(
      ArticleHeading.dateNote(of: SampleArticles.ferry)
        == "date inferred: a Monday on March 4 is in 2019")
    #expect(ArticleHeading.dateNote(of: SampleArticles.lake) == nil)
    #expect(ArticleHeading.metadata(of: SampleArticles.orchard) == "undated")
    #expect(
      ArticleHeading.metadata(of: SampleArticles.lake)
        == "湖水通信 · Monday 7 June 2021, 9:05")
  }

  @Test func `another measure keeps the words at the top`() {
    var reader = ReaderState()
    reader.show(SampleArticles.ferry, key: ArticleKey(rawValue: 0))
    reader.layOut(measure: 40)
    reader.top = 20
    let offset = reader.layout?.sourceOffset(from: 20)
    reader.layOut(measure: 30)
    let line = reader.layout?.lines[reader.top]
    #expect(offset.map { line?.span.contains($0) == true } == true)
  }

  @Test func `blocks stand as their page has them`() {
    let source = SourceText(
      "Ice\n\nfirst item of many words\nsecond\nthird\n\nquoted words here\n\n  a\nb\n\nx\ty\nz\tw")
    let text = String(decoding: source.bytes, as: UTF8.self)
    func span(_ words: String) -> TextSpan {
      let range = text.firstRange(of: words) ?? text.startIndex..<text.startIndex
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return TextSpan(start, start + words.utf8.count)
    }
    var article = Article(
      id: ArticleID(rawValue: 1), file: "a", item: 0, source: source,
      title: Headline(text: "T", span: nil, basis: .stated),
      body: [
        span("Ice"), span("first item of many words"), span("second"), span("third"),
        span("quoted words here"), span("  a\nb"), span("x\ty"), span("z\tw"),
      ])
    article.kinds = [
      .heading(level: 2), .listItem(depth: 0, number: nil), .listItem(depth: 1, number: nil),
      .listItem(depth: 0, number: 12), .blockQuote, .preformatted, .tableRow, .tableRow,
    ]
    let layout = ReaderLayout(article, settings: .init(measure: 14, showsRemoved: false))
    let shown = layout.lines.drop { !$0.isFromSource }.map { line in
      let lead =
        switch line.lead {
        case nil: ""
        case .bullet: "•"
        case .link(let number): "[\(number)]"
        case .number(let number): "\(number)."
        case .bar: "│"
        }
      return "\(line.indent)\(lead) \(article[line.span])"
    }
    #expect(
      shown
        == [
          "0 Ice", "0 ", "2• first item", "2 of many", "2 words", "5• second", "4•12. third",
          "0 ", "2│ quoted words", "2│ here", "0 ", "4 a", "2 b", "0 ", "0 x\ty", "0 z\tw",
        ].map { $0.replacing("4•12.", with: "412.") })
    #expect(layout.lines.first { article[$0.span] == "Ice" }?.kind == .subheading)
  }
}
