extension Query {
  /// Reads a filter as typed: words are ANDed, `"two words"` is a phrase, `!` or `-` before a term
  /// excludes it, `person:` and `said:` restrict it.
  ///
  /// A phrase that is not closed is an error only once something else would follow it; while it is
  /// being typed its last word counts by its beginning.
  /// - Throws: what is wrong and at which column.
  public init(parsing text: String) throws(QueryError) {
    var parser = QueryParser(Array(text))
    let terms = try parser.terms()
    self = terms.isEmpty ? .everything : terms.count == 1 ? terms[0] : .all(terms)
  }
}

/// Reads terms from left to right.
private struct QueryParser {
  let text: [Character]
  var at = 0

  init(_ text: [Character]) { self.text = text }

  mutating func terms() throws(QueryError) -> [Query] {
    var terms: [Query] = []
    while true {
      skipBlanks()
      guard at < text.count else { return terms }
      if let term = try term() { terms.append(term) }
    }
  }

  private mutating func skipBlanks() {
    while at < text.count, text[at].isWhitespace { at += 1 }
  }

  private mutating func term() throws(QueryError) -> Query? {
    var isExcluded = false
    // A loop, not a call: marks may stand in a row, as many as were pasted.
    while text[at] == "!" || text[at] == "-" {
      let mark = at
      at += 1
      if at >= text.count || text[at].isWhitespace {
        // A lone dash is a mark between words; a lone `!` waits for its word.
        if text[mark] == "-" { return nil }
        throw QueryError(.nothingToExclude, column: mark)
      }
      isExcluded.toggle()
    }
    guard let term = try positiveTerm() else { return nil }
    return isExcluded ? .not(term) : term
  }

  private mutating func positiveTerm() throws(QueryError) -> Query? {
    let start = at
    let field = try self.field()
    if at < text.count, isMark(text[at]) { return try phrase(field, from: at) }
    let wordStart = at
    while at < text.count, !text[at].isWhitespace, !isMark(text[at]) { at += 1 }
    let words = Folding.words(of: String(text[wordStart..<at]))
    if words.isEmpty {
      if field != .anywhere { throw QueryError(.nothingAfterField(field), column: start) }
      return nil
    }
    let joined = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    return .word(joined, in: field)
  }

  private func isMark(_ character: Character) -> Bool {
    character == "\"" || character == "“" || character == "”"
  }

  /// A field before a colon; the colon of `10:30` or `https:` is no field.
  private mutating func field() throws(QueryError) -> QueryField {
    var end = at
    while end < text.count, text[end].isASCII, text[end].isLetter { end += 1 }
    guard end > at, end < text.count, text[end] == ":" else { return .anywhere }
    let name = String(text[at..<end]).lowercased()
    if let field = QueryField.typed.first(where: { $0.rawValue == name }) {
      at = end + 1
      return field
    }
    if name == "http" || name == "https" { return .anywhere }
    throw QueryError(.unknownField(name, nearest: Self.nearest(name)), column: at)
  }

  private mutating func phrase(_ field: QueryField, from start: Int) throws(QueryError) -> Query? {
    at += 1
    let first = at
    while at < text.count, !isMark(text[at]) { at += 1 }
    let words = Folding.words(of: String(text[first..<at]))
      .map { String(decoding: $0, as: UTF8.self) }
    guard at < text.count else {
      // Still being typed.
      if words.isEmpty { throw QueryError(.unclosedQuotationMark, column: start) }
      return .word(words.joined(separator: " "), in: field)
    }
    at += 1
    return words.isEmpty ? nil : .phrase(words, in: field)
  }

  /// The field that a mistyped name may mean: at most two edits away.
  private static func nearest(_ name: String) -> QueryField? {
    let ranked = QueryField.typed.map { ($0, distance(Array(name), Array($0.rawValue))) }
    return ranked.filter { $0.1 <= 2 }.min { $0.1 < $1.1 }?.0
      ?? QueryField.typed.first { $0.rawValue.hasPrefix(name) || name.hasPrefix($0.rawValue) }
  }

  /// The edit distance of Levenshtein.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let cost = x == y ? diagonal : diagonal + 1
        diagonal = row[j + 1]
        row[j + 1] = min(cost, min(row[j], row[j + 1]) + 1)
      }
    }
    return row[b.count]
  }
}
