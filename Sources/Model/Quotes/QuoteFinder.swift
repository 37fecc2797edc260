/// Finds who is quoted saying what, by rules of news writing.
struct QuoteFinder {
  let text: ReadingText
  let people: PeopleFound

  init(_ text: ReadingText, people: PeopleFound) {
    self.text = text
    self.people = people
  }

  /// The quotes in the order of the text.
  func find() -> [Quote] {
    var finder = AttributionFinder(text)
    let attributions = finder.find()
    var resolver = SpeakerResolver(text, people)
    var quotes: [Quote] = []
    for attribution in attributions {
      var speaker = resolver.speaker(of: attribution)
      if speaker == nil, attribution.evidence == .quotedWordsContinued,
        let last = resolver.continuing(block: attribution.block), let before = quotes.last?.speaker,
        before.name == last.name
      {
        speaker = before
      }
      quotes.append(quote(attribution, speaker))
    }
    return withoutRepeats(quotes)
  }

  private func quote(_ attribution: Attribution, _ speaker: Speaker?) -> Quote {
    let spans = attribution.content.map { text.span(of: $0) }
    return Quote(
      kind: kind(attribution), spans: spans, speaker: speaker,
      cue: attribution.cue.map { text.span(of: $0) },
      venue: attribution.venue.map { text.span(of: $0) },
      line: text.clean.page.text.line(at: spans[0].start),
      confidence: Confidence.of(attribution.evidence, hasSpeaker: speaker != nil),
      evidence: attribution.evidence)
  }

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
    let body = Set(
      quotes.filter { quote in !ends.contains { $0.contains(quote.extent) } }.map { words($0) })
    return quotes.filter { quote in
      !ends.contains { $0.contains(quote.extent) } || !body.contains(words(quote))
    }
  }

  private func words(_ quote: Quote) -> String {
    quote.spans.map { text.clean.page.text[$0] }.joined(separator: " ")
  }
}

/// How often quotes found by each way are right.
enum Confidence {
  /// The share of quotes so found whose content and speaker are right.
  static func of(_ evidence: Evidence, hasSpeaker: Bool) -> Double {
    switch evidence {
    case .quotedWordsWithCue: hasSpeaker ? 0.9 : 0.5
    case .quotedWordsContinued: 0.7
    case .quotedWordsAlone: 0.4
    case .speakerCueClause: 0.8
    case .clauseCueSpeaker: 0.8
    case .accordingTo: 0.85
    case .colon: 0.6
    case .model: 0.6
    case .correction: 1
    }
  }
}
