import Model

/// A sentence about a file, whose name may be shortened where room is short.
struct StatusWords: Hashable, Sendable {
  /// What stands before the name: `line 16 of `.
  var before = ""
  /// The name of the file, without its folders.
  var file = ""
  /// What stands behind the name: ` · found by: according to`.
  var after = ""

  /// The fewest columns that a name is shortened to.
  static let leastName = 12

  /// The whole sentence.
  var text: String { before + file + after }

  /// The sentence, with the middle of the name left out as far as `columns` ask for it.
  func text(within columns: Int) -> String {
    let excess = DisplayText.width(of: text) - columns
    guard excess > 0 else { return text }
    let width = DisplayText.width(of: file)
    let kept = max(Self.leastName, width - excess)
    return kept < width ? before + Self.shortened(file, to: kept) + after : text
  }

  /// `004_c1…e.txt`: beginning and end of a name, which tell names apart and say what they are.
  static func shortened(_ name: String, to columns: Int) -> String {
    let room = max(0, columns - 1)
    let tail = taken(from: name.reversed(), columns: room / 2)
    let head = taken(from: name, columns: room - room / 2)
    return String(head) + "…" + String(tail.reversed())
  }

  private static func taken(
    from characters: some Sequence<Character>, columns: Int
  ) -> [Character] {
    var taken: [Character] = []
    var used = 0
    for character in characters {
      used += DisplayText.width(of: String(character))
      if used > columns { break }
      taken.append(character)
    }
    return taken
  }
}

extension StatusWords {
  /// Where the selected thing stands, and why it was found.
  init(placing state: borrowing BrowserState) {
    switch state.overlay {
    case .help(let help):
      self.init(before: state.words(help.query.isEmpty ? .keysOfProgram : .lookingFor(help.query)))
    case .findings:
      if let finding = state.chosenFinding {
        self.init(file: finding.path, after: " · " + state.words(finding))
      } else {
        self.init(before: state.words(.filesNotRead))
      }
    case nil:
      if let view = state.view {
        self.init(placing: view, state.words)
      } else {
        self.init(placingPanesOf: state)
      }
    }
  }

  private init(placing view: ViewState, _ words: Words) {
    if let quote = view.selectedQuote {
      self.init(
        before: words(.line(quote.line)),
        file: Self.lastPart(of: quote.file),
        after: " · " + words(.foundBy(words.evidence(quote.evidence.words))))
    } else if view.kind == .timeline, view.timeline.undatedArticles > 0 {
      self.init(before: words(.withoutDate(view.timeline.undatedArticles)))
    } else {
      self.init()
    }
  }

  private init(placingPanesOf state: borrowing BrowserState) {
    if state.focus == .list, state.list.isLoaded, state.list.matching == 0 {
      self.init(before: state.words(state.filter.isEmpty ? .noArticles : .noArticleMatches))
      return
    }
    guard let article = state.reader.article else {
      self.init()
      return
    }
    // The article of the selected row may still be on its way.
    if state.focus == .list, state.reader.key != state.list.selectedKey {
      self.init()
      return
    }
    self.init(file: Self.lastPart(of: article.file))
    switch state.focus {
    case .list:
      if let note = ArticleHeading.dateNote(of: article, state.words) { after = " · " + note }
    case .reader:
      if let quote = state.reader.quote {
        place(quote, of: article, state.words)
      } else if let offset = state.reader.layout?.sourceOffset(from: state.reader.top) {
        before = state.words(.line(article.source.line(at: offset)))
      }
    case .sidebar:
      switch state.sidebar.selected {
      case .quote(let index) where article.quotes.indices.contains(index):
        place(article.quotes[index], of: article, state.words)
      case .person(let index) where article.people.indices.contains(index):
        self = StatusWords(before: Self.words(on: article.people[index], of: article, state.words))
      case .everyone, .quote, .person, nil: break
      }
    }
  }

  /// The name of a file without its folders.
  private static func lastPart(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    let name = path[path.utf8.index(after: slash)...]
    return name.isEmpty ? path : String(name)
  }

  private mutating func place(_ quote: Quote, of article: Article, _ say: Words) {
    before = say(.line(quote.line))
    after = " · " + say(.foundBy(say.evidence(quote.evidence.words)))
    switch quote.evidence {
    case .accordingTo, .quotedWordsAlone: return
    case .quotedWordsWithCue, .quotedWordsContinued, .speakerCueClause, .clauseCueSpeaker, .colon,
      .model, .correction:
      guard let cue = quote.cue, cue.count <= 40 else { return }
      let words = LineBreaker.words(of: cue, in: article.source.bytes).map { article[$0] }
      if !words.isEmpty { after += " (\"\(words.joined(separator: " "))\")" }
    }
  }

  private static func words(
    on person: Person, of article: Article, _ say: Words
  ) -> String {
    let count = person.mentions.count
    var text = say(.named(times: count))
    if let first = person.mentions.first {
      text += ", " + say(.firstOnLine(article.source.line(at: first.span.start)))
    }
    let others = person.roles.filter { $0 != person.shownRole }
    return others.isEmpty ? text : text + " · " + say(.also(others.joined(separator: "; ")))
  }
}
