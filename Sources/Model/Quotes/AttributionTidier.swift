/// Puts attributions right that reach into one another: each content ends where the next attribution of
/// the same sentence begins, and what nobody voiced is left out.
struct AttributionTidier {
  let text: ReadingText
  private let tokens: [Token]
  private let reader: ContentReader

  init(text: ReadingText) {
    self.text = text
    tokens = text.tokens
    reader = ContentReader(text: text)
  }

  /// The attributions, by their content, without what is no speech and without overreach.
  /// - Complexity: O(attributions); each is held against its neighbours.
  func tidy(_ attributions: [Attribution]) -> [Attribution] {
    var result = attributions.filter { !isUnvoiced($0) }
    for index in result.indices {
      let near = max(0, index - 6)..<min(result.count, index + 7)
      for other in near where other != index {
        trim(&result[index], by: result[other])
      }
    }
    return result
  }

  // MARK: What nobody voiced

  /// `hopes to reopen`, `Asked whether he knew, he laughed`, `nicknamed "The Wall"`, `echoed him`.
  private func isUnvoiced(_ attribution: Attribution) -> Bool {
    guard let cue = attribution.cue,
      let verb = cue.first(where: { !tokens[$0].has([.auxiliary, .adverb]) }) ?? cue.first
    else { return false }
    if let source = attribution.source, source.count == 1,
      Self.nobody.contains(tokens[source.lowerBound].hash)
    {
      return true
    }
    let isQuoted = attribution.content.contains { $0.contains { tokens[$0].isA(.quoted) } }
    if !isQuoted {
      if Self.plans.contains(tokens[verb].hash) { return true }
      if isQuestionPut(verb) || asksForAnonymity(verb) || isAddressee(attribution, verb) {
        return true
      }
      // `echoed him`
      if attribution.content.count == 1, attribution.content[0].count == 1,
        tokens[attribution.content[0].lowerBound].has([.objectPronoun, .subjectPronoun])
      {
        return true
      }
      return false
    }
    return Self.nicknames.contains(tokens[verb].hash) || isQuestionPut(verb)
      || isScare(attribution, verb)
  }

  /// `Asked whether …, she laughed`; `Berg, asked about the plan, said`: somebody else asked.
  private func isQuestionPut(_ verb: Int) -> Bool {
    guard Self.asked.contains(tokens[verb].hash), verb + 1 < tokens.count,
      Self.questions.contains(tokens[verb + 1].hash)
    else { return false }
    return tokens[verb].isA(.startsSentence)
      || verb > 0
        && (tokens[verb - 1].hash == Marks.comma || Self.whens.contains(tokens[verb - 1].hash))
  }

  /// `who asked not to be named`
  private func asksForAnonymity(_ verb: Int) -> Bool {
    Self.asks.contains(tokens[verb].hash)
      && (verb + 1..<min(verb + 7, tokens.count)).contains {
        Self.anonymous.contains(tokens[$0].hash)
      }
  }

  /// `warned the gallery`: to whom, and nothing that was said.
  private func isAddressee(_ attribution: Attribution, _ verb: Int) -> Bool {
    guard tokens[verb].has(.tellCue) || Self.addressed.contains(tokens[verb].hash),
      attribution.content.count == 1, case let content = attribution.content[0],
      content.count <= 3, tokens[content.lowerBound].has([.determiner, .possessive])
    else { return false }
    return verb + 1 == content.lowerBound && !reader.hasVerb(content)
  }

  private static let asks = Bytes.words("asked asks asking requested declined refused")
  private static let anonymous = Bytes.words("named identified anonymous anonymity quoted unnamed")
  private static let addressed = Bytes.words("warned warns urged advised thanked")

  /// `Judge rebukes firm over "cowboy" demolition`: a headline's word in marks before its noun.
  private func isScare(_ attribution: Attribution, _ verb: Int) -> Bool {
    guard text.blocks[attribution.block].kind == .title,
      tokens[verb].has(.quoteCue), !tokens[verb].has([.sayCue, .thatCue]),
      !Self.assigns.contains(tokens[verb].hash)
    else { return false }
    let marks = attribution.content.joined().filter { tokens[$0].isA(.opens) }
    return !marks.isEmpty
      && marks.allSatisfy { open in
        let close = Int(tokens[open].partner)
        return close > open && close - open <= 3 && close + 1 < tokens.count
          && tokens[close + 1].isA(.word)
          && !tokens[close + 1].has([.preposition, .conjunction, .auxiliary])
      }
  }

  private static let assigns = Bytes.words(
    "calls called brands branded labels labelled labeled dubs dubbed describes described")
  /// `you say so`; `Having said that, prices fell`: somebody, or nobody, voiced it.
  private static let nobody = Bytes.words("you having")
  private static let asked = Bytes.words("asked questioned pressed quizzed")
  private static let whens = Bytes.words("when if while")
  private static let questions = Bytes.words(
    "about whether if why how what when by to on who where for")
  private static let nicknames = Bytes.words("nicknamed entitled titled")
  private static let plans = Bytes.words(
    """
    hope hopes hoped hoping want wants wanted wanting plan plans planned planning intend intends
    intended intending aim aims aimed aiming wish wishes wished
    """)

  // MARK: Overreach

  /// Cuts a content where another attribution begins that is no part of it.
  private func trim(_ attribution: inout Attribution, by other: Attribution) {
    guard let source = other.source, let otherCue = other.cue, !attribution.isTurn,
      let last = attribution.content.indices.last
    else { return }
    let part = attribution.content[last]
    // `promised to help and said she would come`: one subject, two cues.
    let isShared = source.lowerBound < part.lowerBound
    var head = isShared ? otherCue.lowerBound : min(source.lowerBound, otherCue.lowerBound)
    while isShared, head - 1 > part.lowerBound, tokens[head - 1].has(.adverb) { head -= 1 }
    guard head > part.lowerBound, head < part.upperBound, let cue = attribution.cue,
      cue.upperBound <= part.lowerBound, !cue.overlaps(otherCue), !tokens[head].isA(.quoted)
    else { return }
    var end: Int?
    if other.content.contains(where: { $0.contains(cue.lowerBound) }) {
      // `accused the EU of "sabotage", the ministry's press service reported`
      end = head
      while let at = end, at > part.lowerBound, tokens[at - 1].hash == Marks.comma { end = at - 1 }
    } else if tokens[head - 1].hash == Marks.semicolon {
      end = head - 1
    } else if Self.joins.contains(tokens[head - 1].hash), isShared || isSomebody(source),
      other.extent.lowerBound >= head
    {
      end = tokens[head - 2].hash == Marks.comma ? head - 2 : head - 1
    }
    guard let end, end - part.lowerBound >= 2 else { return }
    let isWhole =
      reader.hasVerb(part.lowerBound..<end)
      || (part.lowerBound..<end).contains {
        tokens[$0].isA(.quoted)
      }
    if isWhole { attribution.content[last] = part.lowerBound..<end }
  }

  private static let joins = Bytes.words("and but while whereas")

  private func isSomebody(_ source: Range<Int>) -> Bool {
    source.contains {
      tokens[$0].has([.role, .subjectPronoun])
        || tokens[$0].isA(.capital) && !tokens[$0].isA(.startsSentence)
    }
  }
}
