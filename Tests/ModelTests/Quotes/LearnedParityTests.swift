import Foundation
import Testing

@testable import Model

/// What the Python reference found in an article; only what is compared.
private struct ReferenceArticle: Decodable {
  struct Token: Decodable {
    var start: Int
    var end: Int
    var hash: UInt32
    var s3: UInt32
    var shape: UInt8
    var q: UInt8
    var par: Int32
    var sent: Int32
    var segf: Int32
    var p1: Double?
  }

  struct Attribution: Decodable {
    var cueWord: Int
    var lo: Int?
    var labels: [String]?
    var forced: Int
    var lp: Double
    var p3: Double
    var dup: UInt32?
  }

  struct Kept: Decodable {
    var cueWord: Int
    var content: [[Int]]
    var source: [[Int]]
    var cue: [[Int]]
  }

  var id: String
  var tokens: [Token]
  var attributions: [Attribution]
  var kept: [Kept]
}

/// Compares with the Python reference, where `ONRECORD_PARITY` names its parity file and the folder
/// of the texts, with a colon between.
@Suite(
  "The decoder does what the Python reference does",
  .enabled(if: ProcessInfo.processInfo.environment["ONRECORD_PARITY"] != nil))
struct LearnedParityTests {
  private func articles() throws -> [(ReferenceArticle, [UInt8])] {
    let paths = try #require(ProcessInfo.processInfo.environment["ONRECORD_PARITY"])
      .split(separator: ":").map { URL(fileURLWithPath: String($0)) }
    try #require(paths.count == 2)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let reference = try decoder.decode([ReferenceArticle].self, from: Data(contentsOf: paths[0]))
    return try reference.map {
      ($0, [UInt8](try Data(contentsOf: paths[1].appending(path: "\($0.id).txt"))))
    }
  }

  /// The UTF-8 offset of every code point, and the length.
  private func offsets(_ bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
  }

  private func withTokens(_ bytes: [UInt8], _ body: (TokenView) -> Void) {
    bytes.withUnsafeBufferPointer {
      let lines = LearnedAttributionsTests.lines(bytes)
      ModelTokenizer.tokens(of: $0, paragraphs: lines).withView(body)
    }
  }

  @Test("Tokens and scores of cue words")
  func tokens() throws {
    let model = try #require(QuoteModel.embedded)
    for (article, bytes) in try articles() {
      let offsets = offsets(bytes)
      withTokens(bytes) { tokens in
        #expect(tokens.count == article.tokens.count)
        let scorer = CueScorer(model: model, tokens: tokens)
        for (i, token) in article.tokens.prefix(tokens.count).enumerated() {
          #expect(Int(tokens.start[i]) == offsets[token.start])
          #expect(Int(tokens.end[i]) == offsets[token.end])
          #expect(tokens.word[i] == token.hash && tokens.suffix[i] == token.s3)
          #expect(tokens.shape[i] == token.shape && tokens.isQuoted(i) == (token.q != 0))
          #expect(tokens.paragraph[i] == token.par && tokens.sentence[i] == token.sent)
          #expect(tokens.segment[i] == token.segf)
          #expect(scorer.isCandidate(i) == (token.p1 != nil))
          if let p1 = token.p1 { #expect(abs(Double(scorer.scores(of: [i])[0]) - p1) < 1e-3) }
        }
      }
    }
  }

  @Test("Labels and scores of attributions")
  func attributions() throws {
    let model = try #require(QuoteModel.embedded)
    for (article, bytes) in try articles() {
      withTokens(bytes) { tokens in
        let cues = CueScorer(model: model, tokens: tokens).cues()
        var found = CandidateFinder(model: model, tokens: tokens).candidates(cues)
        AttributionScorer(model: model, tokens: tokens).score(&found)
        #expect(found.items.count == article.attributions.count)
        for (item, wanted) in zip(found.items, article.attributions) {
          #expect(item.cue == wanted.cueWord && item.low == wanted.lo)
          #expect(item.isForced == (wanted.forced != 0) && item.duplicate == wanted.dup)
          #expect(abs(item.likelihood - wanted.lp) < 1e-3)
          #expect(abs(Double(item.score) - wanted.p3) < 1e-3)
          let labels = wanted.labels ?? []
          for (kind, ranges) in [("S", item.source), ("K", item.cueParts), ("C", item.content)] {
            let begins = labels.indices.filter { labels[$0] == "B" + kind }
            #expect(ranges.map { Int(found.pieces[$0].low) - item.low } == begins)
            let inside = labels.count { $0.hasSuffix(kind) }
            #expect(found.tokenCount(ranges) == inside)
          }
        }
      }
    }
  }

  @Test("What is kept")
  func kept() throws {
    for (article, bytes) in try articles() {
      let offsets = offsets(bytes)
      let found = LearnedAttributions.find(
        in: bytes, paragraphs: LearnedAttributionsTests.lines(bytes))
      func spans(_ ranges: [[Int]]) -> [TextSpan] {
        ranges.map {
          TextSpan(offsets[article.tokens[$0[0]].start], offsets[article.tokens[$0[1] - 1].end])
        }
      }
      #expect(found.count == article.kept.count)
      for (item, wanted) in zip(found, article.kept) {
        #expect(item.content == spans(wanted.content) && item.source == spans(wanted.source))
        #expect(item.cue == spans(wanted.cue))
        #expect(item.cueWord == spans([[wanted.cueWord, wanted.cueWord + 1]])[0])
      }
    }
  }
}
