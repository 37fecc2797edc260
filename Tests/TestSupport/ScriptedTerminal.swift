import Synchronization

@testable import Browser

/// A terminal without a terminal: it plays a script of events and keeps every grid that is shown.
///
/// After the last step it hangs up, so a loop under test always ends. `nextEvent` and `show` belong to
/// one thread, the one that runs the loop; `wake` may come from any.
final class ScriptedTerminal: Terminal {
  /// One line of the script.
  enum Step: Hashable, Sendable {
    /// Hands this event to the program.
    case event(TerminalEvent)
    /// Waits until the mailbox wakes the terminal, then hands over `.wake`.
    case waitForWake
    /// Waits like `waitForWake` until a shown screen holds the text.
    case waitForText(String)

    /// A key.
    static func key(_ key: Key) -> Step { .event(.key(key)) }
    /// A change of size.
    static func resize(_ columns: Int, _ rows: Int) -> Step {
      .event(.resize(Size(columns: columns, rows: rows)))
    }
    /// The keys of a text, one step each.
    static func typing(_ text: String) -> [Step] { text.map { .event(.key(.character($0))) } }
  }

  private(set) var size: Size
  /// Every grid that was shown, in order.
  private(set) var shown: [CellGrid] = []
  /// How often the whole screen was asked for anew.
  private(set) var invalidations = 0
  /// How often the program suspended itself.
  private(set) var suspensions = 0
  /// What the mouse was set to, in order.
  private(set) var mouseSettings: [Bool] = []
  /// Whether the program restored the terminal.
  private(set) var isClosed = false
  /// Texts of `waitForText` that did not come before the deadline.
  private(set) var missed: [String] = []

  private var steps: ArraySlice<Step>
  private let wakes = WakeFlag()
  private let patience: Duration

  /// - Parameter patience: how long a step waits for a wake before the script goes on without it.
  init(
    columns: Int, rows: Int, script: [Step] = [], patience: Duration = .seconds(20)
  ) {
    size = Size(columns: columns, rows: rows)
    steps = script[...]
    self.patience = patience
  }

  /// What a mailbox calls when it has something; safe on every thread.
  var wake: @Sendable () -> Void {
    let wakes = self.wakes
    return { wakes.set() }
  }

  /// Adds steps at the end of the script.
  func append(_ more: [Step]) { steps += more }

  /// The last grid that was shown, as text; empty before the first.
  var screen: String { shown.last?.asText ?? "" }

  func nextEvent(until deadline: ContinuousClock.Instant?) -> TerminalEvent {
    let patience = deadline.map { min($0 - .now, self.patience) } ?? self.patience
    func isDue() -> Bool { deadline.map { $0 <= .now } ?? false }
    while let step = steps.first {
      switch step {
      case .event(let event):
        steps.removeFirst()
        return arrived(event)
      case .waitForWake:
        steps.removeFirst()
        if wakes.take(within: patience) || isDue() { return .wake }
        missed.append("a wake")
      case .waitForText(let text):
        if screen.contains(text) {
          steps.removeFirst()
        } else if wakes.take(within: patience) || isDue() {
          return .wake
        } else {
          steps.removeFirst()
          missed.append(text)
        }
      }
    }
    return .hangUp
  }

  /// Nothing is ever there ahead of time, so that every step of a script shows its own grid.
  func pendingEvent() -> TerminalEvent? { nil }

  func show(_ grid: CellGrid) { shown.append(grid) }

  func invalidate() { invalidations += 1 }

  func suspend() { suspensions += 1 }

  func setMouse(_ isOn: Bool) { mouseSettings.append(isOn) }

  func close() { isClosed = true }

  private func arrived(_ event: TerminalEvent) -> TerminalEvent {
    if case .resize(let new) = event { size = new }
    return event
  }
}
