import Model
import Testing

@testable import Browser
@testable import TestSupport

@Suite struct ListWindowTests {
  /// A page as an archive of a million rows would give it.
  private func page(_ request: PageRequest, total: Int = 1_000_000) -> ArticlePage {
    var first = 0
    var anchorRow: Int?
    switch request.anchor {
    case .row(let row): first = row
    case .article(let key, _):
      anchorRow = key.rawValue
      first = key.rawValue - request.count / 2
    }
    first = max(0, min(first, total - request.count))
    let rows = (first..<min(total, first + request.count)).map {
      ArticleRow(
        key: ArticleKey(rawValue: $0), date: nil, agency: nil, title: "Row \($0)", quoteCount: 0)
    }
    return ArticlePage(
      matching: total, total: total, quotes: 0, first: first, rows: rows, anchorRow: anchorRow)
  }

  private func answer(_ effects: [Effect], _ state: inout BrowserState) -> Int {
    var asked = 0
    for case .loadPage(let request, let number) in effects {
      asked += 1
      _ = update(&state, .pageArrived(request: number, page(request)))
    }
    return asked
  }

  private func opened() -> BrowserState {
    var state = BrowserState(size: Size(columns: 120, rows: 35), archiveName: "big")
    let asked = answer(update(&state, .started), &state)
    #expect(asked == 1)
    return state
  }

  @Test func `a million rows need a window only`() {
    var state = opened()
    #expect(state.list.matching == 1_000_000 && state.list.rows.count < 500)
    #expect(answer(update(&state, .key(.character("G"))), &state) == 1)
    #expect(state.list.selected == 999_999)
    #expect(state.list.selectedKey == ArticleKey(rawValue: 999_999))
    #expect(state.list.rows.count < 500)
    #expect(render(state).asText.contains("Row 999999"))
  }

  @Test func `moving on asks for rows before they are needed`() {
    var state = opened()
    var asked = 0
    for _ in 0..<200 {
      asked += answer(update(&state, .key(.character("j"))), &state)
      #expect(state.list.selectedKey == ArticleKey(rawValue: state.list.selected))
    }
    #expect((2...12).contains(asked), "\(asked)")
  }

  /// A report that says that there is something new to list.
  private static func report(_ done: Int, of total: Int) -> ImportProgress {
    var report = ImportProgress(done: done, total: total)
    report.version = done
    return report
  }

  @Test func `a report without anything new asks for nothing`() {
    var state = opened()
    _ = update(&state, .progress(Self.report(1, of: 9)))
    var again = Self.report(1, of: 9)
    again.doneBytes = 10
    #expect(update(&state, .progress(again)) == [])
  }

  @Test func `rows come before the count, and stay where they are`() {
    var state = opened()
    _ = update(&state, .key(.character("/")))
    let effects = update(&state, .key(.character("a")))
    guard
      let number = effects.compactMap({ effect -> Int? in
        if case .loadPage(_, let number) = effect { number } else { nil }
      }).first
    else {
      Issue.record("\(effects)")
      return
    }
    var early = page(PageRequest(query: .everything, anchor: .row(0), count: 60))
    early.isCounted = false
    early.matching = early.rows.count
    _ = update(&state, .pageArrived(request: number, early))
    #expect(state.list.matching(in: Words()) == "\(early.rows.count)+")
    let shown = state.list.rows
    var counted = early
    counted.isCounted = true
    counted.matching = 12_345
    _ = update(&state, .pageArrived(request: number, counted))
    #expect(state.list.matching(in: Words()) == "12,345")
    #expect(state.list.rows == shown && state.list.top == 0)
  }

  @Test func `articles that come do not move what is looked at`() {
    var state = opened()
    for _ in 0..<5 { _ = answer(update(&state, .key(.character("j"))), &state) }
    let screenRow = state.list.selected - state.list.top
    let key = state.list.selectedKey
    let effects = update(&state, .progress(Self.report(10, of: 20)))
    guard case .loadPage(let request, let number) = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(request.anchor == .article(ArticleKey(rawValue: 5), otherwise: 5))
    // Three newer articles have come.
    var shifted = page(PageRequest(query: .everything, anchor: .row(0), count: request.count))
    shifted.rows = shifted.rows.map { row in
      var row = row
      row.key = ArticleKey(rawValue: row.key.rawValue - 3)
      return row
    }
    shifted.anchorRow = 8
    _ = update(&state, .pageArrived(request: number, shifted))
    #expect(state.list.selected == 8 && state.list.selectedKey == key)
    #expect(state.list.selected - state.list.top == screenRow)
  }

  @Test func `reports of an import wait for the page that is on its way`() {
    var state = opened()
    let first = update(&state, .progress(Self.report(1, of: 9)))
    #expect(first.count == 1)
    #expect(update(&state, .progress(Self.report(2, of: 9))) == [])
    guard case .loadPage(let request, let number) = first.first else { return }
    let next = update(&state, .pageArrived(request: number, page(request)))
    #expect(next.contains { if case .loadPage = $0 { true } else { false } })
  }

  @Test func `a step in the list changes few cells`() {
    var state = opened()
    let before = render(state)
    _ = update(&state, .key(.character("j")))
    let after = render(state)
    let changed = zip(before.cells, after.cells).count { $0 != $1 }
    #expect(changed < 60, "\(changed)")
  }

  @Test func `a row that is opened before its article is known opens once it is`() {
    var state = opened()
    // G, k and Enter are there before the archive has answered the first of them.
    let jump = update(&state, .key(.character("G")))
    let step = update(&state, .key(.character("k")))
    let open = update(&state, .key(.enter))
    #expect(!open.contains { if case .loadArticle = $0 { true } else { false } })
    var loaded: [ArticleKey] = []
    for case .loadPage(let request, let number) in jump + step + open {
      for case .loadArticle(let key, _)
        in update(&state, .pageArrived(request: number, page(request)))
      {
        loaded.append(key)
      }
    }
    #expect(loaded == [ArticleKey(rawValue: 999_998)])
  }
}
