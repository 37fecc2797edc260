/// Finds the words that a filter asks for, so that they can be marked on the screen.
public struct MatchFinder: Hashable, Sendable {
  let query: Query

  /// Looks for the positive terms of a query.
  public init(_ query: Query) { self.query = query }

  /// Whether there is nothing to mark.
  public var isEmpty: Bool { true }

  /// Where terms stand in a text, in order and without overlap; the text may be a slice of a page.
  ///
  /// Terms of `person:` and `said:` are found only where `fields` has their field; terms without a
  /// field are found everywhere.
  /// - Complexity: O(bytes).
  public func matches(
    in bytes: some RandomAccessCollection<UInt8>, fields: Set<QueryField> = [.anywhere]
  ) -> [Range<Int>] { [] }
}
