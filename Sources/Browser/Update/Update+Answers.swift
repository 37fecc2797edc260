import Model

extension BrowserState {
  /// Takes the rows of a page, unless a newer one was asked for.
  mutating func take(_ page: ArticlePage, request: Int) -> [Effect] {
    guard let pending = list.pending, pending.request == request else { return [] }
    if let failure = page.failure {
      list.pending = nil
      return note(failure)
    }
    // The rows may come before the count; the same answer follows then.
    list.pending = page.isCounted ? nil : pending
    list.pending?.isShown = true
    list.isLoaded = true
    list.isCounted = page.isCounted
    list.total = page.total
    list.matching = page.matching
    list.folded = page.folded
    list.quotes = page.quotes
    list.first = page.first
    list.rows = page.rows
    keepGroupOpen(page, for: pending.purpose)
    if pending.isShown {
      list.select(list.selected)
      list.keepInView(rows: layout.listRows)
    } else {
      if case .filter = pending.purpose { marked.clearArticles() }
      place(page, for: pending.purpose)
    }
    guard page.isCounted else { return followList() }
    var effects: [Effect] = []
    if list.isStale {
      list.isStale = false
      effects.append(requestRefresh())
    }
    if list.awaitsOpening, list.selectedKey != nil {
      list.awaitsOpening = false
      return effects + loadSelected()
    }
    return effects + followList()
  }

  /// Shows the selected article after the list changed, but never in place of one that is read.
  private mutating func followList() -> [Effect] {
    guard reader.article != nil else {
      if progress.isFinished { return loadSelected() }
      // The newest article may still come; a small archive is read before this moment is over.
      return list.rest == 0 && reader.pending == nil ? preview() : []
    }
    // Until a row is chosen the first one is selected, whichever it is, and the reader goes with it.
    return focus == .list ? preview() : []
  }

  /// Finds the selected article again among the new rows.
  private mutating func place(_ page: ArticlePage, for purpose: ListState.Pending.Purpose) {
    switch purpose {
    case .rows:
      list.select(list.selected)
    case .refresh:
      let moved = (page.anchorRow.map(shownAnchor) ?? list.selected) - list.selected
      list.top += moved
      list.select(list.isChosen ? list.selected + moved : 0)
      if !list.isChosen { list.top = 0 }
    case .filter(let offset):
      if let row = page.anchorRow {
        list.select(row)
        list.top = row - offset
      } else {
        list.select(0)
        list.top = 0
      }
    }
    list.keepInView(rows: layout.listRows)
  }

  mutating func take(_ article: Article?, key: ArticleKey, request: Int) -> [Effect] {
    guard let pending = reader.pending, pending.request == request else { return [] }
    reader.pending = nil
    guard let article else {
      deferred = []
      return say(.noLongerThere, isWarning: true)
    }
    let effects = keepPlace()
    reader.show(article, key: key)
    reader.marks = list.known(key)?.marks ?? ArticleMarks()
    sidebar.show(article)
    selection = nil
    if let target = readerTarget {
      readerTarget = nil
      let search = findMatches(showingFirst: false)
      arrive(at: target)
      return effects + search + performDeferred()
    }
    let search = findMatches(showingFirst: !filter.isEmpty)
    if let offset = filter.isEmpty ? places[article.id] ?? reader.marks.place : nil, offset > 0 {
      settleReader()
      reader.top = reader.layout?.line(at: offset) ?? 0
    }
    return effects + search + performDeferred()
  }

  /// Remembers where the article that is read was left.
  mutating func keepPlace() -> [Effect] {
    guard let article = reader.article, reader.isVisited else { return [] }
    let offset = reader.top > 0 ? reader.layout?.sourceOffset(from: reader.top) ?? 0 : 0
    guard places[article.id] ?? reader.marks.place ?? 0 != offset else { return [] }
    places[article.id] = offset
    return [.keepPlace(offset, of: article.id)]
  }

  mutating func take(_ findings: [Finding], request: Int) {
    guard request == findingsRequest else { return }
    let chosen = chosenFinding
    self.findings = findings
    guard case .findings(var list) = overlay else { return }
    // What was chosen stays so when more come before it.
    list.selected = chosen.flatMap { findings.firstIndex(of: $0) } ?? list.selected
    overlay = .findings(list)
    clampOverlay()
  }

  /// More files were read: the list is asked for again, one page at a time.
  mutating func take(_ progress: ImportProgress) -> [Effect] {
    let isNew = progress.version != self.progress.version || !list.isLoaded
    let isFirst = progress.isFinished && !self.progress.isFinished
    if let failure = progress.failure, failure != self.progress.failure {
      _ = note(failure)
    }
    self.progress = progress
    var effects: [Effect] = []
    // A list that lies as it is must not be asked for with every report of a long import.
    guard isNew else { return isFirst ? followList() : [] }
    if list.pending == nil { effects.append(requestRefresh()) } else { list.isStale = true }
    if case .findings = overlay { effects.append(loadFindings()) }
    if view?.isLoaded == true, progress.isFinished { effects += load() }
    return effects
  }
}
