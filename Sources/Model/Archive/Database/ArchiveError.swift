import GRDB
import Glibc

/// Why an archive, or the file of the reader's marks, cannot be used, or not further.
public struct ArchiveError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// It is no archive, or its bytes contradict one another.
    case damaged
    /// A newer onrecord made it; its version.
    case newer(Int)
    /// Its disk is full.
    case diskFull
    /// It cannot be written to.
    case readOnly
    /// Another onrecord is writing to it.
    case busy
    /// It can be neither opened nor made; the words of the operating system.
    case unreachable(String)
    /// The words of the database.
    case other(String)
  }
  /// Which file it is about.
  public enum Subject: Hashable, Sendable {
    /// An archive, which can be made anew from the user's files.
    case archive
    /// The reader's own marks, which cannot.
    case marks
  }
  /// The file.
  public let path: String
  /// What is wrong.
  public let problem: Problem
  /// Which file it is.
  public let subject: Subject

  /// An error about a file.
  public init(path: String, problem: Problem, subject: Subject = .archive) {
    self.path = path
    self.problem = problem
    self.subject = subject
  }

  /// An error of the database.
  init(path: String, _ error: any Error, subject: Subject = .archive) {
    self.path = path
    if let error = error as? ArchiveError {
      problem = error.problem
      self.subject = error.subject
      return
    }
    self.subject = subject
    if let error = error as? DatabaseError {
      switch error.resultCode {
      case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: problem = .damaged
      case .SQLITE_FULL: problem = .diskFull
      case .SQLITE_READONLY, .SQLITE_PERM: problem = .readOnly
      case .SQLITE_BUSY, .SQLITE_LOCKED: problem = .busy
      case .SQLITE_CANTOPEN: problem = Self.problem(ofOpening: path)
      case .SQLITE_IOERR: problem = Self.problem(ofFailure: error)
      // Tables or columns are missing, or hold what they cannot.
      case .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH: problem = .damaged
      default:
        problem = .other(error.message ?? "the database gave error \(error.resultCode.rawValue)")
      }
    } else if error is PackedReader.Damaged {
      problem = .damaged
    } else {
      problem = .other("\(error)")
    }
  }

  /// Why a file can be neither opened nor made.
  private static func problem(ofOpening path: String) -> Problem {
    // What is there can be read; to write, its folder must be open to a log as well.
    if access(path, R_OK) == 0 { return .readOnly }
    if access(path, F_OK) == 0 { return .unreachable(String(cString: strerror(errno))) }
    var folder = FolderName.of(path)
    while folder != "/", folder != ".", access(folder, F_OK) != 0, errno == ENOENT {
      folder = FolderName.of(folder)
    }
    var info = stat()
    if stat(folder, &info) == 0, info.st_mode & S_IFMT != S_IFDIR {
      return .unreachable("\(folder): \(String(cString: strerror(ENOTDIR)))")
    }
    guard access(folder, W_OK | X_OK) != 0 else { return .unreachable("it cannot be opened") }
    return .unreachable("\(folder): \(String(cString: strerror(errno)))")
  }

  /// A disk that is full does not always say so: files may have a limit of their own.
  private static func problem(ofFailure error: DatabaseError) -> Problem {
    var limit = rlimit()
    if error.extendedResultCode == .SQLITE_IOERR_WRITE,
      getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0,
      limit.rlim_cur != rlim_t.max
    {
      return .diskFull
    }
    return .other(error.message ?? "the disk gave an error")
  }

  /// Whether making the archive anew from the files would mend it.
  public var isMendedByRebuilding: Bool {
    guard subject == .archive else { return false }
    switch problem {
    case .damaged, .newer: return true
    case .diskFull, .readOnly, .busy, .unreachable, .other: return false
    }
  }

  /// What is wrong and what to try.
  public var words: String {
    switch subject {
    case .archive: archiveWords
    case .marks: marksWords
    }
  }

  private var archiveWords: String {
    switch problem {
    case .damaged:
      "the archive \(path) is damaged; --rebuild makes it anew from your files "
        + "(your stars, tags and notes lie elsewhere and are safe)"
    case .newer(let version):
      "the archive \(path) was made by a newer onrecord (version \(version) of its tables, this "
        + "one knows \(Schema.version)); use that one, or --rebuild, or --archive FILE for another"
    case .diskFull:
      "the disk of the archive \(path) is full; make room, or put it elsewhere with --archive FILE; "
        + "what was read so far is kept"
    case .readOnly:
      "the archive \(path) cannot be written to; new and changed files are not taken up"
    case .busy: "another onrecord is writing to the archive \(path); try again when it is done"
    case .unreachable(let reason):
      "the archive \(path) cannot be opened or made (\(reason)); --archive FILE puts it elsewhere, "
        + "--no-archive does without one"
    case .other(let words): "the archive \(path) cannot be used: \(words)"
    }
  }

  private var marksWords: String {
    switch problem {
    case .damaged:
      "your marks in \(path) are damaged and cannot be laid aside; move the file away, and what can "
        + "be read of it may be had back with: sqlite3 FILE .recover"
    case .newer(let version):
      "your marks in \(path) were written by a newer onrecord (version \(version) of their tables, "
        + "this one knows \(MarksSchema.version)); they are left as they are; use that one"
    case .diskFull:
      "the disk of your marks (\(path)) is full; make room: this change is not kept, older ones are"
    case .readOnly: "your marks in \(path) cannot be written to; they are shown, but not changed"
    case .busy: "another onrecord is writing to your marks (\(path)); try again"
    case .unreachable(let reason):
      "your marks cannot be kept in \(path) (\(reason)); see to the folder, or set XDG_DATA_HOME"
    case .other(let words): "your marks in \(path) cannot be used: \(words)"
    }
  }
}
