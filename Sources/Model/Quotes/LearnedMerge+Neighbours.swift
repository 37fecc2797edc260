extension LearnedMerge {
  /// How far before and after an attribution others are looked at.
  private static let neighbours = 6

  /// Attributions without the words that their neighbours have a better claim to; in order of their
  /// content.
  func withoutNeighbours(_ attributions: [Attribution]) -> [Attribution] {
    attributions.indices.map { index in
      var attribution = attributions[index]
      let low = max(0, index - Self.neighbours)
      let high = min(attributions.count, index + Self.neighbours + 1)
      for other in low..<high where other != index {
        dropParts(of: &attribution, saidBy: attributions[other])
        if other > index { cut(&attribution, before: attributions[other]) }
      }
      return attribution
    }
  }

  /// `"A," said X. "B," said Y.`: B belongs to the cue that stands beside it.
  private func dropParts(of attribution: inout Attribution, saidBy other: Attribution) {
    guard attribution.evidence == .model, attribution.content.count > 1, other.cue != nil,
      other.cue != attribution.cue, other.content.count == 1
    else { return }
    let own = other.content[0]
    let kept = attribution.content.filter { part in
      !part.overlaps(own) || 2 * words(in: part.clamped(to: own)) <= words(in: part)
    }
    if !kept.isEmpty { attribution.content = kept }
  }

  /// `X said A and Y said B`: Y begins a clause of their own.
  private func cut(_ attribution: inout Attribution, before other: Attribution) {
    guard attribution.content.count == 1, let cue = other.cue, let source = other.source,
      attribution.source != source
    else { return }
    let content = attribution.content[0]
    let joint = source.lowerBound - 1
    guard joint > content.lowerBound + 2, content.contains(cue.lowerBound),
      cue.lowerBound >= source.upperBound, other.extent.upperBound + 1 >= content.upperBound,
      Self.joints.contains(text.tokens[joint].hash), !text.tokens[joint].isA(.quoted)
    else { return }
    let rest = trimmed(content.lowerBound..<joint)
    if words(in: rest) > 1 { attribution.content = [rest] }
  }

  /// Words between the clauses of two speakers.
  static let joints = Bytes.words("and but while whereas")
}
