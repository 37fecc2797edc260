import Dispatch
import Glibc

/// The clipboard of the machine that the program runs on, by a tool where there is one.
enum Clipboard {
  /// The tool and its arguments for an environment; nil where there is no desktop.
  static func tool(environment: [String: String], exists: (String) -> Bool) -> [String]? {
    var tools: [[String]] = []
    if environment["WAYLAND_DISPLAY"]?.isEmpty == false { tools.append(["wl-copy"]) }
    if environment["DISPLAY"]?.isEmpty == false {
      tools.append(["xclip", "-selection", "clipboard", "-in"])
      tools.append(["xsel", "--clipboard", "--input"])
    }
    tools.append(["pbcopy"])
    return tools.first { exists($0[0]) }
  }

  /// Whether a program is in the path.
  static func isInPath(_ name: String, _ path: String?) -> Bool {
    (path ?? "").split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// Hands a text to the tool, off this thread.
  static func copy(_ text: String) {
    let environment = ChildProcess.environment
    // Looking along the path may take long, too.
    DispatchQueue.global().async {
      guard
        let tool = tool(
          environment: environment, exists: { isInPath($0, environment["PATH"]) })
      else { return }
      _ = try? ChildProcess.run(tool, input: text, output: .nothing)
    }
  }
}
