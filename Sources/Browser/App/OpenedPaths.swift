import Glibc
import Model

/// What is opened, and what the first line of the screen calls it.
struct OpenedPaths: Hashable {
  /// There are no seeds where they should be.
  struct NoSeeds: Error, Hashable {
    /// What is wrong and what to try.
    var words: String {
      "the articles that come with onrecord were not found beside it; name files or folders: "
        + "onrecord PATH..."
    }
  }

  let paths: [String]
  let title: String

  /// The paths as typed; the seeds for none.
  init(_ typed: [String]) throws(NoSeeds) {
    if typed.isEmpty {
      guard let seeds = Self.seeds(executable: Self.executable) else { throw NoSeeds() }
      paths = [seeds]
      title = "seeds"
    } else {
      paths = typed
      title = typed.count == 1 ? Self.name(of: typed[0]) : "\(typed.count) paths"
    }
  }

  /// The last part of a path: `seeds` for `../seeds/`.
  static func name(of path: String) -> String {
    if path == OpenedFile.standardInput { return "standard input" }
    let parts = path.split(separator: "/")
    return parts.last.map { $0 == "." || $0 == ".." ? path : String($0) } ?? path
  }

  static func withoutTrailingSlash(_ path: String) -> String {
    var path = Substring(path)
    while path.count > 1, path.last == "/" { path.removeLast() }
    return String(path)
  }

  /// The folder of the seeds: as installed, beside the sources, or here.
  static func seeds(executable: String?) -> String? {
    var folder = executable.map(parent) ?? ""
    if let executable {
      let installed = parent(parent(executable)) + "/share/onrecord/seeds"
      if isFolder(installed) { return installed }
    }
    while !folder.isEmpty {
      if isFolder(folder + "/seeds"), access(folder + "/Package.swift", F_OK) == 0 {
        return folder + "/seeds"
      }
      folder = parent(folder)
    }
    return isFolder("seeds") ? "seeds" : nil
  }

  private static var executable: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    return count > 0
      ? String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }

  /// The folder that holds a path; empty for the root.
  private static func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
