/// Keys that are not a command yet, counts, and macros.
struct InputState: Hashable, Sendable {
  /// The number that was typed before a command.
  var count: Int?
  /// The beginning of a sequence of keys.
  var pending: [Key] = []
  /// A sequence that was done at once, though longer ones for the same command begin with it.
  var done: [Key] = []
  /// The request after whose moment it is over.
  var doneRequest = 0
  /// A command that waits for a letter.
  var awaiting: Command?
  /// The letter under which keys are recorded, and the keys so far.
  var recording: Character?
  var recorded: [Key] = []
  /// What was recorded.
  var macros: [Character: [Key]] = [:]
  /// The macro that was replayed last.
  var lastReplayed: Character?
  /// How many keys a replay may still press: a macro that replays itself comes to an end.
  var replayLeft = 0
  /// Keys that a replay is still to press, the next one last.
  var replaying: [Key] = []

  static let longestReplay = 2_000
  static let largestCount = 99_999

  /// Whether some key has to follow.
  var isOpen: Bool { count != nil || !pending.isEmpty || awaiting != nil }
}
