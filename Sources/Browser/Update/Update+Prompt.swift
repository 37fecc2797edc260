import Model

extension BrowserState {
  mutating func openPrompt() -> [Effect] {
    if case .help(let help) = overlay {
      prompt = PromptState(text: help.query, kind: .help, origin: promptOrigin)
      return []
    }
    prompt = PromptState(text: filter.text, origin: promptOrigin)
    prompt?.filter = filter.text
    return []
  }

  var promptOrigin: PromptState.Origin {
    PromptState.Origin(
      key: list.selectedKey, selected: list.selected, top: list.top, read: reader.key,
      readerTop: reader.top)
  }

  /// Changes what is typed; the list follows.
  mutating func edit(_ change: (inout PromptState) -> Void) -> [Effect] {
    if ask != nil { return editAnswer(change) }
    guard var prompt else { return [] }
    let before = prompt.text
    prompt.offers = nil
    prompt.asked = nil
    change(&prompt)
    self.prompt = prompt
    guard prompt.text != before else { return [] }
    self.prompt?.recalled = nil
    self.prompt?.completing = nil
    return applyPrompt()
  }

  /// Narrows the list to what is typed; where that cannot be read, list and text stay and say why.
  ///
  /// While the last term cannot be read yet, the terms before it count.
  private mutating func applyPrompt() -> [Effect] {
    guard let prompt else { return [] }
    let text = prompt.text
    switch prompt.kind {
    case .filter: break
    case .command: return []
    case .help:
      if case .help(var help) = overlay {
        help.query = text
        help.selected = 0
        overlay = .help(help)
      }
      return []
    }
    do {
      let query = try Query(parsing: text)
      self.prompt?.error = nil
      return apply(query, text: text, at: prompt.origin)
    } catch {
      self.prompt?.error = error
      guard error.isUnfinished(in: prompt.characters) else { return [] }
      let (query, before) = Self.termsBefore(error, in: prompt.characters)
      return apply(query, text: before, at: prompt.origin)
    }
  }

  /// What stands before an unfinished term, which may itself end in a sign or a field without words:
  /// `ferry` of `ferry !said:`.
  private static func termsBefore(
    _ error: QueryError, in text: [Character]
  ) -> (query: Query, text: String) {
    var end = min(error.column, text.count)
    while end > 0 {
      let before = String(text[..<end])
      do {
        return (try Query(parsing: before), before)
      } catch {
        end = min(error.column, end - 1)
      }
    }
    return (.everything, "")
  }

  mutating func apply(
    _ query: Query, text: String, at origin: PromptState.Origin
  ) -> [Effect] {
    let isSame = query == filter.query
    let before = filter.finder
    let isBlank = text.allSatisfy { $0 == " " }
    filter.apply(query, text: isBlank ? "" : text)
    if isSame { return filter.finder == before ? [] : findMatches(showingFirst: !filter.isEmpty) }
    let search = findMatches(showingFirst: !filter.isEmpty)
    if case .everything = query {
      return search + [
        requestFiltered(
          at: origin.key, otherwise: origin.top, offset: origin.selected - origin.top)
      ]
    }
    return search + [
      requestFiltered(at: origin.key, otherwise: 0, offset: list.selected - list.top)
    ]
  }

  /// Enter in a prompt.
  mutating func keepPrompt() -> [Effect] {
    switch prompt?.kind {
    case nil: return []
    case .filter: return keepFilter()
    case .command: return runPrompt()
    case .help:
      prompt = nil
      if case .help(let help) = overlay { return doChosenCommand(help) }
      return []
    }
  }

  /// Esc in a prompt.
  mutating func closePrompt() -> [Effect] {
    if prompt?.kind == .filter { return clearFilter() }
    prompt = nil
    return []
  }

  private mutating func keepFilter() -> [Effect] {
    guard let prompt else { return [] }
    guard prompt.error == nil else { return say(.filterUnreadable, isWarning: true) }
    filter.history.remember(filter.text)
    self.prompt = nil
    if prompt.filter != filter.text { undoStack.push(.filter(prompt.filter)) }
    return loadSelected()
  }

  /// `:filter TERMS`
  mutating func setFilter(_ text: String) -> [Effect] {
    do {
      let query = try Query(parsing: text)
      undoStack.push(.filter(filter.text))
      filter.history.remember(text)
      return apply(query, text: text, at: promptOrigin)
    } catch {
      return openPrompt() + edit { $0.replace(with: text) }
    }
  }

  /// Esc in the prompt: no filter, and list and reader as they were.
  mutating func clearFilter() -> [Effect] {
    guard let prompt else { return [] }
    self.prompt = nil
    if reader.key == prompt.origin.read { reader.top = prompt.origin.readerTop }
    guard !filter.isEmpty else { return [] }
    undoStack.push(.filter(filter.text))
    return apply(.everything, text: "", at: prompt.origin)
  }

  /// Esc in the list: no filter, the selected article stays selected.
  mutating func dropFilter() -> [Effect] {
    undoStack.push(.filter(filter.text))
    return apply(.everything, text: "", at: promptOrigin)
  }

  /// Another filter in place of the present one, as if it had been typed and kept.
  mutating func replaceFilter(_ query: Query, text: String) -> [Effect] {
    let effects = apply(query, text: text, at: promptOrigin)
    return effects
  }

  mutating func moveCaret(_ target: (PromptState) -> Int) -> [Effect] {
    if let line = ask?.line {
      ask?.line.moveCaret(to: target(line))
      return []
    }
    guard let prompt else { return [] }
    self.prompt?.moveCaret(to: target(prompt))
    return []
  }

  mutating func recall(_ step: Int) -> [Effect] {
    guard let prompt else { return [] }
    let history: [String]
    switch prompt.kind {
    case .filter: history = filter.history.lines
    case .command: history = commandHistory.lines
    case .help: history = []
    }
    let place = prompt.recalled ?? history.count
    let target = place + step
    guard (0...history.count).contains(target), target != place else {
      return say(step < 0 ? .noOlder : .noNewer)
    }
    if place == history.count { self.prompt?.draft = prompt.text }
    let text = target == history.count ? self.prompt?.draft ?? "" : history[target]
    self.prompt?.replace(with: text)
    self.prompt?.recalled = target == history.count ? nil : target
    return applyPrompt()
  }

  /// Tab: the next offer, or the first ones.
  mutating func complete() -> [Effect] {
    if prompt?.kind == .command { return completeCommand() }
    if let offers = prompt?.offers, !offers.all.isEmpty { return writeNext(offers) }
    return completeTerm()
  }

  /// The offer behind the one that is written.
  mutating func writeNext(_ offers: PromptState.Offers) -> [Effect] {
    write(offers, ((offers.chosen ?? -1) + 1) % offers.all.count)
  }

  /// Offers for the term of a filter at the caret.
  mutating func completeTerm() -> [Effect] {
    guard let prompt else { return [] }
    guard let completion = QueryCompletion(prompt.characters, caret: prompt.caret) else {
      return say(.fieldsAre)
    }
    guard let field = completion.field else {
      let all = completion.fields.map { Completion(text: $0, count: nil) }
      guard !all.isEmpty else { return say(.fieldsAre) }
      return write(PromptState.Offers(completion: completion, all: all), 0)
    }
    let request = nextRequest()
    self.prompt?.asked = PromptState.Asked(request: request, completion: completion)
    return [.complete(field, beginning: completion.begun, request: request)]
  }

  /// Takes the offers that an archive makes.
  mutating func take(_ offers: [Completion], request: Int) -> [Effect] {
    guard let asked = prompt?.asked, asked.request == request else { return [] }
    prompt?.asked = nil
    guard !offers.isEmpty else {
      guard let field = asked.completion.field else { return say(.nothingToComplete) }
      return say(.nothingBegins(field: field.rawValue))
    }
    return write(PromptState.Offers(completion: asked.completion, all: offers), 0)
  }

  mutating func write(_ offers: PromptState.Offers, _ index: Int) -> [Effect] {
    let effects = edit { $0.take(offers, index) }
    // A single field is done with; its value may be asked for next.
    if offers.completion.field == nil, offers.all.count == 1 { prompt?.offers = nil }
    return effects
  }

  mutating func paste(_ text: String) -> [Effect] {
    guard prompt != nil || ask != nil else {
      return say(.nothingToPasteInto)
    }
    return edit { $0.insert(text) }
  }
}
