import Model

/// Words of the reader that are being marked, from one word to another.
struct WordSelection: Hashable, Sendable {
  /// What the marked words will be.
  enum Purpose: Hashable, Sendable {
    /// The reader chooses when done.
    case open
    /// The new words of a quote.
    case bounds(QuotePlace)
  }
  var purpose: Purpose
  /// Words on lines of the article's text, in order.
  let words: [TextSpan]
  /// The word where marking began, and the one that moves.
  var anchor: Int
  var head: Int

  /// Marks from the first byte of a word to the last of another.
  var span: TextSpan? {
    let (low, high) = (min(anchor, head), max(anchor, head))
    guard words.indices.contains(low), words.indices.contains(high) else { return nil }
    return TextSpan(words[low].start, words[high].end)
  }

  /// The word that moves.
  var headSpan: TextSpan? { words.indices.contains(head) ? words[head] : nil }

  /// - Parameter spans: the words that are marked first; nil begins at `offset`.
  init?(_ layout: ReaderLayout, of article: Article, at offset: Int, purpose: Purpose = .open) {
    var words: [TextSpan] = []
    for line in layout.lines where line.kind == .text || line.kind == .standfirst {
      words += LineBreaker.words(of: line.span, in: article.source.bytes)
    }
    guard !words.isEmpty else { return nil }
    self.purpose = purpose
    self.words = words
    anchor = words.firstIndex { $0.end > offset } ?? words.count - 1
    head = anchor
  }

  /// Marks a span as far as words go.
  mutating func mark(_ span: TextSpan) {
    anchor = words.firstIndex { $0.end > span.start } ?? anchor
    head = words.lastIndex { $0.start < span.end } ?? anchor
  }

  /// Moves by words, clamped.
  mutating func move(_ step: Int) { head = max(0, min(head + step, words.count - 1)) }

  /// Moves to the first word from an offset on.
  mutating func move(to offset: Int) {
    head = words.firstIndex { $0.end > offset } ?? words.count - 1
  }

  mutating func swapEnds() { (anchor, head) = (head, anchor) }
}
