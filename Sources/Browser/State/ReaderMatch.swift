import Model

/// Words of the reader that the filter asks for.
struct ReaderMatch: Hashable, Sendable {
  /// Whether the span points into the heading of the layout instead of the source.
  var isInHeading: Bool
  var span: TextSpan
}

extension ReaderMatch {
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
