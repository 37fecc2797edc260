import Model

/// All commands; keys, help and hints are made from this table and from nothing else.
enum CommandTable {
  static let rows: [CommandRow] =
    moving + panes + reading + typesetting + views + folding + savedFilters + marking + doing
    + correcting
    + program
    + prompt + question

  /// The row of a command.
  static func row(of command: Command) -> CommandRow? { byCommand[command] }

  private static let byCommand = Dictionary(rows.map { ($0.command, $0) }) { first, _ in first }

  private static let moving: [CommandRow] = [
    row(
      .moveDown, "down", [[.character("j")], [.down]], Context.screens,
      "next row or line (5j: five of them)", .moving,
      "down"),
    row(
      .moveUp, "up", [[.character("k")], [.up]], Context.screens, "previous row or line", .moving,
      "up"),
    row(
      .first, "first", [[.character("g"), .character("g")], [.home]], Context.screens,
      "to the beginning", .moving,
      "first"),
    row(
      .last, "last", [[.character("G")], [.end]], Context.screens,
      "to the end, or to row or line 40 (40G)", .moving, "last"),
    row(
      .halfPageDown, "half-page-down", [[.control("d")]], Context.screens, "half a page down",
      .moving, "half down"),
    row(
      .halfPageUp, "half-page-up", [[.control("u")]], Context.screens, "half a page up", .moving,
      "half up"),
    row(
      .pageDown, "page-down", [[.character(" ")], [.pageDown]], Context.screens, "a page down",
      .moving, "page"),
    row(
      .pageUp, "page-up", [[.character("b")], [.pageUp]], Context.screens, "a page up", .moving,
      "page up"),
  ]

  private static let panes: [CommandRow] = [
    row(
      .nextPane, "next-pane", [[.tab], [.character("l")], [.right]], Context.panes,
      "to the next pane",
      .panes, "pane"),
    row(
      .previousPane, "previous-pane", [[.backTab], [.character("h")], [.left]], Context.panes,
      "to the previous pane", .panes, "pane"),
    row(
      .showArticles, "articles", [[.character("1")]], Context.panes, "to the articles", .panes,
      "articles"),
    row(
      .showReader, "reader", [[.character("2")]], Context.panes, "to the reader", .panes, "reader"),
    row(
      .showSidebar, "people", [[.character("3")]], Context.panes, "to people and quotes", .panes,
      "people"),
    row(
      .open, "open", [[.enter]], Context.screens,
      "open an article, a person, a passage; narrow to a bar", .panes, "open"),
    row(
      .back, "back", [[.escape]], Context.screens,
      "back: close this, everyone, all panes, list, no filter", .panes, "back"),
    row(
      .jumpBack, "jump-back", [[.control("o")], [.character("g"), .character(";")]],
      Context.places, "to where you were before a jump", .panes, "jump back"),
    row(
      .jumpForward, "jump-forward", [[.control("t")], [.character("g"), .character(",")]],
      Context.places,
      "forward again in the jumps", .panes, "jump on"),
    row(
      .maximise, "maximise", [[.character("Z")], [.character("z"), .character("z")]], Context.panes,
      "this pane alone, or all again",
      .panes, "zoom"),
  ]

  private static let reading: [CommandRow] = [
    row(
      .nextQuote, "next-quote", [[.character("]")], [.character("]"), .character("q")]],
      Context.panes, "next quote", .reading, "quote"),
    row(
      .previousQuote, "previous-quote", [[.character("[")], [.character("["), .character("q")]],
      Context.panes, "previous quote",
      .reading, "quote"),
    row(
      .nextMatch, "next-match", [[.character("n")]], Context.panes, "next match of the filter",
      .reading, "match"),
    row(
      .previousMatch, "previous-match", [[.character("N")]], Context.panes,
      "previous match of the filter", .reading, "match"),
    row(
      .toggleRemoved, "left-out", [[.character("x")]], Context.panes,
      "show or hide what cleaning left out", .reading, "left out"),
    row(
      .toggleLinks, "links", [[.character("L")]], Context.panes,
      "list the links at the article's end, or not", .reading, "links"),
  ]

  private static let typesetting: [CommandRow] = [
    row(
      .toggleRaw, "raw", [[.character("R")]], Context.panes,
      "the file's own lines, numbered, beside the text", .reading, "raw"),
    row(
      .wider, "wider", [[.character("+")]], Context.panes, "longer lines", .reading, "wider"),
    row(
      .narrower, "narrower", [[.character("-")]], Context.panes, "shorter lines", .reading,
      "narrower"),
    row(
      .justify, "justify", [[.character("g"), .character("j")]], Context.panes,
      "both edges straight, or not", .reading, "justify"),
    row(
      .indent, "indent", [[.character("g"), .character("i")]], Context.panes,
      "paragraphs indented, or apart", .reading, "indent"),
    row(
      .spacing, "spacing", [[.character("g"), .character("l")]], Context.panes,
      "a blank line between lines, or not", .reading, "spacing"),
    row(
      .set, "set", [], Context.panes, "measure 66, indent 2, justify on, spacing 2", .reading,
      "set", argument: "NAME VALUE",
      completion: .words(
        ["measure", "indent", "justify", "spacing"],
        then: ["justify": ["on", "off"], "spacing": ["1", "2", "3"]])),
  ]

  private static let doing: [CommandRow] = [
    row(
      .undo, "undo", [[.character("u")]], Context.places.union([.filters]),
      "take back what was done last", .doing,
      "undo"),
    row(
      .yankQuote, "copy-quote", [[.character("y"), .character("q")]], Context.citing,
      "copy the quote with its speaker", .doing, "copy quote"),
    row(
      .yankCitation, "copy-citation", [[.character("y"), .character("c")]], Context.citing,
      "copy a citation: agency, headline, date, file, line", .doing, "copy citation"),
    row(
      .yankMarkdown, "copy-markdown", [[.character("y"), .character("m")]], Context.citing,
      "copy quote and citation as Markdown", .doing, "copy Markdown"),
    row(
      .yankBibTeX, "copy-bibtex", [[.character("y"), .character("b")]], Context.citing,
      "copy the citation as BibTeX", .doing, "copy BibTeX"),
    row(
      .yankCSL, "copy-csl", [[.character("y"), .character("j")]], Context.citing,
      "copy the citation as CSL-JSON", .doing, "copy CSL"),
    row(
      .yankArticle, "copy-article", [[.character("y"), .character("a")]], Context.panes,
      "copy the article's own words", .doing, "copy article"),
    row(
      .yankPath, "copy-path", [[.character("y"), .character("p")]],
      Context.panes.union([.findings]),
      "copy the path of the file", .doing, "copy path"),
    row(
      .yankURL, "copy-url", [[.character("y"), .character("u")]], Context.panes,
      "copy where it was published on the web", .doing, "copy URL"),
    row(
      .openPager, "pager", [[.character("g"), .character("p")]], Context.panes,
      "the article in $PAGER", .doing, "pager", door: .program),
    row(
      .openEditor, "editor", [[.character("g"), .character("e")]],
      Context.panes.union([.findings]),
      "the file in $EDITOR, at this line", .doing, "editor", door: .program),
    row(
      .openBrowser, "browser", [[.character("g"), .character("x")]], Context.panes,
      "its address in $BROWSER, or that of link 4 (4gx, 01gx)", .doing, "browser", door: .program),
    row(
      .pipe, "pipe", [[.character("|")]], Context.places, "hand the article to a command", .doing,
      "pipe", argument: "COMMAND", door: .program),
    row(
      .export, "export", [], Context.places, "write what is listed: .md .html .csv .jsonl .bib",
      .doing, "export", argument: "FILE", completion: .path, door: .file),
  ]

  private static let program: [CommandRow] = [
    row(
      .filter, "filter", [[.character("/")]], Context.places.union([.filters, .help]),
      "filter the articles, or what a view lists", .program, "filter", argument: "TERMS",
      completion: .terms),
    row(
      .commandLine, "command", [[.character(":")]], Context.screens,
      "any command by its name; Tab completes it", .program, "command"),
    row(
      .help, "help", [[.character("?")]], Context.screens,
      "these keys; / looks for one, Enter does it", .program,
      "help", argument: "WORDS"),
    row(
      .tutorial, "tutorial", [[.character("g"), .character("?")]], Context.panes,
      "five minutes' walk through the program", .program, "tutorial"),
    row(
      .record, "record", [[.character(",")]], Context.panes,
      "record keys under a letter; again ends it", .program, "record", argument: "LETTER"),
    row(
      .replay, "replay", [[.character("@")]], Context.panes,
      "press the keys recorded under a letter", .program, "replay", argument: "LETTER",
      completion: .macros),
    row(
      .findings, "findings", [[.character("!")]], Context.screens,
      "files that could not be read, and why", .program, "findings"),
    row(
      .toggleMouse, "mouse", [[.character("m")]], Context.panes,
      "mouse on or off (off: the terminal's own selection)", .program, "mouse"),
    row(
      .redraw, "redraw", [[.control("l")]], Context.screens.union([.prompt]),
      "draw the screen anew",
      .program, "redraw"),
    row(
      .suspend, "suspend", [[.control("z")]], Context.screens.union([.prompt]),
      "to the shell; fg comes back", .program, "suspend",
      door: .shell),
    row(
      .interrupt, "interrupt", [[.control("c")]], Context.screens, "says how to quit", .program,
      "interrupt"),
    row(
      .quit, "quit", [[.character("q")]], Context.screens, "leave; closes the help", .program,
      "quit"),
  ]

  private static let prompt: [CommandRow] = [
    row(
      .keepFilter, "keep", [[.enter]], [.prompt], "keep the filter, do the command", .prompt, "keep"
    ),
    row(
      .clearFilter, "clear", [[.escape], [.control("c")]], [.prompt],
      "close it; a filter is cleared", .prompt, "clear"),
    row(
      .complete, "complete", [[.tab]], [.prompt],
      "finish the name that was begun; again for the next", .prompt,
      "complete"),
    row(
      .recallOlder, "older", [[.up], [.control("p")]], [.prompt], "an older line", .prompt, "older"),
    row(
      .recallNewer, "newer", [[.down], [.control("n")]], [.prompt], "a newer line", .prompt,
      "newer"),
    row(
      .caretLeft, "caret-left", [[.left], [.control("b")]], Context.lines, "caret left", .prompt,
      "left"
    ),
    row(
      .caretRight, "caret-right", [[.right], [.control("f")]], Context.lines, "caret right",
      .prompt,
      "right"),
    row(
      .caretToStart, "caret-start", [[.home], [.control("a")]], Context.lines, "caret to the start",
      .prompt, "start"),
    row(
      .caretToEnd, "caret-end", [[.end], [.control("e")]], Context.lines, "caret to the end",
      .prompt,
      "end"),
    row(
      .deleteBackward, "delete-backward", [[.backspace], [.control("h")]], Context.lines,
      "delete before the caret", .prompt, "delete"),
    row(
      .deleteForward, "delete-forward", [[.delete], [.control("d")]], Context.lines,
      "delete at the caret", .prompt, "delete"),
    row(
      .deleteWord, "delete-word", [[.control("w")]], Context.lines,
      "delete the word before the caret",
      .prompt, "word"),
    row(
      .deleteToStart, "delete-to-start", [[.control("u")]], Context.lines, "delete to the start",
      .prompt, "line"),
    row(
      .deleteToEnd, "delete-to-end", [[.control("k")]], Context.lines, "delete to the end", .prompt,
      "rest"),
  ]

  static func row(
    _ command: Command, _ name: String, _ keys: [KeySequence], _ contexts: Set<Context>,
    _ help: String, _ group: HelpGroup, _ hint: String, argument: String? = nil,
    completion: ArgumentCompletion? = nil, door: Door? = nil
  ) -> CommandRow {
    CommandRow(
      command: command, name: name, keys: keys, contexts: contexts, help: help, group: group,
      hint: hint, argument: argument, completion: completion, door: door)
  }
}
