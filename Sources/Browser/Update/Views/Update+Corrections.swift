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
          return say("only people and quotes can be put right")
        }
        return choosePerson(
          name.name, aliases: [], target: .naming(name.name, count: name.articles))
      case .quotes, .compare:
        guard let row = view.selectedQuote else { return say("no quote is selected") }
        ask = AskState(.choose(Self.choices(for: row)), label: "this quote:")
        return []
      case .timeline: return say("only people and quotes can be put right")
      }
    }
    guard let article = reader.article, let key = reader.key else {
      return say("no article is open")
    }
    switch focus {
    case .list: return say("open the article first; c puts people and quotes right")
    case .reader:
      guard let index = reader.currentQuote else {
        return say("] goes to a quote, v marks words for a new one; then c")
      }
      return correctQuote(index, of: article, key)
    case .sidebar:
      switch sidebar.selected {
      case .quote(let index): return correctQuote(index, of: article, key)
      case .person(let index) where article.people.indices.contains(index):
        let person = article.people[index]
        return choosePerson(
          person.name, aliases: person.aliases, target: .articles([article.id]))
      case .everyone, .person, nil: return say("select a person or a quote first")
      }
    }
  }

  /// What can be wrong about a person, and beside them about a quote of theirs.
  private mutating func choosePerson(
    _ name: String, aliases: [String], target: MarksTarget, quote: QuoteRow? = nil
  ) -> [Effect] {
    var choices = [
      AskChoice(key: "r", words: "rename", action: .ask(.rename(target, name: name))),
      AskChoice(key: "m", words: "merge", action: .ask(.merge(target, name: name))),
    ]
    if !aliases.isEmpty {
      choices.append(
        AskChoice(
          key: "x", words: "split", action: .ask(.split(target, name: name, aliases: aliases))))
    }
    choices.append(
      AskChoice(
        key: "n", words: "no person",
        action: .change(
          .correct(.notAPerson(name: name)), target, words: "\(name) is not a person")))
    let places: String =
      switch target {
      case .articles: "here"
      case .matching(_, let count), .naming(_, let count):
        count == 1 ? "in 1 article" : "in \(count) articles"
      }
    if let quote { choices += Self.choices(for: quote) }
    ask = AskState(.choose(choices), label: "\(name) \(places):")
    return []
  }

  /// What can be wrong about a quote.
  private static func choices(for quote: QuoteRow) -> [AskChoice] {
    let place = QuotePlace(key: quote.key, article: quote.articleID, anchor: quote.anchor)
    return [
      AskChoice(key: "s", words: "speaker", action: .ask(.speaker(place))),
      AskChoice(key: "b", words: "bounds", action: .selectBounds(place)),
      AskChoice(
        key: "d", words: "no quote",
        action: .change(
          .correct(.notAQuote(place.anchor)), .articles([place.article]), words: "quote dismissed")),
    ]
  }

  private mutating func correctQuote(
    _ index: Int, of article: Article, _ key: ArticleKey
  ) -> [Effect] {
    guard let row = QuoteRow(article, key: QuoteKey(article: key, index: index)) else { return [] }
    ask = AskState(.choose(Self.choices(for: row)), label: "this quote:")
    return []
  }

  // MARK: - Marking words

  /// `v` in the reader: marks words from the first on the screen, or from the quote pointed at.
  mutating func selectWords() -> [Effect] {
    guard let article = reader.article else { return say("no article is open") }
    settleReader()
    guard let layout = reader.layout else { return [] }
    let offset = layout.sourceOffset(from: reader.top) ?? 0
    guard let selection = WordSelection(layout, of: article, at: offset) else {
      return say("there are no words to mark")
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
      return effects + say("c b again marks its words")
    }
    focus = .reader
    settleReader()
    let extent = article.quotes[place.key.index].extent
    guard let layout = reader.layout,
      var selection = WordSelection(layout, of: article, at: extent.start, purpose: .bounds(place))
    else { return say("there are no words to mark") }
    selection.mark(extent)
    self.selection = selection
    revealSelection()
    return saySelection()
  }

  private mutating func saySelection() -> [Effect] {
    say("h l words, j k lines, o the other end, Enter takes them, Esc does not")
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
    guard !span.isEmpty else { return say("nothing but marks; mark words") }
    self.selection = nil
    let anchor = QuoteAnchor(parts: [.init(start: span.start, end: span.end)])
    switch selection.purpose {
    case .bounds(let place):
      return [
        .marks(
          .make(
            .correct(.bounds(of: place.anchor, are: anchor)), .articles([place.article]),
            words: "quote has other words"))
      ]
    case .open:
      var question = AskState(
        .speakerOfNew(article.id, anchor), label: "said by",
        help: "who said it; nothing for nobody can tell")
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
