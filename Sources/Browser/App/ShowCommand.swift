import ArgumentParser
import Model

/// `onrecord show FILE[#ITEM] [--what-was-cut]`
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print an article as text, and on request what was left out of it and why.",
    discussion: """
      With --what-was-cut every stretch that was left out stands in its place, with its line in the \
      file and the reason: '12 [caption] Skaters on the lake.'
      """)

  @Argument(
    help: "The file; of several articles in it, the one behind #, counted from 0.",
    completion: .file())
  var file: String

  @Flag(help: "Show what was left out, with its line in the file and the reason.")
  var whatWasCut = false

  @OptionGroup var reading: ReadingArguments

  func run() throws {
    let (path, wanted) = Self.parts(of: file)
    var options = PipelineOptions()
    options.usesModel = false
    options.reading = reading.options
    var output = OutputFile.standardOutput
    var failure: OutputError?
    var shown = 0
    Importer(paths: [path], pipeline: ArticlePipeline(options: options)).forEachBatch {
      _, outcomes in
      if failure != nil { return }
      for outcome in outcomes {
        for finding in outcome.findings { Complaint.print(finding) }
        do throws(OutputError) {
          for article in outcome.articles where wanted.map({ $0 == article.item }) ?? true {
            if shown > 0 { try output.write("\n".utf8) }
            for line in Self.lines(of: article, withCuts: whatWasCut) {
              try output.write((DisplayText.sanitized(line) + "\n").utf8)
            }
            shown += 1
          }
          try output.flush()
        } catch { failure = error }
      }
    }
    if let failure, failure != .closed { throw Complaint.exit(failure.words) }
    if shown == 0, failure == nil {
      throw Complaint.exit(
        wanted.map { "\(path): no article \($0) in it; items count from 0" }
          ?? "\(path): no article in it")
    }
  }

  /// `news.zip/a.txt` and 3 of `news.zip/a.txt#3`.
  static func parts(of file: String) -> (path: String, item: Int?) {
    guard let mark = file.lastIndex(of: "#"), let item = Int(file[file.index(after: mark)...]),
      item >= 0
    else { return (file, nil) }
    return (String(file[..<mark]), item)
  }

  /// The lines of an article: headline, facts, text; cuts stand where they were cut.
  static func lines(of article: Article, withCuts: Bool) -> [String] {
    var lines = [article.title.text + (article.title.basis == .derived ? " (from the text)" : "")]
    if let published = article.published {
      let basis = published.note.map { "\(published.basis.rawValue): \($0)" }
      lines.append("\(published.date.description) (\(basis ?? published.basis.rawValue))")
    } else {
      lines.append("undated")
    }
    let facts: [(String, String?)] = [
      ("agency", article.agency),
      ("authors", article.authors.isEmpty ? nil : article.authors.joined(separator: ", ")),
      ("section", article.section), ("language", article.language), ("url", article.url),
      ("place", article.dateline.map { article[$0.place] }),
    ]
    for (name, value) in facts { if let value { lines.append("\(name): \(value)") } }
    var pieces: [(span: TextSpan, words: String)] = []
    for span in article.standfirst { pieces.append((span, words(article, span))) }
    for (index, span) in article.body.enumerated() {
      let kind = article.kinds.indices.contains(index) ? article.kinds[index] : .paragraph
      pieces.append((span, mark(kind) + words(article, span)))
    }
    if withCuts {
      for removal in article.removed {
        let line = article.source.line(at: removal.span.start)
        pieces.append(
          (removal.span, "\(line) [\(removal.reason.rawValue)] \(words(article, removal.span))"))
      }
      if let span = article.title.span { pieces.append((span, "")) }
    }
    for piece in pieces.sorted(by: { $0.span < $1.span }) where !piece.words.isEmpty {
      lines.append("")
      lines.append(piece.words)
    }
    return lines
  }

  /// The words of a span in one line.
  private static func words(_ article: Article, _ span: TextSpan) -> String {
    article[span].split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func mark(_ kind: BlockKind) -> String {
    switch kind {
    case .heading(let level): String(repeating: "#", count: max(1, min(6, level))) + " "
    case .listItem(let depth, let number):
      String(repeating: "  ", count: min(8, depth)) + (number.map { "\($0). " } ?? "- ")
    case .blockQuote: "> "
    case .paragraph, .tableRow, .preformatted, .standfirst: ""
    }
  }
}
