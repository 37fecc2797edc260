@testable import Browser

extension CellGrid {
  /// The characters of the grid, a line per row, blanks at line ends left out.
  var asText: String {
    (0..<size.rows).map { row in
      var line = String.UnicodeScalarView()
      for cell in self.row(row) where cell.base != 0 {
        for value in [cell.base, cell.combining.0, cell.combining.1] where value != 0 {
          line.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
      }
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n") + "\n"
  }

  /// The roles of the grid: a letter per column (`Role.letter`), a blank where a plain cell is blank.
  ///
  /// Emphasis goes over the role: `%` marked words, `=` a match that is selected, `_` a match, `^` the current quote,
  /// `#` selected; the first of them that holds is written. The cursor is `@`.
  var asRoles: String {
    (0..<size.rows).map { row in
      var line: [Character] = []
      for (column, cell) in self.row(row).enumerated() {
        line.append(
          cursor == Position(column: column, row: row) ? "@" : Self.letter(of: cell))
      }
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n") + "\n"
  }

  private static func letter(of cell: Cell) -> Character {
    if cell.emphasis.contains(.marked) { return "%" }
    if cell.emphasis.isSuperset(of: [.match, .selected]) { return "=" }
    if cell.emphasis.contains(.match) { return "_" }
    if cell.emphasis.contains(.current) { return "^" }
    if cell.emphasis.contains(.selected) { return "#" }
    if cell.role == .text, cell.base == 0x20 { return " " }
    return cell.role.letter
  }
}
