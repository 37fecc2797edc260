import Foundation

/// A program inside tmux, which shows its true screen.
final class Tmux {
  private let folder: String
  private let socket = "onrecord-\(UUID().uuidString.prefix(8))"

  /// A command that tmux did not obey.
  struct Failure: Error { var arguments: [String] }

  /// Whether tmux can be used here.
  static let isInstalled = ["/usr/bin/tmux", "/usr/local/bin/tmux"]
    .contains { FileManager.default.isExecutableFile(atPath: $0) }

  /// Starts a command line in a window of its own server.
  init(_ command: String, columns: Int, rows: Int) throws {
    folder = NSTemporaryDirectory() + "/onrecord-tmux-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try run(
      ["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", command])
  }

  deinit {
    _ = try? run(["kill-server"])
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Types keys by their names in tmux: `j`, `Enter`, `Escape`, `C-z`.
  func send(_ keys: String...) throws { try run(["send-keys"] + keys) }

  /// The screen as text.
  var screen: String { (try? run(["capture-pane", "-p"])) ?? "" }

  /// Looks at the screen until it holds a text; false where that does not come.
  func waitForText(_ text: String, seconds: Int = 20) -> Bool {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      if screen.contains(text) { return true }
      usleep(20_000)
    }
    return false
  }

  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    // Not Foundation's `Process`: it waits for all that inherit from it, and the server lives on.
    let path = folder + "/output"
    let client = try PseudoTerminal(
      ["tmux", "-u", "-L", socket] + arguments,
      environment: ["TMUX_TMPDIR": folder, "TMUX": nil], output: .file(path))
    guard client.ending() == .exit(0) else { throw Failure(arguments: arguments) }
    return try String(contentsOfFile: path, encoding: .utf8)
  }
}
