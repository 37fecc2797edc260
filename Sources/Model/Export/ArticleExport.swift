/// Writes articles for other programs.
public enum ArticleExport {
  /// One article as a line of JSON with its line feed.
  public static func jsonLines(for article: Article, includingSource: Bool) -> [UInt8] { [] }
}
