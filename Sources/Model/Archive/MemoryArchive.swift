import Synchronization

/// An archive that lives in memory and writes nothing.
public final class MemoryArchive: ArticleArchive {
  struct Contents: Sendable {
    var articles: [Article] = []
    var searchable: [SearchableText] = []
    /// Keys, newest first, undated last.
    var order: [ArticleKey] = []
    var findings: [Finding] = []
  }

  private let contents = Mutex(Contents())

  /// An empty archive.
  public init() {}

  /// Adds articles and findings.
  public func add(_ articles: [Article], findings: [Finding] = []) {
    let prepared = articles.map { SearchableText(of: $0) }
    contents.withLock { contents in
      let first = contents.articles.count
      contents.articles += articles
      contents.searchable += prepared
      contents.findings += findings
      contents.order += (first..<contents.articles.count).map { ArticleKey(rawValue: $0) }
      let all = contents.articles
      contents.order.sort { Self.precedes($0, $1, in: all) }
      contents.findings.sort { $0.path < $1.path }
    }
  }

  private static func precedes(_ a: ArticleKey, _ b: ArticleKey, in all: [Article]) -> Bool {
    let (one, two) = (all[a.rawValue], all[b.rawValue])
    switch (one.published?.date, two.published?.date) {
    case (let x?, let y?) where x != y: return y < x
    case (.some, nil): return true
    case (nil, .some): return false
    default: return (one.file, one.item) < (two.file, two.item)
    }
  }

  /// The rows of a filter around an anchor.
  /// - Complexity: O(bytes of text) for a filter, O(rows) for none.
  public func page(_ request: PageRequest) -> ArticlePage {
    let now = contents.withLock { $0 }
    let matcher = QueryMatcher(request.query)
    var page = ArticlePage(total: now.articles.count)
    var keys: [ArticleKey] = []
    for key in now.order where matcher.matches(now.searchable[key.rawValue]) {
      keys.append(key)
      page.quotes += now.articles[key.rawValue].quotes.count
    }
    page.matching = keys.count
    let count = max(0, request.count)
    switch request.anchor {
    case .row(let row): page.first = row
    case .article(let key, let otherwise):
      page.anchorRow = keys.firstIndex(of: key)
      page.first = page.anchorRow.map { $0 - count / 2 } ?? otherwise
    }
    page.first = max(0, min(page.first, keys.count - count))
    page.rows = keys[page.first..<min(keys.count, page.first + count)].map { key in
      let article = now.articles[key.rawValue]
      return ArticleRow(
        key: key, date: article.published?.date, agency: article.agency,
        title: article.title.text, quoteCount: article.quotes.count)
    }
    return page
  }

  /// The whole article.
  public func article(_ key: ArticleKey) -> Article? {
    contents.withLock {
      $0.articles.indices.contains(key.rawValue) ? $0.articles[key.rawValue] : nil
    }
  }

  /// What could not be read and why.
  public func findings() -> [Finding] { contents.withLock { $0.findings } }
}
