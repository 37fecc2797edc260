import Synchronization
import Testing

@testable import Model

@Suite struct ImportLineTests {
  @Test(arguments: [1, 2, 5])
  func `results come in the order of the jobs`(workers: Int) {
    let line = ImportLine<Int, Int>(workers: workers, mostCost: 100) { job in
      // The first ones take longest.
      var sum = job
      for i in 0..<(job < 50 ? 20_000 : 10) { sum = (sum &* 31 &+ i) & 0xFFFF }
      return sum < 0 ? -1 : job
    }
    var taken: [Int] = []
    line.run { put in
      for job in 0..<500 { put(job, 1) }
    } take: {
      taken.append($0)
    }
    #expect(taken == Array(0..<500))
  }

  @Test func `nothing produced ends at once`() {
    let line = ImportLine<Int, Int>(workers: 3, mostCost: 1) { $0 }
    var taken = 0
    line.run { _ in
    } take: { _ in
      taken += 1
    }
    #expect(taken == 0)
  }

  @Test func `what is under way stays within its cost, but for one that is larger`() {
    let cost = Mutex((now: 0, most: 0, mostWithLarge: 0))
    let line = ImportLine<Int, Int>(workers: 4, mostCost: 10) { $0 }
    line.run { put in
      for job in 0..<200 {
        let own = job % 50 == 49 ? 40 : 3
        put(own, own)
        cost.withLock {
          $0.now += own
          if own == 40 {
            $0.mostWithLarge = max($0.mostWithLarge, $0.now)
          } else {
            $0.most = max($0.most, $0.now)
          }
        }
      }
    } take: { own in
      cost.withLock { $0.now -= own }
    }
    #expect(cost.withLock { $0.most } <= 10)
    #expect(cost.withLock { $0.mostWithLarge } == 40)
    #expect(cost.withLock { $0.now } == 0)
  }
}
