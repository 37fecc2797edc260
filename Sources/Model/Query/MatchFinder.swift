/// Finds the words that a filter asks for, so that they can be marked on the screen.
public struct MatchFinder: Hashable, Sendable {
  /// Words in a row; the last may be the beginning of one.
  private struct Term: Hashable, Sendable {
    var words: [[UInt8]]
    var endsInPrefix: Bool
    var field: QueryField
  }

  private let terms: [Term]
  /// The words that were typed with capitals, by their folded letters: which letters are capitals.
  private var capitals: [[UInt8]: [Bool]] = [:]

  /// Looks for the positive terms of a query; a word that was typed with a capital letter is found only
  /// where it stands in the same case.
  /// - Parameter typed: the query as it was typed.
  public init(_ query: Query, heedingCaseOf typed: String) {
    self.init(query)
    let bytes = Array(typed.utf8)
    var small: Set<[UInt8]> = []
    Folding.forEachWord(in: bytes) { range, word in
      let letters = Self.capitals(in: bytes[range])
      if letters.contains(true) { capitals[word] = letters } else { small.insert(word) }
    }
    for word in small { capitals[word] = nil }
  }

  /// Which letters of a word are capitals, accents left out.
  private static func capitals(in bytes: some Collection<UInt8>) -> [Bool] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.compactMap { scalar in
      if scalar.isASCII { return (0x41...0x5A).contains(scalar.value) }
      if scalar.properties.generalCategory == .nonspacingMark { return nil }
      return scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter
    }
  }

  /// Looks for the positive terms of a query.
  public init(_ query: Query) {
    var terms: [Term] = []
    Self.collect(query, into: &terms)
    self.terms = terms
  }

  private static func collect(_ query: Query, into terms: inout [Term]) {
    switch query {
    case .everything, .not, .kind, .published, .property, .tag: break
    case .word(let word, let field):
      terms.append(
        Term(
          words: word.split(separator: " ").map { Array($0.utf8) }, endsInPrefix: true,
          field: field))
    case .phrase(let words, let field):
      terms.append(Term(words: words.map { Array($0.utf8) }, endsInPrefix: false, field: field))
    case .all(let queries), .any(let queries):
      for query in queries { collect(query, into: &terms) }
    }
  }

  /// Whether there is nothing to mark.
  public var isEmpty: Bool { terms.isEmpty }

  /// Where terms stand in a text, in order and without overlap, as offsets from its first byte.
  ///
  /// Terms of `person:` and `said:` are found only where `fields` has their field; terms without a
  /// field are found everywhere.
  /// - Complexity: O(bytes × terms).
  public func matches(
    in bytes: some RandomAccessCollection<UInt8>, fields: Set<QueryField> = [.anywhere]
  ) -> [Range<Int>] {
    let active = terms.filter { $0.field == .anywhere || fields.contains($0.field) }
    guard !active.isEmpty else { return [] }
    let longest = active.map(\.words.count).max() ?? 1
    var recent: [(range: Range<Int>, word: [UInt8])] = []
    var found: [Range<Int>] = []
    Folding.forEachWord(in: bytes) { range, word in
      recent.append((range, word))
      if recent.count > longest { recent.removeFirst() }
      for term in active where term.words.count <= recent.count {
        let tail = recent.suffix(term.words.count)
        if Self.matches(term, tail), capitals.isEmpty || hasCapitals(term, tail, in: bytes) {
          add((tail.first?.range.lowerBound ?? range.lowerBound)..<range.upperBound, to: &found)
        }
      }
    }
    return found
  }

  /// Whether a term of `person:` or `by:` asks for somebody with one of these names.
  public func asksForPerson(named names: [String]) -> Bool {
    let active = terms.filter { $0.field == .person || $0.field == .by }
    guard !active.isEmpty else { return false }
    let finder = MatchFinder(terms: active, capitals: capitals)
    return names.contains { name in
      !finder.matches(in: Array(name.utf8), fields: [.person, .by]).isEmpty
    }
  }

  private init(terms: [Term], capitals: [[UInt8]: [Bool]]) {
    self.terms = terms
    self.capitals = capitals
  }

  /// Whether words stand in the case in which they were typed.
  private func hasCapitals(
    _ term: Term, _ words: ArraySlice<(range: Range<Int>, word: [UInt8])>,
    in bytes: some RandomAccessCollection<UInt8>
  ) -> Bool {
    zip(term.words, words).allSatisfy { wanted, found in
      guard let letters = capitals[wanted] else { return true }
      let text = bytes.dropFirst(found.range.lowerBound).prefix(found.range.count)
      return Self.capitals(in: text).starts(with: letters)
    }
  }

  private static func matches(
    _ term: Term, _ words: ArraySlice<(range: Range<Int>, word: [UInt8])>
  ) -> Bool {
    for (offset, (_, word)) in words.enumerated() {
      let wanted = term.words[offset]
      let isLast = offset == term.words.count - 1
      if isLast && term.endsInPrefix ? !word.starts(with: wanted) : word != wanted { return false }
    }
    return true
  }

  private func add(_ range: Range<Int>, to found: inout [Range<Int>]) {
    if let last = found.last, last.upperBound > range.lowerBound {
      found[found.count - 1] =
        min(last.lowerBound, range.lowerBound)..<max(last.upperBound, range.upperBound)
    } else {
      found.append(range)
    }
  }
}
