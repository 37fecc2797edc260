import Foundation
import Glibc
import Testing

@testable import TestSupport

/// Slow lines, many terminals, answers in pieces, storms.
@Suite(.serialized) struct SlowAndStrangeTests {
  @Test func `at 9,600 baud keys are answered with few bytes and the screen is right`() throws {
    let terminal = try Onrecord.start(columns: 80, rows: 24)
    terminal.bytesPerSecond = 960
    #expect(terminal.waitForText("article 1 of 5"))
    terminal.settle()
    func bytes(_ keys: String) -> Int {
      let before = terminal.output.count
      terminal.send(keys)
      terminal.settle()
      terminal.settle()
      return terminal.output.count - before
    }
    _ = bytes("j")
    #expect(bytes("\r") <= 2_500)
    #expect(bytes("j") <= 250)
    #expect(bytes(" ") <= 3_000)
    #expect(bytes("\u{1B}") <= 2_500)
    // Keys that come faster than the line carries screens do not pile screens up.
    #expect(bytes(String(repeating: "j", count: 30) + String(repeating: "k", count: 2)) <= 4_000)
    #expect(terminal.waitForText("article 3 of 5"))
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test(
    "Shows the same on every terminal",
    arguments: [
      "xterm", "xterm-kitty", "alacritty", "foot", "tmux-256color", "screen", "linux", "vt220",
      "vt100", "no-such-terminal",
    ])
  func showsTheSame(type: String) throws {
    let folders = ["/usr/share/terminfo", "/lib/terminfo", "/etc/terminfo"]
    let entry = "\(type.prefix(1))/\(type)"
    guard
      type == "no-such-terminal"
        || folders.contains(where: { FileManager.default.fileExists(atPath: "\($0)/\(entry)") })
    else { return }
    func play(_ type: String) throws -> [String] {
      let terminal = try Onrecord.start(columns: 100, rows: 30, environment: ["TERM": type])
      #expect(terminal.waitForText("article 1 of 5"))
      for key in ["j", "j", "\r", "]", "3"] {
        terminal.send(key)
        terminal.settle()
      }
      let lines = terminal.screen.lines
      terminal.send("\u{3}")
      terminal.settle()
      terminal.send("q")
      #expect(terminal.ending() == .exit(0))
      terminal.expectRestored()
      return lines
    }
    #expect(try play(type) == play("xterm-256color"))
  }

  @Test(
    "Answers that come in pieces are never taken for keys",
    arguments: [
      ["\u{1B}[?2026;2$y", "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\"],
      ["\u{1B}[?20", "26;2$", "y\u{1B}]11;rgb:1e1e", "/1e1e/1e1e\u{7}"],
      ["\u{1B}", "[?2026;2$y", "\u{1B}", "]11;rgb:0/0/0\u{7}"],
    ])
  func takesAnswers(pieces: [String]) throws {
    let terminal = try Onrecord.start(columns: 100, rows: 30)
    #expect(terminal.waitForText("article 1 of 5"))
    terminal.settle()
    for piece in pieces {
      terminal.send(piece)
      terminal.settle()
    }
    #expect(terminal.screen.text.contains("article 1 of 5"))
    #expect(!terminal.screen.text.contains("not bound"))
    terminal.send("j")
    #expect(terminal.waitForText("article 2 of 5"))
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
  }

  @Test func `a large frame is held back until it is whole where that is understood`() throws {
    let terminal = try Onrecord.start(columns: 100, rows: 30)
    #expect(terminal.waitForText("article 1 of 5"))
    terminal.send("\u{1B}[?2026;2$y")
    terminal.settle()
    terminal.send("\u{0C}")
    #expect(
      terminal.wait {
        String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}[?2026l")
      })
    terminal.settle()
    #expect(!terminal.screen.modes.contains(2026))
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test func `stands 500 sizes with keys in between`() throws {
    let terminal = try Onrecord.start(["--restricted", Onrecord.seeds])
    #expect(terminal.waitForText("onrecord · seeds"))
    var random = SystemRandomNumberGenerator()
    let keys = ["j", "k", "\r", "\u{1B}", "3", "]", "?", "z", "/a", "R", ":", "\u{C}", "G", "gg"]
    for step in 0..<500 {
      terminal.resize(
        columns: Int.random(in: 1...300, using: &random),
        rows: Int.random(in: 1...100, using: &random))
      if step % 3 == 0 { terminal.send(keys.randomElement(using: &random) ?? "j") }
      if step % 50 == 0 { terminal.settle() }
    }
    terminal.resize(columns: 100, rows: 30)
    terminal.send("\u{1B}\u{1B}\u{1B}\u{1B}\u{1B}")
    #expect(terminal.waitForText("onrecord · seeds"))
    terminal.signal(SIGTERM)
    #expect(terminal.ending() == .signal(SIGTERM))
    terminal.expectRestored()
  }

  @Test(arguments: [(120, 35), (80, 24), (40, 12)])
  func `random bytes leave the terminal whole`(columns: Int, rows: Int) throws {
    let terminal = try Onrecord.start(
      ["--restricted", Onrecord.seeds], columns: columns, rows: rows)
    #expect(terminal.wait { terminal.screen.modes.contains(2004) })
    var random = SystemRandomNumberGenerator()
    // No Ctrl-Z, and nothing that leaves.
    let bytes = (UInt8(1)...126).filter { $0 != 0x1A && $0 != UInt8(ascii: "q") }
    for round in 0..<100 {
      let text = (0..<100).compactMap { _ in bytes.randomElement(using: &random) }
      terminal.send(String(decoding: text, as: UTF8.self))
      if round % 10 == 0 { terminal.settle() }
    }
    terminal.settle()
    #expect(terminal.screen.unknown == [])
    terminal.signal(SIGTERM)
    #expect(terminal.ending() != nil)
    terminal.expectRestored()
  }

  @Test func `a paste goes into a prompt as one line`() throws {
    let terminal = try Onrecord.start(columns: 100, rows: 30)
    #expect(terminal.waitForText("article 1 of 5"))
    terminal.send("/\u{1B}[200~bost\nq\u{1B}[201~")
    #expect(terminal.waitForText("bost q"))
    terminal.send("\u{1B}")
    terminal.settle()
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
  }
}
