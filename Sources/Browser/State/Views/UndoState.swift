import Model

/// What was done and what was undone, newest last.
struct UndoState: Sendable {
  /// One thing that was done.
  struct Entry: Hashable, Sendable {
    var step: MarksStep
    /// What it was, for the status line: `3 articles starred`.
    var words: String
  }
  private(set) var done: [Entry] = []
  private(set) var undone: [Entry] = []
  /// So many steps can be undone.
  static let most = 1_000

  /// Something new was done; what was undone cannot come back.
  mutating func did(_ entry: Entry) {
    done.append(entry)
    undone.removeAll()
    if done.count > Self.most { done.removeFirst() }
  }

  /// Takes the newest step to undo it.
  mutating func undo() -> Entry? {
    guard let entry = done.popLast() else { return nil }
    undone.append(entry)
    return entry
  }

  /// Takes the step that was undone last to do it again.
  mutating func redo() -> Entry? {
    guard let entry = undone.popLast() else { return nil }
    done.append(entry)
    return entry
  }
}
