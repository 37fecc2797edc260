import Model

/// The list of articles.
enum ListView {
  static func draw(_ state: BrowserState, _ layout: ScreenLayout, into grid: inout CellGrid) {
    guard let frame = layout.list else { return }
    drawHeading(state, frame, into: &grid)
    guard state.list.matching > 0 else {
      drawEmptiness(state, frame, into: &grid)
      return
    }
    for slot in 0..<layout.listRows {
      ListRow(slot, of: state, layout, in: frame.body)?.draw(into: &grid)
    }
  }

  static func drawHeading(_ state: BrowserState, _ frame: PaneFrame, into grid: inout CellGrid) {
    guard let heading = frame.heading else { return }
    grid.writeHeading(
      state.words(.articles), right: position(state.list, state.words), in: heading,
      isFocused: state.focus == .list)
  }

  static func drawEmptiness(_ state: BrowserState, _ frame: PaneFrame, into grid: inout CellGrid) {
    grid.writeSentences(emptiness(state), in: frame.body)
    if state.focus == .list {
      grid.cursor = Position(column: frame.body.column, row: frame.body.row)
    }
  }

  /// `2 of 5`.
  static func position(_ list: ListState, _ words: Words) -> String {
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

/// One row of the list, with all that its cells depend on.
struct ListRow: Hashable, Sendable {
  /// The lines of the row; its last one may lie below the pane.
  let rect: Rect
  private let endRow: Int
  private let lines: Int
  /// Nil where it is not in memory.
  private let article: ArticleRow?
  private let isSelected: Bool
  private let isFocused: Bool
  private let finder: MatchFinder
  private let signs: ListSigns
  private let words: Words
  private let columns: Set<ListColumn>
  /// Whether it stands in an open group below its head.
  private let isMember: Bool

  /// The row in a slot from the top of the list; nil below the last one.
  init?(_ slot: Int, of state: BrowserState, _ layout: ScreenLayout, in body: Rect) {
    let index = state.list.top + slot
    guard index < state.list.rowCount else { return nil }
    let row = body.row + slot * layout.listStride
    rect = Rect(column: body.column, row: row, columns: body.columns, rows: layout.listLines)
    endRow = body.endRow
    lines = layout.listLines
    article = state.list.row(index)
    isSelected = index == state.list.selected
    isFocused = state.focus == .list
    finder = state.filter.finder
    signs = ListSigns(article, at: index, state)
    words = state.words
    columns = state.columns
    isMember = state.list.member(index) != nil
  }

  /// Draws over blanks.
  func draw(into grid: inout CellGrid) {
    let row = rect.row
    let limit = rect.endColumn - 1
    if isSelected {
      for line in 0..<lines where row + line < endRow {
        grid.write("▌", column: rect.column, row: row + line, limit: limit, role: .marker)
      }
      if isFocused { grid.cursor = Position(column: rect.column + 1, row: row) }
    }
    let emphasis: Emphasis = isSelected && isFocused ? .selected : []
    guard let article else {
      grid.write("…", column: rect.column + 2, row: row, limit: limit, role: .dim)
      return
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
      grid.writeMarked(
        article.title, matches: matches, column: start, row: row, limit: limit,
        emphasis: emphasis)
      guard row + 1 < endRow else { return }
      let end = grid.writeRight(
        count, row: row + 1, from: rect.column + 4, limit: limit, role: .dim)
      grid.write(date, column: rect.column + 4, row: row + 1, limit: end - 1, role: .dim)
      let behind = grid.writeMarked(
        agency, column: rect.column + 4 + afterDate, row: row + 1, limit: end - 1, role: .dim)
      grid.writeMarked(
        signs.tags, column: behind + (agency.isEmpty ? 0 : 1), row: row + 1, limit: end - 1,
        role: .prompt)
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
      grid.writeMarked(
        article.title, matches: matches, column: start, row: row,
        limit: tags < end - 2 ? tags - 1 : end - 2, emphasis: emphasis)
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

  init(_ article: ArticleRow?, at index: Int, _ state: BrowserState) {
    guard let article else { return }
    let marks = article.marks
    if state.keepsMarks, !marks.isRead { gutter = "•" }
    if state.marked.contains(article.key) { gutter = "✓" }
    if marks.isStarred { star = "★ " }
    if article.repeats > 0, state.list.member(index) == nil {
      let isOpen = state.list.unfolded?.head == article.key
      fold = (!state.list.foldsRepeats ? "=" : isOpen ? "-" : "+") + "\(article.repeats)"
    }
    guard state.columns.contains(.tags) else { return }
    tags = (marks.tags.map { "#" + $0 } + (marks.note.isEmpty ? [] : ["✐"])).joined(separator: " ")
  }
}
