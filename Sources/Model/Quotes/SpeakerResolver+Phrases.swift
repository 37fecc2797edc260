/// What the words of a speaker hold: the name at their head, an apposition, a document.
extension SpeakerResolver {
  /// `FAH` of a printed interview: the one person whose names begin with these letters.
  func byInitials(_ source: Range<Int>) -> Int? {
    guard source.count == 1, tokens[source.lowerBound].isA(.allCapitals),
      case let letters = Array(text.word(source.lowerBound).utf8), (2...3).contains(letters.count),
      people.mention(at: source.lowerBound) == nil
    else { return nil }
    let bearers = people.people.indices.filter {
      let words = people.people[$0].name.split { $0 == " " || $0 == "-" }
      return words.compactMap(\.utf8.first) == letters
    }
    return bearers.count == 1 ? bearers[0] : nil
  }

  /// The phrase without its apposition.
  func head(of source: Range<Int>) -> Range<Int> {
    for i in source.dropFirst()
    where tokens[i].hash == Marks.comma || tokens[i].hash == Marks.bracket
      || Marks.isDash(tokens[i].hash)
    {
      return source.lowerBound..<i
    }
    // `Its director once`
    var end = source.upperBound
    while end - 1 > source.lowerBound, tokens[end - 1].has(.adverb), !tokens[end - 1].isA(.capital)
    {
      end -= 1
    }
    return source.lowerBound..<end
  }

  /// The name in the apposition behind a role or a family member: `Russia’s US ambassador, Anatoly
  /// Antonov`; `The spokesman, Colonel Mehmet Demir`.
  func apposition(behind core: Range<Int>, in source: Range<Int>) -> TokenMention? {
    let start = core.upperBound + 1
    guard start < source.upperBound, let noun = noun(of: core), tokens[noun].has(.role),
      tokens[start].isA(.capital) || tokens[start].has([.role, .honorific, .determiner]),
      !(people.mention(at: core.upperBound - 1).map { $0.form == .name } ?? false)
    else { return nil }
    for i in start..<min(source.upperBound, start + 6) {
      if let mention = people.mention(at: i), mention.form == .name {
        let after = mention.tokens.upperBound
        return after < source.upperBound && tokens[after].isA(.possessiveMark) ? nil : mention
      }
      guard
        tokens[i].isA(.capital) || tokens[i].has([.role, .honorific, .determiner, .roleModifier])
      else { return nil }
    }
    return nil
  }

  /// The mention that names the speaker: the last in the phrase that owns nothing and stands in no
  /// complement; else one in the apposition before it.
  func headMention(_ core: Range<Int>) -> TokenMention? {
    var i = core.upperBound - 1
    while i >= core.lowerBound {
      if let mention = people.mention(at: i), mention.tokens.lowerBound >= core.lowerBound - 2 {
        let after = mention.tokens.upperBound
        let owns = after < core.upperBound && tokens[after].isA(.possessiveMark)
        let isHead =
          after >= core.upperBound || tokens[after].has([.preposition, .postNominal])
          || tokens[after].hash == Marks.square || Self.selves.contains(tokens[after].hash)
        let inComplement =
          mention.tokens.lowerBound > core.lowerBound
          && isComplement(mention.tokens.lowerBound, in: core)
        if !owns && isHead && !inComplement { return mention }
        i = mention.tokens.lowerBound - 1
      } else {
        i -= 1
      }
    }
    return nil
  }

  /// `Trump` in `a spokesman for Donald Trump`: a preposition stands before the name, and no place
  /// or organisation between that a role could belong to.
  func isComplement(_ start: Int, in core: Range<Int>) -> Bool {
    var i = start - 1
    while i >= core.lowerBound {
      if tokens[i].has(.preposition), !tokens[i].isA(.capital) {
        return start - i <= 2
          || !(i + 1..<start).contains {
            tokens[$0].has([.place, .organisationHead, .organisation])
          }
      }
      i -= 1
    }
    return false
  }

  func mention(endingBefore index: Int) -> TokenMention? {
    var i = index - 1
    while i >= 0, index - i < 4 {
      if let mention = people.mention(at: i) { return mention }
      i -= 1
    }
    return nil
  }

  /// The noun of a document that speaks: `the letter`, `the message of greetings`, `a memo obtained
  /// by the agency`.
  func documentNoun(_ core: Range<Int>) -> Int? {
    let last = core.upperBound - 1
    if tokens[last].has(.document), !tokens[last].isA(.capital) { return last }
    guard tokens[core.lowerBound].has([.determiner, .possessive]) else { return nil }
    return core.dropFirst().prefix(4).first {
      tokens[$0].has(.document) && !tokens[$0].isA(.capital) && $0 + 1 < core.upperBound
        && (tokens[$0 + 1].has(.preposition) || isParticiple($0 + 1))
    }
  }

  /// A form in -ed or of a verb of state behind a noun: `obtained`, `seen`.
  func isParticiple(_ i: Int) -> Bool {
    !tokens[i].isA(.capital)
      && (tokens[i].has(.verb) || Bytes.starts(text.bytes, at: Int(tokens[i].end) - 2, with: "ed"))
  }

  /// `Her letter`: the person that the pronoun stands for.
  func ownerPronoun(_ core: Range<Int>, _ block: Int) -> Int? {
    let token = tokens[core.lowerBound]
    guard token.has(.possessive), token.has([.masculine, .feminine]) else { return nil }
    return antecedent(of: core.lowerBound, block: block)
  }
}
