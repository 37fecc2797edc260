import Synchronization

/// A question to an archive that somebody may no longer want answered.
public final class ArchiveWork: Sendable {
  private struct State {
    var isCancelled = false
    var interrupt: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  /// A question that is wanted.
  public init() {}

  /// Ends it, in the middle of whatever it is doing.
  public func cancel() {
    let interrupt = state.withLock { state in
      state.isCancelled = true
      return state.interrupt
    }
    interrupt?()
  }

  /// Whether the answer is not wanted any more.
  public var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Runs `body`; `cancel` calls `interrupt` meanwhile.
  func run<R>(interrupt: @escaping @Sendable () -> Void, _ body: () throws -> R) rethrows -> R {
    state.withLock { $0.interrupt = interrupt }
    defer { state.withLock { $0.interrupt = nil } }
    return try body()
  }

  /// Why work ends that was cancelled.
  struct Cancelled: Error {}

  /// - Throws: `Cancelled` where nobody wants the answer any more.
  func check() throws { if isCancelled { throw Cancelled() } }
}
