import Foundation
import GRDB

/// What was done about a file of marks that was damaged.
///
/// Marks cannot be made anew from anything. So the damaged file is laid aside as it is, and what can be
/// read of it goes into a new one.
public struct MarksRepair: Hashable, Sendable {
  /// Where the damaged file lies now.
  public let copy: String
  /// The articles whose marks could be read.
  public let articles: Int
  /// The filters that could be read.
  public let filters: Int

  /// What happened, for the reader.
  public var words: String {
    let saved =
      articles + filters == 0
      ? "nothing in it could be read"
      : "the marks of \(articles) articles and \(filters) filters in it could be read and go on"
    return "your marks were damaged; \(saved); the damaged file is kept as \(copy)"
  }

  /// Lays a damaged file aside and makes a new one of what can be read.
  /// - Throws: where the file cannot be moved, or no new one made.
  init(repairing path: String) throws {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.dateFormat = "yyyyMMdd-HHmmss"
    var copy = "\(path).damaged-\(formatter.string(from: Date()))"
    while access(copy, F_OK) == 0 { copy += "+" }
    guard rename(path, copy) == 0 else {
      throw ArchiveError(path: path, problem: .damaged, subject: .marks)
    }
    for suffix in ["-journal", "-wal", "-shm"] { rename(path + suffix, copy + suffix) }
    let read = Self.salvaged(copy)
    let queue = try MarksTables.open(path)
    try queue.write { db in
      for article in read.articles { try MarksTables.write(article, db) }
      for filter in read.filters { try MarksTables.write(filter, db) }
    }
    try queue.close()
    self.copy = copy
    articles = read.articles.count
    filters = read.filters.count
  }

  private static func salvaged(_ path: String) -> MarksExport {
    let nothing = MarksExport(articles: [], filters: [])
    // A copy of the copy: what lies aside stays as it was found.
    let scratch = path + ".reading"
    defer { for suffix in ["", "-journal", "-wal", "-shm"] { unlink(scratch + suffix) } }
    for suffix in ["", "-journal", "-wal"] {
      try? FileManager.default.copyItem(atPath: path + suffix, toPath: scratch + suffix)
    }
    guard let queue = try? DatabaseQueue(path: scratch) else { return nothing }
    try? MarksSchema.migrator.migrate(queue)
    // Outside of a transaction, whose end a damaged page would spoil.
    let read = queue.unsafeReentrantWrite { MarksTables.salvaged($0) }
    try? queue.close()
    return read
  }
}
