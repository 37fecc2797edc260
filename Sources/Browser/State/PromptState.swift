import Model

/// The line on which a filter, a command or what is looked for in the help is typed.
struct PromptState: Hashable, Sendable {
  /// What is typed, as far as a filter goes.
  static let longest = 1000

  /// What the line is for.
  enum Kind: Hashable, Sendable { case filter, command, help }

  let kind: Kind
  private(set) var characters: [Character]
  /// The caret, from 0 to the number of characters.
  private(set) var caret: Int
  /// Why the filter cannot be read.
  var error: QueryError?
  /// Whether that is only that the last term is still being typed.
  var isUnfinished: Bool { error.map { $0.isUnfinished(in: characters) } ?? false }
  /// What Tab offers; gone with the next key that is no Tab.
  var offers: Offers?
  /// The request whose offers are waited for, and what they are for.
  var asked: Asked?

  /// Offers that are on their way.
  struct Asked: Hashable, Sendable {
    var request: Int
    var completion: QueryCompletion
  }
  /// Where the list stood before.
  let origin: Origin
  /// The place in the history while Up and Down go through it, and what was typed before.
  var recalled: Int?
  var draft = ""
  /// The filter that was there when the prompt was opened.
  var filter = ""
  /// What was typed before the names that Tab goes through, and which of them stands there.
  var completing: String?
  var completed = 0

  /// Where the list stood when the prompt was opened.
  struct Origin: Hashable, Sendable {
    var key: ArticleKey?
    var selected: Int
    var top: Int
    /// The article that was read, and the first line of it on the screen.
    var read: ArticleKey?
    var readerTop: Int
  }

  init(text: String, kind: Kind = .filter, origin: Origin) {
    self.kind = kind
    characters = Array(text)
    caret = characters.count
    self.origin = origin
  }

  var text: String { String(characters) }

  mutating func replace(with text: String) {
    characters = Array(text.prefix(Self.longest))
    caret = characters.count
  }

  /// Inserts text at the caret; line ends become blanks and other controls are left out.
  mutating func insert(_ text: some StringProtocol) {
    let clean = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }.filter { !Self.isControl($0) }
    let room = max(0, Self.longest - characters.count)
    let kept = clean.prefix(room)
    characters.insert(contentsOf: kept, at: caret)
    caret += kept.count
  }

  mutating func moveCaret(to position: Int) { caret = max(0, min(position, characters.count)) }

  mutating func deleteBackward() {
    guard caret > 0 else { return }
    caret -= 1
    characters.remove(at: caret)
  }

  mutating func deleteForward() {
    if caret < characters.count { characters.remove(at: caret) }
  }

  mutating func deleteWordBackward() {
    var start = caret
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    characters.removeSubrange(start..<caret)
    caret = start
  }

  mutating func deleteToStart() {
    characters.removeSubrange(0..<caret)
    caret = 0
  }

  mutating func deleteToEnd() { characters.removeSubrange(caret...) }

  /// What Tab offers, one of which is written in the filter.
  struct Offers: Hashable, Sendable {
    var completion: QueryCompletion
    var all: [Completion]
    /// The one that is written; nil before the first.
    var chosen: Int?
  }

  /// Writes an offer in place of what was begun, or of the offer before it.
  mutating func take(_ offers: Offers, _ index: Int) {
    guard offers.all.indices.contains(index) else { return }
    let range = offers.completion.range
    guard range.upperBound <= characters.count, range.lowerBound <= caret else { return }
    let text = Array(offers.completion.written(offers.all[index].text))
    characters.replaceSubrange(range, with: text)
    caret = range.lowerBound + text.count
    var offers = offers
    offers.chosen = index
    offers.completion.range = range.lowerBound..<caret
    self.offers = offers
  }

  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }
  }
}

/// The filter that is applied to the list.
struct FilterState: Hashable, Sendable {
  /// As typed; empty for none.
  var text = ""
  var query = Query.everything
  /// Marks its words on the screen.
  var finder = MatchFinder(.everything)
  /// Filters that were kept, oldest first.
  var history = LineHistory()
  /// Whether a word with a capital letter is marked only where it stands in the same case.
  var heedsCapitals = true {
    didSet { if heedsCapitals != oldValue { apply(query, text: text) } }
  }

  var isEmpty: Bool { text.isEmpty }

  mutating func apply(_ query: Query, text: String) {
    self.query = query
    self.text = text
    finder = heedsCapitals ? MatchFinder(query, heedingCaseOf: text) : MatchFinder(query)
  }
}

/// Lines that were typed before, oldest first.
struct LineHistory: Hashable, Sendable {
  private(set) var lines: [String] = []
  private static let longest = 100

  mutating func remember(_ line: String) {
    guard !line.isEmpty else { return }
    lines.removeAll { $0 == line }
    lines.append(line)
    if lines.count > Self.longest { lines.removeFirst() }
  }
}
