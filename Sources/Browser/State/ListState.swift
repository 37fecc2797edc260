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
  /// Those that match the filter; so many at least, while they are not counted.
  var matching = 0
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

  /// How many match, in words: `12`, or `200+` while they are counted.
  func matching(in words: Words) -> String { words.number(matching) + (isCounted ? "" : "+") }

  /// The rows that are in memory.
  var window: Range<Int> { first..<first + rows.count }

  /// A row, where it is in memory.
  func row(_ index: Int) -> ArticleRow? {
    window.contains(index) ? rows[index - first] : nil
  }

  /// Selects a row, clamped.
  mutating func select(_ index: Int) {
    selected = max(0, min(index, matching - 1))
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
    top = max(0, min(top, matching - visible))
  }
}
