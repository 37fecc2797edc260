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

  mutating func goToPane(after step: Int) -> [Effect] {
    if view != nil { return moveAcross(step) }
    let panes = Pane.allCases
    let next = (focus.rawValue + step + panes.count) % panes.count
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
    if view != nil { return openInView() }
    switch focus {
    case .list:
      list.isChosen = true
      guard list.matching > 0 else { return say("there is nothing to open") }
      leaveForJump()
      suspended = []
      focus = .reader
      list.awaitsOpening = list.selectedKey == nil
      return readNow() + loadSelected()
    case .reader:
      return say("Enter opens articles; ] goes to the next quote")
    case .sidebar:
      return openInSidebar()
    }
  }

  /// Esc: one step back, whatever was done last.
  mutating func goBack() -> [Effect] {
    if overlay != nil {
      overlay = nil
      return []
    }
    if view != nil { return leaveView() }
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
      if marked.count(of: list.matching) > 0 {
        marked.clearArticles()
        return say("no article is marked")
      }
      if isSidebarOpen, layout.arrangement == .stacked {
        isSidebarOpen = false
        sidebar.widen()
        return []
      }
      guard !filter.isEmpty else { return say("q quits") }
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
      text: isMouseOn
        ? "the mouse works here; hold Shift to select text, m switches it off"
        : "the mouse belongs to the terminal; m switches it on")
    return [.setMouse(isMouseOn)]
  }

  mutating func quit() -> [Effect] {
    guard overlay == nil else {
      overlay = nil
      return []
    }
    if view != nil { return closeView() }
    return [.quit]
  }
}
