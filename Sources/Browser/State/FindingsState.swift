import Model

/// The list of files that could not be read.
struct FindingsState: Hashable, Sendable {
  /// The chosen file.
  var selected = 0
  /// The first one on the screen.
  var top = 0

  /// Keeps the chosen one inside a list of so many, of which so many rows are on the screen.
  mutating func keepInView(count: Int, rows: Int) {
    selected = max(0, min(selected, count - 1))
    top = max(min(top, selected), selected - rows + 1)
    top = max(0, min(top, count - rows))
  }
}

extension Finding {
  /// The line of the file that it tells of, from 1.
  var line: Int {
    switch problem {
    case .malformed(.line(let line), _), .itemTooLarge(.line(let line), _): line
    default: 1
    }
  }
}
