import Glibc

/// What the program keeps by itself between two runs: how text is set.
struct StateFiles: Sendable {
  /// `$XDG_STATE_HOME/onrecord`; nil where there is no home.
  let folder: String?

  init(environment: [String: String]) {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      folder = state + "/onrecord"
    } else {
      folder = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.local/state/onrecord" }
    }
  }

  /// The typesetting that was kept; nil for none.
  func typesetting() -> Typesetting? {
    guard let folder, let text = SmallFile.read(folder + "/typesetting") else { return nil }
    var typesetting = Typesetting()
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count == 2, let new = typesetting.setting(parts[0], to: parts[1]) else {
        continue
      }
      typesetting = new
    }
    return typesetting
  }

  /// Keeps a typesetting; what cannot be written is not kept.
  func keep(_ typesetting: Typesetting) {
    guard let folder else { return }
    SmallFile.makeFolders(folder)
    let text = typesetting.lines.map { "\($0.name) \($0.value)\n" }.joined()
    SmallFile.write(text, to: folder + "/typesetting")
  }
}

/// Files of a few lines.
enum SmallFile {
  static let longest = 1 << 20

  /// The text of a regular file; nil where it cannot be read.
  static func read(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= longest
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  /// Writes a file whole or not at all.
  static func write(_ text: String, to path: String) {
    let new = path + ".new"
    let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let bytes = Array(text.utf8)
    let count = Glibc.write(descriptor, bytes, bytes.count)
    close(descriptor)
    if count == bytes.count { rename(new, path) } else { unlink(new) }
  }

  /// Makes a folder and those that it lies in.
  static func makeFolders(_ path: String) {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      mkdir(made, 0o700)
    }
  }
}
