import Glibc

/// Finds the files below paths that the user named, in a stable order.
public struct FileWalk: Sendable {
  /// Whether files that begin with a dot are passed over below a folder (named ones never are).
  public var skipsHidden = true

  /// A walk with the usual rules.
  public init() {}

  /// What a walk comes upon.
  public enum Step: Hashable, Sendable {
    case file(String)
    /// A path or folder that cannot be read.
    case refused(Finding)
  }

  /// All files, each once, in the order of the paths and by name below folders.
  ///
  /// Links are followed; a folder that was seen already is not entered again, so that loops end.
  /// - Parameter refuse: told of each folder or path that cannot be read.
  public func files(below paths: [String], refuse: (Finding) -> Void) -> [String] {
    var found: [String] = []
    visit(paths) { step, _ in
      switch step {
      case .file(let path): found.append(path)
      case .refused(let finding): refuse(finding)
      }
      return true
    }
    return found
  }

  /// Goes through the files as they are found; only folders on the way are held in memory.
  /// - Parameter visit: gets each step and how many steps are known of so far; false ends the walk.
  public func visit(_ paths: [String], _ visit: (Step, _ known: Int) -> Bool) {
    var seen = Set<Place>()
    var known = paths.count
    var folders = [Folder(base: "", names: paths.reversed().map { Name(text: $0, kind: .unknown) })]
    while let name = folders[folders.count - 1].names.popLast() {
      let path = folders[folders.count - 1].base + name.text
      var step = Step.file(path)
      if name.kind != .file, path != OpenedFile.standardInput {
        do throws(ReadingError) {
          if var folder = try folder(path, &seen) {
            known += folder.names.count - 1
            folder.names.reverse()
            folders.append(folder)
            while folders.count > 1, folders[folders.count - 1].names.isEmpty {
              folders.removeLast()
            }
            continue
          }
        } catch {
          step = .refused(error.finding)
        }
      }
      guard visit(step, known) else { return }
      while folders.count > 1, folders[folders.count - 1].names.isEmpty { folders.removeLast() }
    }
  }

  private struct Folder {
    var base: String
    /// The last one comes first.
    var names: [Name]
  }

  private struct Name {
    enum Kind: UInt8 { case file, unknown }
    var text: String
    var kind: Kind
  }

  private struct Place: Hashable {
    var device: UInt64
    var node: UInt64
  }

  /// The names in a folder, in order; nil where the path is no folder.
  private func folder(_ path: String, _ seen: inout Set<Place>) throws(ReadingError) -> Folder? {
    var info = stat()
    guard stat(path, &info) == 0 else { throw ReadingError(path: path, errno: errno) }
    guard info.st_mode & S_IFMT == S_IFDIR else { return nil }
    guard seen.insert(Place(device: UInt64(info.st_dev), node: UInt64(info.st_ino))).inserted
    else { throw ReadingError(path: path, problem: .loop) }
    guard let stream = opendir(path) else { throw ReadingError(path: path, errno: errno) }
    defer { closedir(stream) }
    var names: [Name] = []
    while let entry = readdir(stream) {
      let text = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if text == "." || text == ".." || (skipsHidden && text.hasPrefix(".")) { continue }
      // A file needs no look at its own entry; what else there is, OpenedFile refuses.
      let isFolderOrLink = [UInt8(DT_DIR), UInt8(DT_LNK), UInt8(DT_UNKNOWN)]
        .contains(entry.pointee.d_type)
      names.append(Name(text: text, kind: isFolderOrLink ? .unknown : .file))
    }
    names.sort { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
    return Folder(base: path.hasSuffix("/") ? path : path + "/", names: names)
  }
}
