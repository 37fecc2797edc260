import Foundation
import GRDB

/// One query on its way through an archive, inside one state of the database.
final class QueryRun {
  let db: Database
  let catalogue: Catalogue
  let marks: any MarksSource
  let compression: TextCompression
  let work: ArchiveWork
  private var lists: [IndexLists.Table: IndexLists] = [:]
  /// Whether a part was left to the texts though the index knows it.
  private var hasLeftOut = false

  /// A part of which the index has more pages than this is left to the texts of articles, where they
  /// are few: a text takes as long as some pages.
  private static let (pagesForText, manyPages) = (2, 128)

  init(
    db: Database, catalogue: Catalogue, marks: any MarksSource, compression: TextCompression,
    work: ArchiveWork
  ) {
    self.db = db
    self.catalogue = catalogue
    self.marks = marks
    self.compression = compression
    self.work = work
  }

  var live: IndexSet { catalogue.live }

  /// The lists of a table.
  func lists(_ table: IndexLists.Table) throws -> IndexLists {
    if let known = lists[table] { return known }
    let made = try IndexLists(db, table)
    lists[table] = made
    return made
  }

  // MARK: - Articles

  /// The articles that match; texts are looked at where the index cannot tell.
  func articles(_ plan: QueryPlan) throws -> IndexSet {
    let bounds = try bounds(plan)
    guard !bounds.isExact else { return bounds.most }
    var found = bounds.least
    try TextChecks(self, unsure(plan)).each(of: bounds.unsure) { index, holds in
      if holds { found.insert(index) }
      return true
    }
    return found
  }

  /// What is known of the articles that match, without a look at texts.
  func bounds(_ plan: QueryPlan) throws -> Bounds {
    try work.check()
    switch plan {
    case .everything: return Bounds(exactly: live)
    case .words(let words): return living(try bounds(words, .words))
    case .kind(let kind): return living(try bounds(TokenMark.token(kind), .words))
    case .quote(let test):
      // A single speaker or kind is known of articles too; there are fewer of them than of quotes.
      switch test {
      case .kind: return try bounds(test)
      case .words(let words) where words.field == .by && words.words.count == 1:
        return try bounds(test)
      default:
        let quotes = try quoteBounds(test)
        return living(
          Bounds(
            most: catalogue.articles(holding: quotes.most),
            least: quotes.isExact ? nil : catalogue.articles(holding: quotes.least)))
      }
    case .published(let days): return Bounds(exactly: articles(on: days))
    case .property(let property): return Bounds(exactly: try articles(property))
    case .tag(let tag): return Bounds(exactly: try articles(marks.articles(.tagged(tag))))
    case .not(let inner): return try bounds(inner).inverted(in: live)
    case .all(let plans): return try joined(plans, .words, live) { try self.bounds($0) }
    case .any(let plans): return try united(plans, live.emptied) { try self.bounds($0) }
    }
  }

  /// What is known of the quotes that stand a test, as sets of their numbers less one.
  func quoteBounds(_ test: QueryPlan) throws -> Bounds {
    try work.check()
    switch test {
    case .everything: return Bounds(exactly: allQuotes)
    case .words(let words):
      switch words.field {
      case .said, .by, .role: return try bounds(words, .said)
      default: return Bounds(exactly: allQuotes.emptied)
      }
    case .kind(let kind): return try bounds(TokenMark.token(kind), .said)
    case .quote(let inner): return try quoteBounds(inner)
    case .not(let inner): return try quoteBounds(inner).inverted(in: allQuotes)
    case .all(let plans): return try joined(plans, .said, allQuotes) { try self.quoteBounds($0) }
    case .any(let plans):
      return try united(plans, allQuotes.emptied) { try self.quoteBounds($0) }
    case .published, .property, .tag: return Bounds(exactly: allQuotes.emptied)
    }
  }

  /// What has to be looked up in texts, after `bounds`.
  func unsure(_ plan: QueryPlan) -> QueryPlan { hasLeftOut ? plan : plan.unsure }

  private func joined(
    _ plans: [QueryPlan], _ table: IndexLists.Table, _ all: IndexSet,
    _ bounds: (QueryPlan) throws -> Bounds
  ) throws -> Bounds {
    // Short lists first: what they leave may be fewer articles than a long list has pages.
    let sized = try plans.map { (plan: $0, pages: try pages($0, table)) }
      .sorted { $0.pages < $1.pages }
    var found: Bounds?
    for (plan, pages) in sized {
      if let found, pages > Self.manyPages, found.most.count * Self.pagesForText < pages {
        hasLeftOut = true
        return Bounds(among: found.most)
      }
      let part = try bounds(plan)
      if found == nil { found = part } else { found?.formIntersection(part) }
      if found?.most.isEmpty == true { break }
    }
    return found ?? Bounds(exactly: all)
  }

  private func united(
    _ plans: [QueryPlan], _ none: IndexSet, _ bounds: (QueryPlan) throws -> Bounds
  ) throws -> Bounds {
    var found = Bounds(exactly: none)
    for plan in plans { found.formUnion(try bounds(plan)) }
    return found
  }

  private func living(_ bounds: Bounds) -> Bounds {
    var bounds = bounds
    bounds.formIntersection(Bounds(exactly: live))
    return bounds
  }

  /// Every number that a quote may have.
  private var allQuotes: IndexSet { IndexSet(allBelow: catalogue.quoteLimit) }

  // MARK: - Words

  /// Words that stand side by side; of one word everything is known.
  private func bounds(_ words: QueryWords, _ table: IndexLists.Table) throws -> Bounds {
    var found: IndexSet?
    for (index, word) in words.words.enumerated() {
      var set = IndexSet(limit: limit(table))
      try lists(table).insert(
        TokenMark.token(word, in: words.field),
        isBeginning: words.endsInPrefix && index == words.words.count - 1, into: &set, work)
      if found == nil { found = set } else { found?.formIntersection(set) }
    }
    let set = found ?? IndexSet(limit: limit(table))
    return words.words.count <= 1 ? Bounds(exactly: set) : Bounds(among: set)
  }

  private func bounds(_ token: String, _ table: IndexLists.Table) throws -> Bounds {
    var set = IndexSet(limit: limit(table))
    try lists(table).insert(token, isBeginning: false, into: &set, work)
    return Bounds(exactly: set)
  }

  /// How many pages of the index a plan touches, about.
  func pages(_ plan: QueryPlan, _ table: IndexLists.Table = .words) throws -> Int {
    switch plan {
    case .words(let words):
      return try words.words.enumerated().reduce(0) { sum, word in
        sum
          + (try lists(table).pages(
            of: TokenMark.token(word.element, in: words.field),
            isBeginning: words.endsInPrefix && word.offset == words.words.count - 1))
      }
    case .quote(let inner): return try pages(inner, .said)
    case .not(let inner): return try pages(inner, table)
    case .all(let plans), .any(let plans):
      return try plans.reduce(0) { $0 + (try pages($1, table)) }
    case .everything, .kind, .published, .property, .tag: return 0
    }
  }

  private func limit(_ table: IndexLists.Table) -> Int {
    table == .words ? catalogue.count : catalogue.quoteLimit
  }

  // MARK: - Properties

  private func articles(on days: DayRange) -> IndexSet {
    var found = IndexSet(limit: catalogue.count)
    for index in catalogue.order[catalogue.places(days)] { found.insert(Int(index)) }
    return found
  }

  private func articles(_ property: QueryProperty) throws -> IndexSet {
    switch property {
    case .hasQuotes: return catalogue.liveArticles { catalogue.quotes($0) > 0 }
    case .repeated:
      var found = IndexSet(limit: catalogue.count)
      for index in catalogue.repeats.repeats where catalogue.contains(Int(index)) {
        found.insert(Int(index))
      }
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
}

extension QueryPlan {
  /// What of it has to be looked up in the texts of articles that may match: of parts that all must
  /// hold, those of which the index does not know everything.
  var unsure: QueryPlan {
    guard case .all(let plans) = self else { return self }
    let unsure = plans.filter { !$0.isKnownToIndex }
    return unsure.count == 1 ? unsure[0] : .all(unsure)
  }

  /// Whether the index tells for sure where it holds: no words have to stand side by side.
  private var isKnownToIndex: Bool {
    switch self {
    case .everything, .kind, .published, .property, .tag: true
    case .words(let words): words.words.count <= 1
    case .quote(let inner), .not(let inner): inner.isKnownToIndex
    case .all(let plans), .any(let plans): plans.allSatisfy(\.isKnownToIndex)
    }
  }
}

extension IndexSet {
  /// None of as many.
  var emptied: IndexSet { IndexSet(limit: limit) }
}
