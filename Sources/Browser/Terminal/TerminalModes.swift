import CNcurses
import Glibc

/// What is switched on and off around our screen: mouse, bracketed paste, cursor, alternate screen.
enum TerminalModes {
  /// Key codes for the brackets of a paste; above all of ncurses' own.
  static let pasteStart: Int32 = 0x4000
  static let pasteEnd: Int32 = 0x4001

  /// Asks for clicks and the wheel, or gives them back to the terminal.
  static func setMouse(_ isOn: Bool) {
    let buttons = onrecord_left_button | onrecord_wheel_up | onrecord_wheel_down
    mousemask(isOn ? buttons : 0, nil)
  }

  /// Asks for pasted text in brackets, or not.
  static func setPaste(_ isOn: Bool, on display: Int32) {
    if isOn {
      define_key("\u{1B}[200~", pasteStart)
      define_key("\u{1B}[201~", pasteEnd)
    }
    // ncurses leaves nothing of its own unsent, so the order is kept.
    let bytes = Array((isOn ? "\u{1B}[?2004h" : "\u{1B}[?2004l").utf8)
    _ = write(display, bytes, bytes.count)
  }

  /// Leaves the character set for drawing lines, in which another program may have left the terminal.
  static func leaveDrawing(on display: Int32) {
    guard let text = onrecord_capability("rmacs") else { return }
    let bytes = withoutPadding(Array(String(cString: text).utf8))
    _ = write(display, bytes, bytes.count)
  }

  /// The bytes that put a terminal back in one go, for a handler that can do nothing else.
  static func farewell() -> [CChar] {
    var bytes: [UInt8] = Array("\u{1B}[?1000l\u{1B}[?1006l\u{1B}[?2004l".utf8)
    for name in ["sgr0", "cnorm", "rmkx", "rmcup"] {
      guard let text = onrecord_capability(name) else { continue }
      bytes += withoutPadding(Array(String(cString: text).utf8))
    }
    return bytes.map { CChar(bitPattern: $0) }
  }

  /// Leaves out delays such as `$<50/>`, which only `tputs` understands.
  static func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var isPadding = false
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "$"), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "<")
      {
        isPadding = true
      }
      if !isPadding { kept.append(byte) }
      if byte == UInt8(ascii: ">") { isPadding = false }
    }
    return kept
  }
}
