import Model

/// How a block of an article stands in the reader.
enum BlockShape: Hashable, Sendable {
  case plain, heading, quote
  /// Lines that keep their breaks.
  case verbatim
  /// A row of a table.
  case row
  /// An item: how deep it lies, its number, and whether its mark was shown already.
  case item(depth: Int, number: Int?, isContinued: Bool)

  /// Columns of indentation for each level of a list.
  private static let step = 3
  /// Deeper lists are not indented further.
  private static let deepest = 6

  init(_ kind: BlockKind) {
    switch kind {
    case .paragraph, .standfirst: self = .plain
    case .heading: self = .heading
    case .blockQuote: self = .quote
    case .preformatted: self = .verbatim
    case .tableRow: self = .row
    case .listItem(let depth, let number):
      self = .item(depth: min(max(0, depth), Self.deepest), number: number, isContinued: false)
    }
  }

  /// The shape of what follows a part that was left out.
  var continued: BlockShape {
    if case .item(let depth, let number, _) = self {
      return .item(depth: depth, number: number, isContinued: true)
    }
    return self
  }

  /// Columns before the words.
  var indent: Int {
    switch self {
    case .plain, .heading, .row: 0
    case .quote, .verbatim: 2
    case .item(let depth, let number, _):
      Self.step * depth + (number.map { "\($0)".utf8.count + 2 } ?? 2)
    }
  }

  /// What stands in the columns before the words of a line.
  func lead(isFirst: Bool) -> ReaderLine.Lead? {
    switch self {
    case .plain, .heading, .verbatim, .row: nil
    case .quote: .bar
    case .item(_, let number, let isContinued):
      isFirst && !isContinued ? number.map { .number($0) } ?? .bullet : nil
    }
  }

  /// Whether no blank line stands between two blocks.
  func isClose(behind previous: BlockShape) -> Bool {
    switch (previous, self) {
    case (.item, .item), (.row, .row): true
    default: false
    }
  }
}
