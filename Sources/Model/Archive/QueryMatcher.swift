import Glibc

/// What a query may ask of an article besides its words.
struct MatchFacts: Sendable {
  /// The day of publication.
  var day: Int?
  /// Whether it has the words of an article before it.
  var isRepeat = false
  /// What the reader noted about it.
  var marks = ArticleMarks()
}

/// Tells whether an article matches a query.
struct QueryMatcher: Sendable {
  private indirect enum Test: Sendable {
    case always
    /// A zero at the end asks for a whole word.
    case contains([UInt8], QueryField)
    case kind(Quote.Kind)
    case published(DayRange)
    case property(QueryProperty)
    case tag([UInt8])
    case quote(Test)
    case not(Test)
    case all([Test])
    case any([Test])
  }

  private let test: Test
  /// What is asked of a quote; nil where any will do.
  private let quoteTest: Test?

  /// Prepares the byte patterns of a query.
  init(_ query: Query) { self.init(QueryPlan(query)) }

  /// Prepares the byte patterns of a plan.
  init(_ plan: QueryPlan) {
    test = Self.test(plan)
    quoteTest = plan.quoteTest.map(Self.test)
  }

  private static func test(_ plan: QueryPlan) -> Test {
    switch plan {
    case .everything: .always
    case .words(let words):
      .contains(
        Array((" " + words.words.joined(separator: " ")).utf8) + (words.endsInPrefix ? [] : [0]),
        words.field)
    case .kind(let kind): .kind(kind)
    case .published(let days): .published(days)
    case .property(let property): .property(property)
    case .tag(let tag): .tag(Array(" \(tag)".utf8))
    case .quote(let inner): .quote(test(inner))
    case .not(let inner): .not(test(inner))
    case .all(let plans): .all(plans.map(test))
    case .any(let plans): .any(plans.map(test))
    }
  }

  /// Whether the article of these words matches.
  /// - Complexity: O(bytes × terms).
  func matches(_ text: SearchableText, _ facts: MatchFacts = .init()) -> Bool {
    Self.holds(test, text, facts)
  }

  /// Whether a quote of a matching article is one that the query asks for.
  func matches(_ quote: SearchableText.Said) -> Bool {
    quoteTest.map { Self.holds($0, quote) } ?? true
  }

  private static func holds(_ test: Test, _ text: SearchableText, _ facts: MatchFacts) -> Bool {
    switch test {
    case .always: true
    case .contains(let pattern, let field): contains(pattern, field, text)
    case .kind(let kind): text.quotes.contains { $0.kind == kind }
    case .published(let days): facts.day.map(days.contains) ?? false
    case .property(.hasQuotes): !text.quotes.isEmpty
    case .property(.hasNotes): !facts.marks.note.isEmpty
    case .property(.unread): !facts.marks.isRead
    case .property(.read): facts.marks.isRead
    case .property(.starred): facts.marks.isStarred
    case .property(.repeated): facts.isRepeat
    case .tag(let pattern):
      facts.marks.tags.contains { tag in
        var folded: [UInt8] = []
        Folding.append(Array(tag.utf8), to: &folded)
        return folded.starts(with: pattern)
      }
    case .quote(let inner): text.quotes.contains { holds(inner, $0) }
    case .not(let inner): !holds(inner, text, facts)
    case .all(let tests): tests.allSatisfy { holds($0, text, facts) }
    case .any(let tests): tests.contains { holds($0, text, facts) }
    }
  }

  private static func contains(
    _ pattern: [UInt8], _ field: QueryField, _ text: SearchableText
  ) -> Bool {
    switch field {
    case .anywhere: contains(pattern, in: text.anywhere)
    case .person: contains(pattern, in: text.person)
    case .said: text.quotes.contains { contains(pattern, in: $0.said) }
    case .by: text.quotes.contains { contains(pattern, in: $0.by) }
    case .role: contains(pattern, in: text.role)
    case .org: contains(pattern, in: text.org)
    case .place: contains(pattern, in: text.place)
    case .agency: contains(pattern, in: text.agency)
    case .section: contains(pattern, in: text.section)
    case .title: contains(pattern, in: text.title)
    case .file: contains(pattern, in: text.file)
    case .lang: contains(pattern, in: text.lang)
    }
  }

  /// Whether a test holds for one quote.
  private static func holds(_ test: Test, _ quote: SearchableText.Said) -> Bool {
    switch test {
    case .contains(let pattern, .said): contains(pattern, in: quote.said)
    case .contains(let pattern, .by): contains(pattern, in: quote.by)
    case .contains(let pattern, .role): contains(pattern, in: quote.role)
    case .kind(let kind): quote.kind == kind
    case .quote(let inner): holds(inner, quote)
    case .not(let inner): !holds(inner, quote)
    case .all(let tests): tests.allSatisfy { holds($0, quote) }
    case .any(let tests): tests.contains { holds($0, quote) }
    case .always: true
    case .contains, .published, .property, .tag: false
    }
  }

  /// Whether a pattern stands in folded text; a zero at its end asks for a whole word.
  private static func contains(_ pattern: [UInt8], in text: [UInt8]) -> Bool {
    let wantsEnd = pattern.last == 0
    let length = wantsEnd ? pattern.count - 1 : pattern.count
    return text.withUnsafeBufferPointer { text in
      pattern.withUnsafeBufferPointer { pattern in
        guard let base = text.baseAddress, let wanted = pattern.baseAddress, length >= 2 else {
          return length <= 1
        }
        // The first letter is looked for; the blank before it and the rest are compared then.
        var from = 1
        while from + length - 1 <= text.count {
          guard let hit = memchr(base + from, Int32(pattern[1]), text.count - from) else {
            return false
          }
          let at = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
          let end = at - 1 + length
          guard end <= text.count else { return false }
          if text[at - 1] == 0x20, memcmp(base + at, wanted + 1, length - 1) == 0,
            !wantsEnd || end == text.count || text[end] == 0x20 || text[end] == 0x0A
          {
            return true
          }
          from = at + 1
        }
        return false
      }
    }
  }
}
