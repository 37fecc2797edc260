import Testing

@testable import Browser

@Suite struct ConfigurationTests {
  private func read(_ text: String) -> ConfigurationFile { ConfigurationFile(text, path: "c.toml") }

  @Test func `the defaults say nothing new and hold no mistake`() {
    let file = read(ConfigurationText.defaults)
    #expect(file.mistakes == [])
    #expect(file.configuration.keymap == Keymap.standard)
    #expect(file.configuration.typesetting == Typesetting())
    #expect(file.configuration.layout == LayoutOptions())
  }

  @Test func `what is set counts`() {
    let file = read(
      """
      theme = "light"
      mouse = false
      language = "ru"
      [keys]
      quit = "Q"
      first = ["gg", "Home", "Ctrl-A"]
      [commands]
      ferry = { keys = "gf", run = "filter ferry" }
      [colors]
      quote = "#ff8700 bold on blue"
      [text]
      measure = 60
      justify = true
      [layout]
      columns-from = 130
      [list]
      columns = ["date"]
      """)
    #expect(file.mistakes == [])
    let it = file.configuration
    #expect(it.keymap.meaning(of: [.character("Q")], in: .list) == .command(.quit))
    #expect(it.keymap.meaning(of: [.control("a")], in: .list) == .command(.first))
    #expect(
      it.keymap.meaning(of: [.character("g"), .character("f")], in: .list) == .line("filter ferry"))
    #expect(it.appearance.scheme == .light && it.mouse == false && it.language == .russian)
    #expect(it.appearance.styles["quote"]?.attributes == [.bold])
    #expect(it.typesetting.measure == 60 && it.typesetting.isJustified)
    #expect(it.layout.columnsFrom == 130 && it.columns == [.date])
  }

  @Test(arguments: [
    ("[keys]\nquti = \"Q\"", 2, "no command 'quti'; did you mean 'quit'?"),
    (
      "\n[keys]\nquit = \"Ctrl-Nothing\"", 3,
      "no key 'Ctrl-Nothing'; write j, gg, Ctrl-O, Space, PgDn, F5"
    ),
    ("[keys]\nup = \"x\"\ndown = \"x\"", 3, "'x' is given to 'up' too"),
    (
      "[colors]\nquote = \"grean\"", 2,
      "'grean' is no colour; write red, bright-red, 208, #ff8700, bold, white on blue"
    ),
    ("theme = \"pink\"", 1, "theme is auto, dark, light, 16 or none"),
    ("[text]\nmeasure = 5", 2, "set measure (20–200), indent (0–8), justify (true), spacing (1–3)"),
    (
      "\n\nfoo = 1", 3,
      "no setting 'foo'; there are keys, commands, colors, text, layout, list, theme, mouse, language, smart-case"
    ),
    ("[commands]\nx = { keys = \"gf\", run = \"fly\" }", 2, "no command 'fly' to run"),
  ])
  func `a mistake is named with its line`(text: String, line: Int, words: String) {
    #expect(
      read(text).mistakes == [ConfigurationMistake(path: "c.toml", line: line, words: words)])
  }

  @Test func `what is no TOML is named with its line`() {
    let mistakes = read("theme = \"dark\"\n[keys\n").mistakes
    #expect(mistakes.count == 1 && mistakes.first?.line == 2)
  }

  @Test(arguments: ["gg", "Ctrl-O", "Space", "PgDn", "g Tab", "]q", "F5", "é", "-", "Shift-Tab"])
  func `keys are read as they are written`(name: String) {
    #expect(KeySequence(parsing: name)?.name == name)
  }
}
