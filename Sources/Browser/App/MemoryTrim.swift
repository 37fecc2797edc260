import Dispatch
import Synchronization

/// Gives memory that answers needed back to the system, once nothing has been asked for a while.
///
/// The C library keeps what was freed, in a pool for each thread; after filters of a million articles that
/// and the large blocks were 10 of 70 MB.
final class MemoryTrim: Sendable {
  private let queue = DispatchQueue(label: "memory", qos: .utility)
  private let asked = Atomic(0)
  private let rest: DispatchTimeInterval
  private let trim: @Sendable () -> Void

  /// - Parameter rest: how long nothing must have been asked.
  init(
    after rest: DispatchTimeInterval = .milliseconds(600),
    _ trim: @escaping @Sendable () -> Void = { ProcessMemory.trim() }
  ) {
    self.rest = rest
    self.trim = trim
  }

  /// To be called after each answer.
  func answered() {
    let number = asked.wrappingAdd(1, ordering: .relaxed).newValue
    queue.asyncAfter(deadline: .now() + rest) { [self] in
      if asked.load(ordering: .relaxed) == number { trim() }
    }
  }
}
