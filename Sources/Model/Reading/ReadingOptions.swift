/// What can be chosen about reading; sizes are bytes.
public struct ReadingOptions: Hashable, Sendable {
  /// The most bytes of one item: a file of a single article, a line, a member, a record.
  public var largestItem = 16_000_000
  /// The most bytes of an article's text; to understand one takes some twenty times as much memory.
  public var largestText = 3_000_000
  /// The most seconds that another program may take to turn one file into text.
  public var longestConversion = 30
  /// The most memory that the tree of one page of HTML may take.
  public var largestTree = 256_000_000
  /// How many archives may lie in one another.
  public var deepestNesting = 4
  /// The most bytes that one compressed file may unfold to; more is refused from there on.
  public var largestUnfolding = 64_000_000_000
  /// So many times its own size a compressed file may unfold to, once it passes `largestItem`.
  public var largestRatio = 250
  /// Field names of the user's own for JSON and tables: `text` -> `content`.
  public var fieldNames: [String: String] = [:]
  /// Whether text that was encoded twice (`Ã©` for `é`) is put right.
  public var mendsDoubleEncoding = false
  /// Whether other programs may be run to read a file.
  public var runsPrograms = true
  /// What a field of the user's own can be named for.
  public static var mappableNames: [String] { FieldNames.Slot.allCases.map(\.rawValue) }

  /// The usual choice.
  public init() {}
}
