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
    do {
      try runBrowser(importer, title: opened.title, mouse: !isMouseOff, color: color)
    } catch {
      throw Complaint.exit(error.words)
    }
  }
}

extension ColorMode: ExpressibleByArgument {}
