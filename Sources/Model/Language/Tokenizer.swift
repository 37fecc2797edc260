/// Cuts text into words, numbers and marks, in one pass over its bytes.
///
/// - A word is a run of letters and digits with inner `'`, `’`, `-`, `.` (between single letters
///   and digits) and `,` (between digits). `'s` and a final `s'` are tokens of their own.
/// - The full stop of an initial or a known abbreviation belongs to its word.
/// - `''` and ` `` ` are one quotation mark each, as agencies write them.
struct Tokenizer {
  let bytes: UnsafeBufferPointer<UInt8>
  let lexicon: Lexicon

  /// Appends the tokens of a span.
  func tokenize(_ span: TextSpan, into tokens: inout [Token]) {
    var at = span.start
    var afterSpace = true
    while at < span.end {
      let byte = bytes[at]
      if Bytes.isSpace(byte) {
        afterSpace = true
        at += 1
        continue
      }
      let space: Token.Shape = afterSpace ? .afterSpace : []
      if byte < 0x80 ? (Bytes.isLetter(byte) || Bytes.isDigit(byte)) : isLetterBeyondASCII(at, span)
      {
        at = word(at, span, space, &tokens)
        afterSpace = false
      } else if byte < 0x80 {
        at = mark(at, span, space, &tokens)
        afterSpace = false
      } else {
        let length = scalarLength(at, span)
        if isSpaceBeyondASCII(at, length) {
          afterSpace = true
        } else {
          append(at, at + length, [.mark, space, quoteShape(at, length)], &tokens)
          afterSpace = false
        }
        at += length
      }
    }
  }

  // MARK: Words

  private func word(
    _ start: Int, _ span: TextSpan, _ space: Token.Shape, _ tokens: inout [Token]
  ) -> Int {
    var at = start
    var hash = Bytes.hashStart
    var letters = 0
    var capitals = 0
    var digits = 0
    var apostrophe = -1
    var hasHyphen = false
    // `d'Aubigny`: a capital behind an early apostrophe.
    var isElided = false
    let startsUpper = isUpper(at, span)
    while at < span.end {
      let byte = bytes[at]
      if Bytes.isLetter(byte) {
        letters &+= 1
        if Bytes.isUpper(byte) { capitals &+= 1 }
        hash = Bytes.hash(hash, adding: Bytes.lower(byte))
        at &+= 1
      } else if Bytes.isDigit(byte) {
        digits &+= 1
        hash = Bytes.hash(hash, adding: byte)
        at &+= 1
      } else if byte >= 0x80, let length = apostropheLength(at, span) {
        guard joins(at, length, span) else { break }
        apostrophe = at
        hash = Bytes.hash(hash, adding: 0x27)
        at &+= length
        isElided = isElided || at - length - start <= 4 && isUpper(at, span)
      } else if byte >= 0x80 {
        guard isLetterBeyondASCII(at, span) else { break }
        let length = scalarLength(at, span)
        letters &+= 1
        if isUpper(at, span) { capitals &+= 1 }
        for i in at..<at + length { hash = Bytes.hash(hash, adding: lowered(i, at, length)) }
        at &+= length
      } else if byte == 0x27 {
        guard joins(at, 1, span) else { break }
        apostrophe = at
        hash = Bytes.hash(hash, adding: byte)
        at &+= 1
        isElided = isElided || at - 1 - start <= 4 && isUpper(at, span)
      } else if byte == 0x2D || byte == 0x2E || byte == 0x2C || byte == 0x3A {
        guard joinsMark(byte, at, start, span) else { break }
        hasHyphen = hasHyphen || byte == 0x2D
        hash = Bytes.hash(hash, adding: byte)
        at &+= 1
      } else {
        break
      }
    }
    if apostrophe > start, isPossessive(apostrophe, at) {
      emitWord(start, apostrophe, space, startsUpper, capitals, letters - 1, digits, nil, &tokens)
      if hasHyphen { readHyphen(start, apostrophe, startsUpper, &tokens[tokens.count - 1]) }
      if isElided { tokens[tokens.count - 1].shape.insert(.capital) }
      append(apostrophe, at, .possessiveMark, &tokens)
      return at
    }
    emitWord(start, at, space, startsUpper, capitals, letters, digits, hash, &tokens)
    if hasHyphen { readHyphen(start, at, startsUpper, &tokens[tokens.count - 1]) }
    if isElided { tokens[tokens.count - 1].shape.insert(.capital) }
    if let last = tokens.indices.last, at < span.end {
      if bytes[at] == 0x2E, ownsStop(tokens[last], at, span) {
        tokens[last].end = Int32(at + 1)
        tokens[last].hash = Bytes.hash(tokens[last].hash, adding: 0x2E)
        let classes = lexicon.classes(of: tokens[last].hash)
        if !classes.isEmpty { tokens[last].classes = classes }
        tokens[last].shape.insert(.abbreviation)
        if at - start == 1 || isInitials(start, at) && tokens[last].classes.isEmpty {
          tokens[last].shape.insert(.initial)
        }
        return at + 1
      }
      if let length = apostropheOrTick(at, span), bytes[at - 1] | 0x20 == 0x73,
        at + length < span.end, Bytes.isSpace(bytes[at + length]), letters > 2
      {
        // The bare mark of a plural owner; a closing quotation mark is told apart later.
        append(at, at + length, [.possessiveMark, .quoteMark, .single], &tokens)
        return at + length
      }
    }
    return at
  }

  private func emitWord(
    _ start: Int, _ end: Int, _ space: Token.Shape, _ startsUpper: Bool, _ capitals: Int,
    _ letters: Int, _ digits: Int, _ known: UInt32?, _ tokens: inout [Token]
  ) {
    var shape: Token.Shape = [.word, space]
    if startsUpper { shape.insert(.capital) }
    if capitals >= 2 && capitals == letters { shape.insert(.allCapitals) }
    if letters == 0 { shape.insert(.digits) }
    let hash = known ?? self.hash(start, end)
    var classes = lexicon.classes(of: hash)
    if letters == 0 { classes.insert(.number) }
    if classes.isEmpty, startsUpper, end - start > letters {
      classes = namesWithoutAccents(start, end)
    }
    tokens.append(
      Token(start: Int32(start), end: Int32(end), hash: hash, classes: classes, shape: shape))
  }

  /// `María` as `maria`: what the lists of names know of a Latin word without its accents.
  private func namesWithoutAccents(_ start: Int, _ end: Int) -> WordClass {
    guard bytes[start..<end].contains(where: { (0xC3...0xC5).contains($0) }) else { return [] }
    var folded: [UInt8] = []
    Folding.append(bytes[start..<end], to: &folded)
    let word = folded.drop { $0 == 0x20 }
    return lexicon.classes(of: Bytes.hash(of: word)).intersection([
      .maleName, .femaleName, .surname,
    ])
  }

  /// What the parts of a hyphened word tell of it.
  private func readHyphen(_ start: Int, _ end: Int, _ startsUpper: Bool, _ token: inout Token) {
    if token.classes.isDisjoint(with: [.role, .givenName, .surname]), isRole(start, end) {
      token.classes.insert(.role)
    }
    guard let hyphen = bytes[start..<end].prefix(8).firstIndex(of: 0x2D), hyphen + 1 < end else {
      return
    }
    if startsUpper {
      // `Jean-Pierre` is a given name by its first part.
      let first = lexicon.classes(of: self.hash(start, hyphen))
      token.classes.formUnion(first.intersection(.givenName))
    } else if hyphen - start <= 3, isUpper(hyphen + 1, TextSpan(start, end)),
      lexicon.classes(of: self.hash(start, hyphen)).contains(.nameParticle)
    {
      // `al-Rashid` is written as a name.
      token.shape.insert(.capital)
    }
  }

  /// `ex-president`, `father-in-law`, `secretary-general`, `mum-of-three`.
  private func isRole(_ start: Int, _ end: Int) -> Bool {
    let word = bytes[start..<end]
    guard let first = word.firstIndex(of: 0x2D), let last = word.lastIndex(of: 0x2D),
      last + 1 < end
    else { return false }
    let tail = hash(last + 1, end)
    if Self.roleStarts.contains(hash(start, first)), first == last {
      return lexicon.classes(of: tail).contains(.role)
    }
    guard Self.roleEnds.contains(tail) || hash(first + 1, last) == Self.of else { return false }
    return lexicon.classes(of: hash(start, first)).contains(.role)
  }

  private static let of = Bytes.word("of")
  private static let roleStarts = Bytes.words(
    "ex co vice deputy under step half great grand sub arch non ambassador lieutenant brigadier major"
  )
  private static let roleEnds = Bytes.words(
    "general elect designate emeritus law large chief residence")

  private func hash(_ start: Int, _ end: Int) -> UInt32 {
    var hash = Bytes.hashStart
    var at = start
    while at < end {
      if bytes[at] == 0xE2, at + 2 < end, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99 {
        hash = Bytes.hash(hash, adding: 0x27)
        at += 3
      } else {
        hash = Bytes.hash(hash, adding: Bytes.lower(bytes[at]))
        at += 1
      }
    }
    return hash
  }

  private func joins(_ at: Int, _ length: Int, _ span: TextSpan) -> Bool {
    at + length < span.end
      && (Bytes.isLetter(bytes[at + length])
        || bytes[at + length] >= 0x80 && isLetterBeyondASCII(at + length, span))
  }

  private func joinsMark(_ byte: UInt8, _ at: Int, _ start: Int, _ span: TextSpan) -> Bool {
    guard at + 1 < span.end else { return false }
    let next = bytes[at + 1]
    let previous = bytes[at - 1]
    switch byte {
    case 0x2D:
      return Bytes.isLetter(next) || Bytes.isDigit(next)
        || next >= 0x80 && isLetterBeyondASCII(at + 1, span)
    case 0x2E:
      if Bytes.isDigit(previous) && Bytes.isDigit(next) { return true }
      // U.S., p.m., D.C.: single letters with stops between.
      return Bytes.isLetter(previous) && Bytes.isLetter(next)
        && (at - 1 == start || bytes[at - 2] == 0x2E)
        && (at + 2 >= span.end || !Bytes.isLetter(bytes[at + 2]))
    default:
      return Bytes.isDigit(previous) && Bytes.isDigit(next)
    }
  }

  private func isPossessive(_ apostrophe: Int, _ end: Int) -> Bool {
    let length = bytes[apostrophe] == 0x27 ? 1 : 3
    return end - apostrophe == length + 1 && bytes[end - 1] | 0x20 == 0x73
  }

  /// `J.K`: capitals with stops between.
  private func isInitials(_ start: Int, _ end: Int) -> Bool {
    guard end - start <= 5, (end - start) & 1 == 1 else { return false }
    for i in start..<end {
      if (i - start) & 1 == 0 ? !Bytes.isUpper(bytes[i]) : bytes[i] != 0x2E { return false }
    }
    return true
  }

  private func ownsStop(_ token: Token, _ at: Int, _ span: TextSpan) -> Bool {
    let length = Int(token.end - token.start)
    if length == 1 {
      // An initial, unless the paragraph or a quotation ends here.
      return token.isA(.capital) && at + 2 < span.end && bytes[at + 1] == 0x20
    }
    // The last letter of U.S., p.m.
    if length >= 3, bytes[at - 2] == 0x2E, Bytes.isLetter(bytes[at - 1]) { return true }
    guard length <= 5, token.isA(.capital) || length <= 3 else { return false }
    // `No. 5`, but not `"No."`
    if token.hash == Self.no { return at + 2 < span.end && Bytes.isDigit(bytes[at + 2]) }
    return Self.abbreviations.contains(token.hash)
  }

  private static let no = Bytes.word("no")
  private static let abbreviations = Bytes.words(
    """
    mr mrs ms dr st gen sen rep gov lt col sgt capt maj adm prof rev jr sr inc corp co ltd vs mt ft
    hon pres fr no jan feb mar apr jun jul aug sept sep oct nov dec ave blvd dept est etc
    """)

  // MARK: Marks

  private func mark(
    _ at: Int, _ span: TextSpan, _ space: Token.Shape, _ tokens: inout [Token]
  ) -> Int {
    let byte = bytes[at]
    let isDouble = at + 1 < span.end && bytes[at + 1] == byte
    switch byte {
    case 0x22: append(at, at + 1, [.mark, .quoteMark, space], &tokens)
    case 0x27 where isDouble, 0x60 where isDouble:
      append(at, at + 2, [.mark, .quoteMark, space], &tokens)
      return at + 2
    case 0x27, 0x60: append(at, at + 1, [.mark, .quoteMark, .single, space], &tokens)
    case 0x2D:
      var end = at + 1
      while end < span.end, bytes[end] == 0x2D { end += 1 }
      append(at, end, [.mark, space], &tokens)
      return end
    case 0x2E:
      var end = at + 1
      while end < span.end, bytes[end] == 0x2E { end += 1 }
      append(at, end, [.mark, space], &tokens)
      return end
    default: append(at, at + 1, [.mark, space], &tokens)
    }
    return at + 1
  }

  private func append(_ start: Int, _ end: Int, _ shape: Token.Shape, _ tokens: inout [Token]) {
    tokens.append(
      Token(
        start: Int32(start), end: Int32(end), hash: hash(start, end), classes: [], shape: shape))
  }

  // MARK: Beyond ASCII

  private func scalarLength(_ at: Int, _ span: TextSpan) -> Int {
    let byte = bytes[at]
    return min(span.end - at, byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4)
  }

  /// All scalars but the spaces and marks of Latin-1, General Punctuation and CJK punctuation.
  private func isLetterBeyondASCII(_ at: Int, _ span: TextSpan) -> Bool {
    switch bytes[at] {
    case 0xC2:
      let next = at + 1 < span.end ? bytes[at + 1] : 0
      return next == 0xAA || next == 0xB5 || next == 0xBA
    case 0xE2: return false
    case 0xE3: return !(at + 1 < span.end && bytes[at + 1] == 0x80)
    case 0xEF: return !(at + 1 < span.end && bytes[at + 1] >= 0xBB)
    default: return true
    }
  }

  private func isSpaceBeyondASCII(_ at: Int, _ length: Int) -> Bool {
    if length == 2 { return bytes[at] == 0xC2 && bytes[at + 1] == 0xA0 }
    guard length == 3 else { return false }
    let (b1, b2) = (bytes[at + 1], bytes[at + 2])
    switch bytes[at] {
    case 0xE2: return b1 == 0x80 && (b2 <= 0x8F || b2 == 0xAF || (0xA8...0xAE).contains(b2))
    case 0xE3: return b1 == 0x80 && b2 == 0x80
    case 0xEF: return b1 == 0xBB && b2 == 0xBF
    default: return false
    }
  }

  private func apostropheLength(_ at: Int, _ span: TextSpan) -> Int? {
    at + 2 < span.end && bytes[at] == 0xE2 && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99
      ? 3 : nil
  }

  private func apostropheOrTick(_ at: Int, _ span: TextSpan) -> Int? {
    if bytes[at] == 0x27 { return at + 1 < span.end && bytes[at + 1] == 0x27 ? nil : 1 }
    return apostropheLength(at, span)
  }

  private func quoteShape(_ at: Int, _ length: Int) -> Token.Shape {
    if length == 2, bytes[at] == 0xC2 {
      if bytes[at + 1] == 0xAB { return [.quoteMark, .opens] }
      if bytes[at + 1] == 0xBB { return [.quoteMark, .closes] }
      return []
    }
    guard length == 3 else { return [] }
    if bytes[at] == 0xE2, bytes[at + 1] == 0x80 {
      switch bytes[at + 2] {
      case 0x9C, 0x9F: return [.quoteMark, .opens]
      case 0x9E: return [.quoteMark, .opens]
      case 0x9D: return [.quoteMark, .closes]
      case 0x98, 0x9A, 0xB9: return [.quoteMark, .opens, .single]
      case 0x99, 0xBA: return [.quoteMark, .closes, .single]
      default: return []
      }
    }
    if bytes[at] == 0xE3, bytes[at + 1] == 0x80 {
      if bytes[at + 2] == 0x8C || bytes[at + 2] == 0x8E { return [.quoteMark, .opens] }
      if bytes[at + 2] == 0x8D || bytes[at + 2] == 0x8F { return [.quoteMark, .closes] }
    }
    return []
  }

  private func isUpper(_ at: Int, _ span: TextSpan) -> Bool {
    let byte = bytes[at]
    if byte < 0x80 { return Bytes.isUpper(byte) }
    guard at + 1 < span.end else { return false }
    let next = bytes[at + 1]
    switch byte {
    case 0xC3: return next <= 0x9E
    case 0xC4, 0xC5:
      // Latin Extended-A: capitals are even, but odd from U+0139 to U+0148 and from U+0179 on.
      let scalar = Int(byte & 0x1F) << 6 | Int(next & 0x3F)
      let isOdd = (0x139...0x148).contains(scalar) || scalar >= 0x179
      return scalar == 0x178 || (scalar & 1 == 1) == isOdd
    case 0xCE: return (0x86...0xAB).contains(next)
    case 0xD0: return next <= 0xAF
    default: return false
    }
  }

  private func lowered(_ i: Int, _ at: Int, _ length: Int) -> UInt8 {
    if length == 2, i == at + 1, bytes[at] == 0xC3, bytes[i] <= 0x9E { return bytes[i] | 0x20 }
    return bytes[i]
  }
}
