import Synchronization

/// One refresh of an archive.
struct RefreshSession {
  /// So many articles are committed together at most.
  private static let largestCommit = 8192
  /// Or what comes in so many seconds.
  private static let longestCommit = 4.0

  private let refresh: ArchiveRefresh
  private let writer: ArchiveWriter
  private let isCancelled: @Sendable () -> Bool
  private var report = ImportProgress()
  private let started = ContinuousClock.now
  private var lastCommit = ContinuousClock.now
  private var lastReport: ContinuousClock.Instant?
  private var commitSize = 64
  private var marksVersion = 0

  /// The file that is being read.
  private var current: ArchiveWriter.KnownFile?
  private var currentPath = ""
  /// What the archive has of the file from an older reading; what is left of it at the end goes.
  private var older: ArraySlice<ArchiveWriter.KnownArticle> = []
  private var replacing = Replacing.nothing
  private var isFileEmpty = true
  private var fileBytes = 0

  /// What becomes of the articles of an older reading.
  private enum Replacing {
    /// There are none.
    case nothing
    /// The file changed: those that are the same stay. Half replaced it would be taken for whole.
    case changed
    /// An older extraction read it: each makes room for its successor.
    case stale
  }

  init(
    _ refresh: ArchiveRefresh, _ writer: ArchiveWriter, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.refresh = refresh
    self.writer = writer
    self.isCancelled = isCancelled
  }

  /// What became of a file's item, ready to be written down.
  private struct Prepared: Sendable {
    var outcome: Importer.Outcome
    var articles: [PreparedArticle]
  }

  mutating func run(
    progress: (ImportProgress) -> Void, folders: (Set<String>) -> Void, committed: () -> Void
  ) throws {
    let known = try writer.knownFiles()
    var plan = RefreshPlan(
      refresh.location, known: known, extraction: refresh.extraction,
      forgetsMissing: refresh.forgetsMissing)
    folders(plan.folders)
    try apply(&plan)
    let importer = try importer(&plan, known)
    try takeCorrections()
    try writer.commit()
    report.total = plan.toRead.count
    report.totalBytes = plan.toRead.reduce(0) { $0 + (plan.stamps[$1]?.size ?? 0) }
    report.refused = plan.refused.count
    report.kept = plan.kept
    report.stale = plan.stale
    report.gone = plan.vanished.count
    tell(progress, always: true)
    let compression = writer.compression
    let location = refresh.location
    let marks = refresh.marks
    var failure: (any Error)?
    let isCancelled = self.isCancelled
    let flags = Flags(isCompressing: writer.isCompressionReady)
    importer.forEachBatch(
      of: plan.toRead, known: plan.resumed,
      isCancelled: { isCancelled() || flags.hasFailed },
      prepare: { outcome in
        var outcome = outcome
        let path = outcome.path
        let articles = outcome.articles.map {
          PreparedArticle(
            $0, path: path, shownPath: location.searched($0.file),
            compression: flags.isCompressing ? compression : nil,
            corrections: marks.marks(of: $0.id).corrections)
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
    if !isCancelled() { try writer.compressRest() }
    try takeCorrections()
    try commit(committed)
    if !isCancelled() { try writer.settle() }
    report.isFinished = true
    tell(progress, always: true)
    try writer.tidy()
  }

  // MARK: - Before the first file

  /// Takes out what is gone, and notes what was renamed or cannot be read.
  private func apply(_ plan: inout RefreshPlan) throws {
    for (file, path) in plan.renamed { try writer.rename(file, to: path) }
    for file in plan.vanished { try writer.remove(file) }
    if try writer.looseFindings() != plan.refused {
      try writer.removeLooseFindings()
      for finding in plan.refused { try writer.add(finding, of: nil) }
    }
    for index in plan.kept.indices {
      let path = plan.kept[index].path
      plan.kept[index].articles = try writer.countArticles(below: path)
      plan.kept[index].path = refresh.location.shown(path)
    }
  }

  /// Reads as the archive was read: lines that recur are known from a sample that is kept, so that a
  /// file gives the same text whenever it is read.
  private func importer(_ plan: inout RefreshPlan, _ known: KnownFiles) throws -> Importer {
    var importer = refresh.importer
    importer.samplesLines = false
    guard importer.pipeline.options.repeats.isEmpty else { return importer }
    var sample = try writer.keptLines()
    if sample?.isOutgrown(by: plan.count) ?? true {
      let new = KeptLines(
        lines: RepeatedLines(sampling: plan.firstFiles), files: plan.firstFiles.count)
      if let sample, sample.lines != new.lines { plan.readAgain(known) }
      try writer.keep(new)
      sample = new
    }
    if let sample, !sample.lines.isEmpty {
      var options = importer.pipeline.options
      options.repeats = sample.lines
      importer.pipeline = ArticlePipeline(options: options)
    }
    return importer
  }

  /// Has the index know what the reader put right.
  private mutating func takeCorrections() throws {
    let version = refresh.marks.version
    guard version != marksVersion else { return }
    marksVersion = version
    _ = try writer.takeCorrections(refresh.marks.corrections, refresh.location)
  }

  // MARK: - Files

  private mutating func take(_ prepared: Prepared, _ known: KnownFiles) throws {
    let outcome = prepared.outcome
    if current == nil || currentPath != outcome.path {
      try begin(outcome, known[outcome.path])
    }
    guard var file = current else { return }
    for article in prepared.articles {
      isFileEmpty = false
      report.articles += 1
      if try keeps(article) { continue }
      try writer.add(article, of: file.id)
    }
    for finding in outcome.findings { try writer.add(finding, of: file.id) }
    if outcome.isPart { file.outcomes += 1 }
    fileBytes += outcome.bytes
    report.doneBytes += outcome.bytes
    current = file
    if outcome.isFileEnd { try end() }
  }

  /// Whether an article of an older reading stays in place of this one; makes room where it does not.
  private mutating func keeps(_ article: PreparedArticle) throws -> Bool {
    guard let old = older.first else { return false }
    switch replacing {
    case .nothing: return false
    case .stale:
      try writer.remove(articles: [old.id])
      older.removeFirst()
      return false
    case .changed:
      if old.content == article.content, old.moment == article.moment, old.title == article.title {
        older.removeFirst()
        return true
      }
      try writer.remove(articles: older.map(\.id))
      older = []
      return false
    }
  }

  private mutating func begin(
    _ outcome: Importer.Outcome, _ old: ArchiveWriter.KnownFile?
  ) throws {
    currentPath = outcome.path
    isFileEmpty = true
    fileBytes = 0
    older = []
    replacing = .nothing
    let stamp = outcome.stamp ?? FileStamp(size: 0, modified: 0)
    guard let old else {
      current = try writer.begin(outcome.path, stamp: stamp, extraction: refresh.extraction)
      return
    }
    let isOfAge = old.extraction == refresh.extraction
    if old.stamp == stamp, !old.isComplete, isOfAge {
      // Goes on where it stopped.
      current = old
      isFileEmpty = old.outcomes == 0
      if old.fresh > 0 {
        older = try writer.knownArticles(of: old.id).filter { $0.id < old.fresh }[...]
        replacing = .stale
      }
      return
    }
    older = try writer.knownArticles(of: old.id)[...]
    replacing = older.isEmpty ? .nothing : isOfAge ? .changed : .stale
    current = try writer.begin(
      outcome.path, stamp: stamp, extraction: refresh.extraction,
      fresh: isOfAge ? 0 : writer.nextArticle)
  }

  private mutating func end() throws {
    guard var file = current else { return }
    if !older.isEmpty { try writer.remove(articles: older.map(\.id)) }
    older = []
    replacing = .nothing
    file.isComplete = true
    file.fresh = 0
    try writer.note(file)
    report.done += 1
    if isFileEmpty { report.refused += 1 }
    // Compressed files and odd bytes make the sum of the items differ from the file's size.
    report.doneBytes += file.stamp.size - fileBytes
    current = nil
  }

  // MARK: - Commits

  private var isCommitDue: Bool {
    writer.uncommitted >= commitSize
      || writer.uncommitted > 0
        && ContinuousClock.now - lastCommit > .seconds(Self.longestCommit)
  }

  private mutating func commit(_ committed: () -> Void) throws {
    if var current {
      if replacing == .changed {
        current.outcomes = 0
        current.stamp = FileStamp(size: -1, modified: 0)
      }
      try writer.note(current)
    }
    // Those of a file that changed are compared one after the other; they wait for its end.
    if replacing != .changed { try takeCorrections() }
    try writer.commit()
    lastCommit = .now
    commitSize = min(Self.largestCommit, commitSize * 2)
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
