import Glibc

/// The bytes of one file with the path under which the user knows it.
public struct RawFile: Sendable {
  /// The path as given, or below a folder as given.
  public var path: String
  /// What the file holds.
  public var bytes: [UInt8]

  /// A file in memory.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Reads a regular file whole.
  /// - Parameter limit: the most bytes that are read.
  /// - Throws: why the file is not read; nothing else is affected.
  public init(reading path: String, limit: Int) throws(ReadingError) {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw ReadingError(path: path, errno: errno) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw ReadingError(path: path, errno: errno) }
    guard info.st_mode & S_IFMT == S_IFREG else {
      throw ReadingError(path: path, problem: .notARegularFile)
    }
    guard info.st_size <= limit else {
      throw ReadingError(path: path, problem: .tooLarge(limit: limit))
    }
    var problem: Int32 = 0
    // One byte more than the file had, so that a file which grows meanwhile is noticed and read on.
    var capacity = Int(info.st_size) + 1
    var all: [UInt8] = []
    while true {
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        while count < capacity {
          let got = read(descriptor, buffer.baseAddress! + count, capacity - count)
          if got < 0 && errno == EINTR { continue }
          if got < 0 { problem = errno }
          if got <= 0 { break }
          count += got
        }
      }
      guard problem == 0 else { throw ReadingError(path: path, errno: problem) }
      if all.isEmpty { all = chunk } else { all += chunk }
      guard all.count <= limit else {
        throw ReadingError(path: path, problem: .tooLarge(limit: limit))
      }
      if chunk.count < capacity { break }
      capacity = 1 << 16
    }
    self.init(path: path, bytes: all)
  }
}

/// Why a file is not among the articles.
public struct ReadingError: Error, Hashable, Sendable {
  /// The path and the reason.
  public let finding: Finding

  /// An error about a path.
  public init(path: String, problem: Finding.Problem) {
    finding = Finding(path: path, problem: problem)
  }

  /// An error of the operating system.
  init(path: String, errno code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self.init(path: path, problem: .missing)
    case EACCES, EPERM: self.init(path: path, problem: .permissionDenied)
    case ELOOP: self.init(path: path, problem: .loop)
    case ENXIO, ENODEV: self.init(path: path, problem: .notARegularFile)
    default: self.init(path: path, problem: .system(String(cString: strerror(code))))
    }
  }
}
