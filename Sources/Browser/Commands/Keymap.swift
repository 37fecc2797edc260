/// What keys mean where they were pressed.
enum KeyMeaning: Hashable, Sendable {
  case command(Command)
  /// A line as it would be typed after `:`.
  case line(String)
  /// The beginning of longer sequences.
  case beginning
  /// It means nothing here; a sentence that says why.
  case nothing(because: String)
}

/// Which keys stand for which command.
struct Keymap: Hashable, Sendable {
  /// What a sequence is bound to.
  private enum Binding: Hashable, Sendable {
    case command(Command)
    case line(String)
  }

  private var bindings: [Context: [KeySequence: Binding]] = [:]
  private var beginnings: [Context: Set<KeySequence>] = [:]
  /// The keys of each command, in the order in which they are told.
  private(set) var keys: [Command: [KeySequence]] = [:]

  /// The first keys of each command, by name: they are told on every screen.
  private var names: [Command: String] = [:]

  /// The keys of the command table.
  static let standard = Keymap()

  /// The keys of the table, but for the commands whose keys are given, and lines bound to keys.
  init(keys changed: [Command: [KeySequence]] = [:], lines: [KeySequence: String] = [:]) {
    for row in CommandTable.rows {
      let keys = changed[row.command] ?? row.keys
      self.keys[row.command] = keys
      names[row.command] = keys.first?.name
      for context in row.contexts {
        for sequence in keys { bind(sequence, to: .command(row.command), in: context) }
      }
    }
    for (sequence, line) in lines {
      for context in Context.panes { bind(sequence, to: .line(line), in: context) }
    }
  }

  private mutating func bind(_ sequence: KeySequence, to binding: Binding, in context: Context) {
    bindings[context, default: [:]][sequence] = binding
    for count in 1..<max(1, sequence.keys.count) {
      beginnings[context, default: []].insert(KeySequence(Array(sequence.keys.prefix(count))))
    }
  }

  /// What keys mean, or why they mean nothing.
  func meaning(of sequence: KeySequence, in context: Context) -> KeyMeaning {
    switch bindings[context]?[sequence] {
    case .command(let command): return .command(command)
    case .line(let line): return .line(line)
    case nil: break
    }
    if isBeginning(sequence, in: context) { return .beginning }
    if sequence.keys.contains(where: { if case .unknown = $0 { true } else { false } }) {
      return .nothing(because: "this key is not bound; ? lists the keys")
    }
    let name = sequence.name
    for other in Context.allCases where other != .prompt && bindings[other]?[sequence] != nil {
      return .nothing(because: "`\(name)` works in \(other.place), not in \(context.place)")
    }
    return .nothing(because: "`\(name)` is not bound; ? lists the keys")
  }

  /// Whether longer sequences begin so.
  func isBeginning(_ sequence: KeySequence, in context: Context) -> Bool {
    beginnings[context]?.contains(sequence) == true
  }

  /// What can follow: the next key and a word for each, in the order of the table.
  func continuations(
    of sequence: KeySequence, in context: Context, _ words: Words
  ) -> [String] {
    CommandTable.rows.flatMap { row -> [String] in
      guard row.contexts.contains(context) else { return [] }
      return (keys[row.command] ?? []).filter {
        $0.keys.count > sequence.keys.count && $0.keys.starts(with: sequence.keys)
      }.map {
        KeySequence(Array($0.keys.dropFirst(sequence.keys.count))).name + " "
          + words.hint(row)
      }
    }
  }

  /// `]` or `Tab`: the first keys of a command.
  func keyName(of command: Command) -> String { names[command] ?? "" }
}
