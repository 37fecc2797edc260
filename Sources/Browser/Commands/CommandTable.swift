/// A row of the command table.
struct CommandRow: Hashable, Sendable {
  let command: Command
  /// The name in words with hyphens.
  let name: String
  /// The default keys; the first is the one that hints tell.
  let keys: [Key]
  let contexts: Set<Context>
  /// What it does, for the help.
  let help: String
  let group: HelpGroup
  /// One word for the status line.
  let hint: String
}

/// A heading of the help.
enum HelpGroup: String, Hashable, Sendable, CaseIterable {
  case moving = "MOVING"
  case panes = "PANES"
  case reading = "READING"
  case views = "VIEWS"
  case doing = "DOING"
  case correcting = "PUTTING RIGHT"
  case program = "PROGRAM"
  case prompt = "IN THE FILTER PROMPT"
  case question = "IN A QUESTION"
}

/// All commands; keys, help and hints are made from this table and from nothing else.
enum CommandTable {
  static let rows: [CommandRow] =
    moving + panes + reading + views + doing + correcting + program + prompt + question

  /// The row of a command.
  static func row(of command: Command) -> CommandRow? { byCommand[command] }

  private static let byCommand = Dictionary(rows.map { ($0.command, $0) }) { first, _ in first }

  private static let moving: [CommandRow] = [
    row(
      .moveDown, "down", [.character("j"), .down], Context.screens, "next row or line", .moving,
      "down"),
    row(
      .moveUp, "up", [.character("k"), .up], Context.screens, "previous row or line", .moving,
      "up"),
    row(
      .first, "first", [.character("g"), .home], Context.screens, "to the beginning", .moving,
      "first"),
    row(.last, "last", [.character("G"), .end], Context.screens, "to the end", .moving, "last"),
    row(
      .halfPageDown, "half-page-down", [.control("d")], Context.screens, "half a page down",
      .moving, "half down"),
    row(
      .halfPageUp, "half-page-up", [.control("u")], Context.screens, "half a page up", .moving,
      "half up"),
    row(
      .pageDown, "page-down", [.character(" "), .pageDown], Context.screens, "a page down",
      .moving, "page"),
    row(
      .pageUp, "page-up", [.character("b"), .pageUp], Context.screens, "a page up", .moving,
      "page up"),
  ]

  private static let panes: [CommandRow] = [
    row(
      .nextPane, "next-pane", [.tab, .character("l"), .right], Context.panes, "to the next pane",
      .panes, "pane"),
    row(
      .previousPane, "previous-pane", [.backTab, .character("h"), .left], Context.panes,
      "to the previous pane", .panes, "pane"),
    row(
      .showArticles, "articles", [.character("1")], Context.panes, "to the articles", .panes,
      "articles"),
    row(
      .showReader, "reader", [.character("2")], Context.panes, "to the reader", .panes, "reader"),
    row(
      .showSidebar, "people", [.character("3")], Context.panes, "to people and quotes", .panes,
      "people"),
    row(
      .open, "open", [.enter], Context.places,
      "open an article, a person, a passage; narrow to a bar", .panes, "open"),
    row(
      .back, "back", [.escape], Context.screens,
      "back: close this, everyone, all panes, list, no filter", .panes, "back"),
    row(
      .maximise, "maximise", [.character("z")], Context.panes, "this pane alone, or all again",
      .panes, "zoom"),
  ]

  private static let reading: [CommandRow] = [
    row(
      .nextQuote, "next-quote", [.character("]")], Context.panes, "next quote", .reading, "quote"),
    row(
      .previousQuote, "previous-quote", [.character("[")], Context.panes, "previous quote",
      .reading, "quote"),
    row(
      .nextMatch, "next-match", [.character("n")], Context.panes, "next match of the filter",
      .reading, "match"),
    row(
      .previousMatch, "previous-match", [.character("N")], Context.panes,
      "previous match of the filter", .reading, "match"),
    row(
      .toggleRemoved, "left-out", [.character("x")], Context.panes,
      "show or hide what cleaning left out", .reading, "left out"),
  ]

  private static let program: [CommandRow] = [
    row(
      .filter, "filter", [.character("/")], Context.places,
      "filter the articles, or what a view lists", .program, "filter"),
    row(.help, "help", [.character("?")], Context.screens, "these keys", .program, "help"),
    row(
      .findings, "findings", [.character("!")], Context.screens,
      "files that could not be read, and why", .program, "findings"),
    row(
      .toggleMouse, "mouse", [.character("m")], Context.panes,
      "mouse on or off (off: the terminal's own selection)", .program, "mouse"),
    row(
      .redraw, "redraw", [.control("l")], Context.screens.union([.prompt]), "draw the screen anew",
      .program, "redraw"),
    row(
      .suspend, "suspend", [.control("z")], Context.screens.union([.prompt]),
      "to the shell; fg comes back", .program, "suspend"),
    row(
      .interrupt, "interrupt", [.control("c")], Context.screens, "says how to quit", .program,
      "interrupt"),
    row(
      .quit, "quit", [.character("q")], Context.screens, "leave; closes the help", .program, "quit"),
  ]

  private static let prompt: [CommandRow] = [
    row(.keepFilter, "keep", [.enter], [.prompt], "keep the filter", .prompt, "keep"),
    row(
      .clearFilter, "clear", [.escape, .control("c")], [.prompt],
      "clear the filter, back to where the list was", .prompt, "clear"),
    row(
      .complete, "complete", [.tab], [.prompt], "finish the name of a field", .prompt,
      "complete"),
    row(
      .recallOlder, "older", [.up, .control("p")], [.prompt], "an older filter", .prompt, "older"),
    row(
      .recallNewer, "newer", [.down, .control("n")], [.prompt], "a newer filter", .prompt,
      "newer"),
    row(
      .caretLeft, "caret-left", [.left, .control("b")], Context.lines, "caret left", .prompt, "left"
    ),
    row(
      .caretRight, "caret-right", [.right, .control("f")], Context.lines, "caret right", .prompt,
      "right"),
    row(
      .caretToStart, "caret-start", [.home, .control("a")], Context.lines, "caret to the start",
      .prompt, "start"),
    row(
      .caretToEnd, "caret-end", [.end, .control("e")], Context.lines, "caret to the end", .prompt,
      "end"),
    row(
      .deleteBackward, "delete-backward", [.backspace, .control("h")], Context.lines,
      "delete before the caret", .prompt, "delete"),
    row(
      .deleteForward, "delete-forward", [.delete, .control("d")], Context.lines,
      "delete at the caret", .prompt, "delete"),
    row(
      .deleteWord, "delete-word", [.control("w")], Context.lines,
      "delete the word before the caret",
      .prompt, "word"),
    row(
      .deleteToStart, "delete-to-start", [.control("u")], Context.lines, "delete to the start",
      .prompt, "line"),
    row(
      .deleteToEnd, "delete-to-end", [.control("k")], Context.lines, "delete to the end", .prompt,
      "rest"),
  ]

  static func row(
    _ command: Command, _ name: String, _ keys: [Key], _ contexts: Set<Context>, _ help: String,
    _ group: HelpGroup, _ hint: String
  ) -> CommandRow {
    CommandRow(
      command: command, name: name, keys: keys, contexts: contexts, help: help, group: group,
      hint: hint)
  }
}
