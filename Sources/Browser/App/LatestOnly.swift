import Synchronization

/// Does jobs off the caller's thread, one at a time; of those that wait only the newest is done.
///
/// A letter of a filter makes the search for the one before it worthless.
final class LatestOnly<Job: Sendable>: Sendable {
  private struct Queue: Sendable {
    var isRunning = false
    var next: Job?
  }

  private let queue = Mutex(Queue())
  private let perform: @Sendable (Job) -> Void

  init(_ perform: @escaping @Sendable (Job) -> Void) { self.perform = perform }

  /// Takes a job in place of the one that waits, if any.
  func submit(_ job: Job) {
    let mustStart = queue.withLock { queue in
      queue.next = job
      defer { queue.isRunning = true }
      return !queue.isRunning
    }
    if mustStart {
      Task.detached { [self] in
        while let job = take() { perform(job) }
      }
    }
  }

  private func take() -> Job? {
    queue.withLock { queue in
      defer { queue.next = nil }
      queue.isRunning = queue.next != nil
      return queue.next
    }
  }
}
