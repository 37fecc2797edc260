import Testing

@testable import Model

@Suite struct HTMLFragmentTests {
  /// The blocks of a piece as lines of kind and words.
  private func blocks(_ html: String) -> [String] {
    let (text, structure, _) = HTMLFragment.read(Array(html.utf8), base: nil, firstLine: 1)
    return structure.blocks.map { block in
      let words = String(decoding: text[block.span.range], as: UTF8.self)
      let removal = block.removal.map { "-\($0.rawValue) " } ?? ""
      return switch block.kind {
      case .paragraph: "\(removal)p \(words)"
      case .heading(let level): "\(removal)h\(level) \(words)"
      case .listItem(let depth, let number):
        "\(removal)li \(depth) \(number.map { "\($0)." } ?? "•") \(words)"
      case .blockQuote: "\(removal)quote \(words)"
      case .tableRow: "\(removal)row \(words)"
      case .preformatted: "\(removal)pre \(words)"
      case .standfirst: "\(removal)standfirst \(words)"
      }
    }
  }

  @Test(
    "Tells blocks apart",
    arguments: [
      ("The lake  was\n closed.", ["p The lake was closed."]),
      ("<p>One<p>Two", ["p One", "p Two"]),
      ("One<br>more<br> <br>Two", ["p One\nmore", "p Two"]),
      ("<h2>Ice</h2>Thin <b>ice</b>.", ["h2 Ice", "p Thin ice."]),
      (
        "<ul><li>One<ul><li>Inner</ul><li><p>Two<p>more</ul>",
        ["li 0 • One", "li 1 • Inner", "li 0 • Two", "p more"]
      ),
      (
        "<ol start=3><li>One<li>Two<li value=9>Three<li>Four</ol>",
        ["li 0 3. One", "li 0 4. Two", "li 0 9. Three", "li 0 10. Four"]
      ),
      ("<blockquote><p>One<p>Two</blockquote>", ["quote One", "quote Two"]),
      (
        "<table><tr><th>Lake<th>Ice<tr><td> A <td><p>4 cm</p><tr><td>B<td><td>9</table>",
        ["row Lake\tIce", "row A\t4 cm", "row B\t\t9"]
      ),
      (
        "<table role=presentation><tr><td>One<td>Two</table>", ["p One", "p Two"]
      ),
      ("<pre>\n  a\n\n b </pre>", ["pre   a\n\n b"]),
      ("a &amp; b &lt;c&gt; &eacute;&#8212;&#x201C;d&rdquo; &nbsp;", ["p a & b <c> é—“d”"]),
      ("<script>no()</script><style>p{}</style>Yes<noscript>no</noscript>", ["p Yes"]),
      (
        "Yes<p hidden>no<p style='DISPLAY : none'>no<p>yes",
        ["p Yes", "-other p no", "-other p no", "p yes"]
      ),
      ("<p>&nbsp;</p><p>\u{200B}</p>", []),
      ("", []),
      ("<b><p>One</b>Two", ["p OneTwo"]),
      ("<p>Mr<!-- no --> A<p>B", ["p Mr A", "p B"]),
    ] as [(String, [String])])
  func blocks(html: String, expected: [String]) {
    #expect(blocks(html) == expected)
  }

  @Test func `blocks stand apart, items and rows close together`() {
    let (text, _, _) = HTMLFragment.read(
      Array("<p>One<ul><li>a<li>b</ul><p>Two".utf8), base: nil, firstLine: 1)
    #expect(String(decoding: text, as: UTF8.self) == "One\n\na\nb\n\nTwo")
  }

  @Test func `links have their words and whole addresses`() {
    let html = """
      <p>See <a href="/b/../c?d=1">the <b>report</b> </a>and <a href="#top">up</a>,
      <a href="javascript:x()">no</a>, <a href="mailto:a@b.example">mail</a>,
      <a href="//c.example/x">other</a>, <a href="d.html"><p>block</p></a>
      """
    let (text, structure, _) = HTMLFragment.read(
      Array(html.utf8), base: "https://news.example/a/x.html?y", firstLine: 1)
    let links = structure.links.map {
      String(decoding: text[$0.span.range], as: UTF8.self) + " " + $0.url
    }
    #expect(
      links == [
        "the report https://news.example/c?d=1", "mail mailto:a@b.example",
        "other https://c.example/x", "block https://news.example/a/d.html",
      ])
  }

  @Test func `each word has the line of the file`() {
    let html = "<p>One\ntwo</p>\n\n<p>three &amp; four</p>\n<pre>\nfive\nsix</pre>"
    let (text, _, lines) = HTMLFragment.read(Array(html.utf8), base: nil, firstLine: 11)
    let source = SourceText(validUTF8: text, origin: .marks(lines))
    let found = ["One", "two", "three", "four", "five", "six"].map { word in
      let text = String(decoding: source.bytes, as: UTF8.self)
      let at = text.utf8.distance(
        from: text.startIndex, to: text.range(of: word)?.lowerBound ?? text.endIndex)
      return source.line(at: at)
    }
    #expect(found == [11, 12, 14, 14, 16, 17])
  }

  @Test(
    "Takes what no parser should be given",
    arguments: [
      "<div>", "<b>", "<b a=%>", "<a>", "<table>", "<ul><li>", "<p><i x=%>", "</p>", "<svg>",
    ])
  func nested(tag: String) {
    var html = ""
    for number in 0..<100_000 { html += tag.replacing("%", with: "\(number)") }
    let (text, _, _) = HTMLFragment.read(Array((html + "word").utf8), base: nil, firstLine: 1)
    #expect(tag == "<svg>" || String(decoding: text, as: UTF8.self).hasSuffix("word"))
  }

  @Test func `a tag of a hundred thousand attributes`() {
    var html = "<p"
    for number in 0..<100_000 { html += " a\(number)=1" }
    let (text, _, _) = HTMLFragment.read(Array((html + ">word").utf8), base: nil, firstLine: 1)
    #expect(String(decoding: text, as: UTF8.self) == "word")
  }
}
