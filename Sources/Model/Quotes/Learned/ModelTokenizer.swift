/// Cuts paragraphs into the tokens that the quote model was trained with, in one pass.
///
/// - A word is a run of letters, digits and `_`, with single inner `'`, `’`, `-`, `.` and `,`; a
///   possessive `'s` is a token of its own, and so are `''` and two backticks; otherwise every
///   character is one.
/// - Double marks open and close by the spaces around them and by what is open; a paragraph begins
///   with nothing open. `“` without end holds to the end of the paragraph.
/// - A sentence ends with `? ! . …` unless a small word or a mark follows; abbreviations and
///   initials end none.
struct ModelTokenizer {
  private typealias Shape = ModelTokens.Shape

  let bytes: UnsafePointer<UInt8>
  /// One past the last byte of the paragraph.
  private var high = 0
  /// What stands right before the current token.
  private var before = Before.space
  private var isQuoting = false
  private var isSingleQuoting = false
  private var isSentenceOver = false
  /// The normal form of the token before; 0 at the beginning of a paragraph.
  private var previousWord: UInt32 = 0
  /// Whether the token before is one letter, or single letters with stops between.
  private var isPreviousInitial = false
  private var hasTokens = false

  private enum Before {
    case space
    /// `( [ { - – — ‘ " '`
    case opener
    case other
  }

  /// Abbreviations that end no sentence.
  private static let abbreviations: [UInt32] = {
    let words: StaticString = """
      mr mrs ms dr sen rep gov gen lt col st jr sr prof rev hon sgt capt cmdr maj adm pres vs no \
      jan feb mar apr aug sept oct nov dec inc corp co ltd d r
      """
    let bytes = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    return bytes.split(separator: 0x20).map { Bytes.hash(of: $0) }
  }()

  /// The tokens of the paragraphs, in their order; what lies outside the bytes is left out.
  static func tokens(of bytes: UnsafeBufferPointer<UInt8>, paragraphs: [TextSpan]) -> ModelTokens {
    let length = paragraphs.reduce(0) { $0 &+ max(0, min($1.end, bytes.count) &- max(0, $1.start)) }
    var tokens = ModelTokens(capacity: min(max(length, 0), bytes.count) / 4 + 16)
    guard let base = bytes.baseAddress, bytes.count < Int(Int32.max) else { return tokens }
    var tokenizer = ModelTokenizer(bytes: base)
    var budget = bytes.count
    for span in paragraphs {
      let (start, end) = (max(0, span.start), min(bytes.count, span.end))
      // Paragraphs share no bytes; should they, the work stays bounded.
      guard start < end, end - start <= budget else { continue }
      budget -= end - start
      tokenizer.scan(start, end, into: &tokens)
    }
    return tokens
  }

  private init(bytes: UnsafePointer<UInt8>) { self.bytes = bytes }

  private mutating func scan(_ low: Int, _ high: Int, into tokens: inout ModelTokens) {
    self.high = high
    before = .space
    isQuoting = false
    isSingleQuoting = false
    isSentenceOver = false
    previousWord = 0
    isPreviousInitial = false
    hasTokens = false
    var at = low
    while at < high {
      let byte = bytes[at]
      let (scalar, length) = ModelScalars.decode(bytes, at, high)
      let kind = byte < 0x80 ? ModelScalars.ascii(byte) : ModelScalars.beyondASCII(scalar)
      if kind & ModelScalars.space != 0 {
        before = .space
        at &+= length
      } else if kind & ModelScalars.letter != 0 {
        at = word(from: at, into: &tokens)
      } else {
        at = mark(scalar, at, length, into: &tokens)
      }
    }
  }

  // MARK: Words

  /// The class of the character at an offset, 0 at the end of the paragraph.
  @inline(__always)
  private func kind(at offset: Int) -> UInt8 {
    guard offset < high else { return 0 }
    let byte = bytes[offset]
    if byte < 0x80 { return ModelScalars.ascii(byte) }
    return ModelScalars.beyondASCII(ModelScalars.decode(bytes, offset, high).scalar)
  }

  /// Whether `s` and then no letter follows.
  @inline(__always)
  private func isPossessive(after offset: Int) -> Bool {
    offset < high && bytes[offset] | 0x20 == 0x73
      && kind(at: offset &+ 1) & ModelScalars.letter == 0
  }

  private mutating func word(from start: Int, into tokens: inout ModelTokens) -> Int {
    var form = WordForm()
    var at = start
    while at < high {
      let byte = bytes[at]
      if byte < 0x80 {
        let kind = ModelScalars.ascii(byte)
        if kind & ModelScalars.letter != 0 {
          form.add(letter: Bytes.lower(byte), kind)
          at &+= 1
          continue
        }
        guard byte == 0x27 || byte == 0x2D || byte == 0x2E || byte == 0x2C,
          self.kind(at: at &+ 1) & ModelScalars.letter != 0,
          byte != 0x27 || !isPossessive(after: at &+ 1)
        else { break }
        form.add(inner: byte)
        at &+= 1
      } else {
        let (scalar, length) = ModelScalars.decode(bytes, at, high)
        let kind = ModelScalars.beyondASCII(scalar)
        if kind & ModelScalars.letter != 0 {
          form.add(letter: bytes + at, length, kind)
          at &+= length
        } else if scalar == 0x2019, self.kind(at: at &+ 3) & ModelScalars.letter != 0,
          !isPossessive(after: at &+ 3)
        {
          form.add(inner: 0x27)
          at &+= 3
        } else {
          break
        }
      }
    }
    append(
      ModelToken(
        start: start, end: at, word: form.hash, suffix: form.suffix, shape: form.shape,
        flags: (isQuoting ? ModelTokens.Flag.quoted : 0)
          | (form.isInflected ? ModelTokens.Flag.inflected : 0)),
      into: &tokens)
    isPreviousInitial = form.isInitial
    return at
  }

  // MARK: Marks

  private mutating func mark(
    _ scalar: UInt32, _ at: Int, _ length: Int, into tokens: inout ModelTokens
  ) -> Int {
    var end = at &+ length
    let isPair = (scalar == 0x27 || scalar == 0x60) && end < high && bytes[end] == bytes[at]
    if isPair {
      end &+= 1
    } else if scalar == 0x27 || scalar == 0x2019, isPossessive(after: end) {
      let hash = Bytes.hash(Bytes.hash(Bytes.hashStart, adding: 0x27), adding: 0x73)
      end &+= 1
      append(at, end, hash, Shape.possessive, quoted: isQuoting, into: &tokens)
      return end
    }
    let spaceAfter = end >= high || kind(at: end) & ModelScalars.space != 0
    let isOpening = before != .other && !spaceAfter
    if let side = MarkForms.side(scalar, isPair: isPair) {
      let opens = opensQuotation(side, isOpening: isOpening, spaceAfter: spaceAfter, end)
      isQuoting = opens
      append(
        at, end, MarkForms.hash(opens ? 0x9C : 0x9D), opens ? Shape.opening : Shape.closing,
        quoted: true, into: &tokens)
    } else if scalar == 0x2018 || scalar == 0x27 || scalar == 0x2019 {
      single(scalar, at, end, spaceAfter: spaceAfter, into: &tokens)
    } else {
      let shape = MarkForms.shape(scalar)
      let hash =
        shape == Shape.dash && scalar != 0x2D
        ? MarkForms.hash(0x94) : MarkForms.hash(bytes + at, end &- at)
      append(at, end, hash, shape, quoted: isQuoting, into: &tokens)
    }
    before = MarkForms.mayPrecedeOpening(scalar) ? .opener : .other
    return end
  }

  /// Whether a double mark opens a quotation; otherwise it closes one.
  private func opensQuotation(
    _ side: MarkForms.Side, isOpening: Bool, spaceAfter: Bool, _ end: Int
  ) -> Bool {
    switch side {
    case .either:
      let isClosing =
        before != .space && (spaceAfter || kind(at: end) & ModelScalars.letter == 0)
      return isOpening == isClosing ? !isQuoting : isOpening
    case .opening: return !(isQuoting && !isOpening && before != .space)
    case .closing: return !isQuoting && isOpening
    }
  }

  private mutating func single(
    _ scalar: UInt32, _ at: Int, _ end: Int, spaceAfter: Bool, into tokens: inout ModelTokens
  ) {
    if scalar == 0x2018 || before == .space && scalar == 0x27, !spaceAfter {
      isSingleQuoting = true
      append(at, end, MarkForms.hash(0x98), Shape.singleOpening, quoted: isQuoting, into: &tokens)
    } else if isSingleQuoting {
      isSingleQuoting = false
      append(at, end, MarkForms.hash(0x99), Shape.singleClosing, quoted: isQuoting, into: &tokens)
    } else {
      let hash = Bytes.hash(Bytes.hashStart, adding: 0x27)
      append(at, end, hash, Shape.other, quoted: isQuoting, into: &tokens)
    }
  }

  // MARK: Sentences

  @inline(__always)
  private mutating func append(
    _ start: Int, _ end: Int, _ hash: UInt32, _ shape: UInt8, quoted: Bool,
    into tokens: inout ModelTokens
  ) {
    let token = ModelToken(
      start: start, end: end, word: hash, suffix: hash, shape: shape,
      flags: quoted ? ModelTokens.Flag.quoted : 0)
    append(token, into: &tokens)
    isPreviousInitial = false
  }

  @inline(__always)
  private mutating func append(_ token: ModelToken, into tokens: inout ModelTokens) {
    if !hasTokens {
      hasTokens = true
      tokens.beginParagraph()
    }
    let shape = token.shape
    if isSentenceOver {
      switch shape {
      case Shape.lower, Shape.comma, Shape.semicolon, Shape.colon, Shape.dash:
        isSentenceOver = false
      case Shape.closing, Shape.singleClosing, Shape.closingBracket, Shape.stop, Shape.question:
        break
      default:
        tokens.beginSentence()
        isSentenceOver = false
      }
    }
    if shape == Shape.question || shape == Shape.stop && !isAbbreviation() {
      isSentenceOver = true
    }
    tokens.append(token)
    previousWord = token.word
    before = .other
  }

  /// Whether a stop after the token before ends no sentence.
  private func isAbbreviation() -> Bool {
    isPreviousInitial || Self.abbreviations.contains(previousWord)
  }
}
