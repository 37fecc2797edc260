import Model
import Testing

@testable import Browser
@testable import TestSupport

/// Counts, sequences, macros, jumps and the line behind `:`.
@Suite struct InputTests {
  private func browser() -> BrowserDriver {
    BrowserDriver(SampleArticles.all, columns: 120, rows: 40)
  }

  @Test(arguments: [
    ("0", 0), ("02j", 2), ("03j02k", 1), ("G", 3), ("03G", 2), ("Ggg", 0), ("G4k", 0), ("99j", 3),
    ("0\u{1B}j", 1), (":3\r", 2), (":down\r", 1), (":2 down\r", 2), (":last\r", 3),
  ])
  func `keys with counts reach a row`(keys: String, row: Int) {
    var it = browser()
    it.play(keys)
    #expect(it.state.list.selected == row)
  }

  @Test func `a sequence tells what can follow`() {
    var it = browser()
    it.type("y")
    #expect(it.state.notice?.text.hasPrefix("y …  q copy quote") == true)
    it.press(.escape)
    #expect(it.state.notice == nil && it.state.input.pending.isEmpty)
    it.type("yz")
    #expect(it.state.notice?.text == "`yz` is not bound; ? lists the keys")
  }

  @Test func `a q at once behind a bracket belongs to it, a later one leaves`() {
    var it = browser()
    it.play("j\r]q")
    #expect(it.state.reader.currentQuote == 0 && !it.effects.contains(.quit))
    it.play("]")
    it.send(.keysRested(request: it.state.input.doneRequest))
    it.play("q")
    #expect(it.effects.contains(.quit))
  }

  @Test func `a macro is recorded and replayed`() {
    var it = browser()
    it.play(",aj,gg@a")
    #expect(it.state.list.selected == 1)
    it.play("@@")
    #expect(it.state.list.selected == 2)
    it.play("@b")
    #expect(it.state.notice?.text == "nothing is recorded under b")
  }

  @Test func `a macro that replays itself comes to an end`() {
    var it = browser()
    it.play(",ajk@a,@a")
    #expect(it.state.input.replayLeft == 0)
  }

  @Test func `jumps lead back and forth`() {
    var it = BrowserDriver(SampleArticles.all, columns: 80, rows: 16)
    it.play("j\r")
    it.play("G")
    let end = it.state.reader.top
    it.press(.control("o"))
    #expect(it.state.reader.top == 0 && it.state.focus == .reader)
    it.play("g,")
    #expect(it.state.reader.top == end)
    it.press(.control("o"), .control("o"))
    #expect(it.state.focus == .list)
    it.press(.control("o"))
    #expect(it.state.notice?.text == "there is no jump to go back from")
  }

  @Test func `a jump goes back to another article`() {
    var it = browser()
    it.play("j\r")
    let first = it.state.reader.key
    it.press(.escape)
    it.play("j\r")
    #expect(it.state.reader.key != first)
    it.press(.control("o"), .control("o"))
    #expect(it.state.reader.key == first && it.state.list.selectedKey == first)
  }

  @Test(arguments: [
    (":fil\t", "filter "), (":n\t", "next-pane"), (":n\t\t", "next-quote"), (":zzz\t", "zzz"),
  ])
  func `Tab completes names`(keys: String, text: String) {
    var it = browser()
    it.play(keys)
    #expect(it.state.prompt?.text == text)
  }

  @Test(arguments: [
    (":qiut\r", "no command 'qiut'; did you mean 'quit'?"),
    (":xyzzyplugh\r", "no command 'xyzzyplugh'; Tab lists them"),
    (
      ":set measure x\r",
      "'measure x' cannot be set; try measure 66, indent 2, justify on, spacing 2"
    ),
    (
      ":export ferry.doc\r",
      "what 'ferry.doc' is to be cannot be told; end it with .md .html .csv .jsonl or .bib"
    ),
  ])
  func `a line that cannot be done says why`(keys: String, words: String) {
    var it = browser()
    it.play(keys)
    #expect(it.state.notice?.text == words && it.state.notice?.isWarning == true)
  }

  @Test func `lines are recalled`() {
    var it = browser()
    it.play(":down\r:up\r:")
    it.press(.up, .up)
    #expect(it.state.prompt?.text == "down")
  }

  @Test func `every command can be done by its name in every place`() {
    for row in CommandTable.typed {
      for place in ["", "j\r", "j3", "?", "!"] {
        var it = browser()
        it.play(place + ":\(row.name)\r")
        #expect(it.state.notice?.text.contains("no command") != true, "\(row.name)")
      }
    }
  }

  @Test func `u brings back a filter and the typesetting`() {
    var it = browser()
    it.play("/ferry\r\u{1B}")
    #expect(it.state.filter.isEmpty)
    it.play("u")
    #expect(it.state.filter.text == "ferry" && it.state.list.matching == 1)
    it.play("u")
    #expect(it.state.filter.isEmpty)
    it.play("+u")
    #expect(it.state.typesetting == Typesetting())
    it.play("u")
    #expect(it.state.notice?.text == "nothing to undo")
  }

  @Test func `the help is searched and does what is chosen`() {
    var it = browser()
    it.play("j?/left out")
    #expect(it.state.helpLines(HelpState(context: .list, query: "left out")).commands.count == 1)
    it.play("\r")
    #expect(it.state.overlay == nil && it.state.reader.showsRemoved)
  }

  @Test func `the walk goes on with what is done`() {
    var it = browser()
    it.play("g?j")
    #expect(it.state.tutorial?.current == .read)
    it.play("\r]3ggj\u{1B}\u{1B}")
    #expect(it.state.tutorial?.current == .filter)
    it.play("/bost\r\u{1B}\u{1B}xyc?")
    #expect(it.state.tutorial.map { $0.step >= 9 } == true)
    it.play("\u{1B}g?")
    #expect(it.state.tutorial == nil)
  }
}

extension BrowserDriver {
  /// Plays a text as keys: `\r` is Enter, `\t` Tab, ESC Escape.
  mutating func play(_ keys: String) {
    for character in keys {
      switch character {
      case "\r": press(.enter)
      case "\t": press(.tab)
      case "\u{1B}": press(.escape)
      default: press(.character(character))
      }
    }
  }
}
