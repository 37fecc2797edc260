import Model

extension BrowserState {
  /// Sets the text otherwise; what was at the top stays there.
  mutating func setType(_ new: Typesetting) -> [Effect] {
    guard new != typesetting else { return say(.typesettingIs(typesetting)) }
    undoStack.push(.typesetting(typesetting))
    return apply(new)
  }

  private mutating func apply(_ new: Typesetting) -> [Effect] {
    typesetting = new
    notice = Notice(text: words(.typesettingIs(new)))
    return isRestricted ? [] : [.keepTypesetting(new)]
  }

  mutating func widen(by columns: Int) -> [Effect] {
    var new = typesetting
    // From what can be seen on: a measure wider than the pane says nothing.
    let shown = min(new.measure, readingLayout.readerMeasure)
    let limits = Typesetting.measures
    new.measure = max(limits.lowerBound, min(limits.upperBound, shown + columns))
    return setType(new)
  }

  mutating func changeType(_ change: (inout Typesetting) -> Void) -> [Effect] {
    var new = typesetting
    change(&new)
    return setType(new)
  }

  /// `:set measure 66`
  mutating func set(_ argument: String?) -> [Effect] {
    let parts = (argument ?? "").split(separator: " ").map(String.init)
    guard parts.count == 2 else {
      return argument == nil
        ? say(.typesettingIs(typesetting)) : say(.cannotSet(argument ?? ""), isWarning: true)
    }
    guard let new = typesetting.setting(parts[0], to: parts[1]) else {
      return say(.cannotSet(argument ?? ""), isWarning: true)
    }
    return setType(new)
  }

  /// Takes back what was done last, so often.
  mutating func undo(_ times: Int) -> [Effect] {
    var effects: [Effect] = []
    for time in 0..<times {
      // Past the first step the sentence of the last thing that was undone stays.
      if time > 0, undoStack.steps.isEmpty { break }
      effects += undoLast()
    }
    return effects
  }

  private mutating func undoLast() -> [Effect] {
    switch undoStack.pop() {
    case nil: return say(.nothingToUndo)
    case .typesetting(let before):
      let effects = apply(before)
      notice = Notice(text: words(.undoneTypesetting))
      return effects
    case .marks:
      guard let entry = undoing.undo() else { return say(.nothingToUndo) }
      return [.marks(.undo(entry))]
    case .filter(let text):
      guard let query = try? Query(parsing: text) else { return say(.nothingToUndo) }
      let effects = apply(query, text: text, at: promptOrigin)
      notice = Notice(text: words(.undoneFilter(text)))
      return effects
    }
  }
}
