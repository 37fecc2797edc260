import Model

extension BrowserState {
  /// The articles that a command is for: those marked, else the one that is selected or read.
  private var marksTarget: MarksTarget? {
    if views.isEmpty, focus == .list, marked.count(of: list.matching) > 0 {
      return marked.isAll
        ? .matching(filter.query, count: list.matching)
        : .articles(marked.articles.map(\.id))
    }
    return selectedArticle.map { .articles([$0]) }
  }

  /// The article of the selected row or quote, or the one that is read.
  private var selectedArticle: ArticleID? {
    if let view { return view.selectedQuote?.articleID }
    switch focus {
    case .list: return list.row(list.selected)?.id
    case .reader, .sidebar: return reader.article?.id
    }
  }

  /// The marks of the selected article.
  private var selectedMarks: ArticleMarks? {
    guard let id = selectedArticle else { return nil }
    return list.rows.first { $0.id == id }?.marks ?? reader.marks
  }

  /// Asks before more than one article is changed; the question tells how many these are.
  private mutating func change(
    _ change: MarksChange, _ target: MarksTarget, question: String, words: String
  ) -> [Effect] {
    guard target.count != 1 else { return [.marks(.make(change, target, words: words))] }
    ask = AskState(
      .choose([
        AskChoice(key: "y", words: "yes", action: .change(change, target, words: words)),
        AskChoice(key: "n", words: "no", action: .nothing),
      ]), label: "\(question) \(target.count) articles?")
    return []
  }

  /// Why nothing can be marked.
  private mutating func sayNoTarget() -> [Effect] { say("no article is selected") }

  private var isMarked: Bool {
    views.isEmpty && focus == .list && marked.count(of: list.matching) > 0
  }

  mutating func toggleStar() -> [Effect] {
    guard let target = marksTarget else { return sayNoTarget() }
    let isOn = isMarked ? true : !(selectedMarks?.isStarred ?? false)
    return change(
      .star(isOn), target, question: isOn ? "star" : "unstar",
      words: isOn ? "starred" : "no longer starred")
  }

  mutating func toggleRead() -> [Effect] {
    guard let target = marksTarget else { return sayNoTarget() }
    let isOn = isMarked ? true : !(selectedMarks?.isRead ?? false)
    return change(
      .read(isOn), target, question: isOn ? "mark as read" : "mark as unread",
      words: isOn ? "marked as read" : "marked as unread")
  }

  mutating func openTag() -> [Effect] {
    guard let target = marksTarget else { return sayNoTarget() }
    let count = target.count == 1 ? "" : " \(target.count) articles"
    let mine = selectedMarks?.tags ?? []
    let has = mine.isEmpty || target.count > 1 ? "" : "has \(mine.joined(separator: ", ")); "
    return open(
      AskState(
        .tag(target), label: "tag\(count)",
        help: has + "one word; -word takes a tag away"))
  }

  mutating func openNote() -> [Effect] {
    guard let id = selectedArticle else { return sayNoTarget() }
    return open(
      AskState(
        .note(.articles([id])), label: "note", help: "nothing takes the note away",
        text: selectedMarks?.note ?? ""))
  }

  /// `v`: marks the row and goes on to the next.
  mutating func toggleMark() -> [Effect] {
    if let view {
      guard let quote = view.selectedQuote else { return say("there is no quote to mark") }
      marked.toggle(quote)
      return moveInView(.lines(1)) + sayMarkedQuotes()
    }
    switch focus {
    case .list:
      guard let row = list.row(list.selected) else { return sayNoTarget() }
      marked.toggle(row)
      let effects = selectInList(list.selected + 1)
      let count = marked.count(of: list.matching)
      return effects + say("\(count) marked; s star, r read, t tag, C compare")
    case .sidebar:
      guard case .quote(let index) = sidebar.selected, let article = reader.article,
        let key = reader.key,
        let row = QuoteRow(article, key: QuoteKey(article: key, index: index))
      else { return say("only quotes can be marked here") }
      marked.toggle(row)
      return sayMarkedQuotes()
    case .reader: return []
    }
  }

  private mutating func sayMarkedQuotes() -> [Effect] {
    let count = marked.quotes.count
    return say("\(count) \(count == 1 ? "quote" : "quotes") marked; C shows them side by side")
  }

  /// `V`: all of the filter, or none.
  mutating func toggleAllMarks() -> [Effect] {
    if view != nil {
      guard !marked.quotes.isEmpty else { return say("no quote is marked; v marks one") }
      marked.clearQuotes()
      return say("no quote is marked")
    }
    guard list.matching > 0 else { return sayNoTarget() }
    if !marked.isAll, !marked.articles.isEmpty {
      marked.clearArticles()
      return say("no article is marked")
    }
    marked.toggleAll()
    let words = filter.isEmpty ? "" : " of the filter"
    return say(
      marked.isAll
        ? "all \(list.matching) articles\(words) marked; s star, r read, t tag"
        : "no article is marked")
  }

  /// `C`: marked quotes, or marked articles, side by side.
  mutating func compareMarked() -> [Effect] {
    if view?.kind == .compare { return closeView() }
    var view = ViewState(.compare)
    if marked.quotes.count >= 2, self.view != nil || focus != .list || marked.articles.count < 2 {
      view.columns.items = marked.quotes.map { CompareState.Item($0) }
      return show(view)
    }
    let keys = marked.articles.prefix(12).map(\.key)
    guard keys.count >= 2 else {
      return say("mark two or more with v, then C shows them side by side")
    }
    let effects = show(view)
    let request = nextRequest()
    self.view?.request = request
    self.view?.isLoaded = false
    return effects + [.view(.articles(Array(keys), request: request))]
  }

  // MARK: - Undo

  mutating func undo() -> [Effect] {
    guard let entry = undoing.undo() else { return say("nothing to undo") }
    return [.marks(.undo(entry))]
  }

  mutating func redo() -> [Effect] {
    guard let entry = undoing.redo() else { return say("nothing to do again") }
    return [.marks(.redo(entry))]
  }

  /// Notes that an article was opened; that is no step to undo.
  mutating func readNow() -> [Effect] {
    guard keepsMarks, let row = list.row(list.selected), !row.marks.isRead else { return [] }
    return [.marks(.make(.read(true), .articles([row.id]), words: ""))]
  }

  /// Takes what became of a change.
  mutating func take(_ message: MarksMessage) -> [Effect] {
    switch message {
    case .failed(let words): return say(words, isWarning: true)
    case .tags(let request, let tags):
      guard ask?.request == request else { return [] }
      ask?.known = tags
      ask?.complete(from: tags)
      return []
    case .made(let step, let words):
      let effects = show(step, isUndone: false)
      guard !words.isEmpty else { return effects }
      guard !step.before.isEmpty else { return effects + say("nothing changed") }
      let entry = UndoState.Entry(step: step, words: Self.words(words, step.before.count))
      undoing.did(entry)
      return effects + say("\(entry.words); u undoes")
    case .undone(let entry): return show(entry.step, isUndone: true) + say("undone: \(entry.words)")
    case .redone(let entry): return show(entry.step, isUndone: false) + say("again: \(entry.words)")
    }
  }

  private static func words(_ words: String, _ count: Int) -> String {
    count == 1 ? words : "\(words) (\(count) articles)"
  }

  /// The quote that a correction was about, as it stands now; else the one that is pointed at.
  private func anchor(after step: MarksStep, isUndone: Bool) -> QuoteAnchor? {
    if case .correct(let correction) = step.change {
      switch correction {
      case .speaker(let anchor, _), .notAQuote(let anchor): return anchor
      case .bounds(let old, let new): return isUndone ? old : new
      case .missedQuote(let anchor, _): return anchor
      case .notAPerson, .samePerson, .rename, .split: break
      }
    }
    return reader.quote.map { QuoteAnchor($0) }
  }

  /// Shows changed marks on the rows that are in memory; what a correction changes is asked for anew.
  private mutating func show(_ step: MarksStep, isUndone: Bool) -> [Effect] {
    func change(_ marks: inout ArticleMarks, _ id: ArticleID) {
      guard let before = step.before[id] else { return }
      if isUndone { step.change.revert(&marks, to: before) } else { step.change.apply(to: &marks) }
    }
    for index in list.rows.indices { change(&list.rows[index].marks, list.rows[index].id) }
    if let article = reader.article { change(&reader.marks, article.id) }
    guard step.change.isCorrection else { return [] }
    var effects: [Effect] = []
    if let article = reader.article, let key = reader.key, step.before[article.id] != nil {
      readerTarget = ReaderTarget(
        quote: nil, offset: reader.top == 0 ? 0 : reader.layout?.sourceOffset(from: reader.top),
        item: sidebar.selected, words: anchor(after: step, isUndone: isUndone))
      let request = nextRequest()
      reader.pending = ReaderState.Pending(key: key, request: request)
      effects.append(.loadArticle(key, request: request))
    }
    if list.pending == nil { effects.append(requestRefresh()) } else { list.isStale = true }
    if case .person(let name)? = view?.kind {
      // The person goes on under the new name.
      switch step.change {
      case .correct(.rename(let old, let new)) where old == name || new == name:
        view?.kind = .person(isUndone ? old : new)
      case .correct(.samePerson(let old, let other)) where old == name || other == name:
        view?.kind = .person(isUndone ? old : other)
      default: break
      }
    }
    return effects + (views.isEmpty ? [] : load())
  }
}
