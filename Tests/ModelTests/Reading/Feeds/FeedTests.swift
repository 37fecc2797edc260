import Testing

@testable import Model

@Suite struct FeedTests {
  private func cut(_ bytes: [UInt8], piece: Int = 1 << 18, limit: Int = 1 << 20) throws -> (
    items: [RawItem], findings: [Finding]
  ) {
    var options = ReadingOptions()
    options.largestItem = limit
    var items: [RawItem] = []
    var findings: [Finding] = []
    let sink = ItemSink(options: options, take: { items.append($0) }, note: { findings.append($0) })
    var rest = bytes[...]
    let stream = ByteStream { (buffer: inout [UInt8]) throws(ReadingError) in
      buffer += rest.prefix(piece)
      rest = rest.dropFirst(piece)
    }
    try FeedSplitter().split(stream, of: "feed.xml", into: sink)
    return (items, findings)
  }

  private func articles(_ feed: String) throws -> [Article] {
    let pipeline = ArticlePipeline()
    return try cut(Array(feed.utf8)).items.flatMap { try pipeline.articles(in: $0).articles }
  }

  private static let rss = """
    <?xml version="1.0"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:d="http://purl.org/dc/elements/1.1/"><channel>
    <title>Lake News</title><language>en-gb</language><link>http://lake.example/</link>
    <image><title>Logo</title><link>http://lake.example/logo</link></image>
    <item><title>Ice &amp; &lt;i&gt;snow&lt;/i&gt;</title><guid>http://lake.example/1</guid>
      <pubDate>Fri, 14 Sep 2018 05:01:00 GMT</pubDate><d:creator>Jane Doe</d:creator>
      <category>Weather</category><description>Roads are closed.</description>
      <content:encoded><![CDATA[<p>The lake froze.</p>
    <p>“It is thin,” said <a href="/who">the mayor</a>. </item></p>]]></content:encoded></item>
    <item><link>http://lake.example/2</link><guid isPermaLink="false">http://x/</guid></item>
    </channel></rss>
    """

  @Test func `RSS: title, link, date, author, section, text and lines`() throws {
    let found = try articles(Self.rss)
    #expect(found.count == 2)
    let first = found[0]
    #expect(first.title.text == "Ice & snow" && first.title.basis == .stated)
    #expect(first.url == "http://lake.example/1")
    #expect(first.published?.date.description == "2018-09-14T05:01Z")
    #expect(first.authors == ["Jane Doe"] && first.section == "Weather")
    #expect(first.agency == "Lake News" && first.language == "en-gb")
    #expect(first.standfirst.map { first[$0] } == ["Roads are closed."])
    #expect(first.body.map { first[$0] }.first == "The lake froze.")
    #expect(first.source.line(at: first.body[1].start) == 10)
    #expect(first.title.span.map { first.source.line(at: $0.start) } == 6)
    #expect(found[1].url == "http://lake.example/2" && found[1].body == [])
    #expect(found.map(\.item) == [0, 1])
  }

  @Test func `Atom: types, bases, dates and links by their relation`() throws {
    let found = try articles(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml"
        xml:base="http://lake.example/a/" xml:lang="fr">
      <title>Lac</title>
      <entry xml:base="2018/"><title type="html">La &lt;b>glace&lt;/b> &amp;amp; l'eau</title>
        <link rel="self" href="self.xml"/><link href="14.html"/><id>urn:x:1</id>
        <updated>2018-09-15T00:00:00Z</updated><published>2018-09-14T05:01:00+02:00</published>
        <author><name>Jean Roux</name><email>j@lake.example</email></author>
        <source><title>Autre</title><id>http://other.example/</id></source>
        <content type="xhtml"><h:div><h:p>Le lac <h:em>gèle</h:em>.</h:p></h:div></content></entry>
      <entry><title type="text">1 &lt; 2 &lt;b&gt;</title><summary>AT&amp;amp;T</summary></entry>
      <entry><title mode="base64" type="application/octet-stream">TGUgbGFj</title></entry>
      </feed>
      """)
    #expect(found.map(\.title.text) == ["La glace & l'eau", "1 < 2 <b>", "Le lac"])
    #expect(found[0].url == "http://lake.example/a/2018/14.html")
    #expect(found[0].published?.date.description == "2018-09-14T05:01+02:00")
    #expect(found[0].authors == ["Jean Roux"] && found[0].language == "fr")
    #expect(found[0].body.map { found[0][$0] } == ["Le lac gèle."])
    #expect(found[1].body.map { found[1][$0] } == ["AT&amp;T"])
  }

  @Test(
    "Reads ill-formed feeds as far as they go",
    arguments: [
      "<rss><channel><item><title>The lake & the ice</title><link>http://x.example/1</link>",
      "<rss><channel><item><title>The lake & the ice<link>http://x.example/1</link></item></rss>",
      "<rss><channel><item><title>The lake &nonsense; the ice</title><link>http://x.example/1<desc></item>",
      "<rss><channel><item><title>The lake < the ice</title></b><link>http://x.example/1</link></item></rss>",
      "<RSS><CHANNEL><ITEM><TITLE>The lake &middot; the ice</TITLE><LINK>http://x.example/1</LINK></ITEM>",
      "<rss><channel><item a=1 b='><title>The lake / the ice</title><link>http://x.example/1</link></item>",
      "<rss><channel><x:item/><item><dc:title>The lake and ice</dc:title><link href=http://x.example/1 /></item>",
    ])
  func illFormed(feed: String) throws {
    let found = try articles(feed)
    #expect(found.count == 1)
    #expect(found.first.map { $0.title.text.hasPrefix("The lake") } == true)
    #expect(found.first?.url == "http://x.example/1" || feed.contains("ice<link>"))
  }

  @Test func `entries are cut alike whatever pieces the feed comes in`() throws {
    let bytes = Array(Self.rss.utf8)
    let whole = try cut(bytes).items
    for piece in [1, 2, 3, 7, 64, 500] {
      let pieces = try cut(bytes, piece: piece).items
      #expect(pieces.map(\.bytes) == whole.map(\.bytes))
      #expect(pieces.map(\.firstLine) == whole.map(\.firstLine))
    }
  }

  @Test func `an entry beyond the limit is named, and the rest is read`() throws {
    let long = String(repeating: "snow ", count: 5_000)
    let feed = """
      <rss><channel><item><title>One</title></item>
      <item><title>Two</title><description>\(long)</description></item>
      <item><title>Three</title></item></channel></rss>
      """
    let found = try cut(Array(feed.utf8), piece: 512, limit: 4_000)
    #expect(found.items.map(\.item) == [0, 2])
    #expect(
      found.findings == [
        Finding(path: "feed.xml", problem: .itemTooLarge(.line(2), limit: 4_000))
      ])
  }

  @Test func `entities that refer to one another do not grow`() throws {
    let found = try articles(
      """
      <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">
      <!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY eacute "&#233;">]>
      <rss><channel><item><title>&c; &file; caf&eacute;</title></item></channel></rss>
      """)
    #expect(found[0].title.text == "&b;&b;&b; &file; café")
  }

  @Test func `a feed in another character set is read as declared`() throws {
    let text = """
      <?xml version="1.0" encoding="windows-1251"?><rss><channel>
      <item><title>Лёд на озере</title></item></channel></rss>
      """
    let legacy = try #require(CharsetConversion.encoded(text, as: "CP1251"))
    let wide = try #require(CharsetConversion.encoded("\u{FEFF}" + text, as: "UTF-16BE"))
    for bytes in [legacy, wide] {
      let items = try cut(bytes).items
      #expect(try items.map { try FeedReader().pages(of: $0).pages.count } == [1])
      let page = try FeedReader().pages(of: items[0]).pages[0]
      #expect(ArticlePipeline().article(of: page).title.text == "Лёд на озере")
    }
  }

  @Test func `a JSON Feed`() throws {
    let feed = """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Lake News", "items": [
      {"id": "1", "url": "http://lake.example/1", "title": "Ice", "date_published": "2018-09-14T05:01:00Z",
       "authors": [{"name": "Jane Doe"}], "content_html": "<p>The lake froze.</p><p>It is thin.</p>"},
      {"id": "2", "url": "http://lake.example/2", "content_text": "It thawed.", "language": "en"}]}
      """
    var items: [RawItem] = []
    let sink = ItemSink(options: ReadingOptions(), take: { items.append($0) }, note: { _ in })
    try ItemSplitters().split(ByteStream(Array(feed.utf8)), of: "feed.json", into: sink)
    let found = try items.flatMap { try ArticlePipeline().articles(in: $0).articles }
    #expect(found.map(\.url) == ["http://lake.example/1", "http://lake.example/2"])
    #expect(found[0].title.text == "Ice" && found[0].authors == ["Jane Doe"])
    #expect(found[0].published?.date.description == "2018-09-14T05:01Z")
    #expect(found[0].body.map { found[0][$0] } == ["The lake froze.", "It is thin."])
    #expect(found[1].body.map { found[1][$0] } == ["It thawed."])
  }

  @Test(
    "Tells feeds from other files",
    arguments: [
      (" <?xml version='1.0'?>\n<!-- x -->\n<rss>", true), ("<feed xmlns='x'>", true),
      ("<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", true), ("<!DOCTYPE rss []><rss>", true),
      ("<html><body><item>", false), ("The <rss> element", false), ("", false),
      ("{\"items\":[]}", false),
      ("<atom:feed>", true), ("<?xml version='1.0'?><html>", false),
      ("<rdf:RDF><foaf:Person>", false),
    ])
  func recognises(head: String, isFeed: Bool) {
    #expect(FeedSplitter.isFeed(Array(head.utf8)[...]) == isFeed)
  }

  @Test func `any bytes are harmless`() throws {
    var seed: UInt64 = 11
    let parts = [
      "<item>", "</item>", "<rss>", "<![CDATA[", "]]>", "<", ">", "\"", "<title a='", "&#x", ";",
      "<!--", "-->", "<a/>", "</", "<!DOCTYPE [", "\n", "é", "&amp",
    ]
    for _ in 0..<300 {
      var text = "<rss>"
      for _ in 0..<40 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(seed >> 33) % parts.count]
      }
      guard let cut = try? cut(Array(text.utf8), piece: 5) else { continue }
      for item in cut.items { _ = try? FeedReader().pages(of: item) }
      _ = try? FeedReader().pages(of: RawItem(file: "a", bytes: Array(text.utf8)))
    }
  }
}
