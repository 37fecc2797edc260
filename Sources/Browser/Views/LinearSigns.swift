extension CellGrid {
  /// Puts letters and plain signs in place of bars, lines and ornaments, for screen readers and for
  /// terminals that have none.
  ///
  /// Only what the program itself draws is changed, never a word of an article.
  mutating func useLinearSigns() {
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let cell = self[column, row]
        guard cell.base > 0x7F, let sign = Self.sign(for: cell) else { continue }
        self[column, row].base = sign.value
      }
    }
  }

  private static func sign(for cell: Cell) -> Unicode.Scalar? {
    switch (cell.role, cell.base) {
    case (_, 0x2500), (_, 0x2502): cell.role == .border ? " " : nil
    case (.marker, 0x258C), (.dim, 0x258C), (.marker, 0x25B8): ">"
    case (.marker, 0x258E): "|"
    case (.dim, 0x275E): "q"
    case (.removed, 0xB7): "-"
    case (.marker, 0x2514): "-"
    default: nil
    }
  }
}
