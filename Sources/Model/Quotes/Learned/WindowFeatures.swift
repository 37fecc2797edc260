/// Stage 2, the sums of weights: for each token of a window seven scores, one for each label.
///
/// 30 features a token. Most of them do not change from each token to the next, so sums are kept:
/// - what depends on the token and its side of the cue word only, for other windows
///   (`neighbourhood`);
/// - what depends on the way to the cue word, as long as nothing on the way changes.
///
/// Sums are Int16 in units of the table's scale; lanes are labels, lane 7 is unused.
struct WindowFeatures {
  typealias Sum = SIMD8<Int16>

  let tokens: TokenView
  let table: FeatureTable
  /// Sums by token and side, `keptCount` tokens times two sides, and whose they are.
  let kept: UnsafeMutablePointer<Sum>
  let keptFor: UnsafeMutablePointer<Int32>
  /// Memory for `FeatureHits`.
  let slots: UnsafeMutablePointer<UInt32>

  /// How many tokens sums are kept for; a power of two, and at least a window.
  static let keptCount = 512

  /// Scores that rule a label out.
  static let impossible: Float = -1e4

  @inline(__always)
  private func find(_ template: UInt32, _ a: UInt32, _ b: UInt32, _ hits: inout FeatureHits) {
    table.find(FeatureHash.mix(template, a, b), &hits)
  }

  /// Writes the scores of the tokens of a window, first token first.
  func scores(of window: AttributionWindow, into scores: UnsafeMutablePointer<SIMD8<Float>>) {
    let view = CueView(window, tokens)
    var (near, path, quotation, segment) = (Sum.zero, Sum.zero, Sum.zero, Sum.zero)
    var nearKey = UInt32.max
    var pathKey = UInt32.max
    var quotationKey = UInt32.max
    var segmentKey = (UInt32.max, UInt32.max)
    let lane7 = SIMD8<Float>(0, 0, 0, 0, 0, 0, 0, Self.impossible)
    for i in window.low..<window.high {
      let step = WindowStep(i, view, tokens)
      let key1 = step.near
      if key1 != nearKey {
        nearKey = key1
        near = nearSum(key1, view)
      }
      let key2 = step.path
      if key2 != pathKey {
        pathKey = key2
        path = pathSum(step, view)
      }
      let place = QuotationPlace(i, view, tokens)
      let key3 = place.key &* 4 &+ step.sentences
      if key3 != quotationKey {
        quotationKey = key3
        quotation = quotationSum(place, step, view)
      }
      let first = Int(tokens.segment[i])
      let word = first >= window.low ? tokens.word[first] : 1
      let key4 = (word, pathKey &* 2 &+ (first == i ? 1 : 0))
      if key4 != segmentKey {
        segmentKey = key4
        segment = segmentSum(word, step, isFirst: first == i)
      }
      var sum = near &+ path &+ quotation &+ segment
      sum &+= tokenSum(i, step, place, view, window)
      sum &+= neighbourhood(i, step.side, window)
      scores[i &- window.low] = SIMD8<Float>(sum) * table.scale + lane7
    }
    let cue = window.cue &- window.low
    let (begin, inside) = (scores[cue][3], scores[cue][4])
    scores[cue] = SIMD8(repeating: Self.impossible)
    scores[cue][3] = begin
    scores[cue][4] = inside
  }

  // MARK: Groups of templates

  /// Side and distance, with the cue word and its neighbours.
  private func nearSum(_ key: UInt32, _ view: CueView) -> Sum {
    var hits = FeatureHits(slots)
    find(10, view.word, key, &hits)
    find(16, view.nextWord, key, &hits)
    find(17, view.previousWord, key, &hits)
    return table.sum(hits)
  }

  /// What stands between the token and the cue word.
  private func pathSum(_ step: WindowStep, _ view: CueView) -> Sum {
    var hits = FeatureHits(slots)
    let (side, sentences, both) = (step.side, step.sentences, step.quoted &* 2 &+ view.quoted)
    find(12, side &* 4 &+ sentences, both, &hits)
    find(14, side &* 64 &+ step.commas &* 16 &+ both &* 4 &+ sentences, step.cues, &hits)
    find(15, side &* 64 &+ step.clauses &* 16 &+ step.cues &* 4 &+ sentences, both, &hits)
    find(18, view.shapes, (side &* 4 &+ sentences) &* 8 &+ both, &hits)
    find(19, view.shapes, side &* 64 &+ step.delimiters &* 8 &+ both, &hits)
    find(21, view.word, (side &* 8 &+ step.delimiters) &* 8 &+ both, &hits)
    find(
      29, view.word, side &* 64 &+ sentences &* 16 &+ step.clauses &* 4 &+ step.commas, &hits)
    find(35, (side &* 16 &+ view.quotations) &* 4 &+ sentences, view.shapes, &hits)
    return table.sum(hits)
  }

  /// The quotation of the token, seen from the cue word.
  private func quotationSum(_ place: QuotationPlace, _ step: WindowStep, _ view: CueView) -> Sum {
    var hits = FeatureHits(slots)
    find(32, place.side &* 8 &+ place.marks, place.rest &* 4 &+ step.sentences, &hits)
    find(
      33, place.side &* 64 &+ place.gap &* 8 &+ place.marks,
      place.length &* 16 &+ view.quotations, &hits)
    return table.sum(hits)
  }

  /// The first word of the segment.
  private func segmentSum(_ word: UInt32, _ step: WindowStep, isFirst: Bool) -> Sum {
    var hits = FeatureHits(slots)
    find(22, word, step.side &* 8 &+ step.delimiters, &hits)
    let place = step.side &* 16 &+ step.cues &* 4 &+ step.sentences
    find(23, word, (isFirst ? 64 : 0) &+ place, &hits)
    return table.sum(hits)
  }

  /// The token together with the cue word.
  @inline(__always)
  private func tokenSum(
    _ i: Int, _ step: WindowStep, _ place: QuotationPlace, _ view: CueView,
    _ window: AttributionWindow
  ) -> Sum {
    var hits = FeatureHits(slots)
    let shape = UInt32(tokens.shape[i])
    let before = i > window.low ? UInt32(tokens.shape[i &- 1]) : 30
    find(8, step.near, shape, &hits)
    find(11, view.word, tokens.word[i], &hits)
    find(20, shape &* 4 &+ step.side, view.shapes, &hits)
    find(28, view.word, shape &* 64 &+ step.side &* 16 &+ before, &hits)
    find(
      34, (place.side &* 16 &+ place.rest) &* 4 &+ step.sentences,
      view.quotations &* 8 &+ shape &* 128, &hits)
    return table.sum(hits)
  }

  /// The token and its neighbours by themselves, on one side of the cue word.
  @inline(__always)
  private func neighbourhood(_ i: Int, _ side: UInt32, _ window: AttributionWindow) -> Sum {
    guard side < 2, i &- 2 >= window.low, i &+ 2 < window.high else {
      return newNeighbourhood(i, side, window)
    }
    let place = (i & (Self.keptCount &- 1)) &* 2 &+ Int(side)
    if Int(keptFor[place]) == i { return kept[place] }
    let sum = newNeighbourhood(i, side, window)
    kept[place] = sum
    keptFor[place] = Int32(truncatingIfNeeded: i)
    return sum
  }

  @inline(never)
  private func newNeighbourhood(_ i: Int, _ side: UInt32, _ window: AttributionWindow) -> Sum {
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
    var hits = FeatureHits(slots)
    find(1, w0, side, &hits)
    find(2, w1, side, &hits)
    find(3, x1, side, &hits)
    find(4, w1, w0, &hits)
    find(5, w0, x1, &hits)
    find(6, h1 &* 32 &+ shape, g1 &* 4 &+ side, &hits)
    find(7, tokens.suffix[i], side, &hits)
    find(25, w2, side, &hits)
    find(26, x2, side, &hits)
    find(27, h2 &* 32 &+ h1, shape &* 4 &+ side, &hits)
    return table.sum(hits)
  }
}
