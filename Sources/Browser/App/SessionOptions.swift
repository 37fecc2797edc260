import Glibc
import Model

/// What a session of the browser may do and how it looks, besides the archive.
struct SessionOptions: Sendable {
  var words = Words()
  /// One pane at a time and no lines or bars.
  var isLinear = false
  /// Nothing is run, and nothing is written but the user's marks.
  var isRestricted = false
  var configuration = Configuration()
  /// Where the configuration is read from, again when it changes; nil for nowhere.
  var configurationPath: String?
  /// Where typesetting is kept; nil for nowhere.
  var files: StateFiles?
  var environment: [String: String] = [:]
}

extension Configured {
  /// As much of a configuration as the state knows.
  init(_ configuration: Configuration) {
    self.init(
      keymap: configuration.keymap, layout: configuration.layout, columns: configuration.columns,
      foldsRepeats: configuration.foldsRepeats, heedsCapitals: configuration.heedsCapitals,
      typesetting: configuration.setsType ? configuration.typesetting : nil)
  }
}

extension OutsideProgram {
  /// The variable that names the program.
  var variable: String {
    switch self {
    case .pager: "PAGER"
    case .editor: "EDITOR"
    case .browser: "BROWSER"
    case .pipe, .pipeAll: "|"
    }
  }
}

/// The terminal while another program has it.
enum LentTerminal {
  /// Waits until a line is ended, so that what a program printed can be read.
  static func waitForEnter(saying words: String) {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return }
    defer { close(terminal) }
    let bytes = Array("\n-- \(words) --".utf8)
    _ = write(terminal, bytes, bytes.count)
    var byte: UInt8 = 0
    while read(terminal, &byte, 1) == 1, byte != 0x0A, byte != 0x0D {}
  }
}
