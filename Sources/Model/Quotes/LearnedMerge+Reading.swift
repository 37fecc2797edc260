extension LearnedMerge {
  /// The model's spans as tokens, trimmed as the export wants them.
  func attribution(of learned: LearnedAttribution) -> Attribution? {
    let cue = cue(of: learned)
    let cueWord = text.tokens(in: learned.cueWord).lowerBound
    let parts = learned.content.map { span in
      beforeNextCue(trimmed(oneSentence(text.tokens(in: span), cue: cueWord)), cue)
    }.filter { !$0.isEmpty }
    guard let first = parts.first, words(in: first) > 0 || parts.count > 1 else { return nil }
    let source = learned.source.first.flatMap { span -> Range<Int>? in
      let range = trimmedSource(text.tokens(in: span))
      return range.isEmpty ? nil : range
    }
    guard let block = text.block(of: first.lowerBound) else { return nil }
    var attribution = Attribution(
      content: parts, source: source, cue: cue, venue: nil, evidence: .model,
      probability: learned.probability, block: block)
    attribution.isSpeech = learned.speechness >= 160
    return attribution
  }

  /// Without a second cue of the same speaker and what it announces: `said he was tired and added
  /// that ...`.
  private func beforeNextCue(_ range: Range<Int>, _ cue: Range<Int>?) -> Range<Int> {
    guard let cue, cue.upperBound <= range.lowerBound, range.count > 5 else { return range }
    let isParticiple = cue.contains { text.tokens[$0].has(.participle) }
    let form: WordClass = isParticiple ? .participle : .pastForm
    for i in range.lowerBound + 3..<range.upperBound - 2
    where Self.coordinators.contains(text.tokens[i].hash) && !text.tokens[i].isA(.quoted) {
      let next = text.tokens[i + 1].has(.adverb) ? i + 2 : i + 1
      let token = text.tokens[next]
      if token.has(.cue), token.has(form), !token.has(.auxiliary), next + 1 < range.upperBound {
        return trimmed(range.lowerBound..<i)
      }
    }
    return range
  }

  private static let coordinators = Bytes.words("and but")

  /// Without the quotation that begins the next sentence, where the first words stand outside marks:
  /// that quotation has an attribution of its own. The side of the cue stays.
  private func oneSentence(_ range: Range<Int>, cue: Int) -> Range<Int> {
    guard let first = range.first, !text.tokens[first].isA([.quoteMark, .quoted]) else {
      return range
    }
    let next = range.dropFirst(3).first {
      text.tokens[$0].isA(.startsSentence) && text.tokens[$0].isA(.opens)
    }
    guard let next else { return range }
    return cue >= range.upperBound ? next..<range.upperBound : range.lowerBound..<next
  }

  /// Without outer quotation marks where they enclose all, a leading `that`, commas at the ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    let tokens = text.tokens
    while start < end {
      let token = tokens[start]
      let isEnclosing =
        token.isA(.opens) && Int(token.partner) >= end - 2
        || token.isA(.quoteMark) && token.partner < 0
      if token.hash == Self.that || isEnclosing || token.hash == Marks.comma
        || token.hash == Marks.colon || Marks.isDash(token.hash)
      {
        start += 1
      } else {
        break
      }
    }
    while end > start {
      let token = tokens[end - 1]
      let isEnclosing = token.isA(.closes) && Int(token.partner) < start
      let isComma = token.hash == Marks.comma || token.hash == Marks.semicolon
      let isStop = token.hash == Marks.stop && !token.isA(.quoted)
      if isEnclosing || isComma || isStop { end -= 1 } else { break }
    }
    return start..<max(start, end)
  }

  private static let that = Bytes.word("that")
  private static let adverbs = Bytes.words("also then later again")

  private func trimmedSource(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    // `Anna Berg's claim that`: the name without its ending.
    while end > start,
      text.tokens[end - 1].hash == Marks.comma || text.tokens[end - 1].isA(.possessiveMark)
    {
      end -= 1
    }
    while start < end, text.tokens[start].hash == Marks.comma { start += 1 }
    // `X said A and Y insisted`: the speaker stands behind the last clause.
    if let joint = (start..<end).last(where: { Self.joints.contains(text.tokens[$0].hash) }),
      joint + 1 < end, !(start..<joint).contains(where: { text.tokens[$0].has(.relative) }),
      (start..<joint).contains(where: {
        text.tokens[$0].has(.cue) && text.tokens[$0].has(.pastForm)
          && !text.tokens[$0].isA(.capital)
      })
    {
      start = joint + 1
    }
    return start..<end
  }

  /// The cue without adverbs before it.
  private func cue(of learned: LearnedAttribution) -> Range<Int>? {
    guard let span = learned.cue.first(where: { $0.overlaps(learned.cueWord) }) ?? learned.cue.first
    else { return nil }
    var range = text.tokens(in: span)
    while range.count > 1, Self.adverbs.contains(text.tokens[range.lowerBound].hash) {
      range = range.lowerBound + 1..<range.upperBound
    }
    return range.isEmpty ? nil : range
  }
}
