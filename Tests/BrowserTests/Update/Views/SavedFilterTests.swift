import Model
import Testing

@testable import Browser
@testable import TestSupport

/// Filters that have names.
@Suite struct SavedFilterTests {
  private let marks = MemoryMarks()
  private func driver() -> BrowserDriver {
    BrowserDriver(SampleYears.all, columns: 100, rows: 30, marks: marks)
  }
  private var names: [String] { marks.filters.map(\.name) }

  @Test func `a filter is kept, listed with its count, taken and taken back`() {
    var it = driver()
    it.play("/on:2018\rSthe storm year\r")
    #expect(marks.filters == [SavedFilter(name: "the storm year", filter: "on:2018")])
    #expect(it.state.notice?.text == "filter kept as the storm year; u undoes")
    it.play("\u{1B}F")
    #expect(it.state.view?.filters.map(\.name) == ["the storm year"])
    #expect(it.state.view?.counts == ["on:2018": 2])
    it.play("\r")
    #expect(it.state.views.isEmpty && it.state.list.matching == 2)
    it.play("u")
    #expect(it.state.list.matching == 6)
  }

  @Test func `without a filter, a place or a name nothing is kept`() {
    var it = driver()
    it.play("S")
    #expect(it.state.notice?.text == "there is no filter to keep; / opens one")
    it.play("/on:2018\rS\r")
    #expect(it.state.ask == nil && names == [])
    var none = BrowserDriver(SampleYears.all, columns: 100, rows: 30)
    none.play("/on:2018\rS")
    #expect(none.state.notice?.isWarning == true)
  }

  @Test func `a name is given again: the filter changes, and undo brings the old one`() {
    var it = driver()
    it.play("/on:2018\r:save-filter storm\r/ ferry\r:save-filter storm\r")
    #expect(marks.filters.map(\.filter) == ["on:2018 ferry"])
    it.play("u")
    #expect(marks.filters.map(\.filter) == ["on:2018"])
    it.play("u")
    // Of the two, the filter that was typed in between.
    #expect(it.state.filter.text == "on:2018")
    it.play("u")
    #expect(names == [])
    it.press(.control("r"))
    #expect(names == ["storm"])
  }

  @Test func `they are renamed and forgotten, with undo`() {
    var it = driver()
    it.play("/on:2018\r:save-filter b\r:save-filter a\rFjr")
    it.press(.control("u"))
    it.play("c\r")
    #expect(names == ["a", "c"])
    it.play("ggd")
    #expect(names == ["c"])
    it.play("uu")
    #expect(names == ["a", "b"])
    #expect(it.state.view?.filters.map(\.name) == ["a", "b"])
  }

  @Test func `a name is no other filter's`() {
    var it = driver()
    it.play("/on:2018\r:save-filter b\r:save-filter a\rFr")
    it.press(.control("u"))
    it.play("b\r")
    #expect(it.state.notice?.text == "another filter is called 'b' already" && names == ["a", "b"])
  }

  @Test func `what is typed narrows them, and a name after the command takes one`() {
    var it = driver()
    it.play("/on:2018\r:save-filter storm\r:save-filter other\rF/sto")
    #expect(it.state.view?.filters.map(\.name) == ["storm"])
    it.play("\r\u{1B}\u{1B}\u{1B}:saved sto\r")
    #expect(it.state.filter.text == "on:2018")
    it.play(":saved zzz\r")
    #expect(it.state.notice?.text == "no filter is called 'zzz'; F lists them")
  }

  @Test func `the filter of a view is kept as it shows`() {
    var it = driver()
    it.play("/on:2018\rQ/said:bridge\rSquotes\r")
    #expect(marks.filters.map(\.filter) == ["on:2018 said:bridge"])
  }
}
