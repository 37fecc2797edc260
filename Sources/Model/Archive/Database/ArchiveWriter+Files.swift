import Foundation
import GRDB

/// Files of an archive.
extension ArchiveWriter {
  /// A file that the archive knows.
  struct KnownFile: Hashable, Sendable {
    var id: Int
    var stamp: FileStamp
    /// The hash of its content, 0 where it is not known.
    var hash: UInt64
    /// How many outcomes of it are in the archive.
    var outcomes: Int
    var isComplete: Bool
  }

  /// All files by path.
  func knownFiles() throws -> [String: KnownFile] {
    try inDatabase { db in
      let rows = try RawStatement(
        db, "SELECT path, id, size, modified, hash, outcomes, complete FROM files")
      var known: [String: KnownFile] = [:]
      while try rows.step() {
        known[rows.text(0)] = KnownFile(
          id: rows.int(1), stamp: FileStamp(size: rows.int(2), modified: Int64(rows.int(3))),
          hash: UInt64(bitPattern: Int64(rows.int(4))), outcomes: rows.int(5),
          isComplete: rows.int(6) != 0)
      }
      return known
    }
  }

  /// An article as far as it takes to see whether it changed.
  struct KnownArticle: Hashable, Sendable {
    var id: Int
    var content: ArticleID
    var moment: Int
    var title: String
  }

  /// The articles of a file, in the order of reading.
  func knownArticles(of file: Int) throws -> [KnownArticle] {
    try inDatabase { db in
      let rows = try RawStatement(
        db, "SELECT id, content, moment, title FROM articles WHERE file = ? ORDER BY id")
      rows.bind(file, at: 1)
      var known: [KnownArticle] = []
      while try rows.step() {
        known.append(
          KnownArticle(
            id: rows.int(0),
            content: ArticleID(rawValue: UInt64(bitPattern: Int64(rows.int(1)))),
            moment: rows.int(2), title: rows.text(3)))
      }
      return known
    }
  }

  /// Takes single articles out.
  func remove(articles ids: some Sequence<Int>) throws {
    try writing { db, _ in for id in ids { try removeArticle(id, db) } }
  }

  /// Makes a file known; what was found odd in an older state of it is forgotten.
  func begin(_ path: String, stamp: FileStamp) throws -> KnownFile {
    try writing { db, run in
      if let id = try Int.fetchOne(
        db, sql: "SELECT id FROM files WHERE path = ?", arguments: [path])
      {
        try db.execute(sql: "DELETE FROM findings WHERE file = ?", arguments: [id])
      }
      run.addFile.bind(path, at: 1)
      run.addFile.bind(stamp.size, at: 2)
      run.addFile.bind(Int(stamp.modified), at: 3)
      try run.addFile.run()
      let id = try Int.fetchOne(db, sql: "SELECT id FROM files WHERE path = ?", arguments: [path])
      return KnownFile(id: id ?? 0, stamp: stamp, hash: 0, outcomes: 0, isComplete: false)
    }
  }

  /// Notes how far a file is read.
  func note(_ file: KnownFile) throws {
    try writing { _, run in
      run.noteFile.bind(file.outcomes, at: 1)
      run.noteFile.bind(file.isComplete ? 1 : 0, at: 2)
      run.noteFile.bind(file.stamp.size, at: 3)
      run.noteFile.bind(Int(file.stamp.modified), at: 4)
      run.noteFile.bind(file.hash, at: 5)
      run.noteFile.bind(file.id, at: 6)
      try run.noteFile.run()
    }
  }

  /// Takes a file's new name.
  func rename(_ file: KnownFile, to path: String) throws {
    try writing { db, _ in
      try db.execute(
        sql: "UPDATE OR REPLACE files SET path = ? WHERE id = ?", arguments: [path, file.id])
    }
  }

  /// Takes a file out, with its articles and findings.
  func remove(_ file: KnownFile) throws {
    try writing { db, run in
      try removeContent(of: file.id, db)
      try db.execute(sql: "DELETE FROM files WHERE id = ?", arguments: [file.id])
    }
  }

  /// Takes out the findings that belong to no file: folders that could not be read.
  func removeLooseFindings() throws {
    try writing { db, _ in try db.execute(sql: "DELETE FROM findings WHERE file IS NULL") }
  }

  private func removeContent(of file: Int, _ db: Database) throws {
    let ids = try Int.fetchAll(
      db, sql: "SELECT id FROM articles WHERE file = ?", arguments: [file])
    for id in ids { try removeArticle(id, db) }
    try db.execute(sql: "DELETE FROM findings WHERE file = ?", arguments: [file])
  }

  /// Adds a finding; of a file, where it is one that is kept.
  func add(_ finding: Finding, of file: Int?) throws {
    try writing { db, _ in
      try db.execute(
        sql: "INSERT INTO findings(file, path, problem) VALUES (?, ?, ?)",
        arguments: [file, finding.path, Data.database(FindingCodec.encode(finding.problem))])
      uncommitted += 1
    }
  }
}
