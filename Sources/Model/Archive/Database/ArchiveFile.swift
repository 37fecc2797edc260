import GRDB
import GRDBSQLite
import Glibc

/// The database file of an archive: opened, checked, made where it is missing.
struct ArchiveFile: Sendable {
  let path: String

  /// A connection that writes; makes the file and its folder where they are missing.
  /// - Throws: `ArchiveError`.
  func openForWriting() throws -> DatabaseQueue {
    try wrapped {
      let isNew = try check()
      if isNew { Self.makeFolder(of: path) }
      var configuration = Self.configuration
      configuration.busyMode = .timeout(2)
      // A transaction lasts over many calls of the writer.
      configuration.allowsUnsafeTransactions = true
      configuration.prepareDatabase { db in
        if isNew { try db.execute(sql: "PRAGMA page_size = \(Schema.pageSize)") }
        try db.execute(sql: "PRAGMA journal_mode = WAL")
        // A killed process loses nothing that was committed; a power cut may lose the last moments,
        // which are read again from the files.
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
        try db.execute(sql: "PRAGMA cache_size = -65536")
        try db.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
        try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try Schema.migrator.migrateBesideOthers(queue)
      return queue
    }
  }

  /// A connection that only reads.
  /// - Parameter cache: kilobytes of pages that are kept.
  /// - Throws: `ArchiveError`.
  func openForReading(cache: Int) throws -> DatabaseQueue {
    try wrapped {
      guard try !check() else {
        throw ArchiveError(path: path, problem: .other("there is no such file"))
      }
      var configuration = Self.configuration
      configuration.readonly = true
      configuration.busyMode = .timeout(2)
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA cache_size = -\(cache)")
      }
      do {
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.read { db in _ = try Row.fetchOne(db, sql: "SELECT 1 FROM counts LIMIT 1") }
        return queue
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
      {
        // Where the folder cannot be written to there is no place for a log; nobody writes there.
        let queue = try DatabaseQueue(
          path: "file:\(Self.escaped(path))?immutable=1", configuration: configuration)
        try queue.read { db in _ = try Row.fetchOne(db, sql: "SELECT 1 FROM counts LIMIT 1") }
        return queue
      }
    }
  }

  /// Deletes the archive and its log. A file that may be something else is laid aside instead.
  func remove() {
    let isOurs = path.hasPrefix(ArchiveLocation.cacheFolder + "/") || isArchive
    var aside = path + ".replaced"
    while !isOurs, access(aside, F_OK) == 0 { aside += "+" }
    for suffix in ["", "-wal", "-shm"] {
      if isOurs { unlink(path + suffix) } else { rename(path + suffix, aside + suffix) }
    }
  }

  /// Whether it is an archive as far as its first bytes tell, or nothing at all.
  private var isArchive: Bool {
    guard let head else { return true }
    return head.count < 72 ? head.isEmpty : Self.number(head, at: 68) == Schema.applicationID
  }

  /// The first hundred bytes, or as many as there are; nil where there is no file.
  private var head: [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: 100)
    let count = read(descriptor, &head, head.count)
    return Array(head.prefix(max(0, count)))
  }

  private static func number(_ head: [UInt8], at offset: Int) -> Int {
    head[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Whether the file is still to be made.
  private func check() throws -> Bool {
    var info = stat()
    guard stat(path, &info) == 0, info.st_size > 0 else { return true }
    guard let head else {
      throw ArchiveError(path: path, problem: .unreachable(String(cString: strerror(errno))))
    }
    // The header of a database: its magic words, user_version at 60, application_id at 68.
    func number(at offset: Int) -> Int { Self.number(head, at: offset) }
    guard head.count == 100, head.starts(with: Array("SQLite format 3\u{0}".utf8)) else {
      throw ArchiveError(path: path, problem: .damaged)
    }
    // A file that was begun and never committed has neither.
    if number(at: 60) == 0, number(at: 68) == 0 { return false }
    guard number(at: 68) == Schema.applicationID else {
      throw ArchiveError(path: path, problem: .other("it is a database of another program"))
    }
    guard number(at: 60) <= Schema.version else {
      throw ArchiveError(path: path, problem: .newer(number(at: 60)))
    }
    return false
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "archive"
    configuration.foreignKeysEnabled = false
    return configuration
  }

  /// Makes the folders above a file, for nobody else to read.
  static func makeFolder(of path: String) {
    for index in path.indices where path[index] == "/" && index > path.startIndex {
      mkdir(String(path[..<index]), 0o700)
    }
  }

  private static func escaped(_ path: String) -> String {
    path.reduce(into: "") { out, character in
      switch character {
      case "%": out += "%25"
      case "?": out += "%3f"
      case "#": out += "%23"
      default: out.append(character)
      }
    }
  }

  func wrapped<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch { throw ArchiveError(path: path, error) }
  }
}
