/// Turns the words of an attribution into a speaker: a person, an organisation, a document and its
/// author, or words without a name. Knows what was said before, for pronouns and messages.
struct SpeakerResolver {
  let text: ReadingText
  let people: PeopleFound
  private let tokens: [Token]
  /// The person who spoke last, and in which block.
  private var lastPerson: Int?
  private var lastBlock = 0
  /// The person who wrote the message that is spoken of.
  private var author: Int?
  private var authorAt = -1
  /// The first mention that has not been looked at for authors.
  private var nextMention = 0

  init(_ text: ReadingText, _ people: PeopleFound) {
    self.text = text
    self.people = people
    tokens = text.tokens
  }

  private static let singular = Bytes.words("he she")
  private static let who = Bytes.word("who")

  /// The speaker of an attribution; remembers it for those that follow.
  mutating func speaker(of attribution: Attribution, isNested: Bool = false) -> Speaker? {
    noteAuthors(upTo: attribution.extent.lowerBound)
    guard let source = attribution.source, !source.isEmpty else {
      return nil
    }
    let speaker = resolve(source, block: attribution.block)
    if isNested { return speaker }
    if let person = speaker.person?.rawValue {
      if speaker.kind == .person {
        lastPerson = person
        lastBlock = attribution.block
      }
      if let venue = attribution.venue, venue.contains(where: { tokens[$0].has(.document) }) {
        author = person
        authorAt = venue.upperBound
      }
    } else {
      lastPerson = nil
    }
    return speaker
  }

  private mutating func noteAuthors(upTo end: Int) {
    while nextMention < people.mentions.count {
      let mention = people.mentions[nextMention]
      let after = mention.tokens.upperBound
      guard after < min(end, tokens.count - 3) else { break }
      nextMention += 1
      guard tokens[after].isA(.possessiveMark),
        (after + 1..<after + 4).contains(where: { tokens[$0].has(.document) })
      else { continue }
      author = mention.person
      authorAt = after
    }
  }

  private func resolve(_ source: Range<Int>, block: Int) -> Speaker {
    let span = text.span(of: source)
    if source.count == 1 || tokens[source.lowerBound].has(.subjectPronoun) {
      let token = tokens[source.lowerBound]
      if Self.singular.contains(token.hash) {
        return pronoun(source, block: block, span)
      }
      if token.hash == Self.who, let mention = mention(endingBefore: source.lowerBound) {
        return named(mention.person, span)
      }
    }
    let core = head(of: source)
    if let mention = headMention(core) {
      return named(mention.person, span)
    }
    // `Russia’s US ambassador, Anatoly Antonov`: the name stands in the apposition.
    if core.upperBound + 1 < source.upperBound, tokens[core.upperBound - 1].has(.role),
      let mention = people.mention(at: core.upperBound + 1), mention.form == .name
    {
      return named(mention.person, span)
    }
    if let document = documentNoun(core) {
      if let owner = owner(in: core, before: document) ?? author {
        return Speaker(
          name: people.people[owner].name, kind: .document, span: span,
          person: PersonID(rawValue: owner))
      }
      return Speaker(name: bare(core), kind: .document, span: span)
    }
    if isSomebody(core) { return Speaker(name: text.words(core), kind: .unnamed, span: span) }
    let last = tokens[core.upperBound - 1]
    let isName =
      core.contains { tokens[$0].isA(.capital) && !tokens[$0].isA(.startsSentence) }
      || tokens[core.lowerBound].has([.place, .organisation])
    if isName, last.isA(.capital) {
      return Speaker(name: bare(core), kind: .organisation, span: span)
    }
    return Speaker(name: text.words(core), kind: .unnamed, span: span)
  }

  private func named(_ person: Int, _ span: TextSpan) -> Speaker {
    Speaker(
      name: people.people[person].name, kind: .person, span: span,
      person: PersonID(rawValue: person))
  }

  /// The phrase without its apposition.
  private func head(of source: Range<Int>) -> Range<Int> {
    for i in source.dropFirst()
    where tokens[i].hash == Marks.comma || tokens[i].hash == Marks.bracket {
      return source.lowerBound..<i
    }
    return source
  }

  /// The mention that names the speaker: the last in the phrase that owns nothing and stands in no
  /// complement; else one in the apposition before it.
  private func headMention(_ core: Range<Int>) -> TokenMention? {
    var i = core.upperBound - 1
    while i >= core.lowerBound {
      if let mention = people.mention(at: i), mention.tokens.lowerBound >= core.lowerBound - 2 {
        let after = mention.tokens.upperBound
        let owns = after < core.upperBound && tokens[after].isA(.possessiveMark)
        let isHead =
          after >= core.upperBound || tokens[after].has(.preposition)
          || tokens[after].hash == Marks.square
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
  private func isComplement(_ start: Int, in core: Range<Int>) -> Bool {
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

  private func mention(endingBefore index: Int) -> TokenMention? {
    var i = index - 1
    while i >= 0, index - i < 4 {
      if let mention = people.mention(at: i) { return mention }
      i -= 1
    }
    return nil
  }

  private func documentNoun(_ core: Range<Int>) -> Int? {
    let last = core.upperBound - 1
    return tokens[last].has(.document) && !tokens[last].isA(.capital) ? last : nil
  }

  private func owner(in core: Range<Int>, before noun: Int) -> Int? {
    for i in core where i < noun {
      if let mention = people.mention(at: i) { return mention.person }
    }
    return nil
  }

  /// An organisation without its article or owner.
  private func bare(_ core: Range<Int>) -> String {
    var start = core.lowerBound
    if tokens[start].has([.determiner, .possessive]), core.count > 1 { start += 1 }
    let words = text.words(start..<core.upperBound)
    return people.fullNames[words] ?? words
  }

  /// `he`: who spoke last, or was named last before, where the gender fits.
  private func pronoun(_ source: Range<Int>, block: Int, _ span: TextSpan) -> Speaker {
    let wanted: Gender = tokens[source.lowerBound].has(.feminine) ? .feminine : .masculine
    func fits(_ person: Int) -> Bool { people.genders[person] ?? wanted == wanted }
    if lastBlock < block, let subject = subject(before: source.lowerBound, in: block, fits) {
      return named(subject, span)
    }
    if let lastPerson, fits(lastPerson), block - lastBlock <= 2 {
      return named(lastPerson, span)
    }
    let end = people.firstMention(from: source.lowerBound)
    for mention in people.mentions[..<end].suffix(12).reversed() where fits(mention.person) {
      return named(mention.person, span)
    }
    return Speaker(name: text.words(source), kind: .unnamed, span: span)
  }

  /// Whose name opens a sentence of the paragraph before the pronoun, outside quotation marks: the
  /// paragraph is about them.
  private func subject(before pronoun: Int, in block: Int, _ fits: (Int) -> Bool) -> Int? {
    var at = people.firstMention(from: pronoun) - 1
    let lower = text.blocks[block].tokens.lowerBound
    while at >= 0, people.mentions[at].tokens.lowerBound >= lower {
      let mention = people.mentions[at]
      let token = tokens[mention.tokens.lowerBound]
      if token.isA(.startsSentence), !token.isA(.quoted), mention.form == .name,
        fits(mention.person)
      {
        return mention.person
      }
      at -= 1
    }
    return nil
  }

  /// `a spokesman for Karim Haddad`, `officials in Moscow`: a role or group, and then a complement.
  private func isSomebody(_ core: Range<Int>) -> Bool {
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
