/// Printed interviews: paragraphs that begin with a name or initials and a colon.
extension AttributionFinder {
  /// The turns of an interview by their blocks; none where fewer than three paragraphs look like one.
  func turns() -> [Int: Attribution] {
    var turns: [Int: Attribution] = [:]
    for (index, block) in text.blocks.enumerated() where block.kind == .paragraph {
      if let turn = turn(in: block.tokens, block: index) { turns[index] = turn }
    }
    return turns.count >= 3 ? turns : [:]
  }

  private func turn(in range: Range<Int>, block: Int) -> Attribution? {
    guard let first = range.first, tokens[first].isA(.capital),
      let colon = range.prefix(6).first(where: { tokens[$0].hash == Marks.colon }),
      colon > first, colon + 2 < range.upperBound, !tokens[colon + 1].isA(.quoteMark)
    else { return nil }
    let label = first..<colon
    let isLabel = label.allSatisfy {
      tokens[$0].isA(.capital) && tokens[$0].isA(.word) || tokens[$0].has(.nameParticle)
    }
    guard isLabel, isInitials(label) || names(label) && !tokens[first].has(.document) else {
      return nil
    }
    var turn = Attribution(
      content: [colon + 1..<range.upperBound], source: label, cue: colon..<colon + 1, venue: nil,
      evidence: .colon, block: block)
    turn.isTurn = true
    return turn
  }

  private func isInitials(_ label: Range<Int>) -> Bool {
    let token = tokens[label.lowerBound]
    return label.count == 1 && token.isA(.allCapitals) && token.end - token.start <= 3
      && token.classes.isDisjoint(with: [.place, .organisation])
  }
}
