/// What a cell means; the terminal decides how it looks.
enum Role: UInt8, Hashable, Sendable, CaseIterable {
  case text
  /// Metadata: dates, counts, hints.
  case dim
  /// A heading in capitals: `ARTICLES`.
  case heading
  /// The headline of the article that is read.
  case title
  /// A person's name or role in the text.
  case person
  /// Quoted words.
  case quote
  /// The words of the attribution's speaker, in the sidebar.
  case speaker
  /// Text that cleaning left out.
  case removed
  /// Lines between panes.
  case border
  /// The bar before the selected row or quote.
  case marker
  /// The line at the top and the line at the bottom.
  case status
  /// A message that something went wrong.
  case warning
  /// What is typed.
  case prompt

  /// One letter for golden screens.
  var letter: Character {
    switch self {
    case .text: "."
    case .dim: "d"
    case .heading: "h"
    case .title: "t"
    case .person: "p"
    case .quote: "q"
    case .speaker: "s"
    case .removed: "r"
    case .border: "b"
    case .marker: "m"
    case .status: "l"
    case .warning: "w"
    case .prompt: "i"
    }
  }
}

/// What sets a cell off, over its role.
struct Emphasis: OptionSet, Hashable, Sendable {
  let rawValue: UInt8
  /// The selected row.
  static let selected = Emphasis(rawValue: 1)
  /// Words that match the filter.
  static let match = Emphasis(rawValue: 2)
  /// The quote that is pointed at.
  static let current = Emphasis(rawValue: 4)
  /// Words that are being marked.
  static let marked = Emphasis(rawValue: 8)
}

/// One column of one row of the screen.
struct Cell: Hashable, Sendable {
  /// The base character; 0 in the second column of a wide character.
  var base: UInt32
  /// Up to two combining characters, 0 for none.
  var combining: (UInt32, UInt32)
  var role: Role
  var emphasis: Emphasis
  /// Fills the cell up, so that two of them can be compared as numbers.
  private var unused: UInt16 = 0

  init(_ base: Unicode.Scalar = " ", role: Role = .text, emphasis: Emphasis = []) {
    self.base = base.value
    combining = (0, 0)
    self.role = role
    self.emphasis = emphasis
  }

  static let blank = Cell()

  /// The second column of a wide character.
  static func tail(role: Role, emphasis: Emphasis) -> Cell {
    var cell = Cell(" ", role: role, emphasis: emphasis)
    cell.base = 0
    return cell
  }

  static func == (a: Cell, b: Cell) -> Bool {
    unsafeBitCast(a, to: SIMD2<UInt64>.self) == unsafeBitCast(b, to: SIMD2<UInt64>.self)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(base)
    hasher.combine(combining.0)
    hasher.combine(combining.1)
    hasher.combine(role)
    hasher.combine(emphasis)
  }
}
