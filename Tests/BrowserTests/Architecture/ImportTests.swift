import Foundation
import Testing

/// Swift guards modules, not folders; this reads the sources and guards the folders.
@Suite struct ImportTests {
  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  /// The source files below a folder, with their lines of code (comments left out).
  private func files(in folder: String) -> [(path: String, lines: [String])] {
    let root = Self.sources.appending(path: folder)
    let names =
      FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      let text = (try? String(contentsOf: root.appending(path: name), encoding: .utf8)) ?? ""
      let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      return ("\(folder)/\(name)", lines.filter { !$0.hasPrefix("//") })
    }
  }

  private func importers(of module: String, in folder: String) -> [String] {
    files(in: folder).filter { file in
      file.lines.contains {
        $0.hasPrefix("import ") && $0.split(separator: " ").last == module[...]
      }
    }.map(\.path)
  }

  @Test func `the sources are found`() {
    #expect(files(in: "Browser").count > 20 && files(in: "Model").count > 10)
  }

  @Test func `only the terminal knows curses`() {
    let all = importers(of: "CNcurses", in: "Browser") + importers(of: "CNcurses", in: "Model")
    #expect(all.filter { !$0.hasPrefix("Browser/Terminal/") } == [])
  }

  @Test(arguments: ["GRDB", "SQLite3", "CSQLite"])
  func `only the archive knows the database`(module: String) {
    let all = importers(of: module, in: "Browser") + importers(of: module, in: "Model")
    #expect(all.filter { !$0.hasPrefix("Model/Archive/") } == [])
  }

  @Test(arguments: [
    "Browser/State", "Browser/Commands", "Browser/Update", "Browser/Views", "Browser/Cells",
    "Browser/Typography", "Model/Base", "Model/Reading", "Model/Cleaning", "Model/Language",
    "Model/People", "Model/Quotes", "Model/Query",
  ])
  func `pure folders do without Foundation`(folder: String) {
    for module in ["Foundation", "FoundationEssentials", "Dispatch"] {
      #expect(importers(of: module, in: folder) == [])
    }
  }

  @Test(arguments: [
    ("Browser/State", ["CellGrid", "TerminalEvent", "any Terminal", "NcursesTerminal", " Role."]),
    ("Browser/Commands", ["CellGrid", "TerminalEvent", "any Terminal", "BrowserState"]),
    ("Browser/Update", ["CellGrid", "TerminalEvent", "any Terminal", "NcursesTerminal", " Role."]),
    ("Browser/Views", ["update(", "TerminalEvent", "any Terminal", "NcursesTerminal", "Effect."]),
    ("Browser/Cells", ["BrowserState", "any Terminal", "NcursesTerminal"]),
    ("Model", ["import Browser", "CellGrid"]),
  ])
  func `no layer mentions one above it`(folder: String, words: [String]) {
    for file in files(in: folder) {
      for word in words where file.lines.contains(where: { $0.contains(word) }) {
        Issue.record("\(file.path) mentions \(word)")
      }
    }
  }

  @Test func `nothing stops the program on purpose`() {
    for file in files(in: "Browser") + files(in: "Model") {
      for word in ["fatalError(", "try!", "as!"]
      where file.lines.contains(where: { $0.contains(word) }) {
        Issue.record("\(file.path) uses \(word)")
      }
    }
  }
}
