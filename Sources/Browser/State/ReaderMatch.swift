import Model

/// Words of the reader that the filter asks for.
struct ReaderMatch: Hashable, Sendable {
  /// Whether the span points into the heading of the layout instead of the source.
  var isInHeading: Bool
  var span: TextSpan
}

extension ReaderMatch {
  /// All that names a person whom the filter asks for by name, and where their quotes begin.
  ///
  /// `person:"Anna Berg"` stands in few texts more than once; `Berg`, `the mayor` and `she` do.
  private static func people(of finder: MatchFinder, in article: Article) -> [TextSpan] {
    var spans: [TextSpan] = []
    for (index, person) in article.people.enumerated()
    where finder.asksForPerson(named: [person.name] + person.aliases) {
      spans += person.mentions.map(\.span)
      for quote in article.quotes where quote.speaker?.person?.rawValue == index {
        if let speaker = quote.speaker?.span, !speaker.isEmpty { spans.append(speaker) }
        if let first = quote.spans.first {
          // The first word stands for the quote, so that the quote itself is not set off whole.
          let words = LineBreaker.words(
            of: TextSpan(first.start, min(first.end, first.start + 64)), in: article.source.bytes)
          spans += words.prefix(1)
        }
      }
    }
    return spans
  }

  /// What a filter asks for in the headline and the words that are kept, in the order of the lines.
  /// - Complexity: O(bytes).
  static func all(of finder: MatchFinder, in article: Article) -> [ReaderMatch] {
    guard !finder.isEmpty else { return [] }
    var found: [TextSpan] = []
    func look(in span: TextSpan, for fields: Set<QueryField>) {
      let end = min(span.end, article.source.bytes.count)
      let start = max(0, min(span.start, end))
      found += finder.matches(in: article.source.bytes[start..<end], fields: fields).map {
        TextSpan(start + $0.lowerBound, start + $0.upperBound)
      }
    }
    for span in article.standfirst + article.body { look(in: span, for: [.anywhere]) }
    for quote in article.quotes { for span in quote.spans { look(in: span, for: [.said]) } }
    for person in article.people {
      for mention in person.mentions where mention.form == .name {
        look(in: mention.span, for: [.person])
      }
    }
    found += people(of: finder, in: article)
    var end = 0
    var matches = finder.matches(in: Array(article.title.text.utf8)).map {
      ReaderMatch(isInHeading: true, span: TextSpan($0.lowerBound, $0.upperBound))
    }
    for span in SpanIndex(found).spans where span.start >= end {
      matches.append(ReaderMatch(isInHeading: false, span: span))
      end = span.end
    }
    return matches
  }
}
