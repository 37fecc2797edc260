import GRDB

/// Whole articles of an archive, and what is told of all of them.
extension DatabaseArchive {
  public func article(_ key: ArticleKey) -> Article? {
    try? bodies.read { db in
      guard let article = try ArticleBodies(db, compression).article(key.rawValue + 1) else {
        return nil
      }
      return dressed(article)
    }
  }

  /// With the path as the user typed it and the reader's corrections.
  func dressed(_ article: Article) -> Article {
    var article = article
    article.file = location.shown(article.file)
    let corrections = marks.marks(of: article.id).corrections
    return corrections.isEmpty ? article : article.applying(corrections).article
  }

  public func forEach(_ query: Query, _ order: ArticleOrder, _ take: (Article) -> Bool) {
    try? visit(query, order, take)
  }

  /// Calls `take` for each article of a filter, in its order, until `take` returns false.
  /// - Throws: why the archive could not be read further.
  public func visit(
    _ query: Query, _ order: ArticleOrder, _ take: (Article) -> Bool
  ) throws(ArchiveError) {
    do { try visitAll(query, order, take) } catch { throw ArchiveError(path: location.path, error) }
  }

  private func visitAll(
    _ query: Query, _ order: ArticleOrder, _ take: (Article) -> Bool
  ) throws {
    // With a connection of its own: it may take long, and nothing must wait for it.
    try location.file.openForReading(cache: 1024).read { db in
      var (run, result) = try result(query, db, ArchiveWork())
      if order != .newest {
        let request = PageRequest(query: query, order: order, anchor: .row(0), count: 0)
        var found = IndexSet(limit: run.catalogue.count)
        for index in result.articles(0..<result.matching) { found.insert(index) }
        result = ResultSet(
          found, try ordering(request, Ordering(newestOf: run.catalogue), run, found),
          run.catalogue)
      }
      let bodies = try ArticleBodies(db, compression)
      for first in stride(from: 0, to: result.matching, by: 256) {
        for index in result.articles(first..<first + 256) {
          guard let article = try bodies.article(index + 1) else { continue }
          guard take(dressed(article)) else { return }
        }
      }
    }
  }

  public func labels(of articles: [ArticleID]) -> [ArticleID: ArticleLabel] {
    let found = try? others.read { db in
      let find = try RawStatement(
        db,
        """
        SELECT articles.title, files.path FROM articles JOIN files ON files.id = articles.file
        WHERE content = ? ORDER BY articles.id LIMIT 1
        """)
      var labels: [ArticleID: ArticleLabel] = [:]
      for article in articles {
        find.bind(article.rawValue, at: 1)
        if try find.step() {
          labels[article] = ArticleLabel(title: find.text(0), file: location.shown(find.text(1)))
        }
        find.reset()
      }
      return labels
    }
    return found ?? [:]
  }

  public func findings() -> [Finding] {
    let found = try? others.read { db in
      let rows = try RawStatement(db, "SELECT path, problem FROM findings ORDER BY path, id")
      var findings: [Finding] = []
      while try rows.step() {
        findings.append(
          Finding(
            path: location.shown(rows.text(0)), problem: try FindingCodec.decode(rows.blob(1))))
      }
      return findings
    }
    return found ?? []
  }

  /// Grows when the archive changes, by whomever.
  public var generation: Int {
    let found = try? others.read { db in
      try Int.fetchOne(db, sql: "SELECT value FROM counts WHERE name = 'generation'")
    }
    return (found ?? nil) ?? 0
  }
}
