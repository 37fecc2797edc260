import Model

extension BrowserState {
  mutating func moveInList(_ motion: Motion) -> [Effect] {
    let target = motion.target(
      from: list.selected, count: list.rowCount, page: layout.listRows)
    return selectInList(target)
  }

  /// Selects a row, and has it shown in the reader when the selection rests.
  mutating func selectInList(_ row: Int) -> [Effect] {
    let before = list.selected
    list.select(row)
    list.isChosen = true
    return list.selected == before ? [] : preview()
  }

  /// The next order of the list; the selected article stays selected.
  mutating func changeListOrder() -> [Effect] {
    let all = ArticleOrder.allCases.filter { $0 != .relevance || !filter.isEmpty }
    let place = all.firstIndex(of: list.order) ?? all.count - 1
    return setListOrder(all[(place + 1) % all.count])
  }

  mutating func setListOrder(_ order: ArticleOrder) -> [Effect] {
    list.order = order
    _ = say(.articleOrder(list.order))
    return [
      requestFiltered(at: list.selectedKey, otherwise: 0, offset: list.selected - list.top)
    ]
  }

  /// Shows the selected article in the reader once no key comes for a moment.
  ///
  /// Over a slow line a row costs little, but a page of text does not.
  mutating func preview() -> [Effect] {
    guard let key = list.selectedKey, key != reader.key else {
      list.rest = 0
      reader.pending = nil
      return []
    }
    list.rest = nextRequest()
    return [.rest(request: list.rest)]
  }

  /// Asks for the selected article unless it is there or on its way.
  mutating func loadSelected() -> [Effect] {
    list.rest = 0
    guard let key = list.selectedKey, reader.pending?.key != key else { return [] }
    if key == reader.key {
      reader.pending = nil
      return []
    }
    let request = nextRequest()
    readerTarget = nil
    reader.pending = ReaderState.Pending(key: key, request: request)
    return [.loadArticle(key, request: request)]
  }

  mutating func rested(request: Int) -> [Effect] {
    guard request == list.rest else { return [] }
    return loadSelected()
  }

  /// Scrolls the list; the selection follows where it would leave the screen.
  mutating func scrollList(_ rows: Int) -> [Effect] {
    let visible = layout.listRows
    list.top = max(0, min(list.top + rows, list.rowCount - visible))
    let kept = max(list.top, min(list.selected, list.top + visible - 1))
    return kept == list.selected ? [] : selectInList(kept)
  }
}

// MARK: - Pages

extension BrowserState {
  /// How many rows to ask for: some screens more than can be seen.
  private func pageCount(visible: Int) -> Int { max(60, visible * 5) }

  /// Asks for the rows that can be seen or soon will be, unless they are here or on their way.
  mutating func neededRows(visible: Int) -> [Effect] {
    guard list.isLoaded else {
      guard list.pending == nil else { return [] }
      return [requestPage(.row(0), for: .refresh, visible: visible)]
    }
    let low = list.archiveRow(max(0, list.top - visible))
    let near = low..<max(low, min(list.archiveRow(list.top + 2 * visible) + 1, list.matching))
    guard !near.isEmpty, !list.window.covers(near) else { return [] }
    switch list.pending?.purpose {
    case .filter, .refresh: return []
    case .rows(let rows) where rows.covers(near): return []
    case .rows, nil: break
    }
    let count = pageCount(visible: visible)
    let first = max(
      0, min(list.archiveRow(list.top) - (count - visible) / 2, list.matching - count))
    return [
      requestPage(.row(first), for: .rows(first..<first + count), visible: visible)
    ]
  }

  mutating func requestPage(
    _ anchor: PageRequest.Anchor, for purpose: ListState.Pending.Purpose, visible: Int
  ) -> Effect {
    let request = nextRequest()
    list.pending = ListState.Pending(request: request, purpose: purpose)
    let page = PageRequest(
      query: filter.query, order: list.order, anchor: anchor, count: pageCount(visible: visible),
      foldsRepeats: list.foldsRepeats)
    return .loadPage(page, request: request)
  }

  /// Asks for the list under the present filter, selected at an article where it still matches.
  mutating func requestFiltered(at key: ArticleKey?, otherwise row: Int, offset: Int) -> Effect {
    let anchor = key.map { PageRequest.Anchor.article($0, otherwise: row) } ?? .row(row)
    return requestPage(anchor, for: .filter(offset: offset), visible: layout.listRows)
  }

  /// Asks for the same list again, since articles came or may have come.
  mutating func requestRefresh() -> Effect {
    let anchor: PageRequest.Anchor =
      if list.isChosen, let key = list.selectedKey {
        .article(key, otherwise: list.archiveRow(list.selected))
      } else {
        .row(list.isChosen ? list.archiveRow(max(0, list.top - layout.listRows)) : 0)
      }
    return requestPage(anchor, for: .refresh, visible: layout.listRows)
  }
}

extension Range<Int> {
  /// Whether all of the other range lies inside.
  fileprivate func covers(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
