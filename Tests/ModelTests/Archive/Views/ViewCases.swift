import Model
import Testing

@testable import TestSupport

/// What any archive must answer about `SampleYears`.
enum ViewCases {
  /// A filter, whose quotes, in which order, and the first words of the quotes in order.
  static let quotes: [(filter: String, speaker: String?, order: QuoteOrder, words: [String])] = [
    ("said:bridge by:varga after:2017-05", nil, .newest, ["We will not build"]),
    ("said:bridge by:varga", nil, .oldest, ["A bridge is", "We will not build"]),
    ("kind:direct on:2018-05", nil, .newest, ["The weather service", "Nobody was hurt,"]),
    // A filter that does not speak of quotes gives all of the article.
    ("inquiry", nil, .newest, ["The weather service", "no ferry should"]),
    (
      "on:2018", nil, .speaker,
      ["no ferry should", "the crew had", "The weather service", "Nobody was hurt,"]
    ),
    ("ferry on:2018-05-29", nil, .relevance, ["no ferry should", "The weather service"]),
    ("", "Ines Varga", .oldest, ["A bridge is", "We will not build", "Nobody was hurt,"]),
    ("money", "Varga", .newest, []),
    ("money", "Ines B. Varga", .newest, ["I was wrong", "We will not build"]),
    ("by:brook", nil, .oldest, ["Sit down and"]),
    ("", nil, .oldest, ["A bridge is", "the ferry lost"]),
    ("said:zzz", nil, .newest, []),
  ]

  static func check(
    _ archive: some ArchiveViews, filter: String, speaker: String?, order: QuoteOrder,
    words: [String]
  ) throws {
    let page = archive.quotes(
      QuotePageRequest(
        query: try Query(parsing: filter), speaker: speaker, order: order, count: 100))
    #expect(page.rows.count == page.matching)
    #expect(page.matching >= words.count && (page.matching == 0) == words.isEmpty)
    for (row, begin) in zip(page.rows, words) {
      #expect(row.words.hasPrefix(begin), "\(row.words) for \(begin)")
    }
  }

  static func checkWindows(_ archive: some ArchiveViews) {
    for order in QuoteOrder.allCases {
      func page(_ first: Int, _ count: Int) -> QuotePage {
        archive.quotes(
          QuotePageRequest(query: .everything, order: order, first: first, count: count))
      }
      let all = page(0, 100)
      #expect(all.matching == 11 && all.articles == 6)
      for first in 0..<11 {
        let part = page(first, 3)
        #expect(part.rows == Array(all.rows[part.first..<min(11, part.first + 3)]))
        #expect(part.first == min(first, 8) && part.matching == 11)
      }
      #expect(page(0, 0).rows.isEmpty)
    }
  }

  static func checkNames(_ archive: some ArchiveViews) throws {
    func names(
      _ filter: String, _ kind: NameGroup = .people, _ order: NameOrder = .quotes,
      beginning: String = ""
    ) throws -> [NameCount] {
      archive.names(
        NamesRequest(
          query: try Query(parsing: filter), kind: kind, order: order, beginning: beginning)
      ).rows
    }
    #expect(
      try names("") == [
        NameCount(name: "Tomas Quill", quotes: 5, articles: 5),
        NameCount(name: "Ines Varga", quotes: 5, articles: 5),
        NameCount(name: "Ada Brook", quotes: 1, articles: 1),
      ])
    #expect(
      try names("", .people, .name).map(\.name) == ["Ada Brook", "Tomas Quill", "Ines Varga"])
    // Quotes are those that the filter asks for, mentions those of the articles.
    #expect(
      try names("said:bridge") == [
        NameCount(name: "Ines Varga", quotes: 2, articles: 2),
        NameCount(name: "Tomas Quill", quotes: 0, articles: 2),
      ])
    #expect(try names("", beginning: "va").map(\.name) == ["Ines Varga"])
    #expect(try names("", .places) == [])
  }

  static func checkTimeline(_ archive: some ArchiveViews) throws {
    let timeline = archive.timeline(of: .everything)
    #expect(timeline.months.map(\.month) == [2, 9, 5, 11])
    #expect(timeline.months.map(\.year) == [2017, 2017, 2018, 2019])
    #expect(timeline.months.map(\.articles) == [1, 1, 2, 1])
    #expect(timeline.months.map(\.quotes) == [2, 2, 4, 2])
    #expect(timeline.undatedArticles == 1 && timeline.undatedQuotes == 1)
    let direct = archive.timeline(of: try Query(parsing: "kind:direct on:2018"))
    #expect(direct.months == [Timeline.Month(year: 2018, month: 5, articles: 2, quotes: 2)])
  }

  static func checkProfile(_ archive: some ArchiveViews) throws {
    let profile = try #require(archive.profile(of: "Ines Varga"))
    #expect(profile.name == "Ines Varga" && profile.spellings == ["Varga"])
    #expect(profile.articles == 5 && profile.quotes == 5)
    #expect(
      profile.roles.map(\.words) == [
        "chair of the harbour council", "deputy chair of the council", "mayor of Port Halvard",
      ])
    #expect(profile.roles.first?.first?.dayDescription == "2017-09-18")
    #expect(profile.roles.first?.last?.dayDescription == "2018-05-29")
    #expect(profile.timeline.months.map(\.quotes) == [1, 1, 2, 1])
    #expect(profile.beside == [NameCount(name: "Tomas Quill", quotes: 5, articles: 5)])
    #expect(archive.profile(of: "Nobody Here") == nil)
    #expect(archive.articles(naming: "Ines Varga").count == 5)
  }
}
