import Model

extension BrowserState {
  /// What is put on the clipboard.
  enum Yanked: Hashable {
    case quote
    case citation(Citation.Form)
    case article, path, url
  }

  /// The quote that is pointed at or selected.
  private var chosenQuote: Quote? {
    if focus == .sidebar, case .quote(let index) = sidebar.selected,
      let quotes = reader.article?.quotes, quotes.indices.contains(index)
    {
      return quotes[index]
    }
    return reader.quote
  }

  mutating func yank(_ what: Yanked) -> [Effect] {
    if case .findings = overlay {
      return chosenFinding.map { copy($0.path, .copyPath) } ?? say(.nothingToCopy)
    }
    if let scope = markedScope ?? view.flatMap({ $0.selectedQuote.map { .quotes([$0.key]) } }) {
      switch what {
      case .quote where scope.isOfQuotes: return [.copyAll(scope, nil)]
      case .citation(let form): return [.copyAll(scope, form)]
      case .quote, .article, .path, .url: break
      }
    }
    if view != nil { return say(.onlyCitations) }
    guard let article = shownArticle else { return say(.nothingToCopy) }
    switch what {
    case .quote:
      guard let words = Citation(of: article, quote: chosenQuote).quotedWords else {
        return say(.nothingToCopy)
      }
      return copy(words, .copyQuote)
    case .citation(let form):
      return copy(Citation(of: article, quote: chosenQuote).text(form), .copyCitation)
    case .article: return copy(words(of: article), .copyArticle)
    case .path: return copy(article.file, .copyPath)
    case .url: return article.url.map { copy($0, .copyURL) } ?? say(.noURL)
    }
  }

  private mutating func copy(_ text: String, _ what: Phrase) -> [Effect] {
    copies += 1
    notice = Notice(text: words(.copied(words(what))))
    return [.copy(text)]
  }

  /// Puts a command off that is about an article which has not come yet; nil where nothing is waited for.
  mutating func awaitArticle(for command: Command, count: Int?, argument: String?) -> [Effect]? {
    guard view == nil, overlay == nil, deferred.count < 64 else { return nil }
    let isOnItsWay = reader.pending.map { $0.key != reader.key } ?? false
    var effects: [Effect] = []
    switch command {
    case .yankQuote, .yankCitation, .yankMarkdown, .yankBibTeX, .yankCSL, .yankArticle, .yankPath,
      .yankURL, .openPager, .openEditor, .openBrowser:
      guard markedScope == nil, shownArticle == nil else { return nil }
      if focus == .list { effects = loadSelected() }
      guard reader.pending != nil else { return nil }
    case .pipe:
      guard argument != nil, markedScope == nil, shownArticle == nil else { return nil }
      if focus == .list { effects = loadSelected() }
      guard reader.pending != nil else { return nil }
    case .nextQuote, .previousQuote, .nextMatch, .previousMatch, .correct, .toggleRemoved,
      .toggleLinks,
      .toggleRaw, .moveDown, .moveUp, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .first, .last:
      guard focus == .reader, isOnItsWay else { return nil }
    default: return nil
    }
    deferred.append(DeferredCommand(command: command, count: count, argument: argument))
    return effects + say(.articleOnItsWay)
  }

  /// Does what waited for an article.
  mutating func performDeferred() -> [Effect] {
    let waited = deferred
    deferred = []
    if !waited.isEmpty { notice = nil }
    return waited.flatMap { perform($0.command, count: $0.count, argument: $0.argument) }
  }

  /// The article that is read; nil while another one is on its way or the list stands on another.
  private var shownArticle: Article? {
    guard reader.pending == nil || reader.pending?.key == reader.key else { return nil }
    return focus == .list && reader.key != list.selectedKey ? nil : reader.article
  }

  /// Headline, metadata and the kept words, as they go to other programs.
  private func words(of article: Article) -> String { ArticleText.plain(article, words) }

  mutating func openPager() -> [Effect] {
    guard let article = shownArticle else { return say(.noArticleOpen) }
    return [.run(.pager(text: words(of: article)))]
  }

  mutating func openEditor() -> [Effect] {
    if case .findings = overlay {
      return chosenFinding.map { [.run(.editor(path: $0.path, line: $0.line))] } ?? []
    }
    guard let article = shownArticle else { return say(.noArticleOpen) }
    let offset = reader.layout?.sourceOffset(from: reader.top) ?? 0
    let line = chosenQuote?.line ?? article.source.line(at: offset)
    return [.run(.editor(path: article.file, line: line))]
  }

  /// Opens the article's own address, or that of a link by its number.
  mutating func openBrowser(link number: Int?) -> [Effect] {
    guard let article = shownArticle else { return say(.noArticleOpen) }
    if let number { return openLink(number) }
    guard let url = article.url, url.hasPrefix("https://") || url.hasPrefix("http://") else {
      return say(.noURL)
    }
    return [.run(.browser(url: url))]
  }

  private mutating func openLink(_ number: Int) -> [Effect] {
    settleReader()
    let addresses = reader.layout?.links.addresses ?? []
    guard addresses.indices.contains(number - 1) else { return say(.noLink(number)) }
    guard let url = WebAddress.resolved(addresses[number - 1], on: reader.article?.url) else {
      return say(.noLink(number))
    }
    return [.run(.browser(url: url))]
  }

  mutating func pipe(_ command: String?) -> [Effect] {
    guard let command else { return openCommandLine("pipe ") }
    if let scope = markedScope ?? viewScope { return [.run(.pipeAll(command: command, scope))] }
    guard let article = shownArticle else { return say(.noArticleOpen) }
    return [.run(.pipe(command: command, text: words(of: article)))]
  }

  mutating func export(_ path: String?) -> [Effect] {
    guard let path else { return openCommandLine("export ") }
    guard let format = ExportFormat(path: path) else {
      return say(.unknownFormat(path), isWarning: true)
    }
    if let exporting { return say(.exportRuns(exporting.path), isWarning: true) }
    let scope = markedScope ?? viewScope ?? .matching(filter.query, list.order)
    let request = nextRequest()
    let total = count(of: scope)
    exporting = ExportState(request: request, path: path, total: total)
    notice = Notice(text: words(.exporting(path)))
    return [.export(scope, format, path: path, total: total, request: request)]
  }

  /// Esc while a file is written.
  mutating func cancelExport() -> [Effect] {
    notice = Notice(text: words(.stoppingExport(exporting?.path ?? "")))
    return [.cancelExport]
  }

  /// What is marked: articles in the list, quotes in a view that lists them.
  var markedScope: ExportScope? {
    if let view {
      switch view.kind {
      case .quotes, .person, .compare:
        return marked.quotes.isEmpty ? nil : .quotes(marked.quotes.map(\.key))
      case .names, .timeline, .filters: return nil
      }
    }
    guard focus == .list, marked.count(of: list.articles) > 0 else { return nil }
    return marked.isAll
      ? .matching(filter.query, list.order) : .articles(marked.articles.map(\.key))
  }

  /// What the view on the screen lists.
  private var viewScope: ExportScope? {
    guard let view else { return nil }
    switch view.kind {
    case .quotes: return .quotesMatching(view.query, speaker: nil, view.quoteOrder)
    case .person(let name): return .quotesMatching(view.query, speaker: name, view.quoteOrder)
    case .compare:
      let quotes = view.columns.items.compactMap { $0.quote?.key }
      return quotes.isEmpty ? .articles(view.columns.items.map(\.article)) : .quotes(quotes)
    case .timeline: return .matching(view.query, list.order)
    case .names: return .matching(view.base, list.order)
    case .filters: return nil
    }
  }

  /// How many articles are written; 0 where that is not known.
  private func count(of scope: ExportScope) -> Int {
    switch scope {
    case .matching(filter.query, _): list.isSettled ? list.articles : 0
    case .matching: 0
    case .articles(let keys): keys.count
    case .quotesMatching: view?.quotes.articles ?? 0
    case .quotes(let keys): Set(keys.map(\.article)).count
    }
  }

  /// Copies what many articles or quotes gave.
  mutating func take(gathered text: String, _ what: Phrase) -> [Effect] {
    text.isEmpty ? say(.nothingToCopy) : copy(text, what)
  }
}
