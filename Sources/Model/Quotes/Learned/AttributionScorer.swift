/// Stage 3: how likely an attribution is right.
///
/// A logistic model over 25 hashed features of a decoded attribution; its logit is the score.
struct AttributionScorer {
  let model: QuoteModel
  let tokens: TokenView

  /// Marks duplicates and scores every attribution.
  func score(_ candidates: inout AttributionCandidates) {
    markDuplicates(&candidates)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: FeatureHits.capacity) {
      guard let slots = $0.baseAddress else { return }
      for i in candidates.items.indices {
        var hits = FeatureHits(slots)
        findFeatures(candidates.items[i], candidates, &hits)
        let sum = Float(model.attributionTable.weight(hits))
        candidates.items[i].score =
          model.attributionBias + sum * model.attributionTable.scale
      }
    }
  }

  /// Windows overlap only within their length, so only neighbours are compared.
  private func markDuplicates(_ candidates: inout AttributionCandidates) {
    var first = 0
    for i in candidates.items.indices {
      let item = candidates.items[i]
      while item.cue - candidates.items[first].cue > AttributionWindow.capacity { first += 1 }
      var duplicate: UInt32 = 0
      for j in first..<candidates.items.count {
        let other = candidates.items[j]
        if other.cue - item.cue > AttributionWindow.capacity { break }
        guard other.cueScore > item.cueScore, other.cue != item.cue,
          other.low < item.low + item.count, item.low < other.low + other.count
        else { continue }
        if candidates.contains(other.cueParts, item.cue) {
          duplicate = 2
          break
        }
        if duplicate == 0, candidates.shareContent(item.content, other.content, tokens) {
          duplicate = 1
        }
      }
      candidates.items[i].duplicate = duplicate
    }
  }

  @inline(__always)
  private func find(_ template: UInt32, _ a: UInt32, _ b: UInt32, _ hits: inout FeatureHits) {
    model.attributionTable.find(FeatureHash.mix(template, a, b), &hits)
  }

  /// A whole number of steps, at most `most`.
  private func steps(_ value: Double, most: Double) -> UInt32 {
    UInt32(max(0, min(most, value.rounded(.down))))
  }

  /// Tokens between two ranges that lie apart, in either order.
  private func gap(
    _ a: (first: TokenRange, last: TokenRange), _ b: (first: TokenRange, last: TokenRange)
  ) -> Int {
    Int(min(abs(a.first.low &- b.last.high), abs(b.first.low &- a.last.high)))
  }

  private func findFeatures(
    _ item: AttributionCandidate, _ all: AttributionCandidates, _ hits: inout FeatureHits
  ) {
    func ends(_ ranges: Range<Int>) -> (first: TokenRange, last: TokenRange)? {
      guard let first = ranges.first, let last = ranges.last else { return nil }
      return (all.pieces[first], all.pieces[last])
    }
    guard let content = ends(item.content), let cue = ends(item.cueParts) else { return }
    let source = ends(item.source)
    let (contentLow, contentHigh) = (Int(content.first.low), Int(content.last.high))
    let length = all.tokenCount(item.content)
    let likelihood = -item.likelihood

    let strength = UInt32(max(-8, min(12, (Double(item.cueScore) * 2).rounded(.down))) + 8)
    let doubt = steps(likelihood * 2, most: 15)
    let doubtPerToken = steps(likelihood / Double(max(1, item.count)) * 40, most: 15)
    let side: UInt32 = source.map { Int($0.first.low) < item.cue ? 1 : 2 } ?? 0
    let order: UInt32 =
      (contentLow > item.cue ? 1 : 0) + (Int(content.last.low) > item.cue ? 2 : 0)
    let quoted: UInt32 =
      (tokens.isQuoted(contentLow) ? 1 : 0) + (tokens.isQuoted(contentHigh - 1) ? 2 : 0)
    let firstWord = tokens.word[contentLow]
    let distance = FeatureHash.bucket(gap(content, cue))
    let sourceDistance = source.map { UInt32(min(7, gap($0, cue))) } ?? 15
    let sourceWord = source.map { tokens.word[Int($0.first.high) - 1] } ?? 0
    let sourceShape = source.map { UInt32(tokens.shape[Int($0.first.high) - 1]) } ?? 30
    let size = FeatureHash.bucket(length - 1)
    let word = tokens.word[item.cue]
    let cueQuoted: UInt32 = tokens.isQuoted(item.cue) ? 1 : 0
    let place = side * 4 + order

    find(200, strength, 0, &hits)
    find(201, doubt, 0, &hits)
    find(202, doubtPerToken, 0, &hits)
    find(203, place, quoted, &hits)
    find(204, firstWord, order, &hits)
    find(205, distance, order * 4 + quoted, &hits)
    find(206, sourceDistance, side, &hits)
    find(207, sourceShape, side, &hits)
    find(208, size, quoted, &hits)
    find(209, word, 0, &hits)
    find(210, word, size, &hits)
    find(211, word, place, &hits)
    find(212, UInt32(min(item.content.count, 3)), quoted, &hits)
    find(213, word, quoted, &hits)
    find(214, strength, quoted * 16 + size, &hits)
    find(215, strength, doubt, &hits)
    find(216, size, place, &hits)
    find(217, cueQuoted * 4 + quoted, order, &hits)
    find(218, word, firstWord, &hits)
    find(219, sourceWord, side, &hits)
    find(220, tokens.word[Int(cue.first.low)], 0, &hits)
    find(221, item.duplicate, quoted, &hits)
    find(222, word, sourceWord, &hits)
    let sourceLength = source == nil ? 9 : UInt32(min(all.tokenCount(item.source), 7))
    find(223, sourceLength, side, &hits)
    find(224, item.isForced ? 1 : 0, doubt, &hits)
  }
}
