/// Points for what stands around a name.
extension NameFinder {
  func candidate(
    _ name: Range<Int>, run: Range<Int>, block: Int, isWitness: Bool
  ) -> NameCandidate {
    var found = NameCandidate(tokens: name, block: block, points: 0, isWitness: isWitness)
    let first = tokens[name.lowerBound]
    let isLong = name.count > 1
    if isLong, first.has(.givenName) { found.points += first.has([.place, .common]) ? 2 : 3 }
    if isLong, tokens[name.upperBound - 1].has(.surname) { found.points += 1 }
    if isLong, name.dropFirst().dropLast().contains(where: { tokens[$0].isA(.initial) }) {
      found.points += 2
    }
    if isLong, first.isA(.initial) { found.points += 2 }
    if name.contains(where: { tokens[$0].has(.common) && !tokens[$0].has(.nameParticle) }) {
      found.points -= 2
    }
    let before = name.lowerBound - 1
    let lower = text.blocks[block].tokens.lowerBound
    if isIntroduced(before, from: lower) {
      found.isIntroduced = true
      found.points += 3
    }
    if before >= lower, tokens[before].has(.honorific) {
      found.hasHonorific = true
      found.points += 3
      let honorific = text.word(before).lowercased()
      if Self.ladies.contains(honorific) {
        found.gender = .feminine
      } else if Self.gentlemen.contains(honorific) {
        found.gender = .masculine
      }
    }
    if run.lowerBound > lower, Self.ships.contains(tokens[run.lowerBound - 1].hash) {
      found.points -= 8
    }
    found.roles = roles.roles(around: name, in: block)
    if !found.roles.isEmpty { found.points += 3 }
    if before >= lower, tokens[before].has(.determiner), found.roles.isEmpty { found.points -= 3 }
    if isSubjectOfCue(name, in: text.blocks[block].tokens) { found.points += 2 }
    if name.upperBound < text.blocks[block].tokens.upperBound {
      let next = tokens[name.upperBound]
      if next.has([.organisationHead, .group]), next.isA(.word), !next.has(.venue) {
        found.points -= 2
      }
      // An age between commas: `John Smith, 45,`.
      if next.hash == Marks.comma, name.upperBound + 2 < tokens.count,
        tokens[name.upperBound + 1].isA(.digits), tokens[name.upperBound + 2].hash == Marks.comma
      {
        found.points += 2
      }
    }
    return found
  }

  /// `a young man called Ravi`, `a farmer named Hill`.
  func isIntroduced(_ before: Int, from lower: Int) -> Bool {
    before - 1 >= lower && Self.naming.contains(tokens[before].hash)
      && (tokens[before - 1].has([.role, .group]) || Self.persons.contains(tokens[before - 1].hash))
  }

  private static let ladies: Set = [
    "mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady", "madame", "princess", "queen", "sister",
  ]
  private static let gentlemen: Set = [
    "mr", "mr.", "sir", "lord", "monsieur", "señor", "herr", "sheikh", "imam", "pope", "prince",
    "king", "father", "brother",
  ]
  private static let naming = Bytes.words("called named")
  private static let persons = Bytes.words(
    "man woman boy girl child teenager person baby youth men women lad bloke guy toddler orphan")

  /// What bears a name that is nobody's here: `the ship Queen Mary`.
  private static let ships = Bytes.words(
    "ship vessel yacht ferry boat tanker freighter frigate destroyer liner steamer schooner trawler"
  )

  /// Whether a cue of speech follows, or stands before as in `said Smith`.
  func isSubjectOfCue(_ name: Range<Int>, in block: Range<Int>) -> Bool {
    var after = name.upperBound
    // `Elon Tusk — no stranger to leaks — posted`, `Ama Mensah, who owns the boat, said`
    if name.count > 1, after < block.upperBound,
      tokens[after].hash == Marks.comma || Marks.isDash(tokens[after].hash)
    {
      let mark = tokens[after].hash
      let close = (after + 1..<max(after + 1, min(block.upperBound - 1, after + 16))).first {
        tokens[$0].hash == mark || tokens[$0].isA([.startsSentence, .quoteMark])
      }
      if let close, tokens[close].hash == mark, close > after + 1 { after = close + 1 }
    }
    while after < block.upperBound, tokens[after].has([.adverb, .auxiliary]) { after += 1 }
    if after < block.upperBound, tokens[after].has([.sayCue, .thatCue, .tellCue]),
      !tokens[after].isA(.capital), tokens[after].has([.pastForm, .presentForm])
    {
      return true
    }
    // `…," said Stone.`: a mark must follow, or the name begins what is said.
    let before = name.lowerBound - 1
    return before >= block.lowerBound && tokens[before].has([.sayCue])
      && tokens[before].has([.pastForm, .presentForm])
      && (name.upperBound >= block.upperBound || tokens[name.upperBound].isA(.mark))
  }
}
