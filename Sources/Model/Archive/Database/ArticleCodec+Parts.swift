/// The parts of an article as bytes.
extension ArticleCodec {
  static func encode(_ origin: LineOrigin, to out: inout PackedWriter) {
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

  static func origin(
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

  static func encode(_ kind: BlockKind, to out: inout PackedWriter) {
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

  static func blockKind(
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
  static func encode(_ spans: [TextSpan], to out: inout PackedWriter) {
    out.number(spans.count)
    var last = 0
    for span in spans {
      out.signed(span.start - last)
      out.signed(span.count)
      last = span.end
    }
  }

  static func spans(_ input: inout PackedReader) throws(PackedReader.Damaged) -> [TextSpan] {
    var spans: [TextSpan] = []
    var last = 0
    for _ in 0..<(try input.count()) {
      let start = last &+ (try input.signed())
      last = start &+ (try input.signed())
      spans.append(TextSpan(start, last))
    }
    return spans
  }

  static func encode(_ span: TextSpan?, to out: inout PackedWriter) {
    encode(span.map { [$0] } ?? [], to: &out)
  }

  static func encode(_ title: Headline, to out: inout PackedWriter) {
    out.number(title.basis == .stated ? 0 : 1)
    encode(title.span, to: &out)
    out.text(title.text)
  }

  static func headline(
    _ input: inout PackedReader
  ) throws(PackedReader.Damaged) -> Headline {
    let basis: Headline.Basis = try input.number() == 0 ? .stated : .derived
    let span = try spans(&input).first
    return Headline(text: try input.text(), span: span, basis: basis)
  }

  static func encode(_ dateline: Dateline?, to out: inout PackedWriter) {
    guard let dateline else { return encode([], to: &out) }
    encode([dateline.span, dateline.place] + (dateline.date.map { [$0] } ?? []), to: &out)
  }

  static func dateline(
    _ input: inout PackedReader
  ) throws(PackedReader.Damaged) -> Dateline? {
    let spans = try spans(&input)
    guard spans.count >= 2 else { return nil }
    return Dateline(span: spans[0], place: spans[1], date: spans.count > 2 ? spans[2] : nil)
  }

  static func encode(_ published: PublicationDate?, to out: inout PackedWriter) {
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

  static func published(
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

  static func encode(
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

  static func named(
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
}
