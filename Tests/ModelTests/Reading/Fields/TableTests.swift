import Testing

@testable import Model
@testable import TestSupport

@Suite struct TableTests {
  private static let sizes = [1, 2, 3, 7, 1 << 16]

  private let csv = """
    id,Title,Body,date,url
    1,"Lake, closed","He said ""no"".

    A second ""paragraph"".",2019-03-12,http://e.org/a
    2,River open,The river is open.,1552348800,http://e.org/b
    """

  @Test(arguments: sizes)
  func `rows become pages, line breaks in quotes and all`(pieces: Int) throws {
    let split = Split(csv, pieces: pieces)
    #expect(split.items.map(\.firstLine) == [2, 5])
    #expect(split.items.map(\.item) == [0, 1])
    let (pages, findings) = split.pages()
    #expect(findings == [])
    #expect(
      pages.map { String(decoding: $0.text.bytes, as: UTF8.self) } == [
        "Lake, closed\n\nHe said \"no\".\n\nA second \"paragraph\".",
        "River open\n\nThe river is open.",
      ])
    #expect(pages.map { $0.metadata.published?.dayDescription } == ["2019-03-12", "2019-03-12"])
    #expect(pages.map(\.metadata.url) == ["http://e.org/a", "http://e.org/b"])
  }

  @Test(
    "Any delimiter, any line break, with and without a mark at the beginning",
    arguments: [",", ";", "\t", "|"], ["\n", "\r\n"])
  func readsDelimiters(delimiter: String, lineBreak: String) {
    let rows = [
      ["headline", "content", "author"], ["A", "\"x\(delimiter)y\"", "Anna Berg"], ["B", "z", ""],
    ]
    let text = rows.map { $0.joined(separator: delimiter) }.joined(separator: lineBreak) + lineBreak
    for mark in ["", "\u{FEFF}"] {
      let (pages, findings) = Split(mark + text).pages()
      #expect(findings == [])
      #expect(
        pages.map { String(decoding: $0.text.bytes, as: UTF8.self) } == [
          "A\n\nx\(delimiter)y", "B\n\nz",
        ])
      #expect(pages.map(\.metadata.authors) == [["Anna Berg"], []])
    }
  }

  @Test(
    "Other texts are not taken for tables",
    arguments: [
      "Title, text and all, that matters\n\nA story, with commas, was told.\n",
      "Lake, river, sea\nThe lake, the river, the sea.\n",
      "Title, text, date\nThe lake was closed. It was, the mayor said, too thin.\n",
      "Published, updated, author\n\nSome words\n", "title\nLake\n", "text,date\n",
      "By Anna Berg | Example\nMarch 12, 2019 | 10:00\nThe lake was closed.\n",
      "Date: today; author: Anna; text: none.\nx; y; z\n", "name,name\na,b\n",
      "\n\ntitle,text\na,b\n",
    ])
  func leavesOthers(text: String) {
    let split = Split(text)
    #expect(split.texts == [text])
    #expect(split.items.first?.hints.format == nil)
  }

  @Test func `the user's own columns make a table`() {
    let text = "kop,inhoud\nA,Words of it\nB,Others\n"
    #expect(Split(text).items.count == 1)
    var options = ReadingOptions()
    options.fieldNames = ["title": "Kop", "text": "inhoud"]
    let (pages, findings) = Split(text, options: options).pages(options: options)
    #expect(findings == [])
    #expect(
      pages.map { String(decoding: $0.text.bytes, as: UTF8.self) } == [
        "A\n\nWords of it", "B\n\nOthers",
      ])
  }

  @Test func `rows that do not fit are read as far as they go, and named`() {
    let rows = (0..<20).map { "T\($0),words\n" }.joined()
    let (pages, findings) = Split("title,text\n" + rows + "only\n,\nA,b,c\n").pages()
    #expect(pages.count == 22)
    #expect(
      findings.map(\.problem) == [
        .malformed(.line(22), "1 cells where the header has 2"),
        .malformed(
          .line(23), "no column holds a text; name the one that does with --map text=COLUMN"),
        .malformed(.line(24), "3 cells where the header has 2"),
      ])
  }

  @Test(arguments: sizes)
  func `a quotation mark that nothing closes loses no other row`(pieces: Int) {
    var options = ReadingOptions()
    options.largestItem = 200
    let rows = (0..<100).map { "T\($0),words of it\n" }.joined()
    let split = Split(
      "title,text\n" + rows + "x,\"never closed\n" + rows, pieces: pieces, options: options)
    #expect(split.items.count == 200)
    #expect(split.items.last?.firstLine == 202)
    #expect(split.problems == [.itemTooLarge(.line(102), limit: 200)])
    let (pages, findings) = Split("title,text\nA,b\nB,\"c\nC,d\nD,e", pieces: pieces).pages()
    #expect(pages.count == 3)
    #expect(
      findings.map(\.problem) == [
        .malformed(.line(3), "a quotation mark is not closed; it goes on with the next line")
      ])
    #expect(
      Split("title,text\nA,b\nB,\"c", pieces: pieces).pages().findings.map(\.problem)
        == [.malformed(.line(3), "a quotation mark is not closed")])
  }

  @Test(arguments: [
    ("a,b", ["a", "b"]), ("", [""]), (",", ["", ""]), ("\"a\"\"b\",c", ["a\"b", "c"]),
    ("\"a\"x,c", ["ax", "c"]), ("a\"b\",c", ["a\"b\"", "c"]), ("\"\",\"\"", ["", ""]),
    ("\"a,b\",", ["a,b", ""]),
  ])
  func `cells lose their quotation marks`(row: String, cells: [String]) {
    let row = TableRow(Array(row.utf8), delimiter: 0x2C)
    #expect(row.cells.map { String(decoding: $0.bytes, as: UTF8.self) } == cells)
    #expect(!row.isOpen)
  }
}
