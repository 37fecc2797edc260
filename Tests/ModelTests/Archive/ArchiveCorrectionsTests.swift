import Foundation
import Testing

@testable import Model
@testable import TestSupport

/// What a reader puts right is found by filters, counts and names, without a rebuild.
@Suite struct ArchiveCorrectionsTests {
  private static let filters = [
    "person:berg", "person:bergh", "person:\"anna bergh\"", "by:berg", "by:bergh",
    "by:quill said:council", "by:bergh said:council", "said:boat", "said:nobody", "has:quotes",
    "kind:direct", "!by:berg", "is:repeat", "anna bergh", "harbour", "by:varga said:boat",
  ]

  private func check(_ both: BothArchives, _ when: String) throws {
    for filter in Self.filters {
      let (memory, database) = try both.files(filter)
      #expect(memory == database, "\(filter) \(when)")
      let query = try Query(parsing: filter)
      let request = PageRequest(query: query, anchor: .row(0), count: 0)
      #expect(both.memory.page(request).quotes == both.database.page(request).quotes, "\(filter)")
      let names = [both.memory, both.database].map { (archive: any ArticleArchive) in
        archive.names(of: query, limit: 50, ArchiveWork())?.people
          .filter { $0.articles > 0 }.map { "\($0.name) \($0.quotes)" }.sorted()
      }
      #expect(names[0] == names[1], "\(filter) \(when)")
    }
  }

  private func archives(_ marks: MemoryMarks) throws -> (BothArchives, [String: ArticleID]) {
    let both = try BothArchives(BothArchives.files, marks: marks)
    var ids: [String: ArticleID] = [:]
    let all = PageRequest(query: .everything, anchor: .row(0), count: 100)
    for row in both.memory.page(all).rows {
      guard let article = both.memory.article(row.key) else { continue }
      ids[String(article.file.split(separator: "/").last ?? "")] = article.id
    }
    return (both, ids)
  }

  private func put(
    right corrections: [Correction], of article: ArticleID?, _ both: BothArchives,
    _ marks: MemoryMarks
  ) throws {
    let article = try #require(article)
    _ = marks.update([article]) { $1.corrections = corrections }
    both.memory.correct([article])
    let refresh = ArchiveRefresh(both.location, marks: marks)
    #expect(try refresh.takeCorrections())
    #expect(try !refresh.takeCorrections())
  }

  @Test func `a person's new name is found, the old one no more, and undone it is as before`()
    throws
  {
    let marks = MemoryMarks()
    let (both, ids) = try archives(marks)
    try check(both, "before")
    try put(right: [.rename(name: "Anna Berg", to: "Anna Bergh")], of: ids["d.txt"], both, marks)
    #expect(try both.files("by:bergh").database == ["d.txt", "e.txt"])
    try check(both, "after")
    try put(right: [], of: ids["d.txt"], both, marks)
    #expect(try both.files("by:bergh").database == [])
    #expect(try both.files("by:berg").database == ["d.txt", "e.txt"])
    try check(both, "undone")
  }

  @Test func `a quote that goes to somebody else, and one that is none`() throws {
    let marks = MemoryMarks()
    let (both, ids) = try archives(marks)
    let id = try #require(ids["a.txt"])
    let key = try #require(
      both.memory.page(
        PageRequest(query: try Query(parsing: "file:a.txt"), anchor: .row(0), count: 1)
      )
      .rows.first?.key)
    let article = try #require(both.memory.article(key))
    let quote = try #require(article.quotes.first)
    try put(right: [.speaker(of: QuoteAnchor(quote), is: "Tomas Quill")], of: id, both, marks)
    try check(both, "given")
    try put(right: [.notAQuote(QuoteAnchor(quote))], of: id, both, marks)
    try check(both, "taken away")
    #expect(try both.files("by:quill file:a.txt").database == [])
  }

  @Test func `a quote that was missed is found`() throws {
    let marks = MemoryMarks()
    let (both, ids) = try archives(marks)
    let text = try #require(BothArchives.files["c.txt"])
    let words = "The roads are open."
    let start = try #require(text.utf8.firstRange(of: Array(words.utf8))).lowerBound
    let offset = text.utf8.distance(from: text.utf8.startIndex, to: start)
    let anchor = QuoteAnchor(parts: [.init(start: offset, end: offset + words.utf8.count)])
    try put(
      right: [.missedQuote(anchor, speaker: "Ines Varga")], of: ids["c.txt"], both, marks)
    #expect(try both.files("said:roads by:varga").database == ["c.txt"])
    #expect(try both.files("").database.count == BothArchives.files.count)
    try check(both, "missed")
  }

  @Test func `an archive that is made anew knows them at once`() throws {
    let marks = MemoryMarks()
    let (both, ids) = try archives(marks)
    _ = marks.update([try #require(ids["d.txt"])]) {
      $1.corrections = [.rename(name: "Anna Berg", to: "Anna Bergh")]
    }
    let location = ArchiveLocation(
      paths: [both.tree.at("news")], file: both.tree.at("cache/new.archive"))
    try ArchiveRefresh(location, marks: marks).run()
    let anew = try DatabaseArchive(location, marks: marks)
    let request = PageRequest(query: try Query(parsing: "by:bergh"), anchor: .row(0), count: 9)
    #expect(anew.page(request).matching == 2)
    #expect(try !ArchiveRefresh(location, marks: marks).takeCorrections())
  }
}
