/// What is started for an `OutsideProgram`: arguments, never a line for a shell to read, but for the
/// one that the user typed behind `|`.
struct OutsideCommand: Hashable {
  var arguments: [String]
  /// What it reads from standard input; nil for the terminal.
  var input: String?
  /// Whether the user is to see its output before the screen comes back.
  var waits = false

  /// The command that the environment names.
  /// - Parameter variables: the environment.
  init?(_ program: OutsideProgram, environment variables: [String: String]) {
    func words(_ names: [String], otherwise: String) -> [String]? {
      for name in names {
        guard let value = variables[name], !value.isEmpty else { continue }
        let words = ArgumentWords.split(value)
        return words?.isEmpty == false ? words : nil
      }
      return [otherwise]
    }
    switch program {
    case .pager(let text):
      guard let pager = words(["PAGER"], otherwise: "less") else { return nil }
      self.init(arguments: pager, input: text)
    case .editor(let path, let line):
      guard let editor = words(["VISUAL", "EDITOR"], otherwise: "vi") else { return nil }
      self.init(arguments: Self.editor(editor, path: path, line: line))
    case .browser(let url):
      // Several may be named, the first that suits; `%s` is where the address goes.
      let first = variables["BROWSER"]?.split(separator: ":").first.map(String.init) ?? "xdg-open"
      guard var browser = ArgumentWords.split(first), !browser.isEmpty else { return nil }
      if let place = browser.firstIndex(where: { $0.contains("%s") }) {
        browser[place] = browser[place].replacing("%s", with: url)
      } else {
        browser.append(url)
      }
      self.init(arguments: browser)
    case .pipeAll(let command, _):
      self.init(arguments: ["sh", "-c", command], input: nil, waits: true)
    case .pipe(let command, let text):
      self.init(arguments: ["sh", "-c", command], input: text, waits: true)
    }
  }

  private init(arguments: [String], input: String? = nil, waits: Bool = false) {
    self.arguments = arguments
    self.input = input
    self.waits = waits
  }

  /// Each editor has its own way to be told of a line.
  private static func editor(_ editor: [String], path: String, line: Int) -> [String] {
    // A name that begins with `-` is no option.
    let path = path.hasPrefix("-") || path.hasPrefix("+") ? "./" + path : path
    let name = editor[0].split(separator: "/").last.map(String.init) ?? editor[0]
    switch name {
    case "code", "codium", "code-insiders": return editor + ["--wait", "--goto", "\(path):\(line)"]
    case "hx", "helix", "subl", "zed": return editor + ["\(path):\(line)"]
    case "ed", "cat", "bat": return editor + [path]
    default: return editor + ["+\(line)", path]
    }
  }
}
