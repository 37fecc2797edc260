import Model

extension BrowserState {
  /// `c`: asks what is wrong about the person or the quote that is selected.
  mutating func openCorrection() -> [Effect] {
    if let view {
      switch view.kind {
      case .person(let name):
        let profile = view.profile
        return choosePerson(
          profile?.name ?? name, aliases: profile?.spellings ?? [],
          target: .naming(profile?.name ?? name, count: profile?.articles ?? 0),
          quote: view.selectedQuote)
      case .names:
        guard view.nameKind == .people, let name = view.selectedName else {
          return say(.onlyPeopleAndQuotes)
        }
        return choosePerson(
          name.name, aliases: [], target: .naming(name.name, count: name.articles))
      case .quotes, .compare:
        guard let row = view.selectedQuote else { return say(.noQuoteSelected) }
        ask = AskState(.choose(choices(for: row)), label: words(.thisQuote))
        return []
      case .timeline, .filters: return say(.onlyPeopleAndQuotes)
      }
    }
    guard let article = reader.article, let key = reader.key else {
      return say(.noArticleOpen)
    }
    switch focus {
    case .list: return say(.openFirst)
    case .reader:
      guard let index = reader.currentQuote else {
        return say(.goToQuoteFirst)
      }
      return correctQuote(index, of: article, key)
    case .sidebar:
      switch sidebar.selected {
      case .quote(let index): return correctQuote(index, of: article, key)
      case .person(let index) where article.people.indices.contains(index):
        let person = article.people[index]
        return choosePerson(
          person.name, aliases: person.aliases, target: .articles([article.id]))
      case .everyone, .person, nil: return say(.selectFirst)
      }
    }
  }

  /// What can be wrong about a person, and beside them about a quote of theirs.
  private mutating func choosePerson(
    _ name: String, aliases: [String], target: MarksTarget, quote: QuoteRow? = nil
  ) -> [Effect] {
    var choices = [
      AskChoice(key: "r", words: words(.rename), action: .ask(.rename(target, name: name))),
      AskChoice(key: "m", words: words(.merge), action: .ask(.merge(target, name: name))),
    ]
    if !aliases.isEmpty {
      choices.append(
        AskChoice(
          key: "x", words: words(.split), action: .ask(.split(target, name: name, aliases: aliases))
        ))
    }
    choices.append(
      AskChoice(
        key: "n", words: words(.noPerson),
        action: .change(
          .correct(.notAPerson(name: name)), target, words: words(.isNoPerson(name)))))
    if let quote { choices += self.choices(for: quote) }
    ask = AskState(.choose(choices), label: words(.person(name, PlacesCount(target))))
    return []
  }

  /// What can be wrong about a quote.
  private func choices(for quote: QuoteRow) -> [AskChoice] {
    let place = QuotePlace(key: quote.key, article: quote.articleID, anchor: quote.anchor)
    return [
      AskChoice(key: "s", words: words(.speaker), action: .ask(.speaker(place))),
      AskChoice(key: "b", words: words(.bounds), action: .selectBounds(place)),
      AskChoice(
        key: "d", words: words(.noQuote),
        action: .change(
          .correct(.notAQuote(place.anchor)), .articles([place.article]),
          words: words(.quoteDismissed))),
    ]
  }

  private mutating func correctQuote(
    _ index: Int, of article: Article, _ key: ArticleKey
  ) -> [Effect] {
    guard let row = QuoteRow(article, key: QuoteKey(article: key, index: index)) else { return [] }
    ask = AskState(.choose(choices(for: row)), label: words(.thisQuote))
    return []
  }

  // MARK: - Marking words

  /// `v` in the reader: marks words from the first on the screen, or from the quote pointed at.
  mutating func selectWords() -> [Effect] {
    guard let article = reader.article else { return say(.noArticleOpen) }
    settleReader()
    guard let layout = reader.layout else { return [] }
    let offset = layout.sourceOffset(from: reader.top) ?? 0
    guard let selection = WordSelection(layout, of: article, at: offset) else {
      return say(.noWords)
    }
    self.selection = selection
    return saySelection()
  }

  /// The words of a quote, to be moved at both ends.
  mutating func selectBounds(of place: QuotePlace) -> [Effect] {
    guard views.isEmpty, let article = reader.article, reader.key == place.key.article,
      article.quotes.indices.contains(place.key.index)
    else {
      let effects = openPassage(place.key.article, quote: place.key.index)
      return effects + say(.marksWordsAgain)
    }
    focus = .reader
    settleReader()
    let extent = article.quotes[place.key.index].extent
    guard let layout = reader.layout,
      var selection = WordSelection(layout, of: article, at: extent.start, purpose: .bounds(place))
    else { return say(.noWords) }
    selection.mark(extent)
    self.selection = selection
    revealSelection()
    return saySelection()
  }

  private mutating func saySelection() -> [Effect] {
    say(.selecting)
  }

  private mutating func revealSelection() {
    guard let head = selection?.headSpan, let lines = reader.lines(of: head) else { return }
    reader.reveal(lines, rows: readingLayout.readerRows)
  }

  mutating func moveSelection(words step: Int) -> [Effect] {
    selection?.move(step)
    revealSelection()
    return saySelection()
  }

  /// To the word below or above.
  mutating func moveSelection(lines step: Int) -> [Effect] {
    guard let selection, let head = selection.headSpan, let layout = reader.layout,
      let line = layout.line(at: head.start)
    else { return [] }
    var target = line + step
    while layout.lines.indices.contains(target) {
      let candidate = layout.lines[target]
      if candidate.kind == .text || candidate.kind == .standfirst { break }
      target += step
    }
    guard layout.lines.indices.contains(target) else {
      return moveSelection(words: step > 0 ? selection.words.count : -selection.words.count)
    }
    // As far into the other line as into this one.
    let into = head.start - layout.lines[line].span.start
    let span = layout.lines[target].span
    self.selection?.move(to: min(span.start + max(0, into), span.end - 1))
    revealSelection()
    return saySelection()
  }

  mutating func swapSelection() -> [Effect] {
    selection?.swapEnds()
    revealSelection()
    return saySelection()
  }

  mutating func leaveSelection() -> [Effect] {
    selection = nil
    return []
  }

  /// Enter: the marked words are a quote, or the new words of one.
  mutating func takeSelection() -> [Effect] {
    guard let selection, let marked = selection.span, let article = reader.article else {
      return []
    }
    let span = Self.withoutOuterMarks(marked, in: article)
    guard !span.isEmpty else { return say(.onlyMarks) }
    self.selection = nil
    let anchor = QuoteAnchor(parts: [.init(start: span.start, end: span.end)])
    switch selection.purpose {
    case .bounds(let place):
      return [
        .marks(
          .make(
            .correct(.bounds(of: place.anchor, are: anchor)), .articles([place.article]),
            words: words(.otherWords)))
      ]
    case .open:
      var question = AskState(
        .speakerOfNew(article.id, anchor), label: words(.speakerLabel),
        help: words(.speakerHelp))
      question.known = article.people.map(\.name)
      question.completesNames = true
      return open(question)
    }
  }

  /// Quotation marks and a comma at the ends are no part of what was said.
  static func withoutOuterMarks(_ span: TextSpan, in article: Article) -> TextSpan {
    let marks = ["\"", "“", "”", "„", "«", "»", "‘", "’", ",", "'"].map { Array($0.utf8) }
    let bytes = article.source.bytes
    var (start, end) = (max(0, span.start), min(span.end, bytes.count))
    while let mark = marks.first(where: { start < end && bytes[start..<end].starts(with: $0) }) {
      start += mark.count
    }
    while let mark = marks.first(where: {
      $0.count <= end - start && bytes[end - $0.count..<end].elementsEqual($0)
    }) {
      end -= mark.count
    }
    return TextSpan(start, end)
  }
}
