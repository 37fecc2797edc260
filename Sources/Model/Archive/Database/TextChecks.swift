import Foundation
import GRDB

/// Looks into the texts of articles, on all cores.
///
/// Most are told by a look at their bytes, decompressed but not decoded.
final class TextChecks {
  private let run: QueryRun
  private let raw: RawTest
  private let matcher: QueryMatcher
  private let fields: Set<QueryField>
  private let bodies: ArticleBodies

  /// So many articles are looked at together, at first and at most.
  private static let (firstBatch, largestBatch) = (64, 512)

  init(_ run: QueryRun, _ plan: QueryPlan) throws {
    self.run = run
    raw = RawTest(plan)
    matcher = QueryMatcher(plan)
    fields = plan.fields
    bodies = try ArticleBodies(run.db, run.compression)
  }

  /// Looks at some articles in the order of the set, which is that of their places in the file.
  /// - Parameter take: told each with the answer; ends it by returning false.
  func each(of set: IndexSet, _ take: (Int, Bool) throws -> Bool) throws {
    var first = 0
    var size = Self.firstBatch
    while true {
      var batch: [Int] = []
      batch.reserveCapacity(size)
      set.visit(from: first) { index in
        batch.append(index)
        return batch.count < size
      }
      guard let last = batch.last else { return }
      for (index, holds) in zip(batch, try look(at: batch)) {
        guard try take(index, holds) else { return }
      }
      first = last + 1
      size = min(Self.largestBatch, size * 2)
    }
  }

  /// Whether the test holds for each of some articles.
  func look(at articles: [Int]) throws -> [Bool] {
    try run.work.check()
    let packed = try articles.map { try bodies.packed($0 + 1) }
    let compression = run.compression
    let (raw, work) = (self.raw, run.work)
    var looks = [Look](repeating: .no, count: articles.count)
    Cores.forEach(&looks) { place, look in
      guard let bytes = packed[place], !work.isCancelled else { return }
      guard let text = compression.decompress(bytes), let article = try? RawArticle(text) else {
        look = .damaged
        return
      }
      switch raw.holds(article) {
      case true?: look = .yes
      case false?: look = .no
      case nil: look = .unknown(text)
      }
    }
    try decode(articles, &looks)
    try run.work.check()
    return try looks.map { look in
      switch look {
      case .yes: return true
      case .no: return false
      case .unknown, .damaged: throw PackedReader.Damaged()
      }
    }
  }

  /// Decodes those that only their parts can tell.
  private func decode(_ articles: [Int], _ looks: inout [Look]) throws {
    var heads: [(id: ArticleID, path: String, facts: MatchFacts)?] = []
    var isNeeded = false
    for (place, index) in articles.enumerated() {
      guard case .unknown = looks[place], let head = try bodies.head(index + 1) else {
        heads.append(nil)
        continue
      }
      isNeeded = true
      let moment = run.catalogue.moment(index)
      let facts = MatchFacts(
        day: Moment.date(moment)?.dayNumber, isRepeat: run.catalogue.repeats.isRepeat(index),
        marks: run.marks.marks(of: head.id))
      heads.append((head.id, head.path, facts))
    }
    guard isNeeded else { return }
    try run.work.check()
    let (matcher, fields, work, found) = (self.matcher, self.fields, run.work, heads)
    Cores.forEach(&looks) { place, look in
      guard case .unknown(let bytes) = look, !work.isCancelled else { return }
      guard let head = found[place],
        let article = try? ArticleCodec.decode(bytes, id: head.id, path: head.path)
      else {
        look = .damaged
        return
      }
      look = matcher.matches(SearchableText(of: article, only: fields), head.facts) ? .yes : .no
    }
  }

  private enum Look: Sendable {
    case no, yes, damaged
    case unknown([UInt8])
  }
}

/// Reads articles out of the database.
final class ArticleBodies {
  private let body: RawStatement
  private let about: RawStatement
  private let db: Database
  private let compression: TextCompression

  init(_ db: Database, _ compression: TextCompression) throws {
    self.db = db
    self.compression = compression
    body = try RawStatement(db, "SELECT bytes FROM bodies WHERE id = ?")
    about = try RawStatement(
      db,
      """
      SELECT articles.content, files.path FROM articles
      JOIN files ON files.id = articles.file WHERE articles.id = ?
      """)
  }

  /// The compressed bytes of an article whose dictionary is at hand; nil where there is none.
  func packed(_ id: Int) throws -> [UInt8]? {
    defer { body.reset() }
    body.bind(id, at: 1)
    guard try body.step() else { return nil }
    let packed = body.blob(0)
    let number = TextCompression.dictionary(of: packed)
    if !compression.knows(number) {
      let bytes = try Data.bytes(
        db, sql: "SELECT bytes FROM dictionaries WHERE number = \(number)")
      if let bytes { compression.add(bytes, number: number) }
    }
    return packed
  }

  /// The hash of an article's words and the path of its file.
  func head(_ id: Int) throws -> (id: ArticleID, path: String)? {
    defer { about.reset() }
    about.bind(id, at: 1)
    guard try about.step() else { return nil }
    return (ArticleID(rawValue: UInt64(bitPattern: Int64(about.int(0)))), about.text(1))
  }

  /// The article of a number; nil where there is none.
  /// - Throws: where its bytes are damaged.
  func article(_ id: Int) throws -> Article? {
    guard let packed = try packed(id), let head = try head(id) else { return nil }
    guard let bytes = compression.decompress(packed) else { throw PackedReader.Damaged() }
    return try ArticleCodec.decode(bytes, id: head.id, path: head.path)
  }
}
