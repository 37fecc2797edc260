import Model

extension CellGrid {
  /// Writes text cut with `…` at `limit`, with what matches the filter marked; returns the column
  /// behind it.
  @discardableResult
  mutating func writeMarked(
    _ text: String, matches: [Range<Int>] = [], column: Int, row: Int, limit: Int,
    role: Role = .text, emphasis: Emphasis = []
  ) -> Int {
    guard limit > column else { return column }
    // More bytes than any row can show, so that a hostile headline costs no time.
    let bytes = text.utf8.prefix(4096)
    let end = DisplayText.width(of: bytes) > limit - column ? limit - 1 : limit
    var next = 0
    var at = write(bytes, column: column, row: row, end: end, role: role) { glyph in
      while next < matches.count, matches[next].upperBound <= glyph.start { next += 1 }
      let isMatch = next < matches.count && matches[next].lowerBound < glyph.end
      return isMatch ? emphasis.union(.match) : emphasis
    }
    if end < limit {
      at = write("…", column: at, row: row, limit: limit, role: role, emphasis: emphasis)
    }
    return at
  }

  /// Writes text so that it ends before `limit`; returns the column where it begins.
  @discardableResult
  mutating func writeRight(
    _ text: String, row: Int, from column: Int, limit: Int, role: Role = .text,
    emphasis: Emphasis = []
  ) -> Int {
    let width = DisplayText.width(of: text)
    guard width > 0, width <= limit - column else { return limit }
    write(
      text, column: limit - width, row: row, limit: limit, role: role, emphasis: emphasis)
    return limit - width
  }

  /// A heading in capitals on the left and what belongs to it on the right.
  mutating func writeHeading(
    _ title: String, right: String, in rect: Rect, isFocused: Bool, rule: Bool = false
  ) {
    if rule {
      for column in rect.column..<rect.endColumn {
        write("─", column: column, row: rect.row, limit: rect.endColumn, role: .border)
      }
    }
    let pad = rule ? " " : ""
    write(
      isFocused ? "▸" : " ", column: rect.column, row: rect.row, limit: rect.endColumn,
      role: .marker)
    let end = writeMarked(
      title + pad, column: rect.column + 1, row: rect.row, limit: rect.endColumn, role: .heading,
      emphasis: isFocused ? .selected : [])
    guard !right.isEmpty else { return }
    writeRight(
      pad + right + " ", row: rect.row, from: end + 1, limit: rect.endColumn, role: .dim)
  }

  /// Sentences from the top of a rectangle on, broken at words.
  mutating func writeSentences(_ sentences: [String], in rect: Rect, role: Role = .dim) {
    var row = rect.row
    for sentence in sentences {
      let bytes = Array(sentence.utf8)
      let lines = bytes.withUnsafeBufferPointer {
        LineBreaker.lines(
          of: TextSpan(0, $0.count), in: $0, measure: max(1, rect.columns - 3))
      }
      for line in lines where row < rect.endRow {
        let text = String(decoding: bytes[line.range], as: UTF8.self)
        write(text, column: rect.column + 2, row: row, limit: rect.endColumn, role: role)
        row += 1
      }
    }
  }
}
