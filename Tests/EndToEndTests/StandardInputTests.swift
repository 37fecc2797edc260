import Foundation
import Glibc
import Testing

@testable import TestSupport

/// Articles that come through a pipe, while the keys come from the terminal.
@Suite(.serialized) struct StandardInputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let lines = (1...5).map {
      "{\"title\": \"Lake \($0) closed\", \"text\": \"The lake was closed on Friday.\", "
        + "\"date\": \"2019-03-0\($0)\"}\n"
    }
    try folder.write(lines.joined(), to: "lakes.jsonl")
  }

  private func shell(_ command: String) throws -> PseudoTerminal {
    let words = command.replacing("onrecord", with: try Onrecord.path)
      .replacing("lakes.jsonl", with: "'\(folder.path)/lakes.jsonl'")
    return try PseudoTerminal(["bash", "-c", words])
  }

  @Test(
    "Opens what is piped in and listens to the terminal",
    arguments: [
      "cat lakes.jsonl | onrecord", "onrecord - <lakes.jsonl", "gzip -c lakes.jsonl | onrecord -",
    ])
  func opensPipe(command: String) throws {
    let terminal = try shell(command)
    #expect(terminal.waitForText("onrecord · standard input"))
    #expect(terminal.waitForText("1 of 5"))
    #expect(terminal.waitForText("Lake 5 closed"))
    terminal.send("j")
    #expect(terminal.waitForText("2 of 5"))
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
  }

  @Test func `leaves though the pipe goes on`() throws {
    let terminal = try shell("exec onrecord - < <(cat lakes.jsonl; exec sleep 60)")
    // What the file is shows itself with its first 16 kB; the screen does not wait for them.
    #expect(terminal.waitForText("onrecord · standard input"))
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
  }

  @Test func `filters work without a terminal`() throws {
    let output = folder.path + "/out"
    let terminal = try PseudoTerminal(
      ["bash", "-c", "\(try Onrecord.path) export - <'\(folder.path)/lakes.jsonl'"],
      output: .file(output))
    #expect(terminal.ending() == .exit(0))
    let lines = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines.allSatisfy { $0.contains("\"file\":\"-\"") })
  }
}
