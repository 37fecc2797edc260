import Synchronization

/// An archive that lives in memory and writes nothing.
public final class MemoryArchive: ArticleArchive {
  /// An article with what listing, ordering and filtering need of it, made once.
  final class Entry: Sendable {
    /// As it was read.
    let original: Article
    /// With what its reader put right.
    let article: Article
    let row: ArticleRow
    let searchable: SearchableText
    /// Grows with date and time; 0 where undated.
    let moment: Int

    init(_ original: Article, key: ArticleKey, corrections: [Correction] = []) {
      self.original = original
      let article = corrections.isEmpty ? original : original.applying(corrections).article
      self.article = article
      row = ArticleRow(
        key: key, id: article.id, date: article.published?.date,
        dateIsInferred: article.published?.basis == .inferred, agency: article.agency,
        title: article.title.text, quoteCount: article.quotes.count)
      searchable = SearchableText(of: article)
      moment =
        article.published.map { published in
          let date = published.date
          let day = (date.year * 12 + date.month) * 31 + date.day
          return day * (24 * 60 + 1) + (date.minutes ?? -1) + 1
        } ?? 0
    }

    /// Whether it matches, with what the reader noted about it.
    func matches(_ matcher: QueryMatcher, _ marks: any MarksSource) -> Bool {
      matcher.matches(
        searchable,
        MatchFacts(
          day: article.published?.date.dayNumber, marks: marks.marks(of: article.id)))
    }

    /// Newest first, undated last, else by file.
    func precedes(_ other: Entry) -> Bool {
      if moment != other.moment { return moment > other.moment }
      if article.file != other.article.file { return article.file < other.article.file }
      return (article.item, row.key.rawValue) < (other.article.item, other.row.key.rawValue)
    }
  }

  /// A snapshot costs nothing but two references: entries are shared, never copied.
  struct Contents: Sendable {
    /// By key.
    var entries: [Entry] = []
    /// Newest first, undated last.
    var order: [ArticleKey] = []
    var quotes = 0
    var findings: [Finding] = []
  }

  /// What the reader noted about articles.
  let marks: any MarksSource
  private let contents = Mutex(Contents())
  /// Held by who adds, so that texts are folded while others read.
  private let adding = Mutex(())

  /// An empty archive.
  public init(marks: any MarksSource = NoMarks()) { self.marks = marks }

  /// What there is now.
  var now: Contents { contents.withLock { $0 } }

  /// Applies what the reader put right about articles since they were read.
  public func correct(_ articles: Set<ArticleID>) {
    adding.withLock { _ in
      let entries = now.entries
      let changed = entries.filter { articles.contains($0.article.id) }.map { entry in
        Entry(
          entry.original, key: entry.row.key,
          corrections: marks.marks(of: entry.article.id).corrections)
      }
      contents.withLock { contents in
        for entry in changed {
          contents.quotes +=
            entry.row.quoteCount - contents.entries[entry.row.key.rawValue].row.quoteCount
          contents.entries[entry.row.key.rawValue] = entry
        }
      }
    }
  }

  /// Adds articles and findings.
  /// - Complexity: O(bytes of the new articles), and O(articles) to put them in order.
  public func add(_ articles: [Article], findings: [Finding] = []) {
    adding.withLock { _ in
      let first = contents.withLock { $0.entries.count }
      let prepared = articles.enumerated().map { index, article in
        Entry(
          article, key: ArticleKey(rawValue: first + index),
          corrections: marks.marks(of: article.id).corrections)
      }
      let keys = prepared.sorted { $0.precedes($1) }.map(\.row.key)
      let newFindings = findings.sorted { $0.path < $1.path }
      contents.withLock { contents in
        contents.entries += prepared
        contents.quotes += prepared.reduce(0) { $0 + $1.row.quoteCount }
        let entries = contents.entries
        contents.order.merge(keys) { entries[$0.rawValue].precedes(entries[$1.rawValue]) }
        contents.findings.merge(newFindings) { $0.path < $1.path }
      }
    }
  }

  /// The rows of a filter around an anchor.
  /// - Complexity: O(bytes of text) for a filter, O(rows) for none.
  public func page(_ request: PageRequest) -> ArticlePage {
    let now = self.now
    var page = ArticlePage(total: now.entries.count)
    var keys = now.order
    if case .everything = request.query {
      page.quotes = now.quotes
    } else {
      let matcher = QueryMatcher(request.query)
      keys = now.order.filter { now.entries[$0.rawValue].matches(matcher, marks) }
      page.quotes = keys.reduce(0) { $0 + now.entries[$1.rawValue].row.quoteCount }
    }
    page.matching = keys.count
    let count = max(0, request.count)
    switch request.anchor {
    case .row(let row): page.first = row
    case .article(let key, let otherwise):
      page.anchorRow = Self.row(of: key, among: keys, in: now.entries)
      page.first = page.anchorRow.map { $0 - count / 2 } ?? otherwise
    }
    page.first = max(0, min(page.first, keys.count - count))
    page.rows = keys[page.first..<min(keys.count, page.first + count)].map {
      var row = now.entries[$0.rawValue].row
      row.marks = marks.marks(of: row.id)
      return row
    }
    return page
  }

  /// Where an article stands among keys that are in order.
  /// - Complexity: O(log n).
  private static func row(
    of key: ArticleKey, among keys: [ArticleKey], in entries: [Entry]
  ) -> Int? {
    guard entries.indices.contains(key.rawValue) else { return nil }
    let wanted = entries[key.rawValue]
    let row = keys.partitionPoint { !entries[$0.rawValue].precedes(wanted) }
    return row < keys.count && keys[row] == key ? row : nil
  }

  /// The whole article.
  public func article(_ key: ArticleKey) -> Article? {
    contents.withLock {
      $0.entries.indices.contains(key.rawValue) ? $0.entries[key.rawValue].article : nil
    }
  }

  /// What could not be read and why.
  public func findings() -> [Finding] { contents.withLock { $0.findings } }
}

extension Array {
  /// The first index from which on a condition holds.
  /// - Precondition: it holds for all elements behind the first for which it does.
  /// - Complexity: O(log n).
  fileprivate func partitionPoint(from start: Int = 0, where holds: (Element) -> Bool) -> Int {
    var low = start
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Merges elements that are in order into those that are; equal ones go behind.
  /// - Complexity: O(n + m) moves, O(m log n) comparisons.
  fileprivate mutating func merge(_ new: [Element], by precedes: (Element, Element) -> Bool) {
    guard let first = new.first else { return }
    if let last, !precedes(first, last) {
      self += new
      return
    }
    var merged: [Element] = []
    merged.reserveCapacity(count + new.count)
    var taken = 0
    for element in new {
      let place = partitionPoint(from: taken) { precedes(element, $0) }
      merged += self[taken..<place]
      merged.append(element)
      taken = place
    }
    merged += self[taken...]
    self = merged
  }
}
