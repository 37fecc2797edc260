import Model

extension BrowserState {
  /// Types into the question that is open, and has it completed.
  mutating func editAnswer(_ change: (inout PromptState) -> Void) -> [Effect] {
    guard var ask, ask.choices == nil else { return [] }
    let before = ask.line.text
    change(&ask.line)
    self.ask = ask
    guard ask.line.text != before else { return [] }
    self.ask?.problem = nil
    if case .narrow = ask.purpose { return narrow(to: ask.line.text) }
    return completeAnswer()
  }

  /// Opens a question with what can complete its answer.
  mutating func open(_ question: AskState) -> [Effect] {
    ask = question
    return completeAnswer()
  }

  private mutating func completeAnswer() -> [Effect] {
    guard var ask else { return [] }
    ask.complete(from: ask.known)
    var effects: [Effect] = []
    if ask.completesNames {
      ask.request = nextRequest()
      let names = NamesRequest(query: .everything, beginning: ask.line.text, count: 8)
      effects = [.view(.names(names, request: ask.request))]
    }
    if case .tag = ask.purpose, ask.request == 0 {
      ask.request = nextRequest()
      effects = [.marks(.tags(request: ask.request))]
    }
    self.ask = ask
    return effects
  }

  /// Tab: the first candidate in place of what was typed; then the next one.
  mutating func takeCandidate() -> [Effect] {
    guard var ask, let first = ask.candidates.first else {
      return ask == nil ? [] : say(.nothingToComplete)
    }
    let next =
      ask.candidates.firstIndex(of: ask.line.text).map {
        ask.candidates[($0 + 1) % ask.candidates.count]
      } ?? first
    ask.line.replace(with: next)
    self.ask = ask
    return []
  }

  /// A key for a question that is answered by one.
  mutating func choose(_ key: Key, among choices: [AskChoice]) -> [Effect] {
    guard case .character(let character) = key,
      let choice = choices.first(where: { $0.key == character })
    else {
      let keys = choices.map { String($0.key) }.joined(separator: ", ")
      return key == .escape ? leaveQuestion() : say(.noAnswer(key: key.name, keys: keys))
    }
    ask = nil
    switch choice.action {
    case .nothing: return []
    case .reopen(let way): return [.reopen(way)]
    case .quit: return [.quit]
    case .stopAndQuit: return [.cancelExport, .quit]
    case .change(let change, let target, let words):
      return [.marks(.make(change, target, words: words))]
    case .toggleColumn(let column):
      columns.formSymmetricDifference([column])
      return chooseColumns()
    case .selectBounds(let place): return selectBounds(of: place)
    case .ask(let question): return ask(question)
    }
  }

  private mutating func ask(_ question: AskQuestion) -> [Effect] {
    var state: AskState
    switch question {
    case .rename(let target, let name):
      state = AskState(
        .rename(target, name: name), label: words(.renameLabel),
        help: words(.renameHelp(name, PlacesCount(target))), text: name)
    case .merge(let target, let name):
      state = AskState(
        .merge(target, name: name), label: words(.mergeLabel),
        help: words(.mergeHelp(name, PlacesCount(target))))
      state.known = views.isEmpty ? reader.article?.people.map(\.name) ?? [] : []
      state.completesNames = true
    case .split(let target, let name, let aliases):
      state = AskState(
        .split(target, name: name), label: words(.splitLabel),
        help: words(.splitHelp(name, PlacesCount(target))))
      state.known = aliases
    case .speaker(let place):
      state = AskState(
        .speaker(place), label: words(.speakerLabel), help: words(.speakerHelp))
      state.known = reader.article?.people.map(\.name) ?? []
      state.completesNames = true
    }
    return open(state)
  }

  /// `:columns date`
  mutating func toggleColumn(_ name: String) -> [Effect] {
    guard let column = ListColumn(rawValue: name) else {
      return say(.noSuchColumn(name), isWarning: true)
    }
    columns.formSymmetricDifference([column])
    return []
  }

  /// `O`: which columns the list has; stays open until Esc, so that more than one can be changed.
  mutating func chooseColumns() -> [Effect] {
    let keys: [(Character, ListColumn)] = [
      ("d", .date), ("a", .agency), ("q", .quotes), ("t", .tags),
    ]
    ask = AskState(
      .choose(
        keys.map { key, column in
          let sign = columns.contains(column) ? "✓" : "·"
          return AskChoice(
            key: key, words: "\(words.name(of: column)) \(sign)", action: .toggleColumn(column))
        }), label: words(.columnsOfList))
    return []
  }

  mutating func leaveQuestion() -> [Effect] {
    guard let ask else { return [] }
    self.ask = nil
    // Without an archive there is nothing to go back to.
    if ask.choices?.contains(where: { $0.action == .quit }) == true { return [.quit] }
    if case .narrow(let before) = ask.purpose { return narrow(to: before) }
    return []
  }

  /// Enter: does what was asked for.
  mutating func answer() -> [Effect] {
    guard let ask else { return [] }
    let text = ask.line.text.trimmed
    guard ask.problem == nil else { return tell(ask.problem ?? "", isWarning: true) }
    func change(_ change: MarksChange, _ target: MarksTarget, _ deed: DeedPhrase) -> [Effect] {
      [.marks(.make(change, target, words: words(deed)))]
    }
    switch ask.purpose {
    case .choose: return []
    case .narrow:
      self.ask = nil
      return []
    case .note(let target):
      self.ask = nil
      return change(.note(text), target, text.isEmpty ? .noteTaken : .noteKept)
    case .tag(let target):
      guard !text.isEmpty else { return leaveQuestion() }
      self.ask = nil
      return tag(target, text)
    case .saveFilter(let filter):
      guard !text.isEmpty else { return leaveQuestion() }
      self.ask = nil
      return save(filter, as: text)
    case .renameFilter(let filter):
      guard !text.isEmpty, text != filter.name else { return leaveQuestion() }
      self.ask = nil
      return rename(filter, to: text)
    case .rename(let target, let name):
      guard !text.isEmpty, text != name else { return leaveQuestion() }
      self.ask = nil
      return correct(.rename(name: name, to: text), target, .renamed(name, to: text))
    case .merge(let target, let name):
      guard !text.isEmpty, text != name else { return leaveQuestion() }
      self.ask = nil
      return correct(.samePerson(name: name, as: text), target, .merged(name, with: text))
    case .split(let target, let name):
      guard ask.known.contains(text) else {
        return say(.noOtherSpelling(text, of: name))
      }
      self.ask = nil
      return correct(.split(alias: text, from: name), target, .splitOff(text, from: name))
    case .speaker(let place):
      self.ask = nil
      return correct(
        .speaker(of: place.anchor, is: text.isEmpty ? nil : text), .articles([place.article]),
        text.isEmpty ? .withoutSpeaker : .givenTo(text))
    case .speakerOfNew(let article, let anchor):
      self.ask = nil
      return correct(
        .missedQuote(anchor, speaker: text.isEmpty ? nil : text), .articles([article]),
        .quoteAdded)
    }
  }

  /// Tags articles; `-word` takes the tag away.
  mutating func tag(_ target: MarksTarget, _ text: String) -> [Effect] {
    // A tag is one word, so that `tag:` finds it.
    let isTaken = text.hasPrefix("-")
    let tag = String((isTaken ? String(text.dropFirst()) : text).map { $0 == " " ? "-" : $0 })
    return [
      .marks(
        .make(
          isTaken ? .untag(tag) : .tag(tag), target,
          words: words(isTaken ? DeedPhrase.untagged(tag) : .tagged(tag))))
    ]
  }

  private func correct(
    _ correction: Correction, _ target: MarksTarget, _ deed: DeedPhrase
  ) -> [Effect] {
    [.marks(.make(.correct(correction), target, words: words(deed)))]
  }
}

extension String {
  /// Without blanks at both ends.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
