import Model

extension BrowserState {
  /// The view on the screen.
  var view: ViewState? {
    get { views.last }
    set {
      guard !views.isEmpty else { return }
      if let newValue { views[views.count - 1] = newValue } else { views.removeLast() }
    }
  }

  /// How the view on the screen is laid out.
  var viewLayout: ViewLayout? { view.map { ViewLayout($0, in: layout.middle, words) } }

  /// Opens a view over what is there; the way back is `Esc`.
  mutating func show(_ view: ViewState) -> [Effect] {
    guard layout.arrangement != .tooSmall else { return say(.tooSmallForThis) }
    leavePlace()
    overlay = nil
    suspended = []
    var view = view
    view.narrowing.heedsCapitals = filter.heedsCapitals
    // A view that was opened from its own kind takes its place.
    if let last = views.last, last.kind == view.kind { views.removeLast() }
    views.append(view)
    if views.count > 20 { views.removeFirst() }
    return load()
  }

  /// The filter that a view is opened on: that of the view on the screen, else that of the list.
  var baseFilter: (Query, String) {
    guard let view else { return (filter.query, filter.text) }
    switch view.kind {
    case .person(let name):
      let text = ViewState.joined(FilterTerms.term(.by, name), view.narrowing.text)
      return ((try? Query(parsing: text)) ?? view.query, text)
    case .names: return (view.base, view.baseText)
    case .quotes, .timeline, .compare: return (view.query, view.queryText)
    case .filters: return (filter.query, filter.text)
    }
  }

  mutating func showView(_ kind: ViewState.Kind) -> [Effect] {
    if view?.kind == kind { return closeView() }
    let (query, text) = baseFilter
    return show(ViewState(kind, base: query, baseText: text))
  }

  /// `P`: the person that is selected, wherever that is.
  mutating func showPerson() -> [Effect] {
    guard let name = selectedPerson else {
      return say(.noPersonSelected)
    }
    if case .person = view?.kind { return say(.isThePerson) }
    return show(ViewState(.person(name)))
  }

  /// The person whom the selected row or quote is about.
  var selectedPerson: String? {
    if let view { return view.selectedPerson }
    guard let article = reader.article else { return nil }
    func speaker(_ index: Int?) -> String? {
      guard let index, article.quotes.indices.contains(index) else { return nil }
      return article.quotes[index].speaker.flatMap { $0.kind == .person ? $0.name : nil }
    }
    switch focus {
    case .list: return nil
    case .reader: return speaker(reader.currentQuote) ?? sidebarPerson?.name
    case .sidebar:
      if case .quote(let index) = sidebar.selected { return speaker(index) }
      return sidebarPerson?.name
    }
  }

  /// The person of the sidebar whose quotes are listed.
  var sidebarPerson: Person? {
    guard case .person(let index) = sidebar.selected ?? sidebar.owner,
      let people = reader.article?.people, people.indices.contains(index)
    else { return nil }
    return people[index]
  }

  /// Esc: what was typed first, then the view itself.
  mutating func leaveView() -> [Effect] {
    guard let view else { return [] }
    if !view.narrowing.isEmpty { return narrow(to: "") }
    return closeView()
  }

  mutating func closeView() -> [Effect] {
    views.removeLast()
    // What was changed elsewhere shows.
    return views.isEmpty ? [] : load()
  }

  // MARK: - Rows

  /// Asks for what the view shows.
  mutating func load() -> [Effect] {
    guard var view else { return [] }
    let request = nextRequest()
    view.request = request
    var effects: [Effect] = []
    switch view.kind {
    case .quotes: effects = [quotesEffect(&view)]
    case .person(let name):
      view.profileRequest = nextRequest()
      effects = [.view(.profile(name, request: view.profileRequest)), quotesEffect(&view)]
    case .names:
      let names = NamesRequest(
        query: view.base, kind: view.nameKind, order: view.nameOrder,
        beginning: view.narrowing.text)
      effects = [.view(.names(names, request: request))]
    case .timeline: effects = [.view(.timeline(view.query, request: request))]
    case .compare: view.isLoaded = true
    case .filters:
      effects = list(&view)
    }
    self.view = view
    return effects
  }

  /// How many quotes are asked for at once: some screens.
  private static let quoteRows = 200

  private mutating func quotesEffect(_ view: inout ViewState, around row: Int = 0) -> Effect {
    view.request = nextRequest()
    let first = max(0, row - Self.quoteRows / 2)
    view.awaited = first..<first + Self.quoteRows
    var speaker: String?
    if case .person(let name) = view.kind { speaker = name }
    return .view(
      .quotes(
        QuotePageRequest(
          query: view.query, speaker: speaker, order: view.quoteOrder, first: first,
          count: Self.quoteRows), request: view.request))
  }

  /// Asks for quotes that come into view.
  mutating func neededQuotes() -> [Effect] {
    guard var view, view.isLoaded, let layout = viewLayout else { return [] }
    switch view.kind {
    case .names, .timeline, .compare, .filters: return []
    case .quotes, .person: break
    }
    let seen = view.top..<min(view.quotes.matching, view.top + layout.visibleRows)
    let here = view.quotes.first..<view.quotes.first + view.quotes.rows.count
    guard !seen.isEmpty, !(here.lowerBound <= seen.lowerBound && seen.upperBound <= here.upperBound)
    else { return [] }
    if let awaited = view.awaited, awaited.lowerBound <= seen.lowerBound,
      seen.upperBound <= awaited.upperBound
    {
      return []
    }
    let effect = quotesEffect(&view, around: view.top)
    self.view = view
    return [effect]
  }

  /// Takes an answer, and opens the selected row where that was asked for meanwhile.
  mutating func take(_ message: ViewMessage) -> [Effect] {
    fill(message)
    guard let view, view.isLoaded, view.awaitsOpening else { return [] }
    self.view?.awaitsOpening = false
    return openInView()
  }

  /// Takes an answer, unless it is older than what was asked for last.
  private mutating func fill(_ message: ViewMessage) {
    switch message {
    case .quotes(let request, let page):
      changeView(\.request, of: request) { view in
        view.quotes = page
        view.awaited = nil
        view.isLoaded = true
        view.select(view.selected)
      }
    case .names(let request, let page):
      if var ask, ask.request == request {
        let known = Set(ask.known)
        ask.complete(from: ask.known + page.rows.map(\.name).filter { !known.contains($0) })
        self.ask = ask
        return
      }
      changeView(\.request, of: request) { view in
        view.names = page
        view.isLoaded = true
        view.select(view.selected)
      }
    case .timeline(let request, let timeline):
      changeView(\.request, of: request) { view in
        view.timeline = timeline
        let isFirst = !view.isLoaded
        view.isLoaded = true
        view.select(isFirst ? view.rowCount - 1 : view.selected)
      }
    case .profile(let request, let profile):
      changeView(\.profileRequest, of: request) { view in
        view.profile = profile
        view.hasProfile = true
      }
    case .articles(let request, let articles):
      let items = articles.map { CompareState.Item($1, key: $0, words) }
      changeView(\.request, of: request) { view in
        view.columns.items = items
        view.isLoaded = true
      }
    case .counts(let request, let counts):
      changeView(\.request, of: request) { view in
        for (text, count) in zip(view.counted, counts) { view.counts[text] = count }
      }
    }
  }

  /// Changes the view that waits for an answer.
  private mutating func changeView(
    _ number: KeyPath<ViewState, Int>, of request: Int, _ change: (inout ViewState) -> Void
  ) {
    guard let index = views.lastIndex(where: { $0[keyPath: number] == request }) else { return }
    change(&views[index])
  }

  // MARK: - Moving

  mutating func moveInView(_ motion: Motion) -> [Effect] {
    guard var view, let layout = viewLayout else { return [] }
    switch view.kind {
    case .compare:
      view.columns.top = max(
        0, motion.target(from: view.columns.top, count: 10_000, page: layout.list.rows - 4))
    case .quotes, .names, .person, .timeline, .filters:
      view.select(
        motion.target(from: view.selected, count: view.rowCount, page: layout.visibleRows))
    }
    self.view = view
    return []
  }

  /// Left and right among things that are compared.
  mutating func moveAcross(_ step: Int) -> [Effect] {
    guard var view, view.kind == .compare else { return [] }
    let shown = CompareState.shown(view.columns.items.count, columns: layout.middle.columns)
    let target = view.columns.first + step
    guard (0...max(0, view.columns.items.count - shown)).contains(target) else {
      return say(step > 0 ? .lastOfThem : .firstOfThem)
    }
    view.columns.first = target
    self.view = view
    return []
  }

  /// Keeps the selected row on the screen.
  mutating func settleView() -> [Effect] {
    guard let layout = viewLayout else { return [] }
    view?.keepInView(rows: layout.visibleRows)
    return neededQuotes()
  }

  /// `:person NAME`
  mutating func showPerson(named name: String) -> [Effect] { show(ViewState(.person(name))) }

  /// `:order oldest`
  mutating func setOrder(_ name: String) -> [Effect] {
    guard var view else {
      let order = ArticleOrder.allCases.first { $0.rawValue.hasSuffix(name) }
      guard let order, order != .relevance || !filter.isEmpty else {
        return say(.noSuchOrder(name), isWarning: true)
      }
      return setListOrder(order)
    }
    if view.kind == .names {
      let name = name == "quoted" ? "quotes" : name
      guard let order = NameOrder.allCases.first(where: { "\($0)" == name }) else {
        return say(.noSuchOrder(name), isWarning: true)
      }
      view.nameOrder = order
    } else {
      guard let order = QuoteOrder(rawValue: name) else {
        return say(.noSuchOrder(name), isWarning: true)
      }
      view.quoteOrder = order
    }
    view.selected = 0
    view.top = 0
    self.view = view
    return load()
  }

  /// `o`: the next order, so often.
  mutating func changeOrder(_ times: Int) -> [Effect] {
    (0..<min(times, 20)).reduce([]) { effects, _ in effects + changeOrder() }
  }

  /// `Tab`, so often.
  mutating func changeKind(_ times: Int) -> [Effect] {
    (0..<min(times, 20)).reduce([]) { effects, _ in effects + changeKind() }
  }

  private mutating func changeOrder() -> [Effect] {
    guard var view else { return changeListOrder() }
    func next<T: CaseIterable & Equatable>(_ value: T) -> T {
      let all = Array(T.allCases)
      let index = all.firstIndex(of: value) ?? 0
      return all[(index + 1) % all.count]
    }
    view.quoteOrder = next(view.quoteOrder)
    if case .person = view.kind, view.quoteOrder == .speaker {
      view.quoteOrder = next(view.quoteOrder)
    }
    view.nameOrder = next(view.nameOrder)
    view.selected = 0
    view.top = 0
    self.view = view
    return load()
  }

  /// `Tab`: another kind of name, or years for months.
  private mutating func changeKind() -> [Effect] {
    guard var view else { return [] }
    view.selected = 0
    view.top = 0
    if view.kind == .timeline {
      let isByYear = view.bars.first?.month == nil
      view.showsYears = !isByYear
      view.select(view.rowCount - 1)
      self.view = view
      return []
    }
    let all = NameGroup.allCases
    view.nameKind = all[((all.firstIndex(of: view.nameKind) ?? 0) + 1) % all.count]
    view.narrowing.apply(.everything, text: "")
    self.view = view
    return load()
  }
}
