import Model
import Testing

@testable import Browser
@testable import TestSupport

/// The whole loop with threads, mailbox and effects, on a terminal that is a script.
@Suite struct RuntimeTests {
  private func run(
    _ script: [ScriptedTerminal.Step], columns: Int = 80, rows: Int = 24
  ) -> (terminal: ScriptedTerminal, exit: RuntimeExit) {
    let terminal = ScriptedTerminal(columns: columns, rows: rows, script: script)
    let archive = MemoryArchive()
    archive.add(SampleArticles.all)
    let runtime = Runtime(
      terminal: terminal, mailbox: Mailbox(wake: terminal.wake), archive: archive,
      importer: Importer(paths: []), archiveName: "samples")
    return (terminal, runtime.run())
  }

  @Test func `opens an article, goes to a quote and quits`() {
    let (terminal, exit) = run([
      .waitForText("Harbour council"), .key(.character("j")), .key(.enter),
      .waitForText("PORT HALVARD"), .key(.character("]")), .waitForText("line 6 of ferry.txt"),
      .key(.escape), .key(.character("q")),
    ])
    #expect(exit == .quit && terminal.missed == [])
    #expect(terminal.screen.contains("▎We heard from nurses"))
  }

  @Test func `the reader follows the selection when it rests`() {
    let (terminal, _) = run([
      .waitForText("湖の水位は"), .key(.character("j")), .waitForText("PORT HALVARD"),
    ])
    #expect(terminal.missed == [])
  }

  @Test func `a hang-up ends the loop`() {
    #expect(run([]).exit == .hangUp)
  }

  @Test func `keys that change nothing send nothing`() {
    let quiet = run([.waitForText("PEOPLE"), .waitForText("湖の水位は")], columns: 120)
    let pressed = run(
      [.waitForText("PEOPLE"), .waitForText("湖の水位は"), .key(.home), .key(.home)],
      columns: 120)
    #expect(quiet.terminal.shown.last == pressed.terminal.shown.last)
    #expect(zip(pressed.terminal.shown, pressed.terminal.shown.dropFirst()).allSatisfy { $0 != $1 })
  }

  @Test func `suspending and Ctrl-L draw the whole screen anew`() {
    let (terminal, _) = run([
      .waitForText("湖の水位は"), .key(.control("z")), .key(.control("l")), .event(.resumed),
    ])
    #expect(terminal.suspensions == 1 && terminal.invalidations == 3)
  }

  @Test func `the mouse is handed to the terminal and taken back`() {
    let (terminal, _) = run([
      .waitForText("湖の水位は"), .key(.character("m")), .key(.character("m")),
    ])
    #expect(terminal.mouseSettings == [false, true])
  }

  @Test func `too small a terminal waits and comes back`() {
    let (terminal, exit) = run([
      .waitForText("湖の水位は"), .resize(3, 2), .key(.character("j")), .resize(1, 1), .resize(0, 0),
      .resize(80, 24), .waitForText("PORT HALVARD"), .key(.character("q")),
    ])
    #expect(exit == .quit && terminal.missed == [])
    #expect(terminal.shown.contains { $0.size == Size(columns: 1, rows: 1) })
  }
}
