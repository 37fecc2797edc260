import Testing

@testable import Model

@Suite struct HTMLReaderTests {
  private func article(_ html: String, _ hints: ItemHints = .init()) throws -> Article {
    try article(Array(html.utf8), hints)
  }

  private func article(_ bytes: [UInt8], _ hints: ItemHints = .init()) throws -> Article {
    var item = RawItem(file: "a", bytes: bytes)
    item.hints = hints
    let page = try #require(try HTMLReader().pages(of: item).pages.first)
    return ArticlePipeline().article(of: page)
  }

  private static let text =
    "<p>The lake was closed on Friday, the mayor said, since the ice is far too thin.</p>"

  @Test(
    "Recognises pages by their bytes",
    arguments: [
      ("<!DOCTYPE html><p>x", true), ("\n <HTML lang=en>", true),
      ("<!-- made by hand -->\n<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">", true),
      ("\u{FEFF}<html>", true), ("<div class=a>x</div>", true), ("<p>x", true),
      ("Warning: no cache\n<html><body>x", true),
      ("<?xml version=\"1.0\"?><rss><channel/></rss>", false), ("<note>x</note>", false),
      ("The sign < means less, as in a <b.", false), ("<", false), ("", false),
      ("From: a@b.example\n\nhello", false), ("{\"html\": \"<p>x</p>\"}", false),
    ] as [(String, Bool)])
  func recognises(text: String, expected: Bool) {
    #expect(HTMLReader().recognises(RawItem(file: "a", bytes: Array(text.utf8))) == expected)
  }

  @Test func `the container's word is taken for the format`() {
    var item = RawItem(file: "a", bytes: Array("<p>x".utf8))
    item.hints.format = .json
    #expect(!HTMLReader().recognises(item))
    item = RawItem(file: "a", bytes: Array("plain".utf8))
    item.hints.format = .html
    #expect(HTMLReader().recognises(item))
  }

  @Test(
    "Finds the declared character set",
    arguments: [
      ("<meta charset=koi8-r>", "koi8-r"),
      (
        "<meta http-equiv=Content-Type content='text/html; charset = windows-1251'>", "windows-1251"
      ),
      ("<?xml version='1.0' encoding='ISO-8859-2'?><html>", "ISO-8859-2"),
      ("<!-- <meta charset=big5> --><meta charset=\"gb18030\">", "gb18030"),
      ("<meta charset=utf-16>", "utf-8"), ("\u{FEFF}<meta charset=koi8-r>", "utf-8"),
      ("<p>charset=x</p>", nil),
    ] as [(String, String?)])
  func charset(head: String, expected: String?) {
    #expect(HTMLSigns.charset(of: Array(head.utf8)) == expected)
  }

  @Test func `what HTTP states stands above what the page declares`() throws {
    // "Лёд" in KOI8-R.
    let word: [UInt8] = [0xEC, 0xA3, 0xC4]
    let bytes = Array("<meta charset=windows-1251><p>".utf8) + word + Array(" thin ice".utf8)
    var hints = ItemHints()
    hints.charset = "koi8-r"
    #expect(try article(bytes, hints).source[TextSpan(0, 100)].hasPrefix("Лёд"))
    #expect(try !article(bytes).source[TextSpan(0, 100)].hasPrefix("Лёд"))
  }

  @Test(
    "Takes the site's name off a title where something says that it is one",
    arguments: [
      (
        "<title>Lake closed | Example</title><meta property=og:site_name content=EXAMPLE>",
        "Lake closed"
      ),
      (
        "<title>Lake closed - example</title><link rel=canonical href='https://www.example.org/a'>",
        "Lake closed"
      ),
      ("<title>Lake closed - for how long?</title>", "Lake closed - for how long?"),
      ("<title>Lake &amp; ice</title>", "Lake & ice"),
      (
        "<title>x</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Lake <b>closed</b>\"}</script>",
        "Lake closed"
      ),
    ])
  func title(head: String, expected: String) throws {
    #expect(try article(head + Self.text).title.text == expected)
  }

  @Test(
    "Reads JSON-LD in all its shapes",
    arguments: [
      "{\"@type\":\"NewsArticle\",\"headline\":\"Lake\",\"author\":\"A B\",\"datePublished\":\"2019-03-04\"}",
      "[{\"@type\":\"WebSite\"},{\"@type\":[\"http://schema.org/Article\"],\"headline\":\"Lake\",\"author\":[{\"name\":\"A B\"}],\"datePublished\":\"2019-03-04\"}]",
      "{\"@graph\":[{\"@id\":\"x\",\"name\":\"A B\"},{\"@type\":\"BlogPosting\",\"headline\":\"Lake\",\"author\":{\"@id\":\"x\"},\"datePublished\":\"2019-03-04\"}]}",
      "{\"@type\":\"NewsArticle\",,\"headline\":\"La\\u006be\",\"author\":{\"name\":\"A B\"},\"datePublished\":\"2019-03-04\",\"x\":[1,{]",
      "<!-- {\"@type\":\"Article\",\"headline\":\"Lake\",\"creator\":[\"By A B\"],\"dateCreated\":\"2019-03-04\"} -->",
    ])
  func linkedData(json: String) throws {
    let html =
      "<meta name=date content=1999-01-01><script type=\"application/ld+json\">\(json)</script>"
    let found = try article(html + Self.text)
    #expect(found.title.text == "Lake")
    #expect(found.authors == ["A B"])
    #expect(found.published?.date.dayDescription == "2019-03-04")
  }

  @Test func `published is taken, not modified`() throws {
    let html = """
      <meta property=article:modified_time content=2020-02-02><time class=updated datetime=2020-02-02>x</time>
      <time itemprop=datePublished datetime=2019-03-04T10:00Z>y</time>
      """
    #expect(try article(html + Self.text).published?.date.dayDescription == "2019-03-04")
  }

  @Test func `a page without a visible word is empty`() {
    #expect(throws: RawItem(file: "a", bytes: []).error(.empty)) {
      try self.article("<html><script>x</script></html>")
    }
  }

  @Test func `tags that lie too deep are passed over, and that is told`() throws {
    let deep = String(repeating: "<div>", count: 100_000)
    let item = RawItem(file: "a", bytes: Array((deep + Self.text).utf8))
    let read = try HTMLReader().pages(of: item)
    #expect(read.findings.map(\.problem) == [.tagsTooDeep(100_000 - HTMLSieve.deepest)])
    #expect(ArticlePipeline().article(of: read.pages[0]).body.count == 1)
  }

  @Test func `a page that would take too much memory is refused`() {
    var options = ReadingOptions()
    options.largestTree = 1_000_000
    let html = String(repeating: "<p>x", count: 50_000)
    #expect(throws: ReadingError(path: "a", problem: .tooIntricate(limit: 1_000_000))) {
      try HTMLReader(options: options).pages(of: RawItem(file: "a", bytes: Array(html.utf8)))
    }
  }

  @Test func `all visible words are kept or shown as left out`() throws {
    let html = """
      <nav>Home</nav><h1>Lake closed</h1><p hidden>Secret words.</p>\(Self.text)<footer>Foot</footer>
      """
    let found = try article(html)
    let shown = (found.body + found.removed.map(\.span)).map { found[$0] } + [found.title.text]
    #expect(
      Set(shown).isSuperset(of: ["Home", "Lake closed", "Secret words.", "Foot"]))
    #expect(found.body.count == 1)
  }
}
