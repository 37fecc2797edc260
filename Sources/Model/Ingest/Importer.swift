import Dispatch
import Synchronization

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
  /// What is done with each file.
  public var pipeline: ArticlePipeline
  /// How many files are read at once.
  public var workers: Int

  /// An importer of these paths, on all cores.
  public init(paths: [String], pipeline: ArticlePipeline = .init(), workers: Int? = nil) {
    self.paths = paths
    self.pipeline = pipeline
    self.workers = max(1, workers ?? Self.cores)
  }

  /// The number of cores that this process may use.
  public static var cores: Int { max(1, ProcessorCount.available) }

  /// Reads everything, in batches, and reports after each batch; blocks until done.
  ///
  /// The first batch is small, so that a screen has rows at once. Batches are added in the order of
  /// the files, so that the archive does not depend on the number of workers.
  /// - Parameter isCancelled: asked between files; true ends the import early.
  public func run(
    into archive: MemoryArchive, isCancelled: @Sendable () -> Bool = { false },
    progress: @Sendable (ImportProgress) -> Void = { _ in }
  ) {
    var report = ImportProgress()
    forEachBatch(isCancelled: isCancelled) { total, outcomes in
      var articles: [Article] = []
      var findings: [Finding] = []
      for outcome in outcomes {
        articles += outcome.articles
        findings += outcome.findings
      }
      archive.add(articles, findings: findings)
      report.done += outcomes.count
      report.total = total
      report.refused += outcomes.reduce(0) { $0 + ($1.isRefused ? 1 : 0) }
      progress(report)
    }
    report.isFinished = true
    progress(report)
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
    var refused: [Finding] = []
    let files = FileWalk().files(below: paths) { refused.append($0) }
    let total = files.count + refused.count
    if !refused.isEmpty {
      take(total, refused.map { Outcome(articles: [], findings: [$0]) })
    }
    var next = 0
    var size = 2 * workers
    while next < files.count && !isCancelled() {
      let batch = Array(files[next..<min(files.count, next + size)])
      take(total, outcomes(of: batch, isCancelled: isCancelled))
      next += batch.count
      size = min(256, size * 2)
    }
  }

  private func outcomes(
    of files: [String], isCancelled: @Sendable () -> Bool
  ) -> [Outcome] {
    if workers == 1 || files.count == 1 {
      return files.map { isCancelled() ? Outcome(articles: [], findings: []) : outcome(of: $0) }
    }
    let results = Mutex([Outcome?](repeating: nil, count: files.count))
    let cursor = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(workers, files.count)) { _ in
      while !isCancelled() {
        let index = cursor.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < files.count else { return }
        let outcome = outcome(of: files[index])
        results.withLock { $0[index] = outcome }
      }
    }
    return results.withLock { $0 }.compactMap { $0 }
  }

  private func outcome(of path: String) -> Outcome {
    do {
      let file = try RawFile(reading: path, limit: pipeline.options.largestFile)
      let (articles, findings) = try pipeline.articles(in: file)
      return Outcome(articles: articles, findings: findings)
    } catch {
      return Outcome(articles: [], findings: [error.finding])
    }
  }
}
