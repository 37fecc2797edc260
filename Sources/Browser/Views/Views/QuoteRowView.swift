import Model

/// One quote of a list: date, speaker, words, article.
enum QuoteRowView {
  static func draw(
    _ quote: QuoteRow?, _ view: ViewState, _ state: BrowserState, in frame: Rect,
    _ emphasis: Emphasis, into grid: inout CellGrid
  ) {
    let limit = frame.endColumn - 1
    guard let quote else {
      grid.write("…", column: 2, row: frame.row, limit: limit, role: .dim)
      return
    }
    if state.marked.contains(quote.key) {
      grid.write("✓", column: 1, row: frame.row, limit: limit, role: .marker)
    }
    let finder = view.finder
    let words = quote.shownWords
    let matches = finder.matches(in: Array(words.utf8), fields: [.anywhere, .said])
    let speaker = quote.speakerWords(state.words)
    let speakerMatches = finder.matches(
      in: Array(speaker.utf8), fields: [.anywhere, .by, .person])
    grid.write(quote.shownDate(state.words), column: 2, row: frame.row, limit: limit, role: .dim)
    let after = 2 + ArticleRow.shownDateWidth + 1
    if frame.rows == 2 {
      // Narrow: who and when, then what.
      grid.writeMarked(
        speaker, matches: speakerMatches, column: after, row: frame.row,
        limit: limit, role: .speaker, emphasis: emphasis)
      grid.writeMarked(
        words, matches: matches, column: 4, row: frame.row + 1, limit: limit, role: .quote)
      return
    }
    let isPerson = if case .person = view.kind { true } else { false }
    let isWide = frame.columns >= ScreenLayout.columnsFrom
    let speakerEnd = isPerson ? after : after + (isWide ? 24 : 18)
    if !isPerson {
      grid.writeMarked(
        speaker, matches: speakerMatches, column: after, row: frame.row,
        limit: speakerEnd - 1, role: .speaker, emphasis: emphasis)
    }
    var end = limit
    if isWide {
      end = limit - 34
      grid.writeMarked(quote.title, column: end, row: frame.row, limit: limit, role: .dim)
    }
    grid.writeMarked(
      words, matches: matches, column: speakerEnd, row: frame.row, limit: end - 1, role: .quote,
      emphasis: emphasis)
  }
}

extension QuoteRow {
  /// Who said it, or that nobody can tell.
  func speakerWords(_ words: Words) -> String { speaker ?? words(.noSpeaker) }

  /// The words, set off as they were said: in quotation marks where they stand in such.
  var shownWords: String {
    switch kind {
    case .direct: "“" + words + "”"
    case .mixed, .indirect: words
    }
  }
}

extension ViewState {
  /// Marks what the view is narrowed to.
  var finder: MatchFinder {
    narrowing.heedsCapitals
      ? MatchFinder(query, heedingCaseOf: queryText) : MatchFinder(query)
  }
}

/// The selected quote in full, with where it stands.
enum QuotePanel {
  static func draw(_ view: ViewState, _ words: Words, in rect: Rect, into grid: inout CellGrid) {
    guard let quote = view.selectedQuote else { return }
    for column in rect.column..<rect.endColumn {
      grid.write("─", column: column, row: rect.row, limit: rect.endColumn, role: .border)
    }
    let end = grid.writeMarked(
      " \(quote.speakerWords(words)) ", column: 1, row: rect.row, limit: rect.endColumn - 12,
      role: .speaker)
    grid.writeRight(
      " \(words(.kind(quote.kind))) ", row: rect.row, from: end, limit: rect.endColumn - 1,
      role: .dim)
    let bytes = Array(quote.shownWords.utf8)
    let lines = bytes.withUnsafeBufferPointer {
      LineBreaker.lines(
        of: TextSpan(0, $0.count), in: $0, measure: max(1, min(100, rect.columns - 4)))
    }
    let room = max(0, rect.rows - 2)
    let matches = view.finder.matches(in: bytes, fields: [.anywhere, .said])
    for (index, line) in lines.prefix(room).enumerated() {
      var text = String(decoding: bytes[line.range], as: UTF8.self)
      if index == room - 1, lines.count > room { text += " …" }
      let here = matches.compactMap { match -> Range<Int>? in
        let low = max(match.lowerBound, line.start)
        let high = min(match.upperBound, line.end)
        return low < high ? low - line.start..<high - line.start : nil
      }
      grid.writeMarked(
        text, matches: here, column: 2, row: rect.row + 1 + index, limit: rect.endColumn - 1,
        role: .quote)
    }
    let place = [quote.shownDate(words), quote.agency ?? "", quote.title].filter { !$0.isEmpty }
    grid.writeMarked(
      place.joined(separator: " · "), column: 2, row: rect.endRow - 1, limit: rect.endColumn - 1,
      role: .dim)
  }
}
