/// The walk through the program: a step at a time, each done by doing it.
struct TutorialState: Hashable, Sendable {
  var step = 0
  /// What was true when the step began, to see a change.
  var start = Snapshot()

  /// As much of the state as the steps look at.
  struct Snapshot: Hashable, Sendable {
    var selected = 0
    var focus = Pane.list
    var quote: Int?
    var isFiltered = false
    var isNarrowed = false
    var isPrompting = false
    var showsRemoved = false
    var copies = 0
    var helps = 0
  }

  /// One step: its words are those of its name in the catalogue.
  enum Step: Int, Hashable, Sendable, CaseIterable {
    case move, read, quote, people, narrow, back, filter, keep, clear, leftOut, copy, help, end

    /// Whether it is done.
    func isDone(_ start: Snapshot, _ now: Snapshot) -> Bool {
      switch self {
      case .move: now.selected != start.selected
      case .read: now.focus == .reader
      case .quote: now.quote != nil && now.quote != start.quote
      case .people: now.focus == .sidebar
      case .narrow: now.isNarrowed
      case .back: now.focus != .sidebar
      case .filter: now.isPrompting
      case .keep: now.isFiltered && !now.isPrompting
      case .clear: !now.isFiltered && !now.isPrompting
      case .leftOut: now.showsRemoved != start.showsRemoved
      case .copy: now.copies > start.copies
      case .help: now.helps > start.helps
      case .end: false
      }
    }
  }

  var current: Step { Step(rawValue: step) ?? .end }
}
