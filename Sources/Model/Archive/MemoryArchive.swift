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
    let signature: ArticleSignature
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
      signature = searchable.signature
      moment =
        article.published.map { published in
          let date = published.date
          let day = (date.year * 12 + date.month) * 31 + date.day
          return day * (24 * 60 + 1) + (date.minutes ?? -1) + 1
        } ?? 0
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
    var findings: [Finding] = []
    /// Articles that say the same as one before them, in the order in which they were added.
    var pairs: [RepeatIndex.Pair] = []
  }

  /// Groups of what was added, in order.
  private struct Groups {
    var groups = RepeatGroups()
    /// The articles by their numbers there.
    var keys: [Int] = []

    /// Adds an article; with the first of its group where it repeats one.
    mutating func add(_ entry: Entry) -> RepeatIndex.Pair? {
      let key = entry.row.key.rawValue
      keys.append(key)
      let first = keys[groups.add(id: entry.article.id, entry.signature)]
      guard first != key else { return nil }
      return RepeatIndex.Pair(
        member: UInt32(truncatingIfNeeded: key), first: UInt32(truncatingIfNeeded: first))
    }
  }

  private let contents = Mutex(Contents())
  /// Held by who adds, so that texts are folded while others read.
  private let adding = Mutex(Groups())

  /// What the reader noted about articles.
  let marks: any MarksSource

  /// An empty archive.
  public init(marks: any MarksSource = NoMarks()) { self.marks = marks }

  /// What there is now.
  var now: Contents { contents.withLock { $0 } }

  /// Applies what the reader put right about articles since they were read.
  public func correct(_ articles: Set<ArticleID>) {
    adding.withLock { _ in
      let changed = now.entries.filter { articles.contains($0.article.id) }.map { entry in
        Entry(
          entry.original, key: entry.row.key,
          corrections: marks.marks(of: entry.article.id).corrections)
      }
      contents.withLock { contents in
        for entry in changed { contents.entries[entry.row.key.rawValue] = entry }
      }
    }
  }

  /// Adds articles and findings.
  /// - Complexity: O(bytes of the new articles), and O(articles) to put them in order.
  public func add(_ articles: [Article], findings: [Finding] = []) {
    adding.withLock { groups in
      let first = contents.withLock { $0.entries.count }
      let prepared = articles.enumerated().map { index, article in
        Entry(
          article, key: ArticleKey(rawValue: first + index),
          corrections: marks.marks(of: article.id).corrections)
      }
      let keys = prepared.sorted { $0.precedes($1) }.map(\.row.key)
      let newFindings = findings.sorted { $0.path < $1.path }
      let pairs = prepared.compactMap { groups.add($0) }
      contents.withLock { contents in
        contents.entries += prepared
        contents.pairs += pairs
        let entries = contents.entries
        contents.order.merge(keys) { entries[$0.rawValue].precedes(entries[$1.rawValue]) }
        contents.findings.merge(newFindings) { $0.path < $1.path }
      }
    }
  }

  /// The rows of a filter around an anchor.
  /// - Complexity: O(bytes of text) for a filter, O(rows) for none.
  public func page(
    _ request: PageRequest, _ work: ArchiveWork, early: (ArticlePage) -> Void
  ) -> ArticlePage? {
    let now = contents.withLock { $0 }
    let repeats = RepeatIndex(now.pairs)
    var page = ArticlePage(total: now.order.count)
    guard let found = keys(request.query, request.order, now, work) else { return nil }
    var keys = found.map(\.rawValue)
    let matching = Set(repeats.count > 0 ? keys : [])
    let count = max(0, request.count)
    var anchor: Int?
    if case .article(let key, _) = request.anchor { anchor = keys.firstIndex(of: key.rawValue) }
    if let group = request.group {
      let members = Set(repeats.group(of: group.rawValue))
      let anchored = anchor.map { keys[$0] }
      keys.removeAll { !members.contains($0) }
      anchor = anchored.flatMap { keys.firstIndex(of: $0) }
    }
    page.quotes = keys.reduce(0) { $0 + now.entries[$1].row.quoteCount }
    if request.foldsRepeats, request.group == nil {
      let all = keys.count
      (keys, anchor) = repeats.folded(keys, anchor: anchor)
      page.folded = all - keys.count
    }
    page.matching = keys.count
    page.anchorRow = anchor
    switch request.anchor {
    case .row(let row): page.first = row
    case .article(_, let otherwise): page.first = anchor.map { $0 - count / 2 } ?? otherwise
    }
    page.first = max(0, min(page.first, keys.count - count))
    page.rows = keys[page.first..<min(keys.count, page.first + count)].map { key in
      var row = now.entries[key].row
      row.marks = marks.marks(of: row.id)
      row.repeats = repeats.group(of: key).count { matching.contains($0) && $0 != key }
      return row
    }
    return page
  }

  /// The articles of a filter in order; nil where nobody wants them any more.
  func keys(
    _ query: Query, _ order: ArticleOrder, _ now: Contents, _ work: ArchiveWork
  ) -> [ArticleKey]? {
    var keys = now.order
    if query != .everything {
      let matcher = QueryMatcher(query)
      let repeats = Set(now.pairs.map(\.member))
      var found: [ArticleKey] = []
      for key in keys {
        if work.isCancelled { return nil }
        let entry = now.entries[key.rawValue]
        let facts = MatchFacts(
          day: entry.article.published?.date.dayNumber,
          isRepeat: repeats.contains(UInt32(truncatingIfNeeded: key.rawValue)),
          marks: marks.marks(of: entry.article.id))
        if matcher.matches(entry.searchable, facts) { found.append(key) }
      }
      keys = found
    }
    return sorted(keys, order, query, now)
  }

  /// Keys that are newest first in another order.
  private func sorted(
    _ keys: [ArticleKey], _ order: ArticleOrder, _ query: Query, _ now: Contents
  ) -> [ArticleKey] {
    func sorted<Value: Comparable>(_ value: (Entry) -> Value) -> [ArticleKey] {
      let values = keys.map { value(now.entries[$0.rawValue]) }
      return keys.indices.sorted { (values[$0], $0) < (values[$1], $1) }.map { keys[$0] }
    }
    switch order {
    case .newest: return keys
    case .oldest: return sorted { $0.moment == 0 ? Int.max : $0.moment }
    case .quoted: return sorted { -$0.row.quoteCount }
    case .file:
      return keys.sorted {
        let (a, b) = (now.entries[$0.rawValue].article, now.entries[$1.rawValue].article)
        return (a.file, a.item, $0.rawValue) < (b.file, b.item, $1.rawValue)
      }
    case .relevance:
      let words = RelevantWords(query)
      guard !words.isEmpty else { return keys }
      let counted = keys.map { key in
        words.count(in: now.entries[key.rawValue].article, headlineWeight: Relevance.headlineWeight)
      }
      let scores = Relevance.scores(
        counted.map(\.0), counted.map(\.length), words.count, of: now.order.count)
      return keys.indices.sorted {
        scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
      }.map { keys[$0] }
    }
  }

  public func names(of query: Query, limit: Int, _ work: ArchiveWork) -> FilterNames? {
    let now = contents.withLock { $0 }
    guard let keys = keys(query, .newest, now, work) else { return nil }
    var counts: [[UInt8]: (kind: NameKind, entry: FilterNames.Entry)] = [:]
    for key in keys {
      var seen: Set<[UInt8]> = []
      for name in PreparedArticle.names(of: now.entries[key.rawValue].article) {
        let place = [UInt8(name.kind.rawValue)] + name.key
        var known =
          counts[place]
          ?? (name.kind, FilterNames.Entry(name: name.name, articles: 0, mentions: 0, quotes: 0))
        known.entry.articles += seen.insert(place).inserted ? 1 : 0
        known.entry.mentions += name.mentions
        known.entry.quotes += name.quotes
        counts[place] = known
      }
    }
    var names = FilterNames()
    for kind in NameKind.allCases {
      let entries = counts.values.filter { $0.kind == kind }.map(\.entry)
        .sorted { ($0.mentions, $1.name) > ($1.mentions, $0.name) }
      names.set(
        kind.rawValue, kind == .person ? entries : Array(entries.prefix(limit)), limit: limit)
    }
    return names
  }

  public func completions(
    of field: QueryPrefix, beginning: String, limit: Int
  ) -> [Completion] {
    if field == .tag {
      return marks.tags().filter { Folding.begins($0.name, with: beginning) }.prefix(limit)
        .map { Completion(text: $0.name, count: $0.count) }
    }
    guard let kind = NameKind(field) else {
      return field.values.filter { $0.hasPrefix(beginning) }.prefix(limit)
        .map { Completion(text: $0, count: nil) }
    }
    let now = contents.withLock { $0 }
    var counts: [[UInt8]: (name: String, articles: Int, quotes: Int)] = [:]
    for key in now.order {
      let all = PreparedArticle.names(of: now.entries[key.rawValue].article)
      for name in all where name.kind == kind && Folding.begins(name.name, with: beginning) {
        counts[name.key, default: (name.name, 0, 0)].articles += 1
        counts[name.key]?.quotes += name.quotes
      }
    }
    return counts.values.filter { field != .by || $0.quotes > 0 }
      .sorted { ($0.articles, $1.name) > ($1.articles, $0.name) }.prefix(limit)
      .map { Completion(text: $0.name, count: $0.articles) }
  }

  public func forEach(_ query: Query, _ order: ArticleOrder, _ take: (Article) -> Bool) {
    let now = contents.withLock { $0 }
    for key in keys(query, order, now, ArchiveWork()) ?? [] {
      if let article = article(key), !take(article) { return }
    }
  }

  /// Takes out the articles and findings of a file.
  public func remove(file path: String) {
    adding.withLock { groups in
      contents.withLock { contents in
        let entries = contents.entries
        let prefix = path + "/"
        let isGone = { (key: ArticleKey) in
          let file = entries[key.rawValue].article.file
          return file == path || file.hasPrefix(prefix)
        }
        contents.order.removeAll(where: isGone)
        contents.findings.removeAll { $0.path == path || $0.path.hasPrefix(prefix) }
        groups = Groups()
        contents.pairs = contents.order.sorted { $0.rawValue < $1.rawValue }
          .compactMap { groups.add(entries[$0.rawValue]) }
      }
    }
  }

  /// The whole article.
  public func article(_ key: ArticleKey) -> Article? {
    let found = contents.withLock {
      $0.entries.indices.contains(key.rawValue) ? $0.entries[key.rawValue].original : nil
    }
    guard let found else { return nil }
    let corrections = marks.marks(of: found.id).corrections
    return corrections.isEmpty ? found : found.applying(corrections).article
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
