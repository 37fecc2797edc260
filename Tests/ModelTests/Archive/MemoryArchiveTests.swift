import Testing

@testable import Model

@Suite struct MemoryArchiveTests {
  private static func article(
    _ file: String, day: Int? = nil, quotes: Int = 0, minutes: Int? = nil
  ) -> Article {
    let date = day.flatMap { ArticleDate(year: 2019, month: 3, day: $0, minutes: minutes) }
    let quote = Quote(
      kind: .direct, spans: [TextSpan(0, 4)], speaker: nil, cue: nil, line: 1, confidence: 1,
      evidence: .quotedWordsAlone)
    return Article(
      id: ArticleID(rawValue: 0), file: file, item: 0, source: SourceText("Lake \(file)"),
      title: Headline(text: "Lake \(file)", span: TextSpan(0, 4), basis: .stated),
      published: date.map { PublicationDate(date: $0, basis: .stated) },
      quotes: Array(repeating: quote, count: quotes))
  }

  private func archive(_ articles: Article...) -> MemoryArchive {
    let archive = MemoryArchive()
    archive.add(articles)
    return archive
  }

  private func titles(
    _ archive: MemoryArchive, _ filter: String = "", from row: Int = 0, count: Int = 100
  ) throws -> [String] {
    let request = PageRequest(query: try Query(parsing: filter), anchor: .row(row), count: count)
    return archive.page(request).rows.map { String($0.title.dropFirst(5)) }
  }

  @Test func `newest comes first, undated last, and files by name`() throws {
    let archive = archive(
      Self.article("e"), Self.article("b", day: 2), Self.article("d"), Self.article("c", day: 9),
      Self.article("a", day: 2), Self.article("f", day: 2, minutes: 600))
    #expect(try titles(archive) == ["c", "f", "a", "b", "d", "e"])
  }

  @Test func `the order does not depend on the batches`() throws {
    let articles = (1...9).map { Self.article("\($0)", day: $0 * 7 % 5 + 1) }
    let one = MemoryArchive()
    one.add(articles)
    let many = MemoryArchive()
    for article in articles.reversed() { many.add([article]) }
    #expect(try titles(one) == titles(many))
  }

  @Test(
    "Gives the rows that are asked for",
    arguments: [
      (0, 3, ["1", "2", "3"]), (3, 3, ["4", "5"]), (2, 3, ["3", "4", "5"]),
      (9, 3, ["3", "4", "5"]),
      (-4, 2, ["1", "2"]), (0, 0, []), (0, -2, []), (0, 99, ["1", "2", "3", "4", "5"]),
    ])
  func pages(row: Int, count: Int, expected: [String]) throws {
    let archive = archive(
      Self.article("5"), Self.article("4"), Self.article("3"), Self.article("2"),
      Self.article("1"))
    let found = try titles(archive, from: row, count: count)
    // The last page is full: it begins early enough.
    #expect(found == (row == 3 ? ["3", "4", "5"] : expected))
  }

  @Test func `a page lies around its anchor`() throws {
    let archive = MemoryArchive()
    archive.add((1...9).map { Self.article("\($0)") })
    let request = PageRequest(
      query: .everything, anchor: .article(ArticleKey(rawValue: 4), otherwise: 0), count: 3)
    let page = archive.page(request)
    #expect(page.anchorRow == 4)
    #expect(page.rows.map(\.key.rawValue) == [3, 4, 5])
    #expect(page.first == 3)
  }

  @Test func `an anchor that the filter hides gives the other row`() throws {
    let archive = MemoryArchive()
    archive.add((1...9).map { Self.article("\($0)") })
    let request = PageRequest(
      query: .not(.word("5", in: .anywhere)),
      anchor: .article(ArticleKey(rawValue: 4), otherwise: 2),
      count: 3)
    let page = archive.page(request)
    #expect(page.anchorRow == nil)
    #expect(page.first == 2)
    #expect(page.matching == 8)
    #expect(page.total == 9)
  }

  @Test func `quotes of matching articles are counted`() throws {
    let archive = archive(
      Self.article("a", quotes: 2), Self.article("b", quotes: 3), Self.article("c"))
    let all = archive.page(PageRequest(query: .everything, anchor: .row(0), count: 1))
    #expect(all.quotes == 5)
    let one = archive.page(
      PageRequest(query: .word("b", in: .anywhere), anchor: .row(0), count: 1))
    #expect(one.quotes == 3)
    #expect(one.matching == 1)
  }

  @Test func `an unknown key opens nothing`() {
    let archive = archive(Self.article("a"))
    #expect(archive.article(ArticleKey(rawValue: 0))?.file == "a")
    #expect(archive.article(ArticleKey(rawValue: 1)) == nil)
    #expect(archive.article(ArticleKey(rawValue: -1)) == nil)
  }

  @Test func `an empty archive has an empty page`() {
    let page = MemoryArchive().page(PageRequest(query: .everything, anchor: .row(5), count: 9))
    #expect(page == ArticlePage())
  }

  @Test func `findings come in the order of the paths`() {
    let archive = MemoryArchive()
    archive.add([], findings: [Finding(path: "b", problem: .empty)])
    archive.add([], findings: [Finding(path: "a", problem: .binary)])
    #expect(archive.findings().map(\.path) == ["a", "b"])
  }
}
