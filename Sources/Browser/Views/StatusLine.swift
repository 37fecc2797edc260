import Model

/// The last line: where the selected thing stands and why it was found, and the next keys.
enum StatusLine {
  static func draw(_ state: BrowserState, _ layout: ScreenLayout, into grid: inout CellGrid) {
    let row = layout.bottomRow
    let width = grid.size.columns
    grid.fill(Rect(column: 0, row: row, columns: width, rows: 1), role: .status)
    let notice = state.notice
    let left = notice?.text ?? place(of: state)
    // A notice is told whole; the place may be cut for the keys.
    let most = notice == nil ? width * 2 / 3 : width
    let room = width - min(DisplayText.width(of: left), most) - 4
    var hints = self.hints(for: state)
    while !hints.isEmpty, DisplayText.width(of: joined(hints)) > room { hints.removeLast() }
    let end = grid.writeRight(
      joined(hints), row: row, from: 0, limit: width - 1, role: .status)
    grid.writeMarked(
      left, column: 1, row: row, limit: hints.isEmpty ? width : end - 1,
      role: notice?.isWarning == true ? .warning : .status)
  }

  private static func joined(_ hints: [String]) -> String { hints.joined(separator: "  ") }

  private static func hints(for state: BrowserState) -> [String] {
    func hint(_ command: Command, _ word: String? = nil) -> String {
      let hint = CommandTable.row(of: command)?.hint ?? ""
      return "\(Keymap.keyName(of: command)) \(word ?? hint)"
    }
    let quotes = "\(Keymap.keyName(of: .previousQuote)) " + hint(.nextQuote)
    let matches = "\(Keymap.keyName(of: .nextMatch)) " + hint(.previousMatch)
    switch state.context {
    case .list:
      return [hint(.open), hint(.filter), hint(.nextPane), hint(.help)]
    case .reader:
      let move = state.reader.matches.isEmpty ? [quotes] : [matches, quotes]
      return move + [hint(.filter), hint(.nextPane), hint(.back)]
    case .sidebar:
      let open =
        switch state.sidebar.selected {
        case .person: hint(.open, state.sidebar.narrowedTo == nil ? "only theirs" : "all")
        case .quote, nil: hint(.open, "read on")
        }
      return [open, hint(.back), hint(.nextPane), hint(.filter)]
    case .help, .findings:
      return [hint(.back), hint(.pageDown)]
    case .prompt:
      return []
    }
  }

  private static func place(of state: BrowserState) -> String {
    switch state.overlay {
    case .help: return "the keys of onrecord"
    case .findings: return "files that were not read, or not wholly"
    case nil: break
    }
    guard let article = state.reader.article else { return "" }
    let file = article.file.split(separator: "/").last.map(String.init) ?? article.file
    switch state.focus {
    case .list: return file + dateNote(of: article)
    case .reader:
      if let quote = state.reader.quote { return place(of: quote, in: file) }
      guard let offset = state.reader.layout?.sourceOffset(from: state.reader.top) else {
        return file
      }
      let note = state.reader.top == 0 ? dateNote(of: article) : ""
      return "line \(article.source.line(at: offset)) of \(file)\(note)"
    case .sidebar:
      switch state.sidebar.selected {
      case .quote(let index) where article.quotes.indices.contains(index):
        return place(of: article.quotes[index], in: file)
      case .person(let index) where article.people.indices.contains(index):
        return words(on: article.people[index], of: article, in: file)
      case .quote, .person, nil:
        return file
      }
    }
  }

  private static func place(of quote: Quote, in file: String) -> String {
    "line \(quote.line) of \(file) · found by: \(quote.evidence.words)"
  }

  private static func dateNote(of article: Article) -> String {
    article.published?.note.map { " · date inferred: \($0)" } ?? ""
  }

  private static func words(on person: Person, of article: Article, in file: String) -> String {
    let count = person.mentions.count
    var text = "named \(count) \(count == 1 ? "time" : "times")"
    if let first = person.mentions.first {
      text += ", first on line \(article.source.line(at: first.span.start)) of \(file)"
    }
    if person.roles.count > 1 {
      text += " · " + person.roles.dropFirst().joined(separator: "; ")
    }
    return text
  }
}
