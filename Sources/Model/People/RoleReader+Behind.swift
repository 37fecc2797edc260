/// What stands behind a name: `Ilya Rogachev, the head of …,`, `Ana Ruiz, who chairs the committee,`.
extension RoleReader {
  /// The apposition behind a name: up to the comma, relative clause or verb that ends it.
  func after(_ name: Range<Int>, in block: Range<Int>) -> RolePhrase? {
    var i = name.upperBound
    while i < block.upperBound, tokens[i].has(.postNominal), tokens[i].isA(.capital) { i += 1 }
    // `Keith Webb (54), a builder`
    if i + 3 < block.upperBound, tokens[i].hash == Marks.bracket, tokens[i + 1].isA(.digits),
      tokens[i + 2].hash == Marks.bracketEnd
    {
      i += 3
    }
    guard i + 1 < block.upperBound,
      tokens[i].hash == Marks.comma || tokens[i].hash == Marks.bracket
    else { return nil }
    i += 1
    if i + 2 < block.upperBound, tokens[i].hash == Self.who {
      if Self.copulas.contains(tokens[i + 1].hash) {
        // `Luc Morel, who is the mayor of …`
        i += 2
      } else if Self.leads.contains(tokens[i + 1].hash),
        !tokens[i + 2].has([.objectPronoun, .subjectPronoun])
      {
        let end = end(of: i, from: i + 2, in: block)
        return RolePhrase(tokens: i..<end, head: i + 1)
      }
    }
    // An age stands before the role.
    if tokens[i].isA(.digits), i + 2 < block.upperBound, tokens[i + 1].hash == Marks.comma {
      i += 2
    }
    guard let head = head(from: i, in: block) else { return nil }
    if head + 1 < block.upperBound, tokens[head + 1].isA(.capital), tokens[head + 1].isA(.word),
      tokens[head + 1].has(.givenName)
    {
      return nil
    }
    let end = end(of: i, from: head + 1, in: block)
    guard !isSubject(i..<end, behind: name, in: block) else { return nil }
    return RolePhrase(tokens: i..<end, head: head)
  }

  private static let who = Bytes.word("who")
  private static let copulas = Bytes.words("is was")
  /// `who chairs the committee`: what somebody is, said by a verb.
  private static let leads = Bytes.words(
    """
    chairs chaired heads headed leads led runs ran represents represented directs directed oversees
    oversaw manages managed edits edited teaches coaches owns founded co-founded commands commanded
    """)

  /// The noun of the role in an apposition that begins at a token.
  private func head(from start: Int, in block: Range<Int>) -> Int? {
    var head: Int?
    var occupation: Int?
    var i = start
    let isIndefinite = Self.articles.contains(tokens[start].hash)
    while i < block.upperBound, i - start < 10 {
      let token = tokens[i]
      if token.isA(.mark), !token.isA(.possessiveMark) { break }
      if token.has(.role), token.isA(.word) {
        head = i
      } else if head != nil {
        break
      } else if token.has([
        .preposition, .conjunction, .auxiliary, .subjectPronoun, .weekday, .verb, .relative,
      ]), !(token.isA(.allCapitals) && token.has(.place)) {
        break
      } else if token.has(.cue), !token.isA(.capital), !token.has(.roleModifier) {
        break
      }
      if isIndefinite, i > start, isOccupation(token) { occupation = i }
      i += 1
    }
    return head ?? (occupation == i - 1 ? occupation : nil)
  }

  private static let articles = Bytes.words("a an")

  /// `nematologist`, `beautician`: what somebody is, by the end of a word that no list knows.
  private func isOccupation(_ token: Token) -> Bool {
    let length = Int(token.end - token.start)
    guard token.isA(.word), !token.isA(.capital), !token.has(.common), length >= 7 else {
      return false
    }
    return Self.endings.contains {
      Bytes.starts(text.bytes, at: Int(token.end) - $0.utf8CodeUnitCount, with: $0)
    }
  }

  private static let endings: [StaticString] = ["ist", "ician", "woman", "man", "keeper", "maker"]

  /// Where an apposition ends.
  private func end(of start: Int, from first: Int, in block: Range<Int>) -> Int {
    var end = first
    while end < block.upperBound, end - start < 26 {
      let token = tokens[end]
      if token.hash == Marks.comma || Marks.isStop(token.hash) || token.isA(.quoteMark)
        || token.hash == Marks.semicolon || Marks.isDash(token.hash) || token.hash == Marks.colon
        || token.hash == Marks.bracket || token.hash == Marks.bracketEnd
        || token.isA(.startsSentence)
      {
        break
      }
      if token.has([.relative, .auxiliary, .subjectPronoun]), !token.isA(.capital) { break }
      if token.has(.cue), token.has(.pastForm), !token.isA(.capital) { break }
      end += 1
    }
    return end
  }

  /// `According to Peskov, the president is aware`: the phrase is the subject of a new clause.
  private func isSubject(_ phrase: Range<Int>, behind name: Range<Int>, in block: Range<Int>)
    -> Bool
  {
    guard phrase.upperBound < block.upperBound else { return false }
    let next = tokens[phrase.upperBound]
    guard next.isA(.word), next.has([.auxiliary, .cue]), !next.has(.relative) else { return false }
    if next.has(.auxiliary) { return true }
    // `Asked by Berg, the mayor said`
    var i = name.lowerBound
    while i > block.lowerBound, name.lowerBound - i < 16, !tokens[i].isA(.startsSentence) { i -= 1 }
    return tokens[i].has([.preposition, .according, .participle, .conjunction])
      || tokens[i].hash == Self.asked
  }

  private static let asked = Bytes.word("asked")
}
