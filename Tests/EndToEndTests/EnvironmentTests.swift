import Foundation
import Glibc
import Testing

@testable import TestSupport

/// Terminals that are missing, unknown or not terminals, and files that mean harm.
@Suite(.serialized) struct EnvironmentTests {
  @Test(
    "Says what to try where there is no screen",
    arguments: [nil, "", "dumb"] as [String?])
  func refusesTerminal(type: String?) throws {
    let terminal = try Onrecord.start(environment: ["TERM": type])
    #expect(terminal.ending() == .exit(1))
    #expect(terminal.screen.text.contains("TERM"))
    // The message may run over the end of a line.
    #expect(terminal.screen.lines.joined().contains("TERM=xterm-256color"))
    #expect(terminal.screen.modes == [])
    terminal.expectRestored()
  }

  @Test func `an unknown terminal is taken for an xterm`() throws {
    let terminal = try Onrecord.start(environment: ["TERM": "shiny-new-terminal"])
    #expect(terminal.waitForText("onrecord · seeds"))
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
  }

  @Test(
    "Works in any locale and on simple terminals",
    arguments: [
      ["LC_ALL": "C"], ["LC_ALL": nil, "LANG": nil], ["LC_ALL": "xx_XX.nonsense"],
      ["NO_COLOR": "1"], ["TERM": "vt100"], ["TERM": "linux"], ["TERM": "screen-256color"],
    ] as [[String: String?]])
  func worksAnywhere(environment: [String: String?]) throws {
    let terminal = try Onrecord.start(environment: environment)
    #expect(terminal.waitForText("onrecord · seeds"))
    if environment["NO_COLOR"] != nil {
      terminal.settle()
      let sent = String(decoding: terminal.output, as: UTF8.self)
      #expect(sent.firstRange(of: /\u{1B}\[[0-9;]*3[0-7]m/) == nil)
    }
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
  }

  @Test(
    "Reads keys from the terminal where standard input is something else",
    arguments: [PseudoTerminal.Channel.closed, .null])
  func readsKeysFromTerminal(input: PseudoTerminal.Channel) throws {
    let terminal = try Onrecord.start(input: input)
    #expect(terminal.waitForText("onrecord · seeds"))
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
  }

  @Test func `says so where no key can be read`() throws {
    let terminal = try Onrecord.start(input: .closed, hasTerminal: false)
    #expect(terminal.ending() == .exit(1))
    #expect(terminal.screen.lines.joined().contains("standard input is not a terminal"))
    #expect(terminal.screen.modes == [])
  }

  @Test func `prints a list where standard output is no terminal`() throws {
    let folder = try TemporaryFolder()
    let list = folder.path + "/list"
    let terminal = try Onrecord.start(output: .file(list))
    let ending = terminal.ending()
    let printed = try String(contentsOfFile: list, encoding: .utf8)
    #expect(terminal.screen.modes == [])
    #expect(!printed.contains("\u{1B}"))
    #expect(ending == .exit(0))
    #expect(printed.split(separator: "\n").count == 5)
    #expect(printed.contains("2018-09-14"))
  }

  @Test func `hostile words and names never reach the terminal`() throws {
    let folder = try TemporaryFolder()
    let attack =
      "\u{1B}]0;owned\u{07}\u{1B}[31m\u{9B}2J\u{90}q\u{202E}\u{2066}\u{200B}\u{0E}\u{08}"
    let article = """
      MOSCOW, January 13 (TASS). Headline \(attack) here

      "We \(attack) agree," Sergey \(attack) Lavrov said \(attack) on Thursday.

      """
    try folder.write(article, to: "evil \u{1B}[31m\u{202E}\u{9B}2J.txt")
    try folder.write("\0\0\0", to: "\u{1B}]2;binary\u{07}.txt")
    for output in [PseudoTerminal.Channel.terminal, .file(folder.path + "/../evil-list")] {
      let terminal = try Onrecord.start([folder.path], output: output)
      if output == .terminal {
        #expect(terminal.waitForText("onrecord ·"))
        // Whatever can be opened is opened: article, sidebar, findings, help.
        for key in ["\r", "]", "]", "3", "\t", "!", "\u{1B}", "z", "?"] {
          terminal.send(key)
          terminal.settle()
        }
        terminal.signal(SIGTERM)
      }
      #expect(terminal.ending() != nil)
      #expect(terminal.screen.unknown == [])
    }
    let list = folder.path + "/../evil-list"
    let printed = try Data(contentsOf: URL(fileURLWithPath: list))
    try? FileManager.default.removeItem(atPath: list)
    #expect(!printed.contains { $0 < 0x20 && $0 != 0x0A })
    #expect(
      !String(decoding: printed, as: UTF8.self).unicodeScalars.contains {
        (0x7F..<0xA0).contains($0.value) || $0.properties.generalCategory == .format
      })
  }
}
