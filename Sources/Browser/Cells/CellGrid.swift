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
///
/// Rows are shared by grids that were copied from each other, so that rows which nothing was written
/// to compare equal at once.
struct CellGrid: Hashable, Sendable {
  let size: Size
  private var rows: [[Cell]]
  /// Where the real cursor stands; nil hides it.
  var cursor: Position?

  init(size: Size) {
    self.size = size
    let blank = Array(repeating: Cell.blank, count: max(0, size.columns))
    rows = Array(repeating: blank, count: max(0, size.rows))
  }

  /// Row by row; `size.columns * size.rows` cells.
  var cells: [Cell] { rows.flatMap { $0 } }

  /// The cell of a position; a blank one outside the grid, where writing does nothing.
  subscript(column: Int, row: Int) -> Cell {
    get { isInside(column, row) ? rows[row][column] : .blank }
    set { if isInside(column, row) { rows[row][column] = newValue } }
  }

  private func isInside(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && row >= 0 && column < size.columns && row < size.rows
  }

  /// The cells of a row.
  func row(_ row: Int) -> [Cell] { rows[row] }

  /// Whether a row is one and the same in memory as that of another grid; its cells are not looked at.
  func sharesRow(_ row: Int, with other: CellGrid) -> Bool {
    rows.withUnsafeBytes { mine in
      other.rows.withUnsafeBytes { theirs in
        let at = row * MemoryLayout<[Cell]>.stride
        return mine.load(fromByteOffset: at, as: UInt.self)
          == theirs.load(fromByteOffset: at, as: UInt.self)
      }
    }
  }

  static func == (a: CellGrid, b: CellGrid) -> Bool {
    a.size == b.size && a.cursor == b.cursor
      && a.rows.indices.allSatisfy { a.sharesRow($0, with: b) || a.rows[$0] == b.rows[$0] }
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
    write(text.utf8, column: column, row: row, end: limit, role: role) { _ in emphasis }
  }

  /// Writes the bytes of a text from a column on, as far as they fit before `end`; returns the column
  /// behind them.
  /// - Parameter emphasis: asked for each glyph in turn.
  mutating func write(
    _ text: some Collection<UInt8>, column: Int, row: Int, end: Int, role: Role,
    emphasis: (Glyph) -> Emphasis
  ) -> Int {
    guard rows.indices.contains(row) else { return column }
    var at = column
    rows[row].withUnsafeMutableBufferPointer { cells in
      DisplayText.forEachGlyph(of: text) { glyph in
        guard at + glyph.width <= end else { return false }
        Self.put(glyph, at: at, in: cells, role: role, emphasis: emphasis(glyph))
        at += glyph.width
        return true
      }
    }
    return at
  }

  /// Writes one glyph.
  mutating func write(
    _ glyph: Glyph, column: Int, row: Int, role: Role, emphasis: Emphasis
  ) {
    guard rows.indices.contains(row) else { return }
    rows[row].withUnsafeMutableBufferPointer {
      Self.put(glyph, at: column, in: $0, role: role, emphasis: emphasis)
    }
  }

  private static func put(
    _ glyph: Glyph, at column: Int, in cells: UnsafeMutableBufferPointer<Cell>, role: Role,
    emphasis: Emphasis
  ) {
    guard cells.indices.contains(column) else { return }
    var cell = Cell(" ", role: role, emphasis: emphasis)
    cell.base = glyph.base
    cell.combining = glyph.combining
    cells[column] = cell
    if glyph.width == 2, column + 1 < cells.count {
      cells[column + 1] = .tail(role: role, emphasis: emphasis)
    }
  }

  /// Gives cells of a row an emphasis besides their own, or takes it away.
  mutating func emphasise(_ columns: Range<Int>, row: Int, _ emphasis: Emphasis, _ isOn: Bool) {
    guard rows.indices.contains(row) else { return }
    rows[row].withUnsafeMutableBufferPointer { cells in
      for column in columns.clamped(to: cells.indices) {
        if isOn {
          cells[column].emphasis.insert(emphasis)
        } else {
          cells[column].emphasis.remove(emphasis)
        }
      }
    }
  }

  /// Fills a rectangle with blanks of a role.
  mutating func fill(_ rect: Rect, role: Role = .text, emphasis: Emphasis = []) {
    let columns = max(0, rect.column)..<max(0, rect.column, min(rect.endColumn, size.columns))
    let blank = Cell(" ", role: role, emphasis: emphasis)
    for row in max(0, rect.row)..<max(0, rect.row, min(rect.endRow, size.rows)) {
      rows[row].withUnsafeMutableBufferPointer { $0[columns].update(repeating: blank) }
    }
  }
}
