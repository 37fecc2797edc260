import Foundation
import Testing

@testable import Model
@testable import TestSupport

/// Near repeats are found and folded alike in memory and in the database.
@Suite struct ArchiveRepeatsTests {
  private static let ice = [
    "The lake beside the town was closed on Friday after the ice had become too thin to walk on.",
    "The mayor said that two children had been pulled out of the water on Thursday and were well.",
    "Skaters who had come from the city for the weekend were asked to leave the ice before noon.",
    "The fire brigade will measure the ice again on Monday, and the lake stays closed until then.",
  ]
  private static let bridge = [
    "The old bridge over the Varn was opened again on Sunday, eleven months after the great flood.",
    "Engineers had replaced two of its piers and said that it would now carry lorries as well.",
    "The ferry that had taken its place will go on until the autumn, the harbour council decided.",
    "About four hundred people walked across in the first hour, many of them with their children.",
  ]

  static func text(_ title: String, _ day: Int, _ paragraphs: [String]) -> String {
    "\(title)\n\nPORT HALVARD, May \(day), 2019 (Example) – " + paragraphs.joined(separator: "\n\n")
      + "\n"
  }

  /// Two groups, one of them with a copy in the same words, and two that stand alone.
  static var files: [String: String] {
    [
      "a.txt": text("Ice closes the lake", 1, ice),
      "b.txt": text("Bridge open again", 2, bridge),
      "c.txt": text("Lake shut: thin ice", 3, Array(ice.dropLast()) + ["Nobody was hurt."]),
      "d.txt": text("Ice closes the lake", 1, ice),
      "e.txt": text("After the flood", 9, ["Also in brief:"] + bridge),
      "f.txt": text("Council meets", 5, ["The council met in the hall on Friday. It voted late."]),
      "g.txt": text(
        "Thirty years", 4,
        ice.map { String($0.split(separator: " ").reversed().joined(separator: " ")) }),
    ]
  }

  private static func names(_ page: ArticlePage, _ archive: any ArticleArchive) -> [String] {
    page.rows.compactMap {
      archive.article($0.key)?.file.split(separator: "/").last.map(String.init)
    }
  }

  private func both(
    _ archives: BothArchives, _ request: (any ArticleArchive) throws -> PageRequest
  ) rethrows -> (page: ArticlePage, names: [String]) {
    let memory = archives.memory.page(try request(archives.memory))
    let database = archives.database.page(try request(archives.database))
    #expect(memory.matching == database.matching && memory.folded == database.folded)
    #expect(memory.quotes == database.quotes && memory.anchorRow == database.anchorRow)
    #expect(memory.rows.map(\.repeats) == database.rows.map(\.repeats))
    let names = Self.names(database, archives.database)
    #expect(Self.names(memory, archives.memory) == names)
    return (database, names)
  }

  @Test func `near repeats are told from articles that stand alone`() throws {
    let archives = try BothArchives(Self.files)
    let repeats = try archives.files("is:repeat", order: .file)
    #expect(repeats.memory == ["c.txt", "d.txt", "e.txt"])
    #expect(repeats.database == repeats.memory)
    #expect(try archives.files("!is:repeat", order: .file).database.count == 4)
  }

  @Test(arguments: ArticleOrder.allCases)
  func `a folded list holds the first of each group in every order`(order: ArticleOrder) throws {
    let archives = try BothArchives(Self.files)
    let all = both(archives) { _ in
      PageRequest(query: .everything, order: order, anchor: .row(0), count: 20)
    }
    let folded = both(archives) { _ in
      PageRequest(
        query: .everything, order: order, anchor: .row(0), count: 20, foldsRepeats: true)
    }
    #expect(folded.page.matching == 4 && folded.page.folded == 3 && folded.page.total == 7)
    let groups = [["a.txt", "c.txt", "d.txt"], ["b.txt", "e.txt"]]
    let expected = all.names.filter { name in
      let group = groups.first { $0.contains(name) } ?? [name]
      return all.names.first { group.contains($0) } == name
    }
    #expect(folded.names == expected)
    #expect(folded.page.rows.map(\.repeats).sorted() == [0, 0, 1, 2])
  }

  @Test func `the filter decides who is left in a group`() throws {
    let archives = try BothArchives(Self.files)
    let query = try Query(parsing: "before:2019-05-04 title:ice")
    let folded = both(archives) { _ in
      PageRequest(query: query, anchor: .row(0), count: 20, foldsRepeats: true)
    }
    #expect(folded.names == ["c.txt"])
    #expect(folded.page.rows.first?.repeats == 2 && folded.page.folded == 2)
    let one = both(archives) { _ in
      PageRequest(
        query: (try? Query(parsing: "file:a.txt")) ?? .everything, anchor: .row(0), count: 20,
        foldsRepeats: true)
    }
    #expect(one.names == ["a.txt"] && one.page.rows.first?.repeats == 0)
  }

  @Test func `a group can be listed by itself`() throws {
    let archives = try BothArchives(Self.files)
    func key(_ archive: any ArticleArchive, _ file: String) throws -> ArticleKey {
      let query = try Query(parsing: "file:\(file)")
      return try #require(
        archive.page(PageRequest(query: query, anchor: .row(0), count: 1)).rows.first?.key)
    }
    for (file, group) in [
      ("d.txt", ["c.txt", "a.txt", "d.txt"]), ("b.txt", ["e.txt", "b.txt"]), ("f.txt", ["f.txt"]),
    ] {
      let members = try both(archives) { archive in
        PageRequest(
          query: .everything, anchor: .row(0), count: 20, foldsRepeats: true,
          group: try key(archive, file))
      }
      #expect(members.names == group && members.page.matching == group.count)
    }
    let some = try both(archives) { archive in
      PageRequest(
        query: try Query(parsing: "before:2019-05-02"), anchor: .row(0), count: 20,
        group: try key(archive, "c.txt"))
    }
    #expect(some.names == ["a.txt", "d.txt"])
  }

  @Test func `an anchor that is folded away is found at the row of its group`() throws {
    let archives = try BothArchives(Self.files)
    let page = try both(archives) { archive in
      let query = try Query(parsing: "file:b.txt")
      let key = archive.page(PageRequest(query: query, anchor: .row(0), count: 1)).rows[0].key
      return PageRequest(
        query: .everything, anchor: .article(key, otherwise: 0), count: 20, foldsRepeats: true)
    }
    // Behind e.txt, which is the newest.
    #expect(page.names.first == "e.txt" && page.page.anchorRow == 0)
  }

  @Test func `groups follow files that come and go`() throws {
    let archives = try BothArchives(Self.files)
    func repeats() throws -> [String] {
      let archive = try DatabaseArchive(archives.location)
      let query = try Query(parsing: "is:repeat")
      return Self.names(
        archive.page(PageRequest(query: query, order: .file, anchor: .row(0), count: 20)), archive)
    }
    try FileManager.default.removeItem(atPath: archives.tree.at("news/a.txt"))
    try ArchiveRefresh(archives.location).run()
    #expect(try repeats() == ["d.txt", "e.txt"])
    try archives.tree.write(Self.text("Ice again", 12, Self.ice), to: "news/h.txt")
    try archives.tree.write(Self.text("Bridge", 2, ["It rains."]), to: "news/b.txt")
    try ArchiveRefresh(archives.location).run()
    #expect(try repeats() == ["d.txt", "h.txt"])
    try FileManager.default.removeItem(atPath: archives.tree.at("news/c.txt"))
    try FileManager.default.removeItem(atPath: archives.tree.at("news/d.txt"))
    try ArchiveRefresh(archives.location).run()
    #expect(try repeats() == [])
  }

  @Test func `the first page folds before anything else is loaded`() throws {
    let archives = try BothArchives(Self.files)
    let request = PageRequest(
      query: .everything, anchor: .row(0), count: 3, foldsRepeats: true)
    let cold = try DatabaseArchive(archives.location).page(request)
    let warm = archives.database
    _ = warm.page(PageRequest(query: try Query(parsing: "ice"), anchor: .row(0), count: 1))
    let page = warm.page(request)
    #expect(cold.rows == page.rows && cold.matching == page.matching)
    #expect(cold.folded == page.folded && cold.quotes == page.quotes)
  }

  @Test func `one pass over signatures agrees with comparing one after the other`() throws {
    // Copies of invented articles with some words changed, so that likeness varies.
    var files: [String: String] = [:]
    let words = (Self.ice + Self.bridge).joined(separator: " ").split(separator: " ")
    for number in 0..<60 {
      let story = number % 5
      var copy = (0..<70).map { String(words[($0 * (story * 2 + 3) + story) % words.count]) }
      for change in 0..<(number / 8) {
        copy[(change * 11 + number) % copy.count] = "other\(number)of\(change)"
      }
      files["\(100 + number).txt"] = Self.text(
        "Item \(number)", 1 + number % 28,
        [
          copy.joined(separator: " ") + "."
        ])
    }
    let archives = try BothArchives(files)
    let found = try archives.files("is:repeat", order: .file)
    #expect(found.memory == found.database && found.memory.count > 20)
    var groups = RepeatGroups()
    for name in files.keys.sorted() {
      let item = RawItem(file: name, bytes: Array((files[name] ?? "").utf8))
      for article in try ArticlePipeline().articles(in: item).articles { groups.add(article) }
    }
    #expect(groups.repeats.reduce(0) { $0 + $1.count - 1 } == found.database.count)
  }
}
