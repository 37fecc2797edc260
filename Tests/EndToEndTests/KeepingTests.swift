import Foundation
import Glibc
import Testing

@testable import Model
@testable import TestSupport

/// What belongs to the reader is on the disk whatever becomes of the connection.
@Suite(.serialized) struct KeepingEndToEndTests {
  private func marks(_ folder: TemporaryFolder) -> MarksFile {
    MarksFile(path: folder.path + "/onrecord/marks.sqlite")
  }

  private func start(_ folder: TemporaryFolder, _ arguments: [String]? = nil) throws
    -> PseudoTerminal
  {
    try Onrecord.start(
      arguments, columns: 100, rows: 30,
      environment: ["XDG_DATA_HOME": folder.path, "HOME": folder.path])
  }

  @Test(arguments: [SIGHUP, SIGKILL, 0])
  func `a star and a place of reading outlive a lost connection`(signal: Int32) throws {
    let folder = try TemporaryFolder()
    let terminal = try start(folder)
    #expect(terminal.waitForText("article 1 of 5"))
    terminal.send("\r")
    #expect(terminal.waitForText("min left"))
    terminal.send("s")
    terminal.send("jjjjjjjjjjjj")
    // Leaving the reader notes the place.
    terminal.send("\u{1B}")
    if signal == SIGKILL {
      // Nobody tells the program: it has written by itself.
      #expect(terminal.wait { !marks(folder).places.isEmpty })
      terminal.signal(signal)
    } else if signal == 0 {
      terminal.settle()
      terminal.hangUp()
    } else {
      terminal.settle()
      terminal.signal(signal)
    }
    _ = signal == 0 ? terminal.endingUnread() : terminal.ending()
    let kept = marks(folder)
    #expect(kept.articles(.starred).count == 1)
    #expect(kept.places.count == 1)
    let labels = kept.export().articles
    #expect(labels.contains { !$0.title.isEmpty && $0.file.hasSuffix(".txt") })
  }

  @Test func `an article opens where it was left the last time`() throws {
    let folder = try TemporaryFolder()
    let first = try start(folder)
    #expect(first.waitForText("article 1 of 5"))
    first.send("\r")
    #expect(first.waitForText("min left"))
    first.send("  ")
    first.settle()
    first.send("q")
    #expect(first.ending() == .exit(0))
    let place = try #require(marks(folder).places.first)
    #expect(place.value > 0)
  }
}
