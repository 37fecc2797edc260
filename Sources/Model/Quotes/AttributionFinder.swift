/// Finds attributions sentence by sentence: each cue takes the words that it announces.
///
/// A sentence here ends where one ends outside quotation marks; what stands in marks is taken whole.
struct AttributionFinder {
  let text: ReadingText
  let tokens: [Token]
  let cueReader: CueReader
  var found: [Attribution] = []
  /// Quotations that a cue has taken, by index.
  private var taken: Set<Int> = []
  private var nextQuotation = 0

  init(_ text: ReadingText) {
    self.text = text
    tokens = text.tokens
    cueReader = CueReader(text)
  }

  /// The attributions of all blocks but captions, in order of their content.
  mutating func find() -> [Attribution] {
    for (index, block) in text.blocks.enumerated() where block.kind != .caption {
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
    return found
  }

  /// A word whose sentence started at the mark before it.
  private func isInner(_ i: Int, _ block: ReadingText.Block) -> Bool {
    i > block.tokens.lowerBound && tokens[i - 1].isA(.startsSentence) && !tokens[i - 1].isA(.word)
  }

  // MARK: One sentence

  private mutating func read(_ sentence: Range<Int>, block: Int, previous: Range<Int>?) {
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
      let subject =
        cue.subject ?? shared ?? (cue.form == .shared ? sentenceSubject(sentence) : nil)
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
  private func closingCue(_ cues: [Cue], in sentence: Range<Int>) -> Int? {
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

  private static let that = Bytes.hash(of: "that".utf8)

  /// A cue that is followed by `that` or a quotation, and so stands by itself.
  private func isExplicit(_ cue: Cue, in sentence: Range<Int>) -> Bool {
    let next = cue.tokens.upperBound
    return next < sentence.upperBound
      && (tokens[next].hash == Self.that || tokens[next].isA(.quoteMark))
  }

  private mutating func quotations(in sentence: Range<Int>) -> Range<Int> {
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
  private func sentenceSubject(_ sentence: Range<Int>) -> NounPhraseReader.Subject? {
    var start = sentence.lowerBound
    if tokens[start].isA(.quoteMark) { return nil }
    if tokens[start].has([.preposition, .adverb, .conjunction, .participle, .weekday]),
      !tokens[start].has(.determiner)
    {
      // `In a statement on Monday, Brockovich …`
      guard let comma = sentence.first(where: { tokens[$0].hash == Marks.comma }),
        comma + 1 < sentence.upperBound, comma - start < 24
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
  private func looksLikeVerb(_ i: Int) -> Bool {
    let end = Int(tokens[i].end)
    return tokens[i].end - tokens[i].start > 4 && text.bytes[end - 1] == 0x64
      && text.bytes[end - 2] == 0x65 && !tokens[i - 1].has([.determiner, .possessive])
  }

  /// Where the content behind a cue ends at the latest: before the construction of the next cue.
  private func limit(of cue: Cue, before others: ArraySlice<Cue>, in sentence: Range<Int>) -> Int {
    for other in others where other.tokens.lowerBound > cue.tokens.upperBound {
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
      }
    }
    return sentence.upperBound
  }

  // MARK: One cue

  private mutating func attribution(
    _ cue: Cue, subject: NounPhraseReader.Subject?, lower: Int, upper: Int, sentence: Range<Int>,
    quotations: Range<Int>, previous: Range<Int>?, block: Int
  ) -> Attribution? {
    let reader = ContentReader(text: text)
    let open = quotations.filter { !taken.contains($0) }
    let head = cue.isInverted || cue.form == .according ? cue.tokens.lowerBound
      : subject.map { min($0.phrase.lowerBound, cue.tokens.lowerBound) } ?? cue.tokens.lowerBound
    let tail = cue.isInverted || cue.form == .according
      ? subject?.phrase.upperBound ?? cue.tokens.upperBound : cue.tokens.upperBound
    var result = Attribution(
      content: [], source: subject?.phrase, cue: cue.tokens, venue: nil,
      evidence: .speakerCueClause, block: block)
    let venue = VenueReader(tokens: tokens).venue(
      of: cue, from: tail, to: upper, sentence: sentence, head: head)
    result.venue = venue

    let before = cue.form == .shared
      ? nil : reader.before(head, from: lower, cue: cue, quotations: open)
    let after = reader.after(tail, to: upper, cue: cue, before: before, quotations: open)
    switch (before, after) {
    case (let before?, let after?):
      if before.isQuoted && after.isQuoted {
        result.content = before.parts + after.parts
        result.evidence = .quotedWordsWithCue
      } else if before.isQuoted {
        result.content = before.parts
        result.evidence = .quotedWordsWithCue
      } else if after.isContinued {
        // `Russia, he said, is ready`
        result.content = before.parts + after.parts
        result.evidence = .clauseCueSpeaker
      } else {
        result.content = after.parts
        result.evidence = after.isQuoted ? .quotedWordsWithCue : .speakerCueClause
      }
    case (let before?, nil):
      // A clause before stands for the content only where the attribution ends its sentence.
      if !before.isQuoted, cue.form == .verb, !reader.closes(cue, tail..<max(tail, upper)) {
        return nil
      }
      result.content = before.parts
      result.evidence = before.isQuoted ? .quotedWordsWithCue : .clauseCueSpeaker
    case (nil, let after?):
      result.content = after.parts
      result.evidence = after.isQuoted ? .quotedWordsWithCue : .speakerCueClause
    case (nil, nil):
      // The sentence before may be the quotation: `"Why?" Smith asked.`
      guard cue.form == .verb, cue.classes.isDisjoint(with: [.quoteCue, .thinkCue]),
        head == sentence.lowerBound, let previous, let last = previousQuotation(previous)
      else { return nil }
      result.content = [reader.words(of: text.quotations[last])]
      result.evidence = .quotedWordsWithCue
      taken.insert(last)
    }
    if cue.form == .according, result.evidence != .quotedWordsWithCue {
      result.evidence = .accordingTo
    }
    for index in quotations
    where result.content.contains(where: { $0.overlaps(text.quotations[index].inner) }) {
      taken.insert(index)
    }
    result.content.removeAll(where: \.isEmpty)
    return result.content.isEmpty ? nil : result
  }

  private func previousQuotation(_ previous: Range<Int>) -> Int? {
    guard
      let index = text.quotations.lastIndex(where: { previous.contains($0.open) }),
      !taken.contains(index), text.quotations[index].close >= previous.upperBound - 1
    else { return nil }
    return index
  }

  // MARK: Without a cue

  /// Quotations that no cue took: what goes on from the one before, or speech without attribution.
  private mutating func readUncued(
    _ sentence: Range<Int>, quotations: Range<Int>, block: Int, hadCue: Bool
  ) {
    let reader = ContentReader(text: text)
    for index in quotations where !taken.contains(index) {
      let quotation = text.quotations[index]
      let words = reader.words(of: quotation)
      let isWhole =
        quotation.open == sentence.lowerBound
        && (quotation.close + 1..<max(quotation.close + 1, sentence.upperBound)).allSatisfy {
          tokens[$0].isA(.mark)
        }
      if isWhole, !words.isEmpty, let last = found.indices.last, continues(quotation, found[last]) {
        found[last].content.append(words)
        taken.insert(index)
        continue
      }
      let before = quotation.open - 1
      let hasColon = before > sentence.lowerBound && tokens[before].hash == Marks.colon
      guard !words.isEmpty, words.count >= (isWhole ? 3 : hasColon ? 2 : 8) else { continue }
      if !isWhole && !hasColon && hadCue { continue }
      taken.insert(index)
      found.append(
        Attribution(
          content: [words], source: nil, cue: nil, venue: nil,
          evidence: isWhole && isAfterQuote(quotation) ? .quotedWordsContinued : .quotedWordsAlone,
          block: block))
    }
  }

  /// Whether a quotation goes on from an attribution: the next sentence of the same paragraph, or
  /// the next paragraph where the one before was left open.
  private func continues(_ quotation: Quotation, _ attribution: Attribution) -> Bool {
    let end = max(
      attribution.extent.upperBound,
      max(attribution.cue?.upperBound ?? 0, attribution.source?.upperBound ?? 0))
    if attribution.block == quotation.block {
      // Nothing but venue, time and description between the attribution and the quotation.
      guard end <= quotation.open, endsInQuotation(attribution) else { return false }
      return !(end..<quotation.open).contains {
        tokens[$0].isA(.startsSentence) && tokens[$0].isA(.word)
      }
    }
    guard attribution.block + 1 == quotation.block else { return false }
    return text.quotations.contains { open in
      !open.isClosed && open.block == attribution.block
        && attribution.content.contains { $0.overlaps(open.inner) }
    }
  }

  private func endsInQuotation(_ attribution: Attribution) -> Bool {
    attribution.content.last.map { tokens[$0.upperBound - 1].isA([.quoted, .closes]) } ?? false
  }

  private func isAfterQuote(_ quotation: Quotation) -> Bool {
    guard let last = found.last else { return false }
    return quotation.block - last.block <= 1
      && [.quotedWordsWithCue, .quotedWordsContinued].contains(last.evidence)
  }

  // MARK: Headlines

  /// `Clause — ambassador` and `Speaker: clause`.
  private mutating func readTitle(_ sentence: Range<Int>, block: Int) {
    guard sentence.count >= 5 else { return }
    let end = contentEnd(sentence)
    for i in sentence.dropFirst(3).reversed() where Marks.isDash(tokens[i].hash) {
      let source = i + 1..<end
      guard (1...4).contains(source.count), names(source) else { return }
      found.append(
        Attribution(
          content: [sentence.lowerBound..<i], source: source, cue: nil, venue: nil,
          evidence: .clauseCueSpeaker, block: block))
      return
    }
    guard let colon = sentence.first(where: { tokens[$0].hash == Marks.colon }),
      colon - sentence.lowerBound <= 4, end - colon > 4,
      names(sentence.lowerBound..<colon)
    else { return }
    found.append(
      Attribution(
        content: [colon + 1..<end], source: sentence.lowerBound..<colon, cue: colon..<colon + 1,
        venue: nil, evidence: .colon, block: block))
  }

  private func contentEnd(_ sentence: Range<Int>) -> Int {
    Marks.isStop(tokens[sentence.upperBound - 1].hash)
      ? sentence.upperBound - 1 : sentence.upperBound
  }

  private func names(_ range: Range<Int>) -> Bool {
    range.contains {
      tokens[$0].has([.role, .surname, .givenName, .organisation, .document, .group])
    } && range.allSatisfy { tokens[$0].isA(.word) || tokens[$0].isA(.possessiveMark) }
  }
}
