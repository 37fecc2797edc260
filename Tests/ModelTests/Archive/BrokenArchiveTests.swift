import Foundation
import Glibc
import Testing

@testable import Model
@testable import TestSupport

/// Archives that are damaged at any place say so, or work; they never trap, and can be made anew.
@Suite struct BrokenArchiveTests {
  /// What a browser does with an archive; returns the failures that it was told.
  private func use(_ location: ArchiveLocation) -> [ArchiveError] {
    var failures: [ArchiveError] = []
    do throws(ArchiveError) {
      let archive = try DatabaseArchive(location)
      for filter in ["", "harbour", "\"harbour council\"", "by:varga said:sanctions", "is:repeat"] {
        guard let query = try? Query(parsing: filter) else { continue }
        for order in ArticleOrder.allCases {
          let request = PageRequest(
            query: query, order: order, anchor: .row(0), count: 20, foldsRepeats: true)
          let page = archive.page(request)
          if let failure = page.failure { failures.append(failure) }
          for row in page.rows { _ = archive.article(row.key) }
        }
        _ = archive.names(of: query, limit: 9, ArchiveWork())
        _ = archive.timeline(of: query)
        _ = archive.quotes(QuotePageRequest(query: query, count: 20))
      }
      _ = archive.findings()
      _ = archive.completions(of: .person, beginning: "a", limit: 9)
    } catch {
      failures.append(error)
    }
    do throws(ArchiveError) {
      try ArchiveRefresh(location).run()
    } catch {
      failures.append(error)
    }
    return failures
  }

  @Test func `programs that start at the same moment make one archive`() async throws {
    let tree = try TemporaryTree()
    for round in 0..<8 {
      let location = ArchiveLocation(paths: [tree.at("news")], file: tree.at("\(round).archive"))
      try await withThrowingTaskGroup { group in
        for _ in 0..<6 {
          group.addTask {
            try location.create()
            _ = try DatabaseArchive(location)
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test func `bytes that are wrong anywhere never end the program`() throws {
    let both = try BothArchives(BothArchives.files)
    let sound = try Data(contentsOf: URL(fileURLWithPath: both.location.path))
    let path = both.tree.at("cache/broken.archive")
    let location = ArchiveLocation(paths: [both.tree.at("news")], file: path)
    var generator = SystemRandomNumberGenerator()
    for round in 0..<60 {
      var bytes = sound
      // Evenly over the file, and many bytes of one page now and then.
      let start = sound.count * round / 60
      for offset in 0..<(round % 4 == 0 ? 400 : 1) where start + offset < bytes.count {
        bytes[start + offset] = UInt8.random(in: 0...255, using: &generator)
      }
      for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
      try bytes.write(to: URL(fileURLWithPath: path))
      for failure in use(location) { #expect(!failure.words.isEmpty) }
      location.remove()
    }
    for count in [0, 1, 99, 100, 4096, sound.count / 2, sound.count - 1] {
      try sound.prefix(count).write(to: URL(fileURLWithPath: path))
      for failure in use(location) { #expect(!failure.words.isEmpty) }
      location.remove()
    }
    try ArchiveRefresh(location).run()
    #expect(use(location).isEmpty)
  }

  @Test func `what is no archive is named and left alone`() throws {
    let tree = try TemporaryTree()
    try tree.write("harbour", to: "news/a.txt")
    try tree.write("notes of mine, not an archive\n", to: "mine.txt")
    let location = ArchiveLocation(paths: [tree.at("news")], file: tree.at("mine.txt"))
    let failures = use(location)
    #expect(failures.allSatisfy { $0.problem == .damaged } && failures.count == 2)
    #expect(try String(contentsOfFile: tree.at("mine.txt"), encoding: .utf8).hasPrefix("notes"))
    // Even for a rebuild it is only laid aside.
    location.remove()
    try ArchiveRefresh(location).run()
    let aside = try String(contentsOfFile: tree.at("mine.txt.replaced"), encoding: .utf8)
    #expect(aside.hasPrefix("notes"))
  }

  @Test func `a folder that nothing can be made in is named with the reason`() throws {
    let tree = try TemporaryTree()
    try tree.write("harbour", to: "news/a.txt")
    try tree.write("a file", to: "cache")
    let location = ArchiveLocation(paths: [tree.at("news")], file: tree.at("cache/one.archive"))
    let error = try #require(throws: ArchiveError.self) { try location.create() }
    #expect(error.words.contains(strerror(ENOTDIR).map { String(cString: $0) } ?? "?"))
    #expect(error.words.contains("--archive") && !error.isMendedByRebuilding)
  }
}
