import Model

/// The lines of a page with what cleaning should make of each, as in `ArticleSketch`: `= ` before the
/// headline, `> ` the standfirst, `% reason ` what is left out; other lines are paragraphs. A line
/// that begins with `| ` belongs to the paragraph before it.
struct CleaningCase: Sendable, CustomStringConvertible {
  /// What the case is about.
  var name: String
  /// The lines with their marks.
  var source: String
  /// Why the program does not find it yet.
  var issue: String?

  /// A case that holds.
  init(_ name: String, _ source: String) {
    self.name = name
    self.source = source
  }

  /// A case that does not hold yet, with the reason.
  init(_ name: String, issue: String, _ source: String) {
    self.name = name
    self.source = source
    self.issue = issue
  }

  var description: String { name }

  private static func isRemoval(_ line: Substring) -> Bool { line.hasPrefix("% ") }

  /// The page without marks.
  var page: String {
    source.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if Self.isRemoval(line) {
        return String(line.dropFirst(2).drop { $0 != " " }.dropFirst())
      }
      for mark in ["= ", "> ", "| "] where line.hasPrefix(mark) {
        return String(line.dropFirst(2))
      }
      return String(line)
    }.joined(separator: "\n")
  }

  /// The article of the page.
  var article: Article {
    ArticlePipeline().article(of: SourcePage(file: "page.txt", text: SourceText(page)))
  }

  /// What is found, marked in the same way.
  var found: String {
    let article = article
    var marks: [Int: String] = [:]
    let title = article.title.basis == .stated ? article.title.span : nil
    if let title { marks[article.source.line(at: title.start)] = "= " }
    for span in article.standfirst { marks[article.source.line(at: span.start)] = "> " }
    for removal in article.removed {
      marks[article.source.line(at: removal.span.start)] = "% \(removal.reason.rawValue) "
    }
    for span in article.body {
      let first = article.source.line(at: span.start)
      for line in first..<max(first, article.source.line(at: span.end - 1)) {
        marks[line + 1] = "| "
      }
    }
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { (marks[$0 + 1] ?? "") + $1 }.joined(separator: "\n")
  }
}
