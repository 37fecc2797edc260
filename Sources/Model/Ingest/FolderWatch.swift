import Glibc

/// Notices changes of files and folders while the program runs (inotify).
///
/// What changed is not told, only that something did: the walk finds out what, in less than a second.
final class FolderWatch {
  /// Folders beyond the kernel's limit are not watched; the walk at the next start sees them.
  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_DELETE_SELF
      | IN_MOVE_SELF)

  private let descriptor: Int32
  private var watched: Set<String> = []

  init() { descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)) }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches these files' folders, and the paths themselves.
  func watch(_ paths: some Sequence<String>) {
    guard descriptor >= 0 else { return }
    for path in paths where watched.insert(path).inserted {
      if inotify_add_watch(descriptor, path, Self.events) < 0, errno == ENOSPC { return }
    }
  }

  /// Waits for a change, at most so long; what comes within a moment of it counts as one.
  /// - Returns: whether something changed.
  func wait(milliseconds: Int32) -> Bool {
    guard descriptor >= 0 else {
      usleep(UInt32(milliseconds) * 1000)
      return false
    }
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return false }
    // A program that writes many files does so one after the other.
    usleep(150_000)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while read(descriptor, &buffer, buffer.count) > 0 {}
    return true
  }
}
