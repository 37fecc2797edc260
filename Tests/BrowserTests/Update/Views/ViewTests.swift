import Model
import Testing

@testable import Browser
@testable import TestSupport

@Suite struct ViewTests {
  private func driver(columns: Int = 100, rows: Int = 30) -> BrowserDriver {
    BrowserDriver(SampleYears.all, columns: columns, rows: rows, marks: MemoryMarks())
  }

  @Test func `Enter on a quote goes to its passage, Esc comes back to the row`() {
    var it = driver()
    it.type("Qjjj")
    let row = it.state.view?.selectedQuote
    it.press(.enter)
    #expect(it.state.views.isEmpty && it.state.focus == .reader)
    #expect(it.state.reader.key == row?.key.article)
    #expect(it.state.reader.currentQuote == row?.key.index)
    // The list follows, so that next and previous go on from here.
    #expect(it.state.list.selectedKey == row?.key.article)
    it.press(.escape)
    #expect(it.state.view?.kind == .quotes && it.state.view?.selectedQuote == row)
    it.press(.escape)
    #expect(it.state.views.isEmpty && it.state.focus == .reader)
  }

  @Test func `who said what about something is a filter and a key`() {
    var it = driver()
    it.type("/said:bridge by:varga")
    it.press(.enter)
    it.type("Q")
    #expect(it.state.view?.quotes.matching == 2)
    #expect(it.state.view?.quotes.rows.allSatisfy { $0.speaker == "Ines Varga" } == true)
  }

  @Test func `names are those that a filter can be made of, places the most named first`() {
    var it = driver()
    it.type("p")
    it.press(.tab)
    #expect(it.state.view?.names.rows.allSatisfy { $0.articles > 0 } == true)
    it.press(.tab)
    #expect(it.state.view?.nameKind == .places && it.state.view?.nameOrder == .articles)
    #expect(it.grid.asText.contains("PLACES most named first"))
    it.type("o")
    #expect(it.state.view?.nameOrder == .name)
    it.type("o")
    #expect(it.state.view?.nameOrder == .articles)
  }

  @Test func `a view is narrowed further, Esc gives up what was typed, then the view`() {
    var it = driver()
    it.type("Q/by:quill")
    #expect(it.state.view?.quotes.matching == 5)
    it.press(.enter, .escape)
    #expect(it.state.view?.quotes.matching == 11)
    it.press(.escape)
    #expect(it.state.views.isEmpty)
  }

  @Test func `leaving the prompt of a view puts back what was there`() {
    var it = driver()
    it.type("Q/by:quill")
    it.press(.enter)
    it.type("/ said:crew")
    #expect(it.state.view?.quotes.matching == 1)
    it.press(.escape)
    #expect(it.state.view?.quotes.matching == 5 && it.state.view?.narrowing.text == "by:quill")
  }

  @Test func `a person of the filter becomes a part of it that can be taken out again`() {
    var it = driver()
    it.type("/ferry")
    it.press(.enter)
    it.type("pj")
    it.press(.enter)
    #expect(it.state.filter.text == "ferry person:\"Ines Varga\"" && it.state.focus == .list)
    #expect(it.state.list.matching == 5)
    it.press(.backspace)
    #expect(it.state.filter.text == "ferry")
    it.press(.backspace)
    #expect(it.state.filter.isEmpty && it.state.list.matching == 6)
  }

  @Test func `then n and N walk that person's mentions and quotes`() {
    var it = driver()
    it.type("pj")
    it.press(.enter, .enter)
    let matches = it.state.reader.matches.filter { !$0.isInHeading }
    // The name, and where the quote begins.
    #expect(matches.count == 2)
    it.type("nn")
    #expect(it.state.reader.currentMatch == 1)
  }

  @Test func `a bar narrows the filter to its month or year`() {
    var it = driver()
    it.type("Tk")
    it.press(.enter)
    #expect(it.state.notice != nil && it.state.views.count == 1)
    it.type("k")
    it.press(.enter)
    #expect(it.state.filter.text == "on:2018-05" && it.state.list.matching == 2)
    it.press(.control("o"))
    #expect(it.state.filter.isEmpty && it.state.view?.kind == .timeline)
    it.press(.tab, .escape)
  }

  @Test func `a person is reached from everywhere`() {
    var it = driver()
    it.press(.enter)
    it.type("]P")
    #expect(it.state.view?.kind == .person("Ines Varga"))
    it.press(.escape)
    it.type("QP")
    #expect(it.state.view?.kind == .person("Ines Varga") && it.state.views.count == 2)
    it.type("/said:money")
    it.press(.enter)
    #expect(it.state.view?.quotes.matching == 2)
    // The quotes of a person as a filter of their own.
    it.type("Q")
    #expect(it.state.view?.queryText == "by:\"Ines Varga\" said:money")
    #expect(it.state.view?.quotes.matching == 2)
  }

  @Test func `jumps go back and forward, Ctrl-I being Tab`() {
    var it = driver()
    it.press(.enter)
    it.press(.escape)
    it.type("jj")
    it.press(.enter)
    let second = it.state.reader.key
    it.type("Qj")
    it.press(.enter)
    let third = it.state.reader.key
    it.press(.control("o"))
    #expect(it.state.view?.kind == .quotes)
    it.press(.control("o"))
    #expect(it.state.views.isEmpty && it.state.reader.key == second)
    it.press(.tab, .tab)
    #expect(it.state.reader.key == third && it.state.views.isEmpty)
    // Behind any other key Tab is the next pane again.
    it.press(.character("j"), .tab)
    #expect(it.state.focus == .sidebar)
    for _ in 0..<10 { it.press(.control("o")) }
    #expect(it.state.notice?.text == "there is no jump to go back from")
  }

  @Test func `orders are gone through and the first row is selected`() {
    var it = driver()
    it.type("Qjo")
    #expect(it.state.view?.quoteOrder == .oldest && it.state.view?.selected == 0)
    #expect(it.state.view?.quote(0)?.date?.year == 2017)
    it.type("ooo")
    #expect(it.state.view?.quoteOrder == .newest)
  }

  @Test func `only a window of many quotes is in memory`() {
    let many = (0..<60).flatMap { _ in SampleYears.all }
    var it = BrowserDriver(many, columns: 80, rows: 24)
    it.type("Q")
    #expect(it.state.view?.quotes.matching == 660)
    for key in ["G", "g", "G"] { it.type(key) }
    #expect(it.state.view?.selected == 659 && it.state.view?.selectedQuote != nil)
    #expect((it.state.view?.quotes.rows.count ?? 0) <= 200)
    it.press(.control("u"), .control("u"), .control("u"))
    #expect(it.state.view?.selectedQuote != nil)
  }

  @Test func `an answer to an older request is dropped`() {
    var it = driver()
    it.type("Q")
    let before = it.state.view?.quotes
    it.send(.view(.quotes(request: 1, QuotePage())))
    #expect(it.state.view?.quotes == before)
  }

  @Test func `without a place for marks it says so`() {
    var it = BrowserDriver(SampleYears.all)
    it.type("s")
    #expect(it.state.notice?.isWarning == true)
  }

  @Test func `a click selects a row of a view, two open it`() {
    var it = driver()
    it.type("Q")
    it.send(.mouse(MouseEvent(action: .click, position: Position(column: 5, row: 4))))
    #expect(it.state.view?.selected == 2)
    it.send(.mouse(MouseEvent(action: .doubleClick, position: Position(column: 5, row: 4))))
    #expect(it.state.views.isEmpty && it.state.focus == .reader)
  }

  @Test(arguments: [
    ("a b", "a"), ("a", ""), ("", ""), ("a person:\"x y\"", "a"), ("a OR b", "a"),
    ("a (b OR c)", "a"), ("\"a b", ""), ("a !by:\"x y\" ", "a"), ("x (a \"b ) c\")", "x"),
  ])
  func `the last part of a filter is taken out whole`(text: String, rest: String) {
    #expect(FilterTerms.droppingLast(text) == rest)
  }

  @Test(arguments: [([0, 1, 8], " ▁█"), ([1, 2, 4], "▂▄█"), ([], ""), ([5], "█")])
  func `bars stand as high as their values`(values: [Int], bars: String) {
    #expect(Blocks.upright(values) == bars)
  }
}
