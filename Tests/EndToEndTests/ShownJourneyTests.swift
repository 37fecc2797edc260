import Foundation
import Testing

@testable import TestSupport

/// A folder of articles that journeys are played on, and what is asked of it.
struct JourneyArchive: Sendable, CustomTestStringConvertible {
  let folder: String
  let person: String
  let topic: String

  var query: String { "said:\(topic) by:\(person)" }
  var testDescription: String { (folder as NSString).lastPathComponent }

  /// The seeds, and measuring data where it lies beside the project.
  static var all: [JourneyArchive] {
    let data =
      URL(fileURLWithPath: Onrecord.seeds).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("shared/data/polnear/dev/text").path
    let more =
      FileManager.default.fileExists(atPath: data)
      ? [JourneyArchive(folder: data, person: "trump", topic: "tax")] : []
    return [JourneyArchive(folder: Onrecord.seeds, person: "antonov", topic: "russia")] + more
  }

  /// How many articles there are.
  var count: Int { (try? FileManager.default.contentsOfDirectory(atPath: folder).count) ?? 0 }
}

/// What users set out to do, on real articles; whatever they say, the screen must agree with the files.
@Suite(.serialized) struct ShownJourneyTests {
  private let own: TemporaryFolder
  private var environment: [String: String?] {
    ["XDG_DATA_HOME": own.path + "/data", "XDG_CACHE_HOME": own.path + "/cache"]
  }

  init() throws { own = try TemporaryFolder() }

  /// The browser with everything read.
  private func open(_ archive: JourneyArchive) throws -> PseudoTerminal {
    let terminal = try Onrecord.start(
      [archive.folder], columns: 120, rows: 40, environment: environment)
    #expect(
      terminal.wait {
        terminal.screen.text.contains("\(archive.count) articles")
          && !terminal.screen.text.contains("reading ")
      }, "\(terminal.screen.text)")
    return terminal
  }

  /// What the program prints without a screen.
  private func lines(_ arguments: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try Onrecord.path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(environment.compactMapValues(\.self)) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test(arguments: JourneyArchive.all)
  func `what a person said about something goes into a document with where it stands`(
    _ archive: JourneyArchive
  ) throws {
    let known = try lines(["quotes", archive.folder, "--where", archive.query])
    #expect(known.count > 1)
    let terminal = try open(archive)
    terminal.send("/\(archive.query)\r")
    #expect(terminal.waitForText("filter: \(archive.query)"))
    terminal.send("Qo")
    #expect(terminal.waitForText("QUOTES oldest first"))
    #expect(terminal.waitForText("1 of \(known.count) in "))
    let document = own.path + "/quotes.md"
    terminal.send(":export \(document)\r")
    #expect(terminal.waitForText("\(known.count) quotes in "))
    let text = try String(contentsOfFile: document, encoding: .utf8)
    #expect(text.components(separatedBy: "\n> — ").count - 1 == known.count)
    for line in known {
      let place = String(line.prefix { $0 != "\t" })
      #expect(text.contains("`\(place)`"), "\(place)")
    }
    // A passage, and back again; then out, step by step.
    terminal.send("\r")
    #expect(terminal.waitForText("▸READER"))
    terminal.send("\u{1B}")
    #expect(terminal.waitForText("1 of \(known.count) in "))
    terminal.send("qq")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
  }

  @Test(arguments: JourneyArchive.all)
  func `new articles are read and two get a star`(_ archive: JourneyArchive) throws {
    let count = min(10, archive.count)
    let terminal = try open(archive)
    for number in 1...count {
      terminal.send("\r")
      #expect(terminal.waitForText("▸READER"))
      if number <= 2 {
        terminal.send("s")
        #expect(terminal.waitForText("starred; u undoes"))
      }
      terminal.send("\u{1B}")
      #expect(terminal.wait { !terminal.screen.text.contains("▸READER") })
      terminal.send("j")
      terminal.settle()
    }
    terminal.send("/is:starred\r")
    #expect(terminal.waitForText("2 of \(archive.count) match"), "\(terminal.screen.text)")
    terminal.hangUp()
    #expect(terminal.ending() != nil)

    let again = try open(archive)
    again.send("/is:read\r")
    #expect(again.waitForText("\(count) of \(archive.count) match"), "\(again.screen.text)")
    again.send("\u{1B}/is:starred\r")
    #expect(again.waitForText("2 of \(archive.count) match"))
    again.send("\u{1B}q")
    #expect(again.ending() == .exit(0))
    again.expectRestored()
  }

  @Test(arguments: JourneyArchive.all)
  func `a filter gone wrong says why, and is cleared`(_ archive: JourneyArchive) throws {
    let terminal = try open(archive)
    terminal.send("/\(archive.topic) speker:\(archive.person)")
    #expect(terminal.waitForText("no field 'speker'"))
    terminal.send("\r")
    terminal.settle()
    #expect(terminal.screen.text.contains("speker:"))
    terminal.send("\u{17}\u{17}qqqxyzzy\r")
    #expect(terminal.waitForText("Nothing matches"))
    terminal.send("\u{1B}")
    #expect(
      terminal.wait {
        !terminal.screen.text.contains("filter:")
          && terminal.screen.text.contains("\(archive.count) articles")
      })
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
  }
}
