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
  /// Whether no archive may be made or written to.
  private let isRestricted: Bool

  init(
    _ importer: Importer, _ options: ArchiveOptions, isOff: Bool, isRestricted: Bool = false
  ) {
    self.importer = importer
    self.options = options
    self.isOff = isOff
    self.isRestricted = isRestricted
  }

  /// The archive and what fills it.
  /// - Throws: why there is an archive that cannot be used.
  func feed(_ way: Reopening = .again) throws(ArchiveError) -> any ArchiveFeed {
    let location = ArchiveLocation(paths: importer.paths, file: options.file)
    let marks = MarksFile.shared
    let isNamed = options.file != nil || options.isRebuilding
    if isOff || way == .inMemory || importer.paths.contains(OpenedFile.standardInput)
      || !location.exists && (isRestricted || !isNamed && isSmall)
    {
      return MemoryFeed(MemoryArchive(marks: marks), importer)
    }
    if isRestricted { return ReadOnlyFeed(try DatabaseArchive(location, marks: marks)) }
    if way == .rebuilt || options.isRebuilding { location.remove() }
    if !location.exists { try location.create() }
    return DatabaseFeed(
      try DatabaseArchive(location, marks: marks),
      ArchiveRefresh(location, pipeline: importer.pipeline))
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
}
