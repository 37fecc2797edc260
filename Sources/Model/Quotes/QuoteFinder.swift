/// Finds who is quoted saying what, by rules of news writing.
struct QuoteFinder {
  let text: ReadingText
  let people: PeopleFound

  /// Whether trained weights help.
  let usesModel: Bool

  init(_ text: ReadingText, people: PeopleFound, usesModel: Bool = true) {
    self.text = text
    self.people = people
    self.usesModel = usesModel
  }

  /// The quotes in the order of the text.
  func find() -> [Quote] {
    var finder = AttributionFinder(text)
    var attributions = finder.find()
    if usesModel {
      let paragraphs = text.blocks.filter { $0.kind != .caption }.map(\.span)
      let learned = LearnedAttributions.find(in: text.bytes, paragraphs: paragraphs)
      attributions = LearnedMerge(text: text).merge(attributions, learned)
    }
    attributions = AttributionTidier(text: text).tidy(attributions)
    var resolver = SpeakerResolver(text, people)
    var quotes: [Quote] = []
    var reach = 0
    for attribution in attributions {
      // What somebody is quoted saying that others said does not make those the last speaker.
      let isNested = attribution.extent.upperBound <= reach
      reach = max(reach, attribution.extent.upperBound)
      var speaker = resolver.speaker(of: attribution, isNested: isNested)
      if speaker == nil, attribution.evidence == .quotedWordsContinued,
        let last = resolver.continuing(block: attribution.block), let before = quotes.last?.speaker,
        before.name == last.name
      {
        speaker = before
      }
      quotes.append(quote(attribution, speaker))
    }
    return withoutRepeats(QuoteOverlap.resolved(quotes))
  }

  private func quote(_ attribution: Attribution, _ speaker: Speaker?) -> Quote {
    let spans = attribution.content.map { text.span(of: $0) }
    return Quote(
      kind: kind(attribution), spans: spans, speaker: speaker,
      cue: attribution.cue.map { text.span(of: withAuxiliaries($0)) },
      venue: attribution.venue.map { text.span(of: $0) },
      line: text.clean.page.text.line(at: spans[0].start),
      confidence: attribution.probability
        ?? Confidence.of(attribution.evidence, hasSpeaker: speaker != nil),
      evidence: attribution.evidence)
  }

  /// `has said`, `was told`: the whole verb.
  private func withAuxiliaries(_ cue: Range<Int>) -> Range<Int> {
    var start = cue.lowerBound
    while start > 0, Self.auxiliaries.contains(text.tokens[start - 1].hash) { start -= 1 }
    return start..<cue.upperBound
  }

  private static let auxiliaries = Bytes.words("has have had been is are was were being")

  private func kind(_ attribution: Attribution) -> Quote.Kind {
    var quoted = 0
    var plain = 0
    for part in attribution.content {
      for i in part where text.tokens[i].isA(.word) {
        if text.tokens[i].isA(.quoted) { quoted += 1 } else { plain += 1 }
      }
    }
    return quoted == 0 ? .indirect : plain == 0 ? .direct : .mixed
  }

  /// A standfirst often says again what the lede says; it is shown once, in the body.
  private func withoutRepeats(_ quotes: [Quote]) -> [Quote] {
    let ends = text.blocks.filter { $0.kind == .standfirst || $0.kind == .title }.map(\.span)
    guard !ends.isEmpty else { return quotes }
    let isInBody = quotes.map { quote in !ends.contains { $0.contains(quote.extent) } }
    guard isInBody.contains(false) else { return quotes }
    let body = zip(quotes, isInBody).filter(\.1).map { words($0.0) }
    return zip(quotes, isInBody).filter { quote, inBody in
      if inBody { return true }
      let said = words(quote)
      return !body.contains { Self.contains(said, in: $0) }
    }.map(\.0)
  }

  private static func contains(_ words: [UInt8], in longer: [UInt8]) -> Bool {
    guard words.count <= longer.count, !words.isEmpty else { return false }
    for start in 0...longer.count - words.count where longer[start] == 0x20 {
      if longer[start..<start + words.count].elementsEqual(words) { return true }
    }
    return false
  }

  /// The folded words of a quote: equal for quotes that differ in blanks and marks only.
  private func words(_ quote: Quote) -> [UInt8] {
    var words: [UInt8] = []
    for span in quote.spans { Folding.append(text.bytes[span.range], to: &words) }
    return words
  }
}

/// How often quotes found by each way are right, content and speaker both: counted over PolNeAR train
/// with the rules alone (2026-11-21). What the model saw too carries its probability instead.
enum Confidence {
  /// The share of quotes so found that were right.
  static func of(_ evidence: Evidence, hasSpeaker: Bool) -> Double {
    switch evidence {
    case .quotedWordsWithCue: hasSpeaker ? 0.94 : 0.4
    case .quotedWordsContinued: hasSpeaker ? 0.33 : 0.1
    case .quotedWordsAlone: 0.1
    case .speakerCueClause, .clauseCueSpeaker: 0.77
    case .accordingTo: 0.83
    case .colon: 0.78
    case .model: 0.6
    case .correction: 1
    }
  }
}
