import Foundation

/// A flag that one thread waits for and any other sets.
///
/// `@unchecked Sendable`: `isSet` is touched only while `condition` is locked.
final class WakeFlag: @unchecked Sendable {
  private let condition = NSCondition()
  private var isSet = false

  /// Sets the flag; setting it twice is as setting it once.
  func set() {
    condition.lock()
    isSet = true
    condition.signal()
    condition.unlock()
  }

  /// Waits until the flag is set and clears it; false where that took too long.
  func take(within patience: Duration) -> Bool {
    let seconds = max(0, patience / .seconds(1))
    let deadline = Date(timeIntervalSinceNow: seconds)
    condition.lock()
    defer { condition.unlock() }
    while !isSet {
      if !condition.wait(until: deadline) { return false }
    }
    isSet = false
    return true
  }
}
