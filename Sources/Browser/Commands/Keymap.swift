/// What a key means where it was pressed.
enum KeyMeaning: Hashable, Sendable {
  case command(Command)
  /// It means nothing here; a sentence that says why.
  case nothing(because: String)
}

/// Which key stands for which command.
enum Keymap {
  private static let commands: [Context: [Key: Command]] = {
    var commands: [Context: [Key: Command]] = [:]
    for row in CommandTable.rows {
      for context in row.contexts {
        for key in row.keys { commands[context, default: [:]][key] = row.command }
      }
    }
    return commands
  }()

  /// The command of a key, or why there is none.
  static func command(for key: Key, in context: Context) -> KeyMeaning {
    if let command = commands[context]?[key] { return .command(command) }
    if case .unknown = key { return .nothing(because: "this key is not bound; ? lists the keys") }
    let name = key.name
    for other in Context.allCases where other != .prompt && commands[other]?[key] != nil {
      return .nothing(because: "`\(name)` works in \(other.place), not in \(context.place)")
    }
    return .nothing(because: "`\(name)` is not bound; ? lists the keys")
  }

  /// `]` or `Tab`: the first key of a command.
  static func keyName(of command: Command) -> String {
    CommandTable.row(of: command)?.keys.first?.name ?? ""
  }
}
