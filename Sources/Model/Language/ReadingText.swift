/// The words of an article as the rules for people and quotes read them.
struct ReadingText: Sendable {
  /// A headline, standfirst, paragraph or caption.
  struct Block: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case title, standfirst, paragraph, caption }
    var kind: Kind
    var span: TextSpan
    /// Its tokens.
    var tokens: Range<Int>
  }

  let clean: CleanText
  /// In reading order; captions, which only tell roles, at the end.
  private(set) var blocks: [Block] = []
  private(set) var tokens: [Token] = []
  /// The quotations of all blocks, in order.
  private(set) var quotations: [Quotation] = []

  /// Where the tokens of captions begin: all before stand in the order of the page.
  private(set) var captionStart = 0

  var bytes: [UInt8] { clean.bytes }

  /// Tokenises a cleaned page.
  /// - Complexity: O(bytes).
  init(_ clean: CleanText, lexicon: Lexicon = .english) {
    self.clean = clean
    var parts: [(Block.Kind, TextSpan)] = []
    if let title = clean.title { parts.append((.title, title)) }
    parts += clean.standfirst.map { (.standfirst, $0) }
    for (index, span) in clean.body.enumerated() {
      let start =
        index == 0 ? clean.ledeStart.map { max($0, span.start) } ?? span.start : span.start
      parts.append((.paragraph, TextSpan(min(start, span.end), span.end)))
    }
    parts += clean.removed.filter { $0.reason == .caption }.map { (.caption, $0.span) }
    // A huge text may be all marks; pages that are never touched cost nothing.
    let bytes = clean.bytes.count
    tokens.reserveCapacity(bytes < 1 << 21 ? bytes / 5 : bytes / 4 * 3)
    clean.bytes.withUnsafeBufferPointer { buffer in
      let tokenizer = Tokenizer(bytes: buffer, lexicon: lexicon)
      for (kind, span) in parts {
        let first = tokens.count
        tokenizer.tokenize(span, into: &tokens)
        blocks.append(Block(kind: kind, span: span, tokens: first..<tokens.count))
        if kind != .caption { captionStart = tokens.count }
      }
    }
    var pairing = QuotationPairing(tokens: tokens)
    tokens = []
    for (index, block) in blocks.enumerated() {
      quotations += pairing.pair(block.tokens, block: index)
    }
    tokens = pairing.tokens
    for block in blocks { markSentences(block.tokens) }
  }

  /// The words of a token.
  func word(_ index: Int) -> String { clean.page.text[tokens[index].span] }

  /// The words of some tokens, as they stand.
  func words(_ range: Range<Int>) -> String { clean.page.text[span(of: range)] }

  /// Where some tokens stand; must not be empty.
  func span(of range: Range<Int>) -> TextSpan {
    TextSpan(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
  }

  /// The block that holds a token; captions are not looked at.
  /// - Complexity: O(log blocks).
  func block(of token: Int) -> Int? {
    guard token < captionStart else { return nil }
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < blocks.count ? low : nil
  }

  /// The tokens that begin inside a span of one block; empty where none does.
  /// - Complexity: O(log tokens).
  func tokens(in span: TextSpan) -> Range<Int> {
    let start = firstToken(from: span.start)
    var end = firstToken(from: span.end)
    if end < start { end = start }
    return start..<end
  }

  /// The first token of the text, captions left out, that begins at an offset or behind it.
  private func firstToken(from offset: Int) -> Int {
    var low = 0
    var high = captionStart
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func markSentences(_ range: Range<Int>) {
    var starts = true
    for i in range {
      let token = tokens[i]
      if starts, token.isA(.word) || token.isA(.opens) {
        tokens[i].shape.insert(.startsSentence)
        // A mark that opens a sentence passes the start on to the word behind it.
        starts = !token.isA(.word)
        continue
      }
      if token.isA(.mark), Marks.isStop(token.hash) || token.hash == Marks.dots {
        starts = nextStartsSentence(i + 1, range)
      } else if token.isA(.abbreviation), !token.isA(.initial) {
        // `U.S. The`: a known function word behind an abbreviation begins a sentence.
        if i + 1 < range.upperBound, tokens[i + 1].isA(.capital),
          tokens[i + 1].has([.determiner, .subjectPronoun, .preposition, .conjunction]),
          !token.has(.honorific)
        {
          starts = true
        }
      }
    }
  }

  private func nextStartsSentence(_ from: Int, _ range: Range<Int>) -> Bool {
    var i = from
    while i < range.upperBound,
      tokens[i].isA(.closes) || tokens[i].hash == Marks.bracketEnd
        || tokens[i].hash == Marks.squareEnd
    {
      i += 1
    }
    guard i < range.upperBound else { return false }
    if tokens[i].isA(.quoteMark) { return true }
    return tokens[i].isA([.capital, .digits]) || !tokens[i].isA(.word)
      || Int(tokens[i].start) < clean.bytes.count && clean.bytes[Int(tokens[i].start)] >= 0xC3
  }
}
