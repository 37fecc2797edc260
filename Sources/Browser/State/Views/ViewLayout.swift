import Model

/// Where the parts of a view lie: a pure function of the view and the size.
struct ViewLayout: Sendable {
  /// The line with the name of the view.
  let heading: Rect
  /// The lines about a person.
  let head: Rect
  let headLines: PersonHead?
  /// The heading of the quotes below a person.
  let listHeading: Rect?
  /// The rows.
  let list: Rect
  /// The selected quote in full; nil where there is no room.
  let panel: Rect?
  /// How many lines a row takes.
  let rowLines: Int

  init(_ view: ViewState, in middle: Rect, _ words: Words) {
    heading = middle.rows(0..<min(1, middle.rows))
    var row = heading.rows
    if case .person = view.kind, let profile = view.profile {
      let lines = PersonHead(
        profile, columns: middle.columns, rows: max(0, min(14, (middle.rows - 3) * 2 / 5)), words)
      headLines = lines
      head = middle.rows(row..<row + lines.lines.count)
      row += lines.lines.count
      listHeading = middle.rows(row..<min(middle.rows, row + 1))
      row += 1
    } else {
      headLines = nil
      head = middle.rows(row..<row)
      listHeading = nil
    }
    let isQuotes: Bool =
      switch view.kind {
      case .quotes, .person: true
      case .names, .timeline, .compare, .filters: false
      }
    let isNarrow = middle.columns < ScreenLayout.stackedFrom
    rowLines = isQuotes && isNarrow ? 2 : 1
    let rest = max(0, middle.rows - row)
    let panelRows = isQuotes && !isNarrow && rest >= 10 ? min(9, max(4, rest / 3)) : 0
    panel = panelRows > 0 ? middle.rows(middle.rows - panelRows..<middle.rows) : nil
    list = middle.rows(row..<max(row, middle.rows - panelRows))
  }

  /// How many rows can be seen.
  var visibleRows: Int { max(1, list.rows / rowLines) }
}

extension Rect {
  /// Some rows of the rectangle.
  func rows(_ range: Range<Int>) -> Rect {
    Rect(
      column: column, row: row + range.lowerBound, columns: columns,
      rows: max(0, min(range.upperBound, rows) - range.lowerBound))
  }
}
