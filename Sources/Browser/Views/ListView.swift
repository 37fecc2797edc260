import Model

/// The list of articles.
enum ListView {
  static func draw(_ state: BrowserState, _ layout: ScreenLayout, into grid: inout CellGrid) {
    guard let frame = layout.list else { return }
    drawHeading(
      position(state.list, state.words), isFocused: state.focus == .list, state.words, frame,
      into: &grid)
    guard state.list.matching > 0 else {
      drawEmptiness(state, frame, into: &grid)
      return
    }
    let rows = ListRows(state)
    for slot in 0..<layout.listRows {
      ListRow(slot, of: rows, selected: state.list.selected, layout, in: frame.body)?
        .draw(into: &grid)
    }
  }

  static func drawHeading(
    _ position: String, isFocused: Bool, _ words: Words, _ frame: PaneFrame,
    into grid: inout CellGrid
  ) {
    guard let heading = frame.heading else { return }
    grid.writeHeading(words(.articles), right: position, in: heading, isFocused: isFocused)
  }

  static func drawEmptiness(_ state: BrowserState, _ frame: PaneFrame, into grid: inout CellGrid) {
    grid.writeSentences(emptiness(state), in: frame.body)
    if state.focus == .list {
      grid.cursor = Position(column: frame.body.column, row: frame.body.row)
    }
  }

  /// `2 of 5`.
  static func position(_ list: borrowing ListState, _ words: Words) -> String {
    list.matching == 0
      ? (list.isLoaded ? "0" : "")
      : words(.position(words.number(list.selected + 1), of: list.rowCount(in: words)))
  }

  private static func emptiness(_ state: BrowserState) -> [String] {
    if !state.filter.isEmpty, state.list.isLoaded {
      return [state.words(.nothingMatches(key: state.keymap.keyName(of: .back)))]
    }
    if !state.progress.isFinished { return [state.words(.readingFiles)] }
    if state.progress.refused > 0 {
      return [
        state.words(.noArticlesHere),
        state.words(.findingsKey(state.keymap.keyName(of: .findings))),
      ]
    }
    return [state.words(.noArticlesHere), state.words(.openFolder)]
  }
}

/// What all rows of the list depend on; which of them is selected comes to it.
struct ListRows: Equatable {
  let list: ListState
  let isFocused: Bool
  let finder: MatchFinder
  let keepsMarks: Bool
  let marked: MarkedState
  let words: Words
  let columns: Set<ListColumn>

  init(_ state: borrowing BrowserState) {
    list = state.list
    isFocused = state.focus == .list
    finder = state.filter.finder
    keepsMarks = state.keepsMarks
    marked = state.marked
    words = state.words
    columns = state.columns
  }

  static func == (a: ListRows, b: ListRows) -> Bool {
    a.list.top == b.list.top && a.list.matching == b.list.matching && a.list.first == b.list.first
      && a.list.foldsRepeats == b.list.foldsRepeats && a.isFocused == b.isFocused
      && a.keepsMarks == b.keepsMarks && a.list.rows == b.list.rows
      && a.list.unfolded == b.list.unfolded && a.finder == b.finder
      && a.marked.marksSameArticles(as: b.marked) && a.words == b.words && a.columns == b.columns
  }
}

/// One row of the list, with all that its cells depend on.
struct ListRow: Hashable, Sendable {
  /// The lines of the row; its last one may lie below the pane.
  let rect: Rect
  private let endRow: Int
  private let lines: Int
  /// Nil where it is not in memory.
  private let article: ArticleRow?
  var isSelected: Bool
  private let isFocused: Bool
  private let finder: MatchFinder
  private let signs: ListSigns
  private let words: Words
  private let columns: Set<ListColumn>
  /// Whether it stands in an open group below its head.
  private let isMember: Bool

  /// The row in a slot from the top of the list; nil below the last one.
  init?(
    _ slot: Int, of rows: borrowing ListRows, selected: Int, _ layout: borrowing ScreenLayout,
    in body: Rect
  ) {
    let index = rows.list.top + slot
    guard index < rows.list.rowCount else { return nil }
    let row = body.row + slot * layout.listStride
    rect = Rect(column: body.column, row: row, columns: body.columns, rows: layout.listLines)
    endRow = body.endRow
    lines = layout.listLines
    article = rows.list.row(index)
    isSelected = index == selected
    isFocused = rows.isFocused
    finder = rows.finder
    signs = ListSigns(article, at: index, rows)
    words = rows.words
    columns = rows.columns
    isMember = rows.list.member(index) != nil
  }

  /// Draws what sets off the selected row, or takes it away.
  /// - Parameter headline: the columns that the row was drawn with.
  func drawSelection(_ headline: Range<Int>, into grid: inout CellGrid) {
    if isSelected {
      drawMarker(into: &grid)
    } else {
      let rows = min(lines, endRow - rect.row)
      grid.fill(Rect(column: rect.column, row: rect.row, columns: 1, rows: rows))
    }
    grid.emphasise(headline, row: rect.row, .selected, isSelected && isFocused)
  }

  private func drawMarker(into grid: inout CellGrid) {
    for line in 0..<lines where rect.row + line < endRow {
      grid.write(
        "▌", column: rect.column, row: rect.row + line, limit: rect.endColumn - 1, role: .marker)
    }
    if isFocused { grid.cursor = Position(column: rect.column + 1, row: rect.row) }
  }

  /// Draws over blanks; returns the columns of the headline, which is emphasised where it is selected.
  @discardableResult
  func draw(into grid: inout CellGrid) -> Range<Int> {
    let row = rect.row
    let limit = rect.endColumn - 1
    if isSelected { drawMarker(into: &grid) }
    let emphasis: Emphasis = isSelected && isFocused ? .selected : []
    guard let article else {
      grid.write("…", column: rect.column + 2, row: row, limit: limit, role: .dim)
      return 0..<0
    }
    grid.write(signs.gutter, column: rect.column + 1, row: row, limit: limit, role: .marker)
    let matches = finder.isEmpty ? [] : finder.matches(in: Array(article.title.utf8))
    let date = columns.contains(.date) ? article.shownDate(words) : ""
    let agency = columns.contains(.agency) ? article.agency ?? "" : ""
    let quotes = columns.contains(.quotes) ? "\(article.quoteCount) ❞" : ""
    let count = [signs.fold, quotes].filter { !$0.isEmpty }.joined(separator: "  ")
    let star = (isMember ? "└ " : "") + signs.star
    // Where a column is left out, the next one takes its place.
    let afterDate = date.isEmpty ? 0 : 12
    let titleIndent = afterDate + (columns.contains(.agency) ? 9 : 0)
    if lines == 2 {
      let start = grid.write(
        star, column: rect.column + 2, row: row, limit: limit, role: .marker)
      let headline = grid.writeMarked(
        article.title, matches: matches, column: start, row: row, limit: limit,
        emphasis: emphasis)
      guard row + 1 < endRow else { return start..<max(start, headline) }
      let end = grid.writeRight(
        count, row: row + 1, from: rect.column + 4, limit: limit, role: .dim)
      grid.write(date, column: rect.column + 4, row: row + 1, limit: end - 1, role: .dim)
      let behind = grid.writeMarked(
        agency, column: rect.column + 4 + afterDate, row: row + 1, limit: end - 1, role: .dim)
      grid.writeMarked(
        signs.tags, column: behind + (agency.isEmpty ? 0 : 1), row: row + 1, limit: end - 1,
        role: .prompt)
      return start..<max(start, headline)
    } else {
      let end = grid.writeRight(count, row: row, from: rect.column + 2, limit: limit, role: .dim)
      let isWide = rect.columns >= 40
      if isWide {
        grid.write(date, column: rect.column + 2, row: row, limit: end - 1, role: .dim)
        grid.writeMarked(
          agency, column: rect.column + 2 + afterDate, row: row,
          limit: rect.column + 10 + afterDate, role: .dim)
      }
      let start = grid.write(
        star, column: rect.column + 2 + (isWide ? titleIndent : 0), row: row, limit: end - 2,
        role: .marker)
      let tags = grid.writeRight(
        signs.tags, row: row, from: start + 20, limit: end - 2, role: .prompt)
      let headline = grid.writeMarked(
        article.title, matches: matches, column: start, row: row,
        limit: tags < end - 2 ? tags - 1 : end - 2, emphasis: emphasis)
      return start..<max(start, headline)
    }
  }
}

/// What the reader noted about an article, in signs that need no colour.
private struct ListSigns: Hashable {
  /// `✓` marked, `•` unread.
  var gutter = ""
  /// `★ `.
  var star = ""
  /// `+3` of a row behind which repeats are folded, `-3` where they are listed below it, `=3` where
  /// they are listed wherever they belong.
  var fold = ""
  /// `#court #later`.
  var tags = ""

  init(_ article: ArticleRow?, at index: Int, _ rows: borrowing ListRows) {
    guard let article else { return }
    let marks = article.marks
    if rows.keepsMarks, !marks.isRead { gutter = "•" }
    if rows.marked.contains(article.key) { gutter = "✓" }
    if marks.isStarred { star = "★ " }
    if article.repeats > 0, rows.list.member(index) == nil {
      let isOpen = rows.list.unfolded?.head == article.key
      fold = (!rows.list.foldsRepeats ? "=" : isOpen ? "-" : "+") + "\(article.repeats)"
    }
    guard rows.columns.contains(.tags), !(marks.tags.isEmpty && marks.note.isEmpty) else { return }
    tags = (marks.tags.map { "#" + $0 } + (marks.note.isEmpty ? [] : ["✐"])).joined(separator: " ")
  }
}
