/// Reads what a person is: the role before a name (`US Attorney General Eric Holder`,
/// `Russia’s Ambassador to the United States Anatoly Antonov`, `Russia’s US ambassador, Anatoly
/// Antonov,`) and the apposition behind it (`Ilya Rogachev, the head of …,`).
struct RoleReader {
  let text: ReadingText
  let tokens: [Token]

  init(_ text: ReadingText) {
    self.text = text
    tokens = text.tokens
  }

  /// The roles around a name.
  func roles(around name: Range<Int>, in block: Int) -> [RolePhrase] {
    let range = text.blocks[block].tokens
    var found: [RolePhrase] = []
    // `Former mayor Sir Alistair McNamara`, `army spokesman Lt. Col. Avi Peretz`
    let titles = titlesStart(before: name.lowerBound, from: range.lowerBound)
    if titles < name.lowerBound {
      let role =
        titles > range.lowerBound
        ? before(titles, in: range, takesComplement: false) : nil
      if let role { found.append(role) }
      if let office = (titles..<name.lowerBound).first(where: isOffice) {
        let start =
          role == nil && office == titles ? phraseStart(head: office, in: range) : office
        found.append(RolePhrase(tokens: start..<name.lowerBound, head: name.lowerBound - 1))
      }
    } else if let role = before(name.lowerBound, in: range) {
      found.append(role)
    }
    if let role = after(name, in: range) { found.append(role) }
    return found
  }

  /// Where the honorifics before a name begin.
  private func titlesStart(before name: Int, from lower: Int) -> Int {
    var start = name
    while start > lower, name - start < 4, tokens[start - 1].has(.honorific),
      !tokens[start - 1].has(.role), tokens[start - 1].isA(.capital),
      !tokens[start].isA(.startsSentence)
    {
      start -= 1
    }
    return start
  }

  /// The role that ends before a name or the honorifics of one.
  private func before(
    _ nameStart: Int, in block: Range<Int>, takesComplement: Bool = true
  ) -> RolePhrase? {
    var i = nameStart - 1
    guard i >= block.lowerBound, !tokens[nameStart].isA(.startsSentence) || tokens[i].isA(.word)
    else { return nil }
    let hasComma = tokens[i].hash == Marks.comma
    if hasComma { i -= 1 }
    guard i >= block.lowerBound else { return nil }
    if tokens[i].has(.role), tokens[i].isA(.word) {
      let start = phraseStart(head: i, in: block)
      // Before a comma only a phrase with an owner or a country is an apposition.
      if hasComma, !isDefinite(start, i, in: block) { return nil }
      return RolePhrase(tokens: start..<i + 1, head: i)
    }
    guard takesComplement,
      let head = headBeforeComplement(endingAt: i, in: block, isApposition: hasComma)
    else {
      return nil
    }
    let start = phraseStart(head: head, in: block)
    if hasComma, !isDefinite(start, head, in: block) { return nil }
    return RolePhrase(tokens: start..<i + 1, head: head)
  }

  /// `Sen.` and `Gov.` name an office; `Mr.` does not.
  private func isOffice(_ i: Int) -> Bool {
    Self.offices.contains(tokens[i].hash)
  }

  private static let offices = Bytes.words(
    """
    sen sen. rep rep. gov gov. gen gen. lt lt. col col. sgt sgt. maj maj. capt capt. adm adm. prof
    prof. pope king queen prince princess sheikh archbishop cardinal pastor rev rev. rabbi sheriff
    det det. insp insp. supt supt. emperor emir sultan ayatollah imam
    """
  )

  /// `ambassador` of `Ambassador to the United States`, `director` of `Director of the Ministry's
  /// Department for Trade`.
  private func headBeforeComplement(
    endingAt end: Int, in block: Range<Int>, isApposition: Bool
  ) -> Int? {
    var i = end
    for _ in 0..<3 {
      let from = i
      while i >= block.lowerBound, end - i < 16 {
        let token = tokens[i]
        let isNameLike =
          token.isA(.word)
          && (token.isA(.capital) || token.has([.roleModifier, .organisationHead]))
          && !token.has([.preposition, .conjunction, .weekday])
        if isNameLike || token.isA(.possessiveMark) { i -= 1 } else { break }
      }
      guard i < from else { return nil }
      if i > block.lowerBound, tokens[i].has(.determiner) { i -= 1 }
      guard i > block.lowerBound, Self.complements.contains(tokens[i].hash) else { return nil }
      if tokens[i - 1].has(.role) { return i - 1 }
      // A noun with a complement of its own, as in `Department for Trade`.
      guard tokens[i - 1].isA(.capital), tokens[i - 1].has(.organisationHead) else { return nil }
      i -= 1
    }
    return nil
  }

  private static let and = Bytes.word("and")
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
      } else if token.hash == Self.and, i - 1 > block.lowerBound, tokens[i - 1].has(.role),
        tokens[start].has([.role, .roleModifier])
      {
        // `co-founder and CEO`
        start = i - 1
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
    return token.has([.roleModifier, .role, .demonym, .organisationHead]) && !token.has(.cue)
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
}
