import Model

/// A view over the panes: its heading, its rows, and the selected row in full.
enum ViewScreen {
  static func draw(
    _ view: ViewState, _ state: BrowserState, _ screen: ScreenLayout, into grid: inout CellGrid
  ) {
    let layout = ViewLayout(view, in: screen.middle, state.words)
    grid.fill(screen.middle)
    grid.writeHeading(
      title(of: view, state.words), right: position(in: view, state.words),
      in: layout.heading, isFocused: true)
    grid.cursor = Position(column: 0, row: layout.list.row)
    if let head = layout.headLines { draw(head, in: layout.head, into: &grid) }
    if let heading = layout.listHeading {
      grid.writeHeading(
        quotesTitle(of: view, state.words), right: quotePosition(in: view, state.words),
        in: heading,
        isFocused: false)
    }
    guard view.kind != .compare else {
      CompareView.draw(view, state.words, in: layout.list, into: &grid)
      return
    }
    guard view.rowCount > 0 else {
      grid.writeSentences(emptiness(view, state.words), in: layout.list)
      return
    }
    for index in view.top..<min(view.rowCount, view.top + layout.visibleRows) {
      let row = layout.list.row + (index - view.top) * layout.rowLines
      let isSelected = index == view.selected
      if isSelected {
        for line in 0..<layout.rowLines where row + line < layout.list.endRow {
          grid.write("▌", column: 0, row: row + line, limit: 1, role: .marker)
        }
        grid.cursor = Position(column: min(1, layout.list.columns - 1), row: row)
      }
      let frame = Rect(
        column: 0, row: row, columns: layout.list.columns, rows: layout.rowLines)
      let emphasis: Emphasis = isSelected ? .selected : []
      switch view.kind {
      case .quotes, .person:
        QuoteRowView.draw(view.quote(index), view, state, in: frame, emphasis, into: &grid)
      case .names:
        NameRowView.draw(
          view.names.rows[index], view, state.words, in: frame, emphasis, into: &grid)
      case .timeline:
        TimelineRowView.draw(index, view, state.words, in: frame, emphasis, into: &grid)
      case .filters:
        FilterRowView.draw(view.filters[index], view, state.words, in: frame, emphasis, into: &grid)
      case .compare: break
      }
    }
    if let panel = layout.panel { QuotePanel.draw(view, state.words, in: panel, into: &grid) }
  }

  /// `QUOTES newest first · ferry`.
  private static func title(of view: ViewState, _ words: Words) -> String {
    func filtered(_ title: String, _ text: String) -> String {
      text.isEmpty ? title : "\(title) · \(text)"
    }
    switch view.kind {
    case .quotes: return filtered(words(.quotesInOrder(view.quoteOrder)), view.queryText)
    case .names:
      let base = filtered(words(.namesInOrder(view.nameKind, view.nameOrder)), view.baseText)
      return view.narrowing.isEmpty ? base : base + " · " + words(.named(view.narrowing.text))
    case .person(let name): return (view.profile?.name ?? name).uppercased()
    case .timeline:
      return filtered(words(.timeline(byYear: view.bars.first?.month == nil)), view.queryText)
    case .compare: return words(.sideBySide)
    case .filters: return filtered(words(.saved(.title)), view.narrowing.text)
    }
  }

  /// The heading of a person's quotes.
  private static func quotesTitle(of view: ViewState, _ words: Words) -> String {
    let title = words(.quotesInOrder(view.quoteOrder))
    return view.narrowing.isEmpty ? title : "\(title) · \(view.narrowing.text)"
  }

  /// `3 of 37 in 5 articles`.
  private static func position(in view: ViewState, _ words: Words) -> String {
    switch view.kind {
    case .quotes:
      let articles = view.quotes.articles
      return quotePosition(in: view, words)
        + (articles > 0 ? " " + words(.inArticles(articles)) : "")
    case .names:
      guard view.rowCount > 0 else { return "" }
      return words(
        .position(words.number(view.selected + 1), of: words.number(view.names.matching)))
    case .person:
      return view.profile.map { words(.quotesInArticles($0.quotes, $0.articles)) } ?? ""
    case .timeline, .filters:
      return view.rowCount == 0
        ? "" : words(.position(words.number(view.selected + 1), of: words.number(view.rowCount)))
    case .compare:
      let count = view.columns.items.count
      return count == 0 ? "" : "\(count)"
    }
  }

  private static func quotePosition(in view: ViewState, _ words: Words) -> String {
    guard view.isLoaded else { return "" }
    let count = view.quotes.matching
    return count == 0
      ? "0" : words(.position(words.number(view.selected + 1), of: words.number(count)))
  }

  /// What an empty view says, with what to do.
  private static func emptiness(_ view: ViewState, _ words: Words) -> [String] {
    guard view.isLoaded else { return [words(.looking)] }
    if !view.narrowing.isEmpty { return [words(.nothingMatches(view.narrowing.text))] }
    switch view.kind {
    case .quotes: return [words(view.baseText.isEmpty ? .noQuotesHere : .noQuotesMatch)]
    case .names: return [words(.noNames(view.nameKind))]
    case .person: return [words(.personWithoutQuotes)]
    case .timeline:
      let undated = view.timeline.undatedArticles
      return [words(undated > 0 ? .nothingDated(undated) : .noArticlesMatch)]
    case .compare: return []
    case .filters: return [words(.saved(.none))]
    }
  }

  private static func draw(_ head: PersonHead, in rect: Rect, into grid: inout CellGrid) {
    for (index, line) in head.lines.enumerated() where index < rect.rows {
      let row = rect.row + index
      grid.write(line.label, column: 2, row: row, limit: PersonHead.labelWidth, role: .dim)
      grid.writeMarked(
        line.text, column: PersonHead.labelWidth, row: row, limit: rect.endColumn - 1,
        role: line.isBars ? .marker : line.isNames ? .person : .text)
    }
  }
}
