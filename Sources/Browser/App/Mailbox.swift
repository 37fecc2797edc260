import Synchronization

/// Messages from any thread to the one that runs the loop.
final class Mailbox<Message: Sendable>: Sendable {
  private let waiting = Mutex<[Message]>([])
  private let wake: @Sendable () -> Void

  /// - Parameter wake: called after each post; it makes the loop call `takeAll`.
  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  /// Leaves a message and wakes the loop.
  func post(_ message: Message) {
    waiting.withLock { $0.append(message) }
    wake()
  }

  /// Takes what was posted, in order.
  func takeAll() -> [Message] {
    waiting.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
