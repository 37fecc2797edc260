import Glibc

/// Counts the words that a filter asks for, for ordering by relevance.
struct RelevantWords {
  private struct Word {
    var text: [UInt8]
    var isPrefix: Bool
  }
  private let words: [Word]

  /// The words of a query that are looked for anywhere, in headlines or in quotes.
  init(_ query: Query) {
    var words: [Word] = []
    func collect(_ query: Query) {
      switch query {
      case .word(let text, let field) where [.anywhere, .title, .said].contains(field):
        let parts = text.split(separator: " ")
        for (index, part) in parts.enumerated() {
          words.append(Word(text: Array(part.utf8), isPrefix: index == parts.count - 1))
        }
      case .phrase(let parts, let field) where [.anywhere, .title, .said].contains(field):
        words += parts.map { Word(text: Array($0.utf8), isPrefix: false) }
      case .all(let queries), .any(let queries): queries.forEach(collect)
      case .everything, .word, .phrase, .kind, .published, .property, .tag, .not: break
      }
    }
    collect(query)
    self.words = words
  }

  /// The words as the index knows them.
  var forIndex: [(text: String, isBeginning: Bool)] {
    words.map { (String(decoding: $0.text, as: UTF8.self), $0.isPrefix) }
  }

  var isEmpty: Bool { words.isEmpty }
  var count: Int { words.count }

  /// How often each word stands in an article, and how many words the article has.
  func count(in article: Article, headlineWeight: Double) -> ([Double], length: Double) {
    var counts = [Double](repeating: 0, count: words.count)
    var length = 0.0
    func look(_ bytes: some RandomAccessCollection<UInt8>, _ weight: Double) {
      Folding.forEachWord(in: bytes) { _, found in
        length += 1
        for (index, word) in words.enumerated() {
          if word.isPrefix ? found.starts(with: word.text) : found == word.text {
            counts[index] += weight
          }
        }
      }
    }
    look(Array(article.title.text.utf8), headlineWeight)
    for span in article.standfirst + article.body { look(article.source.bytes[span.range], 1) }
    return (counts, length)
  }
}

/// The natural logarithm.
func logarithm(_ value: Double) -> Double { log(value) }
