/// The tokens of a page as the quote model sees them: one column for each attribute.
///
/// Columns are plain memory that grows by doubling; `withView` hands out read-only pointers.
/// All positions are token indices, but for `start` and `end`, which are UTF-8 offsets.
struct ModelTokens: ~Copyable {
  private(set) var count = 0
  private var capacity: Int
  private var start: UnsafeMutablePointer<Int32>
  private var end: UnsafeMutablePointer<Int32>
  private var word: UnsafeMutablePointer<UInt32>
  private var suffix: UnsafeMutablePointer<UInt32>
  private var sentence: UnsafeMutablePointer<Int32>
  private var paragraph: UnsafeMutablePointer<Int32>
  private var shape: UnsafeMutablePointer<UInt8>
  private var flags: UnsafeMutablePointer<UInt8>
  private var sentenceStarts: [Int32] = []
  private var paragraphStarts: [Int32] = []

  /// What a token is by its look; the raw values are those of training.
  enum Shape {
    static let lower: UInt8 = 0
    static let capital: UInt8 = 1
    static let capitals: UInt8 = 2
    static let oneCapital: UInt8 = 3
    static let number: UInt8 = 4
    static let opening: UInt8 = 5
    static let closing: UInt8 = 6
    static let comma: UInt8 = 7
    static let stop: UInt8 = 8
    static let question: UInt8 = 9
    static let colon: UInt8 = 10
    static let semicolon: UInt8 = 11
    static let dash: UInt8 = 12
    static let openingBracket: UInt8 = 13
    static let closingBracket: UInt8 = 14
    static let other: UInt8 = 15
    static let possessive: UInt8 = 16
    static let mixed: UInt8 = 17
    static let singleOpening: UInt8 = 18
    static let singleClosing: UInt8 = 19

    /// Whether a token of this shape counts as a word.
    @inline(__always)
    static func isWord(_ shape: UInt8) -> Bool { shape <= number || shape == mixed }

    /// Whether it is a comma, a stop, a colon, a dash, a bracket or a double quotation mark.
    @inline(__always)
    static func isDelimiter(_ shape: UInt8) -> Bool { shape &- opening <= 9 }
  }

  /// Bits of `TokenView.flags`.
  enum Flag {
    /// Inside double quotation marks, the marks included.
    static let quoted: UInt8 = 1
    /// A small word of at least five bytes in -ed, -s or -ing.
    static let inflected: UInt8 = 2
  }

  /// Empty columns with room for `capacity` tokens.
  init(capacity: Int) {
    self.capacity = max(capacity, 16)
    start = .allocate(capacity: self.capacity)
    end = .allocate(capacity: self.capacity)
    word = .allocate(capacity: self.capacity)
    suffix = .allocate(capacity: self.capacity)
    sentence = .allocate(capacity: self.capacity)
    paragraph = .allocate(capacity: self.capacity)
    shape = .allocate(capacity: self.capacity)
    flags = .allocate(capacity: self.capacity)
  }

  deinit {
    start.deallocate()
    end.deallocate()
    word.deallocate()
    suffix.deallocate()
    sentence.deallocate()
    paragraph.deallocate()
    shape.deallocate()
    flags.deallocate()
  }

  /// The next token opens a paragraph, and with it a sentence.
  mutating func beginParagraph() {
    paragraphStarts.append(Int32(truncatingIfNeeded: count))
    beginSentence()
  }

  /// The next token opens a sentence.
  mutating func beginSentence() {
    sentenceStarts.append(Int32(truncatingIfNeeded: count))
  }

  /// Adds a token to the sentence begun last.
  @inline(__always)
  mutating func append(_ token: ModelToken) {
    if count == capacity { grow() }
    start[count] = Int32(truncatingIfNeeded: token.start)
    end[count] = Int32(truncatingIfNeeded: token.end)
    word[count] = token.word
    suffix[count] = token.suffix
    shape[count] = token.shape
    flags[count] = token.flags
    sentence[count] = Int32(truncatingIfNeeded: sentenceStarts.count &- 1)
    paragraph[count] = Int32(truncatingIfNeeded: paragraphStarts.count &- 1)
    count &+= 1
  }

  @inline(never)
  private mutating func grow() {
    let doubled = capacity * 2
    func moved<T>(_ old: UnsafeMutablePointer<T>, _ count: Int) -> UnsafeMutablePointer<T> {
      let new = UnsafeMutablePointer<T>.allocate(capacity: doubled)
      new.moveInitialize(from: old, count: count)
      old.deallocate()
      return new
    }
    start = moved(start, count)
    end = moved(end, count)
    word = moved(word, count)
    suffix = moved(suffix, count)
    sentence = moved(sentence, count)
    paragraph = moved(paragraph, count)
    shape = moved(shape, count)
    flags = moved(flags, count)
    capacity = doubled
  }

  /// Works with the tokens and everything that follows from them; see `TokenView`.
  borrowing func withView<Result>(_ body: (TokenView) -> Result) -> Result {
    var sentences = sentenceStarts
    var paragraphs = paragraphStarts
    sentences.append(Int32(truncatingIfNeeded: count))
    paragraphs.append(Int32(truncatingIfNeeded: count))
    return sentences.withUnsafeBufferPointer { sentences in
      paragraphs.withUnsafeBufferPointer { paragraphs in
        // Ten columns of count + 1 numbers: three positions, seven running counts.
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: TokenView.columns * (count + 1)) {
          derived in
          guard let derived = derived.baseAddress, let sentences = sentences.baseAddress,
            let paragraphs = paragraphs.baseAddress
          else { preconditionFailure("a column of at least one number has an address") }
          let view = TokenView(
            count: count, start: UnsafePointer(start), end: UnsafePointer(end),
            word: UnsafePointer(word), suffix: UnsafePointer(suffix),
            shape: UnsafePointer(shape), flags: UnsafePointer(flags),
            sentence: UnsafePointer(sentence), paragraph: UnsafePointer(paragraph),
            sentenceStart: sentences, paragraphStart: paragraphs, derived: derived)
          view.derive()
          return body(view)
        }
      }
    }
  }
}

/// One token on its way into `ModelTokens`.
struct ModelToken {
  /// The first byte and one past the last.
  var start: Int
  var end: Int
  /// FNV-1a of the normal form.
  var word: UInt32
  /// FNV-1a of the last three bytes of the normal form.
  var suffix: UInt32
  /// See `ModelTokens.Shape`.
  var shape: UInt8
  /// See `ModelTokens.Flag`.
  var flags: UInt8
}
