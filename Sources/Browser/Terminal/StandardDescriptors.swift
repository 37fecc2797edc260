import CNcurses
import Glibc

/// Standard input, output and error.
enum StandardDescriptors {
  /// Opens `/dev/null` for each that the caller has closed, so that no other file takes its number.
  static func open() { onrecord_open_standard_descriptors() }

  /// Whether standard input is a pipe or a file, so that something can be read from it.
  static var isInputPiped: Bool {
    var info = stat()
    guard fstat(STDIN_FILENO, &info) == 0 else { return false }
    let kind = info.st_mode & S_IFMT
    return kind == S_IFIFO || kind == S_IFREG || kind == S_IFSOCK
  }
}
