@testable import Browser

/// Understands as much of an xterm as ncurses uses of one.
struct ScreenReader {
  private(set) var columns: Int
  private(set) var rows: Int
  private(set) var column = 0
  private(set) var row = 0
  /// Modes that were set with `ESC [ ? … h` and not reset since.
  private(set) var modes: Set<Int> = []
  /// Sequences that are not understood; a test takes them as an attack.
  private(set) var unknown: [String] = []
  private var cells: [[Character]]
  private var scrollTop = 0
  private var scrollEnd: Int
  private var last: Character = " "
  private var pending: [UInt8] = []

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    scrollEnd = rows
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The screen's rows, blanks at their ends left out.
  var lines: [String] {
    cells.map { line in
      var text = String(line.filter { $0 != "\0" })
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  var text: String { lines.joined(separator: "\n") }

  /// Follows the window; what is outside is lost.
  mutating func resize(columns: Int, rows: Int) {
    for index in cells.indices {
      cells[index] += Array(repeating: " ", count: max(0, columns - cells[index].count))
      cells[index].removeLast(cells[index].count - columns)
    }
    while cells.count < rows { cells.append(Array(repeating: " ", count: columns)) }
    cells.removeLast(cells.count - rows)
    (self.columns, self.rows) = (columns, rows)
    (scrollTop, scrollEnd) = (0, rows)
    column = min(column, columns - 1)
    row = min(row, rows - 1)
  }

  /// Takes bytes as a terminal does.
  mutating func read(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var at = 0
    while at < pending.count, let next = step(at) { at = next }
    pending.removeFirst(at)
  }

  /// Does one thing; nil where its last byte has not come yet.
  private mutating func step(_ at: Int) -> Int? {
    switch pending[at] {
    case 0x1B: return escape(at)
    case 0x0D: column = 0
    case 0x0A: lineFeed()
    case 0x08: column = max(0, column - 1)
    case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
    case 0x07, 0x0F: break
    case 0x00..<0x20, 0x7F: unknown.append("control \(pending[at])")
    case 0x20..<0x80:
      put(Character(Unicode.Scalar(pending[at])))
    default: return multibyte(at)
    }
    return at + 1
  }

  private mutating func multibyte(_ at: Int) -> Int? {
    let length = pending[at] >= 0xF0 ? 4 : pending[at] >= 0xE0 ? 3 : pending[at] >= 0xC2 ? 2 : 1
    guard at + length <= pending.count else { return nil }
    let text = String(decoding: pending[at..<at + length], as: UTF8.self)
    for scalar in text.unicodeScalars {
      if length == 1 || (0x80..<0xA0).contains(scalar.value) {
        unknown.append("byte \(pending[at])")
      } else if scalar.properties.generalCategory == .format {
        unknown.append("U+\(String(scalar.value, radix: 16))")
      }
      put(Character(scalar))
    }
    return at + length
  }

  private mutating func put(_ character: Character) {
    let width = character.unicodeScalars.first.map { CharacterWidth.of($0) } ?? 1
    if width == 0 {
      let before = max(0, min(columns, column) - 1)
      cells[row][before] = Character(String(cells[row][before]) + String(character))
      return
    }
    if column + width > columns {
      column = 0
      lineFeed()
    }
    if column + width > columns { return }
    cells[row][column] = character
    if width == 2 { cells[row][column + 1] = "\0" }
    column += width
    last = character
  }

  private mutating func lineFeed() {
    if row + 1 == scrollEnd {
      scroll(from: scrollTop, by: 1)
    } else {
      row = min(rows - 1, row + 1)
    }
  }

  /// Moves the lines of the region from a row on up, or down where `count` is negative.
  private mutating func scroll(from top: Int, by count: Int) {
    let blank = Array(repeating: Character(" "), count: columns)
    for _ in 0..<abs(count) where top < scrollEnd {
      if count > 0 {
        cells.remove(at: top)
        cells.insert(blank, at: scrollEnd - 1)
      } else {
        cells.remove(at: scrollEnd - 1)
        cells.insert(blank, at: top)
      }
    }
  }

  // MARK: Sequences

  private mutating func escape(_ at: Int) -> Int? {
    guard at + 1 < pending.count else { return nil }
    switch pending[at + 1] {
    case UInt8(ascii: "["):
      guard let end = pending[(at + 2)...].firstIndex(where: { (0x40...0x7E).contains($0) }) else {
        return nil
      }
      control(String(decoding: pending[at + 2...end], as: UTF8.self))
      return end + 1
    case UInt8(ascii: "]"):
      // A command to the terminal ends with BEL or ESC \; nothing of it is shown.
      guard
        let end = pending[(at + 2)...].firstIndex(where: { $0 == 0x07 || $0 == UInt8(ascii: "\\") })
      else { return nil }
      return end + 1
    case UInt8(ascii: "("), UInt8(ascii: ")"): return at + 2 < pending.count ? at + 3 : nil
    case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "7"), UInt8(ascii: "8"): break
    case UInt8(ascii: "M"):
      if row == scrollTop { scroll(from: scrollTop, by: -1) } else { row = max(0, row - 1) }
    default: unknown.append("ESC \(Unicode.Scalar(pending[at + 1]))")
    }
    return at + 2
  }

  private mutating func control(_ sequence: String) {
    let isPrivate = sequence.hasPrefix("?")
    let numbers = sequence.dropFirst(isPrivate ? 1 : 0).dropLast()
      .split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let count = max(1, first)
    switch sequence.last {
    case "h" where isPrivate: modes.formUnion(numbers)
    case "l" where isPrivate: modes.subtract(numbers)
    case "m", "h", "l", "t": break
    // Asks whether a mode is known; this terminal does not answer.
    case "p" where sequence.hasSuffix("$p"): break
    case "H", "f":
      row = min(rows - 1, count - 1)
      column = min(columns - 1, max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, min(column, columns - 1) - count)
    case "G": column = min(columns - 1, count - 1)
    case "d": row = min(rows - 1, count - 1)
    case "J": clearScreen(first)
    case "K": clear(row, from: first == 0 ? column : 0, to: first == 1 ? column + 1 : columns)
    case "X": clear(row, from: column, to: column + count)
    case "b": for _ in 0..<count { put(last) }
    case "@":
      for _ in 0..<count where column < columns {
        cells[row].insert(" ", at: column)
        cells[row].removeLast()
      }
    case "P":
      for _ in 0..<count where column < columns {
        cells[row].remove(at: column)
        cells[row].append(" ")
      }
    case "L": scroll(from: row, by: -count)
    case "M": scroll(from: row, by: count)
    case "S": scroll(from: scrollTop, by: count)
    case "T": scroll(from: scrollTop, by: -count)
    case "r":
      scrollTop = count - 1
      scrollEnd = numbers.count > 1 && numbers[1] > 0 ? min(rows, numbers[1]) : rows
      (row, column) = (0, 0)
    default: unknown.append("ESC [ \(sequence)")
    }
  }

  private mutating func clearScreen(_ part: Int) {
    if part == 0 { clear(row, from: column, to: columns) }
    if part == 1 { clear(row, from: 0, to: column + 1) }
    for other in 0..<rows where part >= 2 || (part == 0 ? other > row : other < row) {
      clear(other, from: 0, to: columns)
    }
  }

  private mutating func clear(_ row: Int, from start: Int, to end: Int) {
    for column in min(start, columns)..<max(min(start, columns), min(end, columns)) {
      cells[row][column] = " "
    }
  }
}
