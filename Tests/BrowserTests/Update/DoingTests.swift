import Model
import Testing

@testable import Browser
@testable import TestSupport

/// Copying, other programs, typesetting, places.
@Suite struct DoingTests {
  private func browser(_ keys: String) -> BrowserDriver {
    var it = BrowserDriver(SampleArticles.all, columns: 120, rows: 40)
    it.play(keys)
    return it
  }

  private func copied(_ it: BrowserDriver) -> [String] {
    it.effects.compactMap { if case .copy(let text) = $0 { text } else { nil } }
  }

  @Test func `y q copies the quote with its speaker`() {
    let it = browser("j\r]yq")
    #expect(
      copied(it) == [
        "“We heard from nurses, bakers and students who have no other way home … Nobody in this "
          + "room could look at them and cancel the boat.” — Ines Varga"
      ])
    #expect(it.state.notice?.text == "copied: the quote")
  }

  @Test(arguments: [("yp", "samples/ferry.txt"), ("yc", "Example: “Harbour council")])
  func `other things are copied`(keys: String, beginning: String) {
    #expect(copied(browser("j\r" + keys)).first?.hasPrefix(beginning) == true)
  }

  @Test func `without an address nothing is copied`() {
    let it = browser("j\ryu")
    #expect(copied(it) == [] && it.state.notice?.text == "this article says no address on the web")
  }

  @Test func `the editor opens the file at the quote`() {
    let it = browser("j\r]ge")
    #expect(it.effects.contains(.run(.editor(path: "samples/ferry.txt", line: 6))))
  }

  @Test func `a pipe gets the article, and the command as it was typed`() {
    let it = browser("j\r|wc -w\r")
    guard case .run(.pipe(let command, let text))? = it.effects.last else {
      Issue.record("no pipe: \(it.effects.suffix(2))")
      return
    }
    #expect(command == "wc -w" && text.contains("Harbour council"))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test(arguments: ["gp", "ge", "gx", "|", ":export a.md\r", ":pipe ls\r", ":editor\r"])
  func `a restricted session runs and writes nothing`(keys: String) {
    var it = BrowserDriver(SampleArticles.all, columns: 120, rows: 40, restricted: true)
    it.play("j\r" + keys)
    #expect(it.state.notice?.text == "not in a restricted session")
    #expect(
      !it.effects.contains {
        switch $0 {
        case .run, .export, .keepTypesetting: true
        default: false
        }
      })
  }

  @Test func `the measure is changed live and kept`() {
    let it = browser("j\r--")
    #expect(it.state.typesetting.measure < 72)
    #expect(it.effects.contains(.keepTypesetting(it.state.typesetting)))
    #expect(it.state.reader.layout?.settings.measure == it.state.typesetting.measure)
  }

  @Test(arguments: [("gj", "justify on"), ("gi", "indent 3"), ("gl", "spacing 2")])
  func `keys set the text`(keys: String, words: String) {
    #expect(browser("j\r" + keys).state.notice?.text.contains(words) == true)
  }

  @Test func `justified lines end at the measure, and no word is lost`() {
    let it = browser("j\rgj")
    guard let layout = it.state.reader.layout, let article = it.state.reader.article else {
      Issue.record("no layout")
      return
    }
    let spread = layout.lines.filter(\.isSpread)
    #expect(!spread.isEmpty)
    for line in spread {
      let measure = layout.settings.measure
      let glyphs = ReaderLayout.glyphs(of: line, in: article.source.bytes, measure: measure)
      let plain = ReaderLayout.glyphs(of: line.span, in: article.source.bytes)
      #expect(glyphs.map(\.glyph) == plain.map(\.glyph))
      let end = glyphs.last.map { $0.column + $0.glyph.width } ?? 0
      let gaps = plain.count { $0.glyph.base == 0x20 }
      let natural = plain.last.map { $0.column + $0.glyph.width } ?? 0
      #expect(end == measure || measure - natural > 2 * gaps)
    }
  }

  @Test func `an article opens where it was left`() {
    var it = BrowserDriver(SampleArticles.all, columns: 80, rows: 14)
    it.play("j\r ")
    let top = it.state.reader.top
    #expect(top > 0)
    it.play("\u{1B}j\r\u{1B}k\r")
    #expect(it.state.reader.top == top)
  }
}
