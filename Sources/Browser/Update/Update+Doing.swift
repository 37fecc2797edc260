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

  /// The article that is read; nil while another one is on its way or the list stands on another.
  private var shownArticle: Article? {
    guard reader.pending == nil || reader.pending?.key == reader.key else { return nil }
    return focus == .list && reader.key != list.selectedKey ? nil : reader.article
  }

  /// Headline, metadata and the kept words, as they go to other programs.
  private func words(of article: Article) -> String {
    var parts = [article.title.text, ArticleHeading.metadata(of: article, words)]
    parts += (article.standfirst + article.body).map { span in
      LineBreaker.words(of: span, in: article.source.bytes).map { article[$0] }
        .joined(separator: " ")
    }
    // No program is to get what could steer a terminal.
    return parts.map(DisplayText.sanitized).joined(separator: "\n\n") + "\n"
  }

  mutating func openPager() -> [Effect] {
    guard let article = shownArticle else { return say(.noArticleOpen) }
    return [.run(.pager(text: words(of: article)))]
  }

  mutating func openEditor() -> [Effect] {
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
    let url = addresses[number - 1]
    // No blank and no control byte belongs in an address.
    guard url.hasPrefix("https://") || url.hasPrefix("http://"),
      url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else { return say(.noLink(number)) }
    return [.run(.browser(url: url))]
  }

  mutating func pipe(_ command: String?) -> [Effect] {
    guard let command else { return openCommandLine("pipe ") }
    guard let article = shownArticle else { return say(.noArticleOpen) }
    return [.run(.pipe(command: command, text: words(of: article)))]
  }

  mutating func export(_ path: String?) -> [Effect] {
    guard let path else { return openCommandLine("export ") }
    guard let format = ExportFormat(path: path) else {
      return say(.unknownFormat(path), isWarning: true)
    }
    notice = Notice(text: words(.exporting(path)))
    return [.export(filter.query, format, path: path, request: nextRequest())]
  }
}
