import Testing

@testable import TestSupport

/// What a user does first, on the real binary and the seeds.
@Suite struct ReadingTests {
  @Test func `moves, opens, jumps to a quote, shows help and leaves`() throws {
    let terminal = try Onrecord.start(columns: 120, rows: 35)
    #expect(terminal.waitForText("1 of 5"))
    terminal.send("j")
    #expect(terminal.waitForText("2 of 5"))
    // The reader follows once the selection rests.
    #expect(terminal.waitForText("WASHINGTON, September 14"))
    let bar = terminal.screen.lines.firstIndex { $0.hasPrefix("▌") }
    // The real cursor stands on the selected row, where screen readers look for it.
    #expect(terminal.wait { terminal.screen.row == bar })
    terminal.send("\r")
    #expect(terminal.waitForText("▸READER"))
    terminal.send("]")
    #expect(terminal.waitForText("▎"))
    terminal.send("?")
    #expect(terminal.waitForText("Ctrl-D"))
    terminal.send("\u{1B}")
    #expect(terminal.waitForText("▎"))
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    #expect(terminal.screen.unknown == [])
    terminal.expectRestored()
  }

  @Test func `a letter of a filter is shown and Escape clears it`() throws {
    let terminal = try Onrecord.start(columns: 80, rows: 24)
    #expect(terminal.waitForText("1 of 5"))
    terminal.send("/bost")
    #expect(terminal.waitForText("bost"))
    terminal.send("\u{1B}")
    #expect(terminal.wait { !terminal.screen.text.contains("bost") })
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
  }

  @Test func `keys that come together are taken in their order`() throws {
    let terminal = try Onrecord.start(columns: 80, rows: 24)
    #expect(terminal.waitForText("1 of 5"))
    terminal.send("\u{1B}\u{1B}\u{1B}/bost")
    #expect(terminal.waitForText("/ bost"))
    terminal.send("\u{1B}q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
  }

  @Test func `moving a row sends at most 300 bytes`() throws {
    let terminal = try Onrecord.start(columns: 120, rows: 35)
    #expect(terminal.waitForText("1 of 5"))
    #expect(terminal.waitForText("PEOPLE"))
    terminal.settle()
    // The first move may cost more: it hides what only the start shows.
    for key in ["j", "k", "j", "k"] {
      let before = terminal.output.count
      terminal.send(key)
      #expect(terminal.wait { terminal.output.count > before })
      #expect(terminal.output.count - before <= 300)
      terminal.settle()
    }
  }
}
