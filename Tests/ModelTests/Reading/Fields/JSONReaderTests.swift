import Testing

@testable import Model
@testable import TestSupport

@Suite struct JSONReaderTests {
  private func page(_ json: String, options: ReadingOptions = .init()) throws -> SourcePage {
    var item = RawItem(file: "x.jsonl", bytes: Array(json.utf8), firstLine: 7)
    item.hints.format = .json
    return try #require(try JSONReader(options: options).pages(of: item).pages.first)
  }

  private func problem(_ json: String) -> Finding.Problem? {
    var item = RawItem(file: "x.jsonl", bytes: Array(json.utf8), firstLine: 7)
    item.hints.format = .json
    do throws(ReadingError) {
      _ = try JSONReader().pages(of: item)
      return nil
    } catch {
      return error.finding.problem
    }
  }

  private func title(_ page: SourcePage) -> String? { page.structure?.title.map { page.text[$0] } }
  private func text(_ page: SourcePage) -> String {
    String(decoding: page.text.bytes, as: UTF8.self)
  }

  @Test(
    "The names that corpora use are known",
    arguments: [
      // CC-News, news-please, NewsAPI, schema.org, newspaper3k, the New York Times, the Guardian.
      #"{"title":"T","text":"B","date":1552348800,"author":"Anna Berg","url":"http://e.org/a","source":"E","section":"S","language":"en"}"#,
      #"{"title":"T","maintext":"B","date_publish":"2019-03-12","authors":["Anna Berg"],"url":"http://e.org/a","source_domain":"E","category":"S","language":"en"}"#,
      #"{"source":{"id":null,"name":"E"},"author":"Anna Berg","title":"T","description":"D","url":"http://e.org/a","publishedAt":"2019-03-12","content":"B","section":"S","lang":"en"}"#,
      #"{"@type":"NewsArticle","headline":"T","articleBody":"B","datePublished":"2019-03-12","author":{"@type":"Person","name":"Anna Berg"},"publisher":{"name":"E"},"mainEntity":1,"url":"http://e.org/a","articleSection":"S","inLanguage":"en"}"#,
      #"{"Title":"T","Body":"B","Pub_Date":"2019-03-12","Byline":"By Anna Berg","link":"http://e.org/a","publication":"E","section":"S","Language":"English"}"#,
      #"{"headline":{"main":"T"},"body":"B","pub_date":"2019-03-12","byline":{"original":"By Anna Berg"},"web_url":"http://e.org/a","source":"E","section_name":"S","lang":"en"}"#,
      #"{"title":{"rendered":"T"},"content":{"rendered":"B"},"date":"2019-03-12","authors":[{"name":"Anna Berg"}],"link":"http://e.org/a","site_name":"E","categories":["S"],"lang":"en"}"#,
      #"{"title":"T","paragraphs":["B"],"timestamp":1552348800000,"authors":[{"first_name":"Anna","last_name":"Berg"}],"permalink":"http://e.org/a","newspaper":"E","topic":"S","language":"en"}"#,
    ])
  func knowsNames(json: String) throws {
    let page = try page(json)
    #expect(title(page) == "T")
    #expect(text(page) == "T\n\nB")
    #expect(page.metadata.published?.dayDescription == "2019-03-12")
    #expect(page.metadata.authors == ["Anna Berg"])
    #expect(page.metadata.url == "http://e.org/a")
    #expect(page.metadata.agency == "E")
    #expect(page.metadata.section == "S")
    #expect(page.metadata.language == "en")
  }

  @Test func `the better name counts, wherever it stands`() throws {
    let page = try page(#"{"description":"D","name":"N","content":"C","text":"","headline":"H"}"#)
    #expect(title(page) == "H")
    #expect(text(page) == "H\n\nC")
    #expect(text(try self.page(#"{"title":"T","description":"D"}"#)) == "T\n\nD")
  }

  @Test func `a headline alone is the article`() throws {
    let page = try page(#"{"title":"Lake closed"}"#)
    #expect(CleanText(cleaning: page).body.map { page.text[$0] } == ["Lake closed"])
  }

  @Test func `the user's own names come first, dotted ones too`() throws {
    var options = ReadingOptions()
    options.fieldNames = ["text": "payload.parts.words", "title": "Kop", "source": "a.b"]
    let json =
      #"{"text":"no","title":"no","kop":"T","payload":{"parts":[{"words":"A"},{"words":"B"}]},"a.b":"E"}"#
    let page = try page(json, options: options)
    #expect(text(page) == "T\n\nA\n\nB")
    #expect(page.metadata.agency == "E")
  }

  @Test(
    "Escapes become characters, and what is none becomes U+FFFD",
    arguments: [
      (#"a\u00e9\u20AC\ud83d\ude00b"#, "aé€😀b"), (#"\ud83d x"#, "\u{FFFD} x"),
      (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"), (#"\ud83d\u0041"#, "\u{FFFD}A"),
      (#"\u0000"#, "\u{FFFD}"), (#"\"\\\/\'"#, "\"\\/'"), (#"a\qb\u12"#, #"a\qb\u12"#),
      (#"a\tb\nc"#, "a\tb\nc"), (#"\u00zz"#, #"\u00zz"#),
    ])
  func unescapes(escaped: String, expected: String) throws {
    let page = try page("{\"text\":\"x\(escaped)x\"}")
    #expect(text(page) == "x\(expected)x")
  }

  @Test func `NUL is shown and counted`() throws {
    var item = RawItem(file: "x", bytes: Array("{\"text\":\"a\0b\0\"}".utf8))
    item.hints.format = .json
    let read = try JSONReader().pages(of: item)
    #expect(read.pages.count == 1)
    #expect(read.findings == [Finding(path: "x", problem: .invalidBytes(2))])
  }

  @Test(
    "What is not JSON is said with its line",
    arguments: [
      ("{\"text\": broken}", 7), ("{\"text\": \"a\"", 7), ("{\"text\": \"a", 7), ("[]", 7),
      ("x", 7),
      ("{\"a\": 1,\n\"text\" 2}", 8), ("{\"text\": \"a\"} x", 7), ("{\"a\": tru}", 7),
      ("{1: 2}", 7), ("{\"text\": 'a'}", 7),
    ])
  func saysLine(json: String, line: Int) {
    guard case .malformed(.line(line), let words)? = problem(json) else {
      Issue.record("\(String(describing: problem(json)))")
      return
    }
    #expect(words.hasPrefix("not JSON: ") || words.hasPrefix("no field"))
  }

  @Test func `what is almost JSON is read`() throws {
    #expect(text(try page("{\"text\": \"a\", \"x\": NaN, \"y\": [1,2,], }")) == "a")
    #expect(text(try page("\u{FEFF} {\"text\": \"a\nb\"}")) == "a\nb")
    #expect(text(try page("{\"text\": \"a\", \"text\": \"b\"}")) == "a")
  }

  @Test func `an object without words is named with what to try`() {
    #expect(
      problem("{\"x\": 1, \"title\": \"  \"}")
        == .malformed(
          .line(7), "no field holds a text; name the one that does with --map text=FIELD"))
  }

  @Test func `deep nesting is refused where it must be read, and passed over elsewhere`() {
    let deep = String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000)
    #expect(problem("{\"text\": \(deep)}") == .malformed(.line(7), "not JSON: nested too deep"))
    #expect(problem("{\"x\": \(deep), \"text\": \"a\"}") == nil)
  }

  @Test func `words stand on the line of the file that holds them`() throws {
    let page = try page("{\n\"title\":\n\"T\",\n\"paragraphs\": [\"A\\n\\nA\",\n\"B\"]}")
    #expect(text(page) == "T\n\nA\n\nA\n\nB")
    #expect([0, 3, 6, 9].map { page.text.line(at: $0) } == [9, 10, 10, 11])
  }

  @Test func `a field that holds HTML is read as HTML`() throws {
    let page = try page(
      #"{"title":"T &amp; U","content":"<p>One <a href=\"http://e.org\">two</a>.</p>"}"#)
    #expect(title(page) == "T & U")
    #expect(!text(page).contains("<p>"))
    #expect(CleanText(cleaning: page).body.map { page.text[$0] } == ["One two."])
    #expect(text(try self.page(#"{"text":"a < b and c > d, x<y"}"#)) == "a < b and c > d, x<y")
  }

  @Test func `an export of this program is read back`() throws {
    let source = SourcePage(
      file: "a.txt",
      text: SourceText(
        """
        Lake closed

        OSLO, March 12, 2019 (Example) — The lake was closed on Tuesday.

        "The ice is thin," Mayor Anna Berg said.
        """))
    let article = ArticlePipeline().article(of: source)
    let page = try page(String(decoding: ArticleExport.jsonLines(for: article), as: UTF8.self))
    let again = ArticlePipeline().article(of: page)
    #expect(again.title.text == article.title.text)
    #expect(again.body.map { again[$0] } == article.body.map { article[$0] })
    #expect(again.published?.date.dayDescription == article.published?.date.dayDescription)
    #expect(again.agency == article.agency)
    #expect(again.quotes.count == article.quotes.count)
    #expect(again.id == article.id)
  }
}
