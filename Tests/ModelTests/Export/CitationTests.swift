import Foundation
import Testing

@testable import Model

@Suite struct CitationTests {
  private static let hostile = """
    =HYPERLINK("http://x") {\\input} <script>alert(1)</script>

    PORT HALVARD, March 4 (Example) — The chair, Ines Varga, spoke.

    “We \u{1B}[31mkeep & run 100% of_it,” Varga said.
    """

  private var article: Article {
    var article = ArticlePipeline().article(
      of: SourcePage(file: "a, \"b\".txt", text: SourceText(Self.hostile)))
    article.agency = "=cmd|'/c calc'!A1"
    article.published = ArticleDate(year: 2019, month: 3, day: 4).map {
      PublicationDate(date: $0, basis: .stated)
    }
    article.url = "https://example.org/?a=1&b=<2>"
    return article
  }

  @Test func `no form lets a control through`() throws {
    let quote = try #require(article.quotes.first)
    for form in Citation.Form.allCases {
      let text = Citation(of: article, quote: quote).text(form)
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(form)")
      #expect(text.contains("2019"))
    }
  }

  @Test func `CSL is JSON that says what is known`() throws {
    let text = Citation(of: article).text(.csl)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["type"] as? String == "article-newspaper")
    let issued = object["issued"] as? [String: Any]
    #expect(issued?["date-parts"] as? [[Int]] == [[2019, 3, 4]])
    // An address that could break out of a document is no link.
    #expect(object["URL"] == nil)
  }

  @Test func `TeX and Markdown are escaped`() {
    let citation = Citation(of: article, quote: article.quotes.first)
    #expect(citation.text(.bibtex).contains("100\\% of\\_it"))
    #expect(!citation.text(.bibtex).contains("\\input"))
    #expect(citation.text(.markdown).contains("\\<script\\>"))
  }

  @Test func `a page runs nothing`() {
    let html = String(decoding: ExportFormat.html.bytes(of: article), as: UTF8.self)
    #expect(!html.contains("<script") && html.contains("&lt;script&gt;"))
    #expect(!html.contains("href"))
  }

  @Test func `no field of a table is a formula`() {
    let csv = String(decoding: ExportFormat.csv.bytes(of: article), as: UTF8.self)
    #expect(csv.hasSuffix("\r\n"))
    #expect(
      csv.contains("\"'=cmd|'/c calc'!A1\"") && csv.contains("\"'=HYPERLINK(\"\"http://x\"\")"))
    #expect(csv.contains("\"a, \"\"b\"\".txt\""))
  }

  @Test(arguments: [
    ("a.md", ExportFormat.md), ("x/y.HTML", .html), ("q.csv", .csv), ("r.bib", .bibtex),
    ("s.jsonl", .jsonl),
  ])
  func `the end of a path says the form`(path: String, format: ExportFormat) {
    #expect(ExportFormat(path: path) == format)
  }

  @Test(arguments: ["a", "a.doc", "x.md/y", ""])
  func `other paths say none`(path: String) { #expect(ExportFormat(path: path) == nil) }
}
