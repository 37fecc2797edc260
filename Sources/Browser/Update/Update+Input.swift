import Model

extension BrowserState {
  /// Does what a key stands for, alone or at the end of a sequence.
  mutating func press(_ key: Key) -> [Effect] {
    sidebar.isScrolled = false
    // Of a replay the keys that asked for it are recorded, not those that it presses.
    if input.recording != nil, input.replayLeft == 0 { input.recorded.append(key) }
    if prompt != nil, input.awaiting == nil, case .character(let character) = key {
      return type(character)
    }
    if let ask, input.awaiting == nil {
      if let choices = ask.choices { return choose(key, among: choices) }
      if case .character(let character) = key { return edit { $0.insert(String(character)) } }
    }
    if key == .tab, jumps.isStepping { return jump(-1) }
    jumps.isStepping = false
    // From now on the list does not follow what is newest.
    list.isChosen = list.isChosen || list.matching > 0
    if let command = input.awaiting { return take(key, for: command) }
    if input.isOpen, key == .escape {
      input.count = nil
      input.pending = []
      return []
    }
    if let digit = countDigit(key) {
      input.count = min((input.count ?? 0) * 10 + digit, InputState.largestCount)
      notice = Notice(text: "\(input.count ?? 0)")
      return []
    }
    if endsDoneSequence(key) { return [] }
    return interpret(key)
  }

  /// A digit of a count: `0` and `4` to `9` begin one, since `1` to `3` are the panes.
  private func countDigit(_ key: Key) -> Int? {
    guard case .character(let character) = key, let ascii = character.asciiValue,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(ascii), input.pending.isEmpty,
      context != .prompt, context != .question
    else { return nil }
    let digit = Int(ascii - UInt8(ascii: "0"))
    if input.count != nil { return digit }
    switch keymap.meaning(of: [key], in: context) {
    case .nothing: return digit
    case .command, .line, .beginning: return nil
    }
  }

  /// The last key of a sequence whose beginning was done at once, as the `q` of `]q`.
  private mutating func endsDoneSequence(_ key: Key) -> Bool {
    let done = input.done
    input.done = []
    guard !done.isEmpty, context != .prompt else { return false }
    let whole = KeySequence(done + [key])
    guard case .command(let command) = keymap.meaning(of: whole, in: context),
      case .command(command) = keymap.meaning(of: KeySequence(done), in: context)
    else { return false }
    notice = Notice(text: words(.keyBelongsTo(whole.name)))
    return true
  }

  private mutating func interpret(_ key: Key) -> [Effect] {
    let sequence = KeySequence(input.pending + [key])
    let context = self.context
    switch keymap.meaning(of: sequence, in: context) {
    case .command(let command):
      var effects: [Effect] = []
      if keymap.isBeginning(sequence, in: context) {
        input.done = sequence.keys
        input.doneRequest = nextRequest()
        effects = [.restKeys(request: input.doneRequest)]
      }
      input.pending = []
      let count = input.count
      input.count = nil
      return perform(command, count: count) + effects
    case .line(let line):
      input.pending = []
      input.count = nil
      return run(line: line)
    case .beginning:
      input.pending = sequence.keys
      let next = keymap.continuations(of: sequence, in: context, words)
      notice = Notice(text: "\(sequence.name) …  " + next.joined(separator: " · "))
      return []
    case .nothing:
      input.pending = []
      input.count = nil
      notice = Notice(text: whyNot(sequence, in: context))
      return []
    }
  }

  /// Why keys mean nothing here.
  private func whyNot(_ sequence: KeySequence, in context: Context) -> String {
    let help = keymap.keyName(of: .help)
    if sequence.keys.contains(where: { if case .unknown = $0 { true } else { false } }) {
      return words(.unknownKey(help: help))
    }
    let other = Context.allCases.first { other in
      guard other != .prompt, other != context else { return false }
      switch keymap.meaning(of: sequence, in: other) {
      case .command, .line: return true
      case .beginning, .nothing: return false
      }
    }
    if let other { return words(.worksElsewhere(sequence.name, there: other, here: context)) }
    return words(.unboundKey(sequence.name, help: help))
  }

  // MARK: Macros

  /// The letter behind `,` or `@`.
  private mutating func take(_ key: Key, for command: Command) -> [Effect] {
    input.awaiting = nil
    guard key != .escape else { return [] }
    guard case .character(let letter) = key else { return say(.letterWanted, isWarning: true) }
    return perform(command, argument: String(letter))
  }

  mutating func record(_ argument: String?) -> [Effect] {
    if let letter = input.recording {
      // The key that ends it is no part of it.
      var keys = input.recorded
      if prompt == nil, let end = keymap.keys[.record]?.first,
        keys.suffix(end.keys.count) == end.keys[...]
      {
        keys.removeLast(end.keys.count)
      }
      input.macros[letter] = keys
      input.recording = nil
      input.recorded = []
      return say(.recorded(keys.count, letter))
    }
    guard let argument else {
      input.awaiting = .record
      return say(.letterWanted)
    }
    guard let letter = argument.first, argument.count == 1, letter.isLetter else {
      return say(.letterWanted, isWarning: true)
    }
    input.recording = letter
    input.recorded = []
    return say(.recordingUnder(letter))
  }

  mutating func replay(_ argument: String?, count: Int?) -> [Effect] {
    guard let argument, let letter = argument.first else {
      input.awaiting = .replay
      input.count = count
      return say(.letterWanted)
    }
    let name = letter == "@" ? input.lastReplayed : letter
    guard let name, let keys = input.macros[name], !keys.isEmpty else {
      return say(.nothingRecorded(name), isWarning: true)
    }
    input.lastReplayed = name
    let times = max(1, count ?? input.count ?? 1)
    input.count = nil
    // More keys than may be pressed need not be kept.
    for _ in 0..<times where input.replaying.count < InputState.longestReplay {
      input.replaying += keys.reversed()
    }
    // A macro that another one replays comes before what is left of that one.
    guard input.replayLeft == 0 else { return [] }
    input.replayLeft = InputState.longestReplay
    var effects: [Effect] = []
    while let key = input.replaying.popLast() {
      guard input.replayLeft > 1 else {
        input.replaying = []
        _ = say(.tooManyKeys, isWarning: true)
        break
      }
      input.replayLeft -= 1
      notice = nil
      effects += press(key) + settle()
    }
    input.replayLeft = 0
    return effects
  }
}
