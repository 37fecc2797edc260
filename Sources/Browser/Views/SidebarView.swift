import Model

/// People and quotes of the article that is read.
enum SidebarView {
  static func draw(_ state: BrowserState, _ layout: ScreenLayout, into grid: inout CellGrid) {
    guard let frame = layout.sidebar, let parts = state.sidebarLayout else { return }
    let body = frame.body
    let isFocused = state.focus == .sidebar
    if let heading = frame.heading {
      grid.writeHeading(
        state.words(.people), right: "\(state.sidebar.people)", in: heading,
        isFocused: isFocused, rule: layout.arrangement == .stacked)
    }
    if isFocused { grid.cursor = Position(column: body.column, row: body.row) }
    guard let article = state.reader.article else { return }
    let bar = SidebarRows(state: state, article: article, body: body)
    bar.drawPeople(parts, into: &grid)
    if let row = parts.headingRow {
      let title = state.sidebar.narrowedTo.map { person in
        state.words(.quotesOf(bar.shortName(of: person)))
      }
      grid.writeHeading(
        title ?? state.words(.quotes), right: position(state),
        in: Rect(column: body.column, row: body.row + row, columns: body.columns, rows: 1),
        isFocused: false)
    }
    bar.drawQuotes(parts, into: &grid)
  }

  /// `2 of 8`: which of those listed is pointed at, or else how many of all are listed.
  static func position(_ state: BrowserState) -> String {
    let quotes = state.sidebar.quotes
    guard let current = state.reader.currentQuote, let at = quotes.firstIndex(of: current) else {
      let all = state.sidebar.allQuotes.count
      return state.sidebar.narrowedTo == nil
        ? "\(all)" : state.words(.position("\(quotes.count)", of: "\(all)"))
    }
    return state.words(.position("\(at + 1)", of: "\(quotes.count)"))
  }
}

/// The rows of the sidebar.
private struct SidebarRows {
  let state: BrowserState
  let article: Article
  let body: Rect

  var limit: Int { body.endColumn - 1 }

  func drawPeople(_ parts: SidebarLayout, into grid: inout CellGrid) {
    let end = body.row + parts.peopleRows
    guard !article.people.isEmpty else {
      grid.write(
        state.words(.noOneNamed), column: body.column + 2, row: body.row, limit: limit, role: .dim)
      return
    }
    var row = body.row
    let top = state.sidebar.peopleTop
    for index in top..<max(top, state.sidebar.peopleRows) {
      let lines = parts.lines(ofPeopleRow: index, in: state.sidebar)
      guard row < end, let item = state.sidebar.item(at: index) else { return }
      draw(item, lines: min(lines, end - row), row: row, into: &grid)
      row += lines
    }
  }

  /// Draws everyone or a person.
  private func draw(_ item: SidebarItem, lines: Int, row: Int, into grid: inout CellGrid) {
    let isSelected = state.sidebar.selected == item
    let bar: Bar? = isSelected ? .selected : state.sidebar.owner == item ? .owner : nil
    mark(bar, lines: lines, row: row, into: &grid)
    let count = state.sidebar.quoteCount(of: item)
    if case .person(let index) = item, article.people.indices.contains(index),
      article.people[index].isCorrected
    {
      grid.write("✎", column: body.column + 1, row: row, limit: limit, role: .marker)
    }
    let end =
      count > 0
      ? grid.writeRight(
        "\(count) ❞", row: row, from: body.column + 2, limit: limit, role: .dim) - 1 : limit
    guard case .person(let index) = item, article.people.indices.contains(index) else {
      grid.writeMarked(
        state.words(.everyone), column: body.column + 2, row: row, limit: end,
        emphasis: emphasis(isSelected))
      return
    }
    let person = article.people[index]
    write(
      person.name, fields: [.anywhere, .person], column: body.column + 2, row: row, limit: end,
      role: .person, emphasis: emphasis(isSelected), into: &grid)
    if lines > 1, let role = person.shownRole {
      write(
        role, fields: [.anywhere, .person], column: body.column + 4, row: row + 1, limit: limit,
        role: .dim, emphasis: [], into: &grid)
    }
  }

  func drawQuotes(_ parts: SidebarLayout, into grid: inout CellGrid) {
    let first = state.sidebar.quotesTop
    let quotes = state.sidebar.quotes
    if quotes.isEmpty, parts.quotesRows > 0 {
      grid.write(
        state.words(.noQuotesListed), column: body.column + 2, row: body.row + parts.quotesRow,
        limit: limit,
        role: .dim)
    }
    for position in first..<max(first, min(quotes.count, first + parts.visibleQuotes)) {
      let row = body.row + parts.quotesRow + (position - first) * parts.linesPerItem
      guard row < body.endRow else { return }
      draw(
        quote: quotes[position], lines: min(parts.linesPerItem, body.endRow - row), row: row,
        into: &grid)
    }
  }

  private func draw(quote index: Int, lines: Int, row: Int, into grid: inout CellGrid) {
    guard article.quotes.indices.contains(index) else { return }
    let quote = article.quotes[index]
    let isSelected = state.sidebar.selected == .quote(index)
    let isPointedAt = state.reader.currentQuote == index
    mark(
      isSelected ? .selected : isPointedAt ? .pointedAt : nil, lines: lines, row: row, into: &grid)
    if quote.evidence == .correction {
      grid.write("✎", column: body.column + 1, row: row, limit: limit, role: .marker)
    } else if let key = state.reader.key,
      state.marked.contains(QuoteKey(article: key, index: index))
    {
      grid.write("✓", column: body.column + 1, row: row, limit: limit, role: .marker)
    }
    let end = grid.writeRight(
      state.words(.kind(quote.kind)), row: row, from: body.column + 2, limit: limit, role: .dim)
    write(
      attribution(of: quote, room: end - 1 - body.column - 2), fields: [.anywhere, .person],
      column: body.column + 2, row: row, limit: end - 1, role: .speaker,
      emphasis: emphasis(isSelected), into: &grid)
    if lines > 1 {
      write(
        firstWords(of: quote), fields: [.anywhere, .said], column: body.column + 4, row: row + 1,
        limit: limit, role: .quote, emphasis: [], into: &grid)
    }
  }

  /// What the bar before a row says.
  private enum Bar {
    /// The selected row.
    case selected
    /// The one whose quotes are listed, while one of them is selected.
    case owner
    /// The quote that the reader points at.
    case pointedAt
  }

  private func mark(_ bar: Bar?, lines: Int, row: Int, into grid: inout CellGrid) {
    guard let bar else { return }
    for line in 0..<lines {
      grid.write(
        bar == .pointedAt ? "▎" : "▌", column: body.column, row: row + line, limit: limit,
        role: bar == .owner ? .dim : .marker)
    }
    if bar == .selected, state.focus == .sidebar {
      grid.cursor = Position(column: body.column + 1, row: row)
    }
  }

  private func emphasis(_ isSelected: Bool) -> Emphasis {
    isSelected && state.focus == .sidebar ? .selected : []
  }

  private func write(
    _ text: String, fields: Set<QueryField>, column: Int, row: Int, limit: Int, role: Role,
    emphasis: Emphasis, into grid: inout CellGrid
  ) {
    let matches = state.filter.finder.matches(in: Array(text.utf8), fields: fields)
    grid.writeMarked(
      text, matches: matches, column: column, row: row, limit: limit, role: role,
      emphasis: emphasis)
  }

  /// `Anatoly Antonov went on`, or with the surname alone where that is too long.
  private func attribution(of quote: Quote, room: Int) -> String {
    let cue = quote.cue.map { folded($0) } ?? ""
    guard let speaker = quote.speaker else {
      return cue.isEmpty ? state.words(.noSpeaker) : "? " + cue
    }
    func words(_ name: String) -> String {
      if cue.isEmpty { return name }
      switch quote.evidence {
      case .accordingTo: return "\(cue) \(name)"
      case .quotedWordsWithCue, .quotedWordsContinued, .quotedWordsAlone, .speakerCueClause,
        .clauseCueSpeaker, .colon, .model, .correction:
        return "\(name) \(cue)"
      }
    }
    let whole = words(speaker.name)
    guard speaker.kind == .person, DisplayText.width(of: whole) > room else { return whole }
    return words(surname(of: speaker.name))
  }

  func shortName(of person: PersonID) -> String {
    article.people.indices.contains(person.rawValue)
      ? surname(of: article.people[person.rawValue].name) : ""
  }

  private func surname(of name: String) -> String {
    name.split(separator: " ").last.map(String.init) ?? name
  }

  private func firstWords(of quote: Quote) -> String {
    quote.spans.first.map { folded($0) } ?? ""
  }

  /// The words of a span, as many as a row can show, apart by one blank.
  private func folded(_ span: TextSpan) -> String {
    // A column takes four bytes at most, but for combining characters.
    let room = 4 * body.columns + 32
    let head = TextSpan(span.start, min(span.end, span.start + room))
    let source = article.source.bytes
    var bytes: [UInt8] = []
    bytes.reserveCapacity(head.count)
    for word in LineBreaker.words(of: head, in: source) {
      if !bytes.isEmpty { bytes.append(0x20) }
      bytes += source[word.range]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
