/// Views, marks and corrections.
extension CommandTable {
  static let views: [CommandRow] = [
    row(
      .showQuotes, "quotes", [[.character("Q")]], Context.places,
      "every quote of the filter; who said what", .views, "quotes"),
    row(
      .showNames, "names", [[.character("p")]], Context.places,
      "people, organisations, places of the filter", .views, "people"),
    row(
      .showPerson, "person", [[.character("P")]], Context.places,
      "all about the selected person, over all articles", .views, "person", argument: "NAME",
      completion: .names(.person)),
    row(
      .showTimeline, "timeline", [[.character("T")]], Context.places,
      "articles and quotes of the filter over time", .views, "timeline"),
    row(
      .compare, "compare", [[.character("C")]], Context.places,
      "marked quotes or articles side by side", .views, "compare"),
    row(
      .order, "order", [[.character("o")]], Context.panes.union([.quotes, .person, .names]),
      "another order: by time, best match, quotes, file, speaker", .views, "order",
      argument: "ORDER", completion: .words(CommandTable.orders)),
    row(
      .columns, "columns", [[.character("O")]], [.list], "which columns the list has", .views,
      "columns", argument: "COLUMN", completion: .words(ListColumn.allCases.map(\.rawValue))),
    row(
      .otherKind, "other-kind", [[.tab]], [.names, .timeline],
      "people, organisations, places; months, years", .views, "kind"),
    row(
      .dropTerm, "drop-term", [[.backspace]], Context.places,
      "take the last part out of the filter", .views, "take out"),
  ]

  /// What the orders of lists are called behind `:order`.
  static let orders = ["newest", "oldest", "relevance", "quoted", "file", "speaker", "name"]

  static let folding: [CommandRow] = [
    row(
      .toggleFold, "fold", [[.character("z"), .character("a")]], [.list],
      "list the repeats of this article (+3), or fold them", .views, "repeats"),
    row(
      .unfoldAll, "unfold-all", [[.character("z"), .character("R")]], [.list],
      "list all repeats where they belong", .views, "all repeats"),
    row(
      .foldAll, "fold-all", [[.character("z"), .character("M")]], [.list],
      "of articles that say the same list only the first", .views, "fold all"),
  ]

  static let savedFilters: [CommandRow] = [
    row(
      .saveFilter, "save-filter", [[.character("S")]], Context.places,
      "keep the filter under a name", .filters, "keep filter", argument: "NAME",
      completion: .savedFilters),
    row(
      .showFilters, "saved", [[.character("F")]], Context.places.union([.filters]),
      "the filters that have names; Enter takes one", .filters, "filters", argument: "NAME",
      completion: .savedFilters),
    row(
      .renameFilter, "rename-saved", [[.character("r")]], [.filters], "give it another name",
      .filters, "rename"),
    row(
      .removeFilter, "forget-saved", [[.character("d")], [.delete]], [.filters],
      "forget it; u brings it back", .filters, "forget"),
  ]

  static let marking: [CommandRow] = [
    row(
      .toggleStar, "star", [[.character("s")]], Context.places, "star, or no star", .doing, "star"),
    row(
      .toggleRead, "read", [[.character("r")]], Context.places, "read, or unread", .doing, "read"),
    row(
      .tag, "tag", [[.character("t")]], Context.places, "tag; -word takes a tag away", .doing,
      "tag",
      argument: "WORD", completion: .names(.tag)),
    row(
      .note, "note", [[.character("a")]], Context.places, "write a note", .doing, "note",
      argument: "TEXT"),
    row(
      .mark, "mark", [[.character("v")]],
      [.list, .sidebar, .quotes, .person, .compare],
      "mark this row, to do something with all marked", .doing, "mark"),
    row(
      .markAll, "mark-all", [[.character("V")]], [.list, .quotes, .person],
      "mark all articles of the filter, or none", .doing, "mark all"),
    row(
      .redo, "redo", [[.control("r")]], Context.places.union([.filters]),
      "do again what was undone", .doing, "redo"),
  ]

  static let correcting: [CommandRow] = [
    row(
      .correct, "correct", [[.character("c")]], Context.places,
      "put a person or a quote right", .correcting, "correct"),
    row(
      .selectWords, "select-words", [[.character("v")]], [.reader],
      "mark words, to add a quote", .correcting, "mark words"),
    row(
      .nextWord, "next-word", [[.character("l")], [.right], [.character("w")]], [.selecting],
      "a word more", .correcting, "word"),
    row(
      .previousWord, "previous-word", [[.character("h")], [.left], [.character("b")]], [.selecting],
      "a word less", .correcting, "word"),
    row(
      .wordLineDown, "line-more", [[.character("j")], [.down]], [.selecting], "a line more",
      .correcting, "line"),
    row(
      .wordLineUp, "line-less", [[.character("k")], [.up]], [.selecting], "a line less",
      .correcting,
      "line"),
    row(
      .otherEnd, "other-end", [[.character("o")]], [.selecting], "move the other end", .correcting,
      "other end"),
    row(
      .takeWords, "take-words", [[.enter]], [.selecting], "these words are the quote", .correcting,
      "quote"),
    row(
      .leaveWords, "leave-words", [[.escape], [.character("v")], [.character("q")]], [.selecting],
      "mark nothing", .correcting, "nothing"),
  ]

  static let question: [CommandRow] = [
    row(.answer, "answer", [[.enter]], [.question], "take what is typed", .question, "done"),
    row(
      .leaveQuestion, "leave", [[.escape], [.control("c")]], [.question], "leave all as it was",
      .question, "leave"),
    row(
      .completeAnswer, "complete-answer", [[.tab]], [.question],
      "complete with the first name told",
      .question, "complete"),
  ]
}
