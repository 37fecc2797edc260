import Testing

@testable import Model
@testable import TestSupport

/// A filter means the same in memory and in the database.
@Suite struct ArchiveDifferenceTests {
  nonisolated(unsafe) private static let both = Result { try BothArchives(BothArchives.files) }

  static let filters = [
    "", "harbour", "harb", "h", "ha", "har", "arbour", "zzz", "harbour council", "harbour !council",
    "!harbour", "-harbour -snow", "\"harbour council\"", "\"council harbour\"", "\"harbour counc",
    "!\"harbour council\"", "\"the lake\" OR snow", "snow OR minister",
    "(snow OR minister) harbour",
    "!(snow OR minister)", "(a OR b) !(c d)", "harbour OR", "cafe", "café", "zurich",
    "o'brien", "anna o'brien", "\"o brien\"",
    "person:berg", "person:anna", "person:minister", "person:\"anna berg\"", "!person:berg",
    "person:harbour", "role:minister", "role:director", "org:council", "place:halvard",
    "place:\"mount elder\"", "agency:example", "agency:other", "title:sanctions", "title:minister",
    "file:news", "file:c.txt", "file:\"news c\"", "lang:en",
    "said:sanctions", "said:s", "said:sa", "said:ice", "said:\"thin ice\"", "said:\"ice thin\"",
    "!said:sanctions", "said:sanctions by:varga", "said:sanctions by:quill", "by:berg",
    "by:\"anna berg\"", "by:v", "by:varga said:ferry", "by:varga !said:sanctions",
    "said:boat by:varga kind:direct", "kind:indirect", "kind:direct by:quill", "kind:mixed",
    "(said:ferry OR said:ice) by:varga", "said:ferry OR by:varga", "role:minister said:harbour",
    "role:director said:harbour", "by:berg said:road after:2019", "!by:berg",
    "!(by:berg said:road)",
    "has:quotes", "!has:quotes", "is:repeat", "!is:repeat", "is:repeat by:berg",
    "is:unread", "is:starred", "!is:starred",
    "after:2018", "before:2018", "on:2018", "on:2018-03", "on:2018-03-04", "after:2018-03-04",
    "before:2017-05-09", "on:2017..2018", "on:yesterday", "after:3w", "before:3w", "on:3w",
    "after:3m",
    "on:2018 harbour", "!on:2018", "after:2016 said:sanctions by:varga", "on:2018 OR on:2020",
    "harbour after:2016 !is:repeat has:quotes by:berg", "said:sanctions after:2017",
  ]

  @Test(arguments: filters, ArticleOrder.allCases)
  func `both archives agree`(filter: String, order: ArticleOrder) throws {
    let both = try Self.both.get()
    guard let query = try? Query(parsing: filter, today: BothArchives.today) else { return }
    let (memory, database) = try both.files(filter, order: order)
    #expect(memory == database, "\(query)")
    let request = PageRequest(query: query, anchor: .row(0), count: 0)
    let (a, b) = (both.memory.page(request), both.database.page(request))
    #expect(a.matching == b.matching && a.quotes == b.quotes && a.total == b.total)
  }

  @Test(arguments: [
    ("said:sanctions by:varga", ["a.txt"]), ("said:sanctions by:quill", ["f.txt"]),
    ("said:ferry by:berg", []), ("is:repeat", ["e.txt"]),
    ("after:3w", ["d.txt", "e.txt", "f.txt"]),
    ("on:2018", ["a.txt"]), ("\"harbour council\"", ["d.txt", "e.txt", "a.txt"]),
    ("place:zurich", ["f.txt"]), ("!has:quotes", ["c.txt"]),
  ])
  func `a filter finds what it should`(filter: String, files: [String]) throws {
    #expect(try Self.both.get().files(filter).database == files)
  }

  @Test(arguments: ["", "harbour", "after:2019", "by:berg", "zzz"])
  func `both name the same people`(filter: String) throws {
    let both = try Self.both.get()
    let query = try Query(parsing: filter, today: BothArchives.today)
    let a = try #require(both.memory.names(of: query, limit: 20, ArchiveWork()))
    let b = try #require(both.database.names(of: query, limit: 20, ArchiveWork()))
    #expect(Set(a.people.map(\.name)) == Set(b.people.map(\.name)))
    #expect(a.people.map(\.quotes) == b.people.map(\.quotes))
    #expect(Set(a.places.map(\.name)) == Set(b.places.map(\.name)))
    #expect(a.places.map(\.articles) == b.places.map(\.articles))
  }

  @Test(arguments: [
    (QueryPrefix.person, "an"), (.by, ""), (.place, "mount"), (.kind, "d"), (.is, ""),
    (.agency, ""),
  ])
  func `both complete alike`(field: QueryPrefix, begun: String) throws {
    let both = try Self.both.get()
    let a = both.memory.completions(of: field, beginning: begun, limit: 50)
    let b = both.database.completions(of: field, beginning: begun, limit: 50)
    #expect(Set(a) == Set(b))
    #expect(!a.isEmpty)
  }

  @Test func `an article comes back as it was`() throws {
    let both = try Self.both.get()
    let everything = PageRequest(query: .everything, anchor: .row(0), count: 100)
    let pages = (both.memory.page(everything), both.database.page(everything))
    #expect(pages.0.rows.count == BothArchives.files.count)
    for (a, b) in zip(pages.0.rows, pages.1.rows) {
      #expect(both.memory.article(a.key) == both.database.article(b.key))
      #expect(a.title == b.title && a.date == b.date && a.quoteCount == b.quoteCount)
    }
  }
}
