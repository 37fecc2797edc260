import Model
import Testing

@testable import Browser
@testable import TestSupport

/// Stars, tags, notes, corrections, and undo.
@Suite struct MarkingTests {
  private let marks = MemoryMarks()
  private func driver() -> BrowserDriver {
    BrowserDriver(SampleYears.all, columns: 100, rows: 30, marks: marks)
  }
  private func row(_ it: BrowserDriver, _ index: Int) -> ArticleMarks {
    it.state.list.row(index)?.marks ?? ArticleMarks()
  }

  @Test func `a star is on the row and in the store, and goes with undo`() throws {
    var it = driver()
    it.type("s")
    #expect(row(it, 0).isStarred && marks.articles(.starred).count == 1)
    it.type("u")
    #expect(!row(it, 0).isStarred && marks.articles(.starred).isEmpty)
    it.press(.control("r"))
    #expect(row(it, 0).isStarred && marks.articles(.starred).count == 1)
    it.type("s")
    #expect(!row(it, 0).isStarred)
  }

  @Test func `many steps are undone in turn`() {
    var it = driver()
    it.type("sjrjtone")
    it.press(.enter)
    it.type("anote")
    it.press(.enter)
    it.type("uuuu")
    #expect((0..<3).allSatisfy { row(it, $0).isEmpty })
    it.type("u")
    #expect(it.state.notice?.text == "nothing to undo")
  }

  @Test func `opening an article makes it read, stepping over it does not`() {
    var it = driver()
    it.type("jj")
    #expect(!row(it, 1).isRead)
    it.press(.enter)
    #expect(row(it, 2).isRead && !row(it, 1).isRead)
    it.type("u")
    #expect(it.state.notice?.text == "nothing to undo")
  }

  @Test func `a star before the article has come is not for the one before it`() throws {
    var it = driver()
    it.press(.enter, .escape)
    it.type("j")
    var state = it.state
    _ = update(&state, .key(.enter))
    let effects = update(&state, .key(.character("s")))
    let second = state.list.row(1)?.id
    #expect(
      effects.contains(
        .marks(.make(.star(true), .articles([try #require(second)]), words: "starred"))))
  }

  @Test func `a bulk change asks, tells the number, and is one step`() {
    var it = driver()
    it.type("vvvs")
    #expect(it.state.ask?.label == "star 3 articles?")
    it.type("n")
    #expect(marks.articles(.starred).isEmpty)
    it.type("sy")
    #expect(marks.articles(.starred).count == 3)
    it.type("u")
    #expect(marks.articles(.starred).isEmpty)
  }

  @Test func `all of a filter are marked, and no others changed`() {
    var it = driver()
    it.type("/on:2018")
    it.press(.enter)
    it.type("Vtstorm")
    it.press(.enter)
    #expect(marks.tags().map(\.count) == [2])
    it.press(.escape, .escape)
    #expect(it.state.list.matching == 6)
    it.type("/tag:storm")
    #expect(it.state.list.matching == 2)
  }

  @Test func `another filter unmarks, so that nothing unseen is changed`() {
    var it = driver()
    it.type("vv/inquiry")
    it.press(.enter)
    #expect(it.state.marked.articles.isEmpty)
  }

  @Test func `a tag is completed and taken away`() {
    var it = driver()
    it.type("tharbour")
    it.press(.enter)
    it.type("jtha")
    it.press(.tab, .enter)
    #expect(row(it, 1).tags == ["harbour"])
    it.type("t-harbour")
    it.press(.enter)
    #expect(row(it, 1).tags.isEmpty)
  }

  @Test func `a note is kept, changed and taken away`() {
    var it = driver()
    it.type("aask the mayor")
    it.press(.enter)
    #expect(row(it, 0).note == "ask the mayor")
    it.type("a")
    it.press(.control("u"), .enter)
    #expect(row(it, 0).note.isEmpty)
  }

  // MARK: - Putting right

  private func names(_ it: BrowserDriver) -> [String] {
    it.state.reader.article?.people.map(\.name) ?? []
  }

  @Test func `a person is renamed here, and back`() {
    var it = driver()
    it.press(.enter)
    it.type("3jcr!")
    it.press(.enter)
    #expect(names(it) == ["Ines Varga!", "Tomas Quill"])
    #expect(it.state.sidebar.selected == .person(0))
    it.type("u")
    #expect(names(it) == ["Ines Varga", "Tomas Quill"])
  }

  @Test func `a person is renamed in all articles, and the view goes on under the new name`() {
    var it = driver()
    it.type("pPcr")
    #expect(it.state.ask?.help.contains("in 5 articles") == true)
    it.press(.control("u"))
    it.type("Thomas Quill")
    it.press(.enter)
    #expect(it.state.view?.profile?.name == "Thomas Quill" && it.state.view?.quotes.matching == 5)
    it.type("u")
    #expect(it.state.view?.profile?.name == "Tomas Quill")
  }

  @Test func `two names become one, with completion over all articles`() {
    var it = driver()
    it.press(.enter)
    it.type("3jcmqu")
    #expect(it.state.ask?.candidates == ["Tomas Quill"])
    it.press(.tab, .enter)
    #expect(names(it) == ["Tomas Quill"])
  }

  @Test func `a spelling is split off, a person dismissed`() {
    var it = driver()
    it.press(.enter)
    it.type("3jcx")
    #expect(it.state.ask?.candidates == ["Varga"])
    it.press(.tab, .enter)
    #expect(names(it).contains("Varga"))
    it.type("gjcn")
    #expect(!names(it).contains("Ines Varga"))
  }

  @Test func `a quote goes to another speaker and says who found it`() throws {
    var it = driver()
    it.press(.enter)
    it.type("]cstomas")
    it.press(.tab, .enter)
    let quote = try #require(it.state.reader.article?.quotes.first)
    #expect(quote.speaker?.name == "Tomas Quill" && quote.evidence == .correction)
    #expect(it.state.reader.currentQuote == 0)
    it.type("ucs")
    it.press(.enter)
    #expect(it.state.reader.article?.quotes.first?.speaker == nil)
  }

  @Test func `a quote is dismissed`() {
    var it = driver()
    it.press(.enter)
    it.type("]cd")
    #expect(it.state.reader.article?.quotes.count == 1)
    #expect(it.state.list.row(0)?.quoteCount == 1)
    it.type("u")
    #expect(it.state.reader.article?.quotes.count == 2)
  }

  @Test func `the bounds of a quote are moved at both ends`() throws {
    var it = driver()
    it.press(.enter)
    it.type("]cb")
    let article = try #require(it.state.reader.article)
    #expect(it.state.context == .selecting)
    #expect(
      it.state.selection?.span.map { article[$0] }
        == "“I was wrong about the money, and glad to be,”")
    it.type("hhhholl")
    it.press(.enter)
    let quote = try #require(it.state.reader.article?.quotes.first)
    #expect(it.state.reader.article?[quote.extent] == "wrong about the money")
    #expect(it.state.reader.currentQuote == 0)
  }

  @Test func `marked words become a quote of somebody`() throws {
    var it = driver()
    it.press(.enter)
    it.type("vllll")
    it.press(.enter)
    it.type("Ines Varga")
    it.press(.enter)
    let article = try #require(it.state.reader.article)
    #expect(article.quotes.count == 3 && article.quotes[0].speaker?.name == "Ines Varga")
    #expect(article[article.quotes[0].extent] == "Port Halvard waited for news")
    #expect(it.state.reader.currentQuote == 0)
    it.type("u")
    #expect(it.state.reader.article?.quotes.count == 2)
  }

  @Test func `Esc marks nothing, and j goes down a line`() {
    var it = driver()
    it.press(.enter)
    it.type("vj")
    #expect((it.state.selection?.head ?? 0) > 8)
    it.press(.escape)
    #expect(it.state.selection == nil && it.state.context == .reader)
  }
}
