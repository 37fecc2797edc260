import Dispatch

/// Work on many values, on all cores.
enum Cores {
  /// Calls `body` for each value, in no order.
  /// - Parameter fewest: fewer values are not worth the help of other threads.
  static func forEach<Value: Sendable>(
    _ values: inout [Value], fewest: Int = 16, _ body: @Sendable (Int, inout Value) -> Void
  ) {
    let count = values.count
    let threads = count < fewest ? 1 : min(8, ProcessorCount.available)
    values.withUnsafeMutableBufferPointer { buffer in
      // Each thread has places of its own.
      nonisolated(unsafe) let buffer = buffer
      guard threads > 1 else {
        for place in 0..<count { body(place, &buffer[place]) }
        return
      }
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        for place in count * thread / threads..<count * (thread + 1) / threads {
          body(place, &buffer[place])
        }
      }
    }
  }
}
