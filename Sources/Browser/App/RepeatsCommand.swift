import ArgumentParser
import Model

/// `onrecord repeats PATH...`
struct RepeatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repeats",
    abstract:
      "List articles that say the same: one under two names, wire copy with another headline.",
    discussion: """
      Each group begins with its first article; the others stand below it, with the share of words \
      in common. Groups are apart by a blank line.
      """)

  @Argument(help: "Files and folders of articles.", completion: .file())
  var paths: [String]

  @OptionGroup var filtering: WhereArgument

  @OptionGroup var reading: ReadingArguments

  func run() throws {
    var options = PipelineOptions()
    // Signatures need no quotes; a filter may.
    options.usesModel = filtering.query != nil
    options.reading = reading.options
    let isFiltered = filtering.query != nil
    var filter = try filtering.filter()
    var groups = RepeatGroups()
    var signatures: [ArticleSignature] = []
    var names: [String] = []
    Importer(paths: paths, pipeline: ArticlePipeline(options: options)).forEachBatch {
      _, outcomes in
      for outcome in outcomes {
        for finding in outcome.findings { Complaint.print(finding) }
        for article in outcome.articles {
          if isFiltered, filter.quotes(of: article) == nil { continue }
          let signature = ArticleSignature(of: article)
          groups.add(id: article.id, signature)
          signatures.append(signature)
          let place = article.item > 0 ? "\(article.file)#\(article.item)" : article.file
          names.append(
            [article.published?.date.dayDescription ?? "undated", place, article.title.text]
              .map { DisplayText.sanitized($0) }.joined(separator: "\t"))
        }
      }
    }
    var output = OutputFile.standardOutput
    do throws(OutputError) {
      for (index, group) in groups.repeats.enumerated() {
        if index > 0 { try output.write("\n".utf8) }
        for number in group {
          let likeness = signatures[group[0]].likeness(to: signatures[number])
          let share = number == group[0] ? "first" : "\(Int((likeness * 100).rounded())) %"
          try output.write("\(share)\t\(names[number])\n".utf8)
        }
      }
      try output.flush()
    } catch {
      if error != .closed { throw Complaint.exit(error.words) }
    }
  }
}
