import Testing

@testable import Model
@testable import TestSupport

@Suite struct MemoryViewsTests {
  private func archive(_ marks: any MarksSource = NoMarks()) -> MemoryArchive {
    let archive = MemoryArchive(marks: marks)
    archive.add(SampleYears.all)
    return archive
  }

  @Test(arguments: ViewCases.quotes.indices)
  func `quotes that a filter asks for, in order`(number: Int) throws {
    let it = ViewCases.quotes[number]
    try ViewCases.check(
      archive(), filter: it.filter, speaker: it.speaker, order: it.order, words: it.words)
  }

  @Test func `windows are parts of the whole`() { ViewCases.checkWindows(archive()) }
  @Test func `names are counted over spellings`() throws { try ViewCases.checkNames(archive()) }
  @Test func `months are counted`() throws { try ViewCases.checkTimeline(archive()) }
  @Test func `a person is told from all articles`() throws {
    try ViewCases.checkProfile(archive())
  }

  @Test func `what was put right shows at once, and when articles are read anew`() throws {
    let marks = MemoryMarks()
    let archive = archive(marks)
    let ids = archive.articles(naming: "Ines Varga")
    let step = try marks.make(.correct(.rename(name: "Ines Varga", to: "Inez Varga")), of: ids)
    #expect(step.before.count == 5)
    #expect(archive.profile(of: "Ines Varga") != nil)
    archive.correct(Set(ids))
    #expect(archive.profile(of: "Ines Varga") == nil)
    #expect(archive.profile(of: "Inez Varga")?.quotes == 5)
    let rebuilt = self.archive(marks)
    #expect(rebuilt.profile(of: "Inez Varga")?.quotes == 5)
    try marks.undo(step)
    archive.correct(Set(ids))
    #expect(archive.profile(of: "Ines Varga")?.quotes == 5)
  }

  @Test func `marks are part of a filter`() throws {
    let marks = MemoryMarks()
    let archive = archive(marks)
    let id = try #require(archive.articles(naming: "Ada Brook").first)
    _ = try marks.make(.tag("Benches"), of: [id])
    let page = archive.page(
      PageRequest(query: try Query(parsing: "tag:bench"), anchor: .row(0), count: 9))
    #expect(page.rows.map(\.id) == [id] && page.rows.first?.marks.tags == ["Benches"])
  }
}
