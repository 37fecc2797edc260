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
  /// For each person: the nouns of the roles and the countries that they name.
  private let profiles: [(heads: Set<UInt32>, countries: Set<UInt32>)]

  init(_ text: ReadingText, _ drafts: [PeopleFinder.Draft], _ found: PeopleFound) {
    self.text = text
    self.drafts = drafts
    self.found = found
    tokens = text.tokens
    reader = RoleReader(text)
    let tokens = text.tokens
    profiles = drafts.map { draft in
      var heads = Set<UInt32>()
      var countries = Set<UInt32>()
      for role in draft.candidates.flatMap(\.roles) {
        heads.insert(tokens[role.head].hash)
        for i in role.tokens {
          if let country = RoleKinds.country(of: tokens[i].hash) { countries.insert(country) }
        }
      }
      return (heads, countries)
    }
    let profiles = profiles
    withRole = Array(drafts.indices.filter { !profiles[$0].heads.isEmpty }.prefix(256))
  }

  /// The mentions by role, in order.
  /// - Complexity: O(tokens + role phrases × people).
  func mentions() -> [TokenMention] {
    guard profiles.contains(where: { !$0.heads.isEmpty }) else { return [] }
    var result: [TokenMention] = []
    var last: [Int: Int] = [:]
    var nextMention = 0
    let covered = covered()
    for block in text.blocks where block.kind != .caption {
      for i in block.tokens {
        while nextMention < found.mentions.count,
          found.mentions[nextMention].tokens.lowerBound <= i
        {
          last[found.mentions[nextMention].person] = i
          nextMention += 1
        }
        guard tokens[i].has(.role), tokens[i].isA(.word), !covered.contains(i),
          let phrase = phrase(head: i, in: block.tokens),
          let person = person(for: phrase, head: i, last: last)
        else { continue }
        result.append(TokenMention(tokens: phrase, person: person, form: .role))
        last[person] = i
      }
    }
    return result
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
    }
    let start = reader.phraseStart(head: head, in: block)
    if start > block.lowerBound, tokens[start - 1].hash == Self.the { return start - 1..<head + 1 }
    let hasOwner = (start..<head).contains { tokens[$0].isA(.possessiveMark) }
    return hasOwner ? start..<head + 1 : nil
  }

  private static let the = Bytes.word("the")
  private static let of = Bytes.word("of")

  private func person(for phrase: Range<Int>, head: Int, last: [Int: Int]) -> Int? {
    let noun = tokens[head].hash
    var countries = Set<UInt32>()
    for i in phrase {
      if let country = RoleKinds.country(of: tokens[i].hash) { countries.insert(country) }
    }
    func fits(_ index: Int) -> Bool {
      let profile = profiles[index]
      guard profile.heads.contains(where: { RoleKinds.matches(phrase: noun, role: $0) }) else {
        return false
      }
      return countries.isEmpty || profile.countries.isEmpty
        || !countries.isDisjoint(with: profile.countries)
    }
    let fitting = withRole.filter(fits)
    let exact = fitting.filter { profiles[$0].heads.contains(noun) }
    let choice = exact.isEmpty ? fitting : exact
    let named = choice.filter { last[$0] != nil }
    return named.max { last[$0] ?? -1 < last[$1] ?? -1 } ?? (choice.count == 1 ? choice[0] : nil)
  }
}
