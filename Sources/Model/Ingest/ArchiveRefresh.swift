import Synchronization

/// Brings an archive up to date with the files that it was made of.
///
/// New and changed files are read on all cores, those that are gone go; what did not change by size and
/// time costs a look at its name. A file that was read in part goes on where it stopped.
public struct ArchiveRefresh: Sendable {
  /// So many articles are committed together at most.
  private static let largestCommit = 8192
  /// Or what comes in so many seconds.
  private static let longestCommit = 4.0

  /// The archive's file.
  public let location: ArchiveLocation
  /// Reads the files.
  public let importer: Importer

  /// A refresh of the archive of these paths.
  public init(_ location: ArchiveLocation, pipeline: ArticlePipeline = .init(), workers: Int? = nil)
  {
    self.location = location
    importer = Importer(paths: location.roots, pipeline: pipeline, workers: workers)
  }

  /// What became of a file's item, ready to be written down.
  private struct Prepared: Sendable {
    var outcome: Importer.Outcome
    var articles: [PreparedArticle]
  }

  /// Refreshes; blocks until done.
  ///
  /// - Parameters:
  ///   - isCancelled: asked often; true ends it early, with everything so far committed.
  ///   - progress: told after every commit and about ten times a second between them.
  ///   - committed: told when others can see something new.
  /// - Throws: why the archive cannot be written; what was committed stands.
  public func run(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: (ImportProgress) -> Void = { _ in }, committed: () -> Void = {}
  ) throws(ArchiveError) {
    do {
      let writer = try ArchiveWriter(location.file)
      var session = Session(self, writer, isCancelled: isCancelled)
      try session.run(progress: progress, committed: committed)
    } catch {
      throw ArchiveError(path: location.path, error)
    }
  }

  /// One refresh.
  private struct Session {
    let refresh: ArchiveRefresh
    let writer: ArchiveWriter
    let isCancelled: @Sendable () -> Bool
    var report = ImportProgress()
    let started = ContinuousClock.now
    var lastCommit = ContinuousClock.now
    var lastReport: ContinuousClock.Instant?
    var commitSize = 64
    /// The file that is being read.
    var current: ArchiveWriter.KnownFile?
    var currentPath = ""
    /// What the archive has of the file from an older state of it; what is left of it at the end goes.
    var older: ArraySlice<ArchiveWriter.KnownArticle> = []
    /// Whether such a state is being replaced; half replaced it would be taken for whole.
    var isReplacing = false
    var isFileEmpty = true
    var fileBytes = 0

    init(
      _ refresh: ArchiveRefresh, _ writer: ArchiveWriter,
      isCancelled: @escaping @Sendable () -> Bool
    ) {
      self.refresh = refresh
      self.writer = writer
      self.isCancelled = isCancelled
    }

    mutating func run(progress: (ImportProgress) -> Void, committed: () -> Void) throws {
      let plan = try RefreshPlan(refresh.location, known: writer.knownFiles())
      try apply(plan)
      report.total = plan.toRead.count
      report.totalBytes = plan.toRead.reduce(0) {
        $0 + plan.found[$1, default: .init(size: 0, modified: 0)].size
      }
      report.refused = plan.refused.count
      tell(progress, always: true)
      let known = plan.known
      let compression = writer.compression
      let location = refresh.location
      var failure: (any Error)?
      let isCancelled = self.isCancelled
      let flags = Flags(isCompressing: writer.isCompressionReady)
      refresh.importer.forEachBatch(
        of: plan.toRead, known: plan.resumed,
        isCancelled: { isCancelled() || flags.hasFailed },
        prepare: { outcome in
          var outcome = outcome
          let path = outcome.path
          let articles = outcome.articles.map {
            PreparedArticle(
              $0, path: path, shownPath: location.searched($0.file),
              compression: flags.isCompressing ? compression : nil)
          }
          outcome.articles = []
          return Prepared(outcome: outcome, articles: articles)
        },
        { _, batch in
          guard failure == nil else { return }
          do {
            for prepared in batch { try take(prepared, known) }
            flags.isCompressing = writer.isCompressionReady
            if isCommitDue { try commit(committed) }
            tell(progress)
          } catch {
            failure = error
            flags.hasFailed = true
          }
        })
      if let failure { throw failure }
      try commit(committed)
      report.isFinished = true
      tell(progress, always: true)
      try writer.tidy()
    }

    /// Takes out what is gone, and notes what was renamed or cannot be read.
    private mutating func apply(_ plan: RefreshPlan) throws {
      for (file, path) in plan.renamed { try writer.rename(file, to: path) }
      for file in plan.vanished { try writer.remove(file) }
      if plan.hadLooseFindings || !plan.refused.isEmpty {
        try writer.removeLooseFindings()
        for finding in plan.refused { try writer.add(finding, of: nil) }
      }
      try writer.commit()
    }

    private mutating func take(
      _ prepared: Prepared, _ known: [String: ArchiveWriter.KnownFile]
    ) throws {
      let outcome = prepared.outcome
      if current == nil || currentPath != outcome.path {
        try begin(outcome, known[outcome.path])
      }
      guard var file = current else { return }
      for article in prepared.articles {
        isFileEmpty = false
        report.articles += 1
        if let old = older.first {
          if old.content == article.content, old.moment == article.moment,
            old.title == article.title
          {
            older.removeFirst()
            continue
          }
          try writer.remove(articles: older.map(\.id))
          older = []
        }
        try writer.add(article, of: file.id)
      }
      for finding in outcome.findings { try writer.add(finding, of: file.id) }
      if outcome.isPart { file.outcomes += 1 }
      fileBytes += outcome.bytes
      report.doneBytes += outcome.bytes
      current = file
      if outcome.isFileEnd { try end() }
    }

    private mutating func begin(
      _ outcome: Importer.Outcome, _ old: ArchiveWriter.KnownFile?
    ) throws {
      currentPath = outcome.path
      isFileEmpty = true
      fileBytes = 0
      older = []
      isReplacing = false
      let stamp = outcome.stamp ?? FileStamp(size: 0, modified: 0)
      if let old, old.stamp == stamp, !old.isComplete {
        // Goes on where it stopped.
        current = old
        isFileEmpty = old.outcomes == 0
        return
      }
      if let old { older = try writer.knownArticles(of: old.id)[...] }
      isReplacing = !older.isEmpty
      current = try writer.begin(outcome.path, stamp: stamp)
    }

    private mutating func end() throws {
      guard var file = current else { return }
      if !older.isEmpty { try writer.remove(articles: older.map(\.id)) }
      older = []
      file.isComplete = true
      try writer.note(file)
      report.done += 1
      if isFileEmpty { report.refused += 1 }
      // Compressed files and odd bytes make the sum of the items differ from the file's size.
      report.doneBytes += file.stamp.size - fileBytes
      current = nil
    }

    private var isCommitDue: Bool {
      writer.uncommitted >= commitSize
        || writer.uncommitted > 0
          && ContinuousClock.now - lastCommit > .seconds(ArchiveRefresh.longestCommit)
    }

    private mutating func commit(_ committed: () -> Void) throws {
      if var current {
        if isReplacing {
          current.outcomes = 0
          current.stamp = FileStamp(size: -1, modified: 0)
        }
        try writer.note(current)
      }
      try writer.commit()
      lastCommit = .now
      commitSize = min(ArchiveRefresh.largestCommit, commitSize * 2)
      committed()
    }

    private mutating func tell(_ progress: (ImportProgress) -> Void, always: Bool = false) {
      let now = ContinuousClock.now
      if let lastReport, !always, now - lastReport < .milliseconds(100) { return }
      lastReport = now
      report.seconds = (now - started) / .seconds(1)
      progress(report)
    }
  }
}

/// What the workers and the writer tell each other.
private final class Flags: Sendable {
  private let compressing: Atomic<Bool>
  private let failed = Atomic(false)

  init(isCompressing: Bool) { compressing = Atomic(isCompressing) }

  var isCompressing: Bool {
    get { compressing.load(ordering: .relaxed) }
    set { compressing.store(newValue, ordering: .relaxed) }
  }
  var hasFailed: Bool {
    get { failed.load(ordering: .relaxed) }
    set { failed.store(newValue, ordering: .relaxed) }
  }
}
