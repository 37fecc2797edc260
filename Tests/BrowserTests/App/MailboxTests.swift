import Dispatch
import Synchronization
import Testing

@testable import Browser
@testable import TestSupport

@Suite struct MailboxTests {
  @Test func `keeps the order of one sender and wakes for each`() {
    let wakes = Atomic(0)
    let mailbox = Mailbox<Int> { wakes.add(1, ordering: .relaxed) }
    for number in 0..<5 { mailbox.post(number) }
    #expect(mailbox.takeAll() == [0, 1, 2, 3, 4])
    #expect(mailbox.takeAll() == [])
    #expect(wakes.load(ordering: .relaxed) == 5)
  }

  @Test func `loses nothing of many senders`() {
    let mailbox = Mailbox<Int> {}
    DispatchQueue.concurrentPerform(iterations: 8) { sender in
      for number in 0..<500 { mailbox.post(sender * 1_000 + number) }
    }
    #expect(Set(mailbox.takeAll()).count == 4_000)
  }

  @Test func `a script waits for the mailbox`() {
    let terminal = ScriptedTerminal(
      columns: 10, rows: 2, script: [.key(.up), .waitForWake, .resize(5, 1)])
    let mailbox = Mailbox<Int>(wake: terminal.wake)
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(20)) { mailbox.post(1) }
    #expect(terminal.nextEvent(until: nil) == .key(.up))
    #expect(terminal.nextEvent(until: nil) == .wake)
    #expect(mailbox.takeAll() == [1])
    #expect(terminal.nextEvent(until: nil) == .resize(Size(columns: 5, rows: 1)))
    #expect(terminal.size == Size(columns: 5, rows: 1))
    #expect(terminal.nextEvent(until: nil) == .hangUp)
    #expect(terminal.missed == [])
  }
}
