import Glibc

/// Finds the files below paths that the user named, in a stable order.
public struct FileWalk: Sendable {
  /// Whether files that begin with a dot are passed over below a folder (named ones never are).
  public var skipsHidden = true

  /// A walk with the usual rules.
  public init() {}

  /// All files, each once, in the order of the paths and by name below folders.
  ///
  /// Links are followed; a folder that was seen already is not entered again, so that loops end.
  /// - Parameter refuse: told of each folder or path that cannot be read.
  public func files(below paths: [String], refuse: (Finding) -> Void) -> [String] {
    var found: [String] = []
    visit(paths, file: { found.append($0) }, refuse: refuse)
    return found
  }

  /// Calls `file` for each file as it is found.
  public func visit(_ paths: [String], file: (String) -> Void, refuse: (Finding) -> Void) {
    visitStamped(paths, file: { path, _ in file(path) }, refuse: refuse)
  }

  /// Calls `file` for each file as it is found, with its size and time of change, and `folder` for
  /// each folder.
  public func visitStamped(
    _ paths: [String], file: (String, FileStamp) -> Void, folder: (String) -> Void = { _ in },
    refuse: (Finding) -> Void
  ) {
    var seen = Set<Place>()
    var pending = Array(paths.reversed())
    while let path = pending.popLast() {
      var info = stat()
      guard stat(path, &info) == 0 else {
        refuse(ReadingError(path: path, errno: errno).finding)
        continue
      }
      guard info.st_mode & S_IFMT == S_IFDIR else {
        file(path, FileStamp(info))
        continue
      }
      guard seen.insert(Place(device: UInt64(info.st_dev), node: UInt64(info.st_ino))).inserted
      else {
        refuse(Finding(path: path, problem: .loop))
        continue
      }
      do {
        folder(path)
        let names = try names(in: path)
        let base = path.hasSuffix("/") ? path : path + "/"
        for name in names.reversed() { pending.append(base + name) }
      } catch {
        refuse(error.finding)
      }
    }
  }

  private struct Place: Hashable {
    var device: UInt64
    var node: UInt64
  }

  private func names(in folder: String) throws(ReadingError) -> [String] {
    guard let stream = opendir(folder) else { throw ReadingError(path: folder, errno: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." || (skipsHidden && name.hasPrefix(".")) { continue }
      names.append(name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
