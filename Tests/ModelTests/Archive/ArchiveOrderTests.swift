import Model
import Testing

@testable import TestSupport

@Suite struct ArchiveOrderTests {
  /// Days of September 2020, 0 for undated; the file tells the place.
  private func articles(_ days: [Int], from first: Int = 0) -> [Article] {
    days.enumerated().map { index, day in
      let date = ArticleDate(year: 2020, month: 9, day: day)
      return ArticleSketch("= Title \(first + index)\nWord w\(day) stands here.").article(
        file: "f\(first + index)",
        published: date.map { PublicationDate(date: $0, basis: day % 2 == 0 ? .stated : .inferred) }
      )
    }
  }

  private func page(
    _ archive: MemoryArchive, _ filter: String = "", at anchor: PageRequest.Anchor = .row(0),
    count: Int = 1000
  ) throws -> ArticlePage {
    try archive.page(PageRequest(query: Query(parsing: filter), anchor: anchor, count: count))
  }

  @Test(arguments: [1, 2, 3, 7, 100])
  func `the order does not depend on how articles are added`(size: Int) throws {
    let days = (0..<60).map { $0 * 17 % 31 }
    let archive = MemoryArchive()
    for start in stride(from: 0, to: days.count, by: size) {
      archive.add(
        articles(Array(days[start..<min(days.count, start + size)]), from: start),
        findings: [Finding(path: "x\(days[start])", problem: .empty)])
    }
    let rows = try page(archive).rows
    let expected = days.indices.sorted { a, b in
      days[a] == days[b] ? "f\(a)" < "f\(b)" : days[a] > days[b]
    }
    #expect(rows.map(\.key.rawValue) == expected)
    let paths = archive.findings().map(\.path)
    #expect(paths == paths.sorted())
    for (row, shown) in rows.enumerated() {
      let found = try page(archive, at: .article(shown.key, otherwise: 0), count: 1)
      #expect(found.anchorRow == row && found.rows == [shown])
    }
  }

  @Test func `a filtered page counts and places what matches`() throws {
    let archive = MemoryArchive()
    archive.add(articles([3, 4, 3, 0, 5]))
    let found = try page(archive, "w3", at: .article(ArticleKey(rawValue: 2), otherwise: 0))
    #expect(found.matching == 2 && found.total == 5 && found.anchorRow == 1)
    let other = try page(
      archive, "w3", at: .article(ArticleKey(rawValue: 1), otherwise: 1), count: 1)
    #expect(other.anchorRow == nil && other.first == 1)
    #expect(other.rows.map(\.key.rawValue) == [2])
    #expect(
      try page(archive, at: .article(ArticleKey(rawValue: 99), otherwise: 0)).anchorRow == nil)
  }

  @Test func `an inferred date is told apart`() throws {
    let archive = MemoryArchive()
    archive.add(articles([4, 3, 0]))
    #expect(try page(archive).rows.map(\.dateIsInferred) == [false, true, false])
  }
}
