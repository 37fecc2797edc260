import Foundation
import Glibc
import Testing

@testable import TestSupport

/// What happens on the real binary when something behind the screen does not come to an end.
@Suite(.serialized) struct HangingTests {
  /// A folder with an article and a PDF that its converter never finishes.
  private func folder(_ converter: String) throws -> (TemporaryFolder, [String: String?]) {
    let folder = try TemporaryFolder()
    mkdir(folder.path + "/news", 0o755)
    mkdir(folder.path + "/bin", 0o755)
    let texts = [
      "The ferry sails every night of the winter.", "Nobody paid for the boat to the island.",
      "A storm broke the pier, and divers look for its planks.",
    ]
    for (index, text) in texts.enumerated() {
      try folder.write("Ferry \(index + 1)\n\n\(text)\n", to: "news/\(index + 1).txt")
    }
    try folder.write("%PDF-1.4\n", to: "news/a.pdf")
    try folder.write("#!/bin/sh\n\(converter)\n", to: "bin/pdftotext")
    chmod(folder.path + "/bin/pdftotext", 0o755)
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return (folder, ["PATH": folder.path + "/bin:" + path])
  }

  @Test(arguments: ["kill -STOP $$", "exec sleep 600", "while :; do :; done"])
  func `a converter that never ends holds up neither keys nor leaving`(converter: String) throws {
    let (folder, environment) = try folder(converter)
    let terminal = try Onrecord.start(
      [folder.path + "/news"], columns: 100, rows: 30, environment: environment)
    #expect(terminal.waitForText("Ferry 2"))
    #expect(terminal.waitForText("reading"))
    terminal.send("j")
    #expect(terminal.waitForText("article 2 of "))
    terminal.send("/ferry 1")
    #expect(terminal.waitForText("/ ferry 1"))
    terminal.send("\u{1B}")
    #expect(terminal.waitForText("article 2 of "))
    terminal.resize(columns: 70, rows: 20)
    terminal.send("\r")
    #expect(terminal.waitForText("▸READER"))
    terminal.send("q")
    #expect(terminal.ending(seconds: 5) == .exit(0))
    terminal.expectRestored()
  }

  @Test func `a folder that never answers is left with q`() throws {
    // Reading a FIFO's folder goes on; opening the FIFO for an archive would wait for ever.
    let folder = try TemporaryFolder()
    let archive = folder.path + "/own.archive"
    #expect(mkfifo(archive, 0o600) == 0)
    let terminal = try Onrecord.start(
      [Onrecord.seeds, "--archive", archive], columns: 100, rows: 30)
    #expect(terminal.waitForText("onrecord · seeds"))
    terminal.settle()
    terminal.send("?")
    #expect(
      terminal.wait {
        terminal.screen.text.contains("KEYS") || terminal.screen.text.contains("quit")
      })
    terminal.send("\u{1B}")
    terminal.settle()
    terminal.send("q")
    #expect(terminal.ending(seconds: 5) == .exit(0))
    terminal.expectRestored()
  }

  @Test func `a command that reads nothing is ended by Ctrl-C`() throws {
    let folder = try TemporaryFolder()
    let words = String(repeating: "The ferry sails every night of the winter. ", count: 5_000)
    try folder.write("Ferry\n\n\(words)\n", to: "ferry.txt")
    let terminal = try Onrecord.start([folder.path], columns: 100, rows: 30)
    #expect(terminal.waitForText("article 1 of 1"))
    terminal.send("\r")
    #expect(terminal.waitForText("▸READER"))
    #expect(terminal.waitForText("min left"))
    // What is typed does not hold what is printed.
    // One process: a shell may be ended before what it starts can hear of it.
    terminal.send("|echo sta''rted; exec sleep 600\r")
    #expect(terminal.waitForText("started"))
    terminal.send("\u{3}")
    #expect(terminal.waitForText("Enter goes back"))
    terminal.send("\r")
    #expect(terminal.waitForText("▸READER"))
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
  }

  @Test func `what a command leaves behind holds nothing up`() throws {
    let folder = try TemporaryFolder()
    let words = String(repeating: "The ferry sails every night of the winter. ", count: 5_000)
    try folder.write("Ferry\n\n\(words)\n", to: "ferry.txt")
    let terminal = try Onrecord.start([folder.path], columns: 100, rows: 30)
    #expect(terminal.waitForText("article 1 of 1"))
    terminal.send("\r")
    #expect(terminal.waitForText("▸READER"))
    #expect(terminal.waitForText("min left"))
    // It keeps the end of the pipe from which nothing is read.
    terminal.send("|sleep 60 <&0 & echo le''ft\r")
    #expect(terminal.waitForText("left"))
    #expect(terminal.waitForText("Enter goes back"))
    terminal.send("\r")
    #expect(terminal.waitForText("▸READER"))
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
  }
}
