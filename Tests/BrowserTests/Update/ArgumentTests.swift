import Model
import Testing

@testable import Browser
@testable import TestSupport

/// Arguments of commands behind `:`, their completion, and counts.
@Suite struct ArgumentTests {
  private func driver(_ marks: MemoryMarks? = MemoryMarks()) -> BrowserDriver {
    BrowserDriver(SampleYears.all, columns: 100, rows: 30, marks: marks)
  }

  @Test(
    "Tab completes arguments",
    arguments: [
      (":set me\t", "set measure"), (":set justify \t", "set justify on"),
      (":set justify \t\t", "set justify off"), (":order o\t", "order oldest"),
      (":columns a\t", "columns agency"), (":person Tom\t", "person Tomas Quill"),
      (":filter by:Tom\t", "filter by:\"Tomas Quill\""), (":filter sai\t", "filter said:"),
      (":set x\t", "set x"), (":note x\t", "note x"), (":zzz x\t", "zzz x"),
    ])
  func completes(keys: String, text: String) {
    var it = driver()
    it.play(keys)
    #expect(it.state.prompt?.text == text)
  }

  @Test func `tags, saved filters and macros complete`() {
    var it = driver()
    it.play(":tag harbour\rj:tag h\t")
    #expect(it.state.prompt?.text == "tag harbour")
    it.play("\r/on:2018\r:save-filter the storm\r:saved th\t")
    #expect(it.state.prompt?.text == "saved the storm")
    it.play("\r,xj,:replay \t")
    #expect(it.state.prompt?.text == "replay x")
  }

  @Test func `a restricted session completes no path`() {
    var it = BrowserDriver(SampleYears.all, columns: 100, rows: 30, restricted: true)
    it.play(":export /et\t")
    #expect(it.state.notice?.text == "not in a restricted session: no file is written")
    #expect(!it.effects.contains { if case .completePath = $0 { true } else { false } })
    it.play("\u{1B}:pipe l\t")
    #expect(it.state.notice?.text == "not in a restricted session: no other program is run")
  }

  @Test func `a path is completed by the files there are`() {
    var it = driver()
    it.play(":export sam\t")
    guard case .completePath("sam", let request)? = it.effects.last else {
      Issue.record("\(it.effects.suffix(1))")
      return
    }
    it.send(
      .completionsArrived(
        request: request, ["sample.md", "samples/"].map { .init(text: $0, count: nil) }))
    #expect(it.state.prompt?.text == "export sample.md")
    it.play("\t")
    #expect(it.state.prompt?.text == "export samples/")
  }

  @Test func `arguments do what keys ask for`() {
    let marks = MemoryMarks()
    var it = driver(marks)
    it.play(":tag storm\r:note ask the mayor\r:order oldest\r")
    #expect(marks.tags().map(\.name) == ["storm"] && it.state.list.order == .oldest)
    #expect(it.state.list.rows.contains { $0.marks.note == "ask the mayor" })
    it.play(":order none\r")
    #expect(it.state.notice?.text == "there is no order 'none' here; o goes through them")
    it.play(":columns date\r")
    #expect(!it.state.columns.contains(.date))
    it.play(":person Tomas Quill\r")
    #expect(it.state.view?.profile?.name == "Tomas Quill")
    it.play(":order oldest\r")
    #expect(it.state.view?.quoteOrder == .oldest)
  }

  @Test func `counts go with what can be done more than once`() {
    let marks = MemoryMarks()
    var it = driver(marks)
    it.play("4v")
    #expect(it.state.marked.articles.count == 4)
    it.play("\u{1B}gg4sy")
    #expect(marks.articles(.starred).count == 4)
    it.play("jrjrjr")
    let read = marks.articles(.read).count
    it.play("03u")
    #expect(marks.articles(.read).count == read - 3)
    it.play("02")
    it.press(.control("r"))
    #expect(marks.articles(.read).count == read - 1)
    it.play("/on:2018 ferry storm\r02")
    it.press(.backspace)
    #expect(it.state.filter.text == "on:2018")
    it.play("\r06gi03gl")
    #expect(it.state.typesetting.indent == 6 && it.state.typesetting.spacing == 3)
  }

  @Test func `the place of an article is kept with its marks`() {
    let marks = MemoryMarks()
    var it = BrowserDriver(SampleArticles.all, columns: 80, rows: 14, marks: marks)
    it.play("j\r \u{1B}k\r")
    let kept = it.effects.compactMap { effect -> (Int, ArticleID)? in
      if case .keepPlace(let offset, let id) = effect { (offset, id) } else { nil }
    }
    #expect(kept.count == 1)
    for (offset, id) in kept { marks.keepPlace(offset, of: id) }
    var again = BrowserDriver(SampleArticles.all, columns: 80, rows: 14, marks: marks)
    again.play("j\r")
    #expect(again.state.reader.top > 0)
  }
}
