import Glibc

@testable import Browser

/// A program on a terminal of its own, played from outside.
///
/// Nothing here waits for a fixed time: `wait(until:)` reads until a condition holds or patience
/// ends.
final class PseudoTerminal {
  /// What a standard descriptor of the program is.
  enum Channel: Hashable, Sendable {
    case terminal
    case closed
    case null
    /// A file that is written to.
    case file(String)
  }

  /// Why a program was not started.
  struct StartError: Error { var number: Int32 }

  /// Everything that the program has sent.
  private(set) var output: [UInt8] = []
  /// The screen that these bytes make.
  private(set) var screen: ScreenReader
  let process: pid_t
  /// The terminal's settings before the program started.
  let settingsBefore: termios

  /// So many bytes a second are read at most, as on a slow line; nil for all at once.
  var bytesPerSecond: Int?

  private var master: Int32
  private var slave: Int32
  private var status: Int32?

  /// Starts a program.
  /// - Parameter hasTerminal: whether the terminal is also the controlling one (`/dev/tty`).
  init(
    _ command: [String], columns: Int = 80, rows: Int = 24,
    environment: [String: String?] = [:], input: Channel = .terminal, output: Channel = .terminal,
    hasTerminal: Bool = true
  ) throws {
    screen = ScreenReader(columns: columns, rows: rows)
    (master, slave) = (-1, -1)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, nil, nil, &size) == 0 else { throw StartError(number: errno) }
    for descriptor in [master, slave] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var settings = termios()
    tcgetattr(slave, &settings)
    settingsBefore = settings
    // `ttyname` keeps its answer in one place for all threads, and tests run side by side.
    var name = [CChar](repeating: 0, count: 256)
    let error = ttyname_r(slave, &name, name.count)
    guard error == 0 else { throw StartError(number: error) }
    let path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    process = try Self.spawn(
      command, environment: environment, terminal: path, input: input, output: output,
      isSession: hasTerminal)
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      var ignored: Int32 = 0
      waitpid(process, &ignored, 0)
    }
    if master >= 0 { Glibc.close(master) }
    if slave >= 0 { Glibc.close(slave) }
  }

  private static func spawn(
    _ command: [String], environment: [String: String?], terminal: String, input: Channel,
    output: Channel, isSession: Bool
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Without a session leader's right to it, opening a terminal does not make it the controlling.
    let way = O_RDWR | (isSession ? 0 : O_NOCTTY)
    for (descriptor, channel) in [(Int32(0), input), (1, output), (2, Channel.terminal)] {
      switch channel {
      case .terminal:
        posix_spawn_file_actions_addopen(&actions, descriptor, terminal, way, 0)
      case .null: posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
      case .file(let path):
        posix_spawn_file_actions_addopen(
          &actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      case .closed: posix_spawn_file_actions_addclose(&actions, descriptor)
      }
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    sigemptyset(&all)
    posix_spawnattr_setsigmask(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK) | Self.newSession)

    var variables = [
      "PATH": getenv("PATH").map { String(cString: $0) }, "TERM": "xterm-256color",
      "LC_ALL": "C.UTF-8", "HOME": getenv("HOME").map { String(cString: $0) },
    ]
    variables.merge(environment) { $1 }
    var arguments = command.map { strdup($0) } + [nil]
    var assignments =
      variables.compactMap { name, value in value.map { strdup("\(name)=\($0)") } } + [nil]
    defer { for text in arguments + assignments { free(text) } }
    var process: pid_t = 0
    let error = posix_spawnp(&process, command[0], &actions, &attributes, &arguments, &assignments)
    if error != 0 { throw StartError(number: error) }
    return process
  }

  /// `POSIX_SPAWN_SETSID`, which Glibc's module does not show.
  private static let newSession: Int16 = 0x80

  // MARK: Playing

  /// Types bytes.
  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Changes the size of the window.
  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Sends a signal to the program.
  func signal(_ number: Int32) { kill(process, number) }

  /// Closes the window: both ends of the terminal.
  func hangUp() {
    Glibc.close(master)
    Glibc.close(slave)
    (master, slave) = (-1, -1)
  }

  /// The terminal's settings now.
  var settings: termios {
    var settings = termios()
    tcgetattr(slave, &settings)
    return settings
  }

  // MARK: Watching

  /// Reads until the condition holds; false where it did not in time.
  func wait(seconds: Int = 20, until condition: () -> Bool) -> Bool {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      pump()
      if condition() { return true }
      if ContinuousClock.now > deadline { return false }
    }
  }

  /// Reads until the screen shows a text.
  func waitForText(_ text: String, seconds: Int = 20) -> Bool {
    wait(seconds: seconds) { screen.text.contains(text) }
  }

  /// Reads until the program has rested for a while: nothing came, nothing that was typed is unread,
  /// and none of its threads would go on. A machine with other work does not make a program rest.
  func settle(seconds: Int = 60) {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var rests = 0
    while rests < 30, ContinuousClock.now < deadline {
      let count = output.count
      pump()
      rests = count == output.count && !isAtWork ? rests + 1 : 0
    }
  }

  /// Whether what was typed waits for the program, or one of its threads for the machine.
  private var isAtWork: Bool {
    var unread: Int32 = 0
    if slave >= 0, ioctl(slave, UInt(FIONREAD), &unread) == 0, unread > 0 { return true }
    return Self.threads(of: process).contains { "RD".contains($0) }
  }

  /// The states of a process's threads, by their letters in `/proc/PID/task/TID/stat` (proc(5)).
  private static func threads(of process: pid_t) -> [Character] {
    let folder = "/proc/\(process)/task"
    guard let entries = opendir(folder) else { return [] }
    defer { closedir(entries) }
    var states: [Character] = []
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let descriptor = open("\(folder)/\(name)/stat", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { Glibc.close(descriptor) }
      var bytes = [UInt8](repeating: 0, count: 256)
      let count = max(0, read(descriptor, &bytes, bytes.count))
      let text = String(decoding: bytes[..<count], as: UTF8.self)
      // `1234 (a name) S …`; a name may have brackets too.
      guard let end = text.lastIndex(of: ")") else { continue }
      states += text[end...].dropFirst(2).prefix(1)
    }
    return states
  }

  /// How the program ended.
  enum Ending: Hashable, Sendable {
    case exit(Int32)
    case signal(Int32)
  }

  /// Waits for the program's end; nil where it lives on.
  func ending(seconds: Int = 20) -> Ending? {
    _ = wait(seconds: seconds) {
      if status != nil { return true }
      var now: Int32 = 0
      if waitpid(process, &now, WNOHANG) == process { status = now }
      return status != nil
    }
    drain()
    guard let status else { return nil }
    return status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
  }

  /// Waits for the program's end without reading what it sends.
  func endingUnread(seconds: Int = 20) -> Ending? {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while status == nil, ContinuousClock.now < deadline {
      var now: Int32 = 0
      if waitpid(process, &now, WNOHANG) == process { status = now }
      usleep(10_000)
    }
    return ending(seconds: 0)
  }

  /// Reads all that has been sent.
  private func drain() {
    var count = -1
    while count != output.count {
      count = output.count
      pump()
    }
  }

  /// Reads what is there, waiting 10 ms at most.
  private func pump() {
    guard master >= 0 else {
      usleep(10_000)
      return
    }
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, 10) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var most = buffer.count
    if let bytesPerSecond {
      // A hundredth of a second's worth at a time.
      most = max(1, bytesPerSecond / 100)
      usleep(10_000)
    }
    let count = read(master, &buffer, most)
    guard count > 0 else { return }
    output += buffer[..<count]
    screen.read(buffer[..<count])
  }
}
