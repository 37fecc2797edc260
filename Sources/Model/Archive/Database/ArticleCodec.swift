/// Articles as bytes: the decoded text first, then what was found in it.
///
/// Names and other words stand as they are; compression finds them in the text before them.
enum ArticleCodec {
  /// The bytes of an article that was read from the file of a path.
  static func encode(_ article: Article, path: String) -> [UInt8] {
    var out = PackedWriter()
    out.raw(article.source.bytes)
    encode(article.source.origin, to: &out)
    out.number(article.item)
    // The member of an archive; empty where the article is the file's own.
    out.optional(article.file == path ? nil : article.file)
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
    out.number(article.kinds.count)
    for kind in article.kinds { encode(kind, to: &out) }
    encode(article.links.map(\.span), to: &out)
    for link in article.links { out.text(link.url) }
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
    var last = 0
    for quote in article.quotes {
      encode(quote, in: article, after: last, to: &out)
      last = quote.extent.end
    }
    return out.bytes
  }

  /// The article of some bytes.
  static func decode(
    _ bytes: [UInt8], id: ArticleID, path: String
  ) throws(PackedReader.Damaged) -> Article {
    var input = PackedReader(bytes)
    let bytes = try input.raw()
    let source = SourceText(validUTF8: bytes, origin: try origin(&input))
    let item = try input.number()
    let member = try input.optional()
    var article = Article(
      id: id, file: member ?? path, item: item, source: source, title: try headline(&input))
    article.agency = try input.optional()
    for _ in 0..<(try input.count()) { article.authors.append(try input.text()) }
    article.url = try input.optional()
    article.section = try input.optional()
    article.language = try input.optional()
    article.dateline = try dateline(&input)
    article.published = try published(&input)
    article.standfirst = try spans(&input)
    article.body = try spans(&input)
    for _ in 0..<(try input.count()) { article.kinds.append(try blockKind(&input)) }
    for span in try spans(&input) {
      article.links.append(PageLink(span: span, url: try input.text()))
    }
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
    var last = 0
    for _ in 0..<(try input.count()) {
      let quote = try quote(&input, in: article, after: last)
      article.quotes.append(quote)
      last = quote.extent.end
    }
    return article
  }

  /// Standfirst and body of an encoded article, without decoding the rest.
  static func passages(_ bytes: [UInt8]) throws(PackedReader.Damaged) -> [TextSpan] {
    var input = PackedReader(bytes)
    try input.skip()
    let marks = try input.count()
    for _ in 0..<(marks == 0 ? 1 : 2 * (marks - 1)) { _ = try input.number() }
    _ = try input.number()
    try input.skipOptional()
    _ = try headline(&input)
    try input.skipOptional()
    for _ in 0..<(try input.count()) { try input.skip() }
    for _ in 0..<3 { try input.skipOptional() }
    _ = try dateline(&input)
    _ = try published(&input)
    return try spans(&input) + spans(&input)
  }

  // MARK: - Parts

  private static func encode(_ origin: LineOrigin, to out: inout PackedWriter) {
    switch origin {
    case .sameLines(let first):
      out.number(0)
      out.signed(first)
    case .marks(let marks):
      out.number(marks.count + 1)
      var last = LineMark(offset: 0, line: 0)
      for mark in marks {
        out.signed(mark.offset - last.offset)
        out.signed(mark.line - last.line)
        last = mark
      }
    }
  }

  private static func origin(
    _ input: inout PackedReader
  ) throws(PackedReader.Damaged) -> LineOrigin {
    let count = try input.count()
    guard count > 0 else { return .sameLines(first: try input.signed()) }
    var marks: [LineMark] = []
    var last = LineMark(offset: 0, line: 0)
    for _ in 1..<count {
      last.offset &+= try input.signed()
      last.line &+= try input.signed()
      marks.append(last)
    }
    return .marks(marks)
  }

  private static func encode(_ kind: BlockKind, to out: inout PackedWriter) {
    switch kind {
    case .paragraph: out.number(0)
    case .blockQuote: out.number(1)
    case .tableRow: out.number(2)
    case .preformatted: out.number(3)
    case .standfirst: out.number(4)
    case .heading(let level):
      out.number(5)
      out.signed(level)
    case .listItem(let depth, let number):
      out.number(number == nil ? 6 : 7)
      out.signed(depth)
      if let number { out.signed(number) }
    }
  }

  private static func blockKind(
    _ input: inout PackedReader
  ) throws(PackedReader.Damaged) -> BlockKind {
    switch try input.number() {
    case 0: return .paragraph
    case 1: return .blockQuote
    case 2: return .tableRow
    case 3: return .preformatted
    case 4: return .standfirst
    case 5: return .heading(level: try input.signed())
    case 6: return .listItem(depth: try input.signed(), number: nil)
    case 7:
      let depth = try input.signed()
      return .listItem(depth: depth, number: try input.signed())
    default: throw PackedReader.Damaged()
    }
  }

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
    out.number(mentions.count)
    var last = 0
    for mention in mentions {
      let form = mention.form == .name ? 0 : mention.form == .role ? 1 : 2
      out.signed(mention.span.start - last)
      out.number(max(0, mention.span.count) << 2 | form)
      last = mention.span.end
    }
  }

  private static func named(
    _ input: inout PackedReader
  ) throws(PackedReader.Damaged) -> (String, [String], [Mention]) {
    let name = try input.text()
    var aliases: [String] = []
    for _ in 0..<(try input.count()) { aliases.append(try input.text()) }
    var mentions: [Mention] = []
    var last = 0
    for _ in 0..<(try input.count()) {
      let start = last &+ (try input.signed())
      let packed = try input.number()
      let form: Mention.Form = packed & 3 == 0 ? .name : packed & 3 == 1 ? .role : .pronoun
      last = start &+ (packed >> 2)
      mentions.append(Mention(span: TextSpan(start, last), form: form))
    }
    return (name, aliases, mentions)
  }

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

  private static func encode(
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

  private static func quote(
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

  private static func one<T>(
    of all: [T], _ input: inout PackedReader
  ) throws(PackedReader.Damaged) -> T {
    let index = try input.number()
    guard all.indices.contains(index) else { throw PackedReader.Damaged() }
    return all[index]
  }
}
