import Model

/// The article that is read.
struct ReaderState: Hashable, Sendable {
  /// An article that was asked for and has not come.
  struct Pending: Hashable, Sendable {
    var key: ArticleKey
    var request: Int
  }

  /// Matches that were asked for and have not come.
  struct Search: Hashable, Sendable {
    var request: Int
    /// Whether the first of them is to be shown.
    var showsFirst: Bool
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
  /// Whether the addresses of links are listed at the end.
  var listsLinks = false
  /// The quote that is pointed at, an index into `article.quotes`.
  var currentQuote: Int?
  /// The matches that are looked for in a long article.
  var search: Search?
  /// What the filter asks for, in the order of the lines.
  private(set) var matches: [ReaderMatch] = []
  /// Those in the text.
  private(set) var matchSpans = SpanIndex()
  /// The words of all quotes.
  private(set) var quoteSpans = SpanIndex()
  /// Where people are named.
  private(set) var nameSpans = SpanIndex()
  /// The match that `n` went to last.
  var currentMatch: Int?
  /// How many lines of the source were left out.
  var removedLines = 0
  /// Whether the reader was gone to, and not only shown beside the list.
  var isVisited = false
  /// What the reader noted about the article.
  var marks = ArticleMarks()

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
    isVisited = false
    search = nil
    layout = nil
    top = 0
    currentQuote = nil
    currentMatch = nil
    removedLines = Self.removedLines(of: article)
    quoteSpans = SpanIndex(article.quotes.flatMap(\.spans))
    nameSpans = SpanIndex(
      article.people.flatMap { $0.mentions.lazy.filter { $0.form == .name }.map(\.span) })
  }

  /// Makes the lines fit; the words at the top stay at the top.
  mutating func layOut(
    measure: Int, typesetting: Typesetting = Typesetting(), words: Words = Words()
  ) {
    let settings = ReaderLayout.Settings(
      measure: measure, showsRemoved: showsRemoved, indent: min(typesetting.indent, measure / 4),
      isJustified: typesetting.isJustified, spacing: typesetting.spacing,
      listsLinks: listsLinks, words: words)
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

  /// Takes what the filter asks for, in the order of the lines.
  mutating func mark(_ matches: [ReaderMatch]) {
    self.matches = matches
    matchSpans = SpanIndex(matches.lazy.filter { !$0.isInHeading }.map(\.span))
    currentMatch = nil
    search = nil
  }

  /// How far the view has come, in percent.
  func percent(rows: Int) -> Int {
    guard lineCount > rows else { return 100 }
    return min(100, (top + rows) * 100 / lineCount)
  }

  /// The minutes that are left to read below the view, at 230 words of six letters a minute.
  func minutesLeft(rows: Int) -> Int {
    guard let layout, lineCount > top + rows, top + rows >= 0 else { return 0 }
    let bytes = layout.lines[(top + rows)...].reduce(0) {
      $0 + ($1.isFromSource ? $1.span.count : 0)
    }
    return bytes == 0 ? 0 : max(1, bytes / (230 * 6))
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
