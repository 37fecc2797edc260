/// Subjects behind their cue.
extension NounPhraseReader {
  /// The subject behind a cue: `Donna Brazile, the interim chairwoman` in `said Donna Brazile, …`.
  func subject(after cue: Int, to upper: Int) -> Subject? {
    var i = cue + 1
    guard i < upper else { return nil }
    let first = tokens[i]
    if first.has(.subjectPronoun), !first.has(.determiner) {
      let isShort = i + 1 >= upper || !tokens[i + 1].isA(.word)
      return isShort ? Subject(phrase: i..<i + 1, core: i..<i + 1) : nil
    }
    guard first.isA(.word),
      first.isA(.capital)
        || first.has([
          .determiner, .possessive, .role,
          .roleModifier, .group,
        ]), !first.has([.weekday, .conjunction])
    else { return nil }
    while i < upper, i - cue < 18 {
      let token = tokens[i]
      if token.isA(.possessiveMark) || token.hash == Marks.square || token.hash == Marks.squareEnd {
        i += 1
        continue
      }
      if token.isA(.quoteMark), token.isA(.opens), token.partner > Int32(i),
        Int(token.partner) - i <= 3, Int(token.partner) < upper - 1,
        tokens[Int(token.partner) + 1].isA(.capital)
      {
        i = Int(token.partner) + 1
        continue
      }
      guard token.isA(.word) else { break }
      if token.isA(.startsSentence) { break }
      if token.has([.weekday, .relative, .objectPronoun]) { break }
      if token.has([.auxiliary, .conjunction, .adverb]), !token.isA(.capital),
        !token.has(.roleModifier), token.hash != Self.and
      {
        break
      }
      if token.has(.preposition), !token.isA(.capital) {
        guard token.hash == Self.of || tokens[i - 1].has([.role, .group]) else { break }
      }
      if token.has(.subjectPronoun), !token.has(.determiner) { return nil }
      i += 1
    }
    let core = cue + 1..<i
    guard !core.isEmpty, isNominal(core) else { return nil }
    // A verb behind it makes the words a clause: `said Trump is …`.
    if i < upper, tokens[i].has([.auxiliary, .verb]), tokens[i].isA(.word) { return nil }
    if core.contains(where: {
      !tokens[$0].isA(.capital)
        && (tokens[$0].has(.verb) && !tokens[$0].has([.role, .roleModifier, .group])
          || tokens[$0].has([.sayCue, .thatCue, .tellCue]) && tokens[$0].has(.pastForm)
            && tokens[$0 - 1].isA(.word) && !tokens[$0 - 1].has(.determiner)
            && !tokens[$0].has(.document))
    }) {
      return nil
    }
    return Subject(phrase: cue + 1..<appositionEnd(from: i, to: upper), core: core)
  }

  /// Where an apposition behind a comma ends; the given index where there is none.
  func appositionEnd(from comma: Int, to upper: Int) -> Int {
    guard comma + 1 < upper, tokens[comma].hash == Marks.comma else { return comma }
    let first = tokens[comma + 1]
    guard first.isA(.word), !first.has([.participle]) || first.has(.role),
      !first.has([.conjunction, .adverb, .preposition]) || first.has([.roleModifier, .relative])
    else { return comma }
    var i = comma + 1
    while i < upper, i - comma < 30 {
      let token = tokens[i]
      if token.isA(.quoteMark) || Marks.isStop(token.hash) || token.hash == Marks.semicolon
        || Marks.isDash(token.hash) || token.hash == Marks.colon
      {
        return token.isA(.opens) && i > comma + 1 && tokens[i - 1].hash == Marks.comma ? i - 1 : i
      }
      if token.hash == Marks.comma, i + 2 < upper, tokens[i + 1].hash == Self.who,
        tokens[i + 2].has(.cue)
      {
        return i
      }
      if token.hash == Marks.comma, i + 1 < upper,
        tokens[i + 1].has([.participle, .conjunction]) || tokens[i + 1].isA(.quoteMark)
      {
        return i
      }
      i += 1
    }
    return i
  }
}
