import Model

/// What the words on the visible lines are: quoted, a person, a match.
struct ReaderMarks {
  private let quotes: SpanIndex
  private let current: SpanIndex
  private let people: SpanIndex
  private let matches: SpanIndex
  private let headingMatches: SpanIndex
  /// The match that `n` went to.
  private let found: ReaderMatch?
  /// Words that are being marked.
  private let marked: TextSpan?
  private let markedHead: TextSpan?

  init(_ state: BrowserState) {
    let reader = state.reader
    quotes = reader.quoteSpans
    people = reader.nameSpans
    matches = reader.matchSpans
    current = SpanIndex(Self.current(in: state))
    found = reader.currentMatch.flatMap {
      reader.matches.indices.contains($0) ? reader.matches[$0] : nil
    }
    marked = state.selection?.span
    markedHead = state.selection?.headSpan
    headingMatches = SpanIndex(reader.matches.prefix(while: \.isInHeading).map(\.span))
  }

  /// The quote that is pointed at, or all that names the person who is selected in the sidebar.
  private static func current(in state: BrowserState) -> [TextSpan] {
    if let quote = state.reader.quote { return quote.spans }
    guard case .person(let index) = state.sidebar.selected,
      let people = state.reader.article?.people, people.indices.contains(index)
    else { return [] }
    return people[index].mentions.map(\.span)
  }

  /// The marks of one line.
  func line(_ line: ReaderLine) -> LineMarks {
    let span = line.span
    switch line.kind {
    case .blank, .metadata, .removed, .link: return LineMarks(kind: line.kind)
    case .headline:
      return LineMarks(
        kind: line.kind, matches: headingMatches.overlapping(span),
        found: found?.isInHeading == true ? found?.span : nil)
    case .standfirst, .text, .subheading:
      return LineMarks(
        kind: line.kind, quotes: quotes.overlapping(span), current: current.overlapping(span),
        people: people.overlapping(span), matches: matches.overlapping(span),
        found: found?.isInHeading == false ? found?.span : nil, marked: marked,
        markedHead: markedHead)
    }
  }
}

/// What the words of one line are.
struct LineMarks {
  var kind: ReaderLine.Kind
  var quotes: [TextSpan] = []
  var current: [TextSpan] = []
  var people: [TextSpan] = []
  var matches: [TextSpan] = []
  var found: TextSpan?
  var marked: TextSpan?
  /// The end of the marked words that moves.
  var markedHead: TextSpan?

  /// How a byte is set off.
  /// - Complexity: O(spans on the line).
  func style(of offset: Int) -> (role: Role, emphasis: Emphasis) {
    func holds(_ spans: [TextSpan]) -> Bool { spans.contains { $0.contains(offset) } }
    var match: Emphasis = holds(matches) ? .match : []
    if found?.contains(offset) == true { match.insert(.selected) }
    switch kind {
    case .blank: return (.text, [])
    case .headline: return (.title, match)
    case .metadata, .link: return (.dim, [])
    case .removed: return (.removed, [])
    case .standfirst, .text, .subheading:
      var emphasis = holds(current) ? match.union(.current) : match
      if marked?.contains(offset) == true { emphasis.insert(.marked) }
      if holds(people) { return (.person, emphasis) }
      return (holds(quotes) ? .quote : kind == .subheading ? .title : .text, emphasis)
    }
  }
}
