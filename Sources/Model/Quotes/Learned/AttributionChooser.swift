/// Chooses what is kept: attributions by falling score, then quotations left over, then paragraphs
/// that follow a rule.
struct AttributionChooser {
  let model: QuoteModel
  let tokens: TokenView

  /// The score of what a rule found.
  static let ruleScore: Float = 2.5
  /// Quotations left over: the least words in long quotations, and tokens of a long one.
  static let leastQuotedWords = 4
  static let longQuotation = 6

  /// Bits of a token.
  private enum Mark {
    /// It lies in a cue that is kept.
    static let inCue: UInt8 = 1
    /// It is a cue word that is kept.
    static let cueWord: UInt8 = 2
    /// It lies in content that is kept.
    static let covered: UInt8 = 4
  }

  /// The attributions kept, by position; adds those of the rules to the candidates.
  func choose(_ candidates: inout AttributionCandidates) -> [AttributionCandidate] {
    var marks = [UInt8](repeating: 0, count: tokens.count)
    var kept: [Int] = []
    let items = candidates.items
    let order = items.indices.sorted { (-items[$0].score, $0) < (-items[$1].score, $1) }
    for i in order where items[i].score > model.leastScore {
      keep(i, candidates, &marks, &kept)
    }
    for i in order
    where items[i].score <= model.leastScore && items[i].score > model.leastScoreOfRest {
      if isQuotationLeft(items[i], candidates, marks) { keep(i, candidates, &marks, &kept) }
    }
    addRules(&candidates, &kept, marks)
    let places = kept.map {
      let item = candidates.items[$0]
      return (candidates.pieces[item.content.lowerBound].low, item.cue, $0)
    }
    return places.sorted { $0 < $1 }.map { candidates.items[$0.2] }
  }

  /// Keeps an attribution unless its cue word is taken or lies in a cue that is kept, or a cue word
  /// that is kept lies in its cue.
  private func keep(
    _ index: Int, _ candidates: AttributionCandidates, _ marks: inout [UInt8], _ kept: inout [Int]
  ) {
    let item = candidates.items[index]
    guard marks[item.cue] & (Mark.inCue | Mark.cueWord) == 0 else { return }
    for part in item.cueParts {
      let range = candidates.pieces[part]
      for token in range.low..<range.high where marks[Int(token)] & Mark.cueWord != 0 { return }
    }
    kept.append(index)
    marks[item.cue] |= Mark.cueWord
    for part in item.cueParts {
      let range = candidates.pieces[part]
      for token in range.low..<range.high { marks[Int(token)] |= Mark.inCue }
    }
    for part in item.content {
      let range = candidates.pieces[part]
      for token in range.low..<range.high { marks[Int(token)] |= Mark.covered }
    }
  }

  /// Whether content holds enough words of long quotations, none of them in content that is kept.
  private func isQuotationLeft(
    _ item: AttributionCandidate, _ candidates: AttributionCandidates, _ marks: [UInt8]
  ) -> Bool {
    var words = 0
    for part in item.content {
      let range = candidates.pieces[part]
      for token in Int(range.low)..<Int(range.high)
      where ModelTokens.Shape.isWord(tokens.shape[token]) && tokens.isQuoted(token) {
        let length = tokens.quotationEnd[token] &- tokens.quotationStart[token] &+ 1
        guard length >= Self.longQuotation else { continue }
        if marks[token] & Mark.covered != 0 { return false }
        words += 1
      }
    }
    return words >= Self.leastQuotedWords
  }

  // MARK: Rules

  /// Adds what rules find, unless the cue is taken or the content mostly known.
  private func addRules(
    _ candidates: inout AttributionCandidates, _ kept: inout [Int], _ marks: [UInt8]
  ) {
    let (signed, transcript) = ParagraphRules(tokens: tokens).find()
    guard !signed.isEmpty || !transcript.isEmpty else { return }
    // Cue words and rules rise, so what may overlap is found by walking along.
    let rivals = kept.sorted { candidates.items[$0].cue < candidates.items[$1].cue }
    var signedKept: [Int] = []
    var start = 0
    for rule in signed {
      let index = candidates.append(rule)
      if !isKnown(candidates.items[index], candidates, rivals, &start, marks) {
        signedKept.append(index)
      }
    }
    start = 0
    var signedStart = 0
    var transcriptKept: [Int] = []
    for rule in transcript {
      let index = candidates.append(rule)
      let item = candidates.items[index]
      if !isKnown(item, candidates, rivals, &start, marks),
        !isKnown(item, candidates, signedKept, &signedStart, marks)
      {
        transcriptKept.append(index)
      }
    }
    kept += signedKept + transcriptKept
  }

  /// Whether the cue of a rule is taken, or its content mostly that of one of the rivals; `start`
  /// moves along with rising rules.
  private func isKnown(
    _ item: AttributionCandidate, _ candidates: AttributionCandidates, _ rivals: [Int],
    _ start: inout Int, _ marks: [UInt8]
  ) -> Bool {
    if marks[item.cue] & Mark.inCue != 0 { return true }
    let content = candidates.pieces[item.content.lowerBound]
    let low = min(Int(content.low), item.cue) - AttributionWindow.capacity
    let high = max(Int(content.high), item.cue) + AttributionWindow.capacity
    while start < rivals.count, candidates.items[rivals[start]].cue < low { start += 1 }
    for rival in rivals[start...] {
      let other = candidates.items[rival]
      if other.cue > high { break }
      if other.cue == item.cue { return true }
      if candidates.shareContent(item.content, other.content, tokens) { return true }
    }
    return false
  }
}
