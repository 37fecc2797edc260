import Dispatch

/// A terminal that is no terminal: it presses keys as fast as the loop takes them.
final class FrameCounter: Terminal {
  let size = Size(columns: 120, rows: 35)
  private let keys: [Key]
  private var left: Int
  private let wakes = DispatchSemaphore(value: 0)
  private var start: ContinuousClock.Instant?
  private let count: Int
  private var spent = Duration.zero

  /// - Parameter keys: pressed over and over, `count` in all.
  init(keys: [Key], count: Int) {
    self.keys = keys
    self.count = count
    left = count
  }

  /// What a mailbox calls.
  var wake: @Sendable () -> Void {
    let wakes = self.wakes
    return { wakes.signal() }
  }

  /// The time from a key to the next wait for one.
  var microsecondsPerKey: Int { Int(spent / .microseconds(1)) / max(1, count) }

  func nextEvent(until deadline: ContinuousClock.Instant?) -> TerminalEvent {
    let now = ContinuousClock.now
    if let start {
      spent += now - start
    } else {
      // The articles come first; nothing that follows them takes so long.
      while wakes.wait(timeout: .now() + .milliseconds(200)) == .success { return .wake }
    }
    guard left > 0 else { return .hangUp }
    let key = keys[(count - left) % keys.count]
    left -= 1
    start = ContinuousClock.now
    return .key(key)
  }

  func pendingEvent() -> TerminalEvent? { nil }
  func show(_ grid: CellGrid) {}
  func invalidate() {}
  func suspend() {}
  func setMouse(_ isOn: Bool) {}
  func close() {}
}
