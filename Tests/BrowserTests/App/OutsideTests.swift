import Testing

@testable import Browser
@testable import TestSupport

/// What is started for other programs: arguments, and never words of an article in a shell.
@Suite struct OutsideTests {
  @Test(arguments: [
    ("vim", ["vim"]), ("code --wait", ["code", "--wait"]), ("  a  b ", ["a", "b"]),
    ("\"/my tools/vi\" -u NONE", ["/my tools/vi", "-u", "NONE"]), ("a\\ b", ["a b"]),
    ("'$HOME'; rm", ["$HOME;", "rm"]), ("x ''", ["x", ""]),
  ])
  func `words are split, nothing is expanded`(text: String, words: [String]) {
    #expect(ArgumentWords.split(text) == words)
  }

  @Test(arguments: ["\"open", "it's", "end\\"])
  func `an open mark is no command`(text: String) {
    #expect(ArgumentWords.split(text) == nil)
    #expect(OutsideCommand(.pager(text: ""), environment: ["PAGER": text]) == nil)
  }

  @Test(arguments: [
    (["EDITOR": "vim"], "a.txt", ["vim", "+7", "a.txt"]),
    (["VISUAL": "hx", "EDITOR": "vi"], "a.txt", ["hx", "a.txt:7"]),
    (
      ["EDITOR": "/usr/bin/code -n"], "a.txt",
      ["/usr/bin/code", "-n", "--wait", "--goto", "a.txt:7"]
    ),
    ([:], "-rf", ["vi", "+7", "./-rf"]), ([:], "; rm -rf x", ["vi", "+7", "; rm -rf x"]),
  ])
  func `editors are told of the line`(
    environment: [String: String], path: String, arguments: [String]
  ) {
    let command = OutsideCommand(.editor(path: path, line: 7), environment: environment)
    #expect(command?.arguments == arguments)
  }

  @Test func `an editor gets the file that holds an article of an archive`() throws {
    let tree = try TemporaryTree()
    try tree.write("x", to: "news/may.zip")
    func opened(_ path: String) -> [String]? {
      OutsideCommand(.editor(path: tree.at(path), line: 7), environment: [:])?.arguments
    }
    #expect(opened("news/may.zip") == ["vi", "+7", tree.at("news/may.zip")])
    #expect(opened("news/may.zip/a/1.txt") == ["vi", "+1", tree.at("news/may.zip")])
    #expect(opened("news/gone.txt") == ["vi", "+7", tree.at("news/gone.txt")])
  }

  @Test func `a browser gets the address as one argument`() {
    let url = "https://example.org/?a=1&b=$(x)"
    #expect(
      OutsideCommand(.browser(url: url), environment: ["BROWSER": "w3m -o x=%s:lynx"])?.arguments
        == ["w3m", "-o", "x=" + url])
    #expect(
      OutsideCommand(.browser(url: url), environment: [:])?.arguments == ["xdg-open", url])
  }

  @Test func `only what was typed goes to a shell`() {
    let command = OutsideCommand(
      .pipe(command: "wc -w", text: "$(touch x)"), environment: ["SHELL": "/bin/zsh"])
    #expect(command?.arguments == ["sh", "-c", "wc -w"] && command?.input == "$(touch x)")
  }

  @Test func `a child reads its input and its status comes back`() throws {
    #expect(
      try ChildProcess.run(["sh", "-c", "grep -q ferry"], input: "a ferry\n", output: .nothing) == 0
    )
    #expect(try ChildProcess.run(["sh", "-c", "exit 3"], input: "", output: .nothing) == 3)
    // It reads nothing of much.
    let much = String(repeating: "word ", count: 200_000)
    #expect(try ChildProcess.run(["true"], input: much, output: .nothing) == 0)
    #expect(throws: ChildProcess.StartError.self) {
      try ChildProcess.run(["no-such-program-here"], input: nil, output: .nothing)
    }
  }

  @Test(arguments: [
    (["WAYLAND_DISPLAY": "w"], "wl-copy"), (["DISPLAY": ":0"], "xclip"), ([:], "pbcopy"),
  ])
  func `the clipboard's tool follows the desktop`(environment: [String: String], tool: String) {
    #expect(Clipboard.tool(environment: environment, exists: { _ in true })?.first == tool)
    #expect(Clipboard.tool(environment: environment, exists: { _ in false }) == nil)
  }
}
