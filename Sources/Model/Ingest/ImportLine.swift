import Dispatch
import Synchronization

/// One thread that cuts, some that work, and the caller's that takes the results in order.
///
/// ```
/// produce ──job──▸ queue ──▸ workers ──result──▸ in order ──▸ take
///    ▴                                                        │
///    └───────────────── a free place ◂────────────────────────┘
/// ```
/// The number of jobs between `produce` and `take` is bounded, so that a slow `take` holds the
/// producer back and memory does not grow with the input.
final class ImportLine<Job: Sendable, Result: Sendable>: Sendable {
  private struct State {
    var queue: [(number: Int, job: Job)] = []
    var head = 0
    var results: [Int: Result] = [:]
    var produced = 0
    var isProduced = false
  }

  private let state = Mutex(State())
  /// Places for jobs that are under way; counted from 0 since a semaphore must not be let go below
  /// the value it was made with.
  private let places = DispatchSemaphore(value: 0)
  private let jobs = DispatchSemaphore(value: 0)
  private let news = DispatchSemaphore(value: 0)
  private let workers: Int
  private let work: @Sendable (Job) -> Result

  init(workers: Int, _ work: @escaping @Sendable (Job) -> Result) {
    self.workers = workers
    self.work = work
    for _ in 0..<(4 * workers) { places.signal() }
  }

  /// Runs until everything that was produced is taken.
  func run(
    produce: @escaping @Sendable (_ put: @escaping (Job) -> Void) -> Void,
    take: (Result) -> Void
  ) {
    DispatchQueue(label: "reader").async { [self] in
      produce { job in
        self.places.wait()
        self.state.withLock {
          $0.queue.append((number: $0.produced, job: job))
          $0.produced += 1
        }
        self.jobs.signal()
      }
      state.withLock { $0.isProduced = true }
      news.signal()
      for _ in 0..<workers { jobs.signal() }
    }
    for number in 0..<workers {
      DispatchQueue(label: "worker \(number)").async { [self] in
        while let (number, job) = nextJob() {
          let result = work(job)
          state.withLock { $0.results[number] = result }
          news.signal()
        }
      }
    }
    var next = 0
    while true {
      let (result, isDone) = state.withLock {
        ($0.results.removeValue(forKey: next), $0.isProduced && next == $0.produced)
      }
      if let result {
        next += 1
        take(result)
        places.signal()
      } else if isDone {
        return
      } else {
        news.wait()
      }
    }
  }

  /// Waits for a job; nil when no more will come.
  private func nextJob() -> (number: Int, job: Job)? {
    jobs.wait()
    return state.withLock { state in
      guard state.head < state.queue.count else { return nil }
      let next = state.queue[state.head]
      state.head += 1
      if state.head == state.queue.count {
        state.queue.removeAll(keepingCapacity: true)
        state.head = 0
      }
      return next
    }
  }
}
