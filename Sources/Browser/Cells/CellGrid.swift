/// A size in columns and rows.
struct Size: Hashable, Sendable {
  var columns: Int
  var rows: Int
}

/// A position on the screen, from the top left, from 0.
struct Position: Hashable, Sendable {
  var column: Int
  var row: Int
}

/// A rectangle of cells.
struct Rect: Hashable, Sendable {
  var column: Int
  var row: Int
  var columns: Int
  var rows: Int

  var endColumn: Int { column + columns }
  var endRow: Int { row + rows }

  func contains(_ position: Position) -> Bool {
    (column..<max(column, endColumn)).contains(position.column)
      && (row..<max(row, endRow)).contains(position.row)
  }
}

/// A whole screen of cells and where the cursor stands.
struct CellGrid: Hashable, Sendable {
  let size: Size
  /// Row by row; `size.columns * size.rows` cells.
  private(set) var cells: [Cell]
  /// Where the real cursor stands; nil hides it.
  var cursor: Position?

  init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: max(0, size.columns) * max(0, size.rows))
  }

  /// The cell of a position; a blank one outside the grid, where writing does nothing.
  subscript(column: Int, row: Int) -> Cell {
    get { isInside(column, row) ? cells[row * size.columns + column] : .blank }
    set { if isInside(column, row) { cells[row * size.columns + column] = newValue } }
  }

  private func isInside(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && row >= 0 && column < size.columns && row < size.rows
  }

  /// The cells of a row.
  func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Writes text from a column on, cut at `limit`; returns the column behind it.
  ///
  /// The text is made harmless on the way (`DisplayText`), so nothing else may write to cells.
  /// A wide character that would be cut in two is left out.
  @discardableResult
  mutating func write(
    _ text: some StringProtocol, column: Int, row: Int, limit: Int, role: Role = .text,
    emphasis: Emphasis = []
  ) -> Int {
    var at = column
    for glyph in DisplayText.glyphs(of: text.utf8) {
      if at + glyph.width > limit { break }
      write(glyph, column: at, row: row, role: role, emphasis: emphasis)
      at += glyph.width
    }
    return at
  }

  /// Writes one glyph.
  mutating func write(
    _ glyph: Glyph, column: Int, row: Int, role: Role, emphasis: Emphasis
  ) {
    var cell = Cell(" ", role: role, emphasis: emphasis)
    cell.base = glyph.base
    cell.combining = glyph.combining
    self[column, row] = cell
    if glyph.width == 2 { self[column + 1, row] = .tail(role: role, emphasis: emphasis) }
  }

  /// Fills a rectangle with blanks of a role.
  mutating func fill(_ rect: Rect, role: Role = .text, emphasis: Emphasis = []) {
    for row in rect.row..<max(rect.row, rect.endRow) {
      for column in rect.column..<max(rect.column, rect.endColumn) {
        self[column, row] = Cell(" ", role: role, emphasis: emphasis)
      }
    }
  }
}
