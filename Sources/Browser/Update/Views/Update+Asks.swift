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
      return ask == nil ? [] : say("nothing to complete with")
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
      return key == .escape ? leaveQuestion() : say("\(key.name) is no answer; \(keys) or Esc")
    }
    ask = nil
    switch choice.action {
    case .nothing: return []
    case .change(let change, let target, let words):
      return [.marks(.make(change, target, words: words))]
    case .selectBounds(let place): return selectBounds(of: place)
    case .ask(let question): return ask(question)
    }
  }

  private mutating func ask(_ question: AskQuestion) -> [Effect] {
    func places(_ target: MarksTarget) -> String {
      switch target {
      case .articles: " in this article"
      case .matching(_, let count), .naming(_, let count):
        count == 1 ? " in 1 article" : " in \(count) articles"
      }
    }
    var state: AskState
    switch question {
    case .rename(let target, let name):
      state = AskState(
        .rename(target, name: name), label: "rename to",
        help: "the right name of \(name)\(places(target))", text: name)
    case .merge(let target, let name):
      state = AskState(
        .merge(target, name: name), label: "same as",
        help: "whom \(name) is the same person as\(places(target)); that name stays")
      state.known = views.isEmpty ? reader.article?.people.map(\.name) ?? [] : []
      state.completesNames = true
    case .split(let target, let name, let aliases):
      state = AskState(
        .split(target, name: name), label: "split off",
        help: "the spelling that is not \(name)\(places(target))")
      state.known = aliases
    case .speaker(let place):
      state = AskState(
        .speaker(place), label: "said by", help: "who said it; nothing for nobody can tell")
      state.known = reader.article?.people.map(\.name) ?? []
      state.completesNames = true
    }
    return open(state)
  }

  mutating func leaveQuestion() -> [Effect] {
    guard let ask else { return [] }
    self.ask = nil
    if case .narrow(let before) = ask.purpose { return narrow(to: before) }
    return []
  }

  /// Enter: does what was asked for.
  mutating func answer() -> [Effect] {
    guard let ask else { return [] }
    let text = ask.line.text.trimmed
    guard ask.problem == nil else { return say(ask.problem ?? "", isWarning: true) }
    func change(_ change: MarksChange, _ target: MarksTarget, _ words: String) -> [Effect] {
      [.marks(.make(change, target, words: words))]
    }
    switch ask.purpose {
    case .choose: return []
    case .narrow:
      self.ask = nil
      return []
    case .note(let target):
      self.ask = nil
      return change(.note(text), target, text.isEmpty ? "note taken away" : "note kept")
    case .tag(let target):
      guard !text.isEmpty else { return leaveQuestion() }
      self.ask = nil
      // A tag is one word, so that `tag:` finds it.
      let isTaken = text.hasPrefix("-")
      let tag = String((isTaken ? String(text.dropFirst()) : text).map { $0 == " " ? "-" : $0 })
      return change(
        isTaken ? .untag(tag) : .tag(tag), target,
        isTaken ? "tag \(tag) taken away" : "tagged \(tag)")
    case .rename(let target, let name):
      guard !text.isEmpty, text != name else { return leaveQuestion() }
      self.ask = nil
      return correct(.rename(name: name, to: text), target, "\(name) renamed to \(text)")
    case .merge(let target, let name):
      guard !text.isEmpty, text != name else { return leaveQuestion() }
      self.ask = nil
      return correct(.samePerson(name: name, as: text), target, "\(name) is \(text)")
    case .split(let target, let name):
      guard ask.known.contains(text) else {
        return say("\(text.isEmpty ? "nothing" : text) is no other spelling of \(name)")
      }
      self.ask = nil
      return correct(.split(alias: text, from: name), target, "\(text) split off \(name)")
    case .speaker(let place):
      self.ask = nil
      return correct(
        .speaker(of: place.anchor, is: text.isEmpty ? nil : text), .articles([place.article]),
        text.isEmpty ? "quote without a speaker" : "quote given to \(text)")
    case .speakerOfNew(let article, let anchor):
      self.ask = nil
      return correct(
        .missedQuote(anchor, speaker: text.isEmpty ? nil : text), .articles([article]),
        "quote added")
    }
  }

  private func correct(
    _ correction: Correction, _ target: MarksTarget, _ words: String
  ) -> [Effect] {
    [.marks(.make(.correct(correction), target, words: words))]
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
