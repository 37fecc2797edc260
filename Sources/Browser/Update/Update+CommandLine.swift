import Model

extension BrowserState {
  /// A character typed into the prompt.
  mutating func type(_ character: Character) -> [Effect] {
    edit { $0.insert(String(character)) }
  }

  /// Opens the line behind `:`.
  mutating func openCommandLine(_ text: String = "") -> [Effect] {
    prompt = PromptState(text: text, kind: .command, origin: promptOrigin)
    return []
  }

  /// Enter in the command line.
  mutating func runPrompt() -> [Effect] {
    guard let prompt else { return [] }
    let line = prompt.text
    self.prompt = nil
    commandHistory.remember(line)
    return run(line: line)
  }

  /// Does a line as it is typed behind `:`: `filter ferry`, `5 down`, `40`.
  mutating func run(line: String) -> [Effect] {
    var rest = Substring(line).drop { $0 == " " || $0 == ":" }
    while rest.last == " " { rest.removeLast() }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let count = digits.isEmpty ? nil : Int(digits.prefix(6))
    rest = rest.dropFirst(digits.count).drop { $0 == " " }
    guard !rest.isEmpty else {
      return count.map { perform(.last, count: $0) } ?? []
    }
    let name = rest.prefix { $0 != " " }
    let argument = rest.dropFirst(name.count).drop { $0 == " " }
    guard let row = CommandTable.row(named: String(name)) else {
      return say(
        .noCommand(String(name), nearest: CommandTable.nearest(to: String(name))),
        isWarning: true)
    }
    return perform(
      row.command, count: count, argument: argument.isEmpty ? nil : String(argument))
  }

  /// Tab in the command line: the next name that begins as what was typed.
  mutating func completeCommand() -> [Effect] {
    guard var prompt else { return [] }
    let begun = prompt.completing ?? prompt.text
    let names = CommandTable.names(beginning: begun)
    guard !names.isEmpty else {
      return say(.noCommand(begun, nearest: CommandTable.nearest(to: begun)), isWarning: true)
    }
    let next = prompt.completing == nil ? 0 : (prompt.completed + 1) % names.count
    prompt.completing = begun
    prompt.completed = next
    let hasArgument = CommandTable.row(named: names[next])?.argument != nil
    prompt.replace(with: names[next] + (hasArgument && names.count == 1 ? " " : ""))
    self.prompt = prompt
    if names.count == 1 { self.prompt?.completing = nil }
    return []
  }
}

extension CommandTable {
  /// Commands that can be typed: all but those of the prompts.
  static let typed: [CommandRow] = rows.filter { $0.contexts != [.prompt] && $0.group != .prompt }

  /// The row of a name, or of a beginning that only one name has; `q` is `quit`.
  static func row(named name: String) -> CommandRow? {
    if let row = typed.first(where: { $0.name == name }) { return row }
    if name == "q" { return row(of: .quit) }
    let begun = typed.filter { $0.name.hasPrefix(name) }
    return begun.count == 1 ? begun[0] : nil
  }

  /// Names in the order of the table.
  static func names(beginning text: String) -> [String] {
    typed.map(\.name).filter { $0.hasPrefix(text) }
  }

  /// The name that differs least, where it does not differ by half.
  static func nearest(to name: String) -> String? {
    let best = typed.map { ($0.name, distance(Array($0.name), Array(name.prefix(40)))) }
      .min { $0.1 < $1.1 }
    return best.flatMap { $0.1 <= max(1, name.count / 2) ? $0.0 : nil }
  }

  /// How many letters must be put in, left out or changed.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var corner = row[0]
      row[0] = i + 1
      for j in 0..<b.count {
        let change = corner + (a[i] == b[j] ? 0 : 1)
        corner = row[j + 1]
        row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
