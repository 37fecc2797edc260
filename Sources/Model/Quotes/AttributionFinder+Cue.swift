/// What one cue announces.
extension AttributionFinder {
  // MARK: One cue

  mutating func attribution(
    _ cue: Cue, subject: NounPhraseReader.Subject?, lower: Int, upper: Int, sentence: Range<Int>,
    quotations: Range<Int>, previous: Range<Int>?, block: Int
  ) -> Attribution? {
    let reader = ContentReader(text: text)
    let head =
      cue.isInverted || cue.form == .according
      ? cue.tokens.lowerBound
      : subject.map { min($0.phrase.lowerBound, cue.tokens.lowerBound) } ?? cue.tokens.lowerBound
    let tail =
      cue.isInverted || cue.form == .according
      ? subject?.phrase.upperBound ?? cue.tokens.upperBound : cue.tokens.upperBound
    let open = near(head, among: quotations)
    var result = Attribution(
      content: [], source: subject?.phrase, cue: cue.tokens, venue: nil,
      evidence: .speakerCueClause, block: block)
    let venue = VenueReader(tokens: tokens).venue(
      of: cue, from: tail, to: upper, sentence: sentence, head: head)
    result.venue = venue

    let isParenthetical = !cue.isInverted && tail < upper && tokens[tail].hash == Marks.comma
    let before =
      cue.form == .shared
      ? nil
      : reader.before(
        head, from: lower, cue: cue, isParenthetical: isParenthetical, quotations: open)
    let after = reader.after(tail, to: upper, cue: cue, before: before, quotations: open)
    switch (before, after) {
    case (let before?, let after?):
      if before.isQuoted && after.isQuoted {
        result.content = before.parts + after.parts
        result.evidence = .quotedWordsWithCue
      } else if before.isQuoted {
        result.content = before.parts
        result.evidence = .quotedWordsWithCue
      } else if after.isContinued {
        // `Russia, he said, is ready`
        result.content = before.parts + after.parts
        result.evidence = .clauseCueSpeaker
      } else {
        result.content = after.parts
        result.evidence = after.isQuoted ? .quotedWordsWithCue : .speakerCueClause
      }
    case (let before?, nil):
      // A clause before stands for the content only where the attribution ends its sentence.
      if !before.isQuoted, cue.form == .verb, !reader.closes(cue, tail..<max(tail, upper)) {
        return nil
      }
      result.content = before.parts
      result.evidence = before.isQuoted ? .quotedWordsWithCue : .clauseCueSpeaker
    case (nil, let after?):
      result.content = after.parts
      result.evidence = after.isQuoted ? .quotedWordsWithCue : .speakerCueClause
    case (nil, nil):
      // The sentence before may be the quotation: `"Why?" Smith asked.`
      guard cue.form == .verb, cue.classes.isDisjoint(with: [.quoteCue, .thinkCue]),
        head == sentence.lowerBound, let previous, let last = found.last, last.cue == nil,
        last.source == nil, last.content.count == 1,
        last.extent.lowerBound == previous.lowerBound + 1,
        tokens[previous.upperBound - 1].isA(.closes)
      else { return nil }
      found.removeLast()
      result.content = last.content
      result.evidence = .quotedWordsWithCue
    }
    if cue.form == .according, result.evidence != .quotedWordsWithCue {
      result.evidence = .accordingTo
    }
    result.content.removeAll(where: \.isEmpty)
    for part in result.content {
      for index in firstQuotation(closingAfter: part.lowerBound)..<text.quotations.count {
        guard text.quotations[index].open < part.upperBound else { break }
        taken.insert(index)
      }
    }
    return result.content.isEmpty ? nil : result
  }

  /// Quotations that no cue has taken, some before and some behind a token.
  /// - Complexity: O(log quotations).
  func near(_ token: Int, among range: Range<Int>) -> [Int] {
    let next = firstQuotation(closingAfter: token)
    let window =
      max(range.lowerBound, next - 12)..<max(range.lowerBound, min(range.upperBound, next + 12))
    return window.filter { !taken.contains($0) }
  }

  /// The first quotation that ends behind a token, by halving.
  func firstQuotation(closingAfter token: Int) -> Int {
    var low = 0
    var high = text.quotations.count
    while low < high {
      let middle = (low + high) / 2
      if text.quotations[middle].close <= token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
