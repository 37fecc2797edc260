import Model

extension BrowserState {
  mutating func scrollReader(_ motion: Motion) {
    let rows = readingLayout.readerRows
    // A page keeps a line of the last one.
    reader.top = motion.target(
      from: reader.top, count: reader.lineCount, page: max(1, rows - 1))
    reader.clamp(rows: rows)
  }

  mutating func toggleRaw() -> [Effect] {
    guard reader.article != nil else { return say(.noArticleOpen) }
    isRaw.toggle()
    return []
  }

  mutating func toggleRemoved() -> [Effect] {
    guard reader.removedLines > 0 else { return say(.nothingLeftOut) }
    reader.showsRemoved.toggle()
    return []
  }

  mutating func toggleLinks() -> [Effect] {
    guard reader.article != nil else { return say(.noArticleOpen) }
    settleReader()
    let count = reader.layout?.links.addresses.count ?? 0
    guard count > 0 || reader.listsLinks else { return say(.noLinks) }
    reader.listsLinks.toggle()
    return reader.listsLinks ? say(.linksListed(count)) : []
  }

  /// To the quote so many further on: among those that are listed where the list is gone through,
  /// among all otherwise.
  mutating func goToQuote(_ step: Int) -> [Effect] {
    let quotes = focus == .sidebar ? sidebar.quotes : sidebar.allQuotes
    guard let article = reader.article, !quotes.isEmpty else {
      let none = sidebar.allQuotes.isEmpty ? Phrase.noQuotes : .noQuotesOfTheirs
      return say(reader.article == nil ? .noArticleOpen : none)
    }
    settleReader()
    let target: Int
    if let current = reader.currentQuote, let at = quotes.firstIndex(of: current),
      isInView(reader.lines(of: article.quotes[current].extent))
    {
      target = at + step
    } else {
      let offset = reader.layout?.sourceOffset(from: reader.top) ?? 0
      target = firstQuote(of: quotes, from: offset, step, article)
    }
    guard quotes.indices.contains(target) else {
      return say(step > 0 ? .lastQuote : .firstQuote)
    }
    point(atQuote: quotes[target])
    sidebar.select(.quote(quotes[target]))
    return []
  }

  /// Whether any of some lines can be seen; from what was scrolled away nothing goes on.
  private func isInView(_ lines: Range<Int>?) -> Bool {
    lines?.overlaps(reader.top..<reader.top + readingLayout.readerRows) == true
  }

  private func firstQuote(
    of quotes: [Int], from offset: Int, _ step: Int, _ article: Article
  ) -> Int {
    if step > 0 {
      return quotes.firstIndex { article.quotes[$0].extent.start >= offset } ?? quotes.count
    }
    return quotes.lastIndex { article.quotes[$0].extent.start < offset } ?? -1
  }

  /// Marks a quote and brings it into view.
  mutating func point(atQuote index: Int) {
    guard let article = reader.article, article.quotes.indices.contains(index) else { return }
    settleReader()
    reader.currentQuote = index
    reader.currentMatch = nil
    if let lines = reader.lines(of: article.quotes[index].extent) {
      reader.reveal(lines, rows: readingLayout.readerRows)
    }
  }

  /// To the match so many further on.
  mutating func goToMatch(_ step: Int) -> [Effect] {
    guard !filter.isEmpty else { return say(.noFilter(key: keymap.keyName(of: .filter))) }
    guard !reader.matches.isEmpty else {
      return say(otherCaseMatches ? .notInThisCase : .notInText)
    }
    settleReader()
    let target: Int
    if let current = reader.currentMatch, reader.matches.indices.contains(current),
      isInView(reader.line(of: reader.matches[current]).map { $0..<$0 + 1 })
    {
      target = current + step
    } else {
      let top = reader.top
      let first = reader.matches.firstIndex { (reader.line(of: $0) ?? 0) >= top }
      target = step > 0 ? first ?? 0 : (first ?? reader.matches.count) - 1
    }
    guard reader.matches.indices.contains(target) else {
      return say(step > 0 ? .lastMatch : .firstMatch)
    }
    reader.currentMatch = target
    revealMatch(target)
    return say(.match(target + 1, of: reader.matches.count))
  }

  /// Whether it is only for their capitals that the filter's words do not stand in the text.
  private var otherCaseMatches: Bool {
    guard let article = reader.article, article.source.bytes.count <= Self.matchedAtOnce else {
      return false
    }
    return !ReaderMatch.all(of: MatchFinder(filter.query), in: article).isEmpty
  }

  /// Brings a match into view.
  mutating func revealMatch(_ index: Int) {
    guard reader.matches.indices.contains(index),
      let line = reader.line(of: reader.matches[index])
    else { return }
    reader.reveal(line..<line + 1, rows: readingLayout.readerRows)
  }

  /// Has the lines ready for going to one of them.
  mutating func settleReader() {
    let layout = readingLayout
    if layout.reader != nil {
      reader.layOut(measure: layout.readerMeasure, typesetting: typesetting, words: words)
    }
  }

  /// Marks what the filter asks for, and shows the first of it unless the reader was moved.
  ///
  /// In a long article that takes longer than a key may, so it is done outside; what was marked
  /// stays until then.
  mutating func findMatches(showingFirst: Bool) -> [Effect] {
    guard let article = reader.article, let key = reader.key else { return [] }
    guard filter.finder.isEmpty || article.source.bytes.count <= Self.matchedAtOnce else {
      let request = nextRequest()
      reader.search = ReaderState.Search(request: request, showsFirst: showingFirst)
      return [.findMatches(filter.finder, in: key, request: request)]
    }
    mark(ReaderMatch.all(of: filter.finder, in: article), showingFirst: showingFirst)
    return []
  }

  /// So many bytes are searched within a key.
  private static var matchedAtOnce: Int { 200_000 }

  /// Takes the matches that were looked for outside, unless the filter has changed.
  mutating func take(_ matches: [ReaderMatch], request: Int) {
    guard let search = reader.search, search.request == request else { return }
    mark(matches, showingFirst: search.showsFirst)
  }

  private mutating func mark(_ matches: [ReaderMatch], showingFirst: Bool) {
    reader.mark(matches)
    guard showingFirst else { return }
    settleReader()
    revealMatch(0)
  }
}
