import CNcurses
import Glibc

/// Reads keys, clicks and pastes from ncurses.
final class KeyDecoder {
  private let keyboard: Int32
  /// Reading through a pad never redraws, as reading through a window does.
  private let pad: UnsafeMutablePointer<WINDOW>?
  private var queue: [TerminalEvent] = []
  private var clicks = ClickCounter()

  init(keyboard: Int32) {
    self.keyboard = keyboard
    pad = newpad(1, 1)
    keypad(pad, true)
    nodelay(pad, true)
  }

  deinit { if let pad { delwin(pad) } }

  /// What was typed next; nil where nothing is waiting.
  func next() -> TerminalEvent? {
    if !queue.isEmpty { return queue.removeFirst() }
    while let input = read() {
      switch input {
      case .code(KEY_RESIZE): continue
      case .code(KEY_MOUSE): if let event = mouse() { return event }
      case .code(TerminalModes.pasteStart): return paste()
      case .code(TerminalModes.pasteEnd): continue
      case .code(let code): return .key(KeyCodes.key(of: code))
      case .scalar("\u{1B}"): return escape()
      case .scalar(let scalar): return .key(KeyCodes.key(of: scalar))
      }
    }
    return nil
  }

  private enum Input: Hashable {
    case scalar(Unicode.Scalar)
    case code(Int32)
  }

  private func read() -> Input? {
    var value: wint_t = 0
    switch wget_wch(pad, &value) {
    case KEY_CODE_YES: return .code(Int32(bitPattern: value))
    case OK: return .scalar(Unicode.Scalar(value) ?? "\u{FFFD}")
    default: return nil
    }
  }

  /// After an Escape: alone, as Alt with a key (Escape and then the key), or before a sequence that
  /// ncurses does not know, which is passed over as one unknown key.
  private func escape() -> TerminalEvent {
    guard let next = read() else { return .key(.escape) }
    guard case .scalar(let introducer) = next, introducer == "[" || introducer == "O",
      let first = read()
    else {
      push(next)
      return .key(.escape)
    }
    var last = first
    var length = 1
    while case .scalar(let scalar) = last, introducer == "[", scalar.value < 0x40, length < 64,
      let more = read()
    {
      last = more
      length += 1
    }
    return .key(.unknown(0))
  }

  private func push(_ input: Input) {
    switch input {
    case .scalar("\u{1B}"): queue.append(escape())
    case .scalar(let scalar): queue.append(.key(KeyCodes.key(of: scalar)))
    case .code(let code): queue.append(.key(KeyCodes.key(of: code)))
    }
  }

  // MARK: Mouse

  private func mouse() -> TerminalEvent? {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return nil }
    let position = Position(column: Int(event.x), row: Int(event.y))
    let action: MouseEvent.Action
    if event.bstate & onrecord_wheel_up != 0 {
      action = .wheelUp
    } else if event.bstate & onrecord_wheel_down != 0 {
      action = .wheelDown
    } else if event.bstate & onrecord_left_button != 0 {
      action = clicks.isDouble(at: position) ? .doubleClick : .click
    } else {
      return nil
    }
    return .mouse(MouseEvent(action: action, position: position))
  }

  // MARK: Paste

  private static let longestPaste = 1 << 20
  /// How long the rest of a paste may take to come, in milliseconds.
  private static let patience: Int32 = 500

  private func paste() -> TerminalEvent {
    var text = String.UnicodeScalarView()
    var count = 0
    while true {
      guard let input = read() else {
        var source = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
        if poll(&source, 1, Self.patience) > 0, source.revents & Int16(POLLHUP) == 0 { continue }
        break
      }
      if input == .code(TerminalModes.pasteEnd) { break }
      guard case .scalar(let scalar) = input, count < Self.longestPaste else { continue }
      text.append(scalar == "\r" ? "\n" : scalar)
      count += 1
    }
    return .paste(String(text))
  }
}

/// Tells a double click from two clicks.
struct ClickCounter {
  private var last: (position: Position, time: Int)?

  /// Whether this click, now, is the second of a double click.
  mutating func isDouble(at position: Position) -> Bool {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return isDouble(at: position, milliseconds: now.tv_sec * 1_000 + now.tv_nsec / 1_000_000)
  }

  /// The same at a given time.
  mutating func isDouble(at position: Position, milliseconds: Int) -> Bool {
    if let last, last.position == position, milliseconds - last.time <= 400 {
      self.last = nil
      return true
    }
    last = (position, milliseconds)
    return false
  }
}
