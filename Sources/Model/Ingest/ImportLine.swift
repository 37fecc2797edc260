import Dispatch
import Synchronization

/// One thread that cuts, some that work, and the caller's that takes the results in order.
///
/// ```
/// produce ──job──▸ queue ──▸ workers ──result──▸ in order ──▸ take
///    ▴                                                        │
///    └───────────────── a free place ◂────────────────────────┘
/// ```
/// The number of jobs between `produce` and `take` and their cost together are bounded, so that a
/// slow `take` holds the producer back and memory does not grow with the input. One job may cost
/// more than all may together; it is then alone on the line.
final class ImportLine<Job: Sendable, Result: Sendable>: Sendable {
  private struct State {
    var queue: [(number: Int, job: Job)] = []
    var results: [Int: Result] = [:]
    /// What the jobs cost that are under way, in order.
    var costs: [Int: Int] = [:]
    var cost = 0
    var produced = 0
    var isProduced = false
  }

  private let state = Mutex(State())
  /// Signalled whenever a job leaves the line; a signal too many does no harm.
  private let room = DispatchSemaphore(value: 0)
  private let jobs = DispatchSemaphore(value: 0)
  private let news = DispatchSemaphore(value: 0)
  private let workers: Int
  private let mostCost: Int
  private let work: @Sendable (Job) -> Result

  /// A line of so many workers.
  /// - Parameter mostCost: how much all jobs that are under way may cost together.
  init(workers: Int, mostCost: Int, _ work: @escaping @Sendable (Job) -> Result) {
    self.workers = workers
    self.mostCost = mostCost
    self.work = work
  }

  /// Runs until everything that was produced is taken.
  func run(
    produce: @escaping @Sendable (_ put: @escaping (_ job: Job, _ cost: Int) -> Void) -> Void,
    take: (Result) -> Void
  ) {
    DispatchQueue(label: "reader").async { [self] in
      produce { job, cost in
        while !self.begin(job, cost) { self.room.wait() }
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
        end(next - 1)
      } else if isDone {
        return
      } else {
        news.wait()
      }
    }
  }

  /// Puts a job on the line, where there is room for it.
  private func begin(_ job: Job, _ cost: Int) -> Bool {
    state.withLock { state in
      let isFull = state.costs.count >= 4 * workers || state.cost + cost > mostCost
      if isFull, !state.costs.isEmpty { return false }
      state.queue.append((number: state.produced, job: job))
      state.costs[state.produced] = cost
      state.cost += cost
      state.produced += 1
      return true
    }
  }

  /// Takes a job off the line.
  private func end(_ number: Int) {
    state.withLock { $0.cost -= $0.costs.removeValue(forKey: number) ?? 0 }
    room.signal()
  }

  /// Waits for a job; nil when no more will come.
  private func nextJob() -> (number: Int, job: Job)? {
    jobs.wait()
    return state.withLock { state in
      guard !state.queue.isEmpty else { return nil }
      // The line is short; what was taken must not be held on to.
      return state.queue.removeFirst()
    }
  }
}
