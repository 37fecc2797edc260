import Testing

@testable import Browser

@Suite struct CommandTableTests {
  @Test func `every command has one row with name, keys and help`() {
    for command in Command.allCases {
      let rows = CommandTable.rows.filter { $0.command == command }
      #expect(rows.count == 1, "\(command)")
      for row in rows {
        #expect(!row.name.isEmpty && !row.help.isEmpty && !row.hint.isEmpty)
        // What has no key takes words, and is reached by its name.
        #expect(!row.keys.isEmpty || row.argument != nil)
        #expect(!row.contexts.isEmpty)
      }
    }
    #expect(Set(CommandTable.rows.map(\.name)).count == CommandTable.rows.count)
  }

  @Test(arguments: Context.allCases)
  func `no key has two meanings in one place`(context: Context) {
    let rows = CommandTable.rows.filter { $0.contexts.contains(context) }
    let keys = rows.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    // A key that begins a sequence has a meaning of its own only where the sequence means the same.
    for row in rows {
      for key in row.keys {
        for other in rows where other.command != row.command {
          let longer = other.keys.first {
            $0.keys.count > key.keys.count && $0.keys.starts(with: key.keys)
          }
          #expect(longer == nil, "\(key.name) is \(row.name) and begins \(other.name)")
        }
      }
    }
  }

  @Test func `every row stands in the help and fits 80 columns`() {
    for row in CommandTable.rows {
      for language in Language.allCases {
        let words = Words(language: language)
        let lines = HelpLines(from: .list, query: "", keymap: .standard, words: words).lines
        let line = lines.first {
          if case .keys(_, _, row) = $0 { true } else { false }
        }
        #expect(line != nil, "\(row.name)")
        #expect(DisplayText.width(of: words.help(row)) <= 57, "\(words.help(row))")
        #expect(!words.hint(row).isEmpty)
      }
    }
  }

  @Test(arguments: [
    (Key.character("j"), Context.list, Command.moveDown),
    (.down, .reader, .moveDown), (.control("d"), .sidebar, .halfPageDown),
    (.character(" "), .help, .pageDown), (.control("d"), .prompt, .deleteForward),
    (.escape, .prompt, .clearFilter), (.escape, .findings, .back), (.tab, .prompt, .complete),
    (.control("z"), .prompt, .suspend),
  ])
  func `a key means what its place says`(key: Key, context: Context, command: Command) {
    #expect(Keymap.standard.meaning(of: [key], in: context) == .command(command))
  }

  @Test func `a key that means nothing says so`() {
    #expect(
      Keymap.standard.meaning(of: [.character("K")], in: .list)
        == .nothing(because: "`K` is not bound; ? lists the keys"))
    #expect(
      Keymap.standard.meaning(of: [.character("Z")], in: .help)
        == .nothing(because: "`Z` works in the list, not in the help"))
  }
}
