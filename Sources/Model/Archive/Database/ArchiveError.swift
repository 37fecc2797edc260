import GRDB

/// Why an archive cannot be used, or not further.
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
    /// The words of the database.
    case other(String)
  }
  /// The file of the archive.
  public let path: String
  /// What is wrong.
  public let problem: Problem

  /// An error about an archive.
  public init(path: String, problem: Problem) {
    self.path = path
    self.problem = problem
  }

  /// An error of the database.
  init(path: String, _ error: any Error) {
    self.path = path
    if let error = error as? ArchiveError {
      problem = error.problem
    } else if let error = error as? DatabaseError {
      switch error.resultCode {
      case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: problem = .damaged
      case .SQLITE_FULL: problem = .diskFull
      case .SQLITE_READONLY, .SQLITE_PERM: problem = .readOnly
      case .SQLITE_BUSY, .SQLITE_LOCKED: problem = .busy
      case .SQLITE_CANTOPEN: problem = .other("it cannot be opened")
      default:
        problem = .other(error.message ?? "the database gave error \(error.resultCode.rawValue)")
      }
    } else {
      problem = .other("\(error)")
    }
  }

  /// Whether making the archive anew from the files would mend it.
  public var isMendedByRebuilding: Bool {
    switch problem {
    case .damaged, .newer: true
    case .diskFull, .readOnly, .busy, .other: false
    }
  }

  /// What is wrong and what to try.
  public var words: String {
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
    case .other(let words): "the archive \(path) cannot be used: \(words)"
    }
  }
}
