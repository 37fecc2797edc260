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

  @Test(arguments: ["yp", "j\ryp"])
  func `what is asked for before the article has come is done when it comes`(keys: String) throws {
    let it = browser("")
    var state = it.state
    var effects = update(&state, .key(.character("j")))
    for key in keys {
      effects += update(&state, .key(key == "\r" ? .enter : .character(key)))
    }
    let asked = effects.compactMap { effect in
      if case .loadArticle(let key, let request) = effect { (key, request) } else { nil }
    }
    let (key, request) = try #require(asked.last)
    #expect(!effects.contains { if case .copy = $0 { true } else { false } })
    let article = try #require(it.archive.article(key))
    let later = update(&state, .articleArrived(request: request, key, article))
    #expect(later.contains(.copy(article.file)))
    #expect(update(&state, .key(.character("y"))).isEmpty)
  }

  @Test func `keys in a text that has not come yet are done in it`() throws {
    let it = browser("")
    var state = it.state
    var effects = update(&state, .key(.character("j")))
    for key in [Key.enter, .character("]"), .character("]")] {
      effects += update(&state, .key(key))
    }
    let asked = effects.compactMap { effect in
      if case .loadArticle(let key, let request) = effect { (key, request) } else { nil }
    }
    let (key, request) = try #require(asked.last)
    _ = update(&state, .articleArrived(request: request, key, it.archive.article(key)))
    #expect(state.reader.quote == browser("j\r]]").state.reader.quote)
    #expect(state.reader.quote != nil)
    // Esc gives up what waits.
    _ = update(&state, .key(.escape))
    #expect(state.deferred.isEmpty)
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

  @Test(
    "A restricted session opens no door and says why not",
    arguments: [
      ("gp", "no other program is run"), ("ge", "no other program is run"),
      ("gx", "no other program is run"), ("4gx", "no other program is run"),
      ("|", "no other program is run"), (":pipe ls\r", "no other program is run"),
      (":editor\r", "no other program is run"), (":pager\r", "no other program is run"),
      (":browser\r", "no other program is run"), (":5 editor\r", "no other program is run"),
      (":export a.md\r", "no file is written"), (":exp /etc/x.csv\r", "no file is written"),
      (":suspend\r", "there is no shell to go to"),
      // A macro, and the help, press what the keys do.
      (",age,@a", "no other program is run"), ("?/editor\r", "no other program is run"),
      // From a view, with an article marked.
      ("\u{1B}vQ:pipe sh\r", "no other program is run"),
    ])
  func opensNoDoor(keys: String, reason: String) {
    var it = BrowserDriver(SampleArticles.all, columns: 120, rows: 40, restricted: true)
    it.play("j\r" + keys)
    #expect(it.state.notice?.text == "not in a restricted session: " + reason)
    let doors = it.effects.filter(\.leadsOut)
    #expect(doors == [])
  }

  @Test func `Ctrl-Z and a changed measure lead out of no restricted session either`() {
    var it = BrowserDriver(SampleArticles.all, columns: 120, rows: 40, restricted: true)
    it.press(.control("z"))
    #expect(it.state.notice?.text.hasSuffix("no shell to go to") == true)
    it.play("/a")
    it.press(.control("z"))
    it.press(.escape)
    it.play("\r-gj:set measure 50\r")
    let doors = it.effects.filter(\.leadsOut)
    #expect(doors == [])
  }

  @Test func `a new configuration is taken up in colours, mouse and language, too`() {
    var it = BrowserDriver(SampleArticles.all, columns: 120, rows: 40)
    var new = Configured()
    new.appearance.scheme = .light
    new.mouse = false
    new.language = .russian
    new.foldsRepeats = false
    it.send(.configured(new))
    #expect(it.effects.contains(.setAppearance(new.appearance)))
    #expect(it.effects.contains(.setMouse(false)) && it.effects.contains(.redraw))
    #expect(it.state.words.language == .russian && !it.state.list.foldsRepeats)
    #expect(it.grid.asText.contains("СТАТЬИ"))
  }

  @Test func `commands of one's own open no door either`() {
    var it = BrowserDriver(SampleArticles.all, columns: 120, rows: 40, restricted: true)
    it.send(.configured(Configured(keymap: Keymap(lines: [[.character("K")]: "pipe sh"]))))
    it.play("K")
    #expect(it.state.notice?.text.hasSuffix("no other program is run") == true)
    let doors = it.effects.filter(\.leadsOut)
    #expect(doors == [])
  }

  @Test func `every command that leads out is one of those that are refused`() {
    for command in Command.allCases {
      var it = BrowserDriver(SampleArticles.all, columns: 120, rows: 40)
      it.play("j\r")
      var state = it.state
      let effects = state.perform(command, argument: "a.md")
      let doors = effects.filter { $0.leadsOut && !$0.isTypesetting }
      #expect(doors == [] || CommandTable.row(of: command)?.door != nil, "\(command)")
    }
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

extension Effect {
  /// Whether it runs a program, writes a file, or goes to the shell.
  fileprivate var leadsOut: Bool {
    switch self {
    case .run, .export, .keepTypesetting, .suspend, .reopen(.rebuilt): true
    default: false
    }
  }

  fileprivate var isTypesetting: Bool { if case .keepTypesetting = self { true } else { false } }
}
