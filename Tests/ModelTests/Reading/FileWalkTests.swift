import Testing

@testable import Model
@testable import TestSupport

@Suite struct FileWalkTests {
  private let tree: TemporaryTree

  init() throws {
    tree = try TemporaryTree()
    for name in [
      "b.txt", "a/2.txt", "a/10.txt", "a/c/deep.txt", ".hidden/x.txt", "a/.dot", "z.txt",
    ] {
      try tree.write("x", to: name)
    }
    try tree.link("a/loop", to: "..")
    try tree.link("link.txt", to: "z.txt")
    try tree.link("nowhere", to: "missing")
  }

  private func names(_ paths: [String]) -> (files: [String], refused: [Finding]) {
    var refused: [Finding] = []
    let files = FileWalk().files(below: paths) { refused.append($0) }
    return (files.map { String($0.dropFirst(tree.path.count + 1)) }, refused)
  }

  @Test func `files come by name, folders among them, hidden ones left out`() {
    let (files, refused) = names([tree.path])
    #expect(
      files == ["a/10.txt", "a/2.txt", "a/c/deep.txt", "b.txt", "link.txt", "z.txt"])
    #expect(refused.map(\.problem) == [.loop, .missing])
  }

  @Test func `what the user names is taken, hidden or standard input`() {
    var steps: [FileWalk.Step] = []
    FileWalk().visit([tree.at("a/.dot"), "-"]) { step, _ in
      steps.append(step)
      return true
    }
    #expect(steps == [.file(tree.at("a/.dot")), .file("-")])
  }

  @Test func `the number of known files ends with all steps, and the walk ends when told so`() {
    var steps = 0
    var last = 0
    FileWalk().visit([tree.path, "/nowhere"]) { _, known in
      steps += 1
      #expect(known >= steps)
      last = known
      return true
    }
    #expect(steps == last)
    steps = 0
    FileWalk().visit([tree.path]) { _, _ in
      steps += 1
      return steps < 2
    }
    #expect(steps == 2)
  }
}
