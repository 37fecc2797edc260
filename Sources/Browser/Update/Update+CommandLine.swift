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
    if prompt.completing == nil, let argument = CommandArgument(prompt.characters, prompt.caret) {
      return complete(argument)
    }
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

/// The argument that is being typed behind a command.
struct CommandArgument {
  let row: CommandRow
  /// The words before the one that is begun.
  let words: [String]
  /// Where the argument begins, and the word that is begun, as places in the line.
  let start: Int
  let last: Int
  let text: [Character]
  let caret: Int

  /// nil while the command itself is being typed.
  init?(_ line: [Character], _ caret: Int) {
    var start = 0
    while start < caret, line[start] == " " || line[start] == ":" || line[start].isNumber {
      start += 1
    }
    guard let blank = line[start..<caret].firstIndex(of: " "),
      let row = CommandTable.row(named: String(line[start..<blank]))
    else { return nil }
    var begin = blank
    while begin < caret, line[begin] == " " { begin += 1 }
    self.row = row
    self.start = begin
    let last = line[begin..<caret].lastIndex(of: " ").map { $0 + 1 } ?? begin
    words = String(line[begin..<last]).split(separator: " ").map(String.init)
    self.last = last
    text = line
    self.caret = caret
  }

  /// The whole argument, or its last word alone, as what an offer takes the place of.
  func completion(whole: Bool) -> QueryCompletion {
    let from = whole ? start : last
    return QueryCompletion(begun: String(text[from..<caret]), range: from..<caret)
  }
}

extension BrowserState {
  /// Tab in the argument of a command.
  mutating func complete(_ argument: CommandArgument) -> [Effect] {
    if isRestricted, let door = argument.row.door {
      return say(.restricted(door), isWarning: true)
    }
    if let offers = prompt?.offers, !offers.all.isEmpty { return writeNext(offers) }
    func local(_ words: [String], whole: Bool) -> [Effect] {
      let completion = argument.completion(whole: whole)
      let all = words.filter { $0.hasPrefix(completion.begun) }
      guard !all.isEmpty else { return say(.nothingToComplete) }
      return write(
        PromptState.Offers(
          completion: completion, all: all.map { Completion(text: $0, count: nil) }), 0)
    }
    switch argument.row.completion {
    case nil: return say(.nothingToComplete)
    case .terms: return completeTerm()
    case .savedFilters: return local(savedFilters.map(\.name), whole: true)
    case .macros: return local(input.macros.keys.map(String.init).sorted(), whole: true)
    case .words(let words, let next):
      guard let first = argument.words.first else { return local(words, whole: false) }
      return local(next[first] ?? [], whole: false)
    case .names(let field):
      return ask(for: argument.completion(whole: true)) {
        .complete(field, beginning: $0, request: $1)
      }
    case .path:
      return ask(for: argument.completion(whole: true)) { .completePath($0, request: $1) }
    }
  }

  private mutating func ask(
    for completion: QueryCompletion, _ effect: (String, Int) -> Effect
  ) -> [Effect] {
    let request = nextRequest()
    prompt?.asked = PromptState.Asked(request: request, completion: completion)
    return [effect(completion.begun, request)]
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
