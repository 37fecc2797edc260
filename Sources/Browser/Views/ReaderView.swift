import Model

/// The article that is read.
enum ReaderView {
  static func draw(_ state: BrowserState, _ layout: ScreenLayout, into grid: inout CellGrid) {
    guard let frame = layout.reader else { return }
    if state.isRaw, !state.showsRawBeside {
      if state.focus == .reader {
        grid.cursor = Position(column: frame.body.column, row: frame.body.row)
      }
      RawView.draw(state, in: frame, into: &grid)
      return
    }
    if let heading = frame.heading {
      grid.writeHeading(
        state.words(.reader), right: headingRight(state, layout), in: heading,
        isFocused: state.focus == .reader, rule: layout.arrangement == .stacked)
    }
    let column = frame.body.column + layout.readerMargin
    if state.focus == .reader {
      grid.cursor = Position(column: column - 2, row: frame.body.row)
    }
    guard let article = state.reader.article, let text = state.reader.layout else {
      let words = state.list.matching > 0 || !state.list.isLoaded ? "" : state.words(.nothingToRead)
      grid.writeSentences([words], in: frame.body)
      return
    }
    let top = max(0, min(state.reader.top, text.lines.count))
    let lines = text.lines[top..<min(text.lines.count, top + frame.body.rows)]
    let marks = ReaderMarks(state)
    var pointed: Position?
    var found: Position?
    for (index, line) in lines.enumerated() {
      let row = frame.body.row + index
      let drawn = draw(
        line, of: article, text, marks.line(line), column: column, row: row,
        limit: frame.body.endColumn, into: &grid)
      if drawn.isCurrent { pointed = pointed ?? Position(column: column - 2, row: row) }
      if let at = drawn.found { found = found ?? Position(column: at, row: row) }
    }
    if state.focus == .reader, let cursor = found ?? pointed { grid.cursor = cursor }
  }

  /// `41 %`.
  static func percent(_ state: BrowserState, _ layout: ScreenLayout) -> String {
    guard state.reader.article != nil else { return "" }
    return "\(state.reader.percent(rows: layout.readerRows)) %"
  }

  private static func headingRight(_ state: BrowserState, _ layout: ScreenLayout) -> String {
    let reader = state.reader
    var parts: [String] = []
    if reader.removedLines > 0 {
      parts.append(
        state.words(.leftOut(reader.removedLines, isShown: reader.showsRemoved)))
    }
    let minutes = reader.minutesLeft(rows: layout.readerRows)
    if minutes > 0 {
      parts.append(state.words(.minutesLeft(minutes)))
    }
    let percent = percent(state, layout)
    if !percent.isEmpty { parts.append(percent) }
    func joined() -> String { parts.joined(separator: "   ") }
    // The time gives way where not all has room beside the heading.
    let room = (layout.reader?.body.columns ?? 0) - DisplayText.width(of: state.words(.reader)) - 4
    if minutes > 0, parts.count > 1, DisplayText.width(of: joined()) > room {
      parts.remove(at: parts.count - 2)
    }
    return joined()
  }

  /// Draws a line; returns whether what is pointed at stands on it, and the column of the match that
  /// was gone to.
  private static func draw(
    _ line: ReaderLine, of article: Article, _ text: ReaderLayout, _ marks: LineMarks,
    column: Int, row: Int, limit: Int, into grid: inout CellGrid
  ) -> (isCurrent: Bool, found: Int?) {
    let bytes = text.bytes(of: line, in: article)
    var isCurrent = false
    var found: Int?
    var end = column + line.indent
    drawLead(of: line, column: column, row: row, limit: limit, into: &grid)
    for placed in ReaderLayout.glyphs(of: line, in: bytes, measure: text.settings.measure) {
      let at = column + placed.column
      if at + placed.glyph.width > limit { break }
      if placed.isNote {
        grid.write(placed.glyph, column: at, row: row, role: .dim, emphasis: [])
        end = at + placed.glyph.width
        continue
      }
      let style = marks.style(of: placed.offset)
      isCurrent = isCurrent || style.emphasis.contains(.current)
      if marks.markedHead?.start == placed.offset { found = at }
      if style.emphasis.contains(.selected) { found = found ?? at }
      grid.write(
        placed.glyph, column: at, row: row, role: style.role, emphasis: style.emphasis)
      end = at + placed.glyph.width
    }
    if line.kind == .removed {
      grid.write("·", column: column - 1, row: row, limit: column, role: .removed)
    }
    if let reason = line.reason {
      drawReason(
        "· \(text.settings.words(reason))", after: end, row: row, limit: limit, into: &grid)
    }
    if isCurrent {
      grid.write("▎", column: column - 1, row: row, limit: column, role: .marker)
    }
    return (isCurrent, found)
  }

  /// Draws the mark of an item or the bar of a block quote.
  private static func drawLead(
    of line: ReaderLine, column: Int, row: Int, limit: Int, into grid: inout CellGrid
  ) {
    let words =
      switch line.lead {
      case nil: ""
      case .bullet: "•"
      case .number(let number): "\(number)."
      case .bar: "│"
      case .link(let number): "[\(number)]"
      }
    guard !words.isEmpty else { return }
    let at = column + max(0, line.indent - DisplayText.width(of: words) - 1)
    grid.write(words, column: at, row: row, limit: min(limit, column + line.indent), role: .dim)
  }

  /// Tells why words were left out; over the end of a line that leaves no room.
  private static func drawReason(
    _ words: String, after end: Int, row: Int, limit: Int, into grid: inout CellGrid
  ) {
    let width = DisplayText.width(of: words)
    let at = max(0, min(end + 1, limit - width))
    grid.write(words, column: at, row: row, limit: limit, role: .dim)
  }
}
