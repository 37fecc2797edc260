/// Who is said to have said what, as the quote model sees it.
struct LearnedAttribution: Sendable, Equatable {
  /// What is said, thought or written; at least one span.
  var content: [TextSpan]
  /// Who says it; may be empty.
  var source: [TextSpan]
  /// The words that say so.
  var cue: [TextSpan]
  /// The word of the cue that the attribution was found by; a colon or a dash, too.
  var cueWord: TextSpan
  /// How sure it is, as a logit.
  var score: Double
  /// How sure it is, 0 ... 1.
  var probability: Double
  /// How often what this word introduces is speech and no belief, 0 ... 255; 128 if unknown.
  var speechness: UInt8
}

/// Finds attributions with the quote model, in three stages: cue words, the labels around each of
/// them, and a choice.
///
/// Time and memory grow linearly with the text, whatever stands in it.
struct LearnedAttributions {
  /// The attributions in the paragraphs of a page, ordered by their content.
  ///
  /// Paragraphs (title and standfirst among them) must be given in order. All offsets are UTF-8
  /// offsets of the page.
  static func find(in bytes: [UInt8], paragraphs: [TextSpan]) -> [LearnedAttribution] {
    guard let model = QuoteModel.embedded else { return [] }
    return find(in: bytes, paragraphs: paragraphs, with: model)
  }

  /// The same with a model of one's own.
  static func find(
    in bytes: [UInt8], paragraphs: [TextSpan], with model: QuoteModel
  ) -> [LearnedAttribution] {
    bytes.withUnsafeBufferPointer { bytes in
      parts(of: paragraphs, in: bytes).flatMap { find(in: bytes, part: $0, with: model) }
    }
  }

  /// Text of more bytes is read in parts, so that the memory of one serves the next.
  private static let mostBytes = 1 << 18

  /// Runs of paragraphs of at most so many bytes; a longer paragraph is cut at a blank.
  private static func parts(
    of paragraphs: [TextSpan], in bytes: UnsafeBufferPointer<UInt8>
  ) -> [[TextSpan]] {
    var parts: [[TextSpan]] = []
    var part: [TextSpan] = []
    var length = 0
    func close() {
      if !part.isEmpty { parts.append(part) }
      part = []
      length = 0
    }
    for paragraph in paragraphs {
      var rest = TextSpan(
        max(0, paragraph.start), max(0, paragraph.start, min(paragraph.end, bytes.count)))
      if length + rest.count > mostBytes { close() }
      while rest.count > mostBytes {
        var end = rest.start + mostBytes
        while end > rest.start + mostBytes / 2, !Bytes.isSpace(bytes[end]) { end -= 1 }
        parts.append([TextSpan(rest.start, end)])
        rest = TextSpan(end, rest.end)
      }
      part.append(rest)
      length += rest.count
    }
    close()
    return parts
  }

  private static func find(
    in bytes: UnsafeBufferPointer<UInt8>, part: [TextSpan], with model: QuoteModel
  ) -> [LearnedAttribution] {
    ModelTokenizer.tokens(of: bytes, paragraphs: part).withView { tokens in
      let cues = CueScorer(model: model, tokens: tokens).cues()
      var candidates = CandidateFinder(model: model, tokens: tokens).candidates(cues)
      AttributionScorer(model: model, tokens: tokens).score(&candidates)
      let chosen = AttributionChooser(model: model, tokens: tokens).choose(&candidates)
      return chosen.map { attribution($0, candidates, tokens, model) }
    }
  }

  private static func attribution(
    _ item: AttributionCandidate, _ candidates: AttributionCandidates, _ tokens: TokenView,
    _ model: QuoteModel
  ) -> LearnedAttribution {
    func spans(_ ranges: Range<Int>) -> [TextSpan] {
      candidates.pieces[ranges].map {
        TextSpan(Int(tokens.start[Int($0.low)]), Int(tokens.end[Int($0.high) - 1]))
      }
    }
    let score = Double(item.score)
    return LearnedAttribution(
      content: spans(item.content), source: spans(item.source), cue: spans(item.cueParts),
      cueWord: TextSpan(Int(tokens.start[item.cue]), Int(tokens.end[item.cue])), score: score,
      probability: 1 / (1 + FastMath.exp(-score)),
      speechness: speechness(item.cue, tokens, model))
  }

  private static func speechness(
    _ cue: Int, _ tokens: TokenView, _ model: QuoteModel
  ) -> UInt8 {
    switch tokens.shape[cue] {
    case ModelTokens.Shape.colon, ModelTokens.Shape.dash: 255
    default: model.entry(for: tokens.word[cue])?.speechness ?? 128
    }
  }
}
