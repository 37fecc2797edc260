import ArgumentParser
import Glibc
import Model

/// `onrecord corrections export DIR [PATH...]`
struct CorrectionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corrections",
    abstract: "What you put right about people and quotes.",
    subcommands: [Export.self])

  /// Writes corrected articles as gold.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write corrected articles as gold that measures and trains the extraction.",
      discussion: """
        For each article of the PATHs about which something was put right, DIR/text holds its text \
        and DIR/attributions its quotes as brat stand-off (Source, Cue, Content), as you left them. \
        A correction that finds nothing to correct any more is named on standard error.
        """)

    @Argument(help: "The folder that is written to; made where it is missing.")
    var folder: String

    @Argument(help: "Files and folders of articles; the seeds for none.", completion: .file())
    var paths: [String] = []

    @OptionGroup(title: "Reading") var reading: ReadingArguments

    func run() throws {
      let marks = MarksFile.shared
      if let failure = marks.failure { throw Complaint.exit(failure.words) }
      guard marks.hasCorrections else {
        throw Complaint.exit("nothing was put right yet; c does so in the browser")
      }
      let opened: OpenedPaths
      do {
        opened = try OpenedPaths(paths)
      } catch {
        throw Complaint.exit(error.words)
      }
      var options = PipelineOptions()
      options.reading = reading.options
      var count = 0
      var written: Set<ArticleID> = []
      var failure: String?
      Importer(paths: opened.paths, pipeline: ArticlePipeline(options: options)).forEachBatch {
        _, outcomes in
        for article in outcomes.flatMap(\.articles) where failure == nil {
          let corrections = marks.marks(of: article.id).corrections
          guard !corrections.isEmpty, written.insert(article.id).inserted else { continue }
          let (corrected, unapplied) = article.applying(corrections)
          for _ in unapplied {
            Complaint.print("\(article.file): a correction finds nothing to correct any more")
          }
          do throws(OutputError) {
            try write(corrected)
            count += 1
          } catch { failure = error.words(of: folder) }
        }
      }
      if let failure { throw Complaint.exit(failure) }
      guard count > 0 else {
        throw Complaint.exit(
          "none of these articles was put right; name the files that hold the corrected ones")
      }
      print("\(count) \(count == 1 ? "article" : "articles") written to \(folder)")
    }

    private func write(_ article: Article) throws(OutputError) {
      try write(BratExport.text(of: article), to: "text", "\(article.id).txt")
      // Four hexadecimal digits name the annotator, as in PolNeAR.
      try write(
        BratExport.annotations(of: article), to: "attributions", "\(article.id)_0000.ann")
    }

    private func write(
      _ bytes: [UInt8], to part: String, _ name: String
    ) throws(OutputError) {
      for path in [folder, "\(folder)/\(part)"] where mkdir(path, 0o777) != 0 && errno != EEXIST {
        throw .system(errno: errno)
      }
      let descriptor = open(
        "\(folder)/\(part)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw .system(errno: errno) }
      defer { close(descriptor) }
      var file = OutputFile(descriptor: descriptor)
      try file.write(bytes)
      try file.flush()
    }
  }
}

extension OutputError {
  /// What is wrong with a folder that is written to.
  fileprivate func words(of folder: String) -> String {
    switch self {
    case .closed: "\(folder) is closed"
    case .system(let number): "cannot write to \(folder): \(String(cString: strerror(number)))"
    case .unread(let error): error.words
    }
  }
}
