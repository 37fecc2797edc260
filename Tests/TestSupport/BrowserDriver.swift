import Model

@testable import Browser

/// A browser without loop and terminal: effects are done at once, in order.
struct BrowserDriver {
  private(set) var state: BrowserState
  /// All effects so far, in order.
  private(set) var effects: [Effect] = []
  let archive: MemoryArchive
  /// Where marks are kept; nil for nowhere.
  let marks: MemoryMarks?

  /// A browser that shows an archive, with the import finished.
  init(
    _ articles: [Article], findings: [Finding] = [], columns: Int = 120, rows: Int = 40,
    marks: MemoryMarks? = nil, restricted: Bool = false, linear: Bool = false,
    words: Words = Words()
  ) {
    self.marks = marks
    archive = MemoryArchive(marks: marks ?? MemoryMarks())
    archive.add(articles, findings: findings)
    state = BrowserState(size: Size(columns: columns, rows: rows), archiveName: "samples")
    state.keepsMarks = marks != nil
    state.isRestricted = restricted
    state.layoutOptions.isLinear = linear
    state.words = words
    send(.started)
    let refused = findings.count { $0.isFatal }
    send(
      .progress(
        ImportProgress(
          done: articles.count + refused, total: articles.count + refused, refused: refused,
          isFinished: true)))
  }

  /// Sends a message, then the answers to what it asks for.
  mutating func send(_ message: Message) {
    var waiting = [message]
    while !waiting.isEmpty {
      let new = update(&state, waiting.removeFirst())
      effects += new
      waiting += new.compactMap(answer)
    }
  }

  /// Presses keys.
  mutating func press(_ keys: Key...) { for key in keys { send(.key(key)) } }

  /// Types text, a key per character.
  mutating func type(_ text: String) { for character in text { send(.key(.character(character))) } }

  /// The screen.
  var grid: CellGrid { render(state) }

  private func answer(_ effect: Effect) -> Message? {
    switch effect {
    case .loadPage(let page, let request):
      .pageArrived(request: request, archive.page(page))
    case .loadGroup(let page, let request):
      .groupArrived(request: request, archive.page(page))
    case .loadArticle(let key, let request):
      .articleArrived(request: request, key, archive.article(key))
    case .findMatches(let finder, let key, let request):
      archive.article(key).map {
        .matchesArrived(request: request, ReaderMatch.all(of: finder, in: $0))
      }
    case .complete(let field, let begun, let request):
      .completionsArrived(
        request: request, archive.completions(of: field, beginning: begun, limit: 24))
    case .loadFindings(let request):
      .findingsArrived(request: request, archive.findings())
    case .rest(let request): .rested(request: request)
    case .view(let effect): .view(effect.answer(from: archive))
    case .marks(let effect): .marks(effect.answer(from: archive, marks: marks))
    // A driver's keys follow each other at once.
    case .copyAll(let scope, let form):
      { .gathered($0.0, $0.1) }(scope.gathered(from: archive, form))
    case .restKeys, .completePath, .cancelExport, .redraw, .suspend, .setMouse, .quit, .reopen,
      .copy, .run,
      .export, .keepTypesetting,
      .keepPlace:
      nil
    }
  }
}
