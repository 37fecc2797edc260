/// Content behind a cue that no mark and no `that` announces.
extension ContentReader {
  /// A quotation near the cue, with the words between: `called it "a scandal"`, `said he was "fine"`.
  func quotationBehind(
    _ start: Int, _ end: Int, cue: Cue, quotations: [Int], hasBefore: Bool
  ) -> Side? {
    guard
      let index = quotations.first(where: {
        text.quotations[$0].open >= start && text.quotations[$0].open < end
      })
    else { return nil }
    let quotation = text.quotations[index]
    if quotation.open == start {
      let parts = [words(of: quotation)] + more(after: index, end, quotations)
      let last = quotation.close
      if last + 2 < end, tokens[last + 1].isA(.word), cue.classes.isDisjoint(with: .quoteCue) {
        return side(start..<end, quotations)
      }
      return Side(parts: parts, isQuoted: true)
    }
    if hasBefore { return nil }
    // `told reporters, "…"`, `said in a statement: "…"`.
    let before = tokens[quotation.open - 1]
    if before.hash == Self.comma || before.hash == Marks.colon,
      !hasVerb(start..<quotation.open), quotation.open - start < 30
    {
      return Side(
        parts: [words(of: quotation)] + more(after: index, end, quotations), isQuoted: true)
    }
    if cue.classes.contains(.quoteCue) && cue.classes.isDisjoint(with: [.sayCue, .thatCue])
      || cue.classes.contains(.thinkCue)
    {
      // `called the plan "a disaster"`: what is spoken of belongs to what is said of it.
      return quotation.open - start <= 14 && cue.classes.isDisjoint(with: .thinkCue)
        ? side(start..<end, quotations) : nil
    }
    return nil
  }

  func skipAdverbials(_ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end, tokens[i].has(.weekday) || Self.whens.contains(tokens[i].hash) {
      i += 1
    }
    // `last week`
    if i + 2 < end, Self.lasts.contains(tokens[i].hash), Self.spans.contains(tokens[i + 1].hash) {
      i += 2
    }
    // `on Tuesday`
    if i + 1 < end, tokens[i].has(.preposition), tokens[i + 1].has([.weekday, .month]) {
      i += 2
      while i < end, tokens[i].isA(.digits) { i += 1 }
      if i < end, tokens[i].has(.adverb) { i += 1 }
    }
    return i
  }

  /// A clause without `that`: a subject and a finite verb behind the cue.
  func clause(_ start: Int, _ end: Int, cue: Cue, _ quotations: [Int]) -> Side? {
    var start = start
    guard start < end else { return nil }
    if cue.classes.contains(.tellCue) {
      guard let behind = addresseeEnd(start, end) else { return nil }
      start = behind
      guard start < end else { return nil }
    }
    // `He read the report` says nothing.
    if cue.tokens.contains(where: { tokens[$0].hash == Self.read }) { return nil }
    let first = tokens[start]
    guard first.isA(.word) || first.isA(.opens) || first.hash == Marks.square else { return nil }
    if Self.wh.contains(first.hash) {
      return cue.classes.isDisjoint(with: .thinkCue) ? side(start..<end, quotations) : nil
    }
    let range = start..<end
    let hasQuotation = quotations.contains {
      range.contains(text.quotations[$0].open) && text.quotations[$0].inner.count >= 1
    }
    if cue.classes.contains(.quoteCue) && cue.classes.isDisjoint(with: [.sayCue, .thatCue]) {
      return nil
    }
    if cue.classes.contains(.thinkCue) { return nil }
    if first.has(.preposition), cue.classes.contains(.sayCue) {
      // `said in an interview he would go`; `said about half of them were lost`
      if let pronoun = (start + 2..<max(start + 2, min(end, start + 14))).first(where: {
        tokens[$0].has(.subjectPronoun)
          && !tokens[$0].has([.objectPronoun, .relative, .determiner])
      }), tokens[pronoun - 1].isA(.word) {
        return side(pronoun..<end, quotations)
      }
      if Self.amounts.contains(first.hash), hasVerb(start + 1..<end) {
        return side(start..<end, quotations)
      }
    }
    if first.has(.preposition), !first.isA(.capital), !first.has(.conjunction) {
      return hasQuotation && Self.about.contains(first.hash) ? side(range, quotations) : nil
    }
    if cue.classes.contains(.sayCue) {
      let isPlain = Self.says.contains(tokens[cue.tokens.lowerBound].hash)
      guard range.count >= 3,
        isPlain ? hasVerb(range) || hasQuotation : hasClauseVerb(range) || hasQuotation
      else { return nil }
      return side(range, quotations)
    }
    guard range.count >= 3, hasQuotation || hasClauseVerb(range) else { return nil }
    return side(range, quotations)
  }

  /// Behind the addressee of `told`: a name, a pronoun, `reporters in Ohio`.
  func addresseeEnd(_ start: Int, _ end: Int) -> Int? {
    var i = start
    if tokens[i].has(.objectPronoun) { return i + 1 }
    guard tokens[i].isA(.word), !tokens[i].has([.preposition, .conjunction]) else { return nil }
    while i < end, i - start < 10 {
      let token = tokens[i]
      guard token.isA(.word) || token.isA(.possessiveMark) else { return nil }
      if i > start, token.has([.subjectPronoun, .determiner]) && !token.has(.objectPronoun),
        !tokens[i - 1].has([.preposition, .determiner])
      {
        return i
      }
      i += 1
    }
    return nil
  }

  private static let lasts = Bytes.words("last earlier this late early")
  private static let spans = Bytes.words("week month year night summer autumn spring winter")
  private static let read = Bytes.word("read")
}
