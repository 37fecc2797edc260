import Model

/// Words of the reader that the filter asks for.
struct ReaderMatch: Hashable, Sendable {
  /// Whether the span points into the heading of the layout instead of the source.
  var isInHeading: Bool
  var span: TextSpan
}

/// The article that is read.
struct ReaderState: Sendable {
  /// An article that was asked for and has not come.
  struct Pending: Hashable, Sendable {
    var key: ArticleKey
    var request: Int
  }

  var key: ArticleKey?
  var article: Article?
  var pending: Pending?
  /// The lines for the present measure; nil until the first `settle`.
  var layout: ReaderLayout?
  /// The first line on the screen.
  var top = 0
  /// Whether what cleaning left out is shown.
  var showsRemoved = false
  /// The quote that is pointed at, an index into `article.quotes`.
  var currentQuote: Int?
  /// What the filter asks for, in the order of the lines.
  var matches: [ReaderMatch] = []
  /// The match that `n` went to last.
  var currentMatch: Int?
  /// How many lines of the source were left out.
  var removedLines = 0

  /// How many lines there are.
  var lineCount: Int { layout?.lines.count ?? 0 }

  /// The quote that is pointed at.
  var quote: Quote? {
    guard let article, let currentQuote, article.quotes.indices.contains(currentQuote) else {
      return nil
    }
    return article.quotes[currentQuote]
  }

  /// Shows an article from its beginning.
  mutating func show(_ article: Article, key: ArticleKey) {
    self.key = key
    self.article = article
    pending = nil
    layout = nil
    top = 0
    currentQuote = nil
    currentMatch = nil
    removedLines = Self.removedLines(of: article)
  }

  /// Makes the lines fit; the words at the top stay at the top.
  mutating func layOut(measure: Int) {
    let settings = ReaderLayout.Settings(measure: measure, showsRemoved: showsRemoved)
    guard let article, layout?.settings != settings else { return }
    // At the very top the heading stays in view.
    let anchor = top > 0 ? layout?.sourceOffset(from: top) : nil
    let new = ReaderLayout(article, settings: settings)
    layout = new
    top = anchor.flatMap { new.line(at: $0) } ?? 0
  }

  /// Keeps the view inside the text.
  mutating func clamp(rows: Int) {
    top = max(0, min(top, lineCount - rows))
  }

  /// Brings lines into view, with a little of what stands before them.
  mutating func reveal(_ lines: Range<Int>, rows: Int) {
    let isInView = lines.lowerBound >= top && lines.upperBound <= top + rows
    if isInView { return }
    let before = min(3, max(0, (rows - lines.count) / 2))
    top = max(0, lines.lowerBound - before)
    clamp(rows: rows)
  }

  /// The lines of a span of the source.
  func lines(of span: TextSpan) -> Range<Int>? {
    guard let layout, let first = layout.line(at: span.start) else { return nil }
    let last = layout.line(at: max(span.start, span.end - 1)) ?? first
    return first..<max(first, last) + 1
  }

  /// The line of a match.
  func line(of match: ReaderMatch) -> Int? {
    match.isInHeading
      ? layout?.headingLine(at: match.span.start) : layout?.line(at: match.span.start)
  }

  /// How far the view has come, in percent.
  func percent(rows: Int) -> Int {
    guard lineCount > rows else { return 100 }
    return min(100, (top + rows) * 100 / lineCount)
  }

  private static func removedLines(of article: Article) -> Int {
    var count = 0
    for removal in article.removed {
      var hasWords = false
      for at in removal.span.range where at < article.source.bytes.count {
        let byte = article.source.bytes[at]
        if byte == 0x0A {
          count += hasWords ? 1 : 0
          hasWords = false
        } else {
          hasWords = hasWords || !LineBreaker.isSpace(byte)
        }
      }
      count += hasWords ? 1 : 0
    }
    return count
  }
}

extension ReaderState {
  /// Finds what the filter asks for in the words that are kept.
  /// - Complexity: O(bytes).
  mutating func findMatches(_ finder: MatchFinder) {
    matches = []
    currentMatch = nil
    guard let article, !finder.isEmpty else { return }
    let title = finder.matches(in: Array(article.title.text.utf8))
    matches = title.map {
      ReaderMatch(isInHeading: true, span: TextSpan($0.lowerBound, $0.upperBound))
    }
    var found: [TextSpan] = []
    func look(in span: TextSpan, for fields: Set<QueryField>) {
      let end = min(span.end, article.source.bytes.count)
      let start = max(0, min(span.start, end))
      let words = Array(article.source.bytes[start..<end])
      found += finder.matches(in: words, fields: fields).map {
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
    for span in found.sorted() where span.start >= end {
      matches.append(ReaderMatch(isInHeading: false, span: span))
      end = span.end
    }
  }
}
