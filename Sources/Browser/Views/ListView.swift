import Model

/// The list of articles.
enum ListView {
  static func draw(_ state: BrowserState, _ layout: ScreenLayout, into grid: inout CellGrid) {
    guard let frame = layout.list else { return }
    let list = state.list
    if let heading = frame.heading {
      grid.writeHeading(
        Pane.list.heading, right: position(list), in: heading, isFocused: state.focus == .list)
    }
    guard list.matching > 0 else {
      grid.writeSentences(emptiness(state), in: frame.body)
      if state.focus == .list {
        grid.cursor = Position(column: frame.body.column, row: frame.body.row)
      }
      return
    }
    for index in list.top..<min(list.matching, list.top + layout.listRows) {
      let row = frame.body.row + (index - list.top) * layout.listStride
      draw(index, of: state, layout, in: frame.body, row: row, into: &grid)
    }
  }

  /// What the reader noted about an article, in signs that need no colour.
  private struct ListSigns {
    /// `✓` marked, `•` unread.
    var gutter = ""
    /// `★ `.
    var star = ""
    /// `#court #later`.
    var tags = ""

    init(_ article: ArticleRow, _ state: BrowserState) {
      let marks = article.marks
      if state.keepsMarks, !marks.isRead { gutter = "•" }
      if state.marked.contains(article.key) { gutter = "✓" }
      if marks.isStarred { star = "★ " }
      tags = (marks.tags.map { "#" + $0 } + (marks.note.isEmpty ? [] : ["✐"])).joined(
        separator: " ")
    }
  }

  /// `2 of 5`.
  static func position(_ list: ListState) -> String {
    list.matching == 0 ? (list.isLoaded ? "0" : "") : "\(list.selected + 1) of \(list.matching)"
  }

  private static func emptiness(_ state: BrowserState) -> [String] {
    if !state.filter.isEmpty, state.list.isLoaded {
      return ["Nothing matches: Esc clears the filter."]
    }
    if !state.progress.isFinished { return ["Reading the files …"] }
    if state.progress.refused > 0 {
      return ["No articles here.", "! lists what could not be read, and why."]
    }
    return ["No articles here.", "onrecord FOLDER opens the text files of a folder."]
  }

  private static func draw(
    _ index: Int, of state: BrowserState, _ layout: ScreenLayout, in body: Rect, row: Int,
    into grid: inout CellGrid
  ) {
    let isSelected = index == state.list.selected
    let limit = body.endColumn - 1
    if isSelected {
      for line in 0..<layout.listLines where row + line < body.endRow {
        grid.write("▌", column: body.column, row: row + line, limit: limit, role: .marker)
      }
      if state.focus == .list { grid.cursor = Position(column: body.column + 1, row: row) }
    }
    let emphasis: Emphasis = isSelected && state.focus == .list ? .selected : []
    guard let article = state.list.row(index) else {
      grid.write("…", column: body.column + 2, row: row, limit: limit, role: .dim)
      return
    }
    let sign = ListSigns(article, state)
    grid.write(sign.gutter, column: body.column + 1, row: row, limit: limit, role: .marker)
    let matches = state.filter.finder.matches(in: Array(article.title.utf8))
    let date = article.shownDate
    let agency = article.agency ?? ""
    let count = "\(article.quoteCount) ❞"
    if layout.listLines == 2 {
      let start = grid.write(
        sign.star, column: body.column + 2, row: row, limit: limit, role: .marker)
      grid.writeMarked(
        article.title, matches: matches, column: start, row: row, limit: limit,
        emphasis: emphasis)
      guard row + 1 < body.endRow else { return }
      let end = grid.writeRight(
        count, row: row + 1, from: body.column + 4, limit: limit, role: .dim)
      grid.write(date, column: body.column + 4, row: row + 1, limit: end - 1, role: .dim)
      let behind = grid.writeMarked(
        agency, column: body.column + 16, row: row + 1, limit: end - 1, role: .dim)
      grid.writeMarked(
        sign.tags, column: behind + (agency.isEmpty ? 0 : 1), row: row + 1, limit: end - 1,
        role: .prompt)
    } else {
      let end = grid.writeRight(count, row: row, from: body.column + 2, limit: limit, role: .dim)
      let isWide = body.columns >= 40
      if isWide {
        grid.write(date, column: body.column + 2, row: row, limit: end - 1, role: .dim)
        grid.writeMarked(
          agency, column: body.column + 14, row: row, limit: body.column + 22, role: .dim)
      }
      let start = grid.write(
        sign.star, column: body.column + (isWide ? 23 : 2), row: row, limit: end - 2,
        role: .marker)
      let tags = grid.writeRight(
        sign.tags, row: row, from: start + 20, limit: end - 2, role: .prompt)
      grid.writeMarked(
        article.title, matches: matches, column: start, row: row,
        limit: tags < end - 2 ? tags - 1 : end - 2, emphasis: emphasis)
    }
  }
}
