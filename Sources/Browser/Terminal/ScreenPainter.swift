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
    for row in 0..<max(0, rows) { showRow(row, of: grid, columns: columns) }
    showCursor(grid.cursor)
    wrefresh(window)
    // A small frame arrives in one piece anyway.
    if isSynchronised, onrecord_frame_size() > Self.smallFrame {
      onrecord_send_frame("\u{1B}[?2026h", "\u{1B}[?2026l")
    } else {
      onrecord_send_frame("", "")
    }
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
  func flush() { onrecord_send_frame("", "") }

  /// Lets ncurses reach the terminal itself, to give it back.
  func endFrames() { onrecord_end_frames(output) }

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
    var first = 0
    var end = columns
    if let before = last?.row(row) {
      // Rows that share their cells are equal at once.
      if cells == before { return }
      while first < end, cells[first] == before[first] { first += 1 }
      if first == end { return }
      while end > first, cells[end - 1] == before[end - 1] { end -= 1 }
      // A wide character is written whole or not at all.
      while first > 0, cells[first].base == 0 || before[first].base == 0 { first -= 1 }
      while end < columns, cells[end].base == 0 || before[end].base == 0 { end += 1 }
    }
    write(cells[first..<end], row: row, column: first)
  }

  private func write(_ cells: ArraySlice<Cell>, row: Int, column: Int) {
    run.removeAll(keepingCapacity: true)
    var index = cells.startIndex
    while index < cells.endIndex {
      let cell = cells[index]
      let isWide = index + 1 < cells.endIndex && cells[index + 1].base == 0
      let look = theme[cell.role, cell.emphasis]
      var out = cchar_t()
      onrecord_set_cell(
        &out, cell.base == 0 ? 0x20 : cell.base, cell.combining.0, cell.combining.1,
        look.attributes, look.pair)
      run.append(out)
      index += isWide ? 2 : 1
    }
    mvwadd_wchnstr(window, Int32(row), Int32(column), run, Int32(run.count))
  }
}
