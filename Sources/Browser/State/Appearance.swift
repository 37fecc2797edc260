/// A colour as a configuration names it.
enum NamedColor: Hashable, Sendable {
  /// The terminal's own.
  case standard
  /// One of the sixteen of the palette, 0 to 15, or of 256.
  case palette(Int)
  /// Red, green and blue.
  case rgb(Int, Int, Int)

  static let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

  /// `red`, `bright-red`, `default`, `208`, `#ff8700`.
  init?(_ text: String) {
    let text = text.lowercased()
    if text == "default" {
      self = .standard
    } else if let place = Self.names.firstIndex(of: text) {
      self = .palette(place)
    } else if text.hasPrefix("bright-"),
      let place = Self.names.firstIndex(of: String(text.dropFirst(7)))
    {
      self = .palette(place + 8)
    } else if let number = Int(text), (0...255).contains(number) {
      self = .palette(number)
    } else if text.hasPrefix("#"), text.count == 7, let value = Int(text.dropFirst(), radix: 16) {
      self = .rgb(value >> 16, value >> 8 & 0xFF, value & 0xFF)
    } else {
      return nil
    }
  }
}

/// How one role looks: colours and attributes.
struct RoleStyle: Hashable, Sendable {
  enum Attribute: String, Hashable, Sendable, CaseIterable {
    case bold, dim, italic, underline, reverse
  }

  var foreground: NamedColor?
  var background: NamedColor?
  var attributes: Set<Attribute> = []

  /// `green italic`, `bold`, `white on blue`; nil with the word that is neither.
  static func parse(_ text: String) -> Result<RoleStyle, StyleError> {
    var style = RoleStyle()
    var isBackground = false
    for word in text.split(separator: " ").map(String.init) {
      if word == "on" {
        isBackground = true
      } else if let attribute = Attribute(rawValue: word.lowercased()) {
        style.attributes.insert(attribute)
      } else if let color = NamedColor(word) {
        if isBackground { style.background = color } else { style.foreground = color }
      } else {
        return .failure(StyleError(word: word))
      }
    }
    return .success(style)
  }

  /// A word that is no colour and no attribute.
  struct StyleError: Error, Hashable { var word: String }
}

/// How the screen looks.
struct Appearance: Hashable, Sendable {
  /// A set of colours.
  enum Scheme: String, Hashable, Sendable, CaseIterable {
    /// By the background, where the terminal says it.
    case auto
    case dark, light
    /// The sixteen colours of the palette and no others.
    case sixteen = "16"
    case none
  }

  var scheme = Scheme.auto
  /// Looks that are given by name of role.
  var styles: [String: RoleStyle] = [:]
}

/// How the panes share the screen.
struct LayoutOptions: Hashable, Sendable {
  /// From so many columns on, the list stands above the reader, and the panes side by side.
  var stackedFrom = ScreenLayout.stackedFrom
  var columnsFrom = ScreenLayout.columnsFrom
  /// The shares of list and sidebar, in percent.
  var listShare = 30
  var sidebarShare = 28
  /// One pane at a time and no lines or bars, for screen readers and slow lines.
  var isLinear = false
}

/// A column of the list.
enum ListColumn: String, Hashable, Sendable, CaseIterable {
  case date, agency, quotes, tags
}
