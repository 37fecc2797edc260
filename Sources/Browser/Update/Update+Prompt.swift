import Model

extension BrowserState {
  mutating func openPrompt() -> [Effect] {
    prompt = PromptState(text: filter.text, origin: promptOrigin)
    return []
  }

  private var promptOrigin: PromptState.Origin {
    PromptState.Origin(
      key: list.selectedKey, selected: list.selected, top: list.top, read: reader.key,
      readerTop: reader.top)
  }

  /// Changes what is typed; the list follows.
  mutating func edit(_ change: (inout PromptState) -> Void) -> [Effect] {
    if ask != nil { return editAnswer(change) }
    guard var prompt else { return [] }
    let before = prompt.text
    change(&prompt)
    self.prompt = prompt
    guard prompt.text != before else { return [] }
    self.prompt?.recalled = nil
    return applyPrompt()
  }

  /// Narrows the list to what is typed; where that cannot be read, list and text stay and say why.
  ///
  /// While the last term cannot be read yet, the terms before it count.
  private mutating func applyPrompt() -> [Effect] {
    guard let prompt else { return [] }
    let text = prompt.text
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

  private mutating func apply(
    _ query: Query, text: String, at origin: PromptState.Origin
  ) -> [Effect] {
    let isSame = query == filter.query
    let isBlank = text.allSatisfy { $0 == " " }
    filter.apply(query, text: isBlank ? "" : text)
    if isSame { return [] }
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

  mutating func keepFilter() -> [Effect] {
    guard let prompt else { return [] }
    guard prompt.error == nil else {
      return say("the filter cannot be read yet; Esc clears it", isWarning: true)
    }
    filter.remember(filter.text)
    self.prompt = nil
    return loadSelected()
  }

  /// Esc in the prompt: no filter, and list and reader as they were.
  mutating func clearFilter() -> [Effect] {
    guard let prompt else { return [] }
    self.prompt = nil
    if reader.key == prompt.origin.read { reader.top = prompt.origin.readerTop }
    guard !filter.isEmpty else { return [] }
    return apply(.everything, text: "", at: prompt.origin)
  }

  /// Esc in the list: no filter, the selected article stays selected.
  mutating func dropFilter() -> [Effect] {
    apply(.everything, text: "", at: promptOrigin)
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
    let history = filter.history
    let place = prompt.recalled ?? history.count
    let target = place + step
    guard (0...history.count).contains(target), target != place else {
      return say(step < 0 ? "no older filter" : "no newer filter")
    }
    if place == history.count { self.prompt?.draft = prompt.text }
    let text = target == history.count ? self.prompt?.draft ?? "" : history[target]
    self.prompt?.replace(with: text)
    self.prompt?.recalled = target == history.count ? nil : target
    return applyPrompt()
  }

  mutating func complete() -> [Effect] {
    var isDone = false
    let effects = edit { isDone = $0.complete() }
    return isDone ? effects : say("fields are person: and said:")
  }

  mutating func paste(_ text: String) -> [Effect] {
    guard prompt != nil || ask != nil else {
      return say("nothing to paste into; / opens the filter")
    }
    return edit { $0.insert(text) }
  }
}
