/// What is the same for all tokens of a window: the cue word and what stands beside it.
struct CueView {
  let cue: Int
  let word: UInt32
  let previousWord: UInt32
  let nextWord: UInt32
  /// The shapes on both sides, left times 32 and right.
  let shapes: UInt32
  /// 1 in quotation marks.
  let quoted: UInt32
  /// Double marks in the sentence before and after the cue word, each at most 2; before times 3.
  let quotations: UInt32
  let sentence: Int32

  init(_ window: AttributionWindow, _ tokens: TokenView) {
    let cue = window.cue
    self.cue = cue
    word = tokens.word[cue]
    quoted = tokens.isQuoted(cue) ? 1 : 0
    sentence = tokens.sentence[cue]
    let hasLeft = cue > window.low
    let hasRight = cue &+ 1 < window.high
    previousWord = hasLeft ? tokens.word[cue &- 1] : 1
    nextWord = hasRight ? tokens.word[cue &+ 1] : 2
    let left = hasLeft ? UInt32(tokens.shape[cue &- 1]) : 30
    let right = hasRight ? UInt32(tokens.shape[cue &+ 1]) : 30
    shapes = left &* 32 &+ right
    let before = tokens.marks[cue] &- tokens.marks[max(tokens.sentenceLow(cue), window.low)]
    let after = tokens.marks[min(tokens.sentenceHigh(cue), window.high)] &- tokens.marks[cue &+ 1]
    quotations = UInt32(truncatingIfNeeded: min(before, 2) &* 3 &+ min(after, 2))
  }
}

/// The way from a token of a window to the cue word; counts are of tokens strictly between.
struct WindowStep {
  /// 0 left of the cue word, 1 right of it, 2 the cue word.
  let side: UInt32
  /// Side and class of the distance.
  let near: UInt32
  /// 1 in quotation marks.
  let quoted: UInt32
  /// Ends of sentences in between, at most 2.
  let sentences: UInt32
  /// At most 3.
  let commas: UInt32
  /// At most 3.
  let clauses: UInt32
  /// At most 5.
  let delimiters: UInt32
  /// Cue words, at most 2.
  let cues: UInt32

  @inline(__always)
  init(_ i: Int, _ view: CueView, _ tokens: TokenView) {
    let cue = view.cue
    let isLeft = i < cue
    let (from, to) = isLeft ? (i &+ 1, cue) : (cue &+ 1, i)
    side = isLeft ? 0 : i > cue ? 1 : 2
    near = side &* 16 &+ FeatureHash.bucket(isLeft ? cue &- i : i &- cue)
    quoted = tokens.isQuoted(i) ? 1 : 0
    sentences = UInt32(truncatingIfNeeded: min(abs(tokens.sentence[i] &- view.sentence), 2))
    guard to > from else {
      (commas, clauses, delimiters, cues) = (0, 0, 0, 0)
      return
    }
    commas = UInt32(truncatingIfNeeded: min(tokens.commas[to] &- tokens.commas[from], 3))
    clauses = UInt32(truncatingIfNeeded: min(tokens.clauses[to] &- tokens.clauses[from], 3))
    delimiters = UInt32(
      truncatingIfNeeded: min(tokens.delimiters[to] &- tokens.delimiters[from], 5))
    cues = UInt32(truncatingIfNeeded: min(tokens.cues[to] &- tokens.cues[from], 2))
  }

  /// Everything but the distance, in one number.
  var path: UInt32 {
    @inline(__always) get {
      let counts = ((commas &* 4 &+ clauses) &* 8 &+ delimiters) &* 4 &+ cues
      return ((counts &* 4 &+ side) &* 2 &+ quoted) &* 4 &+ sentences
    }
  }
}

/// The quotation that a token stands in, seen from the cue word; all 0 outside.
struct QuotationPlace {
  /// 1 the cue word stands in it, 2 after it, 3 before it.
  var side: UInt32 = 0
  /// Double marks between it and the cue word, at most 4.
  var marks: UInt32 = 0
  /// Tokens between it and the cue word, at most 4.
  var gap: UInt32 = 0
  /// The class of its length, and 1.
  var length: UInt32 = 0
  /// Other cue words outside quotation marks in its sentences (at most 2, times 4); whether it
  /// begins (2) and ends (1) with them.
  var rest: UInt32 = 0

  @inline(__always)
  init(_ i: Int, _ view: CueView, _ tokens: TokenView) {
    let start = Int(tokens.quotationStart[i])
    guard start >= 0 else { return }
    let end = Int(tokens.quotationEnd[i])
    let cue = view.cue
    length = 1 &+ FeatureHash.bucket(end &- start)
    if cue >= start, cue <= end {
      side = 1
    } else if cue > end {
      side = 2
      marks = UInt32(truncatingIfNeeded: min(tokens.marks[cue] &- tokens.marks[end &+ 1], 4))
      gap = UInt32(truncatingIfNeeded: min(cue &- 1 &- end, 4))
    } else {
      side = 3
      marks = UInt32(truncatingIfNeeded: min(tokens.marks[start] &- tokens.marks[cue], 4))
      gap = UInt32(truncatingIfNeeded: min(start &- 1 &- cue, 4))
    }
    let low = tokens.sentenceLow(start)
    let high = tokens.sentenceHigh(end)
    var others = tokens.freeCues[high] &- tokens.freeCues[low]
    if cue >= low, cue < high, !tokens.isQuoted(cue) {
      others &-= tokens.freeCues[cue &+ 1] &- tokens.freeCues[cue]
    }
    let isEnd = tokens.shape[high &- 1] == ModelTokens.Shape.closing || end == high &- 1
    rest = UInt32(truncatingIfNeeded: min(others, 2)) &* 4
    rest &+= (start == low ? 2 : 0) &+ (isEnd ? 1 : 0)
  }

  /// Everything in one number.
  var key: UInt32 {
    @inline(__always) get {
      (((side &* 8 &+ marks) &* 8 &+ gap) &* 16 &+ length) &* 16 &+ rest
    }
  }
}
