import CNcurses
import Glibc

/// A real terminal by way of ncurses; one at a time, used from one thread.
///
/// Only `wake` may be called from elsewhere.
final class NcursesTerminal: Terminal {
  /// Makes `nextEvent` return `.wake`; safe on every thread, also after `close`.
  let wake: @Sendable () -> Void

  private let waker = WakeDescriptor()
  private let devices: TerminalDevices
  private let screen: OpaquePointer
  private let painter: ScreenPainter
  private let decoder: KeyDecoder
  private var settings: termios
  private var isMouseOn: Bool
  private var appearance: Appearance
  /// Whether the background is light, where the terminal or its environment says so.
  private var isLight: Bool?
  private let usesColor: Bool
  private var isClosed = false
  private var isGone = false
  /// Whether there may be keys to read, and whether that is one byte.
  private var mayBeTyped = true
  private var isOneByte = false
  /// Events that were read while others were decoded.
  private var queue: [TerminalEvent] = []

  /// Takes the terminal over.
  /// - Throws: why there can be no screen; nothing was changed then.
  init(
    mouse: Bool, color: ColorMode, appearance: Appearance = Appearance()
  ) throws(TerminalError) {
    onrecord_use_utf8()
    devices = try TerminalDevices.open()
    settings = termios()
    tcgetattr(devices.keyboard, &settings)
    screen = try Self.openScreen(on: devices)
    let waker = self.waker
    wake = { waker.wake() }
    isMouseOn = mouse

    let usesColor =
      color.usesColor(noColor: getenv("NO_COLOR").map { String(cString: $0) }) && has_colors()
    if usesColor { Theme.startColors() }
    self.appearance = appearance
    self.usesColor = usesColor
    let fromEnvironment = getenv("COLORFGBG").map { String(cString: $0) }
    let isLight = TerminalQuery.isLight(colorfgbg: fromEnvironment)
    self.isLight = isLight
    let theme = Theme(
      usesColor: usesColor, hasItalics: onrecord_capability("sitm") != nil,
      appearance: appearance, isLight: isLight)
    painter = ScreenPainter(theme: theme, output: devices.screen)
    decoder = KeyDecoder(keyboard: devices.keyboard)

    raw()
    noecho()
    nonl()
    set_escdelay(25)
    mouseinterval(0)
    typeahead(-1)
    let farewell = TerminalModes.farewell()
    onrecord_guard_terminal(devices.display, &settings, farewell, farewell.count)
    onrecord_guard_crashes()
    onrecord_watch_signals(waker.descriptor)
    takeOver()
    ask()
  }

  /// Asks what the terminal can do; the answers come between the keys, or never.
  private func ask() {
    guard let type = getenv("TERM").map({ String(cString: $0) }), TerminalQuery.isAnswered(by: type)
    else { return }
    decoder.answersEnd = .now + .seconds(5)
    decoder.onAnswer = { [unowned self] in take($0) }
    send(TerminalQuery.start)
  }

  private func take(_ answer: TerminalQuery.Answer) {
    switch answer {
    case .synchronised(let isUnderstood): painter.isSynchronised = isUnderstood
    case .background(let isLight):
      self.isLight = isLight
      guard appearance.scheme == .auto, usesColor else { return }
      setAppearance(appearance)
      // Dark is what was drawn with.
      if isLight { queue.append(.resumed) }
    }
  }

  func setAppearance(_ new: Appearance) {
    appearance = new
    painter.theme = Theme(
      usesColor: usesColor, hasItalics: onrecord_capability("sitm") != nil, appearance: new,
      isLight: isLight)
  }

  deinit { close() }

  private static func openScreen(
    on devices: TerminalDevices
  ) throws(TerminalError) -> OpaquePointer {
    guard let type = getenv("TERM").map({ String(cString: $0) }), !type.isEmpty else {
      throw .noType
    }
    if type == "dumb" { throw .noScreen(type: type) }
    use_extended_names(true)
    // A type that this system does not know is most often a young relation of xterm.
    for name in [type, "xterm-256color", "xterm", "vt100"] {
      guard let screen = newterm(name, devices.output, devices.input) else { continue }
      if onrecord_capability("cup") != nil { return screen }
      endwin()
      delscreen(screen)
      break
    }
    throw .noScreen(type: type)
  }

  // MARK: Terminal

  var size: Size {
    Size(columns: max(1, Int(getmaxx(painter.window))), rows: max(1, Int(getmaxy(painter.window))))
  }

  func nextEvent(until deadline: ContinuousClock.Instant?) -> TerminalEvent {
    while true {
      if let event = pendingEvent() { return event }
      guard let deadline else {
        wait(milliseconds: -1)
        continue
      }
      let left = deadline - ContinuousClock.now
      if left <= .zero { return .wake }
      wait(milliseconds: Int32(clamping: Int64((left / .milliseconds(1)).rounded(.up))))
    }
  }

  func pendingEvent() -> TerminalEvent? {
    if isGone || isClosed { return .hangUp }
    if !queue.isEmpty { return queue.removeFirst() }
    if let event = signalled() { return event }
    if waker.take() { return .wake }
    guard mayBeTyped else { return nil }
    let event = decoder.next()
    // One byte came and one character was read: nothing else can be there.
    if event == nil { mayBeTyped = false }
    if isOneByte, case .key(.character) = event { mayBeTyped = false }
    return event
  }

  func show(_ grid: CellGrid) {
    if isGone || isClosed { return }
    painter.show(grid)
  }

  func invalidate() { painter.invalidate() }

  func suspend() { suspend(wholeGroup: true) }

  func setMouse(_ isOn: Bool) {
    guard isOn != isMouseOn else { return }
    isMouseOn = isOn
    if isClosed { return }
    TerminalModes.setMouse(isOn)
    painter.flush()
  }

  func copy(_ text: String) {
    if isGone || isClosed { return }
    func isSet(_ name: String) -> Bool { getenv(name).map { $0.pointee != 0 } ?? false }
    guard
      let sequence = ClipboardSequence.bytes(
        for: text, isTmux: isSet("TMUX"), isScreen: isSet("STY"))
    else { return }
    painter.flush()
    send(sequence)
  }

  private func send(_ text: String) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(devices.display, $0.baseAddress.map { $0 + sent }, bytes.count - sent)
      }
      if count < 0, errno != EINTR, errno != EAGAIN { return }
      sent += max(0, count)
    }
  }

  func lend(_ work: () -> Void) {
    if isGone || isClosed { return }
    giveBack()
    onrecord_lend_signals(1)
    work()
    onrecord_lend_signals(0)
    takeOver()
    followSize()
  }

  func close() {
    guard !isClosed else { return }
    isClosed = true
    giveBack()
    onrecord_unwatch_signals()
    delscreen(screen)
    devices.close()
  }

  /// Dies of the signal that asked the program to end, as its parent expects; returns where there
  /// was none. To be called after `close`.
  func endAsAsked() {
    let signal = onrecord_ending_signal()
    if signal != 0 { onrecord_die_of(signal) }
  }

  // MARK: Waiting

  private func wait(milliseconds: Int32) {
    mayBeTyped = true
    isOneByte = false
    var sources = [
      pollfd(fd: devices.keyboard, events: Int16(POLLIN), revents: 0),
      pollfd(fd: waker.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&sources, 2, milliseconds) > 0 else { return }
    if sources[1].revents != 0 { waker.drain() }
    let keyboard = Int32(sources[0].revents)
    if keyboard & (POLLERR | POLLNVAL) != 0 {
      isGone = true
    } else if keyboard & (POLLIN | POLLHUP) != 0 {
      let count = devices.waitingBytes
      // Readable with nothing to read is the end of the file: the terminal is gone.
      isGone = count == 0
      isOneByte = count == 1
    } else {
      mayBeTyped = false
    }
  }

  private func signalled() -> TerminalEvent? {
    let signals = onrecord_take_signals()
    guard signals != 0 else { return nil }
    if signals & UInt32(ONRECORD_END) != 0 {
      isGone = true
      return .hangUp
    }
    if signals & UInt32(ONRECORD_STOP) != 0 { suspend(wholeGroup: false) }
    if signals & UInt32(ONRECORD_CONTINUED) != 0 {
      takeOver()
      queue.append(.resumed)
    }
    if signals & UInt32(ONRECORD_RESIZED) != 0 { followSize() }
    return queue.isEmpty ? nil : queue.removeFirst()
  }

  private func followSize() {
    guard let now = devices.size else { return }
    resize_term(Int32(now.rows), Int32(now.columns))
    // Terminals may have moved their lines about, so nothing that was shown can be relied upon.
    painter.invalidate()
    queue.append(.resize(size))
  }

  // MARK: Taking over and giving back

  private func suspend(wholeGroup: Bool) {
    if isGone || isClosed { return }
    giveBack()
    onrecord_stop(wholeGroup ? 1 : 0)
    takeOver()
    followSize()
    queue.append(.resumed)
  }

  private func takeOver() {
    onrecord_hold_errors()
    onrecord_terminal_is_ours(1)
    painter.endFrames()
    reset_prog_mode()
    TerminalModes.setPaste(true, on: devices.display)
    TerminalModes.leaveDrawing(on: devices.display)
    TerminalModes.setMouse(isMouseOn)
    painter.takeOver()
  }

  private func giveBack() {
    painter.endFrames()
    TerminalModes.setMouse(false)
    TerminalModes.setPaste(false, on: devices.display)
    painter.giveBack()
    tcsetattr(devices.keyboard, TCSANOW, &settings)
    onrecord_terminal_is_ours(0)
    onrecord_release_errors()
  }
}
