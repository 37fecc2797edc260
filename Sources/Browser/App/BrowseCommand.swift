import ArgumentParser
import Glibc
import Model

/// `onrecord [PATH...]`
struct BrowseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse",
    abstract: "Open articles in the browser (what happens without a command).",
    discussion: "For a file whose name is that of a command, write ./export.")

  @Argument(help: "Files and folders of articles; - is standard input.", completion: .file())
  var paths: [String] = []

  @OptionGroup(title: "Archive") var archive: ArchiveOptions

  @Flag(
    name: .customLong("no-archive"), help: "Keep everything in memory and write nothing.")
  var isArchiveOff = false

  @OptionGroup(title: "Reading") var reading: ReadingArguments

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var isMouseOff = false

  @Option(help: "Use colours: auto (unless NO_COLOR is set), always or never.")
  var color = ColorMode.auto

  func run() throws {
    let opened: OpenedPaths
    do {
      opened = try OpenedPaths(paths.isEmpty && StandardDescriptors.isInputPiped ? ["-"] : paths)
    } catch {
      throw Complaint.exit(error.words)
    }
    var options = PipelineOptions()
    options.reading = reading.options
    let importer = Importer(paths: opened.paths, pipeline: ArticlePipeline(options: options))
    guard isatty(STDOUT_FILENO) == 1 else { return try PlainList(of: importer).print() }
    let feed = try ChosenArchive(importer, archive, isOff: isArchiveOff).feed()
    do {
      try runBrowser(
        feed, title: opened.title, mouse: !isMouseOff, color: color, marks: MarksFile.shared)
    } catch {
      throw Complaint.exit(error.words)
    }
  }
}

extension ColorMode: ExpressibleByArgument {}
