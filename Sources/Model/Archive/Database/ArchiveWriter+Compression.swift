import Foundation
import GRDB

/// How the articles of an archive are compressed.
///
/// The first ones come before there is a dictionary of their words. They are compressed anew when there
/// is one: after `TextCompression.samples` articles, or at the end of an import, if there are as many as
/// it takes for a small one. The small one is number 1 and gives way to number 2 where the archive grows.
extension ArchiveWriter {
  /// Fewer articles are no basis for a dictionary.
  private static let leastSamples = 100
  private static let smallDictionary = 1
  static let fullDictionary = 2
  /// A file of so many bytes at most is made anew to give back its free pages.
  private static let smallFile = 64 << 20

  /// Whether articles are better compressed before they come here: the dictionary is there.
  var isCompressionReady: Bool { samples == nil }

  /// The bytes of the body; trains the dictionary when there is enough to train on.
  func compressed(_ article: PreparedArticle, _ db: Database) throws -> [UInt8] {
    if article.isCompressed { return article.encoded }
    if var samples {
      samples.append(article.encoded)
      self.samples = samples.count < TextCompression.samples ? samples : nil
      if self.samples == nil, let dictionary = TextCompression.train(on: samples) {
        try take(dictionary, number: Self.fullDictionary, db)
      }
    }
    return compression.compress(article.encoded)
  }

  /// Compresses the articles of a small archive with a dictionary of their own.
  func compressRest() throws {
    guard samples?.isEmpty == false, articles >= Self.leastSamples else { return }
    try writing { db, _ in
      let known = try Int.fetchOne(db, sql: "SELECT max(number) FROM dictionaries")
      guard known == nil else { return }
      let texts = try Data.fetchAll(
        db, sql: "SELECT bytes FROM bodies ORDER BY id LIMIT \(TextCompression.samples)"
      ).compactMap { compression.decompress([UInt8]($0)) }
      if let dictionary = TextCompression.train(on: texts) {
        try take(dictionary, number: Self.smallDictionary, db)
      }
    }
  }

  /// Takes a dictionary, and compresses with it what was compressed without.
  private func take(_ dictionary: [UInt8], number: Int, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO dictionaries(number, bytes) VALUES (?, ?)",
      arguments: [number, Data.database(dictionary)])
    compression.add(dictionary, number: UInt8(truncatingIfNeeded: number))
    var bodies: [(id: Int, bytes: [UInt8])] = []
    let rows = try RawStatement(db, "SELECT id, bytes FROM bodies ORDER BY id")
    while try rows.step() {
      // What cannot be read is left as it is.
      guard let text = compression.decompress(rows.blob(1)) else { continue }
      bodies.append((rows.int(0), compression.compress(text)))
    }
    // Deleted and put in again, so that pages are full and free ones are used by what follows.
    let delete = try RawStatement(db, "DELETE FROM bodies WHERE id = ?")
    for body in bodies {
      delete.bind(body.id, at: 1)
      try delete.run()
    }
    let insert = try RawStatement(db, "INSERT INTO bodies(id, bytes) VALUES (?, ?)")
    for body in bodies {
      insert.bind(body.id, at: 1)
      insert.bindBlob(body.bytes, at: 2)
      try insert.run()
    }
  }

  /// Makes a small archive smaller that has just been made, or grown by much: joins the parts of the
  /// index, and gives free pages back.
  func settle() throws {
    let added = nextArticle - firstNew
    guard added >= Self.leastSamples, added >= articles / 4 else { return }
    try inDatabase { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      guard pages * Schema.pageSize < Self.smallFile else { return }
      // Somebody who reads meanwhile may be in the way; it is no loss.
      for name in ["words", "said"] {
        try? db.execute(sql: "INSERT INTO \(name)(\(name)) VALUES('optimize')")
      }
      try? db.execute(sql: "VACUUM")
    }
  }
}
