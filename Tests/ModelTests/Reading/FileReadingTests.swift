import Glibc
import Testing

@testable import Model
@testable import TestSupport

/// Files and folders as they are on a disk.
@Suite struct FileReadingTests {
  private let tree: TemporaryTree

  init() throws { tree = try TemporaryTree() }

  private func read(_ path: String, limit: Int) throws(ReadingError) -> [UInt8] {
    var options = ReadingOptions()
    options.largestItem = limit
    var bytes: [UInt8] = []
    let sink = ItemSink(options: options, take: { bytes += $0.bytes }, note: { _ in })
    try ItemSplitters().split(OpenedFile(path).bytes, of: path, into: sink)
    return bytes
  }

  private func problem(_ name: String, limit: Int = 1_000) -> Finding.Problem? {
    do throws(ReadingError) {
      _ = try read(tree.at(name), limit: limit)
      return nil
    } catch {
      return error.finding.problem
    }
  }

  private func walk(_ names: String...) -> (files: [String], refused: [Finding]) {
    var refused: [Finding] = []
    let files = FileWalk().files(below: names.map { tree.at($0) }) { refused.append($0) }
    let base = tree.path.utf8.count + 1
    func short(_ path: String) -> String { String(path.dropFirst(base)) }
    return (
      files.map(short), refused.map { Finding(path: short($0.path), problem: $0.problem) }
    )
  }

  @Test func `a file is read whole`() throws {
    try tree.write("lake", to: "a.txt")
    #expect(try read(tree.at("a.txt"), limit: 4) == Array("lake".utf8))
  }

  @Test func `a missing file is missing`() {
    #expect(problem("none.txt") == .missing)
  }

  @Test func `a path through a file is missing`() throws {
    try tree.write("lake", to: "a.txt")
    #expect(problem("a.txt/b.txt") == .missing)
  }

  @Test func `a file above the limit is too large`() throws {
    try tree.write("lake", to: "a.txt")
    #expect(problem("a.txt", limit: 3) == .tooLarge(limit: 3))
  }

  @Test func `a folder is no file`() throws {
    try tree.write("lake", to: "folder/a.txt")
    #expect(problem("folder") == .notARegularFile)
  }

  @Test(.timeLimit(.minutes(1))) func `a pipe that nobody writes to does not block`() {
    #expect(mkfifo(tree.at("pipe"), 0o600) == 0)
    #expect(problem("pipe") == .notARegularFile)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `a file without read access is refused`() throws {
    try tree.write("lake", to: "a.txt")
    chmod(tree.at("a.txt"), 0)
    #expect(problem("a.txt") == .permissionDenied)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `a folder without access is refused`() throws {
    try tree.write("lake", to: "folder/a.txt")
    chmod(tree.at("folder"), 0)
    defer { chmod(tree.at("folder"), 0o700) }
    #expect(walk("folder").refused.map(\.problem) == [.permissionDenied])
  }

  @Test func `files come by name below folders, in the order of the paths`() throws {
    for name in ["z/b.txt", "z/a.txt", "z/a/c.txt", "z/B.txt", "y.txt"] {
      try tree.write("lake", to: name)
    }
    #expect(walk("z", "y.txt").files == ["z/B.txt", "z/a/c.txt", "z/a.txt", "z/b.txt", "y.txt"])
  }

  @Test func `hidden files below a folder are passed over, named ones are not`() throws {
    try tree.write("lake", to: "z/.hidden.txt")
    try tree.write("lake", to: "z/a.txt")
    #expect(walk("z").files == ["z/a.txt"])
    #expect(walk("z/.hidden.txt").files == ["z/.hidden.txt"])
  }

  @Test(.timeLimit(.minutes(1))) func `a link back to its folder ends the walk`() throws {
    try tree.write("lake", to: "z/a.txt")
    try tree.link("z/self", to: tree.at("z"))
    let (files, refused) = walk("z")
    #expect(files == ["z/a.txt"])
    #expect(refused == [Finding(path: "z/self", problem: .loop)])
  }

  @Test(.timeLimit(.minutes(1))) func `a link to itself is refused`() throws {
    try tree.link("self", to: tree.at("self"))
    #expect(walk("self").refused.map(\.problem) == [.loop])
  }

  @Test func `a link to nothing is missing`() throws {
    try tree.link("gone", to: tree.at("nowhere"))
    #expect(walk("gone").refused.map(\.problem) == [.missing])
  }

  @Test func `a folder named twice is read once`() throws {
    try tree.write("lake", to: "z/a.txt")
    #expect(walk("z", "z").files == ["z/a.txt"])
  }

  @Test func `an empty folder is no error`() throws {
    try tree.write("lake", to: "z/a.txt")
    unlink(tree.at("z/a.txt"))
    let (files, refused) = walk("z")
    #expect(files == [])
    #expect(refused == [])
  }

  @Test func `a name with a line feed and an escape is a name`() throws {
    try tree.write("lake", to: "z/a\n\u{1B}[31m.txt")
    #expect(walk("z").files == ["z/a\n\u{1B}[31m.txt"])
  }
}
