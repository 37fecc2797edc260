import Dispatch
import Model
import Synchronization

/// An archive that is being opened on a thread of its own, since a file system may never answer.
final class Opening: Sendable {
  private let outcome = Mutex<Result<any ArchiveFeed, ArchiveError>?>(nil)
  private let done = DispatchSemaphore(value: 0)

  /// Begins to open.
  init(_ open: @escaping @Sendable () throws(ArchiveError) -> any ArchiveFeed) {
    DispatchQueue(label: "opening").async { [self] in
      let result: Result<any ArchiveFeed, ArchiveError>
      do throws(ArchiveError) { result = .success(try open()) } catch { result = .failure(error) }
      outcome.withLock { $0 = result }
      done.signal()
    }
  }

  /// What came of it; nil where it is not done in time.
  func wait(_ time: DispatchTimeInterval) -> Result<any ArchiveFeed, ArchiveError>? {
    if done.wait(timeout: .now() + time) == .success { done.signal() }
    return outcome.withLock { $0 }
  }

  /// Calls when it is done, on some thread.
  func whenDone(_ body: @escaping @Sendable () -> Void) {
    DispatchQueue(label: "opened").async { [self] in
      done.wait()
      done.signal()
      body()
    }
  }
}

/// Nothing to read yet.
struct WaitingFeed: ArchiveFeed {
  let archive: any BrowsedArchive = MemoryArchive()

  func run(isCancelled: @escaping @Sendable () -> Bool, progress: (ImportProgress) -> Void) {}
}
