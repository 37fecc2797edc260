extension Query {
  /// Reads a filter as typed.
  ///
  /// Words are ANDed, `OR` joins the terms on both its sides, parentheses group, `"two words"` is a
  /// phrase, `!` or `-` before a term excludes it, and a field before a colon says where to look.
  /// A phrase or group that is not closed ends with the text, as while it is being typed; then the
  /// last word of a phrase counts by its beginning.
  /// - Parameter today: what `yesterday` and `3w` count from.
  /// - Throws: what is wrong and at which column.
  public init(parsing text: String, today: ArticleDate = .today) throws(QueryError) {
    var parser = QueryParser(Array(text), today: today)
    self = try parser.query()
  }
}

/// Reads terms from left to right.
struct QueryParser {
  /// So many parentheses may be open at once.
  static let deepest = 30

  /// What other programs and people call these fields.
  private static let otherNames: [(QueryPrefix, String)] = [
    (.by, "speaker"), (.by, "from"), (.said, "quote"), (.person, "name"), (.person, "people"),
    (.org, "organisation"), (.org, "organization"), (.title, "headline"), (.title, "subject"),
    (.file, "path"), (.agency, "source"), (.agency, "publisher"), (.lang, "language"),
    (.on, "date"), (.after, "since"), (.before, "until"), (.place, "location"), (.tag, "label"),
  ]

  private let text: [Character]
  private let today: ArticleDate
  private var at = 0
  private var depth = 0

  init(_ text: [Character], today: ArticleDate) {
    self.text = text
    self.today = today
  }

  mutating func query() throws(QueryError) -> Query {
    let query = try terms()
    if at < text.count { throw QueryError(.unopenedParenthesis, column: at) }
    return query
  }

  /// Terms up to the end or the parenthesis that closes them.
  private mutating func terms() throws(QueryError) -> Query {
    var terms: [Query] = []
    // The column of an OR that waits for the term on its right.
    var or: Int?
    // Whether a term stands right before; a lone mark is none.
    var canJoin = false
    while true {
      skipBlanks()
      guard at < text.count, text[at] != ")" else { break }
      if isOr {
        guard canJoin, or == nil else { throw QueryError(.nothingBesideOr, column: at) }
        or = at
        at += 2
        continue
      }
      guard let term = try term() else { continue }
      canJoin = true
      if or != nil, let before = terms.popLast() {
        if case .any(let queries) = before, isJoined {
          terms.append(.any(queries + [term]))
        } else {
          terms.append(.any([before, term]))
        }
        isJoined = true
      } else {
        terms.append(term)
        isJoined = false
      }
      or = nil
    }
    if let or { throw QueryError(.nothingBesideOr, column: or) }
    return terms.isEmpty ? .everything : terms.count == 1 ? terms[0] : .all(terms)
  }

  /// Whether the last term was made by an OR, and not by parentheses.
  private var isJoined = false

  private var isOr: Bool {
    guard at + 1 < text.count, text[at] == "O", text[at + 1] == "R" else { return false }
    return at + 2 == text.count || text[at + 2].isWhitespace || text[at + 2] == "("
      || text[at + 2] == ")"
  }

  private mutating func skipBlanks() {
    while at < text.count, text[at].isWhitespace { at += 1 }
  }

  private mutating func term() throws(QueryError) -> Query? {
    var isExcluded = false
    // A loop, not a call: marks may stand in a row, as many as were pasted.
    while at < text.count, text[at] == "!" || text[at] == "-" {
      let mark = at
      at += 1
      if at >= text.count || text[at].isWhitespace || text[at] == ")" {
        // A lone dash is a mark between words; a lone `!` waits for its word.
        if text[mark] == "-" { return nil }
        throw QueryError(.nothingToExclude, column: mark)
      }
      isExcluded.toggle()
    }
    let term = text[at] == "(" ? try group() : try positiveTerm()
    guard let term else { return nil }
    return isExcluded ? .not(term) : term
  }

  private mutating func group() throws(QueryError) -> Query {
    let start = at
    guard depth < Self.deepest else { throw QueryError(.tooManyParentheses, column: start) }
    at += 1
    depth += 1
    let inner = try terms()
    depth -= 1
    isJoined = false
    if case .everything = inner { throw QueryError(.emptyParentheses, column: start) }
    if at < text.count { at += 1 }
    return inner
  }

  private mutating func positiveTerm() throws(QueryError) -> Query? {
    let start = at
    let prefix = try self.prefix()
    if let prefix, prefix.field == nil { return try value(of: prefix, from: start) }
    let field = prefix?.field ?? .anywhere
    if at < text.count, isMark(text[at]) { return try phrase(field, prefix, from: at) }
    let words = Folding.words(of: word()).map { String(decoding: $0, as: UTF8.self) }
    if words.isEmpty {
      if let prefix { throw QueryError(.nothingAfterField(prefix), column: start) }
      // A mark that is no part of any term.
      if at == start { at += 1 }
      return nil
    }
    return .word(words.joined(separator: " "), in: field)
  }

  /// What stands up to a blank, a quotation mark or a parenthesis.
  private mutating func word() -> String {
    let start = at
    while at < text.count, !text[at].isWhitespace, !isMark(text[at]), text[at] != "(",
      text[at] != ")"
    {
      at += 1
    }
    return String(text[start..<at])
  }

  private func isMark(_ character: Character) -> Bool {
    character == "\"" || character == "“" || character == "”"
  }

  /// A field before a colon; the colon of `10:30` or `https:` is no field.
  private mutating func prefix() throws(QueryError) -> QueryPrefix? {
    var end = at
    while end < text.count, text[end].isASCII, text[end].isLetter { end += 1 }
    guard end > at, end < text.count, text[end] == ":" else { return nil }
    let name = String(text[at..<end]).lowercased()
    if let prefix = QueryPrefix(rawValue: name) {
      at = end + 1
      return prefix
    }
    if name == "http" || name == "https" { return nil }
    let names = QueryPrefix.allCases.map { ($0, $0.rawValue) } + Self.otherNames
    let nearest = EditDistance.nearest(name, among: names) { $0.1 }?.0
    throw QueryError(.unknownField(name, nearest: nearest), column: at)
  }

  private mutating func phrase(
    _ field: QueryField, _ prefix: QueryPrefix?, from start: Int
  ) throws(QueryError) -> Query? {
    let (inside, isClosed) = quoted()
    let words = Folding.words(of: inside).map { String(decoding: $0, as: UTF8.self) }
    guard isClosed else {
      // Still being typed.
      if words.isEmpty { throw QueryError(.unclosedQuotationMark, column: start) }
      return .word(words.joined(separator: " "), in: field)
    }
    if words.isEmpty, let prefix { throw QueryError(.nothingAfterField(prefix), column: start) }
    return words.isEmpty ? nil : .phrase(words, in: field)
  }

  /// What stands between quotation marks, and whether there is a second one.
  private mutating func quoted() -> (String, isClosed: Bool) {
    at += 1
    let first = at
    while at < text.count, !isMark(text[at]) { at += 1 }
    let inside = String(text[first..<at])
    guard at < text.count else { return (inside, false) }
    at += 1
    return (inside, true)
  }

  /// The value of a field that is not looked for in words.
  private mutating func value(
    of prefix: QueryPrefix, from start: Int
  ) throws(QueryError) -> Query {
    let valueStart = at
    let isQuoted = at < text.count && isMark(text[at])
    let typed = isQuoted ? quoted().0 : word()
    let value = typed.lowercased()
    guard !value.allSatisfy(\.isWhitespace) else {
      throw QueryError(.nothingAfterField(prefix), column: start)
    }
    switch prefix {
    case .kind:
      if let kind = Quote.Kind(rawValue: value) { return .kind(kind) }
    case .has, .is:
      if let property = QueryProperty(rawValue: "\(prefix.rawValue):\(value)") {
        return .property(property)
      }
    case .before, .after, .on:
      guard let days = DayRange(value, today: today) else {
        throw QueryError(.notADate(typed), column: valueStart)
      }
      return .published(Self.days(days, prefix, value))
    case .tag:
      let words = Folding.words(of: typed).map { String(decoding: $0, as: UTF8.self) }
      if words.isEmpty { throw QueryError(.nothingAfterField(prefix), column: start) }
      return .tag(words.joined(separator: " "))
    case .person, .said, .by, .role, .org, .place, .agency, .section, .title, .file, .lang: break
    }
    let nearest = EditDistance.nearest(value, among: prefix.values) { $0 }
    throw QueryError(.unknownValue(value, of: prefix, nearest: nearest), column: valueStart)
  }

  /// `after:2016` begins with 2017, but `after:3w` with the day three weeks ago: nothing comes after
  /// a length of time that ends today.
  private static func days(_ days: DayRange, _ prefix: QueryPrefix, _ word: String) -> DayRange {
    switch prefix {
    case .before: return DayRange(first: nil, last: days.first.map { $0 - 1 } ?? days.last)
    case .after:
      let isLength = word.last.map { "dwmy".contains($0) } == true && word.first?.isNumber == true
      return DayRange(first: isLength ? days.first : days.last.map { $0 + 1 }, last: nil)
    default: return days
    }
  }
}
