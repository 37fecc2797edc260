/// Finds words that may name a person: runs of capitalised words, cut behind the role, with points for
/// what stands around them.
struct NameFinder {
  let text: ReadingText
  let roles: RoleReader
  let tokens: [Token]

  init(_ text: ReadingText) {
    self.text = text
    tokens = text.tokens
    roles = RoleReader(text)
  }

  /// The runs of capitalised words, as candidates for people, and as names of organisations.
  func candidates() -> (names: [NameCandidate], organisations: [Range<Int>]) {
    var names: [NameCandidate] = []
    var organisations: [Range<Int>] = []
    for (index, block) in text.blocks.enumerated() {
      let isTitleCase = block.kind == .title && capitalShare(block.tokens) > 0.6
      var at = block.tokens.lowerBound
      while at < block.tokens.upperBound {
        guard startsRun(at) else {
          at += 1
          continue
        }
        let end = runEnd(from: at, in: block.tokens)
        let run = at..<end
        if let name = name(in: run, isTitleCase: isTitleCase) {
          names.append(candidate(name, run: run, block: index, isWitness: block.kind == .caption))
        } else if block.kind != .caption, !isTitleCase, let found = organisation(in: run) {
          organisations.append(found)
        }
        at = end
      }
    }
    return (names, organisations)
  }

  // MARK: Runs

  private func capitalShare(_ range: Range<Int>) -> Double {
    var words = 0
    var capitals = 0
    for i in range where tokens[i].isA(.word) && tokens[i].end - tokens[i].start > 3 {
      words += 1
      if tokens[i].isA(.capital) { capitals += 1 }
    }
    return words == 0 ? 0 : Double(capitals) / Double(words)
  }

  /// A capitalised word that is no function word, day or month.
  private func startsRun(_ i: Int) -> Bool {
    let token = tokens[i]
    guard token.isA(.word), token.isA(.capital), !token.isA(.digits) else { return false }
    if token.isA(.initial) { return true }
    if token.has([.weekday, .month]) { return token.has(.givenName) && followsAsName(i) }
    if token.has([
      .determiner, .subjectPronoun, .possessive, .preposition, .conjunction, .auxiliary, .adverb,
      .relative, .objectPronoun,
    ]) {
      return token.isA(.allCapitals) && token.end - token.start > 1 && token.has(.place)
        || token.has(.nameParticle) && followsAsName(i)
    }
    return true
  }

  private func followsAsName(_ i: Int) -> Bool {
    i + 1 < tokens.count && tokens[i + 1].isA(.capital) && tokens[i + 1].isA(.word)
      && !tokens[i + 1].has([.preposition, .determiner, .weekday])
  }

  private func runEnd(from start: Int, in block: Range<Int>) -> Int {
    var i = start + 1
    while i < block.upperBound {
      let token = tokens[i]
      if token.isA(.startsSentence) { break }
      if startsRun(i) || token.has(.nameSuffix) && token.isA(.capital) {
        i += 1
      } else if token.has(.nameParticle), token.isA(.word), joinsName(i, in: block) {
        i += 1
      } else if token.hash == Marks.comma, i + 1 < block.upperBound,
        tokens[i + 1].has(.nameSuffix), tokens[i + 1].isA(.capital)
      {
        i += 2
      } else if isNickname(i, in: block) {
        i = Int(token.partner) + 1
      } else {
        break
      }
    }
    return i
  }

  private func joinsName(_ i: Int, in block: Range<Int>) -> Bool {
    var next = i + 1
    while next < block.upperBound, tokens[next].has(.nameParticle), !tokens[next].isA(.capital) {
      next += 1
    }
    return next < block.upperBound && tokens[next].isA(.capital) && tokens[next].isA(.word)
      && (tokens[i - 1].isA(.capital) || tokens[i - 1].has(.nameParticle))
      && !tokens[i].has([.conjunction, .preposition, .determiner])
  }

  /// `John "Jack" Smith`: one or two words in marks between capitalised words.
  private func isNickname(_ i: Int, in block: Range<Int>) -> Bool {
    let partner = Int(tokens[i].partner)
    return tokens[i].isA(.opens) && partner > i && partner - i <= 3 && i > block.lowerBound
      && partner + 1 < block.upperBound && tokens[i - 1].has(.givenName)
      && tokens[partner + 1].isA(.capital) && !tokens[partner + 1].isA(.startsSentence)
  }

  // MARK: Names

  /// The part of a run that may name a person: what follows the last role, place or organisation.
  private func name(in run: Range<Int>, isTitleCase: Bool) -> Range<Int>? {
    var start = run.lowerBound
    let last = run.upperBound - 1
    for i in run where i < last {
      let token = tokens[i]
      let isTitle =
        token.has([.role, .honorific])
        && (!(token.has(.givenName) && i > start) || isTitleOfName(i, start: start, last: last))
      let isPlace =
        token.has([.demonym, .place, .organisationHead, .organisation])
        && !(token.has(.givenName) && !token.has([.place, .demonym]))
        && !isMiddleName(i, start: start) && !isPlaceLikeGivenName(i, in: run)
      let isAcronym =
        token.isA(.allCapitals) && !token.isA(.initial) && token.end - token.start > 1
        && !(token.end - token.start > 3 && token.has([.givenName, .surname]))
      if isTitle || isPlace || isAcronym { start = i + 1 }
    }
    while start < last, dropsBeforeName(start) || isEpithet(start, before: last) { start += 1 }
    var end = run.upperBound
    while end - start > 2, tokens[end - 1].has(.postNominal), tokens[end - 1].isA(.capital) {
      end -= tokens[end - 2].hash == Marks.comma ? 2 : 1
    }
    let name = start..<end
    guard isPlausible(name) else { return nil }
    if isTitleCase { return trusted(name) }
    return name
  }

  /// `Prince` of `Crown Prince Mohammed`: a title, although some bear it as a given name.
  private func isTitleOfName(_ i: Int, start: Int, last: Int) -> Bool {
    tokens[i].has(.honorific) && !tokens[i - 1].has(.givenName) && !tokens[i - 1].isA(.initial)
      && i < last && tokens[i + 1].has(.givenName)
  }

  /// `Sofia` of `Minister Sofia Lindqvist`: a place's name as a given name, behind a role or before a
  /// surname, and nothing that belongs to a place behind it.
  private func isPlaceLikeGivenName(_ i: Int, in run: Range<Int>) -> Bool {
    let token = tokens[i]
    guard token.has(.place), token.has(.givenName), !token.isA(.allCapitals),
      i + 1 < run.upperBound
    else { return false }
    let next = tokens[i + 1]
    guard next.isA(.word), !next.has([.place, .organisationHead, .organisation, .demonym, .role])
    else { return false }
    if i > run.lowerBound, tokens[i - 1].has([.role, .honorific]) { return true }
    return next.has(.surname) && !next.has(.common) && i + 2 >= run.upperBound
      && (i == run.lowerBound || tokens[i - 1].isA(.startsSentence))
  }

  private func isMiddleName(_ i: Int, start: Int) -> Bool {
    i > start && tokens[i - 1].has(.givenName) && tokens[i].has(.surname)
  }

  private func dropsBeforeName(_ i: Int) -> Bool {
    let token = tokens[i]
    if token.isA(.initial) || token.has(.givenName) || token.has(.nameParticle) { return false }
    return token.has([.roleModifier, .common]) && !token.has(.surname)
      || token.isA(.startsSentence)
        && (token.has([.common, .role]) || isOccupation(i))
  }

  /// `Landlady`, `Trainer`, `Columnist` before a whole name: what somebody is, by the word's end.
  private func isOccupation(_ i: Int) -> Bool {
    let token = tokens[i]
    let length = Int(token.end - token.start)
    guard length >= 6, !token.isA(.allCapitals), !token.has(.surname), i + 2 < tokens.count,
      tokens[i + 1].isA(.capital), tokens[i + 2].isA(.capital), tokens[i + 2].isA(.word),
      !tokens[i + 2].isA(.startsSentence), !tokens[i + 1].has(.nameParticle)
    else { return false }
    return Self.occupationEndings.contains { ending in
      length >= ending.utf8CodeUnitCount + 3
        && Bytes.starts(text.bytes, at: Int(token.end) - ending.utf8CodeUnitCount, with: ending)
    }
  }

  private static let occupationEndings: [StaticString] = [
    "er", "or", "ist", "man", "woman", "lady", "ian", "ess",
  ]

  /// `Kentuckian` of `Kentuckian Rand Paul`: no given name itself, and a whole name follows.
  private func isEpithet(_ i: Int, before last: Int) -> Bool {
    last - i >= 2 && !tokens[i].has([.givenName, .surname, .nameParticle])
      && !tokens[i].isA(.initial) && tokens[i + 1].has(.givenName)
      && !tokens[i + 1].has([.place, .common]) && tokens[i + 2].isA(.capital)
  }

  /// `San` of `San Jose`: what begins the name of a place.
  private static let placeStarts = Bytes.words(
    "san los las santa fort saint st. mt. mount lake cape port camp grand silicon wall")

  /// Companies and places that carry a person's name.
  private static let brands = Set(
    """
    goldman sachs, morgan stanley, merrill lynch, wells fargo, lehman brothers, philip morris,
    eli lilly, dow jones, ralph lauren, calvin klein, louis vuitton, hugo boss, charles schwab,
    jack daniels, harley davidson, aston martin, alfa romeo, tommy hilfiger, jim beam, fannie mae,
    freddie mac, sallie mae, virginia beach, santa claus, johns hopkins, carnegie mellon, john deere,
    jp morgan, edward jones, raymond james, christian dior, abu dhabi, abu ghraib, sierra leone,
    saint petersburg, camp david, saint louis, costa rica, sierra nevada, marks spencer, uncle sam,
    mercedes benz, levi strauss, madame tussauds, jim crow, thomas cook, ernst young, ben nevis
    """.split(separator: ",").map { pair in
      let words = pair.split(whereSeparator: \.isWhitespace).map { Bytes.hash(of: $0.utf8) }
      return words[0] &* 31 ^ words[1]
    })

  private func isPlausible(_ name: Range<Int>) -> Bool {
    guard (1...6).contains(name.count), let last = name.last else { return false }
    let token = tokens[last]
    if name.count == 2, Self.brands.contains(tokens[name.lowerBound].hash &* 31 ^ token.hash) {
      return false
    }
    if Self.placeStarts.contains(tokens[name.lowerBound].hash) { return false }
    if token.isA(.initial) && !(name.count == 2 && tokens[name.lowerBound].has(.givenName)) {
      return false
    }
    if name.count == 1, token.has(.group) { return false }
    if token.isA(.allCapitals) && token.end - token.start <= 5 && name.count == 1 { return false }
    if token.has([.organisationHead, .organisation, .demonym]) && !token.has(.surname) {
      return false
    }
    if token.has([.place, .demonym, .organisationHead]), !tokens[name.lowerBound].has(.givenName) {
      return false
    }
    if name.count == 1, token.has([.role, .honorific, .roleModifier, .place, .common]) {
      return false
    }
    if name.count == 1, token.isA(.startsSentence), token.has(.common) { return false }
    return true
  }

  /// In a headline with capitals everywhere only given name and surname that lists know count.
  private func trusted(_ name: Range<Int>) -> Range<Int>? {
    for i in name where i + 1 < name.upperBound {
      guard tokens[i].has(.givenName), !tokens[i].has([.place, .common]) else { continue }
      let next = tokens[i + 1]
      if next.has(.surname) && !next.has(.common) { return i..<i + 2 }
    }
    return name.count == 1 ? name : nil
  }

  // MARK: Organisations

  /// A run that ends in the head of an organisation's name, or is known as one.
  private func organisation(in run: Range<Int>) -> Range<Int>? {
    var start = run.lowerBound
    while start < run.upperBound - 1, tokens[start].isA(.startsSentence),
      tokens[start].has(.common),
      !tokens[start].has([.organisationHead, .demonym])
    {
      start += 1
    }
    var end = run.upperBound
    while end > start,
      !tokens[end - 1].has([.organisationHead, .organisation])
        && !(tokens[end - 1].isA(.allCapitals) && !tokens[end - 1].has(.place))
    {
      end -= 1
    }
    guard end > start else { return nil }
    let isSingleHead =
      end - start == 1 && !tokens[start].has(.organisation) && !tokens[start].isA(.allCapitals)
    // `CEO`, `MP`: what somebody is.
    let isRole = end - start == 1 && tokens[start].has([.role, .postNominal])
    return isSingleHead || isRole ? nil : start..<end
  }
}
