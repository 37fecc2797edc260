/// Articles as bytes: the decoded text first, then what was found in it.
///
/// Names and other words stand as they are; compression finds them in the text before them.
enum ArticleCodec {
  /// The bytes of an article without its path.
  static func encode(_ article: Article) -> [UInt8] {
    var out = PackedWriter()
    out.raw(article.source.bytes)
    out.number(article.item)
    encode(article.title, to: &out)
    out.optional(article.agency)
    out.number(article.authors.count)
    for author in article.authors { out.text(author) }
    out.optional(article.url)
    out.optional(article.section)
    out.optional(article.language)
    encode(article.dateline, to: &out)
    encode(article.published, to: &out)
    encode(article.standfirst, to: &out)
    encode(article.body, to: &out)
    encode(article.removed.map(\.span), to: &out)
    for removal in article.removed {
      out.number(RemovalReason.allCases.firstIndex(of: removal.reason) ?? 0)
    }
    out.number(article.people.count)
    for person in article.people {
      encode(person.name, person.aliases, person.mentions, to: &out)
      out.number(person.roles.count)
      for role in person.roles { out.text(role) }
    }
    out.number(article.organisations.count)
    for one in article.organisations { encode(one.name, one.aliases, one.mentions, to: &out) }
    out.number(article.quotes.count)
    for quote in article.quotes { encode(quote, to: &out) }
    return out.bytes
  }

  /// The article of some bytes.
  static func decode(
    _ bytes: [UInt8], id: ArticleID, file: String
  ) throws(PackedReader.Damaged) -> Article {
    var input = PackedReader(bytes)
    let source = SourceText(validUTF8: try input.raw())
    let item = try input.number()
    var article = Article(
      id: id, file: file, item: item, source: source, title: try headline(&input))
    article.agency = try input.optional()
    for _ in 0..<(try input.count()) { article.authors.append(try input.text()) }
    article.url = try input.optional()
    article.section = try input.optional()
    article.language = try input.optional()
    article.dateline = try dateline(&input)
    article.published = try published(&input)
    article.standfirst = try spans(&input)
    article.body = try spans(&input)
    for span in try spans(&input) {
      article.removed.append(
        Removal(span: span, reason: try one(of: RemovalReason.allCases, &input)))
    }
    for _ in 0..<(try input.count()) {
      let (name, aliases, mentions) = try named(&input)
      var roles: [String] = []
      for _ in 0..<(try input.count()) { roles.append(try input.text()) }
      article.people.append(Person(name: name, aliases: aliases, roles: roles, mentions: mentions))
    }
    for _ in 0..<(try input.count()) {
      let (name, aliases, mentions) = try named(&input)
      article.organisations.append(Organisation(name: name, aliases: aliases, mentions: mentions))
    }
    for _ in 0..<(try input.count()) { article.quotes.append(try quote(&input)) }
    return article
  }

  // MARK: - Parts

  /// Spans as distances: each start from the end before it, each end from its start.
  private static func encode(_ spans: [TextSpan], to out: inout PackedWriter) {
    out.number(spans.count)
    var last = 0
    for span in spans {
      out.signed(span.start - last)
      out.signed(span.count)
      last = span.end
    }
  }

  private static func spans(_ input: inout PackedReader) throws(PackedReader.Damaged) -> [TextSpan]
  {
    var spans: [TextSpan] = []
    var last = 0
    for _ in 0..<(try input.count()) {
      let start = last &+ (try input.signed())
      last = start &+ (try input.signed())
      spans.append(TextSpan(start, last))
    }
    return spans
  }

  private static func encode(_ span: TextSpan?, to out: inout PackedWriter) {
    encode(span.map { [$0] } ?? [], to: &out)
  }

  private static func encode(_ title: Headline, to out: inout PackedWriter) {
    out.number(title.basis == .stated ? 0 : 1)
    encode(title.span, to: &out)
    out.text(title.text)
  }

  private static func headline(
    _ input: inout PackedReader
  ) throws(PackedReader.Damaged) -> Headline {
    let basis: Headline.Basis = try input.number() == 0 ? .stated : .derived
    let span = try spans(&input).first
    return Headline(text: try input.text(), span: span, basis: basis)
  }

  private static func encode(_ dateline: Dateline?, to out: inout PackedWriter) {
    guard let dateline else { return encode([], to: &out) }
    encode([dateline.span, dateline.place] + (dateline.date.map { [$0] } ?? []), to: &out)
  }

  private static func dateline(
    _ input: inout PackedReader
  ) throws(PackedReader.Damaged) -> Dateline? {
    let spans = try spans(&input)
    guard spans.count >= 2 else { return nil }
    return Dateline(span: spans[0], place: spans[1], date: spans.count > 2 ? spans[2] : nil)
  }

  private static func encode(_ published: PublicationDate?, to out: inout PackedWriter) {
    guard let published else { return out.number(0) }
    let date = published.date
    out.number(published.basis == .stated ? 1 : 2)
    for part in [date.year, date.month, date.day] { out.number(part) }
    out.number(date.minutes.map { $0 + 1 } ?? 0)
    out.number(date.offsetMinutes == nil ? 0 : 1)
    if let offset = date.offsetMinutes { out.signed(offset) }
    out.optional(published.note)
    encode(published.span, to: &out)
  }

  private static func published(
    _ input: inout PackedReader
  ) throws(PackedReader.Damaged) -> PublicationDate? {
    let basis = try input.number()
    guard basis != 0 else { return nil }
    let (year, month, day) = (try input.number(), try input.number(), try input.number())
    let minutes = try input.number()
    let offset = try input.number() == 0 ? nil : try input.signed()
    guard
      let date = ArticleDate(
        year: year, month: month, day: day, minutes: minutes == 0 ? nil : minutes - 1,
        offsetMinutes: offset)
    else { throw PackedReader.Damaged() }
    let note = try input.optional()
    return PublicationDate(
      date: date, basis: basis == 1 ? .stated : .inferred, note: note,
      span: try spans(&input).first)
  }

  private static func encode(
    _ name: String, _ aliases: [String], _ mentions: [Mention], to out: inout PackedWriter
  ) {
    out.text(name)
    out.number(aliases.count)
    for alias in aliases { out.text(alias) }
    encode(mentions.map(\.span), to: &out)
    for mention in mentions {
      out.number(mention.form == .name ? 0 : mention.form == .role ? 1 : 2)
    }
  }

  private static func named(
    _ input: inout PackedReader
  ) throws(PackedReader.Damaged) -> (String, [String], [Mention]) {
    let name = try input.text()
    var aliases: [String] = []
    for _ in 0..<(try input.count()) { aliases.append(try input.text()) }
    var mentions: [Mention] = []
    for span in try spans(&input) {
      mentions.append(Mention(span: span, form: try one(of: [.name, .role, .pronoun], &input)))
    }
    return (name, aliases, mentions)
  }

  private static func encode(_ quote: Quote, to out: inout PackedWriter) {
    out.number(Quote.Kind.allCases.firstIndex(of: quote.kind) ?? 0)
    encode(quote.spans, to: &out)
    if let speaker = quote.speaker {
      out.number(1 + (Speaker.Kind.allCases.firstIndex(of: speaker.kind) ?? 0))
      out.number(speaker.person.map { $0.rawValue + 1 } ?? 0)
      out.text(speaker.name)
      encode(speaker.span, to: &out)
    } else {
      out.number(0)
    }
    encode(quote.cue, to: &out)
    encode(quote.venue, to: &out)
    out.number(quote.line)
    // The exact value, since what is shown must not depend on where it comes from.
    let bits = quote.confidence.bitPattern
    out.number(Int(truncatingIfNeeded: bits.byteSwapped))
    out.number(Evidence.allCases.firstIndex(of: quote.evidence) ?? 0)
  }

  private static func quote(_ input: inout PackedReader) throws(PackedReader.Damaged) -> Quote {
    let kind = try one(of: Quote.Kind.allCases, &input)
    let parts = try spans(&input)
    let speakerKind = try input.number()
    var speaker: Speaker?
    if speakerKind > 0 {
      guard Speaker.Kind.allCases.indices.contains(speakerKind - 1) else {
        throw PackedReader.Damaged()
      }
      let person = try input.number()
      let name = try input.text()
      speaker = Speaker(
        name: name, kind: Speaker.Kind.allCases[speakerKind - 1],
        span: try spans(&input).first ?? TextSpan(0, 0),
        person: person == 0 ? nil : PersonID(rawValue: person - 1))
    }
    let cue = try spans(&input).first
    let venue = try spans(&input).first
    let line = try input.number()
    let confidence = Double(bitPattern: UInt64(truncatingIfNeeded: try input.number()).byteSwapped)
    return Quote(
      kind: kind, spans: parts, speaker: speaker, cue: cue, venue: venue, line: line,
      confidence: confidence, evidence: try one(of: Evidence.allCases, &input))
  }

  private static func one<T>(
    of all: [T], _ input: inout PackedReader
  ) throws(PackedReader.Damaged) -> T {
    let index = try input.number()
    guard all.indices.contains(index) else { throw PackedReader.Damaged() }
    return all[index]
  }
}
