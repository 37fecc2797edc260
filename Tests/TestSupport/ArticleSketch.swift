import Model

/// An article written as marked text, for tests.
///
/// A line that begins with `= ` is the headline, with `> ` the standfirst, with `% reason ` what
/// cleaning left out; other lines are paragraphs. `⟦…⟧` are the words of a quote, `⟦+…⟧` the next
/// part of the same quote. The marks are not part of the text.
struct ArticleSketch {
  /// What is known of a quote besides its words.
  struct Said {
    var kind: Quote.Kind
    /// The name of one of the people; nil for nobody.
    var speaker: String?
    /// The words of the paragraph that name the speaker, and those that announce the speech.
    var naming: String
    var cue: String
    var evidence = Evidence.quotedWordsWithCue
  }

  private var bytes: [UInt8] = []
  private var title = Headline(text: "", span: nil, basis: .derived)
  private var standfirst: [TextSpan] = []
  private var body: [TextSpan] = []
  private var removed: [Removal] = []
  private var quoteSpans: [[TextSpan]] = []

  init(_ marked: String) {
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      let start = bytes.count
      if line.hasPrefix("= ") {
        append(line.dropFirst(2))
        let text = String(line.dropFirst(2))
        title = Headline(text: text, span: TextSpan(start, bytes.count), basis: .stated)
      } else if line.hasPrefix("> ") {
        append(line.dropFirst(2))
        standfirst.append(TextSpan(start, bytes.count))
      } else if line.hasPrefix("% ") {
        let parts = line.dropFirst(2).split(separator: " ", maxSplits: 1)
        append(parts.count > 1 ? parts[1] : "")
        let reason = RemovalReason(rawValue: String(parts.first ?? "")) ?? .other
        removed.append(Removal(span: TextSpan(start, bytes.count), reason: reason))
      } else {
        append(line)
        if bytes.count > start { body.append(TextSpan(start, bytes.count)) }
      }
      bytes.append(0x0A)
    }
  }

  /// The article; people are given with the forms under which the text names them.
  func article(
    file: String, agency: String? = nil, published: PublicationDate? = nil,
    place: String? = nil, people: [(name: String, role: String?, forms: [String])] = [],
    said: [Said] = []
  ) -> Article {
    let source = SourceText(validUTF8: bytes)
    var dateline: Dateline?
    if let place, let lede = body.first, let span = find(place, in: lede) {
      dateline = Dateline(span: span, place: span, date: nil)
    }
    let persons = people.map { person in
      Person(
        name: person.name, aliases: person.forms, roles: person.role.map { [$0] } ?? [],
        mentions: mentions(of: [person.name] + person.forms))
    }
    return Article(
      id: ArticleID(
        rawValue: file.utf8.reduce(14_695_981_039_346_656_037) {
          ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }), file: file, item: 0, source: source,
      title: title, standfirst: standfirst, agency: agency, dateline: dateline,
      published: published, body: body, removed: removed, people: persons,
      quotes: quotes(said, people: people.map(\.name), source: source))
  }

  private mutating func append(_ line: some StringProtocol) {
    var open: Int?
    var isContinued = false
    for scalar in line.unicodeScalars {
      switch scalar {
      case "⟦":
        open = bytes.count
        isContinued = false
      case "⟧":
        guard let start = open else { break }
        let span = TextSpan(start, bytes.count)
        if isContinued, !quoteSpans.isEmpty {
          quoteSpans[quoteSpans.count - 1].append(span)
        } else {
          quoteSpans.append([span])
        }
        open = nil
      case "+" where open == bytes.count: isContinued = true
      default: bytes += Array(String(Character(scalar)).utf8)
      }
    }
  }

  private func find(_ words: String, in span: TextSpan) -> TextSpan? {
    bytes[span.range].firstRange(of: Array(words.utf8)).map {
      TextSpan($0.lowerBound, $0.upperBound)
    }
  }

  private func mentions(of forms: [String]) -> [Mention] {
    var taken: [TextSpan] = []
    for form in forms.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      for paragraph in body {
        for range in bytes[paragraph.range].ranges(of: Array(form.utf8)) {
          let span = TextSpan(range.lowerBound, range.upperBound)
          if !taken.contains(where: { $0.overlaps(span) }) { taken.append(span) }
        }
      }
    }
    return taken.sorted().map { Mention(span: $0, form: .name) }
  }

  private func quotes(_ said: [Said], people: [String], source: SourceText) -> [Quote] {
    zip(quoteSpans, said).map { spans, said in
      let start = spans.first?.start ?? 0
      let paragraph = body.first { $0.contains(start) } ?? TextSpan(0, bytes.count)
      var speaker: Speaker?
      if let name = said.speaker, let span = find(said.naming, in: paragraph) {
        speaker = Speaker(
          name: name, kind: .person, span: span,
          person: people.firstIndex(of: name).map { PersonID(rawValue: $0) })
      }
      return Quote(
        kind: said.kind, spans: spans, speaker: speaker, cue: find(said.cue, in: paragraph),
        line: source.line(at: start), confidence: 0.9, evidence: said.evidence)
    }
  }
}
