import Glibc

/// Finds files with their stamps, for comparing a large folder with what is known of it.
///
/// The same files in the same order as `FileWalk`, but names stay bytes and are looked at from their
/// open folder, which costs about a microsecond a file.
struct StampedWalk {
  /// What a walk comes upon.
  enum Step {
    /// A file by the bytes of its path; no stamp where it cannot be looked at.
    case file(UnsafeRawBufferPointer, FileStamp?)
    /// A path or folder that cannot be read.
    case refused(Finding)
  }

  private struct Place: Hashable {
    var device: UInt64
    var node: UInt64
  }

  private struct Name {
    var start: UInt32
    var count: UInt16
    /// Whether the entry is a file by its own word; what else there is must be looked at.
    var isFile: Bool
    var stamp: FileStamp?
  }

  private var seen = Set<Place>()
  private let visit: (Step) -> Void

  private init(_ visit: @escaping (Step) -> Void) { self.visit = visit }

  /// Goes through all files below some paths.
  static func visit(_ paths: [String], _ visit: (Step) -> Void) {
    withoutActuallyEscaping(visit) { visit in
      var walk = StampedWalk(visit)
      for path in paths {
        var bytes = Array(path.utf8)
        walk.go(&bytes)
      }
    }
  }

  /// A path, which may be a folder.
  private mutating func go(_ path: inout [UInt8]) {
    let text = String(decoding: path, as: UTF8.self)
    var info = stat()
    guard stat(text, &info) == 0 else {
      return visit(.refused(ReadingError(path: text, errno: errno).finding))
    }
    guard info.st_mode & S_IFMT == S_IFDIR else {
      return path.withUnsafeBytes { visit(.file($0, FileStamp(info))) }
    }
    guard seen.insert(Place(device: UInt64(info.st_dev), node: UInt64(info.st_ino))).inserted
    else {
      return visit(.refused(Finding(path: text, problem: .loop)))
    }
    guard let stream = opendir(text) else {
      return visit(.refused(ReadingError(path: text, errno: errno).finding))
    }
    // No folder is open while those inside it are gone through: they may lie deep.
    let (names, bytes) = Self.names(in: stream)
    closedir(stream)
    let base = path.count
    if path.last != 0x2F { path.append(0x2F) }
    let prefix = path.count
    for name in names {
      path.removeSubrange(prefix...)
      path += bytes[Int(name.start)..<Int(name.start) + Int(name.count)]
      if name.isFile {
        path.withUnsafeBytes { visit(.file($0, name.stamp)) }
      } else {
        go(&path)
      }
    }
    path.removeSubrange(base...)
  }

  /// The names in a folder in the order of their bytes, each with a zero behind it, and the stamps of
  /// files.
  private static func names(in stream: OpaquePointer) -> (names: [Name], text: [UInt8]) {
    var names: [Name] = []
    var text: [UInt8] = []
    while let entry = readdir(stream) {
      let type = entry.pointee.d_type
      let start = text.count
      withUnsafeBytes(of: &entry.pointee.d_name) { name in
        guard let length = name.firstIndex(of: 0), length > 0, name[0] != 0x2E else { return }
        text += name[0...length]
      }
      guard text.count > start else { continue }
      let isOther = [UInt8(DT_DIR), UInt8(DT_LNK), UInt8(DT_UNKNOWN)].contains(type)
      names.append(
        Name(
          start: UInt32(truncatingIfNeeded: start),
          count: UInt16(truncatingIfNeeded: text.count - start - 1), isFile: !isOther))
    }
    let folder = dirfd(stream)
    text.withUnsafeBytes { text in
      guard let base = text.baseAddress else { return }
      names.sort { a, b in
        let count = Int(min(a.count, b.count))
        let order = memcmp(base + Int(a.start), base + Int(b.start), count)
        return order != 0 ? order < 0 : a.count < b.count
      }
      var info = stat()
      for index in names.indices where names[index].isFile {
        let name = base.advanced(by: Int(names[index].start))
          .assumingMemoryBound(to: CChar.self)
        if fstatat(folder, name, &info, 0) == 0 { names[index].stamp = FileStamp(info) }
      }
    }
    return (names, text)
  }
}
