import Glibc
import Model

/// Why output could not be written.
enum OutputError: Error, Hashable, Sendable {
  /// Whoever read it has had enough, as `head` has.
  case closed
  /// The system's reason.
  case system(errno: Int32)
  /// What was to be written could not be read.
  case unread(ArchiveError)

  /// The reason alone.
  var reason: String {
    switch self {
    case .closed: "it is closed"
    case .unread(let error): error.words
    case .system(let number): String(cString: strerror(number))
    }
  }

  /// What is wrong and what to try.
  var words: String {
    switch self {
    case .closed: "standard output is closed"
    case .unread(let error): error.words
    case .system(let number):
      "cannot write to standard output: \(String(cString: strerror(number)))"
    }
  }
}

/// A descriptor that is written to in large pieces.
struct OutputFile {
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Standard output; that its reader goes away is an error from here on, not a signal.
  static var standardOutput: OutputFile {
    signal(SIGPIPE, SIG_IGN)
    return OutputFile(descriptor: STDOUT_FILENO)
  }

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Writes bytes, sooner or later.
  mutating func write(_ bytes: some Collection<UInt8>) throws(OutputError) {
    buffer += bytes
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Writes what is held back.
  mutating func flush() throws(OutputError) {
    var written = 0
    while written < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 {
        switch errno {
        case EINTR: continue
        case EPIPE: throw .closed
        default: throw .system(errno: errno)
        }
      }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
