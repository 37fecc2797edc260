import CNcurses

/// Names what ncurses delivers.
enum KeyCodes {
  /// The key of a character.
  static func key(of scalar: Unicode.Scalar) -> Key {
    switch scalar.value {
    case 0x0A, 0x0D: .enter
    case 0x09: .tab
    case 0x08, 0x7F: .backspace
    case 0x1B: .escape
    case 0: .control(" ")
    case 0x01...0x1A: .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x60))))
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x40))))
    case 0x80..<0xA0: .unknown(Int(scalar.value))
    default: .character(Character(scalar))
    }
  }

  /// The key of a function key's code.
  static func key(of code: Int32) -> Key {
    if let key = plain[code] { return key }
    if (KEY_F0 + 1...KEY_F0 + 63).contains(code) { return .function(Int(code - KEY_F0)) }
    return modified(code) ?? .unknown(Int(code))
  }

  private static let plain: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_SR: .up, KEY_SF: .down, KEY_SLEFT: .left, KEY_SRIGHT: .right,
    KEY_HOME: .home, KEY_SHOME: .home, KEY_FIND: .home, KEY_A1: .home,
    KEY_END: .end, KEY_SEND: .end, KEY_SELECT: .end, KEY_LL: .end, KEY_C1: .end,
    KEY_PPAGE: .pageUp, KEY_SPREVIOUS: .pageUp, KEY_A3: .pageUp,
    KEY_NPAGE: .pageDown, KEY_SNEXT: .pageDown, KEY_C3: .pageDown,
    KEY_DC: .delete, KEY_SDC: .delete, KEY_IC: .insert, KEY_SIC: .insert,
    KEY_BACKSPACE: .backspace, KEY_ENTER: .enter, KEY_BTAB: .backTab,
  ]

  /// Keys with Alt, Ctrl or both have codes of their own, named `kUP5` and so on; they do what the
  /// key does without.
  private static func modified(_ code: Int32) -> Key? {
    guard code > KEY_MAX, let name = keyname(code) else { return nil }
    switch String(cString: name).prefix(while: { !$0.isNumber }) {
    case "kUP": return .up
    case "kDN": return .down
    case "kLFT": return .left
    case "kRIT": return .right
    case "kHOM": return .home
    case "kEND": return .end
    case "kPRV": return .pageUp
    case "kNXT": return .pageDown
    case "kDC": return .delete
    case "kIC": return .insert
    default: return nil
    }
  }
}
