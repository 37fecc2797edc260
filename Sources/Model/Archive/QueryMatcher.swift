import Glibc

/// The words of an article, folded for search: each word behind a blank, fields apart by a line feed.
struct SearchableText: Sendable {
  /// Headline, text, people and speakers.
  var anywhere: [UInt8] = []
  /// Names, aliases and roles.
  var person: [UInt8] = []
  /// Quoted words.
  var said: [UInt8] = []

  /// Folds the fields of an article.
  init(of article: Article) {
    let bytes = article.source.bytes
    func add(_ text: String, to field: inout [UInt8]) {
      Folding.append(Array(text.utf8), to: &field)
      field.append(0x0A)
    }
    add(article.title.text, to: &anywhere)
    for span in article.standfirst + article.body {
      Folding.append(bytes[span.range], to: &anywhere)
      anywhere.append(0x0A)
    }
    for person in article.people {
      add(person.name, to: &self.person)
      for words in person.aliases + person.roles { add(words, to: &self.person) }
    }
    for quote in article.quotes {
      if let speaker = quote.speaker { add(speaker.name, to: &anywhere) }
      for span in quote.spans {
        Folding.append(bytes[span.range], to: &said)
        said.append(0x0A)
      }
    }
    anywhere += person
  }
}

/// Tells whether an article matches a query.
struct QueryMatcher: Sendable {
  private indirect enum Test: Sendable {
    case always
    case contains([UInt8], QueryField)
    case not(Test)
    case all([Test])
  }

  private let test: Test

  /// Prepares the byte patterns of a query.
  init(_ query: Query) { test = Self.test(query) }

  private static func test(_ query: Query) -> Test {
    switch query {
    case .everything: .always
    case .word(let word, let field): .contains(Array(" \(word)".utf8), field)
    case .phrase(let words, let field):
      .contains(Array((" " + words.joined(separator: " ")).utf8) + [0], field)
    case .not(let inner): .not(test(inner))
    case .all(let queries): .all(queries.map(test))
    }
  }

  /// Whether the article of these words matches.
  /// - Complexity: O(bytes × terms).
  func matches(_ text: SearchableText) -> Bool { Self.holds(test, text) }

  private static func holds(_ test: Test, _ text: SearchableText) -> Bool {
    switch test {
    case .always: true
    case .contains(let pattern, .anywhere): contains(pattern, in: text.anywhere)
    case .contains(let pattern, .person): contains(pattern, in: text.person)
    case .contains(let pattern, .said): contains(pattern, in: text.said)
    case .not(let inner): !holds(inner, text)
    case .all(let tests): tests.allSatisfy { holds($0, text) }
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
