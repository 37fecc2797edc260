import Foundation
import Testing

@testable import TestSupport

/// `--where` on commands that write.
@Suite(.serialized) struct WhereTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      """
      Lake closed near the town

      "The ice is much too thin," Mayor Anna Berg said on Friday.

      "We will wait for the frost," Coach Peter Holm said.

      """, to: "lake.txt")
    try folder.write(
      """
      Ferry runs again

      "The harbour is open to everyone," Captain Maria Lund said on Monday.

      """, to: "ferry.txt")
  }

  /// Standard output and what is complained about.
  private func run(_ command: String) throws -> (lines: [String], errors: String, status: Int32) {
    let out = folder.path + ".out"
    let errors = folder.path + ".err"
    defer { for path in [out, errors] { try? FileManager.default.removeItem(atPath: path) } }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "'\(try Onrecord.path)' \(command) >'\(out)' 2>'\(errors)'"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ProcessInfo.processInfo.environment
      .merging(["XDG_DATA_HOME": folder.path + ".data"]) { $1 }
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOfFile: out, encoding: .utf8)
    return (
      text.split(separator: "\n").map(String.init),
      try String(contentsOfFile: errors, encoding: .utf8), process.terminationStatus
    )
  }

  /// An archive knows paths without what they may say twice.
  private func oneSlash(_ line: String) -> String { line.replacing("//", with: "/") }

  @Test func `an archive answers as the files do`() throws {
    #expect(try run("import . --archive a.db --quiet").status == 0)
    for arguments in ["--where 'by:berg'", "--where 'said:frost OR captain'", ""] {
      let files = try run("quotes '\(folder.path)' \(arguments)")
      let archive = try run("quotes --archive a.db \(arguments)")
      #expect(!files.lines.isEmpty)
      #expect(archive.lines.sorted() == files.lines.map(oneSlash).sorted())
      #expect(archive.errors == "")
      for format in ["jsonl", "csv", "md"] {
        let files = try run("export '\(folder.path)' --format \(format) \(arguments)")
        let archive = try run("export --archive a.db --format \(format) \(arguments)")
        #expect(archive.lines.sorted() == files.lines.map(oneSlash).sorted())
      }
    }
    #expect(try run("quotes --archive none.db").errors.contains("there is no archive"))
    #expect(try run("quotes --archive a.db .").errors.contains("not both"))
    #expect(try run("quotes").errors.contains("Missing expected argument"))
  }

  @Test func `only articles and quotes that match are written`() throws {
    let exported = try run("export . --where 'said:ice'")
    #expect(exported.lines.count == 1)
    #expect(exported.lines.allSatisfy { $0.contains("lake.txt") })
    #expect(exported.status == 0)
    let excluded = try run("export . --where '-by:berg'")
    #expect(excluded.lines.count == 1)
    #expect(excluded.lines.allSatisfy { $0.contains("ferry.txt") })
    let quotes = try run("quotes . --where 'by:holm'")
    #expect(quotes.lines.count == 1)
    #expect(quotes.lines.allSatisfy { $0.contains("We will wait for the frost") })
    #expect(try run("quotes . --where lake").lines.count == 2)
    #expect(try run("quotes .").lines.count == 3)
  }

  @Test("Says what is wrong with a query and where", arguments: ["export", "quotes", "repeats"])
  func unreadable(command: String) throws {
    let result = try run("\(command) . --where 'lake speeker:holm'")
    #expect(result.lines.isEmpty)
    #expect(result.errors.contains("column 6: no field 'speeker'; did you mean 'by:'?"))
    #expect(result.status == 64)
  }

  @Test func `marks that cannot be read are no empty marks`() throws {
    let marks = folder.path + ".data/onrecord"
    defer { try? FileManager.default.removeItem(atPath: folder.path + ".data") }
    try FileManager.default.createDirectory(atPath: marks, withIntermediateDirectories: true)
    try Data("no database".utf8).write(to: URL(fileURLWithPath: marks + "/marks.sqlite"))
    let result = try run("export . --where is:unread")
    #expect(result.lines.isEmpty)
    #expect(result.errors.contains("marks.sqlite cannot be read, and --where asks for your marks"))
    #expect(result.status == 1)
    #expect(try run("export . --where lake").lines.count == 1)
  }
}
