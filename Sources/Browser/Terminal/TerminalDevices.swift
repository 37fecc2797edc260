import CNcurses
import Glibc

/// The files a terminal is read from and written to.
struct TerminalDevices {
  /// Where keys come from: standard input, or `/dev/tty` where that is something else.
  let keyboard: Int32
  /// Where the screen is: standard output.
  let display: Int32
  /// The same for ncurses; while the screen is ours, it is turned aside to gather frames.
  let screen: Int32
  let input: UnsafeMutablePointer<FILE>
  let output: UnsafeMutablePointer<FILE>

  /// Finds keyboard and screen.
  static func open() throws(TerminalError) -> TerminalDevices {
    guard isatty(STDOUT_FILENO) == 1 else { throw .noDisplay }
    let keyboard =
      isatty(STDIN_FILENO) == 1
      ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3) : Glibc.open("/dev/tty", O_RDONLY | O_CLOEXEC)
    guard keyboard >= 0 else { throw .noKeyboard }
    let display = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    let screen = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    guard let input = fdopen(keyboard, "r"), let output = fdopen(screen, "w") else {
      throw .noKeyboard
    }
    return TerminalDevices(
      keyboard: keyboard, display: display, screen: screen, input: input, output: output)
  }

  /// The size that the terminal has now; nil where it does not say.
  var size: Size? {
    var size = winsize()
    guard ioctl(display, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return nil
    }
    return Size(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }

  /// How many bytes can be read at once.
  var waitingBytes: Int {
    var count: Int32 = 0
    return ioctl(keyboard, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
  }

  /// Closes the files.
  func close() {
    fclose(input)
    fclose(output)
    Glibc.close(display)
  }
}
