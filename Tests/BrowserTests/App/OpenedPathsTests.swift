import Foundation
import Testing

@testable import Browser

@Suite struct OpenedPathsTests {
  @Test(
    "Names what is open",
    arguments: [
      (["../seeds/"], "seeds"), (["a/b.txt"], "b.txt"), (["."], "."), (["a/.."], "a/.."),
      (["/"], "/"), (["a", "b", "c"], "3 paths"),
    ])
  func names(paths: [String], title: String) throws {
    let opened = try OpenedPaths(paths)
    #expect(opened.title == title)
    #expect(opened.paths == paths)
  }

  @Test(
    "Finds the seeds beside the sources and as installed",
    arguments: [
      ("usr/share/onrecord/seeds", "usr/bin/onrecord", "", true),
      ("project/seeds", "project/.build/x86/release/onrecord", "project/Package.swift", true),
      // A folder that only happens to be called so.
      ("project/seeds", "project/bin/onrecord", "", false),
    ])
  func findsSeeds(folder: String, executable: String, file: String, isFound: Bool) throws {
    let manager = FileManager.default
    let root = NSTemporaryDirectory() + "/onrecord-" + UUID().uuidString
    defer { try? manager.removeItem(atPath: root) }
    try manager.createDirectory(atPath: root + "/" + folder, withIntermediateDirectories: true)
    if !file.isEmpty { _ = manager.createFile(atPath: root + "/" + file, contents: nil) }
    let found = OpenedPaths.seeds(executable: root + "/" + executable)
    #expect(found == (isFound ? root + "/" + folder : nil) || (!isFound && found == "seeds"))
  }

  @Test func `trailing slashes do not tell paths apart`() {
    #expect(["a//", "a/", "a", "/"].map(OpenedPaths.withoutTrailingSlash) == ["a", "a", "a", "/"])
  }
}
