import Testing

@testable import Model
@testable import TestSupport

/// The same answers from a database as from memory.
@Suite struct DatabaseViewsTests {
  private let tree: TemporaryTree
  private let archive: DatabaseArchive
  private let marks = MemoryMarks()

  init() throws {
    tree = try TemporaryTree()
    let location = ArchiveLocation(paths: [tree.at("years")], file: tree.at("test.archive"))
    let writer = try ArchiveWriter(location.file)
    for article in SampleYears.all {
      let file = try writer.begin(article.file, stamp: FileStamp(size: 1, modified: 1))
      try writer.add(
        PreparedArticle(
          article, path: article.file, shownPath: article.file, compression: nil), of: file.id)
    }
    try writer.commit()
    archive = try DatabaseArchive(location, marks: marks)
  }

  @Test(arguments: ViewCases.quotes.indices)
  func `quotes that a filter asks for, in order`(number: Int) throws {
    let it = ViewCases.quotes[number]
    try ViewCases.check(
      archive, filter: it.filter, speaker: it.speaker, order: it.order, words: it.words)
    // Where something was put right the quotes themselves are counted.
    _ = try marks.make(
      .correct(.notAPerson(name: "Nobody")), of: [ArticleID(rawValue: 1)])
    try ViewCases.check(
      archive, filter: it.filter, speaker: it.speaker, order: it.order, words: it.words)
  }

  @Test func `windows are parts of the whole`() { ViewCases.checkWindows(archive) }
  @Test func `names are counted over spellings`() throws { try ViewCases.checkNames(archive) }
  @Test func `months are counted`() throws { try ViewCases.checkTimeline(archive) }
  @Test func `a person is told from all articles`() throws { try ViewCases.checkProfile(archive) }

  @Test func `what was put right is shown`() throws {
    let ids = archive.articles(naming: "Ines Varga")
    _ = try marks.make(.correct(.rename(name: "Ines Varga", to: "Inez Varga")), of: ids)
    #expect(archive.profile(of: "Inez Varga")?.quotes == 5)
    let page = archive.quotes(QuotePageRequest(query: .everything, speaker: "Inez Varga", count: 9))
    #expect(page.matching == 5 && page.rows.allSatisfy { $0.speaker == "Inez Varga" })
  }
}
