/// Stage 1: which tokens are cue words?
///
/// A logistic model over 35 hashed features of a candidate and its neighbours in the sentence.
/// Candidates are about one token in six.
struct CueScorer {
  typealias Shape = ModelTokens.Shape

  let model: QuoteModel
  let tokens: TokenView

  /// A cue word and its score.
  struct Cue {
    var token: Int
    /// The logit of stage 1.
    var score: Float
  }

  /// `that`
  private static let that: UInt32 = 0xCB18_332C

  /// Whether a token may be a cue word: a colon, a dash after a quotation or a dash, a word of the
  /// lexicon, a longer word in -ed, -s or -ing.
  @inline(__always)
  func isCandidate(_ i: Int) -> Bool {
    switch tokens.shape[i] {
    case Shape.colon: return true
    case Shape.dash:
      return i > 0 && (tokens.shape[i &- 1] == Shape.closing || tokens.shape[i &- 1] == Shape.dash)
    default:
      if tokens.flags[i] & ModelTokens.Flag.inflected != 0 { return true }
      return model.entry(for: tokens.word[i])?.mayBeCue ?? false
    }
  }

  /// The cue words above the least score, in order; fills the running counts of cue words.
  func cues() -> [Cue] {
    var candidates: [Int] = []
    candidates.reserveCapacity(tokens.count / 4)
    for i in 0..<tokens.count where isCandidate(i) { candidates.append(i) }
    let scores = scores(of: candidates)
    var result: [Cue] = []
    result.reserveCapacity(tokens.count / 16)
    var (all, free) = (Int32(0), Int32(0))
    let (cues, freeCues) = (tokens.cues, tokens.freeCues)
    var next = 0
    for i in 0..<tokens.count {
      cues[i] = all
      freeCues[i] = free
      guard next < candidates.count, candidates[next] == i else { continue }
      let score = scores[next]
      next &+= 1
      if score > model.leastCueScore { result.append(Cue(token: i, score: score)) }
      if score > 0 {
        all &+= 1
        if !tokens.isQuoted(i) { free &+= 1 }
      }
    }
    cues[tokens.count] = all
    freeCues[tokens.count] = free
    return result
  }

  /// How many candidates are looked up together, and how many features they have.
  private static let together = 32
  private static let features = 35 * together

  /// The logits of candidates.
  func scores(of candidates: [Int]) -> [Float] {
    let size = FeatureBatch.size(Self.features)
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: size) { memory in
      guard let memory = memory.baseAddress else { return [] }
      memory.initialize(repeating: 0, count: size)
      var sums = [Int32](repeating: 0, count: candidates.count)
      sums.withUnsafeMutableBufferPointer { sums in
        guard let sums = sums.baseAddress else { return }
        var batch = FeatureBatch(memory, capacity: Self.features)
        for (index, i) in candidates.enumerated() {
          batch.owner = UInt32(truncatingIfNeeded: index)
          findWords(i, &batch)
          findShapes(i, &batch)
          findQuotations(i, &batch)
          if (index &+ 1) % Self.together == 0 || index &+ 1 == candidates.count {
            model.cueTable.add(batch, to: sums)
            batch.clear()
          }
        }
      }
      return sums.map { model.cueBias + Float($0) * model.cueTable.scale }
    }
  }

  /// The word at an offset in the sentence; `outside` beyond it.
  @inline(__always)
  private func word(_ i: Int, _ low: Int, _ high: Int, else outside: UInt32) -> UInt32 {
    i >= low && i < high ? tokens.word[i] : outside
  }

  /// The shape at an offset in the sentence; `outside` beyond it.
  @inline(__always)
  private func shape(_ i: Int, _ low: Int, _ high: Int, else outside: UInt32) -> UInt32 {
    i >= low && i < high ? UInt32(tokens.shape[i]) : outside
  }

  /// Templates of words.
  private func findWords(_ i: Int, _ batch: inout FeatureBatch) {
    let (low, high) = (tokens.sentenceLow(i), tokens.sentenceHigh(i))
    let w0 = tokens.word[i]
    let w1 = word(i &- 1, low, high, else: 1)
    let w2 = word(i &- 2, low, high, else: 1)
    let x1 = word(i &+ 1, low, high, else: 2)
    let x2 = word(i &+ 2, low, high, else: 2)
    let suffix = tokens.suffix[i]
    batch.add(100, w0, 0)
    batch.add(101, w0, w1)
    batch.add(102, w0, x1)
    batch.add(103, w1, 0)
    batch.add(104, x1, 0)
    batch.add(105, w2, 0)
    batch.add(106, x2, 0)
    batch.add(107, w1, w2)
    batch.add(108, x1, x2)
    batch.add(119, w0, tokens.word[Int(tokens.segment[i])])
    batch.add(120, w0, x2)
    batch.add(121, w0, w2)
    batch.add(122, w1, x1)
    batch.add(123, suffix, x1)
    batch.add(124, suffix, w1)
    batch.add(129, word(i &+ 3, low, high, else: 2), 0)
  }

  /// Templates of shapes and distances in the sentence.
  private func findShapes(_ i: Int, _ batch: inout FeatureBatch) {
    let (low, high) = (tokens.sentenceLow(i), tokens.sentenceHigh(i))
    let w0 = tokens.word[i]
    let quoted: UInt32 = tokens.isQuoted(i) ? 1 : 0
    let h1 = shape(i &- 1, low, high, else: 30)
    let h2 = shape(i &- 2, low, high, else: 30)
    let g1 = shape(i &+ 1, low, high, else: 31)
    let g2 = shape(i &+ 2, low, high, else: 31)
    let g3 = shape(i &+ 3, low, high, else: 31)
    let left = distanceToClosing(i, low)
    let right = distanceToOpening(i, high)
    let name = distanceToName(i, low)
    batch.add(109, w0, h1 &* 32 &+ g1)
    batch.add(110, w0, quoted)
    batch.add(111, w0, left)
    batch.add(112, w0, right)
    batch.add(113, left &* 16 &+ right, quoted)
    batch.add(114, tokens.suffix[i], quoted)
    batch.add(115, h2 &* 32 &+ h1, g1 &* 32 &+ g2)
    batch.add(116, w0, name)
    batch.add(117, name, h1 &* 2 &+ quoted)
    batch.add(118, w0, distanceToThat(i, high))
    let first = UInt32(truncatingIfNeeded: min(i &- low, 6))
    let last = UInt32(truncatingIfNeeded: min(high &- 1 &- i, 6))
    batch.add(125, first &* 8 &+ last, quoted)
    let (lowShape, highShape) = (UInt32(tokens.shape[low]), UInt32(tokens.shape[high &- 1]))
    batch.add(126, lowShape &* 32 &+ highShape, first)
    batch.add(127, w0, lowShape)
    batch.add(128, h1 &* 32 &+ g1, g2 &* 32 &+ g3)
  }

  /// Templates of the quotations nearby and of the place in the paragraph.
  private func findQuotations(_ i: Int, _ batch: inout FeatureBatch) {
    let (low, high) = (tokens.paragraphLow(i), tokens.paragraphHigh(i))
    let w0 = tokens.word[i]
    let quoted: UInt32 = tokens.isQuoted(i) ? 1 : 0
    let sentenceLow = tokens.sentenceLow(i)
    let h1 = i > sentenceLow ? UInt32(tokens.shape[i &- 1]) : 30
    var (left, right) = (UInt32(0), UInt32(0))
    var k = i &- 1
    while k >= max(i &- 6, low) {
      if tokens.shape[k] == Shape.closing {
        left = 1 &+ FeatureHash.bucket(k &- Int(tokens.quotationStart[k]))
        break
      }
      k &-= 1
    }
    k = i &+ 1
    while k < min(i &+ 7, high) {
      if tokens.shape[k] == Shape.opening {
        right = 1 &+ FeatureHash.bucket(Int(tokens.quotationEnd[k]) &- k)
        break
      }
      k &+= 1
    }
    let lengths = left &* 16 &+ right
    let before = UInt32(truncatingIfNeeded: min(i &- low, 7))
    let after = UInt32(truncatingIfNeeded: min(high &- 1 &- i, 7))
    batch.add(130, w0, before &* 32 &+ h1)
    batch.add(131, w0, after &* 32 &+ h1)
    batch.add(132, lengths, quoted &* 32)
    batch.add(133, w0, lengths)
    batch.add(134, tokens.suffix[i], lengths)
  }

  /// Tokens between a closing mark on the left and the token, at most 12; 15 if there is none.
  @inline(__always)
  private func distanceToClosing(_ i: Int, _ low: Int) -> UInt32 {
    var (k, distance) = (i &- 1, UInt32(0))
    while k >= low, tokens.shape[k] != Shape.closing, distance < 12 {
      k &-= 1
      distance &+= 1
    }
    return k < low ? 15 : distance
  }

  /// Tokens between the token and an opening mark on the right, at most 12; 15 if there is none.
  @inline(__always)
  private func distanceToOpening(_ i: Int, _ high: Int) -> UInt32 {
    var (k, distance) = (i &+ 1, UInt32(0))
    while k < high, tokens.shape[k] != Shape.opening, distance < 12 {
      k &+= 1
      distance &+= 1
    }
    return k >= high ? 15 : distance
  }

  /// Tokens between a capitalised word on the left and the token, at most 8; 15 if there is none.
  @inline(__always)
  private func distanceToName(_ i: Int, _ low: Int) -> UInt32 {
    var (k, distance) = (i &- 1, UInt32(0))
    while k >= low, tokens.shape[k] != Shape.capital, tokens.shape[k] != Shape.capitals,
      distance < 8
    {
      k &-= 1
      distance &+= 1
    }
    return k < low ? 15 : distance
  }

  /// How far `that` follows before a comma or a stop, at most 5; 0 if it does not.
  @inline(__always)
  private func distanceToThat(_ i: Int, _ high: Int) -> UInt32 {
    var k = i &+ 1
    while k < min(i &+ 6, high) {
      if tokens.shape[k] == Shape.comma || tokens.shape[k] == Shape.stop { return 0 }
      if tokens.word[k] == Self.that { return UInt32(truncatingIfNeeded: k &- i) }
      k &+= 1
    }
    return 0
  }
}
