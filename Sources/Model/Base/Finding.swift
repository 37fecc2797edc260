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
    /// Bytes that mean nothing in the text's character set were read as U+FFFD; the count of them.
    case invalidBytes(Int)
    /// The text was encoded twice: `Ã©` stands for `é`.
    case doubleEncoded
    /// Larger than the limit, in bytes.
    case tooLarge(limit: Int)
    /// A page of so many elements that its tree would take more memory than the limit, in bytes.
    case tooIntricate(limit: Int)
    /// So many tags lie in too many others and were passed over.
    case tagsTooDeep(Int)
    /// A folder that a link leads back to.
    case loop
    /// The system's own words.
    case system(String)
    /// An archive or a crawl dump that breaks off or makes no sense from here on; its reader's words.
    case damaged(String)
    /// A member of an archive that only a password opens.
    case encrypted
    /// Archives in archives in archives, more than this.
    case nestedTooDeep(limit: Int)
    /// A compressed file that unfolds to more than so many bytes.
    case unfoldsTooFar(bytes: Int)
    /// A compressed file that unfolds to more than so many times its size.
    case unfoldsTooMuch(ratio: Int)
    /// One line, row or record that is not what its file holds; the rest is read.
    case malformed(Place, String)
    /// One line, row or record that is larger than the limit; the rest is read.
    case itemTooLarge(Place, limit: Int)
    /// An article whose text is larger than the limit.
    case textTooLarge(limit: Int)
    /// Records of a container that are no articles: what they are.
    case passedOver(String)
    /// A format that is known but cannot be read here: what to do.
    case unsupported(String)
  }
  /// A place inside a file.
  public enum Place: Hashable, Sendable {
    /// From 1.
    case line(Int)
    /// From 1.
    case record(Int)

    /// `line 12`.
    var words: String {
      switch self {
      case .line(let number): "line \(number)"
      case .record(let number): "record \(number)"
      }
    }
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
    case .invalidBytes, .doubleEncoded, .malformed, .itemTooLarge, .passedOver, .tagsTooDeep: false
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
      "\(count) \(count == 1 ? "byte" : "bytes") could not be decoded and "
        + "\(count == 1 ? "is" : "are") shown as \u{FFFD}"
    case .doubleEncoded: "encoded twice (as Ã© for é); --mend-mojibake puts it right"
    case .tooLarge(let limit):
      "larger than the limit of \(Self.size(limit)); see --largest-item"
    case .tooIntricate(let limit):
      "so many tags that reading them would take more than \(Self.size(limit)) of memory"
    case .tagsTooDeep(let count):
      "\(count) \(count == 1 ? "tag lies" : "tags lie") in too many others; "
        + "\(count == 1 ? "it was" : "they were") passed over"
    case .loop: "a link that leads back to its own folder"
    case .system(let words): words
    case .damaged(let words): words.isEmpty ? "damaged or cut off" : "damaged or cut off: \(words)"
    case .encrypted: "encrypted; unpack it with its password and open what comes out"
    case .nestedTooDeep(let limit):
      "more than \(limit) archives in one another; see --deepest-nesting"
    case .unfoldsTooFar(let bytes):
      "unfolds to more than \(Self.size(bytes)); see --largest-unfolding"
    case .unfoldsTooMuch(let ratio):
      "unfolds to more than \(ratio) times its size, as bombs do; see --largest-ratio"
    case .malformed(let place, let words): "\(place.words): \(words)"
    case .itemTooLarge(let place, let limit):
      "\(place.words): larger than the limit of \(Self.size(limit)); see --largest-item"
    case .textTooLarge(let limit):
      "a text larger than the limit of \(Self.size(limit)); see --largest-text"
    case .passedOver(let words): "passed over: \(words)"
    case .unsupported(let words): words
    }
  }

  /// A size in megabytes where it is that large.
  private static func size(_ bytes: Int) -> String {
    bytes >= 1_000_000 ? "\(bytes / 1_000_000) MB" : "\(bytes) bytes"
  }
}

extension Finding.Problem {
  /// Whether nothing more can be read from an archive after this was wrong with a member of it.
  var endsArchive: Bool {
    switch self {
    case .unfoldsTooFar, .unfoldsTooMuch: true
    default: false
    }
  }
}
