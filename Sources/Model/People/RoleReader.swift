/// Reads what a person is: the role before a name (`US Attorney General Eric Holder`,
/// `Russia’s Ambassador to the United States Anatoly Antonov`, `Russia’s US ambassador, Anatoly
/// Antonov,`) and the apposition behind it (`Ilya Rogachev, the head of …,`).
struct RoleReader {
  let text: ReadingText
  private let tokens: [Token]

  init(_ text: ReadingText) {
    self.text = text
    tokens = text.tokens
  }

  /// The roles around a name.
  func roles(around name: Range<Int>, in block: Int) -> [RolePhrase] {
    let range = text.blocks[block].tokens
    var found: [RolePhrase] = []
    if let role = before(name.lowerBound, in: range) { found.append(role) }
    if let role = after(name.upperBound, in: range) { found.append(role) }
    return found
  }

  /// The role that ends before a name.
  private func before(_ nameStart: Int, in block: Range<Int>) -> RolePhrase? {
    var i = nameStart - 1
    guard i >= block.lowerBound, !tokens[nameStart].isA(.startsSentence) || tokens[i].isA(.word)
    else { return nil }
    let hasComma = tokens[i].hash == Marks.comma
    if hasComma { i -= 1 }
    guard i >= block.lowerBound else { return nil }
    if tokens[i].has(.role), tokens[i].isA(.word), !tokens[i].has(.honorific) || hasComma == false {
      let start = phraseStart(head: i, in: block)
      // Before a comma only a phrase with an owner or a country is an apposition.
      if hasComma, !isDefinite(start, i, in: block) { return nil }
      return RolePhrase(tokens: start..<i + 1, head: i)
    }
    if tokens[i].has(.honorific), isOffice(i) { return RolePhrase(tokens: i..<i + 1, head: i) }
    guard let head = headBeforeComplement(endingAt: i, in: block) else { return nil }
    let start = phraseStart(head: head, in: block)
    if hasComma, !isDefinite(start, head, in: block) { return nil }
    return RolePhrase(tokens: start..<i + 1, head: head)
  }

  /// `Sen.` and `Gov.` name an office; `Mr.` does not.
  private func isOffice(_ i: Int) -> Bool {
    Self.offices.contains(tokens[i].hash)
  }

  private static let offices = Bytes.words(
    "sen sen. rep rep. gov gov. gen gen. lt. col col. sgt. maj. capt. adm. prof. pope king queen prince princess sheikh archbishop cardinal pastor rev. rabbi sheriff"
  )

  /// `ambassador` of `Ambassador to the United States`, `secretary` of `secretary of state`.
  private func headBeforeComplement(endingAt end: Int, in block: Range<Int>) -> Int? {
    var i = end
    while i >= block.lowerBound, end - i < 8 {
      let token = tokens[i]
      let isNameLike =
        token.isA(.word) && (token.isA(.capital) || token.has([.roleModifier, .organisationHead]))
        && !token.has([.preposition, .conjunction, .weekday])
      if isNameLike || token.isA(.possessiveMark) { i -= 1 } else { break }
    }
    guard i < end else { return nil }
    if i > block.lowerBound, tokens[i].has(.determiner) { i -= 1 }
    guard i > block.lowerBound, Self.complements.contains(tokens[i].hash), tokens[i - 1].has(.role)
    else { return nil }
    return i - 1
  }

  private static let complements: Set<UInt32> = Set(
    ["to", "of", "for", "in", "at"].map { Bytes.hash(of: $0.utf8) })

  /// Where the words that belong to a role's noun begin, without an article.
  func phraseStart(head: Int, in block: Range<Int>) -> Int {
    var start = head
    while start > block.lowerBound, !tokens[start].isA(.startsSentence), head - start < 12 {
      let i = start - 1
      let token = tokens[i]
      if token.hash == Marks.squareEnd, let open = openBracket(before: i, in: block) {
        start = open
      } else if token.isA(.possessiveMark), i > block.lowerBound, tokens[i - 1].isA(.word) {
        start = i - 1
        if !tokens[start].isA(.capital) { continue }
      } else if token.isA(.word), isModifier(token) {
        start = i
      } else if token.has(.possessive), !token.has(.relative) {
        return i
      } else {
        break
      }
    }
    return start
  }

  private func isModifier(_ token: Token) -> Bool {
    if token.has([
      .weekday, .month, .determiner, .preposition, .conjunction, .subjectPronoun, .possessive,
    ]) {
      return token.isA(.allCapitals) && token.has(.place)
    }
    if token.isA(.capital) { return !token.has([.adverb, .auxiliary]) || token.has(.roleModifier) }
    return token.has([.roleModifier, .role, .demonym]) && !token.has(.cue)
  }

  private func openBracket(before close: Int, in block: Range<Int>) -> Int? {
    var i = close - 1
    while i >= block.lowerBound, close - i <= 4 {
      if tokens[i].hash == Marks.square { return i }
      i -= 1
    }
    return nil
  }

  /// Whether a phrase says whose or which role it is: an owner, a country, an article.
  private func isDefinite(_ start: Int, _ head: Int, in block: Range<Int>) -> Bool {
    if start > block.lowerBound, tokens[start - 1].has(.determiner) { return true }
    return (start..<head).contains {
      tokens[$0].isA(.possessiveMark) || tokens[$0].has([.demonym, .place, .possessive])
        || tokens[$0].isA(.allCapitals)
    }
  }

  private static let who = Bytes.word("who")
  private static let copulas = Bytes.words("is was")

  /// The apposition behind a name: up to the comma, relative clause or verb that ends it.
  private func after(_ nameEnd: Int, in block: Range<Int>) -> RolePhrase? {
    guard nameEnd + 1 < block.upperBound,
      tokens[nameEnd].hash == Marks.comma || tokens[nameEnd].hash == Marks.bracket
    else { return nil }
    var i = nameEnd + 1
    // `Luc Morel, who is the mayor of …`
    if i + 2 < block.upperBound, tokens[i].hash == Self.who,
      Self.copulas.contains(tokens[i + 1].hash)
    {
      i += 2
    }
    // An age stands before the role.
    if tokens[i].isA(.digits), i + 2 < block.upperBound, tokens[i + 1].hash == Marks.comma {
      i += 2
    }
    let start = i
    var head: Int?
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
      i += 1
    }
    guard let head else { return nil }
    if head + 1 < block.upperBound, tokens[head + 1].isA(.capital), tokens[head + 1].isA(.word),
      tokens[head + 1].has(.givenName)
    {
      return nil
    }
    var end = head + 1
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
    return RolePhrase(tokens: start..<end, head: head)
  }
}
