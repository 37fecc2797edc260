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

  @Flag(help: "One pane at a time, without lines and bars: for screen readers and slow lines.")
  var plain = false

  @Flag(help: "Run no other program and write no file, as for guests (also ONRECORD_RESTRICTED=1).")
  var restricted = false

  @Option(help: "Read this configuration instead of your own.", completion: .file())
  var config: String?

  func run() throws {
    let session = try sessionOptions()
    let opened: OpenedPaths
    do {
      opened = try OpenedPaths(paths.isEmpty && StandardDescriptors.isInputPiped ? ["-"] : paths)
    } catch {
      throw Complaint.exit(error.words)
    }
    var options = PipelineOptions()
    options.reading = reading.options
    if session.isRestricted {
      if archive.isRebuilding {
        throw Complaint.exit("--rebuild writes an archive, which a restricted session may not")
      }
      options.reading.runsPrograms = false
      Restriction.begin()
    }
    let importer = Importer(paths: opened.paths, pipeline: ArticlePipeline(options: options))
    guard isatty(STDOUT_FILENO) == 1 else { return try PlainList(of: importer).print() }
    let chosen = ChosenArchive(
      importer, archive, isOff: isArchiveOff, isRestricted: session.isRestricted)
    do {
      try runBrowser(
        title: opened.title, mouse: !isMouseOff, color: color, marks: MarksFile.shared,
        options: session
      ) { way throws(ArchiveError) in try chosen.feed(way) }
    } catch {
      throw Complaint.exit(error.words)
    }
  }
}

extension BrowseCommand {
  /// What environment, configuration and flags ask for together.
  private func sessionOptions() throws -> SessionOptions {
    let environment = ChildProcess.environment
    var options = SessionOptions(environment: environment)
    options.isRestricted = restricted || Restriction.isAsked(by: environment)
    options.isLinear = plain
    options.files = StateFiles(environment: environment)
    options.configurationPath = config ?? ConfigurationFile.path(environment: environment)
    if let path = options.configurationPath {
      let text = SmallFile.read(path)
      if config != nil, text == nil { throw Complaint.exit("\(path): cannot be read") }
      let file = ConfigurationFile(text ?? "", path: path)
      // What is right counts; what is wrong is told before the screen opens.
      for mistake in file.mistakes { Complaint.print(mistake.text) }
      options.configuration = file.configuration
    }
    options.words = Words(
      language: options.configuration.language
        ?? Language(
          messages: ["LC_ALL", "LC_MESSAGES", "LANG"].map { environment[$0] }))
    return options
  }
}

extension ColorMode: ExpressibleByArgument {}
