import Foundation
import Synchronization
import Testing

@testable import Model
@testable import TestSupport

/// What an older version found, what recurs in an archive, and what cannot be looked at.
@Suite struct ArchiveStalenessTests {
  private static func text(_ name: String, says words: String = "ferry") -> String {
    """
    The \(name) of the harbour

    PORT HALVARD, March 4, 2018 (Example) – The council met on Monday about the \(name).

    "We keep the \(words)," the chair, Ines Varga, said.
    """
  }

  private func location(_ tree: TemporaryTree, _ names: String...) -> ArchiveLocation {
    ArchiveLocation(
      paths: (names.isEmpty ? ["news"] : names).map { tree.at($0) },
      file: tree.at("cache/one.archive"))
  }

  private func names(_ location: ArchiveLocation, _ filter: String = "") throws -> [String] {
    let archive = try DatabaseArchive(location)
    let request = PageRequest(query: try Query(parsing: filter), anchor: .row(0), count: 1000)
    return archive.page(request).rows.compactMap {
      archive.article($0.key)?.file.split(separator: "/").last.map(String.init)
    }.sorted()
  }

  private func keys(_ location: ArchiveLocation) throws -> [ArticleKey] {
    try DatabaseArchive(location).page(
      PageRequest(query: .everything, order: .file, anchor: .row(0), count: 1000)
    ).rows.map(\.key)
  }

  // MARK: - An older extraction

  @Test func `what an older extraction found is read anew, each article once`() throws {
    let tree = try TemporaryTree()
    for name in ["a", "b", "c"] { try tree.write(Self.text(name), to: "news/\(name).txt") }
    let location = location(tree)
    var old = ArchiveRefresh(location)
    old.extraction = 1
    try old.run()
    let before = try keys(location)
    var stale = 0
    try ArchiveRefresh(location).run(progress: { stale = $0.stale })
    #expect(stale == 3)
    #expect(try names(location) == ["a.txt", "b.txt", "c.txt"])
    #expect(try Set(keys(location)).isDisjoint(with: before))
    var total = -1
    try ArchiveRefresh(location).run(progress: { total = $0.total })
    #expect(total == 0)
  }

  @Test func `the old articles of a file can be used until their successors are there`() throws {
    let tree = try TemporaryTree()
    let lines = (0..<300).map { number in
      "{\"title\": \"Item \(number)\", \"text\": \"The council met over item \(number) today.\"}"
    }
    try tree.write(lines.joined(separator: "\n"), to: "news/all.jsonl")
    let location = location(tree)
    var old = ArchiveRefresh(location)
    old.extraction = 1
    try old.run()
    let before = Set(try keys(location))
    for limit in [40, 200] {
      let asked = Atomic(0)
      try ArchiveRefresh(location, workers: 1).run(
        isCancelled: { asked.wrappingAdd(1, ordering: .relaxed).newValue > limit })
      // Stopped in the middle: every article is there once, some of them new.
      #expect(try keys(location).count == 300)
    }
    let between = Set(try keys(location))
    #expect(!between.isDisjoint(with: before) && between != before)
    try ArchiveRefresh(location).run()
    let after = Set(try keys(location))
    #expect(after.count == 300 && after.isDisjoint(with: before))
    // What was read before it was stopped was not read again.
    #expect(!after.isDisjoint(with: between))
  }

  // MARK: - Lines that recur

  private static let notice =
    "Read our terms before you copy words from the Lake Portal, which may not be reused."

  @Test func `a file that is read alone later gives the text that it gave among the others`() throws
  {
    let tree = try TemporaryTree()
    for number in 0..<12 {
      try tree.write(
        Self.text("quay \(number)", says: "boat \(number)") + "\n\n\(Self.notice)\n",
        to: "news/\(number).txt")
    }
    let location = location(tree)
    try ArchiveRefresh(location).run()
    #expect(try names(location, "portal") == [])
    try tree.write(Self.text("pier", says: "lamp") + "\n\n\(Self.notice)\n", to: "news/5.txt")
    try ArchiveRefresh(location).run()
    #expect(try names(location, "lamp") == ["5.txt"])
    #expect(try names(location, "portal") == [])
  }

  @Test func `a sample of few files gives way to one of many`() throws {
    let tree = try TemporaryTree()
    func write(_ numbers: Range<Int>) throws {
      for number in numbers {
        try tree.write(
          Self.text("quay \(number)", says: "boat \(number)") + "\n\n\(Self.notice)\n",
          to: "news/\(number).txt")
      }
    }
    try write(0..<3)
    let location = location(tree)
    try ArchiveRefresh(location).run()
    #expect(try names(location, "portal").count == 3)
    try write(3..<40)
    try ArchiveRefresh(location).run()
    #expect(try names(location, "portal") == [])
    #expect(try names(location).count == 40)
  }

  // MARK: - What is gone

  @Test func `a path that is missing keeps its articles until it is said to be gone`() throws {
    let tree = try TemporaryTree()
    for name in ["a", "b"] { try tree.write(Self.text(name), to: "news/\(name).txt") }
    try tree.write(Self.text("c"), to: "more/c.txt")
    let location = location(tree, "news", "more")
    try ArchiveRefresh(location).run()
    for isEmpty in [false, true] {
      try FileManager.default.moveItem(atPath: tree.at("news"), toPath: tree.at("away"))
      if isEmpty {
        try FileManager.default.createDirectory(
          atPath: tree.at("news"), withIntermediateDirectories: false)
      }
      var kept: [KeptPath] = []
      try ArchiveRefresh(location).run(progress: { kept = $0.kept })
      #expect(try names(location) == ["a.txt", "b.txt", "c.txt"])
      #expect(kept.map(\.path) == [tree.at("news")])
      #expect(kept.first?.articles == 2 && kept.first?.files == 2)
      #expect(kept.first?.problem == (isEmpty ? nil : .missing))
      try? FileManager.default.removeItem(atPath: tree.at("news"))
      try FileManager.default.moveItem(atPath: tree.at("away"), toPath: tree.at("news"))
    }
    var kept: [KeptPath] = []
    try ArchiveRefresh(location).run(progress: { kept = $0.kept })
    #expect(kept == [])
    try FileManager.default.removeItem(atPath: tree.at("news"))
    var refresh = ArchiveRefresh(location)
    refresh.forgetsMissing = true
    try refresh.run()
    #expect(try names(location) == ["c.txt"])
  }

  @Test func `a folder inside goes with its articles, and so does a path that is not named`() throws
  {
    let tree = try TemporaryTree()
    try tree.write(Self.text("a"), to: "news/a.txt")
    try tree.write(Self.text("b"), to: "news/in/side/b.txt")
    try tree.write(Self.text("c"), to: "more/c.txt")
    try ArchiveRefresh(location(tree, "news", "more")).run()
    try FileManager.default.removeItem(atPath: tree.at("news/in"))
    var gone = 0
    try ArchiveRefresh(location(tree, "news", "more")).run(progress: { gone = $0.gone })
    #expect(gone == 1)
    #expect(try names(location(tree, "news", "more")) == ["a.txt", "c.txt"])
    try ArchiveRefresh(location(tree, "news")).run()
    #expect(try names(location(tree, "news")) == ["a.txt"])
  }

  @Test func `a mistyped path takes nothing out`() throws {
    let tree = try TemporaryTree()
    try tree.write(Self.text("a"), to: "news/a.txt")
    try ArchiveRefresh(location(tree, "news")).run()
    try ArchiveRefresh(location(tree, "nwes")).run()
    #expect(try names(location(tree, "news")) == ["a.txt"])
  }

  @Test func `a refresh that finds nothing new changes nothing`() throws {
    let tree = try TemporaryTree()
    try tree.write(Self.text("a"), to: "news/a.txt")
    try tree.write("", to: "news/none.txt")
    let location = location(tree, "news", "missing")
    try ArchiveRefresh(location).run()
    let before = try DatabaseArchive(location).generation
    try ArchiveRefresh(location).run()
    #expect(try DatabaseArchive(location).generation == before)
    #expect(try DatabaseArchive(location).findings().count == 2)
  }

  @Test func `both walks find the same files in the same order`() throws {
    let tree = try TemporaryTree()
    for name in ["b/2.txt", "b/10.txt", "b.txt", "a/z/é.txt", "a/z.txt", "B.txt", ".hidden/x.txt"] {
      try tree.write("x", to: "news/\(name)")
    }
    try tree.link("news/link.txt", to: tree.at("news/b.txt"))
    try tree.link("news/loop", to: tree.at("news"))
    try tree.link("news/nowhere", to: tree.at("none"))
    let roots = [tree.at("news"), tree.at("missing"), tree.at("news/b.txt")]
    var refused: [Finding] = []
    let files = FileWalk().files(below: roots) { refused.append($0) }
    var stamped: [String] = []
    var stampedRefused: [Finding] = []
    StampedWalk.visit(roots) { _, step in
      switch step {
      case .file(let path, let stamp):
        stamped.append(String(decoding: path, as: UTF8.self))
        #expect(stamp == FileStamp(of: String(decoding: path, as: UTF8.self)))
      case .refused(let finding): stampedRefused.append(finding)
      }
    }
    #expect(stamped == files)
    #expect(stampedRefused == refused && refused.count == 3)
  }
}
