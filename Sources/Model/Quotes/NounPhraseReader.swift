/// Finds the noun phrase that is the subject of a cue of speech.
///
/// There is no parser behind it: it walks from the cue over the words that a subject is made of in news
/// writing, and stops at those that end one.
struct NounPhraseReader {
  let tokens: [Token]

  /// What stands between a subject and its cue.
  struct Subject {
    /// The words of the speaker, with an apposition.
    var phrase: Range<Int>
    /// The words that name the speaker: without apposition.
    var core: Range<Int>
    var isNegated = false
    var isModal = false
    var isPassive = false
  }

  // MARK: Before the cue

  /// The subject that ends before a cue: `the ambassador also` in `the ambassador also said`.
  func subject(before cue: Int, from lower: Int) -> Subject? {
    var j = cue - 1
    var result = Subject(phrase: 0..<0, core: 0..<0)
    while j >= lower, isBetween(tokens[j]) {
      let hash = tokens[j].hash
      if Self.negations.contains(hash) { result.isNegated = true }
      if Self.modals.contains(hash) { result.isModal = true }
      if Self.passives.contains(hash), j == cue - 1 { result.isPassive = true }
      j -= 1
    }
    // `Clinton on Tuesday said`
    if j - 1 >= lower, tokens[j].has(.weekday) {
      j -= 1
      if j > lower, tokens[j].has([.preposition, .adverb]), tokens[j].isA(.word) { j -= 1 }
    }
    // `who goes by the name "Shorty," told`: the comma stands inside the marks.
    if j > lower, tokens[j].isA(.closes), tokens[j].partner >= lower,
      j - Int(tokens[j].partner) <= 4,
      tokens[j - 1].hash == Marks.comma, tokens[Int(tokens[j].partner) - 1].isA(.word)
    {
      j -= 1
    }
    guard j >= lower else { return nil }
    let end = j + 1
    j = bracketStart(endingAt: j, from: lower)
    if j >= lower, tokens[j].hash == Marks.comma {
      guard let comma = appositionStart(endingAt: j, from: lower) else { return nil }
      j = bracketStart(endingAt: comma - 1, from: lower)
    } else if j > lower, Marks.isDash(tokens[j].hash) {
      // `Volkov — the man of the match — joked`
      guard let dash = (max(lower, j - 14)..<j).last(where: { Marks.isDash(tokens[$0].hash) }),
        dash > lower, tokens[dash - 1].isA(.capital)
      else { return nil }
      j = dash - 1
    }
    // `a sign that read`
    let isRelative =
      j > lower && Self.whiches.contains(tokens[j].hash) && tokens[j - 1].has(.document)
    if isRelative { j -= 1 }
    guard j >= lower, let core = phrase(endingAt: j, from: lower) else { return nil }
    result.core = core
    // A description belongs to the speaker's words, `in a statement on Monday` does not.
    let isWhere = core.upperBound + 1 < end && tokens[core.upperBound + 1].has(.preposition)
    let isClosed = tokens[end - 1].hash == Marks.comma || Marks.isDash(tokens[end - 1].hash)
    let stop = isWhere || isRelative ? core.upperBound : isClosed ? end - 1 : end
    result.phrase = core.lowerBound..<max(core.upperBound, stop)
    return result
  }

  /// Before a bracket that ends at a token: `Mendoza (D-Texas)`.
  private func bracketStart(endingAt close: Int, from lower: Int) -> Int {
    guard close >= lower, tokens[close].hash == Marks.bracketEnd else { return close }
    var j = close
    while j > lower, close - j < 40, tokens[j].hash != Marks.bracket { j -= 1 }
    return j - 1
  }

  /// An adverb or auxiliary between subject and verb.
  private func isBetween(_ token: Token) -> Bool {
    guard token.isA(.word), !token.isA(.capital) else { return false }
    if token.has(.subjectPronoun) { return false }
    return token.has([.adverb, .auxiliary])
  }

  static let negations = Bytes.words(
    "not n't never didn't doesn't don't won't hasn't haven't cannot can't")
  static let modals = Bytes.words("would could might may should can must will shall")
  static let passives = Bytes.words("is was are were be been being")
  static let and = Bytes.word("and")
  static let of = Bytes.word("of")
  static let who = Bytes.word("who")
  static let whiches = Bytes.words("that which")

  /// The comma that opens an apposition whose closing comma is given.
  private func appositionStart(endingAt close: Int, from lower: Int) -> Int? {
    var i = close - 1
    var innermost: Int?
    while i > lower, close - i <= 45 {
      let token = tokens[i]
      if token.isA(.quoteMark), token.partner < 0 || abs(Int(token.partner) - i) > 4 { break }
      if token.hash == Marks.semicolon || token.isA(.startsSentence) { break }
      if token.hash == Marks.comma {
        // A name or role before the comma settles it; else look further left.
        if opensApposition(i + 1, close) {
          if isName(before: i) { return i }
          if innermost == nil { innermost = i }
        }
      }
      i -= 1
    }
    return innermost
  }

  private func isName(before comma: Int) -> Bool {
    comma > 0 && tokens[comma - 1].isA(.word)
      && (tokens[comma - 1].isA(.capital) || tokens[comma - 1].has(.role))
  }

  private func opensApposition(_ i: Int, _ close: Int) -> Bool {
    guard i < close else { return false }
    let token = tokens[i]
    if token.hash == Self.who || token.isA(.digits) { return true }
    if token.has([.determiner, .possessive, .role, .roleModifier, .demonym, .relative]) {
      return true
    }
    if token.has([.conjunction, .subjectPronoun, .adverb, .auxiliary]) { return false }
    if token.has(.preposition) { return close - i <= (isName(before: i - 1) ? 30 : 8) }
    return token.isA(.capital) || !token.has(.cue)
  }

  /// The noun phrase whose last word is given.
  func phrase(endingAt last: Int, from lower: Int) -> Range<Int>? {
    let token = tokens[last]
    guard token.isA(.word) else { return nil }
    if token.has(.subjectPronoun) { return last..<last + 1 }
    if token.has([.preposition, .conjunction, .determiner, .objectPronoun]), !token.isA(.capital) {
      // `some`, `many`, `others` stand alone as subjects.
      return token.has(.determiner) && !token.has(.possessive) ? last..<last + 1 : nil
    }
    if token.has([.weekday, .month]) { return nil }
    var start = last
    var smallWords = token.isA(.capital) ? 0 : 1
    while start > lower, last - start < 24, !tokens[start].isA(.startsSentence) {
      guard let next = step(left: start, from: lower, smallWords: &smallWords) else { break }
      start = next
      if tokens[start].has([.determiner, .possessive]), !tokens[start].isA(.allCapitals) {
        guard let further = complementNoun(before: start, from: lower) else { break }
        start = further
        smallWords += 1
      }
    }
    if let whole = wholeSubject(before: start, from: lower) { start = whole }
    return isNominal(start..<last + 1) ? start..<last + 1 : nil
  }

  /// `A person familiar with the matter`, `A plaque on the wall`: all from the start of the sentence,
  /// where a phrase that a preposition joins stands and no verb.
  private func wholeSubject(before start: Int, from lower: Int) -> Int? {
    guard start > lower, tokens[start - 1].has(.preposition), !tokens[start - 1].isA(.capital)
    else {
      return nil
    }
    var first = start - 1
    while first > lower, start - first < 14, tokens[first - 1].isA(.word) { first -= 1 }
    guard tokens[first].isA(.startsSentence) || first == lower, first <= start - 2,
      tokens[first].has([.determiner, .group, .role, .number]) || tokens[first].has(.possessive),
      !tokens[first].has([.preposition, .conjunction, .adverb])
    else { return nil }
    for i in first + 1..<start {
      let token = tokens[i]
      if Self.reduced.contains(token.hash) { continue }
      if token.has([.auxiliary, .subjectPronoun, .relative, .conjunction]), !token.has(.preposition)
      {
        return nil
      }
      if token.has([.verb, .cue]), !token.isA(.capital),
        !token.has([.role, .group, .document, .venue, .organisationHead])
      {
        return nil
      }
      if token.isA(.capital) && token.has(.weekday) { return nil }
    }
    return first
  }

  /// Participles and adjectives that a subject is joined to its complement by.
  static let reduced = Bytes.words(
    "familiar close briefed involved based present aware opposed loyal allied linked near working")

  /// One word further left, where that still belongs to the phrase.
  private func step(left start: Int, from lower: Int, smallWords: inout Int) -> Int? {
    let i = start - 1
    let token = tokens[i]
    if token.isA(.possessiveMark) { return i }
    if token.isA(.quoteMark) {
      let partner = Int(token.partner)
      return token.isA(.closes) && partner >= lower && i - partner <= 3 && partner > lower
        && tokens[partner - 1].isA(.capital) ? partner : nil
    }
    if token.hash == Marks.squareEnd || token.hash == Marks.square { return i }
    guard token.isA(.word) else { return nil }
    if token.isA(.capital), !token.isA(.startsSentence), !token.has(.weekday) { return i }
    // `That person`
    if token.has(.determiner), token.isA([.startsSentence, .capital]) { return i }
    if token.has([.weekday, .month, .relative, .auxiliary]) { return nil }
    if token.has(.objectPronoun), !token.has(.possessive) { return nil }
    if token.has(.subjectPronoun), !token.has(.determiner) { return nil }
    if token.has([.determiner, .possessive]) { return i }
    if token.hash == Self.and {
      return i > lower && tokens[i - 1].isA(.word) && tokens[start].isA(.capital)
        && tokens[i - 1].isA(.capital) ? i : nil
    }
    if token.hash == Self.of { return i > lower && tokens[i - 1].isA(.word) ? i : nil }
    if token.has(.preposition) {
      return i > lower && tokens[i - 1].isA(.word)
        && tokens[i - 1].has([.role, .group, .document, .organisationHead]) ? i : nil
    }
    if token.has([.conjunction, .adverb]), !token.has(.roleModifier) { return nil }
    let isNoun = token.has([.role, .roleModifier, .group, .document, .venue, .demonym, .number])
    if !isNoun, token.has(.verb) || token.has(.cue) { return nil }
    smallWords += 1
    return smallWords <= 7 ? i : nil
  }

  /// `head` of `the head of` + `the department`: the noun whose complement the phrase is.
  private func complementNoun(before start: Int, from lower: Int) -> Int? {
    guard start - 2 >= lower, tokens[start - 1].has(.preposition) else { return nil }
    let noun = tokens[start - 2]
    guard noun.isA(.word),
      tokens[start - 1].hash == Self.of || noun.has([.role, .group, .document, .organisationHead]),
      !noun.has([.auxiliary, .preposition, .conjunction, .adverb])
    else { return nil }
    return start - 2
  }

  func isNominal(_ range: Range<Int>) -> Bool {
    for i in range {
      let token = tokens[i]
      guard token.isA(.word) else { continue }
      if token.isA(.capital) && !token.isA(.startsSentence) { return true }
      if token.has([.role, .group, .document, .media, .organisation, .organisationHead]) {
        return true
      }
      if token.isA(.capital), !token.has([.adverb, .conjunction, .preposition, .determiner]) {
        return true
      }
    }
    return range.count > 1 && tokens[range.lowerBound].has([.determiner, .possessive])
  }
}
