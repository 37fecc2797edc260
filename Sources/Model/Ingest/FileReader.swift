/// Opens files one after the other and cuts them into items.
struct FileReader: Sendable {
  /// What is to be done for one item of a file.
  struct Work: Sendable {
    var path: String
    var stamp: FileStamp?
    /// The item; nil where only a finding is to be handed on, or the file's end.
    var item: RawItem?
    var finding: Finding?
    var isFileEnd = false

    /// The outcome where nothing is read any more.
    var refused: Importer.Outcome {
      Importer.Outcome(
        path: path, stamp: stamp, bytes: item?.bytes.count ?? 0,
        findings: finding.map { [$0] } ?? [], isFileEnd: isFileEnd,
        isPart: item != nil || finding != nil)
    }

    /// Reads the item.
    func outcome(_ pipeline: ArticlePipeline) -> Importer.Outcome {
      var outcome = refused
      guard let item else { return outcome }
      do throws(ReadingError) {
        let (articles, findings) = try pipeline.articles(in: item)
        outcome.articles = articles
        outcome.findings += findings.map { placed($0, in: item) }
      } catch {
        outcome.findings.append(placed(error.finding, in: item))
      }
      return outcome
    }

    /// What is wrong with one item of many does not mean the whole file.
    private func placed(_ finding: Finding, in item: RawItem) -> Finding {
      guard let place = item.place, finding.isFatal, finding.path == item.file else {
        return finding
      }
      return Finding(path: finding.path, problem: .malformed(place, finding.words))
    }
  }

  /// A batch is handed on when it holds so many bytes.
  private static let batchBytes = 1 << 19
  /// Or so many items.
  private static let batchItems = 64

  /// Files and folders.
  let paths: [String]
  let options: ReadingOptions
  /// So many outcomes at the beginning of a file are not wanted.
  var known: [String: Int] = [:]

  /// Reads all files; hands on batches of work in order, the first ones small.
  /// - Parameters:
  ///   - found: told how many files are known of.
  ///   - put: gets the work and how many bytes it is about.
  func read(
    isCancelled: @escaping () -> Bool, found: (Int) -> Void,
    _ put: @escaping (_ works: [Work], _ bytes: Int) -> Void
  ) {
    let batch = Batch(put)
    let splitters = ItemSplitters(options: options)
    FileWalk().visit(paths) { step, known in
      if isCancelled() { return false }
      found(known)
      switch step {
      case .refused(let finding):
        batch.end(Work(path: finding.path, finding: finding, isFileEnd: true))
      case .file(let path):
        read(path, by: splitters, into: batch, isCancelled: isCancelled)
      }
      return true
    }
    batch.flush()
  }

  private func read(
    _ path: String, by splitters: ItemSplitters, into batch: Batch,
    isCancelled: @escaping () -> Bool
  ) {
    var finding: Finding?
    var stamp: FileStamp?
    do throws(ReadingError) {
      let file = try OpenedFile(path)
      stamp = file.stamp
      let opened = stamp
      var toSkip = known[path] ?? 0
      func add(_ work: Work) {
        toSkip -= 1
        if toSkip < 0 { batch.add(work) }
      }
      let sink = ItemSink(
        options: options, splitters: splitters,
        take: { add(Work(path: path, stamp: opened, item: $0)) },
        note: { add(Work(path: path, stamp: opened, finding: $0)) },
        stop: isCancelled)
      try splitters.split(file.bytes, of: path, into: sink)
    } catch {
      finding = error.finding
    }
    // What is left of a file after a cancellation is unknown: it has no end.
    if isCancelled() { return }
    batch.end(Work(path: path, stamp: stamp, finding: finding, isFileEnd: true))
  }

  /// Gathers work until it is worth handing on.
  private final class Batch {
    private let put: ([Work], Int) -> Void
    private var works: [Work] = []
    private var bytes = 0
    private var size = 2

    init(_ put: @escaping ([Work], Int) -> Void) { self.put = put }

    func add(_ work: Work) {
      let added = work.item?.bytes.count ?? 0
      if works.count >= size || bytes + added > FileReader.batchBytes { flush() }
      works.append(work)
      bytes += added
    }

    /// The end of a file; goes with the file's last item where that has just come.
    func end(_ work: Work) {
      if work.finding == nil, let last = works.indices.last, works[last].path == work.path {
        works[last].isFileEnd = true
      } else {
        add(work)
      }
    }

    func flush() {
      guard !works.isEmpty else { return }
      // Nothing of it stays here while others work on it.
      let (ready, size) = (works, bytes)
      works = []
      bytes = 0
      put(ready, size)
      self.size = min(FileReader.batchItems, self.size * 2)
    }
  }
}
