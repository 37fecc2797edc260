/// Stage 2: the attributions of all cue words, each decoded in its own window.
struct CandidateFinder {
  let model: QuoteModel
  let tokens: TokenView

  /// How much less likely labels with a source may be, as a natural logarithm.
  static let leastForced = -8.0

  /// Bounds for text that no one writes: of each stretch of so many tokens at most so many cue words
  /// are tried, and so many tokens of windows labelled, best cue words first. News needs a sixth of that,
  /// and in the 840 articles of training nothing is left out.
  static let stretch = 256
  static let mostCues = 64
  static let mostWork = 2048

  /// The attributions in order of their cue words.
  func candidates(_ cues: [CueScorer.Cue]) -> AttributionCandidates {
    var result = AttributionCandidates()
    guard !cues.isEmpty else { return result }
    result.items.reserveCapacity(cues.count)
    let decoder = AttributionDecoder(model)
    let features = WindowFeatures(tokens, model.labelTable)
    var first = 0
    while first < cues.count {
      var end = first + 1
      let stretch = cues[first].token / Self.stretch
      while end < cues.count, cues[end].token / Self.stretch == stretch { end += 1 }
      for index in affordable(cues, first..<end) {
        add(cues[index], features, decoder, &result)
      }
      first = end
    }
    return result
  }

  /// The cue words of one stretch that are tried, in order.
  private func affordable(_ cues: [CueScorer.Cue], _ range: Range<Int>) -> [Int] {
    guard range.count > Self.mostWork / AttributionWindow.capacity else { return Array(range) }
    var order = Array(range)
    if order.count > Self.mostCues {
      order.sort { (-cues[$0].score, $0) < (-cues[$1].score, $1) }
      order.removeLast(order.count - Self.mostCues)
    }
    var work = order.map { AttributionWindow(cues[$0].token, in: tokens).count }.reduce(0, +)
    guard work > Self.mostWork else { return order.sorted() }
    order.sort { (-cues[$0].score, $0) < (-cues[$1].score, $1) }
    while work > Self.mostWork, let last = order.popLast() {
      work -= AttributionWindow(cues[last].token, in: tokens).count
    }
    return order.sorted()
  }

  /// Decodes the window of one cue word and adds what it holds.
  private func add(
    _ cue: CueScorer.Cue, _ features: borrowing WindowFeatures,
    _ decoder: borrowing AttributionDecoder,
    _ result: inout AttributionCandidates
  ) {
    let window = AttributionWindow(cue.token, in: tokens)
    features.scores(of: window, into: decoder.scores)
    let (hasContent, hasSource) = decoder.decode(window.count)
    guard hasContent else { return }
    let score = decoder.pathScore(window.count)
    add(cue, window, decoder, score - decoder.logSum(window.count), isForced: false, &result)
    guard !hasSource, decoder.decodeWithSource(window.count) else { return }
    let loss = decoder.pathScore(window.count) - score
    if loss > Self.leastForced { add(cue, window, decoder, loss, isForced: true, &result) }
  }

  private func add(
    _ cue: CueScorer.Cue, _ window: AttributionWindow, _ decoder: borrowing AttributionDecoder,
    _ likelihood: Double, isForced: Bool, _ result: inout AttributionCandidates
  ) {
    typealias Label = AttributionDecoder.Label
    func pieces(_ label: UInt8) -> Range<Int> {
      result.addPieces(label, decoder.labels, window.count, at: window.low)
    }
    let content = pieces(Label.contentBegin)
    guard !content.isEmpty else { return }
    let source = pieces(Label.sourceBegin)
    let cueParts = pieces(Label.cueBegin)
    result.items.append(
      AttributionCandidate(
        cue: cue.token, cueScore: cue.score, low: window.low, count: window.count,
        content: content, source: source, cueParts: cueParts, likelihood: likelihood,
        isForced: isForced))
  }
}
