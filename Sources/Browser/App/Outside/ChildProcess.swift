import Glibc

/// Starts other programs by their arguments.
enum ChildProcess {
  /// Why none was started.
  struct StartError: Error { var number: Int32 }

  /// What becomes of the output.
  enum Output { case terminal, nothing }

  /// Gives what a program reads, piece by piece, to a function that tells whether more is wanted.
  typealias Input = ((_ bytes: [UInt8]) -> Bool) -> Void

  /// Starts a program that reads a text.
  static func run(
    _ arguments: [String], input: String?, output: Output
  ) throws(StartError) -> Int32 {
    let text = input.map { Array($0.utf8) }
    return try run(arguments, feeding: text.map { text in { _ = $0(text) } }, output: output)
  }

  /// Starts a program and waits for its end; returns its exit status, 128 and the signal where one
  /// ended it.
  /// - Parameter feeding: what it reads from standard input; nil for the terminal.
  static func run(
    _ arguments: [String], feeding input: Input?, output: Output
  ) throws(StartError) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var ends: [Int32] = [-1, -1]
    if input != nil {
      guard pipe(&ends) == 0 else { throw StartError(number: errno) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    } else if output == .terminal {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/tty", O_RDONLY, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    if output == .nothing {
      for descriptor: Int32 in [1, 2] {
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
      }
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let error = posix_spawnp(&process, arguments[0], &actions, &attributes, &words, environ)
    if ends[0] >= 0 { close(ends[0]) }
    guard error == 0 else {
      if ends[1] >= 0 { close(ends[1]) }
      throw StartError(number: error)
    }
    if let input { feed(input, to: ends[1], of: process) }
    return wait(for: process)
  }

  /// Writes all; who reads no further is not an error, nor is a process that is gone while something that
  /// it started still holds the other end.
  private static func feed(_ input: Input, to descriptor: Int32, of process: pid_t) {
    let before = signal(SIGPIPE, SIG_IGN)
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    input { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = bytes.withUnsafeBytes {
          write(descriptor, $0.baseAddress.map { $0 + sent }, bytes.count - sent)
        }
        if count < 0, errno == EAGAIN {
          var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          if poll(&room, 1, 100) == 0, hasEnded(process) { return false }
        } else if count < 0, errno != EINTR {
          return false
        }
        sent += max(0, count)
      }
      return true
    }
    close(descriptor)
    signal(SIGPIPE, before)
  }

  /// Whether a process has ended; it can still be waited for then.
  private static func hasEnded(_ process: pid_t) -> Bool {
    var info = siginfo_t()
    let ended = waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT)
    return ended == 0 && info.si_signo == SIGCHLD
  }

  private static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while true {
      let found = waitpid(process, &status, WUNTRACED)
      if found < 0, errno == EINTR { continue }
      if found < 0 { return 127 }
      guard status & 0xFF == 0x7F else { break }
      // It was stopped with Ctrl-Z: so are we, and both go on with fg.
      raise(SIGSTOP)
      kill(process, SIGCONT)
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// The environment.
  static var environment: [String: String] {
    var variables: [String: String] = [:]
    var at = environ
    while let entry = at.pointee {
      let text = String(cString: entry)
      if let equals = text.firstIndex(of: "=") {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      at += 1
    }
    return variables
  }
}
