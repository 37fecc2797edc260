/// A key of the keyboard; the one terminal value that `Commands` shares.
enum Key: Hashable, Sendable {
  case character(Character)
  /// Ctrl with a letter, such as `d`.
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)
  /// A sequence that means nothing here.
  case unknown(Int)

  /// How help and status line write it: `Ctrl-D`, `Space`, `PgDn`.
  var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let c): String(c)
    case .control(let c): "Ctrl-\(c.uppercased())"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let n): "F\(n)"
    case .unknown(let code): "key \(code)"
    }
  }
}
