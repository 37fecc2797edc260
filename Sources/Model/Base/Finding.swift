/// Something about a file that a user should know: why it could not be read, or what was odd in it.
public struct Finding: Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    case missing
    case permissionDenied
    case notARegularFile
    case empty
    /// NUL bytes or too many control characters: not text.
    case binary
    /// Bytes that are not UTF-8 were read as U+FFFD; the count of them.
    case invalidBytes(Int)
    /// Larger than the limit, in bytes.
    case tooLarge(limit: Int)
    /// A page of so many elements that its tree would take more memory than the limit, in bytes.
    case tooIntricate(limit: Int)
    /// So many tags lie in too many others and were passed over.
    case nestedTooDeep(Int)
    /// A folder that a link leads back to.
    case loop
    /// The system's own words.
    case system(String)
  }
  /// The path as the user gave it, or below it.
  public var path: String
  /// What is wrong.
  public var problem: Problem

  /// A finding.
  public init(path: String, problem: Problem) {
    self.path = path
    self.problem = problem
  }

  /// Whether the file is not among the articles.
  public var isFatal: Bool {
    switch problem {
    case .invalidBytes, .nestedTooDeep: false
    default: true
    }
  }

  /// The reason as one sentence without the path.
  public var words: String {
    switch problem {
    case .missing: "no such file or folder"
    case .permissionDenied: "permission denied; ask its owner for read access"
    case .notARegularFile: "not a regular file (a device, pipe or socket)"
    case .empty: "empty: no words in it"
    case .binary: "not text: it holds binary data"
    case .invalidBytes(let count):
      "\(count) \(count == 1 ? "byte is" : "bytes are") not UTF-8 and shown as \u{FFFD}"
    case .tooLarge(let limit): "larger than the limit of \(limit / 1_000_000) MB"
    case .tooIntricate(let limit):
      "so many tags that reading them would take more than \(limit / 1_000_000) MB of memory"
    case .nestedTooDeep(let count):
      "\(count) \(count == 1 ? "tag lies" : "tags lie") in too many others and \(count == 1 ? "was" : "were") passed over"
    case .loop: "a link that leads back to its own folder"
    case .system(let words): words
    }
  }
}
