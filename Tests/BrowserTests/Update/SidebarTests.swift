import Model
import Testing

@testable import Browser
@testable import TestSupport

/// Of the ferry's people Varga (0) said quotes 0 and 3, Quill (1) 1 and 2, Old Halvard (2) none.
@Suite struct SidebarTests {
  private func sidebar(columns: Int = 120, rows: Int = 40) -> BrowserDriver {
    var it = BrowserDriver(SampleArticles.all, columns: columns, rows: rows)
    it.press(.character("j"), .enter, .character("3"))
    return it
  }

  @Test func `everyone's quotes are listed at first`() {
    let it = sidebar()
    #expect(it.state.sidebar.selected == .everyone && it.state.sidebar.narrowedTo == nil)
    #expect(it.state.sidebar.quotes == [0, 1, 2, 3])
  }

  @Test(arguments: [
    ("j", [0, 3]), ("jj", [1, 2]), ("jjj", []), ("jjk", [0, 3]), ("jjkk", [0, 1, 2, 3]),
    ("jG", [0, 3]), ("jGgg", [0, 1, 2, 3]),
  ])
  func `moving onto a person narrows the quotes to theirs`(keys: String, quotes: [Int]) {
    var it = sidebar()
    it.type(keys)
    #expect(it.state.sidebar.quotes == quotes && it.state.focus == .sidebar)
  }

  @Test func `a click on a person narrows the quotes to theirs`() {
    var it = sidebar()
    it.send(.mouse(MouseEvent(action: .click, position: Position(column: 95, row: 5))))
    #expect(it.state.sidebar.selected == .person(1) && it.state.sidebar.quotes == [1, 2])
    it.send(.mouse(MouseEvent(action: .click, position: Position(column: 95, row: 2))))
    #expect(it.state.sidebar.selected == .everyone && it.state.sidebar.quotes == [0, 1, 2, 3])
  }

  @Test func `Enter on a person shows all that is known of them, Esc comes back`() {
    var it = sidebar()
    it.press(.character("j"), .enter)
    #expect(it.state.view?.kind == .person("Ines Varga"))
    it.press(.escape)
    #expect(it.state.views.isEmpty && it.state.sidebar.selected == .person(0))
  }

  @Test func `the next quote of a person is their first, Enter there reads on`() {
    var it = sidebar()
    it.type("jj]")
    #expect(it.state.sidebar.selected == .quote(1) && it.state.reader.currentQuote == 1)
    #expect(it.state.sidebar.quotes == [1, 2] && it.state.focus == .sidebar)
    #expect(it.state.sidebar.owner == .person(1))
    it.press(.character("j"))
    #expect(it.state.sidebar.selected == .quote(2))
    it.press(.enter)
    #expect(it.state.focus == .reader && it.state.reader.currentQuote == 2)
  }

  @Test func `up from the first quote is to whose it is`() {
    var it = sidebar()
    it.type("j]k")
    #expect(it.state.sidebar.selected == .person(0) && it.state.reader.currentQuote == nil)
    it.press(.character("g"), .character("g"), .enter, .character("k"))
    #expect(it.state.sidebar.selected == .everyone)
  }

  @Test func `down from the last person is to their quotes`() {
    var it = BrowserDriver(SampleArticles.all)
    it.press(.enter)
    it.type("3jj")
    #expect(it.state.sidebar.selected == .quote(0))
    #expect(it.state.sidebar.narrowedTo == PersonID(rawValue: 0))
  }

  @Test func `a person without quotes is shown where they are named`() {
    var it = BrowserDriver([Self.silent], columns: 80, rows: 14)
    it.press(.enter)
    it.type("3jj")
    let top = it.state.reader.top
    #expect(top > 0 && it.state.sidebar.quotes.isEmpty)
    it.press(.character("2"))
    #expect(it.state.focus == .reader && it.state.reader.top == top)
  }

  @Test func `Esc goes to everyone, then leaves`() {
    var it = sidebar()
    it.press(.character("j"), .escape)
    #expect(it.state.sidebar.selected == .everyone && it.state.focus == .sidebar)
    it.type("j]")
    it.press(.escape)
    #expect(it.state.sidebar.quotes == [0, 1, 2, 3] && it.state.sidebar.selected == .quote(0))
    it.press(.escape)
    #expect(it.state.focus == .reader)
  }

  @Test func `a quote of somebody else in the reader lists everyone's again`() {
    var it = sidebar()
    it.type("jj]")
    it.press(.enter)
    #expect(it.state.focus == .reader)
    it.type("]")
    #expect(it.state.reader.currentQuote == 2 && it.state.sidebar.quotes == [1, 2])
    it.type("]")
    #expect(it.state.reader.currentQuote == 3 && it.state.sidebar.quotes == [0, 1, 2, 3])
    #expect(it.state.sidebar.selected == .quote(3))
  }

  @Test func `in the sidebar the next quote is the next of theirs`() {
    var it = sidebar()
    it.type("j]]")
    #expect(it.state.reader.currentQuote == 3 && it.state.sidebar.quotes == [0, 3])
    it.type("Gjjj")
    #expect(it.state.sidebar.selected == .quote(3))
  }

  @Test func `closing the sidebar lists everyone's quotes`() {
    var it = sidebar(columns: 80, rows: 24)
    it.type("j3")
    #expect(it.state.focus == .reader && it.state.sidebar.narrowedTo == nil)
    #expect(it.state.layout.sidebar == nil)
  }

  @Test func `without people the quotes alone are gone through`() {
    let sketch = ArticleSketch("= Note\nA note read: “⟦Sorry⟧.” Another: “⟦No⟧.”")
    let said = ArticleSketch.Said(
      kind: .direct, speaker: nil, naming: "", cue: "read", evidence: .quotedWordsAlone)
    var it = BrowserDriver([sketch.article(file: "note.txt", said: [said, said])])
    it.press(.enter)
    it.type("3jk")
    #expect(it.state.sidebar.selected == .quote(0) && it.state.sidebar.owner == nil)
    it.type("jj")
    #expect(it.state.sidebar.selected == .quote(1))
  }

  /// Somebody is named far down and says nothing.
  private static let silent = ArticleSketch(
    "= Silent\n" + String(repeating: "The boat waits.\n", count: 30) + "Ada Brook left.\n"
      + "Then Tom Reed came.\n" + String(repeating: "The boat waits.\n", count: 30)
  ).article(
    file: "silent.txt",
    people: [(name: "Ada Brook", role: nil, forms: []), (name: "Tom Reed", role: nil, forms: [])])
}
