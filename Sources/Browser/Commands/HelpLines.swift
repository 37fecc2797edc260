import Model

/// A line of the help.
enum HelpLine: Hashable, Sendable {
  case heading(String)
  case blank
  case keys(String, help: String, row: CommandRow)
  case words(String)
  /// A field of the filter.
  case field(String, help: String)
}

/// The help, made from the command table: what works where it was asked for comes first.
struct HelpLines: Hashable, Sendable {
  private(set) var lines: [HelpLine] = []
  /// The lines of commands, in order.
  private(set) var commands: [Int] = []

  /// - Parameter query: words that must stand in name, keys or help; empty for all.
  init(from context: Context, query: String, keymap: Keymap, words: Words) {
    let terms = query.lowercased().split(separator: " ")
    for group in HelpGroup.allCases {
      var rows: [HelpLine] = []
      for row in CommandTable.rows where row.group == group {
        let keys = keymap.keys[row.command]?.map(\.name) ?? []
        let shown = keys.isEmpty ? ":\(row.name)" : keys.joined(separator: " ")
        let help = words.help(row)
        let text = "\(row.name) \(shown) \(help) \(row.help)".lowercased()
        guard terms.allSatisfy({ text.contains($0) }) else { continue }
        rows.append(.keys(shown, help: help, row: row))
      }
      guard !rows.isEmpty else { continue }
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.heading(words.heading(group)))
      // What works here first.
      rows = rows.filter { $0.works(in: context) } + rows.filter { !$0.works(in: context) }
      for line in rows {
        commands.append(lines.count)
        lines.append(line)
      }
    }
    guard terms.isEmpty else { return }
    lines += [
      .blank, .heading(words(.filterHeading)), .words(words(.syntax)),
      .words(words(.caseDoesNotMatter)), .words(words(.capitalsMark)),
      .words(words(.orJoins)), .words(words(.oneQuote)),
    ]
    lines += QueryPrefix.allCases.map { .field("\($0.rawValue):", help: words.help($0)) }
    lines += [
      .blank, .heading(words(.signsHeading)), .words(words(.signInferred)),
      .words(words(.signSelected)), .words(words(.signMarks)),
      .words(words(.signFolds)),
    ]
  }

  /// The command of the line that is chosen.
  func row(_ selected: Int) -> CommandRow? {
    guard commands.indices.contains(selected), case .keys(_, _, let row) = lines[commands[selected]]
    else { return nil }
    return row
  }
}

extension HelpLine {
  fileprivate func works(in context: Context) -> Bool {
    if case .keys(_, _, let row) = self { row.contexts.contains(context) } else { false }
  }
}
