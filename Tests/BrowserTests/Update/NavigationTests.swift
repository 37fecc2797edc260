import Model
import Testing

@testable import Browser
@testable import TestSupport

@Suite struct NavigationTests {
  private func browser(columns: Int = 120, rows: Int = 40) -> BrowserDriver {
    BrowserDriver(SampleArticles.all, columns: columns, rows: rows)
  }

  @Test func `moving in the list asks for the article only when the selection rests`() {
    let before = browser()
    var state = before.state
    let first = update(&state, .key(.character("j")))
    let second = update(&state, .key(.character("j")))
    #expect(first.count == 1 && second.count == 1)
    guard case .rest(let early) = first[0], case .rest(let late) = second[0] else {
      Issue.record("\(first) \(second)")
      return
    }
    #expect(update(&state, .rested(request: early)) == [])
    #expect(state.reader.key == before.state.reader.key)
    let load = update(&state, .rested(request: late))
    guard case .loadArticle(let key, _) = load.first else {
      Issue.record("\(load)")
      return
    }
    #expect(key == state.list.selectedKey)
    #expect(state.reader.article != nil, "the old article stays until the new one comes")
  }

  @Test func `Enter asks for the article at once and moves to the reader`() {
    var state = browser().state
    _ = update(&state, .key(.character("j")))
    let effects = update(&state, .key(.enter))
    guard case .loadArticle(let key, let request) = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(state.focus == .reader)
    _ = update(&state, .articleArrived(request: request, key, SampleArticles.ferry))
    #expect(state.reader.key == key)
  }

  @Test func `an answer to an older request is dropped`() {
    var state = browser().state
    let page = ArticlePage(matching: 1, total: 1)
    _ = update(&state, .pageArrived(request: 0, page))
    _ = update(
      &state, .articleArrived(request: 0, ArticleKey(rawValue: 9), SampleArticles.bulletin))
    _ = update(&state, .findingsArrived(request: -1, [Finding(path: "x", problem: .empty)]))
    #expect(state.list.matching == 4)
    #expect(state.reader.key != ArticleKey(rawValue: 9))
    #expect(state.findings.isEmpty)
  }

  private func browserOfFindings(_ count: Int, restricted: Bool = false) -> BrowserDriver {
    let findings = (0..<count).map { number in
      Finding(
        path: "samples/\(10 + number).jsonl",
        problem: number == 2 ? .malformed(.line(40), "no object") : .empty)
    }
    return BrowserDriver(
      SampleArticles.all, findings: findings, columns: 80, rows: 12, restricted: restricted)
  }

  @Test func `a file that was not read is chosen, opened and copied`() {
    var it = browserOfFindings(30)
    it.press(.character("!"), .character("j"), .character("j"))
    #expect(it.state.chosenFinding?.path == "samples/12.jsonl")
    it.press(.enter)
    #expect(it.effects.contains(.run(.editor(path: "samples/12.jsonl", line: 40))))
    it.press(.character("y"), .character("p"))
    #expect(it.effects.contains(.copy("samples/12.jsonl")))
    it.press(.character("G"))
    #expect(it.state.chosenFinding?.path == "samples/39.jsonl")
    #expect(it.grid.asText.contains("30 of 30") && it.grid.asText.contains("▌samples/39.jsonl"))
    it.press(.character("g"), .character("g"), .character("g"), .character("e"))
    #expect(it.effects.contains(.run(.editor(path: "samples/10.jsonl", line: 1))))
    it.press(.escape)
    #expect(it.state.overlay == nil)
  }

  @Test func `the chosen file stays chosen when more are found before it`() {
    var it = browserOfFindings(5)
    it.press(.character("!"), .character("j"))
    let request = it.state.findingsRequest
    let new = Finding(path: "samples/new.txt", problem: .binary)
    it.send(.findingsArrived(request: request, [new] + it.state.findings))
    #expect(it.state.chosenFinding?.path == "samples/11.jsonl")
    it.send(.findingsArrived(request: request, []))
    #expect(it.state.chosenFinding == nil)
    it.press(.enter, .character("k"), .character("y"), .character("p"))
    #expect(!it.effects.contains { if case .run = $0 { true } else { false } })
  }

  @Test func `nothing opens a file for a restricted reader`() {
    var it = browserOfFindings(3, restricted: true)
    it.press(.character("!"), .enter)
    #expect(!it.effects.contains { if case .run = $0 { true } else { false } })
    #expect(it.state.notice?.isWarning == true)
  }

  @Test func `Esc goes back step by step`() {
    var it = browser()
    it.press(.character("j"), .enter, .character("Z"), .character("?"))
    #expect(it.state.overlay != nil)
    it.press(.escape)
    #expect(it.state.overlay == nil && it.state.isMaximised)
    it.press(.escape)
    #expect(!it.state.isMaximised && it.state.focus == .reader)
    it.press(.escape)
    #expect(it.state.focus == .list)
    it.press(.escape)
    #expect(it.state.notice?.text == "q quits")
  }

  @Test func `q closes the help and otherwise quits`() {
    var it = browser()
    it.press(.character("?"), .character("q"))
    #expect(it.state.overlay == nil && !it.effects.contains(.quit))
    it.press(.character("q"))
    #expect(it.effects.contains(.quit))
  }

  @Test func `Tab goes round the panes and digits go straight`() {
    var it = browser()
    for pane in [Pane.reader, .sidebar, .list] {
      it.press(.tab)
      #expect(it.state.focus == pane)
    }
    it.press(.backTab)
    #expect(it.state.focus == .sidebar)
    it.press(.character("2"))
    #expect(it.state.focus == .reader)
  }

  @Test func `quotes are walked in the reader and end with a notice`() {
    var it = browser()
    it.press(.character("j"), .enter)
    for index in 0..<4 {
      it.press(.character("]"))
      #expect(it.state.reader.currentQuote == index)
      #expect(it.state.sidebar.selected == .quote(index))
    }
    it.press(.character("]"))
    #expect(it.state.notice?.text == "this was the last quote")
    it.press(.character("["))
    #expect(it.state.reader.currentQuote == 2)
  }

  @Test func `moving in the sidebar shows the passage and Esc brings the reader back`() {
    var it = browser(columns: 80, rows: 14)
    it.press(.character("j"), .enter)
    it.press(.character("3"), .end)
    #expect(it.state.reader.currentQuote == 3)
    let quote = it.state.reader.quote
    let lines = quote.flatMap { it.state.reader.lines(of: $0.extent) } ?? 0..<0
    let seen = it.state.reader.top..<it.state.reader.top + it.state.layout.readerRows
    #expect(seen.contains(lines.lowerBound), "\(lines) in \(seen)")
    it.press(.escape)
    #expect(it.state.focus == .reader && it.state.reader.top == 0)
    #expect(it.state.reader.currentQuote == nil)
  }

  @Test func `Enter on a quote stays at the passage`() {
    var it = browser(columns: 80, rows: 14)
    it.press(.character("j"), .enter, .character("3"), .end)
    let top = it.state.reader.top
    it.press(.enter)
    #expect(it.state.focus == .reader && it.state.reader.currentQuote == 3)
    #expect(it.state.reader.top <= top + 1 && it.state.reader.top > 0)
  }

  @Test func `clicks focus and select, a double click opens, the wheel scrolls what is under it`() {
    var it = browser()
    it.send(.mouse(MouseEvent(action: .click, position: Position(column: 4, row: 5))))
    #expect(it.state.list.selected == 1 && it.state.focus == .list)
    it.send(.mouse(MouseEvent(action: .doubleClick, position: Position(column: 4, row: 11))))
    #expect(it.state.list.selected == 3 && it.state.focus == .reader)
    it = browser(columns: 80, rows: 14)
    it.press(.character("j"))
    it.send(.mouse(MouseEvent(action: .wheelDown, position: Position(column: 9, row: 9))))
    #expect(it.state.reader.top == 3 && it.state.focus == .list)
  }

  @Test func `Ctrl-C never ends the program`() {
    var it = browser()
    it.press(.control("c"))
    #expect(it.state.notice?.text == "q quits" && !it.effects.contains(.quit))
  }

  @Test func `Esc in the list closes a sidebar that was opened on demand`() {
    var it = BrowserDriver(SampleArticles.all, columns: 80, rows: 24)
    it.press(.character("j"), .enter, .character("3"), .character("G"), .enter, .escape)
    #expect(it.state.focus == .list && it.state.layout.sidebar != nil)
    it.press(.escape)
    #expect(it.state.layout.sidebar == nil && it.state.notice == nil)
  }

  @Test func `the wheel scrolls the quotes away from the selected one until a key is pressed`() {
    var it = BrowserDriver(SampleArticles.all, columns: 120, rows: 14)
    it.press(.character("j"), .character("3"), .enter)
    #expect(it.state.sidebar.selected == .quote(0) && it.state.sidebar.quotesTop == 0)
    for _ in 0..<9 {
      it.send(.mouse(MouseEvent(action: .wheelDown, position: Position(column: 110, row: 11))))
    }
    #expect(it.state.sidebar.quotesTop == 1)
    it.press(.character("k"))
    it.press(.enter)
    #expect(it.state.sidebar.quotesTop == 0)
  }

  @Test func `the next quote is looked for from what is seen`() {
    var it = BrowserDriver(SampleArticles.all, columns: 80, rows: 14)
    it.press(.character("j"), .enter)
    it.type("]]]]")
    #expect(it.state.reader.currentQuote == 3 && it.state.reader.top > 0)
    it.type("gg]")
    #expect(it.state.reader.currentQuote == 0)
  }
}
