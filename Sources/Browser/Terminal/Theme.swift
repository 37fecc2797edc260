import CNcurses

/// How roles look, from the terminal's own palette.
///
/// Each meaning has an attribute besides its colour, so that nothing is lost without colours:
/// names are bold, quoted words italic (underlined where a terminal has no italics), matches
/// underlined (reversed where quoted words are).
struct Theme {
  /// Attributes and a colour pair of ncurses.
  struct Look: Hashable {
    var attributes: attr_t = 0
    var pair: Int32 = 0
  }

  /// One look for each role and emphasis.
  private let looks: [Look]

  /// - Parameter usesColor: whether `startColors` was called.
  init(usesColor: Bool, hasItalics: Bool) {
    looks = Role.allCases.flatMap { role in
      (0..<Self.emphases).map { emphasis in
        var look = Self.look(of: role, hasItalics: hasItalics)
        if !usesColor { look.pair = 0 }
        let emphasis = Emphasis(rawValue: UInt8(emphasis))
        if emphasis.contains(.selected) || emphasis.contains(.current) {
          look.attributes |= onrecord_bold
          look.attributes &= ~onrecord_dim
        }
        if emphasis.contains(.match) {
          look.attributes |= hasItalics ? onrecord_underline : onrecord_reverse
          look.attributes &= ~onrecord_dim
        }
        if emphasis.contains(.marked) {
          look.attributes |= onrecord_reverse
          look.attributes &= ~onrecord_dim
        }
        return look
      }
    }
  }

  /// - Complexity: O(1).
  subscript(role: Role, emphasis: Emphasis) -> Look {
    looks[Int(role.rawValue) * Self.emphases + Int(emphasis.rawValue) % Self.emphases]
  }

  private static let emphases = 16

  private enum Pair: Int32, CaseIterable {
    case red = 1
    case green
    case yellow
    case magenta
    case cyan

    var color: Int32 {
      switch self {
      case .red: COLOR_RED
      case .green: COLOR_GREEN
      case .yellow: COLOR_YELLOW
      case .magenta: COLOR_MAGENTA
      case .cyan: COLOR_CYAN
      }
    }
  }

  /// Prepares the pairs; the background stays the terminal's own.
  static func startColors() {
    start_color()
    use_default_colors()
    for pair in Pair.allCases { init_extended_pair(pair.rawValue, pair.color, -1) }
  }

  private static func look(of role: Role, hasItalics: Bool) -> Look {
    switch role {
    case .text: Look()
    case .dim, .border: Look(attributes: onrecord_dim)
    case .heading, .title, .prompt: Look(attributes: onrecord_bold)
    case .person, .speaker: Look(attributes: onrecord_bold, pair: Pair.cyan.rawValue)
    case .quote:
      Look(
        attributes: hasItalics ? onrecord_italic : onrecord_underline, pair: Pair.green.rawValue)
    case .removed: Look(attributes: onrecord_dim, pair: Pair.magenta.rawValue)
    case .marker: Look(attributes: onrecord_bold, pair: Pair.yellow.rawValue)
    case .status: Look()
    case .warning: Look(attributes: onrecord_bold, pair: Pair.red.rawValue)
    }
  }
}
