import Model

/// Quotes or articles side by side, scrolled together.
enum CompareView {
  static func draw(_ view: ViewState, in rect: Rect, into grid: inout CellGrid) {
    let items = view.columns.items
    guard !items.isEmpty else {
      grid.writeSentences(
        [view.isLoaded ? "Nothing is marked: v marks a row." : "Looking …"], in: rect)
      return
    }
    let shown = CompareState.shown(items.count, columns: rect.columns)
    let first = max(0, min(view.columns.first, items.count - shown))
    let width = (rect.columns - (shown - 1)) / shown
    for place in 0..<shown {
      let column = rect.column + place * (width + 1)
      let frame = Rect(column: column, row: rect.row, columns: width, rows: rect.rows)
      draw(items[first + place], view, in: frame, into: &grid)
      guard place + 1 < shown else { continue }
      for row in rect.row..<rect.endRow {
        grid.write("│", column: column + width, row: row, limit: rect.endColumn, role: .border)
      }
    }
  }

  private static func draw(
    _ item: CompareState.Item, _ view: ViewState, in frame: Rect, into grid: inout CellGrid
  ) {
    let limit = frame.endColumn - 1
    var row = frame.row
    for (index, heading) in item.heading.enumerated() where row < frame.endRow {
      grid.writeMarked(
        heading, column: frame.column + 1, row: row, limit: limit,
        role: index == 0 ? (item.quote == nil ? .title : .speaker) : .dim)
      row += 1
    }
    row += 1
    let finder = view.finder
    var skipped = view.columns.top
    for paragraph in item.words {
      let bytes = Array(paragraph.utf8)
      let lines = bytes.withUnsafeBufferPointer {
        LineBreaker.lines(of: TextSpan(0, $0.count), in: $0, measure: max(1, frame.columns - 2))
      }
      for line in lines {
        guard row < frame.endRow else { return }
        if skipped > 0 {
          skipped -= 1
          continue
        }
        let text = String(decoding: bytes[line.range], as: UTF8.self)
        grid.writeMarked(
          text, matches: finder.matches(in: Array(text.utf8), fields: [.anywhere, .said]),
          column: frame.column + 1, row: row, limit: limit,
          role: item.quote == nil ? .text : .quote)
        row += 1
      }
      if skipped > 0 { skipped -= 1 } else { row += 1 }
    }
  }
}
