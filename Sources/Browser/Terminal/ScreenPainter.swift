import CNcurses

/// Brings grids to the screen, sending as little as it can.
///
/// Only cells that differ from the last grid are handed to ncurses, and ncurses sends only what
/// differs from what it knows to be shown.
final class ScreenPainter {
  /// The window that covers the screen.
  let window: UnsafeMutablePointer<WINDOW>

  /// How roles look.
  var theme: Theme
  /// Whether the terminal can hold a frame back until it is whole.
  var isSynchronised = false
  /// So many bytes go into one packet.
  private static let smallFrame = 1_000
  /// What the window holds; nil where that is not known.
  private var last: CellGrid?
  private var isCursorShown: Bool?
  private var run: [cchar_t] = []

  /// The descriptor that ncurses writes to.
  private let output: Int32

  init(theme: Theme, output: Int32) {
    self.theme = theme
    self.output = output
    window = onrecord_window()
    leaveok(window, false)
    scrollok(window, false)
    // Lines that moved are scrolled by the terminal where that sends less.
    idlok(window, true)
  }

  /// Makes the screen look like the grid.
  func show(_ grid: CellGrid) {
    if grid.size != last?.size {
      werase(window)
      last = nil
    }
    let rows = min(grid.size.rows, Int(getmaxy(window)))
    let columns = min(grid.size.columns, Int(getmaxx(window)))
    for row in 0..<max(0, rows) {
      if last?.sharesRow(row, with: grid) == true { continue }
      showRow(row, of: grid, columns: columns)
    }
    showCursor(grid.cursor)
    wrefresh(window)
    // A small frame arrives in one piece anyway.
    onrecord_send_frame(isSynchronised ? Self.smallFrame : Int.max)
    last = grid
  }

  /// Sends everything anew at the next `show`.
  func invalidate() {
    clearok(window, true)
    last = nil
  }

  /// Forgets what was known of the screen, since others have used it.
  func takeOver() {
    isCursorShown = nil
    invalidate()
    onrecord_begin_frames(output)
  }

  /// Sends what ncurses wrote outside of frames.
  func flush() { onrecord_send_frame(Int.max) }

  /// Lets ncurses reach the terminal itself, to give it back.
  func endFrames() { onrecord_end_frames() }

  /// Leaves the screen as it was before.
  func giveBack() { endwin() }

  private func showCursor(_ cursor: Position?) {
    let isShown = cursor != nil
    if isShown != isCursorShown {
      curs_set(isShown ? 1 : 0)
      leaveok(window, !isShown)
      isCursorShown = isShown
    }
    if let cursor { wmove(window, Int32(cursor.row), Int32(cursor.column)) }
  }

  private func showRow(_ row: Int, of grid: CellGrid, columns: Int) {
    let cells = grid.row(row)
    var changed = 0..<columns
    if let before = last?.row(row) {
      changed = cells.withUnsafeBufferPointer { cells in
        before.withUnsafeBufferPointer { Self.changed(cells, $0, columns: columns) }
      }
      if changed.isEmpty { return }
    }
    write(cells[changed], row: row, column: changed.lowerBound)
  }

  /// The columns in which two rows differ.
  private static func changed(
    _ cells: UnsafeBufferPointer<Cell>, _ before: UnsafeBufferPointer<Cell>, columns: Int
  ) -> Range<Int> {
    var first = 0
    var end = columns
    while first < end, cells[first] == before[first] { first += 1 }
    if first == end { return 0..<0 }
    while end > first, cells[end - 1] == before[end - 1] { end -= 1 }
    // A wide character is written whole or not at all.
    while first > 0, cells[first].base == 0 || before[first].base == 0 { first -= 1 }
    while end < columns, cells[end].base == 0 || before[end].base == 0 { end += 1 }
    return first..<end
  }

  private func write(_ cells: ArraySlice<Cell>, row: Int, column: Int) {
    run.removeAll(keepingCapacity: true)
    var index = cells.startIndex
    var look = theme[.text, []]
    var like: Cell?
    var out = cchar_t()
    while index < cells.endIndex {
      let cell = cells[index]
      let isWide = index + 1 < cells.endIndex && cells[index + 1].base == 0
      if like?.role != cell.role || like?.emphasis != cell.emphasis {
        look = theme[cell.role, cell.emphasis]
        like = cell
      }
      onrecord_set_cell(
        &out, cell.base == 0 ? 0x20 : cell.base, cell.combining.0, cell.combining.1,
        look.attributes, look.pair)
      run.append(out)
      index += isWide ? 2 : 1
    }
    mvwadd_wchnstr(window, Int32(row), Int32(column), run, Int32(run.count))
  }
}
