import Model

/// The list of articles: only a window of its rows is in memory.
struct ListState: Hashable, Sendable {
  /// A page that was asked for and has not come.
  struct Pending: Hashable, Sendable {
    /// What the page is for.
    enum Purpose: Hashable, Sendable {
      /// Rows that come into view.
      case rows(Range<Int>)
      /// Another filter; the selection goes to its article, so many rows below the top.
      case filter(offset: Int)
      /// More articles; nothing moves.
      case refresh
    }
    var request: Int
    var purpose: Purpose
    /// Whether its first rows came already, and only the count is waited for.
    var isShown = false
  }

  /// All articles.
  var total = 0
  /// The rows of the filter, folded ones left out; so many at least, while they are not counted.
  var matching = 0
  /// How many more articles match, but are folded away behind one that they repeat.
  var folded = 0
  /// Whether of articles that say the same only the first is listed.
  var foldsRepeats = true
  /// The group of repeats that is open below its first row.
  var unfolded: Unfolded?
  /// The group that was asked for and has not come.
  var unfolding: Unfolding?
  /// Whether `matching` and `quotes` are known.
  var isCounted = true
  /// The order of the rows.
  var order = ArticleOrder.newest
  /// The quotes of those that match.
  var quotes = 0
  /// The index of the first of `rows`.
  var first = 0
  /// The rows that are in memory.
  var rows: [ArticleRow] = []
  /// The selected row, from 0.
  var selected = 0
  /// The article of the selected row, where it is in memory.
  var selectedKey: ArticleKey?
  /// The first row on the screen.
  var top = 0
  /// Whether any page has come.
  var isLoaded = false
  /// Whether the user chose the selected row; until then the list stays at its head.
  var isChosen = false
  var pending: Pending?
  /// Whether articles came while a page was on its way.
  var isStale = false
  /// Whether the selected row was opened before it was known which article stands in it.
  var awaitsOpening = false
  /// The request of the preview that waits for the selection to rest.
  var rest = 0

  /// Articles that say the same as the one of a row, listed below it.
  struct Unfolded: Hashable, Sendable {
    var head: ArticleKey
    /// The head's row in the archive's list.
    var row: Int
    var members: [ArticleRow]

    /// Where a member stands among the others.
    func place(of key: ArticleKey?) -> Int? { members.firstIndex { $0.key == key } }
  }

  /// A group that was asked for.
  struct Unfolding: Hashable, Sendable {
    var head: ArticleKey
    var request: Int
  }

  /// The articles that match, folded ones among them.
  var articles: Int { matching + folded }

  /// The rows that can be selected: those of the archive's list and those of the open group.
  var rowCount: Int { matching + (unfolded?.members.count ?? 0) }

  /// Whether the numbers are those of the present filter, so that a question can tell them.
  var isSettled: Bool {
    switch pending?.purpose {
    case .filter: false
    case .rows, .refresh, nil: isCounted
    }
  }

  /// The archive's row of one that is shown; of a member that of its head.
  func archiveRow(_ shown: Int) -> Int {
    guard let unfolded, shown > unfolded.row else { return shown }
    return max(unfolded.row, shown - unfolded.members.count)
  }

  /// Where a row of the archive is shown.
  func shownRow(_ row: Int) -> Int {
    guard let unfolded, row > unfolded.row else { return row }
    return row + unfolded.members.count
  }

  /// The member of the open group that a row shows; nil for rows of the archive's list.
  func member(_ shown: Int) -> ArticleRow? {
    guard let unfolded, shown > unfolded.row,
      unfolded.members.indices.contains(shown - unfolded.row - 1)
    else { return nil }
    return unfolded.members[shown - unfolded.row - 1]
  }

  /// An article that is in memory, by its key.
  func known(_ key: ArticleKey) -> ArticleRow? {
    rows.first { $0.key == key } ?? unfolded?.members.first { $0.key == key }
  }

  /// How many match, in words: `12`, or `200+` while they are counted.
  func matching(in words: Words) -> String { words.number(articles) + (isCounted ? "" : "+") }

  /// How many rows there are, in words.
  func rowCount(in words: Words) -> String { words.number(rowCount) + (isCounted ? "" : "+") }

  /// The rows that are in memory.
  var window: Range<Int> { first..<first + rows.count }

  /// A row, where it is in memory.
  func row(_ shown: Int) -> ArticleRow? {
    if let member = member(shown) { return member }
    let index = archiveRow(shown)
    return window.contains(index) ? rows[index - first] : nil
  }

  /// Selects a row, clamped.
  mutating func select(_ index: Int) {
    selected = max(0, min(index, rowCount - 1))
    selectedKey = row(selected)?.key
  }

  /// Keeps the selected row on the screen.
  ///
  /// A step over the edge moves the view by half a screen: over a slow line one repaint in many
  /// keys costs less than one with every key.
  mutating func keepInView(rows visible: Int) {
    if selected < top {
      top = selected == top - 1 ? selected - visible / 2 : selected
    } else if selected >= top + visible {
      let past = selected - (top + visible)
      top = past == 0 ? selected - visible / 2 : selected - visible + 1
    }
    top = max(0, min(top, rowCount - visible))
  }
}
