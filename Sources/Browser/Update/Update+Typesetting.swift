import Model

extension BrowserState {
  /// Sets the text otherwise; what was at the top stays there.
  mutating func setType(_ new: Typesetting) -> [Effect] {
    guard new != typesetting else { return say(.typesettingIs(typesetting)) }
    undoStack.push(.typesetting(typesetting), marksDone: undoing.done.count)
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

  /// Takes back what was done last: filter and typesetting here, marks in the archive.
  mutating func undoLast() -> [Effect] {
    let own = undoStack.steps.last.map { $0.marksDone >= undoing.done.count }
    if own == false || own == nil && !undoing.done.isEmpty { return undo() }
    switch undoStack.pop() {
    case nil: return say(.nothingToUndo)
    case .typesetting(let before):
      let effects = apply(before)
      notice = Notice(text: words(.undoneTypesetting))
      return effects
    case .filter(let text):
      guard let query = try? Query(parsing: text) else { return say(.nothingToUndo) }
      let effects = apply(query, text: text, at: promptOrigin)
      notice = Notice(text: words(.undoneFilter(text)))
      return effects
    }
  }
}
