import Model
import Testing

@testable import Browser
@testable import TestSupport

/// What becomes of an archive that is damaged, too new, or on a full disk.
@Suite struct TroubleTests {
  private func driver(
    _ problem: ArchiveError.Problem, before keys: String = "", restricted: Bool = false
  ) -> BrowserDriver {
    var it = BrowserDriver(
      SampleArticles.all, columns: 100, rows: 30, marks: MemoryMarks(), restricted: restricted)
    it.play(keys)
    var progress = ImportProgress(done: 3, total: 5)
    progress.failure = ArchiveError(path: "news.archive", problem: problem)
    it.send(.progress(progress))
    return it
  }

  private func keys(_ it: BrowserDriver) -> [Character] { it.state.ask?.choices?.map(\.key) ?? [] }

  @Test(arguments: [
    (ArchiveError.Problem.damaged, false, ["y", "m", "n"]), (.damaged, true, ["m", "n"]),
    (.newer(9), false, ["y", "m", "n"]), (.diskFull, false, ["t", "m", "n"]),
    (.readOnly, false, []), (.busy, false, []),
  ])
  func `each has its remedies`(
    problem: ArchiveError.Problem, restricted: Bool, wanted: [Character]
  ) {
    let it = driver(problem, restricted: restricted)
    #expect(keys(it) == wanted)
    #expect(it.state.ask == nil ? it.state.notice?.isWarning == true : true)
  }

  @Test func `what is being typed is finished first`() {
    var it = driver(.damaged, before: "/ferr")
    #expect(it.state.ask == nil && it.state.prompt?.text == "ferr")
    it.play("y\r")
    #expect(it.state.filter.text == "ferry" && keys(it) == ["y", "m", "n"])
    it.play("y")
    #expect(it.effects.last == .reopen(.rebuilt))
  }

  @Test func `the same trouble is asked about once`() {
    var it = driver(.diskFull)
    it.play("n")
    var progress = ImportProgress(done: 4, total: 5)
    progress.failure = ArchiveError(path: "news.archive", problem: .diskFull)
    it.send(.progress(progress))
    #expect(it.state.ask == nil)
    it.play("j")
    #expect(it.state.list.selected == 1)
  }
}
