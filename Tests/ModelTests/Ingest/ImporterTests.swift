import Synchronization
import Testing

@testable import Model
@testable import TestSupport

@Suite struct ImporterTests {
  private let tree: TemporaryTree

  init() throws {
    tree = try TemporaryTree()
    for number in 0..<60 {
      try tree.write(
        """
        Lake \(number) closed

        OSLO, March \(number % 28 + 1), 2019 (Example) — The lake was closed on Friday.

        "The ice is thin," Mayor Anna Berg\(number) said. "Stay on the shore."
        """, to: "articles/\(number).txt")
    }
    try tree.write("", to: "articles/empty.txt")
    try tree.write("a\0b", to: "articles/binary.txt")
  }

  private func imported(workers: Int) -> MemoryArchive {
    let archive = MemoryArchive()
    Importer(paths: [tree.at("articles"), tree.at("none")], workers: workers).run(into: archive)
    return archive
  }

  private func lines(workers: Int) -> [UInt8] {
    let lines = Mutex<[UInt8]>([])
    Importer(paths: [tree.at("articles")], workers: workers).forEachBatch { _, outcomes in
      for article in outcomes.flatMap(\.articles) {
        lines.withLock { $0 += ArticleExport.jsonLines(for: article) }
      }
    }
    return lines.withLock { $0 }
  }

  @Test func `the number of workers changes nothing`() {
    let one = lines(workers: 1)
    #expect(one.count > 10_000)
    for workers in [2, 4, 7] { #expect(lines(workers: workers) == one) }
    let everything = PageRequest(query: .everything, anchor: .row(0), count: 1_000)
    let page = imported(workers: 1).page(everything)
    #expect(page.total == 60)
    #expect(imported(workers: 4).page(everything) == page)
  }

  @Test func `what cannot be read is listed and stops nothing`() {
    let found = imported(workers: 4).findings()
    let names = found.map { $0.path.split(separator: "/").last.map(String.init) ?? "" }
    #expect(names == ["binary.txt", "empty.txt", "none"])
    #expect(found.map(\.problem) == [.binary, .empty, .missing])
  }

  @Test func `progress ends with everything done`() {
    let last = Mutex(ImportProgress())
    Importer(paths: [tree.path]).run(
      into: MemoryArchive(),
      progress: { report in
        last.withLock {
          #expect($0.done <= report.done)
          $0 = report
        }
      })
    #expect(
      last.withLock { $0 } == ImportProgress(done: 62, total: 62, refused: 2, isFinished: true))
  }

  @Test func `an import that is cancelled ends early`() {
    let archive = MemoryArchive()
    Importer(paths: [tree.path], workers: 2).run(into: archive, isCancelled: { true })
    #expect(archive.page(PageRequest(query: .everything, anchor: .row(0), count: 1)).total == 0)
  }

  @Test func `no paths give an empty archive`() {
    let archive = MemoryArchive()
    Importer(paths: []).run(into: archive)
    #expect(archive.page(PageRequest(query: .everything, anchor: .row(0), count: 1)).total == 0)
    #expect(archive.findings() == [])
  }
}
