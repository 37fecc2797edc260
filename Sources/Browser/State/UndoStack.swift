/// What undoing one thing brings back.
enum UndoAction: Hashable, Sendable {
  /// The filter as it was typed before.
  case filter(String)
  case typesetting(Typesetting)
  /// The newest of `UndoState`.
  case marks
}

/// What was done, the last of it on top.
struct UndoStack: Hashable, Sendable {
  private(set) var steps: [UndoAction] = []
  private static let longest = 200

  mutating func push(_ step: UndoAction) {
    steps.append(step)
    if steps.count > Self.longest { steps.removeFirst() }
  }

  mutating func pop() -> UndoAction? { steps.popLast() }
}
