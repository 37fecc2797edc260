import Glibc

/// An archive as it is: nothing is written to it, but what other programs write is seen.
public struct ReadOnlyFeed: ArchiveFeed {
  public var archive: any BrowsedArchive { database }
  private let database: DatabaseArchive

  /// Shows an archive that exists.
  public init(_ database: DatabaseArchive) { self.database = database }

  public func run(
    isCancelled: @escaping @Sendable () -> Bool, progress: (ImportProgress) -> Void
  ) {
    var last = ImportProgress(isFinished: true)
    progress(last)
    var generation = database.generation
    while !isCancelled() {
      usleep(250_000)
      let now = database.generation
      guard now != generation else { continue }
      generation = now
      last.version += 1
      progress(last)
    }
  }
}
