import Glibc
import Testing

@testable import TestSupport

/// Start, resize, suspend and end on a real terminal.
@Suite(.serialized) struct TerminalTests {
  @Test func `q leaves the terminal as it was`() throws {
    let terminal = try Onrecord.start()
    #expect(terminal.waitForText("onrecord · seeds"))
    #expect(terminal.screen.modes.isSuperset(of: [1049, 2004, 1000]))
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
    #expect(terminal.screen.unknown == [])
  }

  @Test func `the mouse can be left to the terminal`() throws {
    let terminal = try Onrecord.start(["--no-mouse", Onrecord.seeds])
    #expect(terminal.waitForText("onrecord · seeds"))
    #expect(!terminal.screen.modes.contains(1000))
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test(
    "Dies of the signal it is sent, with the terminal restored",
    arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func diesOfSignal(signal: Int32) throws {
    let terminal = try Onrecord.start()
    #expect(terminal.waitForText("onrecord · seeds"))
    terminal.signal(signal)
    #expect(terminal.ending() == .signal(signal))
    terminal.expectRestored()
  }

  @Test(
    "Restores the terminal in a crash and dies of it", arguments: [SIGSEGV, SIGABRT, SIGILL])
  func restoresInCrash(signal: Int32) throws {
    let terminal = try Onrecord.start()
    #expect(terminal.waitForText("onrecord · seeds"))
    terminal.signal(signal)
    #expect(terminal.ending() == .signal(signal))
    terminal.expectRestored()
  }

  @Test func `a trap restores the terminal and its message is seen`() throws {
    let terminal = try Onrecord.start(["bench", "--trap"])
    #expect([.signal(SIGILL), .signal(SIGTRAP)].contains(terminal.ending()))
    terminal.expectRestored()
    #expect(terminal.screen.lines.joined().contains("Fatal error"))
  }

  @Test func `stands a storm of sizes`() throws {
    let terminal = try Onrecord.start()
    #expect(terminal.waitForText("onrecord · seeds"))
    let sizes = [
      (1, 1), (300, 100), (2, 1), (1, 2), (20, 5), (19, 4), (59, 10), (60, 24), (110, 30), (3, 90),
      (300, 1), (1, 100), (80, 24), (12, 4), (255, 50), (120, 40),
    ]
    for round in 0..<4 {
      for (columns, rows) in sizes {
        terminal.resize(columns: columns, rows: rows)
        if round % 2 == 1 { terminal.settle() }
      }
    }
    terminal.resize(columns: 100, rows: 30)
    #expect(terminal.waitForText("onrecord · seeds"))
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
  }

  @Test(
    "Starts at any size", arguments: [(1, 1), (2, 2), (12, 4), (300, 100), (40, 1), (1, 40)])
  func startsAtSize(columns: Int, rows: Int) throws {
    let terminal = try Onrecord.start(columns: columns, rows: rows)
    #expect(terminal.wait { terminal.screen.modes.contains(2004) })
    terminal.settle()
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
  }

  @Test func `Ctrl-Z gives the terminal back and fg takes it again`() throws {
    // A shell with job control, as a user has it.
    let terminal = try PseudoTerminal(
      ["bash", "--norc", "--noprofile", "-i"],
      environment: ["PS1": "ready> ", "HISTFILE": "/dev/null"])
    #expect(terminal.waitForText("ready>"))
    terminal.send("\(try Onrecord.path) \(Onrecord.seeds)\n")
    #expect(terminal.wait { terminal.screen.modes.contains(1049) })
    #expect(terminal.waitForText("onrecord · seeds"))
    terminal.send("\u{1A}")
    #expect(terminal.wait { !terminal.screen.modes.contains(1049) })
    #expect(terminal.waitForText("Stopped"))
    terminal.expectModesOff()
    terminal.send("fg\n")
    #expect(terminal.wait { terminal.screen.modes.isSuperset(of: [1049, 1000, 2004]) })
    #expect(terminal.waitForText("onrecord · seeds"))
    terminal.send("q")
    #expect(terminal.wait { !terminal.screen.modes.contains(1049) })
    terminal.send("echo status=$?\n")
    #expect(terminal.waitForText("status=0"))
    terminal.send("exit\n")
    #expect(terminal.ending() == .exit(0))
  }

  @Test func `is stopped and continued by signals`() throws {
    let terminal = try Onrecord.start()
    #expect(terminal.waitForText("onrecord · seeds"))
    terminal.signal(SIGSTOP)
    terminal.signal(SIGCONT)
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
  }

  @Test func `ends when the window is closed`() throws {
    let terminal = try Onrecord.start()
    #expect(terminal.waitForText("onrecord · seeds"))
    terminal.hangUp()
    #expect(terminal.ending() != nil)
  }

  @Test func `ends when the window is closed and SIGHUP is not heard`() throws {
    let terminal = try Onrecord.start(hasTerminal: false)
    #expect(terminal.waitForText("onrecord · seeds"))
    terminal.hangUp()
    #expect(terminal.ending() != nil)
  }

  @Test func `a stopped display does not hold up the end`() throws {
    let terminal = try Onrecord.start(columns: 300, rows: 100)
    #expect(terminal.waitForText("onrecord · seeds"))
    // Nothing is read from here on, so the terminal's buffer fills up.
    for _ in 0..<200 { terminal.send("\u{0C}") }
    usleep(300_000)
    terminal.signal(SIGTERM)
    #expect(terminal.endingUnread() == .signal(SIGTERM))
  }
}

extension PseudoTerminal {
  /// While a shell has the terminal, it may ask for bracketed paste itself, but for nothing more.
  func expectModesOff(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      screen.modes.isDisjoint(with: [1000, 1002, 1003, 1006, 1049]), sourceLocation: sourceLocation)
  }
}
