import Model

extension ReaderLayout {
  /// A glyph of a line with its column.
  struct PlacedGlyph: Hashable, Sendable {
    var glyph: Glyph
    /// The column, from the start of the line.
    var column: Int
    /// The offset of its first byte; of a link's number, that behind the link.
    var offset: Int
    /// Whether it is of a link's number, not of the words.
    var isNote = false
  }

  /// The glyphs of a line; white space between words is one blank.
  /// - Complexity: O(bytes of the line).
  static func glyphs(of line: ReaderLine, in bytes: [UInt8], measure: Int) -> [PlacedGlyph] {
    var placed = glyphs(of: line.span, in: bytes)
    if !line.notes.isEmpty { insert(line.notes, into: &placed) }
    if line.isSpread { spread(&placed, to: measure - line.indent) }
    if line.indent > 0 { for index in placed.indices { placed[index].column += line.indent } }
    return placed
  }

  /// Puts the numbers of links behind their words.
  private static func insert(_ notes: [LinkNote], into placed: inout [PlacedGlyph]) {
    let words = placed
    placed.removeAll(keepingCapacity: true)
    var remaining = notes[...]
    var column = 0
    var shift = 0
    func place(_ note: LinkNote) {
      for glyph in DisplayText.glyphs(of: note.label.utf8) {
        placed.append(
          PlacedGlyph(glyph: glyph, column: column, offset: note.offset, isNote: true))
        column += glyph.width
        shift += glyph.width
      }
    }
    for var word in words {
      while let note = remaining.first, note.offset <= word.offset {
        place(note)
        remaining = remaining.dropFirst()
      }
      word.column += shift
      column = word.column + word.glyph.width
      placed.append(word)
    }
    for note in remaining { place(note) }
  }

  /// Widens the blanks between words evenly, so that the line ends at a column.
  private static func spread(_ placed: inout [PlacedGlyph], to measure: Int) {
    guard let last = placed.last else { return }
    let missing = measure - last.column - last.glyph.width
    let gaps = placed.count { $0.glyph.base == 0x20 }
    // A line that is far from full looks better as it is.
    guard gaps > 0, missing > 0, missing <= 2 * gaps else { return }
    var seen = 0
    var shift = 0
    for index in placed.indices {
      placed[index].column += shift
      guard placed[index].glyph.base == 0x20 else { continue }
      seen += 1
      shift = missing * seen / gaps
    }
  }

  /// The glyphs of a span in one line; white space between words is one blank.
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

  /// The offset that stands at a column of a line; nil beside the words and on a
  /// link's number.
  static func offset(
    ofColumn column: Int, in line: ReaderLine, of bytes: [UInt8], measure: Int
  ) -> Int? {
    glyphs(of: line, in: bytes, measure: measure).first {
      !$0.isNote && $0.column <= column && column < $0.column + $0.glyph.width
    }?.offset
  }
}
