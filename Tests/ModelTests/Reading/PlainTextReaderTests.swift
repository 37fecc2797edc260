import Testing

@testable import Model

@Suite struct PlainTextReaderTests {
  private func read(
    _ bytes: [UInt8]
  ) throws(ReadingError) -> PagesRead {
    try PageReaders().pages(of: RawItem(file: "a.txt", bytes: bytes))
  }

  private func problem(_ bytes: [UInt8]) -> Finding.Problem? {
    do throws(ReadingError) {
      _ = try read(bytes)
      return nil
    } catch {
      return error.finding.problem
    }
  }

  @Test(
    "Refuses what holds no words",
    arguments: ["", " ", "\n\n\n", " \t\r\n\u{C}"])
  func empty(text: String) {
    #expect(problem(Array(text.utf8)) == .empty)
  }

  @Test(
    "Refuses what is not text",
    arguments: [
      [0x61, 0x00, 0x62],
      [0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0x00],
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x01, 0x02, 0x03],
      [UInt8](repeating: 0xFF, count: 40),
    ] as [[UInt8]])
  func binary(bytes: [UInt8]) {
    #expect(problem(bytes) == .binary)
  }

  @Test func `a byte that is not UTF-8 is shown and counted`() throws {
    let found = try read(Array("The café, the b".utf8) + [0xFC] + Array("cher".utf8))
    #expect(
      String(decoding: found.pages[0].text.bytes, as: UTF8.self) == "The café, the b\u{FFFD}cher")
    #expect(found.findings == [Finding(path: "a.txt", problem: .invalidBytes(1))])
    #expect(found.findings.allSatisfy { !$0.isFatal })
  }

  @Test(
    "Reads a text in any character set",
    arguments: ["UTF-16LE", "UTF-16BE", "CP1251", "KOI8-R", "UTF-8"])
  func anySet(charset: String) throws {
    let text = "Озеро закрыто\n\nВ пятницу озеро было закрыто, сообщил министр.\n"
    let bytes = try #require(CharsetConversion.encoded(text, as: charset))
    let found = try read(bytes)
    #expect(String(decoding: found.pages[0].text.bytes, as: UTF8.self) == text)
    #expect(found.findings == [])
  }

  @Test func `a terminal's escape is text, and stays as it is`() throws {
    let found = try read(Array("a lake \u{1B}[31m and more of the lake".utf8))
    #expect(found.pages.count == 1)
    #expect(found.findings == [])
  }

  @Test func `offsets count from the mark of byte order on`() throws {
    let pages = try read(Array("\u{FEFF}Lake closed\n\nThe lake was closed on Friday.\n".utf8))
      .pages
    let article = ArticlePipeline().article(of: pages[0])
    #expect(article.title.text == "Lake closed")
    #expect(article.title.span == TextSpan(3, 14))
  }

  @Test func `a carriage return ends no paragraph and stands in none`() throws {
    let pages = try read(
      Array("Lake closed\r\n\r\nThe lake was closed on Friday.\r\nIt is cold.\r\n".utf8)
    ).pages
    let article = ArticlePipeline().article(of: pages[0])
    #expect(article.title.text == "Lake closed")
    #expect(
      article.body.map { article[$0] } == ["The lake was closed on Friday.", "It is cold."])
  }
}
