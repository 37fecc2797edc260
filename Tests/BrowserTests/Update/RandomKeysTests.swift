import Model
import Testing

@testable import Browser
@testable import TestSupport

/// Pseudo-random numbers that are the same on every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct RandomKeysTests {
  private static let keys: [Key] =
    CommandTable.rows.flatMap(\.keys).flatMap(\.keys).filter { $0 != .character("@") } + [
      .character("5"), .character("0"), .character("s"), .character("e"), .character("t"),
      .character("a"), .character("é"), .character("湖"), .character("\""), .character(":"),
      .function(5), .unknown(600), .insert,
    ]

  @Test(arguments: [
    Size(columns: 120, rows: 35), Size(columns: 80, rows: 24), Size(columns: 65, rows: 13),
    Size(columns: 40, rows: 10), Size(columns: 20, rows: 5), Size(columns: 12, rows: 4),
    Size(columns: 1, rows: 1), Size(columns: 0, rows: 0), Size(columns: 300, rows: 6),
  ])
  func `no keys break the browser`(size: Size) {
    var random = SplitMix(state: UInt64(size.columns * 1000 + size.rows))
    var browser = BrowserDriver(
      SampleArticles.all, columns: size.columns, rows: size.rows, marks: MemoryMarks())
    var memory = ScreenMemory()
    for step in 0..<10_000 {
      if random.next() % 8 == 0 {
        let position = Position(
          column: Int.random(in: -1...max(1, size.columns), using: &random),
          row: Int.random(in: -1...max(1, size.rows), using: &random))
        let actions: [MouseEvent.Action] = [.click, .doubleClick, .wheelUp, .wheelDown]
        browser.send(
          .mouse(
            MouseEvent(
              action: actions.randomElement(using: &random) ?? .click, position: position)))
      } else {
        browser.press(Self.keys.randomElement(using: &random) ?? .escape)
      }
      if step % 10 == 0 {
        let grid = browser.grid
        #expect(grid.size == size)
        // What is kept from screen to screen is what would be drawn anew.
        #expect(memory.draw(browser.state) == grid)
        #expect(grid.cells.count == size.columns * size.rows)
        if let cursor = grid.cursor {
          #expect((0..<size.columns).contains(cursor.column) && cursor.row < size.rows)
        }
      }
    }
  }

  @Test func `a storm of resizes with keys in between leaves it standing`() {
    var random = SplitMix(state: 7)
    var browser = BrowserDriver(SampleArticles.all)
    var memory = ScreenMemory()
    for _ in 0..<2_000 {
      let size = Size(
        columns: Int.random(in: 0...300, using: &random),
        rows: Int.random(in: 0...100, using: &random))
      browser.send(.resize(size))
      if Bool.random(using: &random) {
        browser.press(Self.keys.randomElement(using: &random) ?? .escape)
      }
      #expect(browser.grid.size == size)
      #expect(memory.draw(browser.state) == browser.grid)
    }
  }
}
