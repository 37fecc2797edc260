import Glibc

/// What tells whether a file is the one that was read before.
public struct FileStamp: Hashable, Sendable {
  /// Bytes.
  public var size: Int
  /// Nanoseconds since 1970 of the last change of its content.
  public var modified: Int64

  /// A stamp.
  public init(size: Int, modified: Int64) {
    self.size = size
    self.modified = modified
  }

  /// The stamp of a file as it is now; nil where it cannot be looked at.
  init?(of path: String) {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    self.init(info)
  }

  /// The stamp of a file's status.
  init(_ info: stat) {
    size = Int(info.st_size)
    modified = Int64(info.st_mtim.tv_sec) * 1_000_000_000 + Int64(info.st_mtim.tv_nsec)
  }
}

/// A regular file, or standard input, open for reading.
public final class OpenedFile {
  /// The path under which standard input is named.
  public static let standardInput = "-"
  private static let pieceSize = 1 << 18

  /// The path as the user gave it, or below a folder as given.
  public let path: String
  /// Size and time of change; nil for standard input.
  public let stamp: FileStamp?
  private let descriptor: Int32

  /// Opens a file; `-` is standard input.
  /// - Throws: why it cannot be read: it is missing, not to be read, or no regular file.
  public init(_ path: String) throws(ReadingError) {
    self.path = path
    guard path != Self.standardInput else {
      descriptor = dup(STDIN_FILENO)
      stamp = nil
      guard descriptor >= 0 else { throw ReadingError(path: path, errno: errno) }
      return
    }
    descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      stamp = nil
      throw ReadingError(path: path, errno: errno)
    }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else {
      stamp = nil
      throw ReadingError(path: path, errno: errno)
    }
    guard info.st_mode & S_IFMT == S_IFREG else {
      stamp = nil
      throw ReadingError(path: path, problem: .notARegularFile)
    }
    stamp = FileStamp(info)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// What the file holds, piece by piece; a file that grows meanwhile is read on.
  public var bytes: ByteStream {
    var isFirst = true
    return ByteStream { (buffer: inout [UInt8]) throws(ReadingError) in
      // A small file comes in one piece of its own size.
      let wanted =
        isFirst ? min(Self.pieceSize, (self.stamp?.size ?? Self.pieceSize) + 1) : Self.pieceSize
      isFirst = false
      var problem: Int32 = 0
      let descriptor = self.descriptor
      let piece = [UInt8](unsafeUninitializedCapacity: wanted) { piece, count in
        while true {
          let got = read(descriptor, piece.baseAddress!, wanted)
          if got < 0 && errno == EINTR { continue }
          if got < 0 { problem = errno }
          count = max(0, got)
          return
        }
      }
      guard problem == 0 else { throw ReadingError(path: self.path, errno: problem) }
      if buffer.isEmpty { buffer = piece } else { buffer += piece }
    }
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
