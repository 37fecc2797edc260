/// Finds attributions sentence by sentence: each cue takes the words that it announces.
///
/// A sentence here ends where one ends outside quotation marks; what stands in marks is taken whole.
struct AttributionFinder {
  let text: ReadingText
  let tokens: [Token]
  let cueReader: CueReader
  var found: [Attribution] = []
  /// Quotations that a cue has taken, by index.
  var taken: Set<Int> = []
  var nextQuotation = 0

  init(_ text: ReadingText) {
    self.text = text
    tokens = text.tokens
    cueReader = CueReader(text)
  }

  /// The attributions of all blocks but captions, in order of their content.
  mutating func find() -> [Attribution] {
    let turns = turns()
    for (index, block) in text.blocks.enumerated() where block.kind != .caption {
      if let turn = turns[index] {
        _ = quotations(in: block.tokens)
        found.append(turn)
        continue
      }
      var start = block.tokens.lowerBound
      var previous: Range<Int>?
      for i in block.tokens where i > start {
        guard tokens[i].isA(.startsSentence), !tokens[i].isA(.quoted), !isInner(i, block) else {
          continue
        }
        read(start..<i, block: index, previous: previous)
        previous = start..<i
        start = i
      }
      if start < block.tokens.upperBound {
        read(start..<block.tokens.upperBound, block: index, previous: previous)
      }
    }
    joinOpenParagraphs()
    return found
  }

  /// A word whose sentence started at the mark before it.
  func isInner(_ i: Int, _ block: ReadingText.Block) -> Bool {
    i > block.tokens.lowerBound && tokens[i - 1].isA(.startsSentence) && !tokens[i - 1].isA(.word)
  }

  // MARK: One sentence

  mutating func read(_ sentence: Range<Int>, block: Int, previous: Range<Int>?) {
    let quotations = quotations(in: sentence)
    let isTitle = text.blocks[block].kind == .title
    let cues = cueReader.cues(in: sentence, isTitle: isTitle)
    let firstFound = found.count
    var lower = sentence.lowerBound
    var shared: NounPhraseReader.Subject?
    let closing = closingCue(cues, in: sentence)
    for (n, cue) in cues.enumerated() {
      guard cue.tokens.lowerBound >= lower else { continue }
      if let closing, n < closing, !isExplicit(cue, in: sentence) { continue }
      let upper = limit(of: cue, before: cues.dropFirst(n + 1), in: sentence)
      let nearest =
        cue.form == .shared && cue.classes.contains(.participle)
        ? clauseSubject(before: cue.tokens.lowerBound, in: sentence) : nil
      let subject =
        cue.subject ?? nearest ?? shared
        ?? (cue.form == .shared ? sentenceSubject(sentence) : nil)
      guard
        let attribution = attribution(
          cue, subject: subject, lower: lower, upper: upper, sentence: sentence,
          quotations: quotations, previous: previous, block: block)
      else { continue }
      found.append(attribution)
      if let subject { shared = subject }
      lower = max(attribution.extent.upperBound, cue.tokens.upperBound)
      if cue.isInverted, let subject { lower = max(lower, subject.phrase.upperBound) }
    }
    if isTitle, found.count == firstFound { readTitle(sentence, block: block) }
    readUncued(sentence, quotations: quotations, block: block, hadCue: found.count > firstFound)
  }

  /// The cue of `clause, Name, said.`: whatever else the sentence holds is its content.
  func closingCue(_ cues: [Cue], in sentence: Range<Int>) -> Int? {
    if let last = cues.last, last.form == .according, closesSentence(last, in: sentence) {
      return cues.count - 1
    }
    guard let last = cues.last, last.form == .verb, let subject = last.subject, !last.isInverted,
      subject.phrase.lowerBound > sentence.lowerBound + 3,
      tokens[subject.phrase.lowerBound - 1].hash == Marks.comma,
      !(last.tokens.upperBound..<sentence.upperBound).contains(where: {
        tokens[$0].hash == Self.that || tokens[$0].isA(.quoteMark)
      })
    else { return nil }
    let tail = last.tokens.upperBound..<sentence.upperBound
    return ContentReader(text: text).hasVerb(tail) ? nil : cues.count - 1
  }

  /// `…, according to two people briefed on the matter.`
  private func closesSentence(_ cue: Cue, in sentence: Range<Int>) -> Bool {
    let before = cue.tokens.lowerBound - 1
    guard let subject = cue.subject, before > sentence.lowerBound + 3 else { return false }
    let isBehindComma =
      tokens[before].hash == Marks.comma
      || tokens[before].isA(.closes) && tokens[before - 1].hash == Marks.comma
    return isBehindComma
      && subject.phrase.upperBound >= ContentReader(text: text).contentEnd(sentence.upperBound)
  }

  static let that = Bytes.word("that")

  /// A cue that is followed by `that` or a quotation, and so stands by itself.
  func isExplicit(_ cue: Cue, in sentence: Range<Int>) -> Bool {
    let next = cue.tokens.upperBound
    return next < sentence.upperBound
      && (tokens[next].hash == Self.that || tokens[next].isA(.quoteMark))
  }

  mutating func quotations(in sentence: Range<Int>) -> Range<Int> {
    while nextQuotation < text.quotations.count,
      text.quotations[nextQuotation].open < sentence.lowerBound
    {
      nextQuotation += 1
    }
    var end = nextQuotation
    while end < text.quotations.count, text.quotations[end].open < sentence.upperBound { end += 1 }
    return nextQuotation..<end
  }

  /// The subject that participles share: the phrase at the start of the sentence, behind what only
  /// says when and where.
  func sentenceSubject(_ sentence: Range<Int>) -> NounPhraseReader.Subject? {
    var start = sentence.lowerBound
    if tokens[start].isA(.quoteMark) { return nil }
    if tokens[start].has([.preposition, .adverb, .conjunction, .participle, .weekday]),
      !tokens[start].has(.determiner)
    {
      // `In a statement on Monday, Brockovich …`
      guard let comma = sentence.prefix(24).first(where: { tokens[$0].hash == Marks.comma }),
        comma + 1 < sentence.upperBound
      else { return nil }
      start = comma + 1
    }
    guard tokens[start].isA(.word) else { return nil }
    var end = start
    while end < sentence.upperBound, end - start < 14 {
      let token = tokens[end]
      if token.isA(.possessiveMark) {
        end += 1
        continue
      }
      guard token.isA(.word) else { break }
      if end > start, token.has([.verb, .auxiliary, .cue, .relative, .conjunction, .adverb]),
        !token.isA(.capital), !token.has([.role, .roleModifier, .group, .document])
      {
        break
      }
      if end > start, !token.isA(.capital), looksLikeVerb(end) { break }
      end += 1
      if token.has(.subjectPronoun) { break }
    }
    guard end > start,
      let phrase = cueReader.phrases.phrase(endingAt: end - 1, from: start),
      phrase.lowerBound == start
    else { return nil }
    return NounPhraseReader.Subject(phrase: phrase, core: phrase)
  }

  /// A form in -ed behind a noun.
  func looksLikeVerb(_ i: Int) -> Bool {
    let end = Int(tokens[i].end)
    return tokens[i].end - tokens[i].start > 4 && text.bytes[end - 1] == 0x64
      && text.bytes[end - 2] == 0x65 && !tokens[i - 1].has([.determiner, .possessive])
  }

  /// Where the content behind a cue ends at the latest: before the construction of the next cue.
  func limit(of cue: Cue, before others: ArraySlice<Cue>, in sentence: Range<Int>) -> Int {
    for other in others.prefix(8) where other.tokens.lowerBound > cue.tokens.upperBound {
      switch other.form {
      case .shared:
        // `, adding that`; `and said`: not where a clause of its own comes between.
        let before = other.tokens.lowerBound - 1
        if tokens[before].hash == Marks.comma { return before }
        var j = before
        while j > cue.tokens.upperBound, tokens[j].has(.adverb) { j -= 1 }
        if tokens[j].has(.conjunction), tokens[j - 1].hash == Marks.comma { return j - 1 }
        if tokens[j].has(.conjunction), isExplicit(other, in: sentence) { return j }
      case .according:
        let before = other.tokens.lowerBound - 1
        if tokens[before].hash == Marks.comma { return before }
        // `called voters "sheep," according to`
        if tokens[before].isA(.closes), tokens[before - 1].hash == Marks.comma { return before + 1 }
      case .verb:
        guard let subject = other.subject, !other.isInverted else { continue }
        let before = subject.phrase.lowerBound - 1
        guard before > cue.tokens.upperBound else { continue }
        // `, but Smith said`, `; Smith said`
        if tokens[before].hash == Marks.semicolon { return before }
        if tokens[before].has(.conjunction), tokens[before - 1].hash == Marks.comma,
          !tokens[before].has(.relative)
        {
          return before - 1
        }
        // `said the park would close and biologist Eva Lund warned …`
        if Self.joins.contains(tokens[before].hash), before - cue.tokens.upperBound > 3,
          other.classes.isDisjoint(with: [.thinkCue, .quoteCue]), isSomebody(subject.core),
          ContentReader(text: text).hasVerb(cue.tokens.upperBound..<before)
            || tokens[before - 1].isA(.closes)
        {
          return before
        }
      }
    }
    return sentence.upperBound
  }

  private static let joins = Bytes.words("and but while whereas")

  /// Whether a subject is somebody by name or role, so that a clause of its own begins with it.
  private func isSomebody(_ core: Range<Int>) -> Bool {
    core.contains {
      tokens[$0].has(.role) || tokens[$0].isA(.capital) && !tokens[$0].isA(.startsSentence)
    }
  }

  /// The subject of the clause that a participle belongs to, where one begins inside the sentence:
  /// `and Hall agreed, saying`.
  func clauseSubject(before cue: Int, in sentence: Range<Int>) -> NounPhraseReader.Subject? {
    var j = cue - 1
    while j > sentence.lowerBound, cue - j < 24 {
      let token = tokens[j]
      if token.isA([.quoteMark, .quoted]) { return nil }
      if Self.joins.contains(token.hash) || token.hash == Marks.semicolon { break }
      j -= 1
    }
    guard j > sentence.lowerBound, cue - j < 24 else { return nil }
    let start = j + 1
    var end = start
    while end < cue, end - start < 6, tokens[end].isA(.word),
      tokens[end].isA(.capital) || tokens[end].has([.role, .honorific, .nameParticle])
    {
      end += 1
    }
    guard end > start, end < cue, tokens[end - 1].isA(.capital),
      tokens[start].isA(.capital) || tokens[start].has(.role),
      tokens[end].has([.verb, .auxiliary]) || tokens[end].has(.cue) && tokens[end].has(.pastForm)
    else { return nil }
    return NounPhraseReader.Subject(phrase: start..<end, core: start..<end)
  }
}
