import Dispatch
import Glibc

/// Tells when a file is changed, made, or put in place of another; costs nothing while it is not.
final class ConfigurationWatch {
  private let source: any DispatchSourceRead

  /// Watches a file by its folder; nil where the folder is not there or the system does not watch.
  init?(path: String, onChange: @escaping @Sendable () -> Void) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, parts.count > 1 else { return nil }
    let folder = parts.dropLast().joined(separator: "/")
    let descriptor = inotify_init1(Int32(O_NONBLOCK) | Int32(O_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    let events = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE)
    guard inotify_add_watch(descriptor, folder, events) >= 0 else {
      close(descriptor)
      return nil
    }
    let wanted = Array(name.utf8)
    source = DispatchSource.makeReadSource(
      fileDescriptor: descriptor, queue: DispatchQueue(label: "configuration"))
    source.setEventHandler {
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(descriptor, &buffer, buffer.count)
      // The name stands behind 16 bytes, filled up with zeros.
      var at = 0
      var isOurs = false
      while at + 16 <= count {
        let length = buffer[at + 12..<at + 16].reversed().reduce(0) { $0 << 8 | Int($1) }
        let name = buffer[at + 16..<min(count, at + 16 + length)].prefix { $0 != 0 }
        isOurs = isOurs || name.elementsEqual(wanted)
        at += 16 + length
      }
      if isOurs { onChange() }
    }
    source.setCancelHandler { close(descriptor) }
    source.resume()
  }

  deinit { source.cancel() }
}
