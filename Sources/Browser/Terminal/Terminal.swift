/// What a terminal tells the program.
enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// Text pasted in one go (bracketed paste).
  case paste(String)
  /// The size has changed.
  case resize(Size)
  /// The program was continued after Ctrl-Z and must redraw.
  case resumed
  /// The mailbox has something.
  case wake
  /// The terminal is gone or a signal asks to end: restore and leave.
  case hangUp
}

/// A mouse button or the wheel.
struct MouseEvent: Hashable, Sendable {
  enum Action: Hashable, Sendable { case click, doubleClick, wheelUp, wheelDown }
  var action: Action
  var position: Position
}

/// A screen and a keyboard; curses on a real one, a script in tests.
protocol Terminal: AnyObject {
  /// The size of the screen.
  var size: Size { get }
  /// Waits for the next event; `.wake` where none came before the deadline.
  func nextEvent(until deadline: ContinuousClock.Instant?) -> TerminalEvent
  /// An event that is already there, without waiting; nil where there is none.
  func pendingEvent() -> TerminalEvent?
  /// Makes the screen look like the grid; sends only what differs.
  func show(_ grid: CellGrid)
  /// Sends the whole screen anew at the next `show` (Ctrl-L).
  func invalidate()
  /// Stops the program as Ctrl-Z does, with the terminal restored; returns when it is continued.
  func suspend()
  /// Turns reporting of the mouse on or off.
  func setMouse(_ isOn: Bool)
  /// Puts a text on the clipboard of the machine that the terminal runs on.
  func copy(_ text: String)
  /// Gives the terminal to another program while `work` runs.
  func lend(_ work: () -> Void)
  /// Restores the terminal.
  func close()
  /// Shows what comes from now on in other colours.
  func setAppearance(_ new: Appearance)
}

extension Terminal {
  /// Nothing, where there are no colours.
  func setAppearance(_ new: Appearance) {}
}
