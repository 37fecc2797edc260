/// What a reader puts right about one article; applied after extraction, so that it outlives it.
public enum Correction: Hashable, Sendable, Codable {
  /// This is not a person.
  case notAPerson(name: String)
  /// These two are one person; the second name stays.
  case samePerson(name: String, as: String)
  /// This name is misspelt; quotes and mentions stay with the person.
  case rename(name: String, to: String)
  /// This spelling names somebody else, who becomes a person of their own.
  case split(alias: String, from: String)
  /// This quote is theirs; nil where nobody can tell whose it is.
  case speaker(of: QuoteAnchor, is: String?)
  /// The quote's words are these.
  case bounds(of: QuoteAnchor, are: QuoteAnchor)
  /// This is no quote.
  case notAQuote(QuoteAnchor)
  /// Here is a quote that was missed.
  case missedQuote(QuoteAnchor, speaker: String?)
}

/// Names a quote by its words, so that a correction finds it again after the rules have changed.
public struct QuoteAnchor: Hashable, Sendable, Codable {
  /// The parts of the content as UTF-8 offsets, each start and end.
  public var parts: [Part]

  /// One part of the content.
  public struct Part: Hashable, Sendable, Codable {
    /// The first byte.
    public var start: Int
    /// One past the last byte.
    public var end: Int

    /// A part.
    public init(start: Int, end: Int) {
      self.start = start
      self.end = end
    }
  }

  /// An anchor on some parts of the text.
  public init(parts: [Part]) { self.parts = parts }

  /// The anchor of a quote.
  public init(_ quote: Quote) {
    parts = quote.spans.map { Part(start: $0.start, end: $0.end) }
  }

  var spans: [TextSpan] { parts.map { TextSpan($0.start, $0.end) } }

  /// Whether it shares a byte with a quote.
  public func touches(_ quote: Quote) -> Bool {
    spans.contains { span in quote.spans.contains { $0.overlaps(span) } }
  }

  /// The share of bytes that the anchor has in common with a quote, of the longer of both.
  func overlap(with quote: Quote) -> Double {
    var shared = 0
    for part in spans {
      for span in quote.spans {
        shared += max(0, min(part.end, span.end) - max(part.start, span.start))
      }
    }
    let longest = max(
      spans.reduce(0) { $0 + $1.count }, quote.spans.reduce(0) { $0 + $1.count })
    return longest == 0 ? 0 : Double(shared) / Double(longest)
  }
}
