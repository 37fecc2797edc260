/// What undoing one thing brings back.
enum UndoAction: Hashable, Sendable {
  /// The filter as it was typed before.
  case filter(String)
  case typesetting(Typesetting)
}

/// What was done, the last of it on top.
struct UndoStack: Hashable, Sendable {
  /// What was done, and how many changes of marks had been done before it.
  private(set) var steps: [Step] = []

  struct Step: Hashable, Sendable {
    var action: UndoAction
    var marksDone: Int
  }

  private static let longest = 200

  mutating func push(_ action: UndoAction, marksDone: Int) {
    steps.append(Step(action: action, marksDone: marksDone))
    if steps.count > Self.longest { steps.removeFirst() }
  }

  mutating func pop() -> UndoAction? { steps.popLast()?.action }
}
