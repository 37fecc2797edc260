import Foundation
import GRDB

/// The catalogue as a writer changes it: chunks are read when they are needed, and written at a commit.
struct CatalogueChunks {
  private struct Chunk {
    var bytes: [UInt8]
    var isChanged = false
  }

  /// What was looked at since the last commit, and the chunk that new articles go to.
  private var chunks: [Int: Chunk] = [:]
  private var last = -1

  /// Puts an entry behind all others.
  /// - Parameter index: the index of the article.
  mutating func append(_ entry: CatalogueEntry, at index: Int, _ db: Database) throws {
    let chunk = index / CatalogueEntry.chunk
    try load(chunk, db)
    // A number that an interrupted program gave away without an entry is passed over.
    let missing =
      index % CatalogueEntry.chunk * CatalogueEntry.size - (chunks[chunk]?.bytes.count ?? 0)
    if missing > 0 { chunks[chunk]?.bytes += [UInt8](repeating: 0, count: missing) }
    chunks[chunk]?.bytes += entry.bytes
    chunks[chunk]?.isChanged = true
    last = max(last, chunk)
  }

  /// Changes an entry.
  /// - Throws: where the catalogue does not hold the article.
  mutating func change(
    _ index: Int, _ db: Database, _ change: (inout CatalogueEntry) -> Void
  ) throws {
    let chunk = index / CatalogueEntry.chunk
    let at = index % CatalogueEntry.chunk * CatalogueEntry.size
    try load(chunk, db)
    guard let bytes = chunks[chunk]?.bytes, at + CatalogueEntry.size <= bytes.count else {
      throw PackedReader.Damaged()
    }
    var entry = CatalogueEntry(bytes: bytes[at..<at + CatalogueEntry.size])
    change(&entry)
    chunks[chunk]?.bytes.replaceSubrange(at..<at + CatalogueEntry.size, with: entry.bytes)
    chunks[chunk]?.isChanged = true
  }

  /// Writes down what changed.
  mutating func write(_ db: Database, generation: Int) throws {
    let set = try RawStatement(
      db, "INSERT OR REPLACE INTO catalogue(chunk, generation, bytes) VALUES (?, ?, ?)")
    for (number, chunk) in chunks.sorted(by: { $0.key < $1.key }) where chunk.isChanged {
      set.bind(number, at: 1)
      set.bind(generation, at: 2)
      set.bindBlob(chunk.bytes, at: 3)
      try set.run()
      chunks[number]?.isChanged = false
    }
    chunks = chunks.filter { $0.key == last }
  }

  private mutating func load(_ chunk: Int, _ db: Database) throws {
    guard chunks[chunk] == nil else { return }
    chunks[chunk] = Chunk(
      bytes: try Data.bytes(db, sql: "SELECT bytes FROM catalogue WHERE chunk = \(chunk)") ?? [])
  }
}
