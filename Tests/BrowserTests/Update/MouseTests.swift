import Foundation
import Model
import Testing

@testable import Browser
@testable import TestSupport

/// What the mouse reaches besides rows.
@Suite struct MouseTests {
  private func click(_ it: inout BrowserDriver, on text: String, twice: Bool = false) {
    for (row, line) in it.grid.asText.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard let range = line.range(of: text) else { continue }
      let column = line.distance(from: line.startIndex, to: range.lowerBound)
      it.send(
        .mouse(
          MouseEvent(
            action: twice ? .doubleClick : .click, position: Position(column: column, row: row))))
      return
    }
    Issue.record("no \(text) on the screen")
  }

  @Test func `the help is opened, a command chosen and done`() {
    var it = BrowserDriver(SampleYears.all, columns: 100, rows: 30, marks: MemoryMarks())
    click(&it, on: "? help")
    #expect(it.state.context == .help)
    click(&it, on: "previous row")
    click(&it, on: "to people and quotes", twice: true)
    #expect(it.state.overlay == nil && it.state.focus == .sidebar)
  }

  @Test func `a question is answered`() {
    let marks = MemoryMarks()
    var it = BrowserDriver(SampleYears.all, columns: 100, rows: 30, marks: marks)
    it.play("vvs")
    click(&it, on: "n no")
    #expect(it.state.ask == nil && marks.articles(.starred).isEmpty)
    it.play("s")
    click(&it, on: "yes")
    #expect(marks.articles(.starred).count == 2)
  }

  @Test func `repeats are listed and folded`() {
    var it = BrowserDriver(SampleRepeats.all, columns: 80, rows: 24)
    click(&it, on: "+2")
    #expect(it.state.list.rowCount == 5)
    click(&it, on: "-2")
    #expect(it.state.list.rowCount == 3)
  }
}
