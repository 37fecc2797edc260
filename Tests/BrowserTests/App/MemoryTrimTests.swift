import Dispatch
import Synchronization
import Testing

@testable import Browser

@Suite struct MemoryTrimTests {
  @Test func `many answers are followed by one trim`() {
    let trimmed = DispatchSemaphore(value: 0)
    let count = Atomic(0)
    let memory = MemoryTrim(after: .milliseconds(30)) {
      count.add(1, ordering: .relaxed)
      trimmed.signal()
    }
    for _ in 0..<200 { memory.answered() }
    #expect(trimmed.wait(timeout: .now() + 20) == .success)
    // One more, that both have run.
    memory.answered()
    #expect(trimmed.wait(timeout: .now() + 20) == .success)
    // A machine with other work may have rested between two answers.
    #expect((2..<100).contains(count.load(ordering: .relaxed)))
  }
}
