import CNcurses
import Glibc

/// Reads keys, clicks and pastes from ncurses.
final class KeyDecoder {
  private let keyboard: Int32
  /// Reading through a pad never redraws, as reading through a window does.
  private let pad: UnsafeMutablePointer<WINDOW>?
  private var queue: [TerminalEvent] = []
  private var clicks = ClickCounter()
  /// What has come of a sequence that is not at its end, from behind its `ESC`.
  private var sequence: String?
  /// Whether an `ESC` came alone just now, behind which an answer may still follow.
  private var wasEscape = false
  /// Until when answers to questions may still come.
  var answersEnd: ContinuousClock.Instant?
  private var awaitsAnswers: Bool { answersEnd.map { .now < $0 } ?? false }
  /// Called with each answer.
  var onAnswer: (TerminalQuery.Answer) -> Void = { _ in }

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
      if sequence != nil {
        if let event = follow(input) { return event }
        continue
      }
      if wasEscape {
        wasEscape = false
        // On a slow line an answer may come in pieces; none of them may be taken for keys.
        if awaitsAnswers, case .scalar(let scalar) = input, scalar == "[" || scalar == "]" {
          sequence = String(scalar)
          continue
        }
      }
      switch input {
      case .code(KEY_RESIZE): continue
      case .code(KEY_MOUSE): if let event = mouse() { return event }
      case .code(TerminalModes.pasteStart): return paste()
      case .code(TerminalModes.pasteEnd): continue
      case .code(let code): return .key(KeyCodes.key(of: code))
      case .scalar("\u{1B}"): if let event = escape() { return event }
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
  /// ncurses does not know: an answer, or one unknown key.
  private func escape() -> TerminalEvent? {
    guard let next = read() else {
      wasEscape = true
      return .key(.escape)
    }
    switch next {
    case .scalar("["), .scalar("O"), .scalar("]"):
      guard case .scalar(let introducer) = next, introducer != "]" || awaitsAnswers else { break }
      guard let first = read() else {
        if awaitsAnswers, introducer != "O" {
          sequence = String(introducer)
          return nil
        }
        break
      }
      sequence = String(introducer)
      if let event = follow(first) { return event }
      while sequence != nil, let more = read() {
        if let event = follow(more) { return event }
      }
      return nil
    default: break
    }
    push(next)
    return .key(.escape)
  }

  private static let longestSequence = 256

  /// Takes a sequence further; gives an event where it ends and was no answer.
  private func follow(_ input: Input) -> TerminalEvent? {
    guard let begun = sequence, case .scalar(let scalar) = input else {
      sequence = nil
      return .key(.unknown(0))
    }
    let text = begun + String(Character(scalar))
    let isOver: Bool
    if begun.hasPrefix("]") {
      // An operating system command ends with BEL, or ESC and a backslash.
      isOver = scalar == "\u{07}" || scalar == "\u{9C}" || text.hasSuffix("\u{1B}\\")
    } else {
      isOver = begun.hasPrefix("O") || scalar.value >= 0x40
    }
    guard isOver || text.unicodeScalars.count > Self.longestSequence else {
      sequence = text
      return nil
    }
    sequence = nil
    let body = text.hasPrefix("]") ? String(text.prefix { $0 != "\u{1B}" && $0 != "\u{07}" }) : text
    if let answer = TerminalQuery.answer(body) {
      onAnswer(answer)
      return nil
    }
    return .key(.unknown(0))
  }

  private func push(_ input: Input) {
    switch input {
    case .scalar("\u{1B}"):
      // What was read behind this Escape is already waiting, and comes after it.
      let place = queue.count
      if let event = escape() { queue.insert(event, at: place) }
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
