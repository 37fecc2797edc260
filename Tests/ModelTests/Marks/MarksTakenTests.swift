import Foundation
import GRDB
import Testing

@testable import Model
@testable import TestSupport

/// Marks on two machines, places of reading, and files of marks that are damaged.
@Suite struct MarksTakenTests {
  private static let article = ArticleID(rawValue: 0xFEDC_BA98_7654_3210)

  private func files(_ tree: TemporaryTree) -> (MarksFile, MarksFile) {
    (MarksFile(path: tree.at("one.sqlite")), MarksFile(path: tree.at("two.sqlite")))
  }

  /// By way of JSON, as the command does.
  private func export(_ marks: MarksFile) throws -> MarksExport {
    try JSONDecoder().decode(MarksExport.self, from: try JSONEncoder().encode(marks.export()))
  }

  @Test func `two machines come to the same marks, whichever imports first`() throws {
    let tree = try TemporaryTree()
    let (one, two) = files(tree)
    try one.change(Self.article, label: ArticleLabel(title: "Ferry", file: "news/a.txt")) {
      $0.isStarred = true
      $0.tags = ["boats"]
    }
    try one.save([SavedFilter(name: "f", filter: "old")])
    usleep(5000)
    try two.change(Self.article) {
      $0.note = "call back"
      $0.tags = ["harbour"]
    }
    try two.save([SavedFilter(name: "f", filter: "new")])
    let (first, second) = (try export(one), try export(two))
    #expect(try one.take(second) == MarksTaken(articles: 1, filters: 1))
    #expect(try two.take(first).articles == 1)
    for marks in [one, two] {
      let mine = marks.marks(of: Self.article)
      #expect(mine.isStarred && mine.note == "call back" && mine.tags == ["harbour"])
      #expect(marks.filters.map(\.filter) == ["new"])
      #expect(marks.export().articles.first?.title == "Ferry")
      #expect(marks.export().articles.first?.file == "news/a.txt")
    }
    #expect(try one.take(try export(two)) == MarksTaken(articlesKept: 1, filtersKept: 1))
  }

  @Test func `what was taken away later stays away`() throws {
    let tree = try TemporaryTree()
    let (one, two) = files(tree)
    try one.change(Self.article) { $0.isStarred = true }
    try one.save([SavedFilter(name: "f", filter: "ferry")])
    _ = try two.take(try export(one))
    #expect(two.marks(of: Self.article).isStarred && two.filters.count == 1)
    usleep(5000)
    try two.change(Self.article) { $0.isStarred = false }
    try two.save([SavedFilter(name: "f", filter: "")])
    _ = try two.take(try export(one))
    #expect(!two.marks(of: Self.article).isStarred && two.filters.isEmpty)
    _ = try one.take(try export(two))
    #expect(!one.marks(of: Self.article).isStarred && one.filters.isEmpty)
  }

  @Test func `an export without times fills what is empty and replaces nothing`() throws {
    let tree = try TemporaryTree()
    let (one, _) = files(tree)
    try one.change(Self.article) { $0.note = "mine" }
    let old = """
      {"version": 1, "filters": [{"name": "f", "filter": "ferry"}], "articles": [
        {"content": "fedcba9876543210", "title": "Ferry",
         "marks": {"isStarred": true, "isRead": false, "note": "theirs", "tags": [],
                   "corrections": []}}]}
      """
    let marks = try JSONDecoder().decode(MarksExport.self, from: Data(old.utf8))
    #expect(try one.take(marks) == MarksTaken(articles: 1, filters: 1))
    #expect(one.marks(of: Self.article).isStarred && one.marks(of: Self.article).note == "mine")
  }

  @Test func `places are kept without being asked twice, and change no list`() throws {
    let tree = try TemporaryTree()
    let (one, _) = files(tree)
    try one.change(Self.article) { $0.isRead = true }
    let version = one.version
    one.keepPlace(40, of: Self.article)
    one.keepPlace(80, of: Self.article)
    #expect(one.places == [Self.article: 80] && one.version == version)
    // Nobody flushes: it comes to the disk by itself.
    var found: Int?
    for _ in 0..<100 where found == nil {
      usleep(20_000)
      found = MarksFile(path: tree.at("one.sqlite")).places[Self.article]
    }
    #expect(found == 80)
    one.keepPlace(nil, of: Self.article)
    one.finish()
    #expect(MarksFile(path: tree.at("one.sqlite")).places == [:])
    #expect(MarksFile(path: tree.at("one.sqlite")).marks(of: Self.article).isRead)
  }

  @Test func `another program's marks are seen`() throws {
    let tree = try TemporaryTree()
    let one = MarksFile(path: tree.at("one.sqlite"))
    let other = MarksFile(path: tree.at("one.sqlite"))
    try one.change(Self.article) { $0.isStarred = true }
    var isSeen = false
    for _ in 0..<100 where !isSeen {
      usleep(20_000)
      isSeen = other.marks(of: Self.article).isStarred
    }
    #expect(isSeen)
    try other.change(Self.article) { $0.note = "x" }
    #expect(other.marks(of: Self.article).isStarred)
  }

  @Test func `a file of an older version keeps its marks`() throws {
    let tree = try TemporaryTree()
    let path = tree.at("one.sqlite")
    let queue = try DatabaseQueue(path: path)
    try MarksSchema.migrator.migrate(queue, upTo: "1")
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO articles VALUES (?, 1, 0, NULL, '', 'Ferry');
          """, arguments: [Int64(bitPattern: Self.article.rawValue)])
      try db.execute(sql: "INSERT INTO filters VALUES ('f', 'ferry')")
    }
    try queue.close()
    let marks = MarksFile(path: path)
    #expect(marks.marks(of: Self.article).isStarred)
    #expect(marks.filters.map(\.name) == ["f"])
    try marks.change(Self.article) { $0.note = "new" }
    #expect(MarksFile(path: path).marks(of: Self.article).isStarred)
  }

  @Test func `a damaged file is laid aside, and what can be read of it goes on`() throws {
    let tree = try TemporaryTree()
    let path = tree.at("one.sqlite")
    let marks = MarksFile(path: path)
    _ = try marks.update((1...3000).map { ArticleID(rawValue: $0) }) { article, marks in
      marks.isRead = true
      marks.note = "note \(article)"
    }
    let sound = try Data(contentsOf: URL(fileURLWithPath: path))
    var broken = sound
    // Pages in the middle of the largest table.
    let middle = sound.count / 2 / 4096 * 4096
    broken.replaceSubrange(middle..<middle + 8192, with: [UInt8](repeating: 0xA5, count: 8192))
    try broken.write(to: URL(fileURLWithPath: path))
    let mended = MarksFile(path: path)
    let left = mended.articles(.noted).count
    #expect(left > 500 && left < 3000, "\(left) of \(sound.count) bytes")
    let repair = try #require(mended.repair)
    #expect(repair.articles == left && repair.words.contains(repair.copy))
    #expect(try Data(contentsOf: URL(fileURLWithPath: repair.copy)) == broken)
    #expect(mended.failure == nil)
    try mended.change(Self.article) { $0.isStarred = true }
    #expect(MarksFile(path: path).articles(.noted).count == left)
  }

  @Test func `a file that is no file of marks is laid aside whole`() throws {
    let tree = try TemporaryTree()
    try tree.write(String(repeating: "no database ", count: 500), to: "one.sqlite")
    let marks = MarksFile(path: tree.at("one.sqlite"))
    #expect(marks.articles(.starred).isEmpty)
    let repair = try #require(marks.repair)
    #expect(repair.articles == 0)
    #expect(FileManager.default.fileExists(atPath: repair.copy))
    try marks.change(Self.article) { $0.isStarred = true }
    #expect(marks.failure == nil)
  }

  @Test func `marks of a newer version are left alone`() throws {
    let tree = try TemporaryTree()
    let path = tree.at("one.sqlite")
    try MarksFile(path: path).change(Self.article) { $0.isStarred = true }
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try file.seek(toOffset: 60)
    try file.write(contentsOf: Data([0, 0, 0, 99]))
    try file.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let marks = MarksFile(path: path)
    let failure = try #require(marks.failure)
    #expect(failure.problem == .newer(99) && !failure.isMendedByRebuilding)
    #expect(!failure.words.contains("--rebuild"))
    #expect(throws: ArchiveError.self) { try marks.change(Self.article) { $0.isRead = true } }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }
}
