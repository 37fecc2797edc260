import ArgumentParser
import Glibc
import Model
import Synchronization

/// `onrecord import PATH...`
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read articles into their archive, or bring it up to date, without the screen.",
    discussion: """
      The archive lies in $XDG_CACHE_HOME/onrecord, one for each set of paths, and can be deleted \
      without loss. New and changed files are read, vanished ones go. Where a PATH is missing or holds no file at all, \
      its articles stay: it may be a disk that is not mounted (see --forget-missing). Ctrl-C ends it with everything \
      so far kept; the next import goes on from there.
      """)

  @Argument(help: "Files and folders of articles.", completion: .file())
  var paths: [String]

  @OptionGroup var archive: ArchiveOptions

  @OptionGroup(title: "Reading") var reading: ReadingArguments

  @Flag(name: .customLong("no-model"), help: "Use the rules alone, without trained weights.")
  var isModelOff = false

  @Flag(
    name: .customLong("forget-missing"),
    help: "Take out the articles of paths that are missing or empty, too.")
  var forgetsMissing = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func run() throws {
    let location = ArchiveLocation(paths: paths, file: archive.file)
    var options = PipelineOptions()
    options.usesModel = !isModelOff
    options.reading = reading.options
    var refresh = ArchiveRefresh(
      location, pipeline: ArticlePipeline(options: options), marks: MarksFile.shared)
    refresh.forgetsMissing = forgetsMissing
    Interruption.watch()
    guard let lock = ArchiveLock(location) else {
      throw Complaint.exit(ArchiveError(path: location.path, problem: .busy).words)
    }
    defer { withExtendedLifetime(lock) {} }
    if archive.isRebuilding { location.remove() }
    let line = ProgressLine(isQuiet: quiet)
    var last = ImportProgress()
    do throws(ArchiveError) {
      try refresh.run(
        isCancelled: { Interruption.isAsked },
        progress: {
          last = $0
          line.show($0)
        })
    } catch {
      line.end()
      throw Complaint.exit(error.words)
    }
    line.end()
    for kept in last.kept { Complaint.print(ProgressWords.kept(kept)) }
    if last.gone > 0, !quiet { Complaint.print(ProgressWords.gone(last.gone)) }
    if let repair = MarksFile.shared.repair { Complaint.print(repair.words) }
    if Interruption.isAsked {
      throw Complaint.exit("stopped; what was read is kept, the next import goes on", status: 130)
    }
  }
}

/// How commands name their archive.
struct ArchiveOptions: ParsableArguments {
  @Option(
    name: .customLong("archive"), help: "Keep the archive in this file.", completion: .file())
  var file: String?

  @Flag(name: .customLong("rebuild"), help: "Make the archive anew from the files.")
  var isRebuilding = false
}

/// Whether Ctrl-C or a request to end came, for commands that stop in good order.
enum Interruption {
  private static let flag = Atomic(false)

  static var isAsked: Bool { flag.load(ordering: .relaxed) }

  static func watch() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { _ in Interruption.flag.store(true, ordering: .relaxed) }
    }
  }
}

/// A line on standard error that is written over and over.
final class ProgressLine {
  private let isQuiet: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var isOpen = false
  private var last: ImportProgress?
  private var lastShown: ContinuousClock.Instant?

  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  func show(_ progress: ImportProgress) {
    guard !isQuiet else { return }
    last = progress
    // Without a terminal a line every ten seconds is enough for a log.
    let now = ContinuousClock.now
    if !isTerminal, !progress.isFinished, let lastShown, now - lastShown < .seconds(10) { return }
    lastShown = now
    let words = ProgressWords.line(progress)
    write(isTerminal ? "\r\u{1B}[K\(words)" : "\(words)\n")
    isOpen = isTerminal
  }

  func end() {
    if isOpen { write("\n") }
    isOpen = false
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
