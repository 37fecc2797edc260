/// A query with what it asks of one and the same quote told apart from what it asks of an article.
///
/// Both archives follow it, so that a filter means the same in either.
indirect enum QueryPlan: Hashable, Sendable {
  case everything
  case words(QueryWords)
  /// Only inside `quote`.
  case kind(Quote.Kind)
  case published(DayRange)
  case property(QueryProperty)
  case tag(String)
  /// At least one quote for which the inner plan holds.
  case quote(QueryPlan)
  case not(QueryPlan)
  case all([QueryPlan])
  case any([QueryPlan])
}

/// Folded words that stand side by side in a field.
struct QueryWords: Hashable, Sendable {
  var words: [String]
  /// Whether the last is only the beginning of a word.
  var endsInPrefix: Bool
  var field: QueryField
}

extension QueryPlan {
  /// The plan of a query.
  init(_ query: Query) {
    switch query {
    case .everything: self = .everything
    case .word, .phrase, .kind:
      let test = Self.leaf(query)
      self = query.isAboutQuotes ? .quote(test) : test
    case .published(let days): self = .published(days)
    case .property(let property): self = .property(property)
    case .tag(let tag): self = .tag(tag)
    case .not(let inner): self = .not(QueryPlan(inner))
    case .any(let queries): self = .any(queries.map(QueryPlan.init))
    case .all(let queries):
      guard queries.contains(where: \.isAboutQuotes) else {
        self = .all(queries.map(QueryPlan.init))
        return
      }
      var quote: [QueryPlan] = []
      var article: [QueryPlan] = []
      for query in queries {
        if query.canBeAboutQuotes {
          quote.append(Self.inQuote(query))
        } else {
          article.append(QueryPlan(query))
        }
      }
      let test = QueryPlan.quote(quote.count == 1 ? quote[0] : .all(quote))
      self = article.isEmpty ? test : .all([test] + article)
    }
  }

  /// What a query asks of a single quote.
  private static func inQuote(_ query: Query) -> QueryPlan {
    switch query {
    case .not(let inner): .not(inQuote(inner))
    case .all(let queries): .all(queries.map(inQuote))
    case .any(let queries): .any(queries.map(inQuote))
    default: leaf(query)
    }
  }

  private static func leaf(_ query: Query) -> QueryPlan {
    switch query {
    case .word(let words, let field):
      .words(
        QueryWords(
          words: words.split(separator: " ").map(String.init), endsInPrefix: true, field: field))
    case .phrase(let words, let field):
      .words(QueryWords(words: words, endsInPrefix: false, field: field))
    case .kind(let kind): .kind(kind)
    default: QueryPlan(query)
    }
  }

  /// The fields of its words.
  var fields: Set<QueryField> {
    switch self {
    case .words(let words): [words.field]
    case .quote(let inner), .not(let inner): inner.fields
    case .all(let plans), .any(let plans): plans.reduce(into: []) { $0.formUnion($1.fields) }
    case .everything, .kind, .published, .property, .tag: []
    }
  }

  /// What is asked of the quotes that match, joined over all of the query; nil where nothing is.
  var quoteTest: QueryPlan? {
    switch self {
    case .quote(let test): return test
    case .all(let plans):
      let tests = plans.compactMap(\.quoteTest)
      return tests.isEmpty ? nil : tests.count == 1 ? tests[0] : .any(tests)
    case .any(let plans):
      let tests = plans.compactMap(\.quoteTest)
      return tests.count == plans.count ? .any(tests) : nil
    case .everything, .words, .kind, .published, .property, .tag, .not: return nil
    }
  }
}

extension Query {
  /// Whether it speaks of a quote and of nothing else, and not only of what a quote must not be.
  fileprivate var isAboutQuotes: Bool {
    switch self {
    case .word(_, let field), .phrase(_, let field): field == .said || field == .by
    case .kind: true
    case .all(let queries):
      queries.allSatisfy(\.canBeAboutQuotes) && queries.contains(where: \.isAboutQuotes)
    case .any(let queries): queries.allSatisfy(\.isAboutQuotes)
    case .everything, .published, .property, .tag, .not: false
    }
  }

  /// Whether it can be asked of a quote, beside something that is about quotes.
  fileprivate var canBeAboutQuotes: Bool {
    switch self {
    case .word(_, let field), .phrase(_, let field):
      field == .said || field == .by || field == .role
    case .kind: true
    case .not(let inner): inner.canBeAboutQuotes
    case .all(let queries), .any(let queries): queries.allSatisfy(\.canBeAboutQuotes)
    case .everything, .published, .property, .tag: false
    }
  }
}
