import Model

/// Paragraphs of news with the quotes that stand in them, marked as in `MarkedText`.
///
/// Speakers and cues are compared where the case marks any. Paragraphs are apart by a line feed.
struct QuoteCase: Sendable, CustomStringConvertible {
  /// Kind and speaker of one quote.
  struct Said: Hashable, Sendable, CustomStringConvertible {
    var kind: Quote.Kind
    /// The resolved name; nil where it cannot be told.
    var speaker: String?

    var description: String { "\(kind.rawValue) \(speaker ?? "nobody")" }

    static func direct(_ speaker: String?) -> Said { Said(kind: .direct, speaker: speaker) }
    static func mixed(_ speaker: String?) -> Said { Said(kind: .mixed, speaker: speaker) }
    static func indirect(_ speaker: String?) -> Said { Said(kind: .indirect, speaker: speaker) }
  }

  /// The paragraphs with marks.
  var source: String
  /// The quotes in order; none where nothing is said.
  var said: [Said]
  /// Why the program does not find it yet.
  var issue: String?

  /// A case that holds.
  init(_ source: String, _ said: Said...) {
    self.source = source
    self.said = said
  }

  /// A case that does not hold yet, with the reason.
  init(issue: String, _ source: String, _ said: Said...) {
    self.source = source
    self.said = said
    self.issue = issue
  }

  var description: String { source }

  /// What should be found, as marked text and a line for each quote.
  var expected: String { Self.shown(MarkedText(source), said) }

  /// What the rules find.
  var found: String { found(usesModel: false) }

  /// What is found by the rules, or by rules and model together.
  func found(usesModel: Bool) -> String {
    let wanted = MarkedText(source)
    let article = PlainArticle(body: wanted.text, usesModel: usesModel)
    let kinds = Set(wanted.marks.map(\.kind))
    var marks: [MarkedText.Mark] = []
    var said: [Said] = []
    for quote in article.quotes {
      said.append(Said(kind: quote.kind, speaker: quote.speaker?.name))
      for (index, span) in quote.spans.enumerated() {
        marks.append(.init(kind: index == 0 ? .content : .part, span: article.inBody(span)))
      }
      if kinds.contains(.speaker), let speaker = quote.speaker {
        marks.append(.init(kind: .speaker, span: article.inBody(speaker.span)))
      }
      if kinds.contains(.cue), let cue = quote.cue {
        marks.append(.init(kind: .cue, span: article.inBody(cue)))
      }
    }
    return Self.shown(MarkedText(wanted.text, marks: marks), said)
  }

  private static func shown(_ text: MarkedText, _ said: [Said]) -> String {
    text.marked + said.map { "\n  \($0)" }.joined()
  }
}

/// Paragraphs under a headline of no words that rules know, run through the whole pipeline.
struct PlainArticle {
  private static let head = "Zzz zzz\n\n"
  private let article: Article

  /// The article of these paragraphs, apart by line feeds.
  init(body: String, usesModel: Bool = false) {
    let text = Self.head + body.split(separator: "\n").joined(separator: "\n\n")
    var options = PipelineOptions()
    options.usesModel = usesModel
    article = ArticlePipeline(options: options).article(
      of: SourcePage(file: "case.txt", text: SourceText(text)))
    breaks = Array(body.utf8).indices.filter { Array(body.utf8)[$0] == 0x0A }
  }

  private let breaks: [Int]

  var quotes: [Quote] { article.quotes }
  var people: [Person] { article.people }
  var organisations: [Organisation] { article.organisations }

  /// A span of the article as offsets in the paragraphs as they were given.
  func inBody(_ span: TextSpan) -> TextSpan {
    func moved(_ offset: Int) -> Int {
      // Each line feed before it became two.
      var at = offset - Self.head.utf8.count
      for lineFeed in breaks where lineFeed < at { at -= 1 }
      return at
    }
    return TextSpan(moved(span.start), moved(span.end))
  }
}
