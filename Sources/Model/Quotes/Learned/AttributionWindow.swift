/// The tokens that may belong to the attribution of one cue word: at most 250 on each side.
struct AttributionWindow {
  /// The most tokens on one side of the cue word.
  static let reach = 250
  /// The most tokens in all.
  static let capacity = 2 * reach

  /// The cue word.
  let cue: Int
  /// The first token and one past the last.
  let low: Int
  let high: Int

  var count: Int { high &- low }

  /// The sentence of the cue word; to the left while a quotation ends right before, to the right
  /// while one begins right after, over the end of a paragraph after a colon and where a quotation
  /// goes on.
  init(_ cue: Int, in tokens: TokenView) {
    let low = Self.low(cue, in: tokens)
    let high = Self.high(cue, in: tokens)
    self.cue = cue
    self.low = max(low, cue &- Self.reach)
    self.high = min(high, cue &+ Self.reach)
  }

  private static func low(_ cue: Int, in tokens: TokenView) -> Int {
    let paragraph = tokens.paragraphLow(cue)
    var low = tokens.sentenceLow(cue)
    while low > paragraph, cue &- low < reach, tokens.quotationStart[low &- 1] >= 0 {
      low = tokens.sentenceLow(Int(tokens.quotationStart[low &- 1]))
    }
    // A paragraph that begins with a dash signs the one before.
    if low == paragraph, low > 0, tokens.shape[low] == ModelTokens.Shape.dash, cue &- low < 4,
      tokens.quotationStart[low &- 1] >= 0
    {
      low = tokens.sentenceLow(Int(tokens.quotationStart[low &- 1]))
    }
    return low
  }

  private static func high(_ cue: Int, in tokens: TokenView) -> Int {
    var paragraph = tokens.paragraphHigh(cue)
    var high = tokens.sentenceHigh(cue)
    while high < tokens.count, high &- cue < reach {
      if high < paragraph {
        if tokens.quotationStart[high] < 0 { break }
      } else if tokens.shape[high &- 1] == ModelTokens.Shape.colon {
        paragraph = tokens.paragraphHigh(high)
      } else if tokens.isQuoted(high &- 1),
        tokens.shape[high &- 1] != ModelTokens.Shape.closing,
        tokens.shape[high] == ModelTokens.Shape.opening
      {
        paragraph = tokens.paragraphHigh(high)
      } else {
        break
      }
      let end = tokens.quotationEnd[high]
      high = end >= 0 ? tokens.sentenceHigh(Int(end)) : paragraph
    }
    return high
  }
}
