import Model

extension ReaderLayout {
  /// A glyph of a line with its column.
  struct PlacedGlyph: Hashable, Sendable {
    var glyph: Glyph
    /// The column, from the start of the line.
    var column: Int
    /// The offset of its first byte.
    var offset: Int
  }

  /// The glyphs of a line; white space between words is one blank.
  /// - Complexity: O(bytes of the line).
  static func glyphs(of line: TextSpan, in bytes: [UInt8]) -> [PlacedGlyph] {
    var placed: [PlacedGlyph] = []
    var column = 0
    var end = line.start
    for word in LineBreaker.words(of: line, in: bytes) {
      let glyphs = DisplayText.glyphs(of: bytes[word.range])
      if glyphs.isEmpty { continue }
      if column > 0 {
        let blank = Glyph(base: 0x20, combining: (0, 0), width: 1, start: 0, end: 1)
        placed.append(PlacedGlyph(glyph: blank, column: column, offset: end))
        column += 1
      }
      for glyph in glyphs {
        placed.append(
          PlacedGlyph(glyph: glyph, column: column, offset: word.start + glyph.start))
        column += glyph.width
      }
      end = word.end
    }
    return placed
  }

  /// The offset that stands at a column of a line; nil beside the words.
  static func offset(ofColumn column: Int, in line: TextSpan, of bytes: [UInt8]) -> Int? {
    glyphs(of: line, in: bytes).first {
      $0.column <= column && column < $0.column + $0.glyph.width
    }?.offset
  }
}
