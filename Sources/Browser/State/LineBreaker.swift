import Model

/// Breaks text into lines of a measure, at words.
///
/// A line is a span of the text from its first word to its last; only white space lies between two
/// lines. Words that are longer than the measure are broken; wide characters can be broken apart
/// anywhere but before closing marks and behind opening ones.
struct LineBreaker {
  /// The longest line, in columns.
  let measure: Int
  /// No line and no word is looked at beyond so many bytes, so that hostile text stays cheap.
  static let longestLine = 4096

  private var lineStart: Int?
  private var lineEnd = 0
  private var lineWidth = 0
  private(set) var lines: [TextSpan] = []
  /// What stands behind words that were not placed yet.
  private var notes: ArraySlice<LinkNote> = []

  /// The lines of a span of a text.
  /// - Parameter notes: what needs room behind words of the span, in order.
  /// - Complexity: O(bytes).
  static func lines(
    of span: TextSpan, in bytes: UnsafeBufferPointer<UInt8>, measure: Int, firstIndent: Int = 0,
    notes: ArraySlice<LinkNote> = []
  ) -> [TextSpan] {
    if firstIndent > 0 {
      // The first line alone is shorter; only so much of the text can stand on it.
      let room = max(1, measure - firstIndent)
      let head = TextSpan(span.start, min(span.end, span.start + 4 * measure + longestLine))
      guard let first = lines(of: head, in: bytes, measure: room, notes: notes).first else {
        return []
      }
      let rest = TextSpan(first.end, max(first.end, span.end))
      let behind = notes.drop { $0.offset <= first.end }
      return [first] + lines(of: rest, in: bytes, measure: measure, notes: behind)
    }
    var breaker = LineBreaker(measure: max(1, measure))
    breaker.notes = notes
    let end = min(span.end, bytes.count)
    var at = max(0, span.start)
    var isGlued = false
    while true {
      while at < end, isSpace(bytes[at]) {
        at += 1
        isGlued = false
      }
      guard at < end else { break }
      let start = at
      at = wordEnd(from: at, to: end, in: bytes)
      breaker.place(word: TextSpan(start, at), of: bytes, gap: isGlued ? 0 : 1)
      isGlued = true
    }
    breaker.finishLine()
    return breaker.lines
  }

  /// The words of a line: what lies between white space, in order.
  static func words(of line: TextSpan, in bytes: [UInt8]) -> [TextSpan] {
    var words: [TextSpan] = []
    let end = min(line.end, bytes.count)
    var at = max(0, line.start)
    while at < end {
      while at < end, isSpace(bytes[at]) { at += 1 }
      let start = at
      while at < end, !isSpace(bytes[at]) { at += 1 }
      if at > start { words.append(TextSpan(start, at)) }
    }
    return words
  }

  /// Blank, tab, line feed, vertical tab, form feed, carriage return.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private init(measure: Int) { self.measure = measure }

  private static func wordEnd(
    from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var at = start
    let limit = min(end, start + longestLine)
    while at < limit, !isSpace(bytes[at]) { at += 1 }
    // Not in the middle of a scalar.
    if at == limit, at < end {
      var boundary = at
      while boundary > start, bytes[boundary] & 0xC0 == 0x80 { boundary -= 1 }
      if boundary > start { at = boundary }
    }
    return at
  }

  private mutating func place(word: TextSpan, of bytes: UnsafeBufferPointer<UInt8>, gap: Int) {
    var isASCII = true
    for at in word.start..<word.end where bytes[at] >= 0x80 {
      isASCII = false
      break
    }
    let hasNote = notes.first.map { $0.offset <= word.end } ?? false
    guard isASCII, !hasNote else {
      placeSegments(of: word, in: bytes, gap: gap)
      return
    }
    if extend(to: word, width: word.count, gap: gap) { return }
    var start = word.start
    while word.end - start > measure {
      lines.append(TextSpan(start, start + measure))
      start += measure
    }
    beginLine(TextSpan(start, word.end), width: word.end - start)
  }

  private mutating func placeSegments(
    of word: TextSpan, in bytes: UnsafeBufferPointer<UInt8>, gap: Int
  ) {
    var glyphs = DisplayText.glyphs(of: UnsafeBufferPointer(rebasing: bytes[word.range]))
    makeRoom(for: takeNotes(through: word.end), in: &glyphs, of: word)
    var first = 0
    var gap = gap
    while first < glyphs.count {
      var end = first + 1
      var width = glyphs[first].width
      while end < glyphs.count, !Self.canBreak(glyphs[end - 1], glyphs[end]) {
        width += glyphs[end].width
        end += 1
      }
      let span = TextSpan(word.start + glyphs[first].start, word.start + glyphs[end - 1].end)
      if !extend(to: span, width: width, gap: gap) {
        beginBroken(glyphs[first..<end], at: word.start, width: width)
      }
      gap = 0
      first = end
    }
  }

  private mutating func takeNotes(through end: Int) -> ArraySlice<LinkNote> {
    let taken = notes.prefix { $0.offset <= end }
    notes = notes.dropFirst(taken.count)
    return taken
  }

  /// Widens the glyphs that notes stand behind.
  private func makeRoom(
    for notes: ArraySlice<LinkNote>, in glyphs: inout [Glyph], of word: TextSpan
  ) {
    var index = 0
    for note in notes {
      while index + 1 < glyphs.count, word.start + glyphs[index + 1].start < note.offset {
        index += 1
      }
      if index < glyphs.count { glyphs[index].width += note.label.utf8.count }
    }
  }

  private mutating func beginBroken(_ glyphs: ArraySlice<Glyph>, at base: Int, width: Int) {
    guard let head = glyphs.first, let tail = glyphs.last else { return }
    guard width > measure else {
      beginLine(TextSpan(base + head.start, base + tail.end), width: width)
      return
    }
    var start = head.start
    var end = head.start
    var used = 0
    for glyph in glyphs {
      if used + glyph.width > measure, end > start {
        lines.append(TextSpan(base + start, base + end))
        start = glyph.start
        used = 0
      }
      used += glyph.width
      end = glyph.end
    }
    beginLine(TextSpan(base + start, base + end), width: used)
  }

  /// Puts a word behind the others of the line; false, with the line finished, where it is too long.
  private mutating func extend(to word: TextSpan, width: Int, gap: Int) -> Bool {
    if let start = lineStart {
      if lineWidth + gap + width <= measure, word.end - start <= Self.longestLine {
        lineEnd = word.end
        lineWidth += gap + width
        return true
      }
      finishLine()
    }
    guard width <= measure else { return false }
    beginLine(word, width: width)
    return true
  }

  private mutating func beginLine(_ span: TextSpan, width: Int) {
    lineStart = span.start
    lineEnd = span.end
    lineWidth = width
  }

  private mutating func finishLine() {
    if let start = lineStart { lines.append(TextSpan(start, lineEnd)) }
    lineStart = nil
  }

  private static func canBreak(_ a: Glyph, _ b: Glyph) -> Bool {
    guard a.width == 2 || b.width == 2 else { return false }
    return !isClosing(b.base) && !isOpening(a.base)
  }

  private static func isClosing(_ base: UInt32) -> Bool {
    switch base {
    case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0xBB, 0x2019, 0x201D, 0x2026, 0x3001,
      0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A,
      0xFF1B, 0xFF1F:
      true
    default: false
    }
  }

  private static func isOpening(_ base: UInt32) -> Bool {
    switch base {
    case 0x28, 0x5B, 0xAB, 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0xFF08: true
    default: false
    }
  }
}
