import Model

/// How far to move.
enum Motion: Hashable, Sendable {
  case lines(Int)
  /// Screens of the pane, or halves.
  case pages(Double)
  case toStart
  case toEnd

  /// The place that is reached from one place of a range.
  func target(from place: Int, count: Int, page: Int) -> Int {
    switch self {
    case .lines(let lines): return place + lines
    case .pages(let pages):
      let step = max(1, Int(Double(max(1, page)) * abs(pages)))
      return place + (pages < 0 ? -step : step)
    case .toStart: return 0
    case .toEnd: return count - 1
    }
  }
}

extension BrowserState {
  mutating func move(_ motion: Motion) -> [Effect] {
    if overlay != nil {
      scrollOverlay(motion)
      return []
    }
    if view != nil { return moveInView(motion) }
    switch focus {
    case .list: return moveInList(motion)
    case .reader: scrollReader(motion)
    case .sidebar: moveInSidebar(motion)
    }
    return []
  }

  /// To the beginning or the end, which one can come back from.
  mutating func jumpTo(_ motion: Motion) -> [Effect] {
    if overlay == nil { leavePlace() }
    return move(motion)
  }

  /// To a row of the list, a line of the reader, or an item, from 1.
  mutating func goToRow(_ row: Int) -> [Effect] {
    if overlay == nil { leavePlace() }
    switch focus {
    case .list where overlay == nil: return selectInList(min(row, max(1, list.rowCount)) - 1)
    case .reader where overlay == nil:
      // Lines are those of the file, as the last line tells them.
      guard let source = reader.article?.source else { return say(.noArticleOpen) }
      settleReader()
      var offset = source.bytes.count
      let starts = source.lineStarts
      if let first = starts.first(where: { source.line(at: $0) >= row }) { offset = first }
      reader.top = reader.layout?.line(at: offset) ?? 0
      reader.clamp(rows: readingLayout.readerRows)
      return []
    case .list, .reader, .sidebar:
      _ = move(.toStart)
      return move(.lines(row - 1))
    }
  }

  mutating func goToPane(after step: Int) -> [Effect] {
    if view != nil { return moveAcross(step) }
    let panes = Pane.allCases
    let next = ((focus.rawValue + step) % panes.count + panes.count) % panes.count
    return go(to: panes[next])
  }

  mutating func go(to pane: Pane) -> [Effect] {
    guard pane != focus else {
      // The key that opened the sidebar over the reader closes it too.
      return pane == .sidebar && layout.arrangement == .stacked ? leaveSidebar() : []
    }
    if pane == .sidebar {
      enterSidebar()
      isSidebarOpen = true
    } else if focus == .sidebar {
      sidebar.origin = nil
    }
    focus = pane
    return pane == .list ? [] : loadSelected()
  }

  /// Enter: the article, the person or the passage.
  mutating func open() -> [Effect] {
    if case .help(let help) = overlay { return doChosenCommand(help) }
    if case .findings = overlay { return perform(.openEditor) }
    if view != nil { return openInView() }
    switch focus {
    case .list:
      leavePlace()
      list.isChosen = true
      guard list.matching > 0 else { return say(.nothingToOpen) }
      suspended = []
      focus = .reader
      list.awaitsOpening = list.selectedKey == nil
      return readNow() + loadSelected()
    case .reader:
      return say(.enterOpens)
    case .sidebar:
      return openInSidebar()
    }
  }

  /// Esc: one step back, whatever was done last.
  mutating func goBack() -> [Effect] {
    if case .help(var help) = overlay, !help.query.isEmpty {
      help.query = ""
      overlay = .help(help)
      return []
    }
    if overlay != nil {
      overlay = nil
      return []
    }
    if exporting != nil { return cancelExport() }
    if view != nil { return leaveView() }
    if isRaw, focus == .reader {
      isRaw = false
      return []
    }
    if focus == .sidebar, sidebar.narrowedTo != nil {
      sidebar.widen()
      return []
    }
    if isMaximised {
      isMaximised = false
      return []
    }
    switch focus {
    case .sidebar: return leaveSidebar()
    case .reader:
      if !suspended.isEmpty {
        views = suspended
        suspended = []
        return load()
      }
      focus = .list
      return []
    case .list:
      if marked.count(of: list.articles) > 0 {
        marked.clearArticles()
        return say(.noArticleMarked)
      }
      if isSidebarOpen, layout.arrangement == .stacked {
        isSidebarOpen = false
        sidebar.widen()
        return []
      }
      guard !filter.isEmpty else { return say(.quitsWith(keymap.keyName(of: .quit))) }
      return dropFilter()
    }
  }

  mutating func maximise() -> [Effect] {
    isMaximised.toggle()
    return []
  }

  mutating func toggleMouse() -> [Effect] {
    isMouseOn.toggle()
    notice = Notice(
      text: words(isMouseOn ? .mouseIsOurs : .mouseIsTerminals))
    return [.setMouse(isMouseOn)]
  }

  mutating func quit() -> [Effect] {
    guard overlay == nil else {
      overlay = nil
      return []
    }
    if view != nil { return closeView() }
    if let exporting {
      ask = AskState(
        .choose([
          AskChoice(key: "y", words: words(.yes), action: .stopAndQuit),
          AskChoice(key: "n", words: words(.no), action: .nothing),
        ]), label: words(.stopAndQuit(exporting.path)))
      return []
    }
    return [.quit]
  }
}
