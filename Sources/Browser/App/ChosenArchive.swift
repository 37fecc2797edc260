import Glibc
import Model

/// Which archive some paths are opened with: in memory, or in a database.
struct ChosenArchive {
  /// Fewer files than this, and smaller, are read sooner than a database is opened; then nothing is
  /// written either, as long as nobody asks for an archive.
  static let fewFiles = 200
  static let fewBytes = 2_000_000

  private let importer: Importer
  private let options: ArchiveOptions
  private let isOff: Bool

  init(_ importer: Importer, _ options: ArchiveOptions, isOff: Bool) {
    self.importer = importer
    self.options = options
    self.isOff = isOff
  }

  /// The archive and what fills it.
  /// - Throws: the exit status, where there is an archive that cannot be used.
  func feed() throws -> any ArchiveFeed {
    let location = ArchiveLocation(paths: importer.paths, file: options.file)
    let marks = MarksFile.shared
    let isNamed = options.file != nil || options.isRebuilding
    if isOff || !isNamed && !location.exists && isSmall
      || importer.paths.contains(OpenedFile.standardInput)
    {
      return MemoryFeed(MemoryArchive(marks: marks), importer)
    }
    if options.isRebuilding { location.remove() }
    do throws(ArchiveError) {
      return try database(location, marks)
    } catch {
      guard error.isMendedByRebuilding, ask(error) else { throw Complaint.exit(error.words) }
      location.remove()
      do throws(ArchiveError) {
        return try database(location, marks)
      } catch {
        throw Complaint.exit(error.words)
      }
    }
  }

  private func database(
    _ location: ArchiveLocation, _ marks: any MarksSource
  ) throws(ArchiveError) -> any ArchiveFeed {
    if !location.exists { try location.create() }
    return DatabaseFeed(
      try DatabaseArchive(location, marks: marks),
      ArchiveRefresh(location, pipeline: importer.pipeline, marks: marks))
  }

  /// Whether there is little to read; looks at no more files than it takes to see that.
  private var isSmall: Bool {
    var files = 0
    var bytes = 0
    FileWalk().visit(importer.paths) { step, _ in
      guard case .file(let path) = step else { return true }
      files += 1
      bytes += FileStamp(of: path)?.size ?? 0
      return files < Self.fewFiles && bytes < Self.fewBytes
    }
    return files < Self.fewFiles && bytes < Self.fewBytes
  }

  /// Offers to make the archive anew.
  private func ask(_ error: ArchiveError) -> Bool {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return false }
    Complaint.print(error.words)
    let question = Array("Make it anew from the files now? [y/N] ".utf8)
    _ = write(STDERR_FILENO, question, question.count)
    guard let answer = readLine() else { return false }
    return answer.lowercased().hasPrefix("y")
  }
}
