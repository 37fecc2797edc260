import Foundation
import Testing

@testable import Model

/// The five articles that the program opens by default.
@Suite struct SeedsTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("seeds").path

  private static let articles: [Article] = {
    var articles: [Article] = []
    Importer(paths: [folder], workers: 1).forEachBatch { _, outcomes in
      articles += outcomes.flatMap(\.articles)
    }
    return articles
  }()

  /// The hash of a file's bytes (FNV-1a, 64 bits).
  private func hash(_ bytes: some Sequence<UInt8>) -> String {
    ArticleID(
      rawValue: bytes.reduce(14_695_981_039_346_656_037) {
        ($0 ^ UInt64($1)) &* 1_099_511_628_211
      }
    ).description
  }

  @Test func `the files are as they were scraped`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
    let found = try names.map { name in
      let bytes = try Data(contentsOf: URL(fileURLWithPath: Self.folder + "/" + name))
      return "\(name) \(hash(bytes))"
    }
    #expect(found == Self.hashes)
  }

  private static let hashes = [
    "000_75a33c5f65b43d22.txt cb02667711582fff",
    "001_1e7f315b65ad1055.txt 490e1d7379519ea3",
    "002_16af24b9e9269c48.txt bdd040d3f44b96bb",
    "003_904605fd20926067.txt 54c2685a1d258b4e",
    "004_c13f10a6b7cc07fe.txt da3588af024a46ca",
  ]

  @Test func `opening them changes no file`() throws {
    let before = try modified()
    #expect(Self.articles.count == 5)
    #expect(try modified() == before)
  }

  private func modified() throws -> [Date?] {
    let manager = FileManager.default
    return try manager.contentsOfDirectory(atPath: Self.folder).sorted().map {
      try manager.attributesOfItem(atPath: Self.folder + "/" + $0)[.modificationDate] as? Date
    }
  }

  /// What a reader of the text would write down.
  struct Facts: Sendable, CustomStringConvertible {
    var index: Int
    var title: String
    var agency: String
    var date: String?
    var people: Set<String>
    /// The quotes that the text plainly reports.
    var quotes: Int
    var description: String { title }
  }

  @Test("Reads what the text says", arguments: SeedsTests.facts)
  func reads(facts: Facts) {
    let article = Self.articles[facts.index]
    #expect(article.title.text.hasPrefix(facts.title))
    #expect(article.agency == facts.agency)
    #expect(article.published?.date.dayDescription == facts.date)
    #expect(Set(article.people.map(\.name)) == facts.people)
    // Beside what is plainly said some articles tell of calls and proposals; those may be found too.
    #expect((facts.quotes...facts.quotes + 3).contains(article.quotes.count))
  }

  static let facts: [Facts] = [
    .init(
      index: 0, title: "Western countries maintain dialogue with Russia", agency: "Sputnik",
      date: nil, people: ["Alexander Venediktov", "Vladimir Putin"], quotes: 4),
    .init(
      index: 1, title: "Russia Ready for Close International Cooperation on Combating Terrorism",
      agency: "Sputnik", date: nil, people: ["Vladimir Putin", "Nikolai Patrushev"], quotes: 5),
    .init(
      index: 2, title: "Russia, US have examples of successful anti-terror cooperation",
      agency: "TASS", date: "2018-09-14",
      people: [
        "Anatoly Antonov", "Vladimir Putin", "Donald Trump", "Nikolai Patrushev", "John Bolton",
      ], quotes: 9),
    .init(
      index: 3, title: "The Islamic State (IS) jihadist group poses the same threat",
      agency: "Sputnik", date: "2015-01-13", people: ["Ilya Rogachev", "Eric Holder"], quotes: 11),
    .init(
      index: 4, title: "Russia stays ready to revive the bilateral dialogue", agency: "TASS",
      date: "2021-09-11", people: ["Anatoly Antonov", "Vladimir Putin", "George W. Bush"],
      quotes: 10),
  ]
}
