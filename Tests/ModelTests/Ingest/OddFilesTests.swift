import Glibc
import Synchronization
import Testing

@testable import Model
@testable import TestSupport

/// Files that are no files, or not for long.
@Suite struct OddFilesTests {
  private let tree: TemporaryTree

  init() throws { tree = try TemporaryTree() }

  private func outcomes(options: ReadingOptions = .init()) -> [Importer.Outcome] {
    let all = Mutex<[Importer.Outcome]>([])
    var pipeline = PipelineOptions()
    pipeline.reading = options
    Importer(paths: [tree.path], pipeline: ArticlePipeline(options: pipeline), workers: 2)
      .forEachBatch { _, outcomes in all.withLock { $0 += outcomes } }
    return all.withLock { $0 }
  }

  private func problems(_ outcomes: [Importer.Outcome]) -> [String: Finding.Problem] {
    var problems: [String: Finding.Problem] = [:]
    for finding in outcomes.flatMap(\.findings) {
      problems[String(finding.path.dropFirst(tree.path.count + 1))] = finding.problem
    }
    return problems
  }

  @Test func `pipes, devices, loops and links to nowhere are named and stop nothing`() throws {
    try tree.write("Lake closed\n\nThe lake was closed.\n", to: "z.txt")
    #expect(mkfifo(tree.at("fifo"), 0o600) == 0)
    try tree.link("zero", to: "/dev/zero")
    try tree.link("self", to: "self")
    try tree.link("loop", to: ".")
    try tree.link("nowhere", to: "missing")
    let outcomes = outcomes()
    #expect(
      problems(outcomes) == [
        "fifo": .notARegularFile, "zero": .notARegularFile, "self": .loop, "loop": .loop,
        "nowhere": .missing,
      ])
    #expect(outcomes.flatMap(\.articles).map(\.title.text) == ["Lake closed"])
    #expect(outcomes.count { $0.isFileEnd } == 6)
  }

  @Test func `what is larger than the limits is named and the rest goes on`() throws {
    var options = ReadingOptions()
    options.largestItem = 2_000
    options.largestText = 1_000
    let words = String(repeating: "The lake was closed. ", count: 70)
    try tree.write(String(repeating: words, count: 5), to: "large.txt")
    try tree.write("Lake\n\n" + words, to: "long.txt")
    try tree.write(
      "{\"title\": \"A\", \"text\": \"B\"}\n{\"text\": \"\(words)\"}\n{\"text\": \"C.\"}\n",
      to: "lines.jsonl")
    let outcomes = outcomes(options: options)
    #expect(
      problems(outcomes) == [
        "large.txt": .tooLarge(limit: 2_000), "long.txt": .textTooLarge(limit: 1_000),
        "lines.jsonl": .malformed(
          .line(2), Finding(path: "", problem: .textTooLarge(limit: 1_000)).words),
      ])
    #expect(outcomes.flatMap(\.articles).map(\.item) == [0, 2])
  }

  @Test func `a file that is gone or cut while it is read ends with what there was`() throws {
    try tree.write("Lake closed\n\nThe lake was closed.\n", to: "a.txt")
    let file = try OpenedFile(tree.at("a.txt"))
    #expect(unlink(tree.at("a.txt")) == 0)
    #expect(try file.bytes.takeRest(limit: 1_000)?.isEmpty == false)
    try tree.write(String(repeating: "x", count: 1_000_000), to: "b.txt")
    let other = try OpenedFile(tree.at("b.txt"))
    let bytes = other.bytes
    #expect(try bytes.peek(10).count == 10)
    #expect(truncate(tree.at("b.txt"), 0) == 0)
    #expect(try (bytes.takeRest(limit: 2_000_000)?.count ?? 0) < 1_000_000)
  }
}
