import Foundation
import Testing

@testable import Browser

/// The documents tell what the tables hold.
@Suite struct DocumentTests {
  private func text(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: name), encoding: .utf8)
  }

  /// The rows of README's table of keys.
  private func keyTable() throws -> Set<String> {
    let section = try text("README.md").components(separatedBy: "## Keys").dropFirst().first ?? ""
    let rows = section.split(separator: "\n").filter { $0.hasPrefix("| ") }
    var keys: Set<String> = []
    for row in rows {
      let text = row.replacing("<code>&#124;</code>", with: "`|`")
      let parts = text.split(separator: "`", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() where index % 2 == 1 {
        keys.insert(String(part.filter { $0 != " " || part == " " }))
      }
      for word in text.split(whereSeparator: { " ·|,;".contains($0) }) { keys.insert(String(word)) }
    }
    return keys
  }

  @Test func `README's table has a key of every command of panes and views`() throws {
    let told = try keyTable()
    let arrows = ["Up": "↑", "Down": "↓"]
    for row in CommandTable.rows where !row.contexts.isDisjoint(with: Context.places) {
      // Ctrl-C says how to quit; Ctrl-T and g; are told as Ctrl-I and Ctrl-O.
      let names = row.keys.map(\.name).filter { !$0.isEmpty }
      guard !names.isEmpty, row.command != .interrupt, row.command != .jumpForward else { continue }
      let isTold = names.contains { name in
        told.contains(name) || told.contains(arrows[name] ?? name)
          || told.contains(name.filter { $0 != " " })
      }
      #expect(isTold, "README does not tell \(names) of \(row.name)")
    }
  }

  @Test func `README and the comparison tell no key that does not exist`() throws {
    let bound = Set(CommandTable.rows.flatMap(\.keys).map { $0.name.filter { $0 != " " } })
    let compared = try text("docs/compared.md")
    for key in ["za", "zR", "zM", "S", "F", "Z"] {
      #expect(bound.contains(key))
      let readme = try text("README.md")
      #expect(readme.contains("`\(key)`") || compared.contains("`\(key)`"), "\(key)")
    }
  }
}
