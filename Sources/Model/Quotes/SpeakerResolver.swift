/// Turns the words of an attribution into a speaker: a person, an organisation, a document and its
/// author, or words without a name. Knows what was said before, for pronouns and messages.
struct SpeakerResolver {
  let text: ReadingText
  let people: PeopleFound
  let tokens: [Token]
  /// The person who spoke last, and in which block.
  var lastPerson: Int?
  var lastBlock = 0
  /// The organisation that spoke last, and in which block.
  var lastOrganisation: (name: String, block: Int)?
  /// The token behind the last attribution.
  var lastEnd = 0
  /// Who spoke last without a name: `a senior official`.
  var lastUnnamed: Unnamed?
  /// The message that is spoken of, and who wrote it.
  private var message: (author: Int, noun: UInt32, block: Int)?
  /// The first mention that has not been looked at for authors.
  private var nextMention = 0

  init(_ text: ReadingText, _ people: PeopleFound) {
    self.text = text
    self.people = people
    tokens = text.tokens
  }

  /// Somebody without a name who spoke.
  struct Unnamed {
    /// The words that brought them in.
    var name: String
    /// The noun: `official`.
    var noun: UInt32
    /// The token behind their attribution.
    var end: Int
    var block: Int
  }

  static let singular = Bytes.words("he she him her")
  static let selves = Bytes.words("himself herself themselves")
  static let it = Bytes.word("it")
  static let who = Bytes.word("who")

  /// The speaker of an attribution; remembers it for those that follow.
  mutating func speaker(of attribution: Attribution, isNested: Bool = false) -> Speaker? {
    noteAuthors(upTo: attribution.extent.lowerBound)
    guard let source = attribution.source, !source.isEmpty else {
      return nil
    }
    let speaker = resolve(source, attribution)
    if isNested { return speaker }
    lastEnd = max(source.upperBound, attribution.extent.upperBound)
    if let person = speaker.person?.rawValue {
      if speaker.kind == .person {
        lastPerson = person
        lastBlock = attribution.block
        lastUnnamed = nil
        lastOrganisation = nil
      }
      if let noun = attribution.venue?.first(where: { isMessage($0) }) {
        message = (person, tokens[noun].hash, attribution.block)
      }
    } else {
      lastPerson = nil
      lastOrganisation = speaker.kind == .organisation ? (speaker.name, attribution.block) : nil
      noteUnnamed(speaker, source, attribution)
    }
    return speaker
  }

  /// Remembers `a senior official` for `the official`, `he`.
  private mutating func noteUnnamed(
    _ speaker: Speaker, _ source: Range<Int>, _ attribution: Attribution
  ) {
    guard speaker.kind == .unnamed else {
      lastUnnamed = nil
      return
    }
    let end = max(source.upperBound, attribution.extent.upperBound)
    if lastUnnamed?.name == speaker.name {
      lastUnnamed?.end = end
      lastUnnamed?.block = attribution.block
      return
    }
    let core = head(of: source)
    guard let noun = noun(of: core), Self.single.contains(tokens[core.lowerBound].hash),
      tokens[noun].has(.role) || Self.anybody.contains(tokens[noun].hash)
    else {
      lastUnnamed = nil
      return
    }
    lastUnnamed = Unnamed(
      name: speaker.name, noun: tokens[noun].hash, end: end, block: attribution.block)
  }

  static let goesOn = Bytes.words("added continued went concluded")
  static let single = Bytes.words("a an one another the his her their its our")
  static let the = Bytes.word("the")

  /// The noun of a phrase: before its first preposition.
  func noun(of core: Range<Int>) -> Int? {
    let end = core.dropFirst().first { tokens[$0].has(.preposition) && !tokens[$0].isA(.capital) }
    var noun = (end ?? core.upperBound) - 1
    // `a person familiar with the matter`
    if end != nil, noun - 1 > core.lowerBound,
      tokens[noun].classes.isDisjoint(with: [.role, .group, .document]),
      tokens[noun - 1].has(.role) || Self.anybody.contains(tokens[noun - 1].hash)
    {
      noun -= 1
    }
    return noun >= core.lowerBound ? noun : nil
  }

  /// `the official` behind `a senior official`: the same noun, or a word for anybody.
  func isLastUnnamed(_ core: Range<Int>, block: Int) -> Bool {
    guard let last = lastUnnamed, block - last.block <= 3, tokens[core.lowerBound].hash == Self.the,
      let noun = noun(of: core), core.count <= 3
    else { return false }
    let hash = tokens[noun].hash
    return hash == last.noun || RoleKinds.matches(phrase: hash, role: last.noun)
      || Self.anybody.contains(hash)
  }

  static let anybody = Bytes.words("person source man woman boy girl teenager")

  private mutating func noteAuthors(upTo end: Int) {
    while nextMention < people.mentions.count {
      let mention = people.mentions[nextMention]
      let after = mention.tokens.upperBound
      guard after < min(end, tokens.count - 3) else { break }
      nextMention += 1
      guard tokens[after].isA(.possessiveMark),
        let noun = (after + 1..<after + 4).first(where: { isMessage($0) })
      else { continue }
      message = (mention.person, tokens[noun].hash, text.block(of: after) ?? 0)
    }
  }

  /// A letter or address: what one person says to others. A treaty or a report is none.
  func isMessage(_ token: Int) -> Bool {
    tokens[token].has(.document) && Self.messages.contains(tokens[token].hash)
  }

  static let messages = Bytes.words(
    """
    letter letters message messages address note telegram email e-mail memo text tweet post statement
    speech greeting greetings cable op-ed article column blog book memoir testimony
    """)

  /// Who wrote the message that a noun speaks of, where it is the same and near.
  func author(of noun: Int, block: Int) -> Int? {
    guard let message, isMessage(noun), block - message.block <= 3 else { return nil }
    let hash = tokens[noun].hash
    return hash == message.noun || Self.messageNames.contains(hash) ? message.author : nil
  }

  /// What any message may be called the second time.
  static let messageNames = Bytes.words("message address text letter note")

  func resolve(_ source: Range<Int>, _ attribution: Attribution) -> Speaker {
    let block = attribution.block
    let span = text.span(of: source)
    if source.count == 1 || tokens[source.lowerBound].has(.subjectPronoun) {
      let token = tokens[source.lowerBound]
      if Self.singular.contains(token.hash) {
        return pronoun(source, block: block, span)
      }
      // `it added`: the company that said so before.
      if token.hash == Self.it, let last = lastOrganisation, block - last.block <= 1 {
        return Speaker(name: last.name, kind: .organisation, span: span)
      }
      if token.hash == Self.who {
        if let mention = mention(endingBefore: source.lowerBound) {
          return named(mention.person, span)
        }
        // `those who say`
        let before = source.lowerBound - 1
        if before >= 0, tokens[before].isA(.word),
          !tokens[before].has([.conjunction, .preposition, .auxiliary, .adverb, .verb])
        {
          return Speaker(name: text.word(before), kind: .unnamed, span: span)
        }
      }
    }
    if let person = byInitials(source) { return named(person, span) }
    let core = head(of: source)
    if let mention = apposition(behind: core, in: source) { return named(mention.person, span) }
    if let last = lastUnnamed, isLastUnnamed(core, block: block) {
      return Speaker(name: last.name, kind: .unnamed, span: span)
    }
    if let mention = headMention(core) {
      return named(mention.person, span)
    }
    if let document = documentNoun(core) {
      let writer =
        owner(in: core, before: document) ?? ownerPronoun(core, block)
        ?? author(of: document, block: block)
      if let owner = writer {
        return Speaker(
          name: people.people[owner].name, kind: .document, span: span,
          person: PersonID(rawValue: owner))
      }
      // `a report by the council` keeps its words: the noun alone would not tell which.
      let name = document == core.upperBound - 1 ? bare(core) : text.words(core)
      return Speaker(name: name, kind: .document, span: span)
    }
    // `the ex-president added`: whoever spoke before, by another name.
    if let lastPerson, block == lastBlock, tokens[core.lowerBound].hash == Self.the,
      let noun = noun(of: core), noun == core.upperBound - 1, tokens[noun].has(.role),
      let cue = attribution.cue, cue.contains(where: { Self.goesOn.contains(tokens[$0].hash) })
    {
      return named(lastPerson, span)
    }
    if isSomebody(core) { return Speaker(name: text.words(core), kind: .unnamed, span: span) }
    let last = tokens[core.upperBound - 1]
    let isName =
      core.contains { tokens[$0].isA(.capital) && !tokens[$0].isA(.startsSentence) }
      || tokens[core.lowerBound].has([.place, .organisation])
    if isName, last.isA(.capital), !isDemonymMan(last) {
      let name = OrganisationNames.canonical(bare(named(in: core)))
      return Speaker(name: name, kind: .organisation, span: span)
    }
    // `The IG Metall union`: a name, and what bears it.
    if last.has([.organisationHead, .group]), core.count > 2,
      core.dropFirst().dropLast().contains(where: {
        tokens[$0].isA(.capital) && !tokens[$0].has([.demonym, .place])
      }), !core.contains(where: { tokens[$0].isA(.possessiveMark) || tokens[$0].has(.preposition) })
    {
      return Speaker(name: bare(core), kind: .organisation, span: span)
    }
    return Speaker(name: text.words(core), kind: .unnamed, span: span)
  }

  /// `Varnholt AG` of `German toolmaker Varnholt AG`: the capitals behind the last small noun.
  func named(in core: Range<Int>) -> Range<Int> {
    var start = core.upperBound - 1
    while start > core.lowerBound, tokens[start - 1].isA(.capital) || !tokens[start - 1].isA(.word)
    {
      start -= 1
    }
    guard start > core.lowerBound,
      !core.contains(where: { tokens[$0].has([.preposition, .weekday, .month]) }),
      tokens[start - 1].classes.isDisjoint(with: [
        .preposition, .conjunction, .determiner, .nameParticle,
      ]),
      !tokens[start].isA(.possessiveMark)
    else { return core }
    return start..<core.upperBound
  }

  /// `the Irishman`: somebody, not an organisation.
  func isDemonymMan(_ token: Token) -> Bool {
    Bytes.starts(text.bytes, at: Int(token.end) - 3, with: "man") && token.classes.isEmpty
      || Bytes.starts(text.bytes, at: Int(token.end) - 5, with: "woman")
  }

  func named(_ person: Int, _ span: TextSpan) -> Speaker {
    Speaker(
      name: people.people[person].name, kind: .person, span: span,
      person: PersonID(rawValue: person))
  }

  func owner(in core: Range<Int>, before noun: Int) -> Int? {
    for i in core where i < noun {
      if let mention = people.mention(at: i) { return mention.person }
    }
    return nil
  }

  /// An organisation without its article or owner.
  func bare(_ core: Range<Int>) -> String {
    var start = core.lowerBound
    if tokens[start].has([.determiner, .possessive]), core.count > 1 { start += 1 }
    let words = text.words(start..<core.upperBound)
    return people.fullNames[words] ?? words
  }

  /// `a spokesman for Karim Haddad`, `officials in Moscow`: a role or group, and then a complement.
  func isSomebody(_ core: Range<Int>) -> Bool {
    guard
      let preposition = core.dropFirst().first(where: {
        tokens[$0].has(.preposition) && !tokens[$0].isA(.capital)
      })
    else { return false }
    let noun = tokens[preposition - 1]
    return noun.has([.role, .group]) && !noun.has([.organisationHead, .document])
      && !noun.isA(.capital)
  }

  /// The person who spoke last, for words that go on without a cue.
  func continuing(block: Int) -> (person: Int, name: String)? {
    guard let lastPerson, block - lastBlock <= 2 else { return nil }
    return (lastPerson, people.people[lastPerson].name)
  }
}
