/// Stage 3: how likely an attribution is right.
///
/// A logistic model over 25 hashed features of a decoded attribution; its logit is the score.
struct AttributionScorer {
  let model: QuoteModel
  let tokens: TokenView

  private static let features = 25

  /// Marks duplicates and scores every attribution.
  func score(_ candidates: inout AttributionCandidates) {
    markDuplicates(&candidates)
    let size = FeatureBatch.size(Self.features)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: size) {
      guard let memory = $0.baseAddress else { return }
      memory.initialize(repeating: 0, count: size)
      var batch = FeatureBatch(memory, capacity: Self.features)
      for i in candidates.items.indices {
        batch.clear()
        findFeatures(candidates.items[i], candidates, &batch)
        var sum: Int32 = 0
        model.attributionTable.add(batch, to: &sum)
        candidates.items[i].score =
          model.attributionBias + Float(sum) * model.attributionTable.scale
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
    _ item: AttributionCandidate, _ all: AttributionCandidates, _ batch: inout FeatureBatch
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

    batch.add(200, strength, 0)
    batch.add(201, doubt, 0)
    batch.add(202, doubtPerToken, 0)
    batch.add(203, place, quoted)
    batch.add(204, firstWord, order)
    batch.add(205, distance, order * 4 + quoted)
    batch.add(206, sourceDistance, side)
    batch.add(207, sourceShape, side)
    batch.add(208, size, quoted)
    batch.add(209, word, 0)
    batch.add(210, word, size)
    batch.add(211, word, place)
    batch.add(212, UInt32(min(item.content.count, 3)), quoted)
    batch.add(213, word, quoted)
    batch.add(214, strength, quoted * 16 + size)
    batch.add(215, strength, doubt)
    batch.add(216, size, place)
    batch.add(217, cueQuoted * 4 + quoted, order)
    batch.add(218, word, firstWord)
    batch.add(219, sourceWord, side)
    batch.add(220, tokens.word[Int(cue.first.low)], 0)
    batch.add(221, item.duplicate, quoted)
    batch.add(222, word, sourceWord)
    let sourceLength = source == nil ? 9 : UInt32(min(all.tokenCount(item.source), 7))
    batch.add(223, sourceLength, side)
    batch.add(224, item.isForced ? 1 : 0, doubt)
  }
}
