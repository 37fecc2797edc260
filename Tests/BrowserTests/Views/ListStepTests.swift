import Model
import Testing

@testable import Browser
@testable import TestSupport

/// Steps through the list, which are drawn by themselves.
@Suite struct ListStepTests {
  @Test(arguments: [(120, 35), (80, 24), (40, 12), (60, 13), (110, 9)])
  func `a step is drawn as the whole screen would be`(columns: Int, rows: Int) {
    var state = BrowserDriver(
      SampleArticles.all, columns: columns, rows: rows, marks: MemoryMarks()
    ).state
    var memory = ScreenMemory()
    // No effect is done, so that the reader does not follow.
    for key in "jjkjjjkkkGggjj2j1jsjVjVzjzj3j1kk/a" {
      _ = update(&state, .key(.character(key)))
      let grid = withUnsafePointer(to: &state) { memory.draw(at: $0) }
      #expect(grid == render(state), "after \(key)")
    }
  }

  @Test func `a step is told from other changes`() {
    var state = BrowserDriver(SampleArticles.all).state
    _ = update(&state, .key(.character("j")))
    func differsAfter(_ keys: String) -> Bool {
      withUnsafeMutablePointer(to: &state) { state in
        let drawn = StateBytes(UnsafePointer(state))
        for key in keys { _ = update(&state.pointee, .key(.character(key))) }
        return drawn.differsInSelectionOnly(UnsafePointer(state))
      }
    }
    #expect(differsAfter("j"))
    #expect(differsAfter("k"))
    #expect(differsAfter("2") == false)
    #expect(differsAfter("1") == false)
    #expect(differsAfter("V") == false)
    #expect(differsAfter("~") == false)
  }
}
