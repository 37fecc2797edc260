import Model

/// A view over the panes: its heading, its rows, and the selected row in full.
enum ViewScreen {
  static func draw(
    _ view: ViewState, _ state: BrowserState, _ screen: ScreenLayout, into grid: inout CellGrid
  ) {
    let layout = ViewLayout(view, in: screen.middle)
    grid.fill(screen.middle)
    grid.writeHeading(
      title(of: view, columns: layout.heading.columns), right: position(in: view),
      in: layout.heading, isFocused: true)
    grid.cursor = Position(column: 0, row: layout.list.row)
    if let head = layout.headLines { draw(head, in: layout.head, into: &grid) }
    if let heading = layout.listHeading {
      grid.writeHeading(
        "QUOTES " + orderWords(view), right: quotePosition(in: view), in: heading,
        isFocused: false)
    }
    guard view.kind != .compare else {
      CompareView.draw(view, in: layout.list, into: &grid)
      return
    }
    guard view.rowCount > 0 else {
      grid.writeSentences(emptiness(view), in: layout.list)
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
        NameRowView.draw(view.names.rows[index], view, in: frame, emphasis, into: &grid)
      case .timeline: TimelineRowView.draw(index, view, in: frame, emphasis, into: &grid)
      case .compare: break
      }
    }
    if let panel = layout.panel { QuotePanel.draw(view, in: panel, into: &grid) }
  }

  /// `QUOTES of the filter ferry · newest first`.
  private static func title(of view: ViewState, columns: Int) -> String {
    func filtered(_ title: String, _ text: String) -> String {
      text.isEmpty ? title : "\(title) · \(text)"
    }
    switch view.kind {
    case .quotes: return filtered("QUOTES \(orderWords(view))", view.queryText)
    case .names:
      let name = view.nameKind.rawValue.uppercased() + " " + orderWords(view)
      let base = filtered(name, view.baseText)
      return view.narrowing.isEmpty ? base : base + " · named \(view.narrowing.text)"
    case .person(let name): return (view.profile?.name ?? name).uppercased()
    case .timeline:
      return filtered(
        "TIMELINE by \(view.bars.first?.month == nil ? "year" : "month")", view.queryText)
    case .compare: return "SIDE BY SIDE"
    }
  }

  private static func orderWords(_ view: ViewState) -> String {
    switch view.kind {
    case .names:
      switch view.nameOrder {
      case .quotes: return "most quoted first"
      case .articles: return "most named first"
      case .name: return "by name"
      }
    case .quotes, .person:
      var words: String
      switch view.quoteOrder {
      case .newest: words = "newest first"
      case .oldest: words = "oldest first"
      case .speaker: words = "by speaker"
      case .relevance: words = "best match first"
      }
      if case .person = view.kind, !view.narrowing.isEmpty {
        words += " · \(view.narrowing.text)"
      }
      return words
    case .timeline, .compare: return ""
    }
  }

  /// `3 of 37 · 5 articles`.
  private static func position(in view: ViewState) -> String {
    switch view.kind {
    case .quotes:
      let articles = view.quotes.articles
      return quotePosition(in: view)
        + (articles > 0 ? " in \(articles) \(articles == 1 ? "article" : "articles")" : "")
    case .names:
      guard view.rowCount > 0 else { return "" }
      return "\(view.selected + 1) of \(view.names.matching)"
    case .person:
      guard let profile = view.profile else { return "" }
      let words = profile.articles == 1 ? "article" : "articles"
      return "\(profile.quotes) ❞ in \(profile.articles) \(words)"
    case .timeline: return view.rowCount == 0 ? "" : "\(view.selected + 1) of \(view.rowCount)"
    case .compare:
      let count = view.columns.items.count
      return count == 0 ? "" : "\(count)"
    }
  }

  private static func quotePosition(in view: ViewState) -> String {
    guard view.isLoaded else { return "" }
    return view.quotes.matching == 0 ? "0" : "\(view.selected + 1) of \(view.quotes.matching)"
  }

  /// What an empty view says, with what to do.
  private static func emptiness(_ view: ViewState) -> [String] {
    guard view.isLoaded else { return ["Looking …"] }
    if !view.narrowing.isEmpty {
      return ["Nothing here matches \(view.narrowing.text): Esc shows all again."]
    }
    let isFiltered = !view.baseText.isEmpty
    switch view.kind {
    case .quotes:
      return isFiltered
        ? ["No quotes match the filter: Esc goes back, / there changes it."]
        : ["No quotes in these articles."]
    case .names: return ["No \(view.nameKind.rawValue) are named here. Tab shows another kind."]
    case .person: return ["No quotes of theirs. Esc goes back."]
    case .timeline:
      let undated = view.timeline.undatedArticles
      return undated > 0
        ? ["None of the \(undated) articles has a date that its text determines."]
        : ["No articles match the filter: Esc goes back."]
    case .compare: return []
    }
  }

  private static func draw(_ head: PersonHead, in rect: Rect, into grid: inout CellGrid) {
    for (index, line) in head.lines.enumerated() where index < rect.rows {
      let row = rect.row + index
      grid.write(line.label, column: 2, row: row, limit: PersonHead.labelWidth, role: .dim)
      grid.writeMarked(
        line.text, column: PersonHead.labelWidth, row: row, limit: rect.endColumn - 1,
        role: line.isBars ? .marker : line.label == "also" ? .person : .text)
    }
  }
}
