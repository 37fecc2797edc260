import Foundation
import Glibc
import Synchronization
import Testing

@testable import Model
@testable import TestSupport

/// An archive follows its files, and survives what happens to it.
@Suite struct ArchiveRefreshTests {
  private static func text(_ name: String, says words: String = "ferry") -> String {
    """
    The \(name) of the harbour

    PORT HALVARD, March 4, 2018 (Example) – The council met on Monday.

    "We keep the \(words)," the chair, Ines Varga, said.
    """
  }

  private func opened(
    _ tree: TemporaryTree
  ) throws -> (location: ArchiveLocation, files: (String) throws -> [String]) {
    let location = ArchiveLocation(
      paths: [tree.at("news")], file: tree.at("cache/one.archive"))
    return (
      location,
      { filter in
        let archive = try DatabaseArchive(location)
        let query = try Query(parsing: filter)
        let page = archive.page(PageRequest(query: query, anchor: .row(0), count: 10_000))
        try #require(page.failure == nil)
        return page.rows.compactMap {
          archive.article($0.key)?.file.split(separator: "/").last.map(String.init)
        }.sorted()
      }
    )
  }

  @Test func `new, changed, renamed and vanished files are followed`() throws {
    let tree = try TemporaryTree()
    for name in ["a", "b", "c"] { try tree.write(Self.text(name), to: "news/\(name).txt") }
    let (location, files) = try opened(tree)
    try ArchiveRefresh(location).run()
    #expect(try files("") == ["a.txt", "b.txt", "c.txt"])

    try FileManager.default.removeItem(atPath: tree.at("news/a.txt"))
    try tree.write(Self.text("b", says: "lighthouse keeper"), to: "news/b.txt")
    try FileManager.default.moveItem(atPath: tree.at("news/c.txt"), toPath: tree.at("news/e.txt"))
    try tree.write(Self.text("d"), to: "news/d.txt")
    try ArchiveRefresh(location).run()
    #expect(try files("") == ["b.txt", "d.txt", "e.txt"])
    #expect(try files("said:lighthouse by:varga") == ["b.txt"])
    #expect(try files("said:ferry") == ["d.txt", "e.txt"])
    // c.txt, which is e.txt now, came before all that are left.
    #expect(try files("is:repeat").contains("d.txt"))
    #expect(try !files("is:repeat").contains("e.txt"))
    let archive = try DatabaseArchive(location)
    let page = archive.page(PageRequest(query: .everything, anchor: .row(0), count: 0))
    #expect(page.total == 3 && page.quotes == 3)
  }

  @Test func `a file that was only touched keeps its articles`() throws {
    let tree = try TemporaryTree()
    try tree.write(Self.text("a"), to: "news/a.txt")
    let (location, _) = try opened(tree)
    try ArchiveRefresh(location).run()
    let before = try DatabaseArchive(location).page(
      PageRequest(query: .everything, anchor: .row(0), count: 9))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: tree.at("news/a.txt"))
    try ArchiveRefresh(location).run()
    let after = try DatabaseArchive(location).page(
      PageRequest(query: .everything, anchor: .row(0), count: 9))
    #expect(before.rows.map(\.key) == after.rows.map(\.key))
  }

  @Test func `what was cancelled goes on where it stopped`() throws {
    let tree = try TemporaryTree()
    for name in 0..<40 { try tree.write(Self.text("ship \(name)"), to: "news/\(name).txt") }
    let (location, files) = try opened(tree)
    let asked = Atomic(0)
    try ArchiveRefresh(location, workers: 1).run(
      isCancelled: { asked.wrappingAdd(1, ordering: .relaxed).newValue > 25 })
    let some = try files("").count
    #expect(some < 40)
    var total = 0
    try ArchiveRefresh(location).run(progress: { total = $0.total })
    #expect(try files("").count == 40)
    // The file at which it stopped may be whole in the archive without its end having been seen.
    #expect((40 - some...41 - some).contains(total))
  }

  @Test func `files that cannot be read are told, and no more when they can be`() throws {
    let tree = try TemporaryTree()
    try tree.write(Self.text("a"), to: "news/a.txt")
    try tree.write("", to: "news/none.txt")
    let (location, _) = try opened(tree)
    try ArchiveRefresh(location).run()
    #expect(try DatabaseArchive(location).findings().map(\.problem) == [.empty])
    try tree.write(Self.text("b"), to: "news/none.txt")
    try ArchiveRefresh(location).run()
    #expect(try DatabaseArchive(location).findings() == [])
  }

  @Test func `a damaged archive says so and can be made anew`() throws {
    let tree = try TemporaryTree()
    try tree.write(Self.text("a"), to: "news/a.txt")
    let (location, files) = try opened(tree)
    try tree.write(String(repeating: "no database at all ", count: 100), to: "cache/one.archive")
    let error = try #require(throws: ArchiveError.self) { try DatabaseArchive(location) }
    #expect(error.problem == .damaged && error.isMendedByRebuilding)
    #expect(error.words.contains("--rebuild"))
    location.remove()
    try ArchiveRefresh(location).run()
    #expect(try files("") == ["a.txt"])
  }

  @Test func `an archive of a newer version is left alone`() throws {
    let tree = try TemporaryTree()
    try tree.write(Self.text("a"), to: "news/a.txt")
    let (location, _) = try opened(tree)
    try ArchiveRefresh(location).run()
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: location.path))
    try file.seek(toOffset: 60)
    try file.write(contentsOf: Data([0, 0, 0, 99]))
    try file.close()
    let error = try #require(throws: ArchiveError.self) { try DatabaseArchive(location) }
    #expect(error.problem == .newer(99))
    #expect(throws: ArchiveError.self) { try ArchiveRefresh(location).run() }
  }

  @Test func `another program sees what one writes`() throws {
    let tree = try TemporaryTree()
    try tree.write(Self.text("a"), to: "news/a.txt")
    let (location, _) = try opened(tree)
    try ArchiveRefresh(location).run()
    let reader = try DatabaseArchive(location)
    let all = PageRequest(query: try Query(parsing: "harbour"), anchor: .row(0), count: 9)
    #expect(reader.page(all).matching == 1)
    try tree.write(Self.text("b"), to: "news/b.txt")
    try ArchiveRefresh(location).run()
    #expect(reader.page(all).matching == 2)
    let lock = try #require(ArchiveLock(location))
    #expect(ArchiveLock(location) == nil)
    withExtendedLifetime(lock) {}
  }

  @Test func `a question that nobody wants ends`() throws {
    let tree = try TemporaryTree()
    try tree.write(Self.text("a"), to: "news/a.txt")
    let (location, _) = try opened(tree)
    try ArchiveRefresh(location).run()
    let work = ArchiveWork()
    work.cancel()
    let query = try Query(parsing: "\"the harbour\"")
    let page = try DatabaseArchive(location).page(
      PageRequest(query: query, anchor: .row(0), count: 9), work, early: { _ in })
    #expect(page == nil)
  }
}
