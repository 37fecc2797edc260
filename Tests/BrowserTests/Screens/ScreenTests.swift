import Model
import Testing

@testable import Browser
@testable import TestSupport

/// The sizes of the golden screens: two layouts and one that is too small.
private let sizes = [
  Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 12, rows: 4),
]

@Suite struct ScreenTests {
  private func driver(_ size: Size, _ articles: [Article] = SampleArticles.all) -> BrowserDriver {
    BrowserDriver(articles, columns: size.columns, rows: size.rows)
  }

  @Test(arguments: sizes)
  func `the list shows dates, agencies and headlines`(size: Size) {
    expectScreen(driver(size).grid, "list", roles: true)
  }

  @Test(arguments: sizes)
  func `the reader marks the current quote`(size: Size) {
    var browser = driver(size)
    browser.press(.character("j"), .enter)
    browser.type("]]]")
    expectScreen(browser.grid, "reader-quote", roles: true)
  }

  @Test(arguments: sizes)
  func `the sidebar lists one person's quotes`(size: Size) {
    var browser = driver(size)
    browser.press(.character("j"), .enter, .character("3"), .character("j"), .character("j"))
    browser.type("]]")
    expectScreen(browser.grid, "sidebar-narrowed", roles: true)
  }

  @Test(arguments: sizes)
  func `a person without quotes says so`(size: Size) {
    var browser = driver(size)
    browser.press(.character("j"), .enter)
    browser.type("3jjj")
    expectScreen(browser.grid, "sidebar-no-quotes", roles: true)
  }

  @Test(arguments: sizes)
  func `what was left out is shown with its reason`(size: Size) {
    var browser = driver(size)
    browser.press(.character("j"), .enter, .character("x"))
    expectScreen(browser.grid, "left-out", roles: true)
  }

  @Test(arguments: sizes)
  func `wide and combining characters stay aligned`(size: Size) {
    var browser = driver(size)
    browser.press(.enter)
    expectScreen(browser.grid, "wide-characters")
  }

  @Test(arguments: sizes)
  func `hostile characters are pictures`(size: Size) {
    var browser = driver(size)
    browser.press(.character("G"), .enter)
    expectScreen(browser.grid, "hostile")
  }

  @Test(arguments: sizes)
  func `a filter marks what it finds`(size: Size) {
    var browser = driver(size)
    browser.press(.character("j"), .character("/"))
    browser.type("ferry")
    expectScreen(browser.grid, "filter", roles: true)
  }

  @Test(arguments: sizes)
  func `a filter that cannot be read says why`(size: Size) {
    var browser = driver(size)
    browser.press(.character("/"))
    browser.type("ferry")
    browser.send(.paste(" speker:x"))
    expectScreen(browser.grid, "filter-error", roles: true)
  }

  @Test(arguments: sizes)
  func `a filter that nothing matches says how to clear it`(size: Size) {
    var browser = driver(size)
    browser.press(.character("/"))
    browser.type("zzzz")
    browser.press(.enter)
    expectScreen(browser.grid, "filter-empty")
  }

  @Test(arguments: sizes)
  func `the help lists the keys`(size: Size) {
    var browser = driver(size)
    browser.press(.character("?"))
    expectScreen(browser.grid, "help")
  }

  @Test(arguments: sizes)
  func `the findings tell what was not read`(size: Size) {
    var browser = BrowserDriver(
      SampleArticles.all,
      findings: [
        Finding(path: "samples/none.txt", problem: .empty),
        Finding(path: "samples/old.txt", problem: .invalidBytes(3)),
        Finding(path: "samples/p\u{1B}[2Jicture.png", problem: .binary),
      ], columns: size.columns, rows: size.rows)
    expectScreen(browser.grid, "findings-hint")
    browser.press(.character("!"))
    expectScreen(browser.grid, "findings")
  }

  @Test(arguments: sizes)
  func `the file's own lines stand beside the text`(size: Size) {
    var browser = driver(size)
    browser.play("j\r]R")
    expectScreen(browser.grid, "raw", roles: true)
  }

  @Test(arguments: sizes)
  func `a command is completed`(size: Size) {
    var browser = driver(size)
    browser.play(":cop\t")
    expectScreen(browser.grid, "command-line", roles: true)
  }

  @Test(arguments: sizes)
  func `the help is searched`(size: Size) {
    var browser = driver(size)
    browser.play("j\r?/quote")
    expectScreen(browser.grid, "help-search", roles: true)
  }

  @Test(arguments: sizes)
  func `the walk has a card`(size: Size) {
    var browser = driver(size)
    browser.play("g?j")
    expectScreen(browser.grid, "walk", roles: true)
  }

  @Test(arguments: sizes)
  func `text is set as one likes it`(size: Size) {
    var browser = driver(size)
    browser.play("j\r:set measure 44\r:set indent 4\r:set justify on\r")
    expectScreen(browser.grid, "typesetting")
    browser.play("gl")
    expectScreen(browser.grid, "spacing")
  }

  @Test(arguments: sizes)
  func `a sequence tells its keys`(size: Size) {
    var browser = driver(size)
    browser.play("j\ry")
    expectScreen(browser.grid, "sequence")
  }

  @Test(arguments: sizes, ["", "j\r]", "j\r3jj"])
  func `linear screens hold no lines and bars`(size: Size, keys: String) {
    var browser = BrowserDriver(
      SampleArticles.all, columns: size.columns, rows: size.rows, linear: true)
    browser.play(keys)
    let grid = browser.grid
    expectScreen(grid, "linear-\(keys.count)")
    for cell in grid.cells { #expect(!(0x2500...0x25FF).contains(cell.base)) }
  }

  @Test(arguments: sizes)
  func `the program speaks Russian`(size: Size) {
    var browser = BrowserDriver(
      SampleArticles.all, columns: size.columns, rows: size.rows, words: Words(language: .russian))
    browser.play("j\r]")
    expectScreen(browser.grid, "russian")
    browser.play("?")
    expectScreen(browser.grid, "russian-help")
  }

  @Test(arguments: sizes)
  func `an empty archive says what to do`(size: Size) {
    expectScreen(driver(size, []).grid, "empty")
  }

  @Test(arguments: sizes)
  func `a maximised pane has the screen`(size: Size) {
    var browser = driver(size)
    browser.press(.character("j"), .enter, .character("Z"))
    expectScreen(browser.grid, "maximised")
  }

  @Test(arguments: sizes)
  func `an unbound key says so`(size: Size) {
    var browser = driver(size)
    browser.press(.character("K"))
    expectScreen(browser.grid, "unbound")
  }

  @Test(arguments: [Pane.list, .reader, .sidebar])
  func `a narrow terminal shows one pane and the way to the others`(pane: Pane) {
    var browser = driver(Size(columns: 40, rows: 12))
    browser.press(.character("j"), .enter)
    browser.type("]\(pane.rawValue + 1)")
    expectScreen(browser.grid, "one-pane-\(pane.rawValue + 1)")
  }

  @Test func `between 60 and 72 columns the sidebar takes the place of the reader`() {
    var browser = driver(Size(columns: 66, rows: 24))
    browser.press(.character("j"), .enter, .character("3"))
    browser.press(.character("G"))
    expectScreen(browser.grid, "sidebar-stacked", roles: true)
  }

  @Test(arguments: sizes)
  func `while files are read the list says how far it is`(size: Size) {
    var browser = driver(size)
    browser.press(.character("j"))
    browser.send(.progress(ImportProgress(done: 260, total: 19_312, refused: 3)))
    expectScreen(browser.grid, "reading")
  }

  @Test(arguments: sizes)
  func `a selected person is marked wherever they are named`(size: Size) {
    var browser = driver(size)
    browser.press(.character("j"))
    browser.type("3jj")
    expectScreen(browser.grid, "sidebar-person", roles: true)
  }

  @Test func `a narrow prompt tells the hint whole`() {
    var browser = driver(Size(columns: 44, rows: 12))
    browser.press(.character("/"))
    browser.send(.paste("harbour council \""))
    expectScreen(browser.grid, "filter-unfinished", roles: true)
  }

  @Test func `the help of a narrow terminal shows the first keys`() {
    var browser = driver(Size(columns: 44, rows: 20))
    browser.press(.character("?"))
    expectScreen(browser.grid, "help")
  }

  @Test(arguments: sizes)
  func `the match that was gone to stands out`(size: Size) {
    var browser = driver(size)
    browser.press(.character("j"), .character("/"))
    browser.type("council")
    browser.press(.enter, .enter)
    browser.type("nnn")
    expectScreen(browser.grid, "match", roles: true)
  }
}
