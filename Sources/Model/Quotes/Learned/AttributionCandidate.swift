/// Tokens [low, high).
struct TokenRange {
  var low: Int32
  var high: Int32

  var count: Int { Int(high &- low) }
}

/// An attribution as stage 2 found it, or a rule; its ranges of tokens lie in
/// `AttributionCandidates.pieces`.
struct AttributionCandidate {
  /// The cue word.
  var cue: Int
  /// The score of the cue word (logit of stage 1).
  var cueScore: Float
  /// The window: its first token and the number of its tokens.
  var low: Int
  var count: Int
  /// Ranges of content, source and cue, each in order.
  var content: Range<Int>
  var source: Range<Int>
  var cueParts: Range<Int>
  /// The logarithm of the probability of the labels; for a second run, of how much less likely they
  /// are than the first.
  var likelihood: Double
  /// Whether the labels come from a second run, with a source.
  var isForced = false
  /// 1 if a stronger cue word has mostly the same content, 2 if this word stands in its cue.
  var duplicate: UInt32 = 0
  /// The logit of stage 3.
  var score: Float = 0
}

/// All attributions of a page by cue word, and their ranges.
struct AttributionCandidates {
  var items: [AttributionCandidate] = []
  var pieces: [TokenRange] = []

  /// Words in ranges.
  func words(_ ranges: Range<Int>, _ tokens: TokenView) -> Int {
    ranges.reduce(0) {
      $0 &+ Int(tokens.words[Int(pieces[$1].high)] &- tokens.words[Int(pieces[$1].low)])
    }
  }

  /// Tokens in ranges.
  func tokenCount(_ ranges: Range<Int>) -> Int { ranges.reduce(0) { $0 &+ pieces[$1].count } }

  /// Words that two lists of ranges share; both must be in order.
  func sharedWords(_ a: Range<Int>, _ b: Range<Int>, _ tokens: TokenView) -> Int {
    var (i, j, shared) = (a.lowerBound, b.lowerBound, 0)
    while i < a.upperBound, j < b.upperBound {
      let low = max(pieces[i].low, pieces[j].low)
      let high = min(pieces[i].high, pieces[j].high)
      if low < high { shared &+= Int(tokens.words[Int(high)] &- tokens.words[Int(low)]) }
      if pieces[i].high <= pieces[j].high { i &+= 1 } else { j &+= 1 }
    }
    return shared
  }

  /// Whether more than half of the words of the longer content stand in both.
  func shareContent(_ a: Range<Int>, _ b: Range<Int>, _ tokens: TokenView) -> Bool {
    let shared = sharedWords(a, b, tokens)
    guard shared > 0 else { return false }
    return 2 * shared > max(words(a, tokens), words(b, tokens))
  }

  /// Whether a token lies in the ranges.
  func contains(_ ranges: Range<Int>, _ token: Int) -> Bool {
    ranges.contains { Int(pieces[$0].low) <= token && token < Int(pieces[$0].high) }
  }

  /// Adds the ranges of one kind that labels form, and says which they are.
  mutating func addPieces(
    _ begin: UInt8, _ labels: UnsafeMutablePointer<UInt8>, _ count: Int, at low: Int
  ) -> Range<Int> {
    let first = pieces.count
    for i in 0..<count where labels[i] == begin || labels[i] == begin &+ 1 {
      let token = Int32(truncatingIfNeeded: low &+ i)
      if labels[i] == begin {
        pieces.append(TokenRange(low: token, high: token &+ 1))
      } else if pieces.count > first {
        pieces[pieces.count - 1].high = token &+ 1
      }
    }
    return first..<pieces.count
  }
}
