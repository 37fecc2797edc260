/// The people and organisations of an article, with where they are mentioned.
struct PeopleFound: Sendable {
  var people: [Person] = []
  var organisations: [Organisation] = []
  /// Organisations and states by their initials, where the article has both.
  var fullNames: [String: String] = [:]
  /// What each pronoun can be.
  var genders: [Gender?] = []
  /// Mentions by name and role, by their tokens, in order.
  var mentions: [TokenMention] = []

  /// The index of the first mention that begins at a token or later.
  /// - Complexity: O(log mentions).
  func firstMention(from token: Int) -> Int {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The mention that holds a token, as an index into `mentions`.
  /// - Complexity: O(log mentions).
  func mention(at token: Int) -> TokenMention? {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < mentions.count && mentions[low].tokens.contains(token) ? mentions[low] : nil
  }
}

/// A mention of a person by its tokens.
struct TokenMention: Hashable, Sendable {
  var tokens: Range<Int>
  var person: Int
  var form: Mention.Form
}

/// Turns candidates into people: fullest names first, then surnames, then roles.
struct PeopleFinder {
  let text: ReadingText
  private let tokens: [Token]

  init(_ text: ReadingText) {
    self.text = text
    tokens = text.tokens
  }

  /// A person while mentions are gathered.
  struct Draft {
    /// Hashes of the words of the fullest name, particles left out.
    var name: [UInt32]
    var fullest: Range<Int>
    var candidates: [NameCandidate] = []
    var gender: Gender?
  }

  /// The people of the article, most mentioned first.
  /// - Complexity: O(tokens + candidates × people of one surname).
  func find() -> PeopleFound {
    let (candidates, organisations) = NameFinder(text).candidates()
    var drafts = people(of: candidates)
    drafts.removeAll { $0.candidates.allSatisfy(\.isWitness) }
    var found = PeopleFound()
    for (index, draft) in drafts.enumerated() {
      for candidate in draft.candidates where !candidate.isWitness {
        found.mentions.append(
          TokenMention(tokens: candidate.tokens, person: index, form: .name))
      }
    }
    found.mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    let roleMentions = RoleResolver(text, drafts, found).mentions()
    found.mentions = (found.mentions + roleMentions).sorted {
      $0.tokens.lowerBound < $1.tokens.lowerBound
    }
    var byPerson = Array(repeating: [TokenMention](), count: drafts.count)
    for mention in found.mentions { byPerson[mention.person].append(mention) }
    found.people = zip(drafts, byPerson).map { person($0, mentions: $1) }
    found.genders = drafts.map(\.gender)
    (found.organisations, found.fullNames) = Initials(text).joined(
      self.organisations(organisations))
    return found
  }

  // MARK: Grouping

  /// The significant words of a name: no particles, suffixes, nicknames or possessive marks.
  private func words(of name: Range<Int>) -> [UInt32] {
    var words: [UInt32] = []
    var i = name.lowerBound
    while i < name.upperBound {
      let token = tokens[i]
      if token.isA(.opens), token.partner > Int32(i) {
        i = Int(token.partner) + 1
        continue
      }
      if token.isA(.word), !token.has(.nameSuffix),
        !(token.has(.nameParticle) && i + 1 < name.upperBound)
      {
        words.append(token.hash)
      }
      i += 1
    }
    return words
  }

  private func people(of candidates: [NameCandidate]) -> [Draft] {
    var drafts: [Draft] = []
    /// Drafts by each word of their names.
    var byWord: [UInt32: [Int]] = [:]
    var short: [NameCandidate] = []
    var initialled: [(NameCandidate, [UInt32])] = []
    var confirmed: [UInt32: Int] = [:]
    for candidate in candidates where !candidate.isWitness {
      let words = words(of: candidate.tokens)
      if words.count == 1, candidate.points >= 2 { confirmed[words[0], default: 0] += 1 }
    }
    for candidate in candidates {
      let words = words(of: candidate.tokens)
      guard words.count > 1, let last = words.last else {
        short.append(candidate)
        continue
      }
      if words.count == 2, tokens[candidate.tokens.upperBound - 1].isA(.initial) {
        initialled.append((candidate, words))
        continue
      }
      let support = candidate.points + (confirmed[last] != nil ? 2 : 0)
      let known = byWord[last]?.first {
        agrees(drafts[$0], words, candidate) || isInside(words, drafts[$0].name)
      }
      guard support >= 3 || candidate.isWitness || known != nil else { continue }
      if let known {
        join(candidate, words, to: &drafts[known])
      } else {
        var draft = Draft(name: words, fullest: candidate.tokens)
        join(candidate, words, to: &draft)
        drafts.append(draft)
        for (index, word) in words.enumerated() where !words[..<index].contains(word) {
          byWord[word, default: []].append(drafts.count - 1)
        }
      }
    }
    for (candidate, words) in initialled {
      if let known = bearer(ofInitialled: words, candidate, drafts, byWord) {
        drafts[known].candidates.append(candidate)
      } else if candidate.points >= 3 || candidate.isWitness {
        var draft = Draft(name: words, fullest: candidate.tokens)
        join(candidate, words, to: &draft)
        drafts.append(draft)
        for word in words { byWord[word, default: []].append(drafts.count - 1) }
      }
    }
    var swallowed = -1
    for candidate in short where candidate.tokens.lowerBound != swallowed {
      swallowed = place(candidate, &drafts, &byWord) ?? -1
    }
    return drafts
  }

  /// The one person that `John D.` can be: of that given name, with a later name that begins so.
  private func bearer(
    ofInitialled words: [UInt32], _ candidate: NameCandidate, _ drafts: [Draft],
    _ byWord: [UInt32: [Int]]
  ) -> Int? {
    let initial = Bytes.lower(text.bytes[Int(tokens[candidate.tokens.upperBound - 1].start)])
    let bearers = (byWord[words[0]] ?? []).filter { index in
      drafts[index].name.first == words[0]
        && drafts[index].fullest.dropFirst().contains {
          tokens[$0].isA(.word)
            && Bytes.lower(text.bytes[Int(tokens[$0].start)]) == initial
        }
    }
    return bearers.count == 1 ? bearers[0] : nil
  }

  /// Whether two names with the same last word can be one person's: the first words are one name in
  /// two spellings, one is the other's initial, or all words of one stand in the other.
  private func agrees(_ a: Draft, _ words: [UInt32], _ candidate: NameCandidate) -> Bool {
    guard a.name.last == words.last, let first = a.name.first, let other = words.first else {
      return false
    }
    if let one = middle(of: a.fullest), let two = middle(of: candidate.tokens), one != two {
      return false
    }
    if GivenNames.canonical(first) == GivenNames.canonical(other) { return true }
    let one = tokens[a.fullest.lowerBound]
    let two = tokens[candidate.tokens.lowerBound]
    if one.isA(.initial) != two.isA(.initial) {
      return Bytes.lower(text.bytes[Int(one.start)]) == Bytes.lower(text.bytes[Int(two.start)])
    }
    let (short, long) = a.name.count < words.count ? (a.name, words) : (words, a.name)
    return short.count >= 2 && short.count < long.count && long.suffix(short.count) == short[...]
  }

  /// `Vázquez de Mella` of `Íñigo Vázquez de Mella y Torres`: words of a longer name behind its first.
  private func isInside(_ words: [UInt32], _ name: [UInt32]) -> Bool {
    guard words.count >= 2, name.count > words.count + 1 else { return false }
    return (1...name.count - words.count).contains { start in
      name[start..<start + words.count].elementsEqual(words)
    }
  }

  /// The first letter of a middle name or initial: two that differ are two people.
  private func middle(of name: Range<Int>) -> UInt8? {
    guard name.count == 3, tokens[name.lowerBound + 1].isA(.word),
      !tokens[name.lowerBound + 1].has(.nameParticle)
    else { return nil }
    return Bytes.lower(text.bytes[Int(tokens[name.lowerBound + 1].start)])
  }

  private func join(_ candidate: NameCandidate, _ words: [UInt32], to draft: inout Draft) {
    draft.candidates.append(candidate)
    if words.count > draft.name.count, !candidate.isWitness {
      draft.name = words
      draft.fullest = candidate.tokens
    }
    if draft.gender == nil { draft.gender = candidate.gender ?? gender(of: candidate.tokens) }
  }

  private func gender(of name: Range<Int>) -> Gender? {
    guard name.count > 1 else { return nil }
    let classes = tokens[name.lowerBound].classes
    if classes.contains(.maleName) && !classes.contains(.femaleName) { return .masculine }
    if classes.contains(.femaleName) && !classes.contains(.maleName) { return .feminine }
    return nil
  }

  /// A surname or given name alone belongs to the person who bears it; the most named one, where
  /// several do, unless an honorific tells.
  /// - Returns: where a given name begins that was taken along, as in `Lang, Peter`.
  private func place(
    _ candidate: NameCandidate, _ drafts: inout [Draft], _ byWord: inout [UInt32: [Int]]
  ) -> Int? {
    guard let word = words(of: candidate.tokens).first else { return nil }
    let bearers = byWord[word] ?? []
    let bySurname = bearers.filter { drafts[$0].name.last == word }
    var choice = bySurname.isEmpty ? bearers : bySurname
    if let gender = candidate.gender {
      let same = choice.filter { drafts[$0].gender == gender || drafts[$0].gender == nil }
      if !same.isEmpty { choice = same }
    }
    let best = choice.max {
      (drafts[$0].candidates.count, -$0) < (drafts[$1].candidates.count, -$1)
    }
    // `Doe, John`: the one who bears both.
    let given = candidate.tokens.upperBound + 1
    let reversed =
      given < tokens.count && tokens[given - 1].hash == Marks.comma
      ? bySurname.first { drafts[$0].name.first == tokens[given].hash } : nil
    if let best = reversed ?? best {
      guard candidate.points > -3 else { return nil }
      var candidate = candidate
      let isReversed =
        drafts[best].name.last == word && given < tokens.count
        && tokens[given - 1].hash == Marks.comma && tokens[given].hash == drafts[best].name.first
      if isReversed { candidate.tokens = candidate.tokens.lowerBound..<given + 1 }
      drafts[best].candidates.append(candidate)
      return isReversed ? given : nil
    }
    // Nobody of that name yet: a title, or a cue beside a known surname, makes a person of it.
    let token = tokens[candidate.tokens.lowerBound]
    let isKnown = tokens[candidate.tokens.upperBound - 1].has(.surname)
    let isTold = candidate.hasHonorific || !candidate.roles.isEmpty
    // A role far before the name, as in `senator for the National …`, does not tell.
    let isBeside =
      candidate.hasHonorific
      || candidate.roles.contains {
        $0.tokens.upperBound == candidate.tokens.lowerBound
          && $0.head == candidate.tokens.lowerBound - 1
      }
    guard !candidate.isWitness, candidate.points >= (isTold ? 3 : 2),
      isBeside || isKnown || candidate.isIntroduced,
      !token.has(.common) || candidate.hasHonorific,
      !token.has([.organisation, .organisationHead, .place, .demonym])
    else { return nil }
    var draft = Draft(name: [word], fullest: candidate.tokens)
    draft.candidates = [candidate]
    draft.gender = candidate.gender
    drafts.append(draft)
    byWord[word] = [drafts.count - 1]
    return nil
  }

  // MARK: Results

  private func person(_ draft: Draft, mentions: [TokenMention]) -> Person {
    var person = Person(name: text.words(draft.fullest))
    var seen: Set<String> = [person.name]
    for mention in mentions where mention.form == .name {
      let words = text.words(mention.tokens)
      if seen.insert(words).inserted { person.aliases.append(words) }
    }
    var roles = Set<String>()
    func add(_ range: Range<Int>) {
      let words = text.words(range)
      if roles.insert(words.lowercased()).inserted { person.roles.append(words) }
    }
    for role in draft.candidates.flatMap(\.roles) { add(role.tokens) }
    for mention in mentions where mention.form == .role { add(mention.tokens) }
    person.mentions = mentions.map {
      Mention(span: text.span(of: $0.tokens), form: $0.form)
    }
    return person
  }

  private func organisations(_ ranges: [Range<Int>]) -> [Organisation] {
    var found: [Organisation] = []
    var index: [String: Int] = [:]
    for range in ranges {
      let words = text.words(range)
      let mention = Mention(span: text.span(of: range), form: .name)
      let name = OrganisationNames.canonical(words)
      if let known = index[name] {
        found[known].mentions.append(mention)
      } else {
        index[name] = found.count
        found.append(Organisation(name: name, mentions: [mention]))
      }
      let known = index[name] ?? 0
      if words != name, !found[known].aliases.contains(words) {
        found[known].aliases.append(words)
      }
    }
    return found
  }
}
