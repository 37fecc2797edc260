import Model
import Testing

@testable import Browser
@testable import TestSupport

@Suite struct ReaderLinksTests {
  private static let gauge = "https://gauge.example/lake/level?day=today"

  /// Links on words: `(words, address)`.
  private func article(_ links: [(String, String)]) -> Article {
    SampleArticles.linked(
      """
      = Lake level falls again
      The lake fell by a hand in May, as the gauge shows, and the mill (closed since April) stands \
      dry.
      The gauge and the council were not asked. 湖の水位は三年ぶりに回復した。
      """, links: links)
  }

  private func two() -> Article {
    article([
      ("the gauge shows", Self.gauge), ("closed since April", "https://mill.example/closed"),
      ("The gauge ", Self.gauge), ("水位", "https://mill.example/closed"),
    ])
  }

  private func browser(_ article: Article, _ keys: String, columns: Int = 120) -> BrowserDriver {
    var it = BrowserDriver([article], columns: columns, rows: 24)
    it.play("\r" + keys)
    return it
  }

  private func rows(_ layout: ReaderLayout, _ article: Article) -> [String] {
    layout.lines.map { line in
      let bytes = layout.bytes(of: line, in: article)
      let glyphs = ReaderLayout.glyphs(of: line, in: bytes, measure: layout.settings.measure)
      return String(String.UnicodeScalarView(glyphs.compactMap { Unicode.Scalar($0.glyph.base) }))
    }
  }

  @Test func `one address has one number`() {
    let article = two()
    let layout = ReaderLayout(article, settings: .init(measure: 200, showsRemoved: false))
    let text = rows(layout, article).joined(separator: "\n")
    #expect(text.contains("the gauge shows[1], and the mill (closed since April[2]) stands"))
    #expect(text.contains("The gauge[1] and the council"))
    #expect(text.contains("湖の水位[2]は"))
    #expect(layout.links.addresses == [Self.gauge, "https://mill.example/closed"])
  }

  @Test(arguments: 8...80, [false, true])
  func `numbers have room on every line and lose no word`(measure: Int, isJustified: Bool) {
    let article = two()
    let plain = self.article([])
    var settings = ReaderLayout.Settings(measure: measure, showsRemoved: false)
    settings.indent = 3
    settings.isJustified = isJustified
    let layout = ReaderLayout(article, settings: settings)
    var notes = 0
    for line in layout.lines {
      let bytes = layout.bytes(of: line, in: article)
      let glyphs = ReaderLayout.glyphs(of: line, in: bytes, measure: measure)
      #expect((glyphs.last.map { $0.column + $0.glyph.width } ?? 0) <= measure)
      for (one, next) in zip(glyphs, glyphs.dropFirst()) {
        #expect(one.column + one.glyph.width <= next.column)
      }
      notes += line.notes.count
      for placed in glyphs {
        let offset = ReaderLayout.offset(
          ofColumn: placed.column, in: line, of: bytes, measure: measure)
        #expect(offset == (placed.isNote ? nil : placed.offset))
      }
    }
    #expect(notes == 4)
    func words(_ article: Article, _ layout: ReaderLayout) -> String {
      layout.lines.filter(\.isFromSource).map { article[$0.span] }.joined().filter {
        !$0.isWhitespace
      }
    }
    #expect(
      words(article, layout) == words(plain, ReaderLayout(plain, settings: settings)))
  }

  @Test func `links of what was left out, and of nothing, have no number`() {
    var article = two()
    let all = article.links
    article.removed = [Removal(span: all[0].span, reason: .other)]
    article.links =
      all + [
        PageLink(span: TextSpan(-4, 3), url: "a"), PageLink(span: TextSpan(0, 1 << 40), url: "b"),
        PageLink(span: TextSpan(3, 3), url: "c"),
      ]
    for showsRemoved in [false, true] {
      let layout = ReaderLayout(
        article, settings: .init(measure: 60, showsRemoved: showsRemoved, listsLinks: true))
      #expect(layout.links.addresses == ["https://mill.example/closed", Self.gauge])
      #expect(layout.lines.flatMap(\.notes).map(\.number) == [1, 2, 1])
    }
  }

  @Test func `L lists the addresses at the end and takes them away`() {
    var it = browser(two(), "L")
    #expect(it.state.notice?.text == "2 addresses at the article's end")
    #expect(it.grid.asText.contains("[2] https://mill.example/closed"))
    it.play("L")
    #expect(!it.grid.asText.contains("https://"))
    #expect(browser(article([]), "L").state.notice?.text == "no links in this article")
  }

  @Test(arguments: [("01gx", gauge), ("09gx", nil), ("02gx", "https://mill.example/closed")])
  func `a count opens that link`(keys: String, url: String?) {
    let opened = browser(two(), keys).effects.compactMap {
      if case .run(.browser(let url)) = $0 { url } else { nil }
    }
    #expect(opened == (url.map { [$0] } ?? []))
  }

  @Test(arguments: [
    "https://x.example/\u{1B}]0;owned\u{07}\u{9B}31m\u{202E}\n\0", "javascript:alert(1)",
    "file:///etc/passwd", "", "https://x.example/a b",
  ])
  func `a hostile address is listed harmlessly and not opened`(url: String) {
    let it = browser(article([("gauge", url)]), "L04gx01gx")
    #expect(it.state.notice?.text == "no link [1] that leads to the web")
    #expect(!it.effects.contains { if case .run = $0 { true } else { false } })
    for cell in it.grid.cells {
      #expect(cell.base == 0 || (0x20..<0x7F).contains(cell.base) || cell.base > 0xA0)
      #expect(cell.base != 0x202E)
    }
  }

  @Test func `an endless address takes four rows`() {
    let article = article([("gauge", "https://x.example/" + String(repeating: "é", count: 9999))])
    for measure in [1, 2, 5, 40] {
      let layout = ReaderLayout(
        article, settings: .init(measure: measure, showsRemoved: false, listsLinks: true))
      #expect(layout.lines.count { $0.kind == .link } <= 4)
      #expect(rows(layout, article).last?.hasSuffix("…") == true)
    }
  }

  @Test(arguments: [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24)])
  func `links stand in the text and at its end`(size: Size) {
    var it = BrowserDriver([two()], columns: size.columns, rows: size.rows)
    it.play("\rL")
    expectScreen(it.grid, "links", roles: true)
  }
}
