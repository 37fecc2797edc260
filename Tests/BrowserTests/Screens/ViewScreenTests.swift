import Model
import Testing

@testable import Browser
@testable import TestSupport

private let sizes = [
  Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
  Size(columns: 12, rows: 4),
]

/// Each view at each size, as text.
@Suite struct ViewScreenTests {
  private func driver(_ size: Size, _ articles: [Article] = SampleYears.all) -> BrowserDriver {
    BrowserDriver(articles, columns: size.columns, rows: size.rows, marks: MemoryMarks())
  }

  @Test(arguments: sizes)
  func `the quotes of all articles`(size: Size) {
    var browser = driver(size)
    browser.type("Qj")
    expectScreen(browser.grid, "view-quotes", roles: true)
  }

  @Test(arguments: sizes)
  func `quotes narrowed to what somebody said about something`(size: Size) {
    var browser = driver(size)
    browser.type("Q/by:varga said:bridge")
    expectScreen(browser.grid, "view-quotes-narrowing", roles: true)
    browser.press(.enter)
    browser.type("oo")
    expectScreen(browser.grid, "view-quotes-speaker")
  }

  @Test(arguments: sizes)
  func `filters that have names`(size: Size) {
    var browser = driver(size)
    browser.play("F")
    expectScreen(browser.grid, "saved-filters-none")
    browser.play("\u{1B}/on:2018\rSthe year of the storm\r")
    browser.play(":filter by:varga said:bridge\rSbridge\rF")
    expectScreen(browser.grid, "saved-filters", roles: true)
    browser.play("r")
    expectScreen(browser.grid, "saved-filters-rename")
  }

  @Test(arguments: sizes)
  func `repeats are folded, listed below, listed elsewhere`(size: Size) {
    var browser = driver(size, SampleRepeats.all)
    expectScreen(browser.grid, "folded", roles: true)
    browser.play("zaj")
    expectScreen(browser.grid, "unfolded", roles: true)
    browser.play("zR")
    expectScreen(browser.grid, "unfolded-all")
  }

  @Test(arguments: sizes)
  func `a file is being written`(size: Size) {
    var browser = driver(size)
    browser.play("/on:2018\r:export quotes.md\r")
    browser.send(.exportWent(request: browser.state.exporting?.request ?? 0, done: 1))
    browser.play("j")
    expectScreen(browser.grid, "exporting")
    browser.play("q")
    expectScreen(browser.grid, "exporting-quit")
  }

  @Test(arguments: sizes)
  func `arguments are completed`(size: Size) {
    var browser = driver(size)
    browser.play(":person I\t")
    expectScreen(browser.grid, "command-argument")
  }

  @Test(arguments: sizes)
  func `an archive in trouble`(size: Size) {
    var browser = driver(size)
    let path = "/home/reader/.cache/onrecord/news.archive"
    var progress = ImportProgress(done: 3, total: 5)
    progress.failure = ArchiveError(path: path, problem: .damaged)
    browser.send(.progress(progress))
    expectScreen(browser.grid, "archive-damaged", roles: true)
    browser.play("n")
    progress.failure = ArchiveError(path: path, problem: .diskFull)
    browser.send(.progress(progress))
    expectScreen(browser.grid, "archive-disk-full")
  }

  @Test(arguments: sizes)
  func `nothing is quoted so`(size: Size) {
    var browser = driver(size)
    browser.type("Q/said:zzz")
    browser.press(.enter)
    expectScreen(browser.grid, "view-quotes-none")
  }

  @Test(arguments: sizes)
  func `the people of the filter`(size: Size) {
    var browser = driver(size)
    browser.type("pj")
    expectScreen(browser.grid, "view-people", roles: true)
  }

  @Test(arguments: sizes)
  func `all about a person`(size: Size) {
    var browser = driver(size)
    browser.type("pP")
    expectScreen(browser.grid, "view-person", roles: true)
  }

  @Test(arguments: sizes)
  func `articles and quotes over time`(size: Size) {
    var browser = driver(size)
    browser.type("T")
    expectScreen(browser.grid, "view-timeline", roles: true)
    browser.press(.tab)
    expectScreen(browser.grid, "view-timeline-years")
  }

  @Test(arguments: sizes)
  func `marked quotes side by side`(size: Size) {
    var browser = driver(size)
    browser.type("QvvvC")
    expectScreen(browser.grid, "view-compare-quotes", roles: true)
  }

  @Test(arguments: sizes)
  func `marked articles side by side`(size: Size) {
    var browser = driver(size)
    browser.type("vvC")
    expectScreen(browser.grid, "view-compare-articles")
  }

  @Test(arguments: sizes)
  func `rows tell what was noted about them`(size: Size) {
    var browser = driver(size)
    browser.type("sjtharbour")
    browser.press(.enter)
    browser.type("jrjstlater")
    browser.press(.enter)
    browser.type("anote")
    browser.press(.enter)
    browser.type("jv")
    expectScreen(browser.grid, "marks", roles: true)
  }

  @Test(arguments: sizes)
  func `a tag is completed`(size: Size) {
    var browser = driver(size)
    browser.type("tharbour")
    browser.press(.enter)
    browser.type("jtha")
    expectScreen(browser.grid, "ask-tag")
  }

  @Test(arguments: sizes)
  func `a bulk change asks with the number`(size: Size) {
    var browser = driver(size)
    browser.type("vvvs")
    expectScreen(browser.grid, "ask-bulk", roles: true)
  }

  @Test(arguments: sizes)
  func `putting a person right asks how`(size: Size) {
    var browser = driver(size)
    browser.press(.enter)
    browser.type("3jc")
    expectScreen(browser.grid, "ask-person")
    browser.type("m")
    expectScreen(browser.grid, "ask-merge")
  }

  @Test(arguments: sizes)
  func `words are marked in the reader`(size: Size) {
    var browser = driver(size)
    browser.press(.enter)
    browser.type("vlll")
    expectScreen(browser.grid, "marked-words", roles: true)
  }

  @Test(arguments: sizes)
  func `what was put right is shown so`(size: Size) {
    var browser = driver(size)
    browser.press(.enter)
    browser.type("3jcr!")
    browser.press(.enter)
    browser.type("jjjcs")
    browser.type("Nobody Else")
    browser.press(.enter)
    expectScreen(browser.grid, "corrected", roles: true)
  }

  @Test(arguments: sizes)
  func `the list has the columns that were chosen`(size: Size) {
    var browser = driver(size)
    browser.type("Oda")
    expectScreen(browser.grid, "columns")
  }
}
