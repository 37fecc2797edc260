import Model
import Testing

@testable import Browser
@testable import TestSupport

/// Groups of articles that say the same.
@Suite struct FoldTests {
  private func driver(rows: Int = 24, marks: MemoryMarks? = nil) -> BrowserDriver {
    BrowserDriver(SampleRepeats.all, columns: 80, rows: rows, marks: marks)
  }
  private func titles(_ it: BrowserDriver) -> [String] {
    (0..<it.state.list.rowCount).compactMap { it.state.list.row($0)?.title }
  }

  @Test func `repeats are folded behind the first, and counted`() {
    let it = driver()
    #expect(it.state.list.matching == 3 && it.state.list.folded == 2)
    #expect(it.state.list.articles == 5)
    #expect(it.grid.asText.contains("+2") && it.grid.asText.contains("2 folded"))
  }

  @Test func `a group is listed below its head and folded again`() {
    var it = driver()
    let before = titles(it)
    it.play("za")
    #expect(titles(it).count == 5 && it.state.list.selected == 0)
    #expect(it.grid.asText.contains("-2") && !it.grid.asText.contains("folded  "))
    it.play("jj")
    #expect(it.state.list.member(2) != nil)
    #expect(it.state.reader.key == it.state.list.row(2)?.key)
    it.play("j")
    #expect(it.state.list.row(3)?.title == before[1])
    it.play("kza")
    #expect(titles(it) == before && it.state.list.selected == 0)
  }

  @Test func `keys on a member are for it alone`() {
    let marks = MemoryMarks()
    var it = driver(marks: marks)
    it.play("zajs")
    let id = it.state.list.row(1)?.id
    #expect(marks.articles(.starred) == Set([id].compactMap { $0 }))
    #expect(it.state.list.row(1)?.marks.isStarred == true)
    #expect(it.state.list.row(0)?.marks.isStarred == false)
  }

  @Test func `all repeats are listed where they belong, and folded`() {
    var it = driver()
    it.play("jzR")
    #expect(it.state.list.matching == 5 && it.state.list.folded == 0)
    #expect(it.state.list.row(it.state.list.selected)?.title == "Snow on the passes")
    it.play("za")
    #expect(it.state.notice?.text == "repeats are listed where they belong; zM folds them")
    it.play("zM")
    #expect(it.state.list.matching == 3)
    #expect(it.state.list.row(it.state.list.selected)?.title == "Snow on the passes")
  }

  @Test func `what repeats nothing has nothing to unfold`() {
    var it = driver()
    it.play("jza")
    #expect(it.state.notice?.text == "nothing else says the same as this article")
  }

  @Test func `an open group closes with another filter`() {
    var it = driver()
    it.play("za/snow\r")
    #expect(it.state.list.unfolded == nil && it.state.list.matching == 1)
  }

  @Test func `an open group stays open when articles come, with the member selected`() {
    var it = driver()
    it.play("zajj")
    let key = it.state.list.selectedKey
    it.archive.add([SampleArticles.ferry])
    it.send(.progress(ImportProgress(done: 6, total: 6, isFinished: true).grown))
    #expect(it.state.list.selectedKey == key && it.state.list.unfolded?.members.count == 2)
    #expect(it.state.list.member(it.state.list.selected)?.key == key)
  }

  @Test func `a question about all tells folded ones too`() {
    var it = driver(marks: MemoryMarks())
    it.play("Vs")
    #expect(it.state.ask?.label == "star 5 articles?")
    it.play("yzR")
    #expect((0..<5).allSatisfy { it.state.list.row($0)?.marks.isStarred == true })
  }
}

extension ImportProgress {
  fileprivate var grown: ImportProgress {
    var new = self
    new.version = 1
    return new
  }
}
