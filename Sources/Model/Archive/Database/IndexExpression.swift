import GRDB

/// What is asked of the full-text index, in its own language.
struct IndexExpression {
  /// The tables of the index.
  enum Table: String {
    /// An entry for each article.
    case words
    /// An entry for each quote.
    case said

    /// Beginnings up to so many letters have an index of their own.
    var indexedLetters: Int { self == .words ? 2 : 0 }
  }

  var text: String
  /// Whether what is found need not be checked: the index knows words, not which stand side by side.
  var isExact: Bool
  /// Whether its first entry takes long: many words begin so, and their entries are joined first.
  var isHeavy = false
  /// Whether it is a conjunction's part that needs no parentheses.
  private var isAtom = true

  private init(_ text: String, isExact: Bool = true, isAtom: Bool = true) {
    self.text = text
    self.isExact = isExact
    self.isAtom = isAtom
  }

  private var wrapped: String { isAtom ? text : "(\(text))" }

  /// So many words are written out at most in place of their beginning.
  private static let mostWords = 200

  /// Everything that is indexed.
  static func everything(_ table: Table) -> IndexExpression {
    switch table {
    case .words: IndexExpression(quoted(TokenMark.everything.token))
    case .said:
      IndexExpression(
        Quote.Kind.allCases.map { quoted(TokenMark.token($0)) }.joined(separator: " OR "),
        isAtom: false)
    }
  }

  /// A plan as an expression over a table; nil where the index cannot tell.
  init?(_ plan: QueryPlan, _ table: Table, _ vocabulary: Vocabulary) throws {
    switch plan {
    case .everything: self = .everything(table)
    case .words(let words):
      guard table == .words || words.field == .said || words.field == .by || words.field == .role
      else { return nil }
      guard table == .said || words.field != .said else { return nil }
      self = try Self.words(words, table, vocabulary)
    case .kind(let kind): self.init(Self.quoted(TokenMark.token(kind)))
    case .property(.hasQuotes):
      guard table == .words else { return nil }
      self.init(Self.quoted(TokenMark.hasQuotes.token))
    case .quote(let inner):
      // A single speaker or kind is known of articles too; there are fewer of them than of quotes.
      switch inner {
      case .kind, .words:
        if case .words(let words) = inner, words.field != .by { return nil }
        guard let found = try IndexExpression(inner, .words, vocabulary), table == .words else {
          return nil
        }
        self = found
      default: return nil
      }
    case .not(let inner):
      guard let inner = try IndexExpression(inner, table, vocabulary) else { return nil }
      // What may match otherwise may also not match.
      if !inner.isExact {
        self = .everything(table)
        isExact = false
      } else {
        self.init(
          "\(Self.everything(table).wrapped) NOT \(inner.wrapped)", isAtom: false)
      }
    case .all(let plans):
      guard let all = try Self.conjunction(plans, table, vocabulary) else { return nil }
      self = all
    case .any(let plans):
      var parts: [IndexExpression] = []
      for plan in plans {
        guard let part = try IndexExpression(plan, table, vocabulary) else { return nil }
        parts.append(part)
      }
      self.init(
        parts.map(\.wrapped).joined(separator: " OR "), isExact: parts.allSatisfy(\.isExact),
        isAtom: false)
      isHeavy = parts.contains(where: \.isHeavy)
    case .published, .property, .tag: return nil
    }
  }

  /// A conjunction of which excluded parts stand behind NOT.
  private static func conjunction(
    _ plans: [QueryPlan], _ table: Table, _ vocabulary: Vocabulary
  ) throws -> IndexExpression? {
    var wanted: [IndexExpression] = []
    var excluded: [IndexExpression] = []
    var isExact = true
    for plan in plans {
      if case .not(let inner) = plan {
        guard let part = try IndexExpression(inner, table, vocabulary) else { return nil }
        if part.isExact { excluded.append(part) } else { isExact = false }
      } else {
        guard let part = try IndexExpression(plan, table, vocabulary) else { return nil }
        wanted.append(part)
        isExact = isExact && part.isExact
      }
    }
    if wanted.isEmpty { wanted = [.everything(table)] }
    var text = wanted.map(\.wrapped).joined(separator: " AND ")
    if !excluded.isEmpty {
      text = "(\(text)) NOT (\(excluded.map(\.wrapped).joined(separator: " OR ")))"
    }
    var all = IndexExpression(text, isExact: isExact, isAtom: false)
    all.isHeavy = (wanted + excluded).contains(where: \.isHeavy)
    return all
  }

  private static func words(
    _ words: QueryWords, _ table: Table, _ vocabulary: Vocabulary
  ) throws -> IndexExpression {
    var parts: [String] = []
    var isHeavy = false
    for (index, word) in words.words.enumerated() {
      let token = TokenMark.token(word, in: words.field)
      let isPrefix = words.endsInPrefix && index == words.words.count - 1
      guard isPrefix else {
        parts.append(quoted(token))
        continue
      }
      if let words = try Self.words(beginning: token, table, vocabulary) {
        parts.append(words)
      } else {
        isHeavy = token.unicodeScalars.count > table.indexedLetters
        parts.append(quoted(token) + "*")
      }
    }
    var found = IndexExpression(
      parts.joined(separator: " AND "), isExact: parts.count <= 1, isAtom: parts.count <= 1)
    found.isHeavy = isHeavy
    return found
  }

  /// The words that begin so, written out where they are few: the index steps through them one by one,
  /// while for a beginning it would first join all their entries.
  /// Nil where they are many, or their beginning has an index.
  private static func words(
    beginning token: String, _ table: Table, _ vocabulary: Vocabulary
  ) throws -> String? {
    guard token.unicodeScalars.count > table.indexedLetters,
      let words = try vocabulary.words(beginning: token, limit: mostWords)
    else { return nil }
    // A word that nothing holds.
    if words.isEmpty { return quoted("\u{E0FF}") }
    return words.count == 1
      ? quoted(words[0]) : "(\(words.map(quoted).joined(separator: " OR ")))"
  }

  static func quoted(_ token: String) -> String { "\"\(token)\"" }

  /// The expression with a day of a list besides.
  func on(_ days: some Collection<Int>) -> String {
    let days = days.map { Self.quoted(TokenMark.token(day: $0)) }.joined(separator: " OR ")
    return "(\(days)) AND \(wrapped)"
  }
}

/// The words of an archive.
struct Vocabulary {
  let db: Database

  /// The words that begin so; nil where they are more than `limit`.
  func words(beginning: String, limit: Int) throws -> [String]? {
    let statement = try RawStatement(
      db, "SELECT term FROM terms WHERE term >= ? AND term < ? LIMIT ?")
    let bytes = Array(beginning.utf8)
    statement.bindBlob(bytes, at: 1)
    statement.bindBlob(bytes + [0xFF], at: 2)
    statement.bind(limit + 1, at: 3)
    var words: [String] = []
    while try statement.step() { words.append(statement.text(0)) }
    return words.count > limit ? nil : words
  }
}
