import Foundation
import Glibc
import Testing

@testable import TestSupport

/// What reaches beyond the screen, on the real binary.
@Suite(.serialized) struct DoingEndToEndTests {
  /// A folder that is home, configuration and state at once.
  private func home() throws -> (TemporaryFolder, [String: String?]) {
    let folder = try TemporaryFolder()
    return (
      folder,
      ["HOME": folder.path, "XDG_CONFIG_HOME": folder.path, "XDG_STATE_HOME": folder.path]
    )
  }

  @Test func `the editor gets file and line, and the screen comes back`() throws {
    let (folder, environment) = try home()
    let script = folder.path + "/my editor"
    try folder.write("#!/bin/sh\nprintf '%s|' \"$@\" > \"$0.log\"\n", to: "my editor")
    chmod(script, 0o755)
    let terminal = try Onrecord.start(
      columns: 100, rows: 30,
      environment: environment.merging(["EDITOR": "'\(script)' -x"]) { $1 })
    #expect(terminal.waitForText("article 1 of 5"))
    terminal.send("j\r")
    #expect(terminal.waitForText("▸READER"))
    // The article must have come.
    #expect(terminal.waitForText("min left"))
    terminal.send("ge")
    let log = script + ".log"
    #expect(terminal.wait { FileManager.default.fileExists(atPath: log) })
    #expect(terminal.wait { terminal.screen.modes.contains(1049) })
    #expect(terminal.waitForText("▸READER"))
    let arguments = try String(contentsOfFile: log, encoding: .utf8)
    #expect(arguments.hasPrefix("-x|+") && arguments.hasSuffix(".txt|"))
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
  }

  @Test func `a command gets the article and is seen until Enter`() throws {
    let terminal = try Onrecord.start(columns: 100, rows: 30)
    #expect(terminal.waitForText("article 1 of 5"))
    terminal.send("\r")
    #expect(terminal.waitForText("▸READER"))
    #expect(terminal.waitForText("min left"))
    terminal.send("|grep -c Russia | sed s/^/found-/\r")
    #expect(terminal.waitForText("found-"))
    terminal.send("\r")
    #expect(terminal.waitForText("▸READER"))
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
  }

  @Test func `what is copied goes to the terminal`() throws {
    let terminal = try Onrecord.start(columns: 100, rows: 30)
    #expect(terminal.waitForText("article 1 of 5"))
    terminal.send("\r")
    #expect(terminal.waitForText("▸READER"))
    // What can be copied must have come.
    #expect(terminal.waitForText("min left"))
    terminal.send("yp")
    #expect(
      terminal.wait {
        String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}]52;c;")
      })
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test(arguments: [["--restricted"], []])
  func `a restricted session starts nothing`(flags: [String]) throws {
    let (folder, environment) = try home()
    let mark = folder.path + "/started"
    let terminal = try Onrecord.start(
      flags + [Onrecord.seeds], columns: 100, rows: 30,
      environment: environment.merging([
        "EDITOR": "touch \(mark)", "ONRECORD_RESTRICTED": flags.isEmpty ? "1" : nil,
      ]) { $1 })
    #expect(terminal.waitForText("article 1 of 5"))
    terminal.send("\rge")
    #expect(terminal.waitForText("not in a restricted session"))
    terminal.send("|touch \(mark)\r")
    terminal.send(":export \(folder.path)/out.csv\r")
    terminal.settle()
    terminal.send("-")
    terminal.settle()
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func `what is filtered is exported, and never over a file`() throws {
    let (folder, environment) = try home()
    let path = folder.path + "/out.csv"
    let terminal = try Onrecord.start(columns: 100, rows: 30, environment: environment)
    #expect(terminal.waitForText("article 1 of 5"))
    terminal.send("/bost\r:export \(path)\r")
    #expect(terminal.waitForText("1 article in"))
    let table = try String(contentsOfFile: path, encoding: .utf8)
    #expect(table.hasPrefix("article,file,line") && table.contains("Anatoly Antonov"))
    terminal.send(":export \(path)\r")
    #expect(terminal.waitForText("File exists"))
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test func `the measure is kept, and the configuration is taken up while running`() throws {
    let (folder, environment) = try home()
    mkdir(folder.path + "/onrecord", 0o700)
    let terminal = try Onrecord.start(columns: 100, rows: 30, environment: environment)
    #expect(terminal.waitForText("article 1 of 5"))
    terminal.send("\r--")
    #expect(terminal.waitForText("measure 64"))
    #expect(
      terminal.wait {
        (try? String(contentsOfFile: folder.path + "/onrecord/typesetting", encoding: .utf8))?
          .contains("measure 64") == true
      })
    try folder.write("[keys]\nquit = \"X\"\n", to: "onrecord/config.toml")
    #expect(terminal.waitForText("the configuration was taken up"))
    terminal.send("X")
    #expect(terminal.ending() == .exit(0))
  }

  @Test func `config check names line and mistake`() throws {
    let (folder, environment) = try home()
    mkdir(folder.path + "/onrecord", 0o700)
    try folder.write("[keys]\nqiut = \"X\"\n", to: "onrecord/config.toml")
    let terminal = try Onrecord.start(
      ["config", "check"], columns: 200, environment: environment)
    #expect(terminal.ending() == .exit(1))
    #expect(terminal.screen.text.contains("config.toml:2: no command 'qiut'; did you mean 'quit'?"))
  }

  @Test func `Russian is chosen by the locale`() throws {
    let terminal = try Onrecord.start(
      columns: 120, rows: 35, environment: ["LC_ALL": nil, "LANG": "ru_RU.UTF-8"])
    #expect(terminal.waitForText("5 статей"))
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test func `plain screens hold no lines and bars`() throws {
    let terminal = try Onrecord.start(["--plain", Onrecord.seeds], columns: 120, rows: 35)
    #expect(terminal.waitForText("1 of 5"))
    for key in ["j", "\r", "]", "3", "j"] {
      terminal.send(key)
      terminal.settle()
    }
    let sent = String(decoding: terminal.output, as: UTF8.self).unicodeScalars
    #expect(!sent.contains { (0x2500...0x25FF).contains($0.value) })
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
  }
}
