import Model

/// What was done and what was undone, newest last.
struct UndoState: Sendable {
  /// One thing that was done.
  struct Entry: Hashable, Sendable {
    var step: Step
    /// What it was, for the status line: `3 articles starred`.
    var words: String
  }
  /// What can be undone.
  enum Step: Hashable, Sendable {
    case marks(MarksStep)
    case filters(FiltersStep)
  }
  private(set) var done: [Entry] = []
  private(set) var undone: [Entry] = []
  /// So many steps can be undone.
  static let most = 1_000

  var canRedo: Bool { !undone.isEmpty }

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

/// A change of filters that have names: each as it was and as it is; empty for none.
struct FiltersStep: Hashable, Sendable {
  var before: [SavedFilter]
  var after: [SavedFilter]

  /// Keeps a filter, in place of one of the same name if there is any.
  init(keeping filter: SavedFilter, among all: [SavedFilter]) {
    before = [Self.named(filter.name, among: all)]
    after = [filter]
  }

  /// Forgets a filter.
  init(removing filter: SavedFilter) {
    before = [filter]
    after = [SavedFilter(name: filter.name, filter: "")]
  }

  /// Gives a filter another name.
  init(renaming filter: SavedFilter, to name: String, among all: [SavedFilter]) {
    before = [filter, Self.named(name, among: all)]
    after = [
      SavedFilter(name: filter.name, filter: ""), SavedFilter(name: name, filter: filter.filter),
    ]
  }

  private static func named(_ name: String, among all: [SavedFilter]) -> SavedFilter {
    all.first { $0.name == name } ?? SavedFilter(name: name, filter: "")
  }
}
