import Glibc

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
      let container = Self.container(of: path)
      self.init(
        arguments: Self.editor(
          editor, path: container ?? path, line: container == nil ? line : 1))
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

  /// The file that holds what is named like a file in it, `news.zip` of `news.zip/may/1.txt`; nil where
  /// the path is one itself, or nothing is there.
  private static func container(of path: String) -> String? {
    var outer = path[...]
    while access(String(outer), F_OK) != 0 {
      guard let slash = outer.lastIndex(of: "/"), slash > outer.startIndex else { return nil }
      outer = outer[..<slash]
    }
    var info = stat()
    guard outer.endIndex != path.endIndex, stat(String(outer), &info) == 0,
      info.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return String(outer)
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
