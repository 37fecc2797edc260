import Model

/// A filter that has a name, with how many articles match it.
enum FilterRowView {
  static func draw(
    _ saved: SavedFilter, _ view: ViewState, _ words: Words, in frame: Rect, _ emphasis: Emphasis,
    into grid: inout CellGrid
  ) {
    let limit = frame.endColumn - 1
    let isWide = frame.columns >= ScreenLayout.stackedFrom
    let count = view.counts[saved.filter].map {
      isWide ? words(.articleCount($0)) : "\($0)"
    }
    let end = grid.writeRight(count ?? "", row: frame.row, from: 2, limit: limit, role: .dim)
    let middle = isWide ? min(32, frame.columns / 3) : end - 1
    grid.writeMarked(
      saved.name, column: 2, row: frame.row, limit: middle, role: .person, emphasis: emphasis)
    guard isWide else { return }
    grid.writeMarked(saved.filter, column: middle + 1, row: frame.row, limit: end - 1, role: .text)
  }
}
