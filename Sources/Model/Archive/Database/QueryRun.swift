import Foundation
import GRDB

/// One query on its way through an archive, inside one state of the database.
struct QueryRun {
  let db: Database
  let catalogue: Catalogue
  let marks: any MarksSource
  let compression: TextCompression
  let work: ArchiveWork

  /// So many entries are stepped through between two looks at whether the answer is still wanted.
  private static let stride = 4096

  // MARK: - Sets

  /// The articles that match.
  func articles(_ plan: QueryPlan) throws -> IndexSet {
    try work.check()
    if case .everything = plan { return live }
    if let expression = try IndexExpression(plan, .words, Vocabulary(db: db)) {
      let found = try articles(in: .words, expression)
      return expression.isExact ? found : try verified(found, plan)
    }
    switch plan {
    case .quote(let test): return try articles(withQuote: test)
    case .published(let days): return articles(on: days)
    case .property(let property): return try articles(property)
    case .tag(let tag): return try articles(marks.articles(.tagged(tag)))
    case .not(let inner):
      var rest = live
      rest.subtract(try articles(inner))
      return rest
    case .all(let plans): return try articles(inAll: plans)
    case .any(let plans):
      let (indexed, others) = try parted(plans)
      var found = IndexSet(limit: catalogue.count)
      if !indexed.isEmpty { found.formUnion(try articles(.any(indexed))) }
      for plan in others { found.formUnion(try articles(plan)) }
      return found
    case .everything, .words, .kind: return IndexSet(limit: catalogue.count)
    }
  }

  /// Parts that the index can tell, and others.
  func parted(_ plans: [QueryPlan]) throws -> (indexed: [QueryPlan], others: [QueryPlan]) {
    var indexed: [QueryPlan] = []
    var others: [QueryPlan] = []
    for plan in plans {
      if try IndexExpression(plan, .words, Vocabulary(db: db)) != nil {
        indexed.append(plan)
      } else {
        others.append(plan)
      }
    }
    return (indexed, others)
  }

  private func articles(inAll plans: [QueryPlan]) throws -> IndexSet {
    let (indexed, others) = try parted(plans)
    var found: IndexSet?
    for plan in others {
      let set = try articles(plan)
      if found == nil { found = set } else { found?.formIntersection(set) }
      if found?.isEmpty == true { return set.emptied }
    }
    guard !indexed.isEmpty,
      let expression = try IndexExpression(.all(indexed), .words, Vocabulary(db: db))
    else { return found ?? live }
    var set = try articles(in: .words, expression)
    if let found { set.formIntersection(found) }
    return expression.isExact ? set : try verified(set, .all(indexed))
  }

  /// The articles of some entries of the index.
  func articles(in table: IndexExpression.Table, _ expression: IndexExpression) throws -> IndexSet {
    var found = IndexSet(limit: catalogue.count)
    try step(table, expression.text) { found.insert($0) }
    found.formIntersection(live)
    return found
  }

  /// Calls `take` with the article of each entry that matches, in the order of reading.
  func step(
    _ table: IndexExpression.Table, _ expression: String, _ take: (Int) -> Void
  ) throws {
    let statement = try RawStatement(
      db, "SELECT rowid FROM \(table.rawValue) WHERE \(table.rawValue) MATCH ? ORDER BY rowid")
    statement.bind(expression, at: 1)
    var count = 0
    var article = 0
    while try statement.step() {
      let number = statement.int(0)
      switch table {
      case .words: take(number - 1)
      case .said:
        article = catalogue.article(ofQuote: number, from: article)
        take(article)
      }
      count += 1
      if count % Self.stride == 0 { try work.check() }
    }
  }

  /// The articles with a quote that stands a test.
  private func articles(withQuote test: QueryPlan) throws -> IndexSet {
    guard let expression = try IndexExpression(test, .said, Vocabulary(db: db)) else {
      return IndexSet(limit: catalogue.count)
    }
    let found = try articles(in: .said, expression)
    return expression.isExact ? found : try verified(found, .quote(test))
  }

  private func articles(on days: DayRange) -> IndexSet {
    var found = IndexSet(limit: catalogue.count)
    for place in catalogue.places(days) { found.insert(Int(catalogue.order[place])) }
    return found
  }

  private func articles(_ property: QueryProperty) throws -> IndexSet {
    switch property {
    case .hasQuotes:
      var found = IndexSet(limit: catalogue.count)
      for index in catalogue.order where catalogue.quotes(Int(index)) > 0 {
        found.insert(Int(index))
      }
      return found
    case .repeated:
      var found = IndexSet(limit: catalogue.count)
      for index in catalogue.repeats.repeats { found.insert(Int(index)) }
      return found
    case .starred: return try articles(marks.articles(.starred))
    case .hasNotes: return try articles(marks.articles(.noted))
    case .read: return try articles(marks.articles(.read))
    case .unread:
      var rest = live
      rest.subtract(try articles(marks.articles(.read)))
      return rest
    }
  }

  /// The articles of some contents.
  private func articles(_ contents: Set<ArticleID>) throws -> IndexSet {
    var found = IndexSet(limit: catalogue.count)
    let statement = try RawStatement(db, "SELECT id FROM articles WHERE content = ?")
    for content in contents {
      statement.bind(content.rawValue, at: 1)
      while try statement.step() { found.insert(statement.int(0) - 1) }
      statement.reset()
      try work.check()
    }
    return found
  }

  var live: IndexSet { catalogue.live }

  // MARK: - Texts

  /// Those of some articles whose text stands the test.
  private func verified(_ candidates: IndexSet, _ plan: QueryPlan) throws -> IndexSet {
    let check = try TextCheck(self, plan)
    var found = candidates.emptied
    try candidates.visit { index in
      try work.check()
      if try check.holds(index) { found.insert(index) }
      return true
    }
    return found
  }
}

/// Looks into the texts of articles.
final class TextCheck {
  private let run: QueryRun
  private let matcher: QueryMatcher
  private let bodies: ArticleBodies
  /// Phrases that a matching text must hold.
  private let phrases: [RawPhrase]

  init(_ run: QueryRun, _ plan: QueryPlan) throws {
    self.run = run
    phrases = RawPhrase.needed(by: plan)
    matcher = QueryMatcher(plan)
    bodies = try ArticleBodies(run.db, run.compression)
  }

  func holds(_ index: Int) throws -> Bool {
    guard
      let article = try bodies.article(
        index + 1, where: { bytes in phrases.allSatisfy { $0.mayStand(in: bytes) } })
    else { return false }
    let facts = MatchFacts(
      day: article.published?.date.dayNumber, isRepeat: run.catalogue.repeats.isRepeat(index),
      marks: run.marks.marks(of: article.id))
    return matcher.matches(SearchableText(of: article), facts)
  }
}

/// Reads articles out of the database.
final class ArticleBodies {
  private let statement: RawStatement
  private let db: Database
  private let compression: TextCompression

  init(_ db: Database, _ compression: TextCompression) throws {
    self.db = db
    self.compression = compression
    statement = try RawStatement(
      db,
      """
      SELECT bodies.bytes, articles.content, files.path FROM articles
      JOIN bodies ON bodies.id = articles.id JOIN files ON files.id = articles.file
      WHERE articles.id = ?
      """)
  }

  /// The article of a number; nil where there is none.
  /// - Parameter isWanted: looks at the encoded article, before it is decoded.
  /// - Throws: where its bytes are damaged.
  func article(_ id: Int, where isWanted: ([UInt8]) -> Bool = { _ in true }) throws -> Article? {
    defer { statement.reset() }
    statement.bind(id, at: 1)
    guard try statement.step() else { return nil }
    let packed = statement.blob(0)
    let number = TextCompression.dictionary(of: packed)
    if !compression.knows(number) {
      let bytes = try Data.bytes(
        db, sql: "SELECT bytes FROM dictionaries WHERE number = \(number)")
      if let bytes { compression.add(bytes, number: number) }
    }
    guard let bytes = compression.decompress(packed) else { throw PackedReader.Damaged() }
    guard isWanted(bytes) else { return nil }
    return try ArticleCodec.decode(
      bytes, id: ArticleID(rawValue: UInt64(bitPattern: Int64(statement.int(1)))),
      path: statement.text(2))
  }
}

extension IndexSet {
  /// None of as many.
  var emptied: IndexSet { IndexSet(limit: limit) }
}
