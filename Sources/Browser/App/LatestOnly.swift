import Dispatch
import Synchronization

/// Does jobs on a thread of its own, one at a time; of those that wait only the newest is done.
///
/// A letter of a filter makes the search for the one before it worthless.
final class LatestOnly<Job: Sendable>: Sendable {
  private let next = Mutex<Job?>(nil)
  private let queue: DispatchQueue
  private let perform: @Sendable (Job) -> Void

  init(_ name: String, _ perform: @escaping @Sendable (Job) -> Void) {
    queue = DispatchQueue(label: name, qos: .userInitiated)
    self.perform = perform
  }

  /// Takes a job in place of the one that waits, if any.
  func submit(_ job: Job) {
    next.withLock { $0 = job }
    queue.async { [self] in
      if let job = take() { perform(job) }
    }
  }

  private func take() -> Job? {
    next.withLock { next in
      defer { next = nil }
      return next
    }
  }
}
