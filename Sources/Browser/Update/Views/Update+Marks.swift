import Model

extension BrowserState {
  /// The articles that a command is for: those marked, else the one that is selected or read.
  private var marksTarget: MarksTarget? {
    if views.isEmpty, focus == .list, marked.count(of: list.articles) > 0 {
      return marked.isAll
        ? .matching(filter.query, count: list.articles)
        : .articles(marked.articles.map(\.id))
    }
    return selectedArticle.map { .articles([$0]) }
  }

  /// The article of the selected row or quote, or the one that is read.
  private var selectedArticle: ArticleID? {
    if let view { return view.selectedQuote?.articleID }
    switch focus {
    case .list: return list.row(list.selected)?.id
    case .reader, .sidebar:
      // One that is on its way is meant already, though the one before it still shows.
      guard let pending = reader.pending else { return reader.article?.id }
      return list.known(pending.key)?.id
    }
  }

  /// The marks of the selected article.
  private var selectedMarks: ArticleMarks? {
    guard let id = selectedArticle else { return nil }
    return (list.rows + (list.unfolded?.members ?? [])).first { $0.id == id }?.marks ?? reader.marks
  }

  /// Asks before more than one article is changed; the question tells how many these are.
  private mutating func change(
    _ change: MarksChange, _ target: MarksTarget, as bulk: BulkChange
  ) -> [Effect] {
    let done = words(.bulk(bulk))
    if isStillCounted(target) { return say(.stillCounting) }
    guard target.count != 1 else { return [.marks(.make(change, target, words: done))] }
    ask = AskState(
      .choose([
        AskChoice(key: "y", words: words(.yes), action: .change(change, target, words: done)),
        AskChoice(key: "n", words: words(.no), action: .nothing),
      ]), label: words(.bulk(bulk, count: target.count)))
    return []
  }

  /// Whether it is not known yet how many articles these are, so that no question could tell.
  private func isStillCounted(_ target: MarksTarget) -> Bool {
    if case .matching = target { !list.isSettled } else { false }
  }

  /// Why nothing can be marked.
  private mutating func sayNoTarget() -> [Effect] { say(.noArticleSelected) }

  private var isMarked: Bool {
    views.isEmpty && focus == .list && marked.count(of: list.articles) > 0
  }

  mutating func toggleStar(_ rows: Int = 1) -> [Effect] {
    guard let target = marksTarget(rows) else { return sayNoTarget() }
    let isOn = isMarked ? true : !(selectedMarks?.isStarred ?? false)
    return change(.star(isOn), target, as: isOn ? .star : .unstar)
  }

  mutating func toggleRead(_ rows: Int = 1) -> [Effect] {
    guard let target = marksTarget(rows) else { return sayNoTarget() }
    let isOn = isMarked ? true : !(selectedMarks?.isRead ?? false)
    return change(.read(isOn), target, as: isOn ? .read : .unread)
  }

  mutating func openTag(_ rows: Int = 1, _ tag: String? = nil) -> [Effect] {
    guard let target = marksTarget(rows) else { return sayNoTarget() }
    if let tag { return isStillCounted(target) ? say(.stillCounting) : self.tag(target, tag) }
    if isStillCounted(target) { return say(.stillCounting) }
    let mine = target.count > 1 ? [] : selectedMarks?.tags ?? []
    return open(
      AskState(
        .tag(target), label: words(.tagLabel(articles: target.count)),
        help: words(.tagHelp(has: mine))))
  }

  mutating func openNote(_ text: String? = nil) -> [Effect] {
    guard let id = selectedArticle else { return sayNoTarget() }
    if let text {
      return [.marks(.make(.note(text), .articles([id]), words: words(DeedPhrase.noteKept)))]
    }
    return open(
      AskState(
        .note(.articles([id])), label: words(.noteLabel), help: words(.noteHelp),
        text: selectedMarks?.note ?? ""))
  }

  /// What is marked, or so many rows from the selected one on.
  private func marksTarget(_ rows: Int) -> MarksTarget? {
    guard rows > 1, views.isEmpty, focus == .list, !isMarked else { return marksTarget }
    let known = (list.selected..<min(list.rowCount, list.selected + rows)).compactMap {
      list.row($0)?.id
    }
    return known.isEmpty ? nil : .articles(known)
  }

  /// `v`, so often.
  mutating func toggleMarks(_ times: Int) -> [Effect] {
    (0..<min(times, 500)).reduce([]) { effects, _ in effects + toggleMark() }
  }

  /// `v`: marks the row and goes on to the next.
  private mutating func toggleMark() -> [Effect] {
    if let view {
      guard let quote = view.selectedQuote else { return say(.noQuoteToMark) }
      marked.toggle(quote)
      return moveInView(.lines(1)) + sayMarkedQuotes()
    }
    switch focus {
    case .list:
      guard let row = list.row(list.selected) else { return sayNoTarget() }
      marked.toggle(row)
      let effects = selectInList(list.selected + 1)
      let count = marked.count(of: list.articles)
      return effects + say(.articlesMarked(count))
    case .sidebar:
      guard case .quote(let index) = sidebar.selected, let article = reader.article,
        let key = reader.key,
        let row = QuoteRow(article, key: QuoteKey(article: key, index: index))
      else { return say(.onlyQuotesMarked) }
      marked.toggle(row)
      return sayMarkedQuotes()
    case .reader: return []
    }
  }

  private mutating func sayMarkedQuotes() -> [Effect] {
    say(.quotesMarked(marked.quotes.count))
  }

  /// `V`: all of the filter, or none.
  mutating func toggleAllMarks() -> [Effect] {
    if view != nil {
      guard !marked.quotes.isEmpty else { return say(.noQuoteMarkedYet) }
      marked.clearQuotes()
      return say(.noQuoteMarked)
    }
    guard list.matching > 0 else { return sayNoTarget() }
    guard list.isSettled || marked.isAll else { return say(.stillCounting) }
    if !marked.isAll, !marked.articles.isEmpty {
      marked.clearArticles()
      return say(.noArticleMarked)
    }
    marked.toggleAll()
    return say(
      marked.isAll ? .allMarked(list.articles, ofFilter: !filter.isEmpty) : .noArticleMarked)
  }

  /// `C`: marked quotes, or marked articles, side by side.
  mutating func compareMarked() -> [Effect] {
    if view?.kind == .compare { return closeView() }
    var view = ViewState(.compare)
    if marked.quotes.count >= 2, self.view != nil || focus != .list || marked.articles.count < 2 {
      view.columns.items = marked.quotes.map { CompareState.Item($0, words) }
      return show(view)
    }
    let keys = marked.articles.prefix(12).map(\.key)
    guard keys.count >= 2 else {
      return say(.markTwo)
    }
    let effects = show(view)
    let request = nextRequest()
    self.view?.request = request
    self.view?.isLoaded = false
    return effects + [.view(.articles(Array(keys), request: request))]
  }

  // MARK: - Redo

  mutating func redo(_ times: Int) -> [Effect] {
    (0..<min(times, UndoState.most)).reduce([]) { effects, time in
      time > 0 && !undoing.canRedo ? effects : effects + redo()
    }
  }

  private mutating func redo() -> [Effect] {
    guard let entry = undoing.redo() else { return say(.nothingToRedo) }
    undoStack.push(.marks)
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
    case .failed(let phrase): return say(phrase, isWarning: true)
    case .tags(let request, let tags):
      guard ask?.request == request else { return [] }
      ask?.known = tags
      ask?.complete(from: tags)
      return []
    case .made(let step, let done):
      let effects = show(step, isUndone: false)
      guard !done.isEmpty else { return effects }
      guard !step.before.isEmpty else { return effects + say(.nothingChanged) }
      let entry = UndoState.Entry(step: .marks(step), words: text(done, of: step.before.count))
      undoing.did(entry)
      undoStack.push(.marks)
      return effects + say(.done(entry.words))
    case .undone(let entry): return show(entry, isUndone: true) + say(.undone(entry.words))
    case .redone(let entry): return show(entry, isUndone: false) + say(.redone(entry.words))
    case .filtersMade(let step, let words, let all):
      undoing.did(UndoState.Entry(step: .filters(step), words: words))
      undoStack.push(.marks)
      return take(all) + say(.done(words))
    case .filters(let all): return take(all)
    }
  }

  private mutating func show(_ entry: UndoState.Entry, isUndone: Bool) -> [Effect] {
    switch entry.step {
    case .marks(let step): show(step, isUndone: isUndone)
    case .filters: [.marks(.listFilters)]
    }
  }

  private func text(_ done: String, of count: Int) -> String {
    count == 1 ? done : words(.ofArticles(done, count))
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
    if var group = list.unfolded {
      for index in group.members.indices {
        change(&group.members[index].marks, group.members[index].id)
      }
      list.unfolded = group
    }
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
