import Synchronization
import Testing

@testable import Model
@testable import TestSupport

/// More articles than a screen holds, over many pages of the index.
@Suite struct ManyArticlesTests {
  nonisolated(unsafe) private static let both = Result {
    try BothArchives(files(count: 240), pageSize: 64)
  }

  /// Invented reports of a few words in many orders; every third has a quote.
  private static func files(count: Int) -> [String: String] {
    let words =
      "the of harbour council ferry snow Café ice minister sanctions road boat tide pier lantern mill"
      .split(separator: " ").map(String.init)
    let marks = [" ", " ", " ", ", ", " – ", " “", ": ", " \u{AD}"]
    var seed: UInt64 = 7
    func next(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    func sentence(_ count: Int) -> String {
      (0..<count).map { _ in
        let word = words[next(words.count)]
        return (next(9) == 0 ? word.uppercased() : word) + marks[next(marks.count)]
      }.joined() + "end."
    }
    var files: [String: String] = [:]
    for number in 0..<count {
      var text = "Report \(number) of \(words[next(words.count)])\n\n"
      text +=
        "LOWER QUAY, May \(1 + next(28)), \(2015 + next(4)) (Example) – The \(sentence(12))\n\n"
      text += "Then \(sentence(20))\n"
      if number % 3 == 0 {
        let speaker = ["Ines Varga", "Tomas Quill", "Anna Berg"][next(3)]
        text += "\n\"We saw the \(words[next(words.count)]) of the \(words[next(words.count)]),\" "
        text += "\(speaker) said on Monday.\n"
      }
      files["r\(number).txt"] = text
    }
    return files
  }

  private static let filters = [
    "harbour", "h", "the", "t", "s", "!snow", "\"the harbour\"", "\"of the", "\"cafe ice\"",
    "\"the of the\"", "!\"the harbour\"", "\"the harbour\" OR tide", "\"the ice\" \"of snow\"",
    "(\"the ice\" OR \"of snow\") !boat", "\"ferry end\"", "\"lower quay\"", "said:the", "said:t",
    "said:\"the harbour\"", "said:\"of the", "!said:\"of the\"", "by:varga said:saw",
    "by:varga said:\"the harbour\"", "by:\"anna berg\"", "by:\"anna berg\" said:tide",
    "by:v OR by:q",
    "title:report", "title:\"report 1", "title:\"of snow\"", "file:r1",
    "\"snow minister\" after:2016",
    "\"the boat\" on:2015 by:quill", "has:quotes \"the snow\"", "!has:quotes !\"the snow\"",
    "is:repeat OR \"the mill\"", "person:\"ines varga\"",
  ]

  @Test(arguments: filters, ArticleOrder.allCases)
  func `both archives agree on many articles`(filter: String, order: ArticleOrder) throws {
    let (memory, database) = try Self.both.get().files(filter, order: order)
    #expect(memory == database)
  }

  @Test(arguments: filters)
  func `what is told early is how the answer begins`(filter: String) throws {
    let both = try Self.both.get()
    let query = try Query(parsing: filter, today: BothArchives.today)
    for first in [0, 7] {
      let request = PageRequest(query: query, anchor: .row(first), count: 40)
      let early = Mutex<[ArticlePage]>([])
      // A place of its own, so that no answer is remembered.
      let archive = try DatabaseArchive(both.location)
      let page = try #require(
        archive.page(request, ArchiveWork()) { page in early.withLock { $0.append(page) } })
      for told in early.withLock({ $0 }) {
        #expect(!told.isCounted && told.matching <= page.matching)
        let agree = told.rows.enumerated().allSatisfy { index, row in
          let place = told.first + index - page.first
          return !page.rows.indices.contains(place) || page.rows[place] == row
        }
        #expect(agree && !told.rows.isEmpty)
      }
    }
  }

  /// The lists that are read from the pages of the index are what SQLite finds.
  @Test(arguments: [IndexLists.Table.words, .said], [true, false])
  func `lists are those of the index`(table: IndexLists.Table, readsPages: Bool) throws {
    let both = try Self.both.get()
    try both.database.lists.read { db in
      let lists = try IndexLists(db, table, readsPages: readsPages)
      let name = table.rawValue
      try db.execute(
        sql:
          "CREATE VIRTUAL TABLE IF NOT EXISTS temp.v\(name) USING fts5vocab('main', '\(name)', 'row')"
      )
      let terms = try RawStatement(db, "SELECT term, doc FROM temp.v\(name)")
      let found = try RawStatement(
        db, "SELECT rowid FROM \(name) WHERE \(name) MATCH ? ORDER BY rowid")
      var count = 0
      while try terms.step() {
        count += 1
        for isBeginning in [false, true] {
          let term = terms.text(0)
          var set = IndexSet(limit: 5000)
          try lists.insert(term, isBeginning: isBeginning, into: &set, ArchiveWork())
          if !isBeginning { #expect(set.count == terms.int(1), "\(term)") }
          var expected = IndexSet(limit: 5000)
          found.bind("\"\(term)\"" + (isBeginning ? "*" : ""), at: 1)
          while try found.step() { expected.insert(found.int(0) - 1) }
          found.reset()
          #expect(set.words == expected.words, "\(term)")
        }
      }
      #expect(count > 30)
      var nothing = IndexSet(limit: 5000)
      for missing in ["zzz", "q9", "a\u{10FFFF}", "harbourx"] {
        try lists.insert(missing, isBeginning: true, into: &nothing, ArchiveWork())
      }
      #expect(nothing.isEmpty)
    }
  }
}
