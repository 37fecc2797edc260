/// Why no screen could be opened.
enum TerminalError: Error, Hashable, Sendable {
  /// `TERM` is not set.
  case noType
  /// `TERM` names a terminal that has no screen, such as `dumb`.
  case noScreen(type: String)
  /// Neither standard input nor `/dev/tty` is a terminal.
  case noKeyboard
  /// Standard output is not a terminal.
  case noDisplay

  /// What is wrong, where, and what to try.
  var words: String {
    switch self {
    case .noType:
      "TERM is not set, so it is not known what this terminal can do; try 'TERM=xterm-256color "
        + "onrecord …', or 'onrecord … | cat' for a plain list"
    case .noScreen(let type):
      "a terminal of the type '\(DisplayText.sanitized(type))' (TERM) cannot place text on a "
        + "screen; try 'TERM=xterm-256color onrecord …', or 'onrecord … | cat' for a plain list"
    case .noKeyboard:
      "standard input is not a terminal and /dev/tty cannot be opened, so no key can be read; "
        + "start it from a terminal, or try 'onrecord … | cat' for a plain list"
    case .noDisplay:
      "standard output is not a terminal; start it without '>' or '|' to browse"
    }
  }
}
