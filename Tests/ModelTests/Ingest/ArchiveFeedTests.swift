import Foundation
import Synchronization
import Testing

@testable import Model
@testable import TestSupport

/// A changed folder is noticed while the program runs.
@Suite struct ArchiveFeedTests {
  /// Runs a feed until what is asked for is listed.
  private func run(_ feed: any ArchiveFeed, then change: () throws -> Void, until titles: [String])
    throws
  {
    let shared = Flag()
    let thread = Thread {
      feed.run(isCancelled: { shared.isSet }, progress: { if $0.isFinished { shared.finish() } })
      shared.end()
    }
    thread.start()
    let limit = Date(timeIntervalSinceNow: 60)
    while !shared.isFinished, Date() < limit { usleep(10_000) }
    // The watch begins right behind the first reading.
    usleep(500_000)
    try change()
    func listed() -> [String] {
      feed.archive.page(PageRequest(query: .everything, anchor: .row(0), count: 100)).rows
        .map(\.title).sorted()
    }
    while listed() != titles, Date() < limit { usleep(20_000) }
    #expect(listed() == titles)
    shared.set()
    while !shared.hasEnded, Date() < limit { usleep(10_000) }
  }

  private final class Flag: Sendable {
    private let state = Mutex((set: false, finished: false, ended: false))
    var isSet: Bool { state.withLock { $0.set } }
    var isFinished: Bool { state.withLock { $0.finished } }
    var hasEnded: Bool { state.withLock { $0.ended } }
    func set() { state.withLock { $0.set = true } }
    func finish() { state.withLock { $0.finished = true } }
    func end() { state.withLock { $0.ended = true } }
  }

  private static func text(_ title: String) -> String {
    "\(title)\n\nPORT HALVARD, March 4, 2018 (Example) – The council met on Monday.\n"
  }

  @Test(.timeLimit(.minutes(2)), arguments: [false, true])
  func `files that come, change and go`(isDatabase: Bool) throws {
    let tree = try TemporaryTree()
    for name in ["One", "Two"] { try tree.write(Self.text(name), to: "news/\(name).txt") }
    let feed: any ArchiveFeed
    if isDatabase {
      let location = ArchiveLocation(paths: [tree.at("news")], file: tree.at("a.archive"))
      try location.create()
      feed = DatabaseFeed(try DatabaseArchive(location), ArchiveRefresh(location))
    } else {
      feed = MemoryFeed(MemoryArchive(), Importer(paths: [tree.at("news")]))
    }
    try run(
      feed,
      then: {
        try FileManager.default.removeItem(atPath: tree.at("news/One.txt"))
        try tree.write(Self.text("Second edition"), to: "news/Two.txt")
        try tree.write(Self.text("Three"), to: "news/Three.txt")
      }, until: ["Second edition", "Three"])
  }
}
