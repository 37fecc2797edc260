import Glibc

/// Where the archive of some paths lies.
public struct ArchiveLocation: Hashable, Sendable {
  /// The database file.
  public let path: String
  /// The absolute paths that it is made of, in the order in which they were named.
  public let roots: [String]
  /// The same paths as the user typed them.
  private let typed: [String]

  /// The archive of some paths: in the cache folder, one a set of paths, or in a file of the user's.
  public init(paths: [String], file: String? = nil) {
    typed = paths.map(Self.withoutTrailingSlash)
    roots = typed.map(Self.absolute)
    path = file.map(Self.absolute) ?? "\(Self.cacheFolder)/\(Self.name(of: roots)).archive"
  }

  var file: ArchiveFile { ArchiveFile(path: path) }

  /// Whether there is an archive.
  public var exists: Bool { access(path, F_OK) == 0 }

  /// Makes an archive without articles.
  /// - Throws: why it cannot be made.
  public func create() throws(ArchiveError) {
    do { _ = try ArchiveWriter(file) } catch { throw ArchiveError(path: path, error) }
  }

  /// Deletes the archive, so that it is made anew.
  public func remove() { file.remove() }

  /// A path as the user would type it.
  func shown(_ path: String) -> String {
    for (root, typed) in zip(roots, typed) {
      if path == root { return typed }
      if path.hasPrefix(root.hasSuffix("/") ? root : root + "/") {
        return typed + path.dropFirst(root.utf8.count)
      }
    }
    return path
  }

  /// The part of a path that `file:` looks at: from the last folder that the user named on.
  func searched(_ path: String) -> String {
    for root in roots where path.hasPrefix(root) {
      let parent = root.lastIndex(of: "/") ?? root.startIndex
      return String(path.dropFirst(root[..<parent].count))
    }
    return path
  }

  /// `$XDG_CACHE_HOME/onrecord`, or `~/.cache/onrecord`.
  public static var cacheFolder: String { folder("XDG_CACHE_HOME", ".cache") }

  /// `$XDG_DATA_HOME/onrecord`, or `~/.local/share/onrecord`.
  public static var dataFolder: String { folder("XDG_DATA_HOME", ".local/share") }

  private static func folder(_ variable: String, _ usual: String) -> String {
    func value(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let base = value(variable) ?? "\(value("HOME") ?? home)/\(usual)"
    return base + "/onrecord"
  }

  /// The home folder of an account for which the environment names none. Where the system knows none
  /// either, one that cannot be made, as Debian calls it: in a folder that everybody may write to the
  /// reader's marks could be laid into somebody else's hands.
  private static var home: String {
    guard let account = getpwuid(getuid()), let folder = account.pointee.pw_dir,
      folder.pointee == 0x2F
    else { return "/nonexistent" }
    return String(cString: folder)
  }

  /// Readable, and different for different sets: the last folder's name and a hash of all paths.
  private static func name(of roots: [String]) -> String {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for root in Set(roots).sorted() {
      for byte in Array(root.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    }
    let name = roots.first?.split(separator: "/").last.map(String.init) ?? "root"
    let safe = name.unicodeScalars.map { scalar -> Character in
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789-_".unicodeScalars.contains(scalar))
      return isPlain ? Character(scalar) : "_"
    }
    return String(safe.prefix(40)) + "-" + ArticleID(rawValue: hash).description
  }

  static func withoutTrailingSlash(_ path: String) -> String {
    var path = Substring(path)
    while path.utf8.count > 1, path.last == "/" { path.removeLast() }
    return String(path)
  }

  /// The path from the root, without `.` and `..`; links stay as they are.
  public static func absolute(_ path: String) -> String {
    var whole = path
    if !path.hasPrefix("/") {
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      if getcwd(&buffer, buffer.count) != nil {
        whole =
          String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self) + "/" + path
      }
    }
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
