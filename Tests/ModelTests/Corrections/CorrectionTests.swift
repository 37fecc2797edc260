import Testing

@testable import Model

/// What a reader puts right; the article is invented.
@Suite struct CorrectionTests {
  private static let text = """
    Harbour stays open

    Mayor Anna Berg said on Monday that the harbour would stay open. "We are ready," Berg said.

    Pilot Peter Lang was not asked. "Nobody told us," he said. The ferry was late again.
    """

  private var article: Article {
    ArticlePipeline().article(of: SourcePage(file: "harbour.txt", text: SourceText(Self.text)))
  }

  private func anchor(_ words: String, in article: Article) throws -> QuoteAnchor {
    let bytes = Array(words.utf8)
    let all = article.source.bytes
    let start = try #require(
      all.indices.first { all[$0...].starts(with: bytes) }, "no such words: \(words)")
    return QuoteAnchor(parts: [.init(start: start, end: start + bytes.count)])
  }

  private func speaker(of words: String, in article: Article) -> String? {
    article.quotes.first { $0.spans.contains { article[$0] == words } }?.speaker?.name
  }

  @Test func `a person that is none loses its quotes' person, not the quotes`() throws {
    let (corrected, unapplied) = article.applying([.notAPerson(name: "Anna Berg")])
    #expect(unapplied.isEmpty)
    #expect(!corrected.people.map(\.name).contains("Anna Berg"))
    #expect(corrected.quotes.count == article.quotes.count)
    for quote in corrected.quotes {
      guard let person = quote.speaker?.person?.rawValue else { continue }
      #expect(corrected.people.indices.contains(person))
      #expect(corrected.people[person].name == quote.speaker?.name)
    }
  }

  @Test func `two names become one person, and quotes follow`() {
    let (corrected, _) = article.applying([.samePerson(name: "Peter Lang", as: "Anna Berg")])
    #expect(corrected.people.map(\.name) == ["Anna Berg"])
    #expect(corrected.people[0].aliases.contains("Peter Lang"))
    #expect(Set(corrected.quotes.compactMap { $0.speaker?.name }) == ["Anna Berg"])
  }

  @Test func `a misspelt name is written right everywhere`() {
    let (corrected, _) = article.applying([.rename(name: "Anna Berg", to: "Anna Bergh")])
    #expect(corrected.people.map(\.name).contains("Anna Bergh"))
    #expect(corrected.people.contains { $0.aliases.contains("Anna Berg") })
    #expect(speaker(of: "We are ready", in: corrected) == "Anna Bergh")
  }

  @Test func `a quote goes to another speaker, or to nobody`() throws {
    let words = try anchor("Nobody told us", in: article)
    let (given, _) = article.applying([.speaker(of: words, is: "Anna Berg")])
    #expect(speaker(of: "Nobody told us", in: given) == "Anna Berg")
    let (unknown, _) = article.applying([.speaker(of: words, is: nil)])
    let quote = try #require(
      unknown.quotes.first { $0.spans.contains { unknown[$0] == "Nobody told us" } })
    #expect(quote.speaker == nil)
    #expect(quote.evidence == .correction && quote.confidence == 1)
  }

  @Test func `a quote is taken out, and one that was missed is put in order`() throws {
    let gone = try anchor("We are ready", in: article)
    let missed = try anchor("The ferry was late again", in: article)
    let (corrected, unapplied) = article.applying([
      .notAQuote(gone), .missedQuote(missed, speaker: "Peter Lang"),
    ])
    #expect(unapplied.isEmpty)
    #expect(!corrected.quotes.contains { $0.spans.contains { corrected[$0] == "We are ready" } })
    #expect(corrected.quotes.last.map { corrected[$0.extent] } == "The ferry was late again")
    #expect(corrected.quotes.last?.kind == .indirect)
    #expect(speaker(of: "The ferry was late again", in: corrected) == "Peter Lang")
  }

  @Test func `a spelling that is somebody else becomes a person with its quotes`() throws {
    let (corrected, unapplied) = article.applying([.split(alias: "Berg", from: "Anna Berg")])
    #expect(unapplied.isEmpty)
    let berg = try #require(corrected.people.first { $0.name == "Berg" })
    #expect(berg.isCorrected && !berg.mentions.isEmpty)
    #expect(berg.mentions.allSatisfy { corrected[$0.span] == "Berg" })
    #expect(speaker(of: "We are ready", in: corrected) == "Berg")
    #expect(corrected.people.first { $0.name == "Anna Berg" }?.aliases.contains("Berg") == false)
  }

  @Test func `a quote gets other words, in order, with its speaker`() throws {
    let old = try anchor("We are ready", in: article)
    let new = try anchor("are ready", in: article)
    let (corrected, unapplied) = article.applying([.bounds(of: old, are: new)])
    #expect(unapplied.isEmpty)
    #expect(speaker(of: "are ready", in: corrected) == "Anna Berg")
    #expect(corrected.quotes.count == article.quotes.count)
    #expect(corrected.quotes.map(\.extent) == corrected.quotes.map(\.extent).sorted())
    let outside = QuoteAnchor(parts: [.init(start: 5, end: 90_000)])
    #expect(article.applying([.bounds(of: old, are: outside)]).unapplied.count == 1)
  }

  @Test func `a quote that goes to another points at the words that name them`() throws {
    let words = try anchor("We are ready", in: article)
    let (given, _) = article.applying([.speaker(of: words, is: "Peter Lang")])
    let quote = try #require(given.quotes.first { $0.speaker?.name == "Peter Lang" })
    #expect(quote.speaker.map { given[$0.span] } == "Peter Lang")
  }

  @Test func `a correction finds the person under another spelling`() {
    let (corrected, unapplied) = article.applying([.rename(name: "Anna B. Berg", to: "Anne Berg")])
    #expect(unapplied.isEmpty && corrected.people.contains { $0.name == "Anne Berg" })
  }

  @Test func `what finds nothing to correct is told`() {
    let nowhere = QuoteAnchor(parts: [.init(start: 0, end: 7)])
    let corrections: [Correction] = [.notAPerson(name: "Nobody"), .notAQuote(nowhere)]
    let (corrected, unapplied) = article.applying(corrections)
    #expect(unapplied == corrections)
    #expect(corrected == article)
  }
}
