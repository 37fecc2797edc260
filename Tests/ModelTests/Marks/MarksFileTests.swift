import Foundation
import Testing

@testable import Model
@testable import TestSupport

/// What belongs to the reader is kept apart and comes back.
@Suite struct MarksFileTests {
  private static let article = ArticleID(rawValue: 0xFEDC_BA98_7654_3210)

  @Test func `marks are there for the next one who opens the file`() throws {
    let tree = try TemporaryTree()
    let path = tree.at("data/marks.sqlite")
    let marks = MarksFile(path: path)
    #expect(marks.marks(of: Self.article) == ArticleMarks())
    #expect(!FileManager.default.fileExists(atPath: path))
    try marks.change(Self.article, label: ArticleLabel(title: "Ferry", file: "a.txt")) {
      $0.isStarred = true
      $0.tags = ["Harbour news", "b"]
      $0.note = "call back"
      $0.place = 40
      $0.corrections = [.rename(name: "Ines Vargo", to: "Ines Varga")]
    }
    try marks.save([SavedFilter(name: "ferries", filter: "ferry after:2018")])
    let version = marks.version
    let other = MarksFile(path: path)
    #expect(other.marks(of: Self.article) == marks.marks(of: Self.article))
    #expect(other.marks(of: Self.article).corrections.count == 1)
    #expect(other.articles(.starred) == [Self.article])
    #expect(other.articles(.read) == [])
    #expect(other.articles(.tagged("harbour n")) == [Self.article])
    #expect(other.tags().map(\.name) == ["Harbour news", "b"])
    #expect(other.filters.map(\.name) == ["ferries"])
    try marks.change(Self.article) { $0 = ArticleMarks() }
    #expect(marks.version > version)
    #expect(marks.articles(.starred) == [])
  }

  @Test func `programs that start at the same moment all keep their marks`() async throws {
    let tree = try TemporaryTree()
    for round in 0..<8 {
      let path = tree.at("\(round)/marks.sqlite")
      try await withThrowingTaskGroup { group in
        for number in UInt64(0)..<8 {
          group.addTask {
            try MarksFile(path: path).change(ArticleID(rawValue: number)) { $0.isStarred = true }
          }
        }
        try await group.waitForAll()
      }
      #expect(MarksFile(path: path).articles(.starred).count == 8)
    }
  }

  @Test func `a place that is being written is not left behind at the end`() async throws {
    let tree = try TemporaryTree()
    await withTaskGroup { group in
      for round in 0..<24 {
        let path = tree.at("\(round)/marks.sqlite")
        group.addTask {
          let marks = MarksFile(path: path)
          marks.keepPlace(40, of: Self.article)
          // About when it comes to the disk by itself.
          usleep(399_000 + UInt32(round % 3) * 1_000)
          marks.finish()
          #expect(MarksFile(path: path).places == [Self.article: 40])
        }
      }
    }
  }

  @Test func `an export gives the same marks elsewhere`() throws {
    let tree = try TemporaryTree()
    let marks = MarksFile(path: tree.at("one.sqlite"))
    _ = try marks.update([Self.article, ArticleID(rawValue: 7)]) { article, marks in
      marks.isRead = true
      marks.isStarred = article == Self.article
    }
    let json = try JSONEncoder().encode(marks.export())
    #expect(String(decoding: json, as: UTF8.self).contains("fedcba9876543210"))
    let other = MarksFile(path: tree.at("two.sqlite"))
    _ = try other.take(try JSONDecoder().decode(MarksExport.self, from: json))
    #expect(other.export() == marks.export())
  }

  @Test func `a filter asks for marks, which survive a new archive`() throws {
    let tree = try TemporaryTree()
    let marks = MarksFile(path: tree.at("marks.sqlite"))
    let both = try BothArchives(BothArchives.files, marks: marks)
    let query = try Query(parsing: "file:b.txt")
    let row = try #require(
      both.database.page(PageRequest(query: query, anchor: .row(0), count: 1)).rows.first)
    let id = try #require(both.database.article(row.key)?.id)
    try marks.change(id) {
      $0.isStarred = true
      $0.isRead = true
      $0.tags = ["Ferry boats"]
      $0.note = "x"
    }
    for filter in ["is:starred", "is:read", "tag:ferry", "tag:\"ferry boats\"", "has:notes"] {
      let found = try both.files(filter)
      #expect(found.memory == ["b.txt"] && found.database == ["b.txt"], "\(filter)")
    }
    for filter in ["!is:starred", "is:unread", "!tag:ferry harbour", "is:starred OR snow"] {
      let found = try both.files(filter)
      #expect(found.memory == found.database, "\(filter)")
    }
    both.location.remove()
    try ArchiveRefresh(both.location).run()
    let anew = try DatabaseArchive(both.location, marks: marks)
    let starred = PageRequest(query: try Query(parsing: "is:starred"), anchor: .row(0), count: 9)
    #expect(anew.page(starred).matching == 1)
  }
}
