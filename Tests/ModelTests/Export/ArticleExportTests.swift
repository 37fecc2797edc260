import Foundation
import Testing

@testable import Model

@Suite struct ArticleExportTests {
  /// Beyond ASCII before every span, so that bytes and code points differ.
  private static let source = """
    Café 😀 schließt

    «Das „Eis“ ist dünn», Mayor José Núñez said on Friday.
    """

  private func article(_ text: String = source) -> Article {
    ArticlePipeline().article(of: SourcePage(file: "café.txt", text: SourceText(text)))
  }

  private func object(_ article: Article, includingSource: Bool = false) throws -> [String: Any] {
    let line = ArticleExport.jsonLines(for: article, includingSource: includingSource)
    let object = try JSONSerialization.jsonObject(with: Data(line))
    return try #require(object as? [String: Any])
  }

  /// The keys of the outermost object, in the order in which they stand.
  private func keys(_ line: [UInt8]) -> [String] {
    var keys: [String] = []
    var depth = 0
    var string: [UInt8]?
    var last = ""
    var isEscaped = false
    for byte in line {
      if string != nil {
        if byte == 0x22, !isEscaped {
          last = String(decoding: string ?? [], as: UTF8.self)
          string = nil
        } else {
          string?.append(byte)
        }
        isEscaped = byte == 0x5C && !isEscaped
      } else if byte == 0x22 {
        string = []
      } else if byte == 0x7B || byte == 0x5B {
        depth += 1
      } else if byte == 0x7D || byte == 0x5D {
        depth -= 1
      } else if byte == 0x3A, depth == 1 {
        keys.append(last)
      }
    }
    return keys
  }

  @Test func `all keys stand in the order of the contract`() {
    let wanted = [
      "schema", "id", "file", "item", "title", "title_basis", "agency", "authors", "url", "section",
      "language", "dateline", "published", "published_basis", "published_note", "text", "body",
      "removed", "people", "organisations", "quotes",
    ]
    #expect(keys(ArticleExport.jsonLines(for: article())) == wanted)
    #expect(
      keys(ArticleExport.jsonLines(for: article(), includingSource: true))
        == wanted + ["source_text"])
  }

  @Test func `what is not there is null or empty`() throws {
    let found = try object(
      Article(
        id: ArticleID(rawValue: 7), file: "a.txt", item: 0, source: SourceText("Lake"),
        title: Headline(text: "Lake", span: nil, basis: .derived)))
    for key in [
      "agency", "url", "section", "language", "dateline", "published", "published_basis",
      "published_note",
    ] {
      #expect(found[key] is NSNull, "\(key)")
    }
    for key in ["authors", "body", "removed", "people", "organisations", "quotes"] {
      #expect((found[key] as? [Any])?.isEmpty == true, "\(key)")
    }
    #expect(found["schema"] as? Int == 1)
    #expect(found["id"] as? String == "0000000000000007")
    #expect(found["text"] as? String == "")
  }

  @Test func `offsets count code points`() throws {
    let article = article()
    let found = try object(article, includingSource: true)
    let scalars = Array(try #require(found["source_text"] as? String).unicodeScalars)
    #expect(scalars.elementsEqual(Self.source.unicodeScalars))
    func words(_ span: Any?) throws -> String {
      let span = try #require(span as? [String: Any])
      let (start, end) = (span["start"] as? Int, span["end"] as? Int)
      let range = try #require(start)..<(try #require(end))
      return String(String.UnicodeScalarView(scalars[range]))
    }
    let quote = try #require((found["quotes"] as? [[String: Any]])?.first)
    #expect(try words((quote["spans"] as? [Any])?.first) == "Das „Eis“ ist dünn")
    #expect(quote["text"] as? String == "Das „Eis“ ist dünn")
    #expect(try words(quote["cue"]) == "said")
    let speaker = try #require(quote["speaker"] as? [String: Any])
    #expect(try words(speaker) == speaker["text"] as? String)
    #expect(speaker["name"] as? String == "José Núñez")
    #expect(speaker["type"] as? String == "person")
    let person = try #require((found["people"] as? [[String: Any]])?.first)
    #expect(try words((person["mentions"] as? [Any])?.first) == "José Núñez")
    #expect(try words((found["body"] as? [Any])?.first) == found["text"] as? String)
  }

  @Test func `parts of a quote are joined by an ellipsis`() throws {
    let found = try object(
      article(
        "Lake closed\n\n\"The ice,\" Anna Berg said, \"is thin.\"\n\nThe lake is closed now."))
    let quote = try #require((found["quotes"] as? [[String: Any]])?.first)
    #expect(quote["text"] as? String == "The ice … is thin.")
    #expect((quote["spans"] as? [Any])?.count == 2)
    #expect(quote["line"] as? Int == 3)
    #expect(
      found["text"] as? String == """
        "The ice," Anna Berg said, "is thin."

        The lake is closed now.
        """)
  }

  @Test func `a line is one line and ends in a line feed`() {
    let line = ArticleExport.jsonLines(
      for: article("Lake\r\n\r\n\"A \\ tab\there\u{1B}\u{7F}\u{2028}\",\r\nsaid nobody."))
    #expect(line.filter { $0 == 0x0A }.count == 1)
    #expect(line.last == 0x0A)
    #expect(!line.dropLast().contains { $0 < 0x20 || $0 == 0x7F })
  }

  @Test(
    "Escapes what JSON does not take",
    arguments: [
      ("a\"b", #""a\"b""#), (#"a\b"#, #""a\\b""#), ("a\nb\rc\td", #""a\nb\rc\td""#),
      ("\u{1B}\u{0}\u{1F}\u{7F}", #""\u001b\u0000\u001f\u007f""#), ("é😀/", #""é😀/""#),
      ("", #""""#),
    ])
  func escapes(text: String, json: String) {
    var bytes = JSONBytes()
    bytes.value(text)
    #expect(String(decoding: bytes.bytes, as: UTF8.self) == json)
  }

  @Test(
    "Writes shares with at most three decimals",
    arguments: [
      (0, "0"), (1, "1"), (0.9, "0.9"), (0.85, "0.85"), (0.1234, "0.123"), (0.0004, "0"),
      (0.9996, "1"), (-1, "0"), (2, "1"), (0.05, "0.05"),
    ])
  func shares(value: Double, json: String) {
    var bytes = JSONBytes()
    bytes.value(share: value)
    #expect(String(decoding: bytes.bytes, as: UTF8.self) == json)
  }

  @Test func `code points are counted across the blocks of the table`() {
    for unit in ["a", "é", "湖", "😀", "aé湖😀"] {
      let text = String(repeating: unit, count: 700)
      let offsets = CodePointOffsets(Array(text.utf8))
      var (bytes, points) = (0, 0)
      for scalar in text.unicodeScalars {
        #expect(offsets(bytes) == points)
        bytes += String(scalar).utf8.count
        points += 1
      }
      #expect(offsets(bytes) == points)
    }
  }

  @Test func `the same words give the same identifier wherever they lie`() {
    let one = article("Lake closed\n\nThe lake was closed.\n\nIt froze again.")
    var page = SourcePage(
      file: "other",
      text: SourceText("  Lake  closed\n\n\n\nThe lake was\tclosed.\n\nIt froze again.\n"))
    page.item = 3
    #expect(ArticlePipeline().article(of: page).id == one.id)
    #expect(article("Lake closed\n\nThe lake was open.\n\nIt froze again.").id != one.id)
  }
}
