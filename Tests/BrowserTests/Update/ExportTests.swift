import Foundation
import Model
import Testing

@testable import Browser
@testable import TestSupport

/// What is written, copied and handed over: the filter, what is marked, or what a view lists.
@Suite struct ExportTests {
  private func browser(_ keys: String) -> BrowserDriver {
    var it = BrowserDriver(SampleYears.all, columns: 120, rows: 40, marks: MemoryMarks())
    it.play(keys)
    return it
  }

  private func exported(_ it: BrowserDriver) -> (ExportScope, Int)? {
    for effect in it.effects {
      if case .export(let scope, _, _, let total, _) = effect { return (scope, total) }
    }
    return nil
  }

  @Test func `the filter in its order, with its number`() throws {
    let it = browser("/on:2018\ro:export a.md\r")
    let (scope, total) = try #require(exported(it))
    #expect(scope == .matching(it.state.filter.query, .oldest) && total == 2)
    #expect(it.grid.asText.contains("writing a.md 0 %, Esc stops"))
  }

  @Test func `marked articles alone`() throws {
    let (scope, total) = try #require(exported(browser("vjv:export a.csv\r")))
    #expect(total == 2)
    guard case .articles(let keys) = scope else { throw Wrong() }
    #expect(keys.count == 2)
  }

  @Test func `the quotes of a view, or those marked`() throws {
    let all = try #require(exported(browser("Q/said:bridge\r:export a.md\r"))).0
    guard case .quotesMatching(_, nil, .newest) = all else { throw Wrong() }
    let person = try #require(exported(browser("pP:export a.md\r"))).0
    guard case .quotesMatching(_, "Tomas Quill", .newest) = person else { throw Wrong() }
    let marked = try #require(exported(browser("Qvjv:export a.md\r"))).0
    guard case .quotes(let keys) = marked else { throw Wrong() }
    #expect(keys.count == 2)
  }

  private struct Wrong: Error {}

  @Test func `one file at a time; Esc stops it and nothing else`() {
    var it = browser("/on:2018\r:export a.md\r:export b.md\r")
    #expect(it.state.notice?.text == "a.md is still being written; Esc stops it")
    let request = it.state.exporting?.request ?? 0
    it.send(.exportWent(request: request, done: 1))
    #expect(it.grid.asText.contains("writing a.md 50 %"))
    it.play("\u{1B}")
    #expect(it.effects.last == .cancelExport && it.state.filter.text == "on:2018")
    it.send(.exportEnded(request: request, .exportStopped("a.md"), isWarning: false))
    #expect(it.state.exporting == nil)
    #expect(it.state.notice?.text == "stopped; nothing is left of a.md")
  }

  @Test func `leaving while a file is written asks`() {
    var it = browser(":export a.md\rq")
    #expect(it.state.ask?.label == "stop writing a.md and quit?")
    it.play("n")
    #expect(!it.effects.contains(.quit))
    it.play("qy")
    #expect(it.effects.suffix(2) == [.cancelExport, .quit])
  }

  private func copied(_ it: BrowserDriver) -> [String] {
    it.effects.compactMap { if case .copy(let text) = $0 { text } else { nil } }
  }

  @Test func `marked quotes are copied with their citations`() {
    let it = browser("Qvvvym")
    let text = copied(it).last ?? ""
    #expect(text.components(separatedBy: "> —").count == 4)
    #expect(it.state.notice?.text == "copied: 3 citations")
    #expect(copied(browser("Qyq")).last?.contains("— ") == true)
  }

  @Test func `citations of marked articles`() {
    #expect(copied(browser("vvyb")).last?.components(separatedBy: "@online").count == 3)
    #expect(copied(browser("vvyj")).last?.hasPrefix("[{") == true)
  }

  @Test func `marked articles go to a command together`() {
    let it = browser("vv|wc\r")
    guard case .run(.pipeAll("wc", .articles(let keys)))? = it.effects.last else {
      Issue.record("\(it.effects.suffix(1))")
      return
    }
    #expect(keys.count == 2)
  }

  @Test func `no question tells a number that is still being counted`() {
    var it = browser("V")
    var state = it.state
    state.list.isCounted = false
    #expect(update(&state, .key(.character("s"))).isEmpty)
    #expect(state.ask == nil && state.notice?.text == "these are still being counted; a moment")
    it.play("s")
    #expect(it.state.ask?.label == "star 6 articles?")
  }
}
