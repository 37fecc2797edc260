import Model

/// The lines of the user's own file, with their numbers, from the line on that the reader shows.
enum RawView {
  static func draw(_ state: BrowserState, in frame: PaneFrame, into grid: inout CellGrid) {
    guard let article = state.reader.article else { return }
    let source = article.source
    if let heading = frame.heading {
      let name = article.file.split(separator: "/").last.map(String.init) ?? article.file
      grid.writeHeading(
        state.words(.raw),
        right: DisplayText.width(of: name) <= heading.columns / 2
          ? name : StatusWords.shortened(name, to: max(8, heading.columns / 2)),
        in: heading, isFocused: false)
    }
    let body = frame.body
    let top = state.reader.layout?.sourceOffset(from: state.reader.top) ?? 0
    var index = source.textLine(at: top) - 1
    if state.reader.top == 0 { index = 0 }
    let numbers = "\(source.line(at: source.bytes.count))".count
    let column = body.column + numbers + 2
    let quote = state.reader.quote?.spans ?? []
    var row = body.row
    while row < body.endRow, index < source.lineStarts.count {
      let start = source.lineStarts[index]
      let end =
        index + 1 < source.lineStarts.count ? source.lineStarts[index + 1] - 1 : source.bytes.count
      grid.writeRight(
        "\(source.line(at: start))", row: row, from: body.column, limit: column - 1, role: .dim)
      let isLeftOut = article.removed.contains { $0.span.contains(start) }
      // Long lines go on below, without a number.
      let line = TextSpan(start, max(start, end))
      let rows = LineBreaker.lines(
        of: line, in: source.bytes, measure: max(1, body.endColumn - column))
      for part in rows where row < body.endRow {
        for placed in ReaderLayout.glyphs(of: part, in: source.bytes) {
          let isQuoted = quote.contains { $0.contains(placed.offset) }
          grid.write(
            placed.glyph, column: column + placed.column, row: row,
            role: isLeftOut ? .removed : isQuoted ? .quote : .text,
            emphasis: isQuoted ? .current : [])
        }
        row += 1
      }
      if rows.isEmpty { row += 1 }
      index += 1
    }
  }
}

extension LineBreaker {
  /// The lines of a span of a text in memory.
  static func lines(of span: TextSpan, in bytes: [UInt8], measure: Int) -> [TextSpan] {
    bytes.withUnsafeBufferPointer { lines(of: span, in: $0, measure: measure) }
  }
}
