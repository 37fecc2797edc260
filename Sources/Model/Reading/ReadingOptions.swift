/// What can be chosen about reading; sizes are bytes.
public struct ReadingOptions: Hashable, Sendable {
  /// The most bytes of one item: a file of a single article, a line, a member, a record.
  public var largestItem = 64_000_000
  /// The most bytes of one page of HTML; larger ones are refused.
  public var largestPage = 16_000_000
  /// The most memory that the tree of one page may take.
  public var largestTree = 256_000_000
  /// How many archives may lie in one another.
  public var deepestNesting = 4
  /// The most bytes that one compressed file may unfold to; more is refused from there on.
  public var largestUnfolding = 64_000_000_000
  /// So many times its own size a compressed file may unfold to, once it passes `largestItem`.
  public var largestRatio = 250
  /// Field names of the user's own for JSON and tables: `text` -> `content`.
  public var fieldNames: [String: String] = [:]

  /// The usual choice.
  public init() {}
}
