/// How far an import has come.
public struct ImportProgress: Hashable, Sendable {
  /// Files that were read or refused.
  public var done: Int
  /// Files that were found so far.
  public var total: Int
  /// Files that could not be read.
  public var refused: Int
  /// Whether nothing more will come.
  public var isFinished: Bool

  /// A progress report.
  public init(done: Int = 0, total: Int = 0, refused: Int = 0, isFinished: Bool = false) {
    self.done = done
    self.total = total
    self.refused = refused
    self.isFinished = isFinished
  }
}

/// Reads files and folders into an archive.
public struct Importer: Sendable {
  /// Files and folders as the user named them.
  public var paths: [String]

  /// An importer of these paths.
  public init(paths: [String]) { self.paths = paths }

  /// Reads everything on all cores, in batches, and reports after each batch; blocks until done.
  /// - Parameter isCancelled: asked between files; true ends the import early.
  public func run(
    into archive: MemoryArchive, isCancelled: @Sendable () -> Bool = { false },
    progress: @Sendable (ImportProgress) -> Void = { _ in }
  ) {
    progress(ImportProgress(isFinished: true))
  }

  /// What became of one file.
  public struct Outcome: Sendable {
    /// The articles in it.
    public var articles: [Article]
    /// What was odd, or why nothing could be read.
    public var findings: [Finding]
    /// Whether no article came of it.
    public var isRefused: Bool { articles.isEmpty }
  }

  /// Reads files in batches, in order; a batch is worked on by all cores.
  public func forEachBatch(
    isCancelled: @Sendable () -> Bool = { false },
    _ take: (_ total: Int, _ outcomes: [Outcome]) -> Void
  ) {
  }
}
