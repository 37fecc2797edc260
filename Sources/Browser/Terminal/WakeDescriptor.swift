import CNcurses
import Glibc
import Synchronization

/// A descriptor that `poll` waits on and that any thread can make readable.
final class WakeDescriptor: Sendable {
  /// The eventfd; negative where the system has none left.
  let descriptor: Int32
  private let isSet = Atomic(false)

  init() {
    descriptor = onrecord_open_eventfd()
  }

  deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

  /// Makes the descriptor readable; safe on every thread.
  func wake() {
    if isSet.exchange(true, ordering: .acquiringAndReleasing) { return }
    var one: UInt64 = 1
    _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
  }

  /// Empties the descriptor, which a signal may have written to as well.
  func drain() {
    var count: UInt64 = 0
    _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
  }

  /// Whether `wake` was called since the last time.
  func take() -> Bool { isSet.exchange(false, ordering: .acquiringAndReleasing) }
}
