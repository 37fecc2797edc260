/// Quotes as bytes: near to one another and to the names of people, so that they are small.
extension ArticleCodec {
  /// What a quote's first two bytes tell besides its kind and evidence.
  private struct QuoteFlags: OptionSet {
    let rawValue: Int
    static let hasSpeaker = QuoteFlags(rawValue: 1)
    /// The speaker bears the name of one of the people.
    static let isNamed = QuoteFlags(rawValue: 2)
    static let hasCue = QuoteFlags(rawValue: 4)
    static let hasVenue = QuoteFlags(rawValue: 8)
    /// The content has one part.
    static let isWhole = QuoteFlags(rawValue: 16)
    /// The line is that of the content's first byte.
    static let isOnLine = QuoteFlags(rawValue: 32)
  }

  static func encode(
    _ quote: Quote, in article: Article, after last: Int, to out: inout PackedWriter
  ) {
    var flags: QuoteFlags = []
    let person = quote.speaker?.person.flatMap {
      article.people.indices.contains($0.rawValue) ? $0.rawValue : nil
    }
    if let speaker = quote.speaker {
      flags.insert(.hasSpeaker)
      if let person, article.people[person].name == speaker.name { flags.insert(.isNamed) }
    }
    if quote.cue != nil { flags.insert(.hasCue) }
    if quote.venue != nil { flags.insert(.hasVenue) }
    if quote.spans.count == 1 { flags.insert(.isWhole) }
    let start = quote.spans.first?.start ?? 0
    if quote.line == article.source.line(at: start) { flags.insert(.isOnLine) }
    let kind = Quote.Kind.allCases.firstIndex(of: quote.kind) ?? 0
    let evidence = Evidence.allCases.firstIndex(of: quote.evidence) ?? 0
    out.number(kind | evidence << 2)
    out.number(flags.rawValue)
    if !flags.contains(.isWhole) { out.number(quote.spans.count) }
    var from = last
    for span in quote.spans {
      out.signed(span.start - from)
      out.signed(span.count)
      from = span.end
    }
    func near(_ span: TextSpan) {
      out.signed(span.start - start)
      out.signed(span.count)
    }
    if let speaker = quote.speaker {
      let kind = Speaker.Kind.allCases.firstIndex(of: speaker.kind) ?? 0
      out.number(kind | (speaker.person.map { $0.rawValue + 1 } ?? 0) << 2)
      if !flags.contains(.isNamed) { out.text(speaker.name) }
      near(speaker.span)
    }
    if let cue = quote.cue { near(cue) }
    if let venue = quote.venue { near(venue) }
    if !flags.contains(.isOnLine) { out.signed(quote.line) }
    out.number(Int((quote.confidence * Quote.confidenceSteps).rounded()))
  }

  static func quote(
    _ input: inout PackedReader, in article: Article, after last: Int
  ) throws(PackedReader.Damaged) -> Quote {
    let head = try input.number()
    let flags = QuoteFlags(rawValue: try input.number())
    guard Quote.Kind.allCases.indices.contains(head & 3),
      Evidence.allCases.indices.contains(head >> 2)
    else { throw PackedReader.Damaged() }
    let count = flags.contains(.isWhole) ? 1 : try input.count()
    var spans: [TextSpan] = []
    var from = last
    for _ in 0..<count {
      let start = from &+ (try input.signed())
      from = start &+ (try input.signed())
      spans.append(TextSpan(start, from))
    }
    let first = spans.first?.start ?? 0
    func near(_ input: inout PackedReader) throws(PackedReader.Damaged) -> TextSpan {
      let start = first &+ (try input.signed())
      return TextSpan(start, start &+ (try input.signed()))
    }
    var speaker: Speaker?
    if flags.contains(.hasSpeaker) {
      let who = try input.number()
      guard Speaker.Kind.allCases.indices.contains(who & 3) else { throw PackedReader.Damaged() }
      let person = (who >> 2) - 1
      var name = ""
      if flags.contains(.isNamed) {
        guard article.people.indices.contains(person) else { throw PackedReader.Damaged() }
        name = article.people[person].name
      } else {
        name = try input.text()
      }
      speaker = Speaker(
        name: name, kind: Speaker.Kind.allCases[who & 3], span: try near(&input),
        person: person < 0 ? nil : PersonID(rawValue: person))
    }
    let cue = flags.contains(.hasCue) ? try near(&input) : nil
    let venue = flags.contains(.hasVenue) ? try near(&input) : nil
    let line = flags.contains(.isOnLine) ? article.source.line(at: first) : try input.signed()
    let confidence = Double(try input.number()) / Quote.confidenceSteps
    return Quote(
      kind: Quote.Kind.allCases[head & 3], spans: spans, speaker: speaker, cue: cue, venue: venue,
      line: line, confidence: confidence, evidence: Evidence.allCases[head >> 2])
  }
}
