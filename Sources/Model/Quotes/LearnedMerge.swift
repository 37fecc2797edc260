/// Puts what the rules found and what the trained model found together.
///
/// Where both take the same cue and agree on the content, the rules' reading stands: it knows parts,
/// venue and the outer marks. Where they take the same words for content with different cues, or
/// disagree, the model's reading stands where it is sure: it weighs the whole window. What only the
/// rules saw stays where a cue speaks for it; what only the model saw is taken over where it is likely.
struct LearnedMerge {
  let text: ReadingText
  private let reader: ContentReader

  init(text: ReadingText) {
    self.text = text
    reader = ContentReader(text: text)
  }

  /// Attributions of both ways, in the order of their content.
  /// - Complexity: O(n log n) in the attributions; each is held against near ones only.
  func merge(_ rules: [Attribution], _ learned: [LearnedAttribution]) -> [Attribution] {
    let fromModel = Self.sorted(learned.compactMap { attribution(of: $0) })
    var isTaken = Array(repeating: false, count: fromModel.count)
    var result: [Attribution] = []
    for var rule in rules {
      let near = indices(of: fromModel, around: rule)
      if let same = near.first(where: { sharesCue(rule, fromModel[$0]) }) {
        let probability = fromModel[same].probability ?? 0
        let agrees = agreement(rule, fromModel[same]) >= 0.5
        guard
          agrees || probability < Self.certain || breaksOff(fromModel[same], in: rule)
            || runsOverParagraphs(rule)
        else { continue }
        if agrees { rule.probability = probability }
        rule.source = source(of: rule, or: fromModel[same], agrees: agrees)
        result.append(rule)
        isTaken[same] = true
        continue
      }
      let others = near.filter { covers(rule, fromModel[$0]) }
      let isOutdone = others.contains { fromModel[$0].probability ?? 0 >= Self.certain }
      if !isOutdone, keeps(rule) {
        result.append(rule)
        for other in others { isTaken[other] = true }
      }
    }
    for (index, attribution) in fromModel.enumerated()
    where !isTaken[index] && isLikely(attribution) {
      result.append(attribution)
    }
    return withoutNeighbours(Self.sorted(result))
  }

  /// By the extent of the content.
  private static func sorted(_ attributions: [Attribution]) -> [Attribution] {
    let keys = attributions.indices.map { index in
      let extent = attributions[index].extent
      return (extent.lowerBound, extent.upperBound, index)
    }
    return keys.sorted { $0 < $1 }.map { attributions[$0.2] }
  }

  /// What the model did not see is kept where marks and a cue, or a plain pattern, speak for it.
  private func keeps(_ rule: Attribution) -> Bool {
    switch rule.evidence {
    case .quotedWordsWithCue: true
    case .quotedWordsContinued: isSentence(rule)
    case .quotedWordsAlone: false
    case .speakerCueClause, .clauseCueSpeaker, .accordingTo: true
    case .colon: rule.isTurn
    case .model, .correction: true
    }
  }

  /// Words enough, a capital and a verb: more than a phrase in quotation marks.
  private func isSentence(_ rule: Attribution) -> Bool {
    words(rule) >= Self.sentenceWords && text.tokens[rule.extent.lowerBound].isA(.capital)
      && rule.content.contains { reader.hasFiniteVerb($0) }
  }

  private static let sentenceWords = 9

  /// The model draws the bounds of a source better; whose words they are is the rule's to say.
  private func source(
    of rule: Attribution, or learned: Attribution, agrees: Bool
  ) -> Range<Int>? {
    guard let own = rule.source, let other = learned.source else {
      return rule.source ?? learned.source
    }
    // `Residents` of `Residents' leader Ana Ruiz` owns the speaker.
    let isOwner =
      other.upperBound < own.upperBound && text.tokens[other.upperBound].isA(.possessiveMark)
    return agrees && own.overlaps(other) && !isOwner ? other : own
  }

  /// From this probability on the model's reading stands against the rules'.
  private static let certain = 0.7
  /// Under these probabilities the model's reading is left out. It was taught beliefs, plans and
  /// denials too, which nobody voiced; and phrases without a verb are mostly what somebody did.
  private static let likelyQuoted = 0.45
  private static let likely = 0.40
  private static let likelyPhrase = 0.48
  private static let likelyUnvoiced = 0.45
  private static let likelyUnvoicedPhrase = 0.52

  private func isLikely(_ attribution: Attribution) -> Bool {
    let probability = attribution.probability ?? 0
    if attribution.content.contains(where: { $0.contains { text.tokens[$0].isA(.quoted) } }) {
      return probability >= Self.likelyQuoted
    }
    if let cue = attribution.cue, isUnsaid(cue) || isIdiom(attribution) { return false }
    let isClause = attribution.content.contains { reader.hasFiniteVerb($0) }
    let least =
      attribution.isSpeech
      ? (isClause ? Self.likely : Self.likelyPhrase)
      : (isClause ? Self.likelyUnvoiced : Self.likelyUnvoicedPhrase)
    return probability >= least
  }

  /// `did not say`, `would say`, `declined to say`: a cue that says nothing was said, or not yet.
  private func isUnsaid(_ cue: Range<Int>) -> Bool {
    let block = text.block(of: cue.lowerBound).map { text.blocks[$0].tokens.lowerBound } ?? 0
    for i in max(block, cue.lowerBound - 3)..<cue.upperBound
    where Self.unsaid.contains(text.tokens[i].hash) {
      return true
    }
    return false
  }

  /// `claimed the lives of`: deaths, not words; `read the letter`: the letter is no content.
  private func isIdiom(_ attribution: Attribution) -> Bool {
    guard let first = attribution.content.first else { return false }
    if attribution.cue?.contains(where: { text.tokens[$0].hash == Self.read }) == true,
      text.tokens[first.upperBound - 1].has(.document)
    {
      return true
    }
    return first.prefix(3).contains { Self.lives.contains(text.tokens[$0].hash) }
      && attribution.cue?.contains { Self.claims.contains(text.tokens[$0].hash) } == true
  }

  private static let read = Bytes.word("read")
  private static let lives = Bytes.words("life lives")
  private static let claims = Bytes.words("claimed claims claim claiming")
  private static let unsaid = Bytes.words(
    "not n't never didn't doesn't don't won't wouldn't hasn't haven't hadn't cannot can't couldn't "
      + "declined declines refused refuses will would")

  /// Whether the model's content stops right before the verb of the clause that the rule took whole.
  private func breaksOff(_ learned: Attribution, in rule: Attribution) -> Bool {
    let end = learned.extent.upperBound
    return rule.extent.contains(end) && text.tokens[end].has(.auxiliary)
  }

  /// Whether the rule joined a quotation over paragraphs; the model sees one at a time.
  private func runsOverParagraphs(_ rule: Attribution) -> Bool {
    guard let first = rule.content.first, let last = rule.content.last, rule.content.count > 1
    else {
      return false
    }
    return text.block(of: first.lowerBound) != text.block(of: last.lowerBound)
  }

  // MARK: Comparing

  /// The model's attributions that can share words or cue with one of the rules.
  private func indices(of sorted: [Attribution], around rule: Attribution) -> Range<Int> {
    let extent = reach(rule)
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].extent.lowerBound < extent.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    // Contents are bounded; those that begin a little before may still reach in.
    let first = max(0, low - 6)
    var end = low
    while end < sorted.count, sorted[end].extent.lowerBound < extent.upperBound, end - low < 64 {
      end += 1
    }
    return first..<min(sorted.count, end + 2)
  }

  private func reach(_ attribution: Attribution) -> Range<Int> {
    var reach = attribution.extent
    for range in [attribution.cue, attribution.source].compactMap({ $0 }) {
      reach = min(reach.lowerBound, range.lowerBound)..<max(reach.upperBound, range.upperBound)
    }
    return reach
  }

  private func sharesCue(_ a: Attribution, _ b: Attribution) -> Bool {
    guard let one = a.cue, let two = b.cue else { return false }
    return one.overlaps(two)
  }

  /// The share of words that both contents hold, of the longer one.
  private func agreement(_ a: Attribution, _ b: Attribution) -> Double {
    let shared = sharedWords(a, b)
    return Double(shared) / Double(max(1, words(a), words(b)))
  }

  /// Whether more than half of the shorter content is shared.
  private func covers(_ a: Attribution, _ b: Attribution) -> Bool {
    2 * sharedWords(a, b) > max(1, min(words(a), words(b)))
  }

  func words(_ attribution: Attribution) -> Int {
    attribution.content.reduce(0) { $0 + words(in: $1) }
  }

  func words(in range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (text.tokens[$1].isA(.word) ? 1 : 0) }
  }

  private func sharedWords(_ a: Attribution, _ b: Attribution) -> Int {
    var shared = 0
    for part in a.content {
      for other in b.content where part.overlaps(other) {
        shared += words(in: part.clamped(to: other))
      }
    }
    return shared
  }
}
