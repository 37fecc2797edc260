import Testing

@testable import Model

@Suite struct DownloadTests {
  private func cut(_ text: String) throws -> (items: [RawItem], findings: [Finding]) {
    var items: [RawItem] = []
    var findings: [Finding] = []
    let sink = ItemSink(
      options: ReadingOptions(), take: { items.append($0) }, note: { findings.append($0) })
    try ItemSplitters().split(ByteStream(Array(text.utf8)), of: "news.txt", into: sink)
    return (items, findings)
  }

  private func articles(_ text: String) throws -> [Article] {
    let pipeline = ArticlePipeline()
    return try cut(text).items.flatMap { try pipeline.articles(in: $0).articles }
  }

  @Test("Tells whose download it is", arguments: DownloadSamples.all)
  func kinds(name: String, text: String) {
    #expect(DownloadKind(Array(text.utf8)[...]).map { "\($0)" } == name)
    #expect(DownloadSplitter().recognises(Array(text.utf8)[...]))
  }

  @Test("Reads two articles with their facts", arguments: DownloadSamples.all)
  func reads(name: String, text: String) throws {
    let found = try articles(text)
    #expect(found.count == 2)
    guard found.count == 2 else { return }
    #expect(found[0].title.text.hasPrefix("Ice closes the lake"))
    #expect(found[1].title.text == "The lake opens")
    #expect(found.map { $0.published?.date.dayDescription } == ["2018-09-14", "2018-09-16"])
    #expect(found.allSatisfy { $0.published?.basis == .stated })
    #expect(found[0].authors.first?.lowercased() == "jane doe")
    #expect(
      found[0].agency?.hasPrefix(
        name.hasPrefix("factiva") ? "Lake News" : name == "ebsco" ? "Lake Times" : "The Lake Times")
        == true)
    let bodies = found.map { article in article.body.map { article[$0] } }
    #expect(bodies[0].first?.contains("The lake was closed on Friday") == true)
    #expect(bodies[0].contains { $0.contains("thin") })
    #expect(bodies[1] == ["It opened on Sunday, the mayor said."])
    #expect(!bodies[0].joined().contains("Document ") && !bodies[0].joined().contains("words"))
    #expect(found.map(\.item) == [0, 1])
  }

  @Test(
    "Every word is kept, or left out with a reason, on its own line", arguments: DownloadSamples.all
  )
  func loses(name: String, text: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for article in try articles(text) {
      let spans =
        (article.title.span.map { [$0] } ?? []) + article.standfirst + article.body
        + article.removed.map(\.span)
      let words = spans.sorted().map { FeedText.folded(Array(article.source.bytes[$0.range])) }
      let source = FeedText.folded(article.source.bytes)
      #expect(words.filter { !$0.isEmpty }.joined(separator: " ") == source)
      for paragraph in article.body {
        let line = lines[article.source.line(at: paragraph.start) - 1]
        #expect(line.contains(article[paragraph].prefix(20)))
      }
    }
  }

  @Test func `a cover and what stands at the end are passed over by name`() throws {
    #expect(try cut(DownloadSamples.proquest).findings.count == 2)
    #expect(try cut(DownloadSamples.nexis).findings == [])
  }

  @Test func `fields of each service`() throws {
    let nexis = try articles(DownloadSamples.nexis)
    #expect(nexis[0].title.text == "Ice closes the lake as the winter comes early")
    #expect(nexis[0].authors == ["JANE DOE", "John Roe"])
    #expect(nexis[0].section == "NEWS" && nexis[0].language == "en")
    #expect(nexis[0].body.count == 2)
    let lexis = try articles(DownloadSamples.lexis)
    #expect(lexis[0].published?.date.description == "2018-09-14T05:01Z")
    #expect(lexis[0].body.count == 2)
    let factiva = try articles(DownloadSamples.factiva)
    #expect(factiva[0].section == "Weather" && factiva[0].language == "en")
    #expect(factiva[0].dateline.map { factiva[0][$0.place] } == "LAKESIDE")
    let proquest = try articles(DownloadSamples.proquest)
    #expect(proquest[0].authors == ["Jane Doe", "John Roe"])
    #expect(proquest[0].url == "https://search.example/docview/1")
    #expect(try articles(DownloadSamples.factivaCodes)[0].body.count == 3)
  }

  @Test(arguments: [DownloadSamples.factivaMarkup, DownloadSamples.nexisMarkup])
  func `the HTML forms`(markup: String) throws {
    let item = RawItem(file: "news.html", bytes: Array(markup.utf8))
    let reader = DownloadReader()
    #expect(reader.recognises(item))
    let pages = try reader.pages(of: item).pages
    let found = pages.map { ArticlePipeline().article(of: $0) }
    #expect(found.count == 2)
    #expect(found[0].title.text.hasPrefix("Ice closes the lake"))
    #expect(found.map { $0.published?.date.dayDescription } == ["2018-09-14", "2018-09-16"])
    #expect(found[0].authors == ["Jane Doe"])
    #expect(found.map { $0.body.count } == [2, 1])
    let lines = markup.split(separator: "\n", omittingEmptySubsequences: false)
    for article in found {
      for paragraph in article.body {
        let line = lines[article.source.line(at: paragraph.start) - 1]
        #expect(line.contains(article[paragraph]))
      }
    }
  }

  @Test(arguments: [
    "The lake was closed.\n\nDocument the ice, she said.\n", "Title: x\nSource: y\n\nWords.\n",
    "1 of 2 people\n\nSaid so.", "Body\n\nLength: 3\n", "<html><p>1 of 2 documents were found</p>",
    "____________________\nFull words.\n",
  ])
  func `other texts are no downloads`(text: String) {
    #expect(DownloadKind(Array(text.utf8)[...]) == nil)
    #expect(!DownloadReader().recognises(RawItem(file: "a", bytes: Array(text.utf8))))
  }

  @Test func `any lines are harmless`() throws {
    var seed: UInt64 = 9
    let parts = DownloadSamples.all.flatMap {
      $0.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    for round in 0..<400 {
      var text = DownloadSamples.all[round % 6].text.prefix(round % 3 == 0 ? 10_000 : 200) + "\n"
      for _ in 0..<30 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(seed >> 33) % parts.count] + "\n"
      }
      _ = try? articles(String(text))
      _ = try? DownloadReader().pages(of: RawItem(file: "a", bytes: Array(text.utf8)))
    }
  }
}
