import ArgumentParser
import Model
import Synchronization

/// `onrecord export PATH... --format jsonl`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write articles, people and quotes for other programs, one JSON object a line.",
    discussion: """
      What cannot be read is named on standard error and stops nothing. The exit status is 1 where \
      a PATH could not be read at all.
      """)

  @OptionGroup var source: ArticleSource

  @OptionGroup var filtering: WhereArgument

  @OptionGroup(title: "Reading") var reading: ReadingArguments

  @Option(help: "The format: jsonl, md, html, csv (a quote a line) or bibtex.")
  var format = ExportFormat.jsonl

  @Flag(name: .customLong("with-source"), help: "Add the text that offsets count in.")
  var isSourceIncluded = false

  @Flag(name: .customLong("no-model"), help: "Use the rules alone, without trained weights.")
  var isModelOff = false

  func run() throws {
    if let file = source.file { return try write(archive: file) }
    var options = PipelineOptions()
    options.usesModel = !isModelOff
    options.reading = reading.options
    let pipeline = ArticlePipeline(options: options)
    let isFiltered = filtering.query != nil
    var filter = try filtering.filter()
    let paths = source.paths
    let named = Set(paths.map(OpenedPaths.withoutTrailingSlash))
    var output = OutputFile.standardOutput
    var isClosed = false
    do { try output.write(format.head) } catch {}
    var failure: OutputError?
    var unread = 0
    var isFileRead = false
    // Nothing more is read for a reader that has gone.
    let isOver = Atomic(false)
    let isCancelled: @Sendable () -> Bool = { isOver.load(ordering: .relaxed) }
    Importer(paths: paths, pipeline: pipeline).forEachBatch(isCancelled: isCancelled) {
      _, outcomes in
      if isClosed || failure != nil { return }
      for outcome in outcomes {
        for finding in outcome.findings {
          Complaint.print(finding)
          let path = OpenedPaths.withoutTrailingSlash(finding.path)
          if finding.isFatal, named.contains(path) { unread += 1 }
        }
        if !outcome.articles.isEmpty { isFileRead = true }
        if outcome.isFileEnd {
          // A file whose every line is bad is not read, either.
          if !isFileRead, named.contains(OpenedPaths.withoutTrailingSlash(outcome.path)) {
            unread += 1
          }
          isFileRead = false
        }
        do throws(OutputError) {
          for article in outcome.articles {
            if isFiltered, filter.quotes(of: article) == nil { continue }
            try output.write(format.bytes(of: article, includingSource: isSourceIncluded))
          }
          // What is known goes out before the next batch is read.
          try output.flush()
        } catch {
          switch error {
          case .closed: isClosed = true
          case .system, .unread: failure = error
          }
          isOver.store(true, ordering: .relaxed)
          return
        }
      }
    }
    if failure == nil, !isClosed {
      do throws(OutputError) {
        try output.write(format.foot)
        try output.flush()
      } catch {
        if case .system = error { failure = error }
      }
    }
    if let failure { throw Complaint.exit(failure.words) }
    if unread > 0, !isClosed { throw ExitCode(1) }
  }

  private func write(archive file: String) throws {
    var output = OutputFile.standardOutput
    var failure: OutputError?
    do throws(OutputError) { try output.write(format.head) } catch { failure = error }
    try source.visit(archive: file, filtering) { article in
      do throws(OutputError) {
        try output.write(format.bytes(of: article, includingSource: isSourceIncluded))
      } catch {
        failure = error
      }
      return failure == nil
    }
    do throws(OutputError) {
      if let failure { throw failure }
      try output.write(format.foot)
      try output.flush()
    } catch {
      if error != .closed { throw Complaint.exit(error.words) }
    }
  }
}

extension ExportFormat: ExpressibleByArgument {}
