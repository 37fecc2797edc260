/// Links phrases such as `the Russian diplomat` and `the Security Council Secretary’s aide` to the
/// person whose role they fit.
struct RoleResolver {
  let text: ReadingText
  let drafts: [PeopleFinder.Draft]
  let found: PeopleFound
  private let tokens: [Token]
  private let reader: RoleReader
  /// The people who have a role, the first hundreds of them: those an article speaks of by role.
  private let withRole: [Int]
  private let profiles: [Profile]
  /// The block of each person's first mention by name.
  private let firstBlock: [Int]

  /// What a person's roles say.
  private struct Profile {
    /// The nouns of the roles: `ambassador`.
    var heads: Set<UInt32> = []
    /// The nouns of roles that the person had once.
    var formerHeads: Set<UInt32> = []
    /// The countries that the roles name.
    var countries: Set<UInt32> = []
    /// All words of the roles.
    var words: Set<UInt32> = []
  }

  init(_ text: ReadingText, _ drafts: [PeopleFinder.Draft], _ found: PeopleFound) {
    self.text = text
    self.drafts = drafts
    self.found = found
    tokens = text.tokens
    reader = RoleReader(text)
    let tokens = text.tokens
    profiles = drafts.map { draft in
      var profile = Profile()
      for role in draft.candidates.flatMap(\.roles) {
        let head = tokens[role.head].hash
        let isFormer = role.tokens.contains { Self.formerly.contains(tokens[$0].hash) }
        if isFormer { profile.formerHeads.insert(head) } else { profile.heads.insert(head) }
        for i in role.tokens {
          profile.words.insert(tokens[i].hash)
          if let country = RoleKinds.country(of: tokens[i].hash) {
            profile.countries.insert(country)
          }
        }
        if !isFormer, role.tokens.contains(where: { Self.chambers.contains(tokens[$0].hash) }) {
          profile.heads.insert(Self.lawmaker)
        }
        // Whoever directs a department of a foreign ministry is a diplomat.
        if !isFormer, role.tokens.contains(where: { tokens[$0].hash == Self.foreign }) {
          profile.heads.insert(Self.diplomat)
        }
      }
      return profile
    }
    var firstBlock = Array(repeating: Int.max, count: drafts.count)
    for mention in found.mentions where firstBlock[mention.person] == Int.max {
      firstBlock[mention.person] = text.block(of: mention.tokens.lowerBound) ?? Int.max
    }
    self.firstBlock = firstBlock
    let profiles = profiles
    withRole = Array(
      drafts.indices.filter {
        !profiles[$0].heads.isEmpty || !profiles[$0].formerHeads.isEmpty
      }.prefix(256))
  }

  private static let formerly = Bytes.words("former late ex-president ex-minister then retired")
  private static let chambers = Bytes.words(
    "duma parliament senate congress bundestag rada knesset parliamentary mp mep assembly")
  private static let lawmaker = Bytes.word("lawmaker")
  private static let foreign = Bytes.word("foreign")
  private static let diplomat = Bytes.word("diplomat")
  private static let indefinite = Bytes.words("a an another one")
  /// Words that tell one office from another.
  private static let portfolios = Bytes.words(
    """
    prime vice deputy foreign defence defense finance interior justice health education labor labour
    trade energy economy environment transport culture agriculture press attorney opposition
    """)

  /// The mentions by role, in order.
  /// - Complexity: O(tokens + role phrases × people).
  func mentions() -> [TokenMention] {
    guard !withRole.isEmpty else { return [] }
    var result: [TokenMention] = []
    var last: [Int: Int] = [:]
    var nextMention = 0
    /// The block in which somebody was named last.
    var namedBlock = -2
    /// Where somebody without a name was brought in, by the noun: `a senior official`.
    var unnamed: [UInt32: Int] = [:]
    let covered = covered()
    for (index, block) in text.blocks.enumerated() where block.kind != .caption {
      for i in block.tokens {
        while nextMention < found.mentions.count,
          found.mentions[nextMention].tokens.lowerBound <= i
        {
          last[found.mentions[nextMention].person] = i
          if !tokens[i].isA(.quoted) { namedBlock = index }
          nextMention += 1
        }
        guard tokens[i].has(.role), tokens[i].isA(.word), !covered.contains(i) else { continue }
        if isIndefinite(i, in: block.tokens) {
          unnamed[tokens[i].hash] = i
          continue
        }
        guard let phrase = phrase(head: i, in: block.tokens),
          let person = person(
            for: phrase, head: i, last: last,
            // The name may come right after, where nobody else was named before.
            forward: index - namedBlock > 1 ? index + 2 : -1),
          unnamed[tokens[i].hash] ?? -1 <= last[person] ?? -1
        else { continue }
        result.append(TokenMention(tokens: phrase, person: person, form: .role))
        last[person] = i
      }
    }
    return result
  }

  /// `a senior official`
  private func isIndefinite(_ head: Int, in block: Range<Int>) -> Bool {
    let start = reader.phraseStart(head: head, in: block)
    return start > block.lowerBound && Self.indefinite.contains(tokens[start - 1].hash)
  }

  private func covered() -> Set<Int> {
    var covered = Set<Int>()
    for draft in drafts {
      for candidate in draft.candidates {
        covered.formUnion(candidate.tokens)
        for role in candidate.roles { covered.formUnion(role.tokens) }
      }
    }
    return covered
  }

  /// The phrase around a role's noun, with its article: definite, and no name or complement behind.
  private func phrase(head: Int, in block: Range<Int>) -> Range<Int>? {
    if head + 1 < block.upperBound {
      let next = tokens[head + 1]
      if next.has(.role), !next.isA(.startsSentence) { return nil }
      if next.isA(.capital), next.isA(.word), !next.isA(.startsSentence) { return nil }
      if next.hash == Self.of { return nil }
      // `The spokesman, Colonel Mehmet Demir,`: the name itself tells who it is.
      if next.hash == Marks.comma, !tokens[head].isA(.possessiveMark),
        (head + 2..<min(head + 5, block.upperBound)).contains(where: {
          found.mention(at: $0) != nil && tokens[head + 2].isA(.capital)
        })
      {
        return nil
      }
    }
    let start = reader.phraseStart(head: head, in: block)
    if start > block.lowerBound, tokens[start - 1].hash == Self.the { return start - 1..<head + 1 }
    let hasOwner = (start..<head).contains { tokens[$0].isA(.possessiveMark) }
    return hasOwner ? start..<head + 1 : nil
  }

  private static let the = Bytes.word("the")
  private static let of = Bytes.word("of")

  private func person(for phrase: Range<Int>, head: Int, last: [Int: Int], forward: Int) -> Int? {
    let noun = tokens[head].hash
    var countries = Set<UInt32>()
    for i in phrase {
      if let country = RoleKinds.country(of: tokens[i].hash) { countries.insert(country) }
    }
    let owner = phrase.last(where: { tokens[$0].isA(.possessiveMark) })
    let portfolio = phrase.filter { $0 < head && Self.portfolios.contains(tokens[$0].hash) }
    let isFormer = phrase.contains { Self.formerly.contains(tokens[$0].hash) }
    func fits(_ index: Int) -> Bool {
      let profile = profiles[index]
      let heads = isFormer ? profile.heads.union(profile.formerHeads) : profile.heads
      guard heads.contains(where: { RoleKinds.matches(phrase: noun, role: $0) }),
        portfolio.allSatisfy({ profile.words.contains(tokens[$0].hash) })
      else { return false }
      if let owner, countries.isEmpty,
        !(phrase.lowerBound..<owner).contains(where: {
          !tokens[$0].has([.determiner, .possessive]) && profile.words.contains(tokens[$0].hash)
        })
      {
        return false
      }
      return countries.isEmpty || profile.countries.isEmpty
        || !countries.isDisjoint(with: profile.countries)
    }
    let fitting = withRole.filter(fits)
    let exact = fitting.filter { profiles[$0].heads.contains(noun) }
    let choice = exact.isEmpty ? fitting : exact
    if let named = choice.filter({ last[$0] != nil }).max(by: { last[$0] ?? -1 < last[$1] ?? -1 }) {
      return named
    }
    guard choice.count == 1, firstBlock[choice[0]] <= forward else { return nil }
    return choice[0]
  }
}
