import Testing

@testable import Model

/// A small generator with a fixed start, so that a failure can be repeated (SplitMix64).
struct FixedGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite("Nothing traps on input")
struct RobustnessTests {
  /// What news text is made of, in pieces that can meet in any order.
  static let pieces = [
    "\"", "“", "”", "''", "'", "‘", "’", "«", "»", ",", ".", "?", "!", ":", ";", "—", "--", "(",
    ")", "[", "]", "\n", "\n\n", " ", "said", "says", "told", "added", "adding that", "that",
    "according to", "According to", "went on", "he", "She", "who", "the", "The", "president",
    "the ambassador", "Anna Berg", "Berg", "Mr. Stone", "U.S.", "J. K. Moore", "Moscow",
    "on Tuesday", "in an interview", "'s", "’s", "and", "but", "is", "was", "not", "to", "of",
    "MOSCOW, January 13 (Example) –", "© Example", "reporters", "é", "漢字", "\u{FFFD}", "\u{202E}",
    "5", "2014", "Jr.", "de", "Ministry of Justice", "statement", "the address reads", "%", "~",
  ]

  @Test("random pieces of news text", arguments: 0..<8)
  func randomPieces(seed: UInt64) {
    var generator = FixedGenerator(state: seed)
    let pipeline = ArticlePipeline()
    for _ in 0..<250 {
      var text = ""
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        text += Self.pieces.randomElement(using: &generator) ?? ""
        if Bool.random(using: &generator) { text += " " }
      }
      let page = SourcePage(file: "random.txt", text: SourceText(text))
      let article = pipeline.article(of: page)
      expectSound(article)
      #expect(!ArticleExport.jsonLines(for: article).isEmpty)
    }
  }

  @Test("random bytes", arguments: 0..<4)
  func randomBytes(seed: UInt64) {
    var generator = FixedGenerator(state: seed)
    let pipeline = ArticlePipeline()
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
        UInt8.random(in: 1...255, using: &generator)
      }
      let read = try? pipeline.articles(in: RawItem(file: "random", bytes: bytes))
      for article in read?.articles ?? [] { expectSound(article) }
    }
  }

  /// All spans lie inside the text and are in order.
  private func expectSound(_ article: Article) {
    let count = article.source.bytes.count
    for quote in article.quotes {
      #expect(!quote.spans.isEmpty)
      for span in quote.spans + [quote.cue, quote.venue, quote.speaker?.span].compactMap({ $0 }) {
        #expect(span.start >= 0 && span.start <= span.end && span.end <= count)
      }
    }
    for span in article.body + article.people.flatMap(\.mentions).map(\.span) {
      #expect(span.start >= 0 && span.start <= span.end && span.end <= count)
    }
  }
}
