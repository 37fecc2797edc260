/// What whole paragraphs say without a cue word: quotations that are signed, and transcripts.
struct ParagraphRules {
  typealias Shape = ModelTokens.Shape

  let tokens: TokenView

  /// An attribution found by a rule; its cue is the one token `cue`.
  struct Rule {
    var content: TokenRange
    var source: TokenRange
    var cue: Int
  }

  /// A page with fewer transcript paragraphs is none.
  static let leastTranscript = 3

  /// Signed quotations and transcript paragraphs, each in order.
  func find() -> (signed: [Rule], transcript: [Rule]) {
    var signed: [Rule] = []
    var transcript: [Rule] = []
    var low = 0
    while low < tokens.count {
      let high = tokens.paragraphHigh(low)
      if let rule = signature(low, high) { signed.append(rule) }
      if let rule = speech(low, high) { transcript.append(rule) }
      low = high
    }
    return (signed, transcript.count >= Self.leastTranscript ? transcript : [])
  }

  /// `“ ... ” — Name Name` at the end of a paragraph.
  private func signature(_ low: Int, _ high: Int) -> Rule? {
    var dash = max(low + 6, high - 9)
    while dash < high - 1 {
      let next = tokens.shape[dash + 1]
      if tokens.shape[dash] == Shape.dash, tokens.word[dash] == MarkForms.hash(0x94),
        tokens.shape[dash - 1] == Shape.closing, next == Shape.capital || next == Shape.capitals
      {
        break
      }
      dash += 1
    }
    guard dash < high - 1 else { return nil }
    var end = high
    while end > dash + 1,
      tokens.shape[end - 1] == Shape.stop || tokens.shape[end - 1] == Shape.comma
    {
      end -= 1
    }
    let start = Int(tokens.quotationStart[dash - 1])
    guard start >= 0, dash - start >= 5, tokens.shape[start] == Shape.opening,
      (dash + 1..<end).allSatisfy({ isNamePart(tokens.shape[$0]) })
    else { return nil }
    return Rule(content: range(start, dash), source: range(dash + 1, end), cue: dash)
  }

  /// `NAME: words`
  private func speech(_ low: Int, _ high: Int) -> Rule? {
    let isQuoted = tokens.shape[low] == Shape.opening
    let first = isQuoted ? low + 1 : low
    var colon = first
    var hasCapitals = false
    while colon < high, colon - first < 5 {
      let shape = tokens.shape[colon]
      guard shape == Shape.capitals || shape == Shape.stop || shape == Shape.oneCapital else {
        break
      }
      hasCapitals = hasCapitals || shape == Shape.capitals
      colon += 1
    }
    guard colon > first, colon + 3 < high, tokens.shape[colon] == Shape.colon, hasCapitals else {
      return nil
    }
    var end = high
    if isQuoted, tokens.shape[end - 1] == Shape.closing, tokens.shape[colon + 1] != Shape.opening {
      end -= 1
    }
    if tokens.shape[end - 1] == Shape.stop, tokens.shape[end - 2] != Shape.stop { end -= 1 }
    return Rule(content: range(colon + 1, end), source: range(first, colon), cue: colon)
  }

  private func isNamePart(_ shape: UInt8) -> Bool {
    switch shape {
    case Shape.capital, Shape.capitals, Shape.oneCapital, Shape.stop, Shape.possessive,
      Shape.mixed:
      true
    default: false
    }
  }

  private func range(_ low: Int, _ high: Int) -> TokenRange {
    TokenRange(low: Int32(truncatingIfNeeded: low), high: Int32(truncatingIfNeeded: high))
  }
}

extension AttributionCandidates {
  /// Adds what a rule found, and says where.
  mutating func append(_ rule: ParagraphRules.Rule) -> Int {
    let first = pieces.count
    let cue = Int32(truncatingIfNeeded: rule.cue)
    pieces += [rule.content, rule.source, TokenRange(low: cue, high: cue &+ 1)]
    items.append(
      AttributionCandidate(
        cue: rule.cue, cueScore: 9, low: Int(rule.content.low), count: 1,
        content: first..<first + 1, source: first + 1..<first + 2,
        cueParts: first + 2..<first + 3, likelihood: 0, score: AttributionChooser.ruleScore))
    return items.count - 1
  }
}
