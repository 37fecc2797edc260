import Model

/// A row of the command table.
struct CommandRow: Hashable, Sendable {
  let command: Command
  /// The name in words with hyphens.
  let name: String
  /// The default keys; the first is the one that hints tell.
  let keys: [KeySequence]
  let contexts: Set<Context>
  /// What it does, for the help.
  let help: String
  let group: HelpGroup
  /// One word for the status line.
  let hint: String
  /// What follows the name after `:`, such as `FILE`; nil for nothing.
  var argument: String?
  /// What completes the argument.
  var completion: ArgumentCompletion?
  /// What it leads to that a restricted session must not have; nil for what everybody may do.
  var door: Door?
}

/// What completes the argument of a command.
enum ArgumentCompletion: Hashable, Sendable {
  /// Fields of the filter, and names, places and tags of the archive.
  case terms
  /// Names of files.
  case path
  /// Names of filters that were kept.
  case savedFilters
  /// Words of a closed set, and what may follow each.
  case words([String], then: [String: [String]] = [:])
  /// Names of people, or tags.
  case names(QueryPrefix)
  /// Letters under which keys were recorded.
  case macros
}

/// What leads out of the archive.
enum Door: Hashable, Sendable, CaseIterable {
  /// Another program that is run.
  case program
  /// A file that is written.
  case file
  /// The shell that the program was started from.
  case shell
}

/// A heading of the help.
enum HelpGroup: String, Hashable, Sendable, CaseIterable {
  case moving = "MOVING"
  case panes = "PANES"
  case reading = "READING"
  case views = "VIEWS"
  case filters = "SAVED FILTERS"
  case doing = "DOING"
  case correcting = "PUTTING RIGHT"
  case program = "PROGRAM"
  case prompt = "IN A PROMPT"
  case question = "IN A QUESTION"
}
