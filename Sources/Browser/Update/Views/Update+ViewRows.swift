import Model

extension BrowserState {
  /// Enter in a view.
  mutating func openInView() -> [Effect] {
    guard let view else { return [] }
    guard view.isLoaded else {
      self.view?.awaitsOpening = true
      return []
    }
    switch view.kind {
    case .quotes, .person, .compare:
      if view.kind == .compare, view.selectedQuote == nil {
        let items = view.columns.items
        guard items.indices.contains(view.columns.first) else { return [] }
        return openPassage(items[view.columns.first].article, quote: nil)
      }
      guard let quote = view.selectedQuote else { return say(.nothingToOpen) }
      return openPassage(quote.key.article, quote: quote.key.index)
    case .names:
      guard let name = view.selectedName else { return say(.nothingToOpen) }
      let field: QueryField =
        switch view.nameKind {
        case .people: .person
        case .organisations: .org
        case .places: .place
        }
      return narrowList(
        to: ViewState.joined(view.baseText, FilterTerms.term(field, name.name)))
    case .timeline:
      guard view.bars.indices.contains(view.selected), view.bars[view.selected].articles > 0 else {
        return say(.noArticlesInRow)
      }
      return narrowList(
        to: ViewState.joined(view.queryText, "on:" + view.bars[view.selected].name))
    case .filters:
      guard let saved = view.selectedFilter else { return say(.nothingToOpen) }
      return take(saved)
    }
  }

  /// Goes to a quote in its article; Esc comes back to the view.
  mutating func openPassage(_ key: ArticleKey, quote: Int?) -> [Effect] {
    leavePlace()
    suspended = views
    views = []
    focus = .reader
    return read(key, at: ReaderTarget(quote: quote)) + followInList(key)
  }

  /// Shows an article at a place.
  mutating func read(_ key: ArticleKey, at target: ReaderTarget) -> [Effect] {
    list.rest = 0
    if reader.key == key, reader.article != nil {
      reader.pending = nil
      arrive(at: target)
      return []
    }
    readerTarget = target
    let request = nextRequest()
    reader.pending = ReaderState.Pending(key: key, request: request)
    return [.loadArticle(key, request: request)]
  }

  /// Brings the place that was asked for into view.
  mutating func arrive(at target: ReaderTarget) {
    settleReader()
    if let offset = target.offset, let line = reader.layout?.line(at: offset) { reader.top = line }
    if target.offset == 0 { reader.top = 0 }
    if let item = target.item, sidebar.position(of: item) != nil { sidebar.select(item) }
    if let words = target.words, let article = reader.article,
      let index = article.quotes.firstIndex(where: { QuoteAnchor($0).parts == words.parts })
        ?? article.quotes.firstIndex(where: { words.touches($0) })
    {
      reader.currentQuote = index
      sidebar.select(.quote(index))
    }
    guard let quote = target.quote else { return }
    point(atQuote: quote)
    sidebar.select(.quote(quote))
  }

  /// Selects an article in the list, where the filter lets it stand there.
  private mutating func followInList(_ key: ArticleKey) -> [Effect] {
    guard key != list.selectedKey else { return [] }
    list.isChosen = true
    return [
      requestPage(
        .article(key, otherwise: list.archiveRow(list.selected)), for: .refresh,
        visible: layout.listRows)
    ]
  }

  /// Narrows the list of articles and goes there.
  mutating func narrowList(to text: String) -> [Effect] {
    guard let query = try? Query(parsing: text) else {
      return say(.wouldNotRead(text), isWarning: true)
    }
    leavePlace()
    views = []
    suspended = []
    focus = .list
    filter.history.remember(text)
    let effects = replaceFilter(query, text: text)
    return effects + say(.narrowed)
  }

  /// Backspace, so often.
  mutating func dropTerms(_ times: Int) -> [Effect] {
    (0..<min(times, 100)).reduce([]) { effects, _ in effects + dropTerm() }
  }

  /// Backspace: the filter without its last part; in a view, what is typed there.
  private mutating func dropTerm() -> [Effect] {
    if let view {
      guard !view.narrowing.isEmpty else { return say(.nothingTyped) }
      return narrow(to: FilterTerms.droppingLast(view.narrowing.text))
    }
    guard !filter.isEmpty else { return say(.nothingToTakeOut) }
    let text = FilterTerms.droppingLast(filter.text)
    guard let query = try? Query(parsing: text) else { return dropFilter() }
    return replaceFilter(query, text: text)
  }

  // MARK: - Narrowing a view

  /// Whether what is typed are words of a name, and no filter.
  private func listsNames(_ view: ViewState) -> Bool {
    view.kind == .names || view.kind == .filters
  }

  mutating func openNarrowing() -> [Effect] {
    guard let view else { return [] }
    let help = listsNames(view) ? words(.nameSyntax) : words(.syntax)
    ask = AskState(
      .narrow(before: view.narrowing.text), label: "/", help: help, text: view.narrowing.text)
    return []
  }

  /// Shows only what also matches this; where it cannot be read, rows and text stay.
  mutating func narrow(to text: String) -> [Effect] {
    guard var view else { return [] }
    do {
      let query: Query = listsNames(view) ? .everything : try Query(parsing: text)
      ask?.problem = nil
      let isBlank = text.allSatisfy { $0 == " " }
      view.narrowing.apply(query, text: isBlank ? "" : text)
      view.selected = 0
      view.top = 0
      self.view = view
      return load()
    } catch {
      ask?.problem = words(error)
      return []
    }
  }
}

/// Where an article is to be shown.
struct ReaderTarget: Hashable, Sendable {
  var quote: Int?
  /// The first byte of the text on the screen; 0 for the very beginning.
  var offset: Int?
  /// What was selected beside it, and which quote was pointed at; after a correction they may be gone.
  var item: SidebarItem?
  var words: QuoteAnchor?
}

/// Filters as text, part by part.
enum FilterTerms {
  /// `by:"Anna Berg"`.
  static func term(_ field: QueryField, _ words: String) -> String {
    let clean = words.filter { $0 != "\"" && $0 != "“" && $0 != "”" }
    return "\(field.rawValue):\"\(clean)\""
  }

  /// The text without its last part: a word, a phrase, a group, with its field.
  static func droppingLast(_ text: String) -> String {
    var depth = 0
    var isQuoted = false
    var start: String.Index?
    var last = text.startIndex
    for index in text.indices {
      let character = text[index]
      if character.isWhitespace, depth == 0, !isQuoted {
        start = nil
        continue
      }
      if start == nil {
        start = index
        last = index
      }
      switch character {
      case "\"", "“", "”": isQuoted.toggle()
      case "(" where !isQuoted: depth += 1
      case ")" where !isQuoted: depth = max(0, depth - 1)
      default: break
      }
    }
    var kept = text[..<last]
    while kept.last?.isWhitespace == true { kept.removeLast() }
    // An OR joins nothing without its right side.
    if kept == "OR" || kept.hasSuffix(" OR") { kept.removeLast(2) }
    while kept.last?.isWhitespace == true { kept.removeLast() }
    return String(kept)
  }
}

extension BrowserState {
  /// Selects the row under the pointer.
  mutating func clickInView(_ position: Position, opens: Bool) -> [Effect] {
    guard var view, let layout = viewLayout, layout.list.contains(position) else { return [] }
    guard view.kind != .compare else { return opens ? openInView() : [] }
    let row = view.top + (position.row - layout.list.row) / layout.rowLines
    guard row < view.rowCount else { return [] }
    view.select(row)
    self.view = view
    return opens ? openInView() : []
  }
}
