/// What a terminal is asked at the start, and what it answers.
enum TerminalQuery {
  /// Whether frames can be held back until they are whole (mode 2026), and the background's colour.
  static let start = "\u{1B}[?2026$p\u{1B}]11;?\u{1B}\\"

  /// An answer.
  enum Answer: Hashable, Sendable {
    /// Whether the terminal holds a frame back until it is whole.
    case synchronised(Bool)
    case background(isLight: Bool)
  }

  /// Whether terminals of a type take questions in their stride: old ones would print them.
  static func isAnswered(by type: String) -> Bool {
    let known = [
      "xterm", "tmux", "kitty", "alacritty", "foot", "wezterm", "ghostty", "contour", "mintty",
      "konsole", "vte", "gnome", "rio", "st-",
    ]
    return known.contains { type.hasPrefix($0) } && !type.hasPrefix("xterm-old")
  }

  /// Reads what stands between `ESC` and the last byte: `[?2026;2$y` or `]11;rgb:ffff/ffff/ffff`.
  static func answer(_ text: String) -> Answer? {
    if text.hasPrefix("[?2026;"), text.hasSuffix("$y") {
      // 1 set, 2 reset, 3 always set; 0 is unknown and 4 never.
      let value = text.dropFirst("[?2026;".count).dropLast(2)
      return .synchronised(["1", "2", "3"].contains(value))
    }
    guard text.hasPrefix("]11;") else { return nil }
    return isLight(color: text.dropFirst("]11;".count)).map { .background(isLight: $0) }
  }

  /// Whether a colour such as `rgb:1e1e/1e1e/2e2e` or `#1e1e2e` is nearer to white than to black.
  static func isLight(color: Substring) -> Bool? {
    var parts: [Double] = []
    if color.hasPrefix("rgb:") || color.hasPrefix("rgba:") {
      for part in color.drop(while: { $0 != ":" }).dropFirst().split(separator: "/").prefix(3) {
        guard (1...4).contains(part.count), let value = Int(part, radix: 16) else { return nil }
        parts.append(Double(value) / Double((1 << (4 * part.count)) - 1))
      }
    } else if color.hasPrefix("#"), color.count == 7, let value = Int(color.dropFirst(), radix: 16)
    {
      parts = [value >> 16, value >> 8 & 0xFF, value & 0xFF].map { Double($0) / 255 }
    }
    guard parts.count == 3 else { return nil }
    // The weights of ITU-R BT.601.
    return 0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2] > 0.5
  }

  /// What `COLORFGBG` says, such as `15;0` or `0;default;15`.
  static func isLight(colorfgbg: String?) -> Bool? {
    guard let last = colorfgbg?.split(separator: ";").last, let color = Int(last) else {
      return nil
    }
    return color == 7 || (9...15).contains(color)
  }
}
