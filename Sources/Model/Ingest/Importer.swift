import Synchronization

/// Reads files and folders into an archive.
public struct Importer: Sendable {
  /// Files and folders as the user named them.
  public var paths: [String]
  /// What is done with each item.
  public var pipeline: ArticlePipeline
  /// How many items are worked on at once.
  public var workers: Int
  /// Whether lines that recur are found in a sample of the files, where the pipeline knows none.
  var samplesLines = true

  /// An importer of these paths, on all cores.
  public init(paths: [String], pipeline: ArticlePipeline = .init(), workers: Int? = nil) {
    self.paths = paths
    self.pipeline = pipeline
    self.workers = max(1, workers ?? Self.cores)
  }

  /// The number of cores that this process may use.
  public static var cores: Int { max(1, ProcessorCount.available) }

  /// What became of one item, or of a file that holds none.
  public struct Outcome: Sendable {
    /// The file on the disk, as the user named it or below a folder as named.
    public var path: String
    /// Size and time of change of that file when it was opened.
    public var stamp: FileStamp?
    /// The size of the item.
    public var bytes = 0
    /// The articles of the item.
    public var articles: [Article] = []
    /// What was odd, or why nothing could be read.
    public var findings: [Finding] = []
    /// Whether this is the last outcome of the file.
    public var isFileEnd = false
    /// Whether it stands for an item or a finding in it, and not for the end of a file alone.
    public var isPart = false
  }

  /// Reads everything, in batches, and reports after each batch; blocks until done.
  ///
  /// The first batch is small, so that a screen has rows at once. Batches are added in the order of
  /// the files, so that the archive does not depend on the number of workers.
  /// - Parameter isCancelled: asked between items; true ends the import early.
  public func run(
    into archive: MemoryArchive, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: (ImportProgress) -> Void = { _ in }
  ) {
    var report = ImportProgress()
    var isFileEmpty = true
    forEachBatch(isCancelled: isCancelled) { total, outcomes in
      var articles: [Article] = []
      var findings: [Finding] = []
      for outcome in outcomes {
        articles += outcome.articles
        findings += outcome.findings
        if !outcome.articles.isEmpty { isFileEmpty = false }
        guard outcome.isFileEnd else { continue }
        report.done += 1
        if isFileEmpty { report.refused += 1 }
        isFileEmpty = true
      }
      archive.add(articles, findings: findings)
      report.total = total
      progress(report)
    }
    report.isFinished = true
    progress(report)
  }

  /// Reads files in order and hands on what became of them, in batches; blocks until done.
  ///
  /// One thread opens files and cuts them into items; `workers` threads turn items into articles;
  /// the caller's thread gets the outcomes in order. What is under way at once is bounded, whatever
  /// the size of the files.
  public func forEachBatch(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    _ take: (_ total: Int, _ outcomes: [Outcome]) -> Void
  ) {
    forEachBatch(of: paths, isCancelled: isCancelled, prepare: { $0 }, take)
  }

  /// Reads files in order and hands on what was made of each outcome; blocks until done.
  /// - Parameters:
  ///   - paths: files and folders.
  ///   - known: how many outcomes at the beginning of a file are not wanted.
  ///   - prepare: runs on the workers.
  public func forEachBatch<Prepared: Sendable>(
    of paths: [String], known: [String: Int] = [:],
    isCancelled: @escaping @Sendable () -> Bool = { false },
    prepare: @escaping @Sendable (Outcome) -> Prepared,
    _ take: (_ total: Int, _ prepared: [Prepared]) -> Void
  ) {
    let reader = FileReader(paths: paths, options: pipeline.options.reading, known: known)
    let pipeline = pipelineWithRepeats
    let total = Atomic(paths.count)
    let found: @Sendable (Int) -> Void = { total.store($0, ordering: .relaxed) }
    if workers == 1 {
      withoutActuallyEscaping(take) { take in
        reader.read(isCancelled: isCancelled, found: found) { works, _ in
          take(total.load(ordering: .relaxed), works.map { prepare($0.outcome(pipeline)) })
        }
      }
    } else {
      let line = ImportLine(workers: workers, mostCost: Self.bytesUnderWay) {
        (works: [FileReader.Work]) in
        works.map { prepare(isCancelled() ? $0.refused : $0.outcome(pipeline)) }
      }
      line.run { put in
        reader.read(isCancelled: isCancelled, found: found, put)
      } take: {
        take(total.load(ordering: .relaxed), $0)
      }
    }
  }

  /// The pipeline, told which lines recur in a sample of the files.
  private var pipelineWithRepeats: ArticlePipeline {
    guard samplesLines, pipeline.options.repeats.isEmpty else { return pipeline }
    var files: [String] = []
    FileWalk().visit(paths) { step, _ in
      if case .file(let path) = step, path != OpenedFile.standardInput { files.append(path) }
      return files.count < RefreshPlan.sampledFrom
    }
    var options = pipeline.options
    options.repeats = RepeatedLines(sampling: files)
    return options.repeats.isEmpty ? pipeline : ArticlePipeline(options: options)
  }

  /// So many bytes of items may be under way at once.
  private static let bytesUnderWay = 1 << 21
}
