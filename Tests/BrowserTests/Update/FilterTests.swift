import Model
import Testing

@testable import Browser
@testable import TestSupport

@Suite struct FilterTests {
  private func browser() -> BrowserDriver { BrowserDriver(SampleArticles.all) }

  @Test func `the list narrows with each letter and keeps the selected article`() {
    var it = browser()
    it.press(.character("j"), .character("/"))
    it.type("ferry")
    #expect(it.state.list.matching == 1 && it.state.list.total == 4)
    #expect(it.state.list.row(it.state.list.selected)?.title.contains("ferry") == true)
    #expect(it.state.reader.matches.count > 0)
  }

  @Test func `Esc in the prompt brings list and selection back`() {
    var it = browser()
    it.press(.character("G"), .character("/"))
    let before = it.state.list
    it.type("ferry")
    it.press(.escape)
    #expect(it.state.prompt == nil && it.state.filter.isEmpty)
    #expect(it.state.list.selected == before.selected && it.state.list.matching == 4)
    #expect(it.state.list.selectedKey == before.selectedKey)
  }

  @Test func `opening an article and coming back keeps the filter`() {
    var it = browser()
    it.press(.character("/"))
    it.type("the")
    it.press(.enter, .character("j"), .enter, .escape)
    #expect(it.state.filter.text == "the" && it.state.focus == .list)
    it.press(.escape)
    #expect(it.state.filter.isEmpty && it.state.list.matching == 4)
  }

  @Test func `a filter that cannot be read keeps text and list and tells the column`() {
    var it = browser()
    it.press(.character("/"))
    it.type("ferry")
    let before = it.state.list
    it.send(.paste(" speker:x"))
    #expect(it.state.prompt?.text == "ferry speker:x")
    #expect(it.state.prompt?.error?.column == 6)
    #expect(it.state.list == before)
    it.press(.enter)
    #expect(it.state.prompt != nil && it.state.notice?.isWarning == true)
  }

  @Test(arguments: [
    ("ferry !", "ferry "), ("ferry said:", "ferry "), ("ferry !said:\"", "ferry "),
    ("ferry \"", "ferry "), ("ferry\"", "ferry"), ("person:", ""), ("!", ""), ("!!", ""),
    ("ferry ! ", "ferry "),
  ])
  func `while the last term is not finished the terms before it count`(
    text: String, before: String
  ) {
    var it = browser()
    it.press(.character("/"))
    it.send(.paste(text))
    #expect(it.state.prompt?.text == text && it.state.prompt?.isUnfinished == true)
    #expect(it.state.filter.text == before)
    #expect(it.state.list.matching == (before.isEmpty ? 4 : 1))
    it.press(.enter)
    #expect(it.state.prompt != nil)
  }

  @Test(arguments: ["ferry !", "ferry -", "ferry said:", "ferry !person:", "ferry \""])
  func `an unfinished term asks for no page`(text: String) {
    var it = browser()
    it.press(.character("/"))
    it.type("ferry")
    let before = it.state.list
    it.type(text.dropFirst(5).description)
    #expect(it.state.list == before)
  }

  @Test(arguments: ["! ferry", "said: ferry", "sai:", "speker:x said:"])
  func `what cannot be read and is finished stays an error`(text: String) {
    var it = browser()
    it.press(.character("/"))
    it.send(.paste(text))
    #expect(it.state.prompt?.error != nil && it.state.prompt?.isUnfinished == false)
    #expect(it.state.filter.isEmpty)
  }

  @Test(arguments: [
    ([Key.character("a"), .character("b"), .left, .character("c")], "acb", 2),
    ([.character("a"), .character("b"), .home, .delete], "b", 0),
    ([.character("a"), .character(" "), .character("b"), .control("w")], "a ", 2),
    ([.character("a"), .character("b"), .left, .control("k")], "a", 1),
    ([.character("a"), .character("b"), .left, .control("u")], "b", 0),
    ([.character("a"), .control("a"), .character("b"), .control("e"), .backspace], "b", 1),
    ([.backspace, .delete, .left, .right, .control("w")], "", 0),
    ([.character("p"), .character("e"), .tab], "person:", 7),
  ])
  func `the prompt is edited as usual`(keys: [Key], text: String, caret: Int) {
    var it = browser()
    it.press(.character("/"))
    for key in keys { it.press(key) }
    #expect(it.state.prompt?.text == text)
    #expect(it.state.prompt?.caret == caret)
  }

  @Test func `what is pasted becomes one line without controls`() {
    var it = browser()
    it.press(.character("/"))
    it.send(.paste("fer\u{1B}ry\nboat"))
    #expect(it.state.prompt?.text == "ferry boat")
    it.send(.paste(String(repeating: "x", count: 5000)))
    #expect(it.state.prompt?.text.count == PromptState.longest)
  }

  @Test func `earlier filters are recalled`() {
    var it = browser()
    for text in ["the", "ferry"] {
      it.press(.character("/"), .control("u"))
      it.type(text)
      it.press(.enter)
    }
    it.press(.character("/"), .control("u"))
    it.type("dr")
    it.press(.up)
    #expect(it.state.prompt?.text == "ferry")
    it.press(.up)
    #expect(it.state.prompt?.text == "the")
    it.press(.down, .down)
    #expect(it.state.prompt?.text == "dr")
  }

  @Test func `n and N walk the matches`() {
    var it = browser()
    it.press(.character("n"))
    #expect(it.state.notice?.text == "no filter to look for: / opens one")
    it.press(.character("j"), .character("/"))
    it.type("ferry")
    it.press(.enter, .enter, .character("n"))
    #expect(it.state.reader.currentMatch == 0)
    it.press(.character("n"), .character("n"), .character("N"))
    #expect(it.state.reader.currentMatch == 1)
  }

  @Test func `Esc in the prompt brings the reader back to where it was`() {
    var it = BrowserDriver(SampleArticles.all, columns: 80, rows: 14)
    it.press(.character("j"), .enter, .character(" "))
    let top = it.state.reader.top
    it.press(.character("/"))
    it.type("ferry")
    #expect(top > 0 && it.state.reader.top != top)
    it.press(.escape)
    #expect(it.state.reader.top == top)
  }

  @Test func `a long article is searched outside and late answers are dropped`() {
    let long = ArticleSketch(
      "= Long\n" + String(repeating: "The ferry waits for the tide. ", count: 10_000)
    ).article(file: "samples/long.txt")
    var it = BrowserDriver([long])
    it.press(.character("/"))
    it.type("ferry")
    #expect(it.state.reader.matches.count == 10_000)
    let requests = it.effects.compactMap { effect -> Int? in
      if case .findMatches(_, in: _, let request) = effect { request } else { nil }
    }
    #expect(requests.count == 5)
    it.send(.matchesArrived(request: requests[0], []))
    #expect(it.state.reader.matches.count == 10_000)
    it.press(.escape)
    #expect(it.state.reader.matches.isEmpty)
  }

  @Test func `where the list is alone, the reader opens at the first match with what is before it`()
  {
    var it = BrowserDriver(SampleArticles.all, columns: 50, rows: 12)
    it.press(.character("j"), .character("/"))
    it.type("reserve")
    let measure = it.state.reader.layout?.settings.measure
    it.press(.enter, .enter)
    #expect(measure == it.state.reader.layout?.settings.measure)
    let line = it.state.reader.matches.first.flatMap { it.state.reader.line(of: $0) } ?? 0
    #expect(line > it.state.reader.top && line < it.state.reader.top + 10)
  }
}
