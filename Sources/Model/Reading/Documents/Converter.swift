import CArchive
import Glibc

/// Another program that turns bytes into text; started without a shell and held to limits.
struct Converter {
  /// What came of it.
  enum Outcome: Hashable {
    case text([UInt8])
    case notInstalled
    /// Its last words, or the reason it could not be started.
    case failed(String)
    case tooLarge
    case timedOut
  }

  /// The program, searched for in PATH, and its arguments.
  var arguments: [String]
  /// The most bytes it may write.
  var limit: Int
  /// The most seconds it may take.
  var seconds: Int
  /// The most bytes of memory it may take.
  var memory: UInt64 = 2_000_000_000

  /// Runs the program with some bytes as its standard input, a file in memory.
  func run(on input: [UInt8]) -> Outcome {
    let file = onrecord_memory_file()
    guard file >= 0 else { return .failed(Self.words(errno)) }
    defer { close(file) }
    guard Self.write(input, to: file), lseek(file, 0, SEEK_SET) == 0 else {
      return .failed(Self.words(errno))
    }
    guard let output = Pipe(), let errors = Pipe() else { return .failed(Self.words(errno)) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, file, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output.write, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors.write, STDERR_FILENO)
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    let status = posix_spawnp(&child, arguments[0], &actions, nil, &words, environ)
    guard status == 0 else {
      return status == ENOENT ? .notInstalled : .failed(Self.words(status))
    }
    _ = onrecord_limit(child, Int32(RLIMIT_AS.rawValue), memory)
    _ = onrecord_limit(child, Int32(RLIMIT_CPU.rawValue), UInt64(seconds))
    output.closeWriting()
    errors.closeWriting()
    let gathered = gather(output, errors)
    // It may be at work still, where it took too long or wrote too much.
    if gathered.overrun != nil { kill(child, SIGKILL) }
    var ending: Int32 = 0
    while waitpid(child, &ending, 0) < 0, errno == EINTR {}
    if let overrun = gathered.overrun { return overrun }
    if ending & 0x7F != 0 { return .failed("ended by signal \(ending & 0x7F)") }
    guard ending == 0 else {
      let words = String(decoding: gathered.errors, as: UTF8.self)
        .split(separator: "\n").last.map(String.init)
      return .failed(words ?? "ended with status \(ending >> 8)")
    }
    return .text(gathered.output)
  }

  private func gather(
    _ output: Pipe, _ errors: Pipe
  ) -> (output: [UInt8], errors: [UInt8], overrun: Outcome?) {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(seconds)
    var text: [UInt8] = []
    var words: [UInt8] = []
    var polled = [
      pollfd(fd: output.read, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors.read, events: Int16(POLLIN), revents: 0),
    ]
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while polled.contains(where: { $0.fd >= 0 }) {
      let left = (deadline - clock.now) / .milliseconds(1)
      guard left > 0 else { return (text, words, .timedOut) }
      let ready = poll(&polled, nfds_t(polled.count), Int32(min(left + 1, 60_000)))
      if ready < 0 && errno != EINTR { return (text, words, .failed(Self.words(errno))) }
      if ready <= 0 { continue }
      for i in polled.indices where polled[i].fd >= 0 && polled[i].revents != 0 {
        let count = read(polled[i].fd, &piece, piece.count)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 {
          polled[i].fd = -1
        } else if i == 0 {
          if text.count + count > limit { return (text, words, .tooLarge) }
          text += piece[..<count]
        } else if words.count < 4_000 {
          words += piece[..<count]
        }
      }
    }
    return (text, words, nil)
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private static func words(_ code: Int32) -> String { String(cString: strerror(code)) }

  /// Both ends of a pipe, closed with it and when another program starts.
  private final class Pipe {
    let read: Int32
    private(set) var write: Int32

    init?() {
      var ends: [Int32] = [-1, -1]
      guard onrecord_pipe(&ends) == 0 else { return nil }
      (read, write) = (ends[0], ends[1])
    }

    func closeWriting() {
      if write >= 0 { close(write) }
      write = -1
    }

    deinit {
      closeWriting()
      close(read)
    }
  }
}
