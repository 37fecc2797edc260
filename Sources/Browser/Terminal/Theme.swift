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

  /// - Parameters:
  ///   - usesColor: whether `startColors` was called.
  ///   - isLight: whether the background is light, where that is known.
  init(
    usesColor: Bool, hasItalics: Bool, appearance: Appearance = Appearance(), isLight: Bool? = nil
  ) {
    let usesColor = usesColor && appearance.scheme != .none
    var pairs = ColorPairs()
    let isLight = appearance.scheme == .light || appearance.scheme == .auto && isLight == true
    looks = Role.allCases.flatMap { role in
      (0..<Self.emphases).map { emphasis in
        var look = Self.look(of: role, hasItalics: hasItalics)
        // Yellow and cyan cannot be read on white.
        if isLight { look.pair = Self.onLight[look.pair] ?? look.pair }
        if let style = appearance.styles["\(role)"] {
          look = Self.look(of: style, hasItalics: hasItalics, &pairs)
        }
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
    case blue

    var color: Int32 {
      switch self {
      case .red: COLOR_RED
      case .green: COLOR_GREEN
      case .yellow: COLOR_YELLOW
      case .magenta: COLOR_MAGENTA
      case .cyan: COLOR_CYAN
      case .blue: COLOR_BLUE
      }
    }
  }

  /// Prepares the pairs; the background stays the terminal's own.
  static func startColors() {
    start_color()
    use_default_colors()
    for pair in Pair.allCases { init_extended_pair(pair.rawValue, pair.color, -1) }
  }

  private static let onLight = [
    Pair.yellow.rawValue: Pair.red.rawValue, Pair.cyan.rawValue: Pair.blue.rawValue,
  ]

  private static func look(of style: RoleStyle, hasItalics: Bool, _ pairs: inout ColorPairs) -> Look
  {
    var look = Look(pair: pairs.pair(style.foreground, style.background))
    for attribute in style.attributes {
      switch attribute {
      case .bold: look.attributes |= onrecord_bold
      case .dim: look.attributes |= onrecord_dim
      case .italic: look.attributes |= hasItalics ? onrecord_italic : onrecord_underline
      case .underline: look.attributes |= onrecord_underline
      case .reverse: look.attributes |= onrecord_reverse
      }
    }
    return look
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

/// Pairs of colours that a configuration asks for, behind those of the program.
private struct ColorPairs {
  private var next: Int32 = 16

  /// A pair; 0 for the terminal's own colours.
  mutating func pair(_ foreground: NamedColor?, _ background: NamedColor?) -> Int32 {
    let colors = (Self.number(foreground), Self.number(background))
    guard colors != (-1, -1), onrecord_colors() > 0 else { return 0 }
    init_extended_pair(next, colors.0, colors.1)
    defer { next += 1 }
    return next
  }

  /// The nearest colour that the terminal has.
  private static func number(_ color: NamedColor?) -> Int32 {
    switch color {
    case nil, .standard: return -1
    case .palette(let number):
      let count = Int(onrecord_colors())
      return Int32(number < count ? number : number % 8)
    case .rgb(let red, let green, let blue):
      if onrecord_colors() >= 256 {
        func step(_ value: Int) -> Int { value < 48 ? 0 : min(5, (value - 35) / 40) }
        return Int32(16 + 36 * step(red) + 6 * step(green) + step(blue))
      }
      return Int32((red > 127 ? 1 : 0) + (green > 127 ? 2 : 0) + (blue > 127 ? 4 : 0))
    }
  }
}
