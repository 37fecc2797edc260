import Model

/// A question on the last line: something to type, one of a few keys, or yes and no.
struct AskState: Sendable {
  /// What the answer is for.
  enum Purpose: Hashable, Sendable {
    /// Narrows the view; follows every letter.
    case narrow(before: String)
    case tag(MarksTarget)
    case note(MarksTarget)
    /// The name of a filter that is kept.
    case saveFilter(String)
    case renameFilter(SavedFilter)
    case rename(MarksTarget, name: String)
    case merge(MarksTarget, name: String)
    case split(MarksTarget, name: String)
    case speaker(QuotePlace)
    /// Who says the words that were marked.
    case speakerOfNew(ArticleID, QuoteAnchor)
    /// One key of some.
    case choose([AskChoice])
  }

  var purpose: Purpose
  /// `tag`, `note`: what stands before the text.
  let label: String
  /// What can be typed, or what is asked.
  let help: String
  /// Sentences that must be read before an answer; they stand above the question.
  var details: [String] = []
  /// The text; the prompt's own line.
  var line: PromptState
  /// What completes the text, best first.
  var candidates: [String] = []
  /// All that could, where they are few; from these the candidates are taken.
  var known: [String] = []
  /// Whether names of the whole archive complete it.
  var completesNames = false
  /// The request whose candidates are waited for.
  var request = 0
  /// Why the answer cannot be taken.
  var problem: String?

  init(_ purpose: Purpose, label: String, help: String = "", text: String = "") {
    self.purpose = purpose
    self.label = label
    self.help = help
    line = PromptState(
      text: text,
      origin: PromptState.Origin(key: nil, selected: 0, top: 0, read: nil, readerTop: 0))
  }

  /// Whether a key answers it, and no text.
  var choices: [AskChoice]? {
    if case .choose(let choices) = purpose { choices } else { nil }
  }

  /// The known ones that begin as the text does, or hold it; all for none.
  mutating func complete(from names: [String]) {
    let typed = line.text.lowercased()
    var names = names
    if case .merge(_, let name) = purpose { names.removeAll { $0 == name } }
    let begun = names.filter { $0.lowercased().hasPrefix(typed) }
    let held = names.filter { name in
      !name.lowercased().hasPrefix(typed) && name.lowercased().contains(typed)
    }
    candidates = Array((begun + held).prefix(8))
  }
}

/// A key that answers a question.
struct AskChoice: Hashable, Sendable {
  var key: Character
  var words: String
  var action: AskAction
}

/// What a chosen key does.
enum AskAction: Hashable, Sendable {
  case ask(AskQuestion)
  case change(MarksChange, MarksTarget, words: String)
  case selectBounds(QuotePlace)
  case toggleColumn(ListColumn)
  case reopen(Reopening)
  case quit
  case stopAndQuit
  case nothing
}

/// What is asked next.
enum AskQuestion: Hashable, Sendable {
  case rename(MarksTarget, name: String)
  case merge(MarksTarget, name: String)
  case split(MarksTarget, name: String, aliases: [String])
  case speaker(QuotePlace)
}

/// A quote by its place and its words.
struct QuotePlace: Hashable, Sendable {
  var key: QuoteKey
  var article: ArticleID
  var anchor: QuoteAnchor
}

/// Which articles a change of marks is for.
enum MarksTarget: Hashable, Sendable {
  case articles([ArticleID])
  /// All that match.
  case matching(Query, count: Int)
  /// All that name a person.
  case naming(String, count: Int)

  /// How many articles these are.
  var count: Int {
    switch self {
    case .articles(let articles): articles.count
    case .matching(_, let count), .naming(_, let count): count
    }
  }
}
