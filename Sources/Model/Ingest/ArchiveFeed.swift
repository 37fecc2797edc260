import Glibc
import Synchronization

/// Fills an archive and keeps it up to date while the program runs.
public protocol ArchiveFeed: Sendable {
  /// What is filled.
  var archive: any BrowsedArchive { get }
  /// Fills it, then watches for changes; blocks until it is cancelled.
  /// - Parameter progress: told how far it is; a grown `version` means that lists may have changed.
  func run(isCancelled: @escaping @Sendable () -> Bool, progress: (ImportProgress) -> Void)
}

/// Keeps everything in memory and writes nothing.
public struct MemoryFeed: ArchiveFeed {
  public var archive: any BrowsedArchive { memory }
  private let memory: MemoryArchive
  private let importer: Importer

  /// Fills an archive with what an importer reads.
  public init(_ memory: MemoryArchive, _ importer: Importer) {
    self.memory = memory
    self.importer = importer
  }

  public func run(
    isCancelled: @escaping @Sendable () -> Bool, progress: (ImportProgress) -> Void
  ) {
    var last = ImportProgress()
    importer.run(into: memory, isCancelled: isCancelled) { report in
      var report = report
      report.version = last.version + 1
      last = report
      progress(report)
    }
    // Standard input is read once.
    let paths = importer.paths.filter { $0 != OpenedFile.standardInput }
    guard !paths.isEmpty, !isCancelled() else { return }
    let watch = FolderWatch()
    var known = stamps(of: paths)
    watch.watch(folders(of: known.keys, paths))
    while !isCancelled() {
      guard watch.wait(milliseconds: 250), !isCancelled() else { continue }
      let now = stamps(of: paths)
      let changed = now.filter { known[$0.key] != $0.value }.keys.sorted()
      let gone = known.keys.filter { now[$0] == nil }
      guard !changed.isEmpty || !gone.isEmpty else { continue }
      for path in gone + changed where known[path] != nil { memory.remove(file: path) }
      known = now
      watch.watch(folders(of: now.keys, paths))
      let add = { (_: Int, outcomes: [Importer.Outcome]) in
        for outcome in outcomes { memory.add(outcome.articles, findings: outcome.findings) }
      }
      importer.forEachBatch(of: changed, isCancelled: isCancelled, prepare: { $0 }, add)
      last.version += 1
      progress(last)
    }
  }

  private func stamps(of paths: [String]) -> [String: FileStamp] {
    var found: [String: FileStamp] = [:]
    FileWalk().visit(paths) { step, _ in
      if case .file(let path) = step { found[path] = FileStamp(of: path) }
      return true
    }
    return found
  }

  private func folders(of files: some Sequence<String>, _ paths: [String]) -> Set<String> {
    Set(files.map(FolderName.of)).union(paths)
  }
}

/// The folder that a path lies in.
enum FolderName {
  static func of(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// Keeps an archive in a database; where another program writes to it, looks at what that one does.
public struct DatabaseFeed: ArchiveFeed {
  public var archive: any BrowsedArchive { database }
  private let database: DatabaseArchive
  private let refresh: ArchiveRefresh

  /// Keeps the archive of a refresh up to date.
  public init(_ database: DatabaseArchive, _ refresh: ArchiveRefresh) {
    self.database = database
    self.refresh = refresh
  }

  public func run(
    isCancelled: @escaping @Sendable () -> Bool, progress: (ImportProgress) -> Void
  ) {
    let watch = FolderWatch()
    var last = ImportProgress()
    var generation = database.generation
    var mustRefresh = true
    var folders: Set<String> = []
    var marks = refresh.marks.version
    func tell(_ report: ImportProgress) {
      var report = report
      report.version = last.version
      last = report
      progress(report)
    }
    while !isCancelled() {
      if mustRefresh, let lock = ArchiveLock(refresh.location) {
        mustRefresh = false
        last.isElsewhere = false
        last.failure = nil
        do throws(ArchiveError) {
          try refresh.run(
            isCancelled: isCancelled, progress: tell,
            folders: { folders = $0.union(refresh.location.roots) },
            committed: { last.version += 1 })
          watch.watch(folders)
        } catch {
          last.failure = error
          last.isFinished = true
          tell(last)
        }
        generation = database.generation
        marks = refresh.marks.version
        withExtendedLifetime(lock) {}
        last.version += 1
        tell(last)
      } else if mustRefresh, !last.isElsewhere {
        // Somebody else is at it.
        last.isFinished = true
        last.isElsewhere = true
        tell(last)
      }
      if marks != refresh.marks.version, let lock = ArchiveLock(refresh.location) {
        marks = refresh.marks.version
        // Where nothing can be written articles are shown with corrections all the same.
        _ = try? refresh.takeCorrections()
        withExtendedLifetime(lock) {}
      }
      if watch.wait(milliseconds: 250) { mustRefresh = true }
      let now = database.generation
      if now != generation {
        generation = now
        last.version += 1
        tell(last)
      }
    }
  }
}

/// The right to write to an archive, for one program at a time; it ends with the program.
public final class ArchiveLock: Sendable {
  private let descriptor: Int32

  /// Nil where another program has it. Where no lock can be had at all, nobody can write either.
  public init?(_ location: ArchiveLocation) {
    ArchiveFile.makeFolder(of: location.path)
    descriptor = open(location.path + "-lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
