import ArgumentParser
import Model
import Synchronization

/// `onrecord quotes PATH... [--why]`
struct QuotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quotes",
    abstract: "List who is quoted saying what, one quote a line.",
    discussion: """
      The columns are file and line, date, speaker, kind and words, apart by tabs. With --why the \
      rule or model that found the quote, its confidence, cue and venue stand before the words. \
      Where --where speaks of quotes, only those that it asks for are listed.
      """)

  @OptionGroup var source: ArticleSource

  @OptionGroup var filtering: WhereArgument

  @OptionGroup(title: "Reading") var reading: ReadingArguments

  @Flag(help: "Say what found each quote, and how sure that is.")
  var why = false

  @Flag(name: .customLong("no-model"), help: "Use the rules alone, without trained weights.")
  var isModelOff = false

  func run() throws {
    if let file = source.file { return try write(archive: file) }
    var output = OutputFile.standardOutput
    var failure: OutputError?
    let isFiltered = filtering.query != nil
    var filter = try filtering.filter()
    var options = PipelineOptions()
    options.usesModel = !isModelOff
    options.reading = reading.options
    let isOver = Atomic(false)
    let isCancelled: @Sendable () -> Bool = { isOver.load(ordering: .relaxed) }
    Importer(paths: source.paths, pipeline: ArticlePipeline(options: options)).forEachBatch(
      isCancelled: isCancelled
    ) {
      _, outcomes in
      if failure != nil { return }
      do throws(OutputError) {
        for outcome in outcomes {
          for finding in outcome.findings { Complaint.print(finding) }
          for article in outcome.articles {
            let wanted =
              isFiltered ? filter.quotes(of: article) ?? [] : Array(article.quotes.indices)
            for index in wanted {
              try output.write(Array(line(of: article.quotes[index], in: article).utf8))
            }
          }
        }
        try output.flush()
      } catch {
        failure = error
        isOver.store(true, ordering: .relaxed)
      }
    }
    if let failure, failure != .closed { throw Complaint.exit(failure.words) }
  }

  private func write(archive file: String) throws {
    var output = OutputFile.standardOutput
    var failure: OutputError?
    let filter = ArticleFilter(filtering.query ?? .everything)
    try source.visit(archive: file, filtering) { article in
      do throws(OutputError) {
        for index in filter.quotes(ofMatching: article) {
          try output.write(Array(line(of: article.quotes[index], in: article).utf8))
        }
      } catch {
        failure = error
      }
      return failure == nil
    }
    do throws(OutputError) {
      if let failure { throw failure }
      try output.flush()
    } catch {
      if error != .closed { throw Complaint.exit(error.words) }
    }
  }

  private func line(of quote: Quote, in article: Article) -> String {
    var columns = [
      "\(article.file):\(quote.line)",
      article.published?.date.dayDescription ?? "undated",
      quote.speaker?.name ?? "unknown",
      quote.kind.rawValue,
    ]
    if why {
      let percent = Int((quote.confidence * 100).rounded())
      columns.append("\(quote.evidence.words) (\(percent) %)")
      columns.append(quote.cue.map { article[$0] } ?? "no cue")
      columns.append(quote.venue.map { article[$0] } ?? "no venue")
    }
    columns.append(quote.spans.map { article[$0] }.joined(separator: " … "))
    return columns.map { DisplayText.sanitized($0) }.joined(separator: "\t") + "\n"
  }
}
