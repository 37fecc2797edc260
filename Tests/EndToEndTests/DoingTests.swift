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

  @Test func `a restricted session writes nothing but marks, whatever is tried`() throws {
    let folder = try TemporaryFolder()
    let news = folder.path + "/news"
    mkdir(news, 0o755)
    // So many files would be kept in an archive.
    for number in 0..<220 {
      try folder.write("Ferry \(number)\n\nThe ferry sails.\n", to: "news/\(number).txt")
    }
    let home = folder.path + "/home"
    mkdir(home, 0o755)
    mkdir(home + "/onrecord", 0o755)
    let mark = folder.path + "/started"
    try folder.write(
      "[commands]\nout = { keys = \"K\", run = \"pipe touch \(mark)\" }\n",
      to: "home/onrecord/config.toml")
    // What a PDF would be read by.
    mkdir(folder.path + "/bin", 0o755)
    try folder.write("#!/bin/sh\ntouch \(mark)\n", to: "bin/pdftotext")
    chmod(folder.path + "/bin/pdftotext", 0o755)
    try folder.write("%PDF-1.4\n", to: "news/a.pdf")
    let terminal = try Onrecord.start(
      ["--restricted", news], columns: 100, rows: 30,
      environment: [
        "HOME": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home, "XDG_CACHE_HOME": home,
        "XDG_DATA_HOME": home + "/data", "EDITOR": "touch \(mark)", "PAGER": "touch \(mark)",
        "BROWSER": "touch \(mark)", "PATH": folder.path + "/bin:/usr/bin:/bin",
      ])
    #expect(terminal.waitForText("article 1 of 220"))
    for keys in [
      "\r", "ge", "gp", "gx", "K", "|touch \(mark)\r", "\u{1B}", ":pipe touch \(mark)\r",
      ":export \(home)/a.csv\r", ",aK,", "@a", "--", "gj", ":set indent 2\r", "\u{1A}", "\u{1C}",
      "s",
    ] {
      terminal.send(keys)
      terminal.settle()
    }
    #expect(terminal.waitForText("starred"))
    terminal.send("\u{1B}\u{1B}")
    terminal.settle()
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
    let files = try FileManager.default.subpathsOfDirectory(atPath: home).sorted()
    #expect(
      files.filter { !$0.hasPrefix("data") } == ["onrecord", "onrecord/config.toml"], "\(files)")
    #expect(files.contains("data/onrecord/marks.sqlite"))
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test(arguments: [
    ["import", "seeds"], ["export", "seeds"], ["config", "show"], ["marks", "export"],
    ["corrections", "export", "x", "seeds"], ["--rebuild", "seeds"], ["show", "/etc/passwd"],
  ])
  func `a restricted session has no other commands`(arguments: [String]) throws {
    let terminal = try Onrecord.start(
      arguments, columns: 100, environment: ["ONRECORD_RESTRICTED": "1"])
    #expect(terminal.ending() == .exit(1))
    #expect(terminal.screen.text.contains("restricted session"))
  }

  @Test func `an archive in trouble is told of on the screen and made anew`() throws {
    let (folder, environment) = try home()
    let archive = folder.path + "/own.archive"
    try folder.write(
      "This is no archive.\n" + String(repeating: "x", count: 5000), to: "own.archive")
    let terminal = try Onrecord.start(
      [Onrecord.seeds, "--archive", archive], columns: 100, rows: 30, environment: environment)
    #expect(terminal.waitForText("is damaged"))
    #expect(terminal.screen.text.contains("are safe"))
    terminal.send("y")
    #expect(terminal.waitForText("article 1 of 5"))
    terminal.send("q")
    #expect(terminal.ending() == .exit(0))
    terminal.expectRestored()
  }

  @Test func `an archive in trouble may be left alone`() throws {
    let (folder, environment) = try home()
    let archive = folder.path + "/own.archive"
    let words = "This is no archive.\n" + String(repeating: "x", count: 5000)
    try folder.write(words, to: "own.archive")
    for (flags, key) in [([], "m"), (["--restricted"], "m"), ([], "q"), ([], "\u{1B}")] {
      let terminal = try Onrecord.start(
        flags + [Onrecord.seeds, "--archive", archive], columns: 100, rows: 30,
        environment: environment)
      #expect(terminal.waitForText("is damaged"))
      #expect(terminal.screen.text.contains("make it anew") == flags.isEmpty)
      terminal.send(key)
      if key == "m" {
        #expect(terminal.waitForText("article 1 of 5"))
        terminal.send("q")
      }
      #expect(terminal.ending() == .exit(0))
      terminal.expectRestored()
    }
    #expect(try String(contentsOfFile: archive, encoding: .utf8) == words)
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
    #expect(terminal.waitForText("not in a restricted session: no other program is run"))
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
