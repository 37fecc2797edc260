/// Stage 2, the sums of weights: for each token of a window seven scores, one for each label.
///
/// 30 features a token. Most of them do not change from each token to the next, so sums are kept:
/// - what depends on the token and its side of the cue word only, for other windows
///   (`neighbourhood`);
/// - what depends on the way to the cue word, as long as nothing on the way changes.
///
/// The features of some tokens are gathered, then looked up together. Sums are Int16 in units of the
/// table's scale; lanes are labels, lane 7 is unused.
struct WindowFeatures: ~Copyable {
  typealias Sum = SIMD8<Int16>

  let tokens: TokenView
  let table: FeatureTable
  /// Sums: by token and side (`keptCount` tokens times two sides), one that stays zero, and those of
  /// the tokens looked up together.
  private let sums: UnsafeMutablePointer<Sum>
  /// Whose the kept sums are.
  private let keptFor: UnsafeMutablePointer<Int32>
  /// Memory for features.
  private let memory: UnsafeMutablePointer<UInt32>
  /// For each token looked up the sums that make up its own.
  private let parts: UnsafeMutablePointer<Parts>

  /// Indices of sums: of the token itself, its neighbourhood, and what it shares with others.
  private struct Parts {
    var own: UInt32
    var neighbourhood: UInt32
    var near: UInt32 = 0
    var path: UInt32 = 0
    var quotation: UInt32 = 0
    var segment: UInt32 = 0
  }

  /// How many tokens sums are kept for; a power of two, and at least a window.
  private static let keptCount = 512
  private static let zero = UInt32(2 * keptCount)
  /// How many tokens are looked up together, and how many features and sums they have.
  private static let together = 64
  private static let features = 30 * together
  private static let sumCount = 2 * keptCount + 1 + 5 * together

  /// Scores that rule a label out.
  static let impossible: Float = -1e4

  init(_ tokens: TokenView, _ table: FeatureTable) {
    self.tokens = tokens
    self.table = table
    sums = .allocate(capacity: Self.sumCount)
    sums.initialize(repeating: .zero, count: Self.sumCount)
    keptFor = .allocate(capacity: 2 * Self.keptCount)
    keptFor.initialize(repeating: -1, count: 2 * Self.keptCount)
    let size = FeatureBatch.size(Self.features)
    memory = .allocate(capacity: size)
    memory.initialize(repeating: 0, count: size)
    parts = .allocate(capacity: Self.together)
  }

  deinit {
    sums.deallocate()
    keptFor.deallocate()
    memory.deallocate()
    parts.deallocate()
  }

  /// Writes the scores of the tokens of a window, first token first.
  func scores(of window: AttributionWindow, into scores: UnsafeMutablePointer<SIMD8<Float>>) {
    let view = CueView(window, tokens)
    var low = window.low
    while low < window.high {
      let high = min(low &+ Self.together, window.high)
      add(low, high, view, window, to: scores + (low &- window.low))
      low = high
    }
    let cue = window.cue &- window.low
    let (begin, inside) = (scores[cue][3], scores[cue][4])
    scores[cue] = SIMD8(repeating: Self.impossible)
    scores[cue][3] = begin
    scores[cue][4] = inside
  }

  /// Writes the scores of the tokens [low, high), at most `together`.
  private func add(
    _ low: Int, _ high: Int, _ view: CueView, _ window: AttributionWindow,
    to scores: UnsafeMutablePointer<SIMD8<Float>>
  ) {
    var batch = FeatureBatch(memory, capacity: Self.features)
    var next = Self.zero
    func newSum() -> UInt32 {
      next &+= 1
      sums[Int(next)] = .zero
      return next
    }
    var shared = Parts(own: 0, neighbourhood: 0)
    var nearKey = UInt32.max
    var pathKey = UInt32.max
    var quotationKey = UInt32.max
    var segmentKey = (UInt32.max, UInt32.max)
    var place = QuotationPlace(low, view, tokens)
    var placeStart = Int(tokens.quotationStart[low])
    for i in low..<high {
      let step = WindowStep(i, view, tokens)
      if step.near != nearKey {
        nearKey = step.near
        shared.near = newSum()
        batch.owner = shared.near
        addNear(nearKey, view, &batch)
      }
      let path = step.path
      if path != pathKey {
        pathKey = path
        shared.path = newSum()
        batch.owner = shared.path
        addPath(step, view, &batch)
      }
      if Int(tokens.quotationStart[i]) != placeStart {
        placeStart = Int(tokens.quotationStart[i])
        place = QuotationPlace(i, view, tokens)
      }
      let quotation = place.key &* 4 &+ step.sentences
      if quotation != quotationKey {
        quotationKey = quotation
        shared.quotation = newSum()
        batch.owner = shared.quotation
        addQuotation(place, step, view, &batch)
      }
      let first = Int(tokens.segment[i])
      let word = first >= window.low ? tokens.word[first] : 1
      let segment = (word, path &* 2 &+ (first == i ? 1 : 0))
      if segment != segmentKey {
        segmentKey = segment
        shared.segment = newSum()
        batch.owner = shared.segment
        addSegment(word, step, isFirst: first == i, &batch)
      }
      shared.own = newSum()
      batch.owner = shared.own
      addToken(i, step, place, view, window, &batch)
      shared.neighbourhood = neighbourhood(i, step.side, window, &batch)
      parts[i &- low] = shared
    }
    table.add(batch, to: sums)
    let lane7 = SIMD8<Float>(0, 0, 0, 0, 0, 0, 0, Self.impossible)
    for i in 0..<high &- low {
      let part = parts[i]
      var sum = sums[Int(part.own)] &+ sums[Int(part.neighbourhood)] &+ sums[Int(part.near)]
      sum &+= sums[Int(part.path)] &+ sums[Int(part.quotation)] &+ sums[Int(part.segment)]
      scores[i] = SIMD8<Float>(sum) * table.scale + lane7
    }
  }

  // MARK: Groups of templates

  /// Side and distance, with the cue word and its neighbours.
  private func addNear(_ key: UInt32, _ view: CueView, _ batch: inout FeatureBatch) {
    batch.add(10, view.word, key)
    batch.add(16, view.nextWord, key)
    batch.add(17, view.previousWord, key)
  }

  /// What stands between the token and the cue word.
  private func addPath(_ step: WindowStep, _ view: CueView, _ batch: inout FeatureBatch) {
    let (side, sentences, both) = (step.side, step.sentences, step.quoted &* 2 &+ view.quoted)
    batch.add(12, side &* 4 &+ sentences, both)
    batch.add(14, side &* 64 &+ step.commas &* 16 &+ both &* 4 &+ sentences, step.cues)
    batch.add(15, side &* 64 &+ step.clauses &* 16 &+ step.cues &* 4 &+ sentences, both)
    batch.add(18, view.shapes, (side &* 4 &+ sentences) &* 8 &+ both)
    batch.add(19, view.shapes, side &* 64 &+ step.delimiters &* 8 &+ both)
    batch.add(21, view.word, (side &* 8 &+ step.delimiters) &* 8 &+ both)
    batch.add(
      29, view.word, side &* 64 &+ sentences &* 16 &+ step.clauses &* 4 &+ step.commas)
    batch.add(35, (side &* 16 &+ view.quotations) &* 4 &+ sentences, view.shapes)
  }

  /// The quotation of the token, seen from the cue word.
  private func addQuotation(
    _ place: QuotationPlace, _ step: WindowStep, _ view: CueView, _ batch: inout FeatureBatch
  ) {
    batch.add(32, place.side &* 8 &+ place.marks, place.rest &* 4 &+ step.sentences)
    batch.add(
      33, place.side &* 64 &+ place.gap &* 8 &+ place.marks,
      place.length &* 16 &+ view.quotations)
  }

  /// The first word of the segment.
  private func addSegment(
    _ word: UInt32, _ step: WindowStep, isFirst: Bool, _ batch: inout FeatureBatch
  ) {
    batch.add(22, word, step.side &* 8 &+ step.delimiters)
    let place = step.side &* 16 &+ step.cues &* 4 &+ step.sentences
    batch.add(23, word, (isFirst ? 64 : 0) &+ place)
  }

  /// The token together with the cue word.
  private func addToken(
    _ i: Int, _ step: WindowStep, _ place: QuotationPlace, _ view: CueView,
    _ window: AttributionWindow, _ batch: inout FeatureBatch
  ) {
    let shape = UInt32(tokens.shape[i])
    let before = i > window.low ? UInt32(tokens.shape[i &- 1]) : 30
    batch.add(8, step.near, shape)
    batch.add(11, view.word, tokens.word[i])
    batch.add(20, shape &* 4 &+ step.side, view.shapes)
    batch.add(28, view.word, shape &* 64 &+ step.side &* 16 &+ before)
    batch.add(
      34, (place.side &* 16 &+ place.rest) &* 4 &+ step.sentences,
      view.quotations &* 8 &+ shape &* 128)
  }

  /// The token and its neighbours by themselves, on one side of the cue word: the index of the sum.
  @inline(__always)
  private func neighbourhood(
    _ i: Int, _ side: UInt32, _ window: AttributionWindow, _ batch: inout FeatureBatch
  ) -> UInt32 {
    guard side < 2, i &- 2 >= window.low, i &+ 2 < window.high else {
      addNeighbourhood(i, side, window, &batch)
      return Self.zero
    }
    let place = (i & (Self.keptCount &- 1)) &* 2 &+ Int(side)
    let index = UInt32(truncatingIfNeeded: place)
    if Int(keptFor[place]) == i { return index }
    keptFor[place] = Int32(truncatingIfNeeded: i)
    sums[place] = .zero
    batch.owner = index
    addNeighbourhood(i, side, window, &batch)
    return index
  }

  private func addNeighbourhood(
    _ i: Int, _ side: UInt32, _ window: AttributionWindow, _ batch: inout FeatureBatch
  ) {
    let (low, high) = (window.low, window.high)
    let w0 = tokens.word[i]
    let w1 = i > low ? tokens.word[i &- 1] : 1
    let w2 = i &- 1 > low ? tokens.word[i &- 2] : 1
    let x1 = i &+ 1 < high ? tokens.word[i &+ 1] : 2
    let x2 = i &+ 2 < high ? tokens.word[i &+ 2] : 2
    let shape = UInt32(tokens.shape[i])
    let h1 = i > low ? UInt32(tokens.shape[i &- 1]) : 30
    let h2 = i &- 1 > low ? UInt32(tokens.shape[i &- 2]) : 30
    let g1 = i &+ 1 < high ? UInt32(tokens.shape[i &+ 1]) : 31
    batch.add(1, w0, side)
    batch.add(2, w1, side)
    batch.add(3, x1, side)
    batch.add(4, w1, w0)
    batch.add(5, w0, x1)
    batch.add(6, h1 &* 32 &+ shape, g1 &* 4 &+ side)
    batch.add(7, tokens.suffix[i], side)
    batch.add(25, w2, side)
    batch.add(26, x2, side)
    batch.add(27, h2 &* 32 &+ h1, shape &* 4 &+ side)
  }
}
