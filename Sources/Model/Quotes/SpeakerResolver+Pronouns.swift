/// Pronouns and whom they stand for.
extension SpeakerResolver {
  /// `he`: who spoke last, or was named last before, where the gender fits.
  func pronoun(_ source: Range<Int>, block: Int, _ span: TextSpan) -> Speaker {
    if let person = antecedent(of: source.lowerBound, block: block) { return named(person, span) }
    if let last = lastUnnamed, block - last.block <= 2 {
      return Speaker(name: last.name, kind: .unnamed, span: span)
    }
    return Speaker(name: text.words(source), kind: .unnamed, span: span)
  }

  /// The person that a pronoun stands for; nil where it is somebody without a name, or nobody fits.
  func antecedent(of pronoun: Int, block: Int) -> Int? {
    let wanted: Gender = tokens[pronoun].has(.feminine) ? .feminine : .masculine
    func fits(_ person: Int) -> Bool { people.genders[person] ?? wanted == wanted }
    // Whoever is named inside a quotation is spoken of, and no antecedent.
    let before = people.mentions[..<people.firstMention(from: pronoun)].suffix(16).filter {
      !tokens[$0.tokens.lowerBound].isA(.quoted)
    }
    // The subject of a sentence before, in the same paragraph.
    if let near = before.last(where: { fits($0.person) && isSubject($0) }),
      text.block(of: near.tokens.lowerBound) == block, near.tokens.lowerBound > lastEnd
    {
      return near.person
    }
    if let lastPerson, fits(lastPerson), block - lastBlock <= 2 { return lastPerson }
    if let last = lastUnnamed, block - last.block <= 2,
      !before.contains(where: { $0.tokens.lowerBound >= last.end && fits($0.person) })
    {
      return nil
    }
    return before.last { fits($0.person) }?.person
  }

  /// Whether a mention stands at the head of its sentence: nothing but its role before it, or one
  /// that it is the apposition of, as in `Her husband, the painter Giles Hart, …`.
  func isSubject(_ mention: TokenMention) -> Bool {
    var i = mention.tokens.lowerBound
    var commas = 0
    while i > 0, mention.tokens.lowerBound - i < 10, !tokens[i].isA(.startsSentence) {
      i -= 1
      let token = tokens[i]
      if token.hash == Marks.comma, commas == 0, i > 0, tokens[i - 1].has(.role) {
        commas += 1
        continue
      }
      guard token.isA(.word) || token.isA(.possessiveMark),
        !token.has([.verb, .auxiliary, .cue]) || token.has([.role, .roleModifier])
      else { return false }
      if token.has(.preposition), token.isA(.startsSentence) { return false }
    }
    return tokens[i].isA(.startsSentence)
  }
}
