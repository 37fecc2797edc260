import GRDB

/// Groups of repeats as they lie in the database.
///
/// Only articles that repeat an earlier one have an entry, six bytes: its place in its chunk of
/// `CatalogueEntry.chunk` articles, and the first article of its group. All numbers are
/// little-endian.
enum StoredRepeats {
  private static let entry = 6

  /// The groups; nil where nothing changed since a generation.
  static func index(_ db: Database, since generation: Int) throws -> RepeatIndex? {
    guard try isThere(db) else { return nil }
    let newest = try RawStatement(db, "SELECT 1 FROM repeats WHERE generation > ? LIMIT 1")
    newest.bind(generation, at: 1)
    guard try newest.step() else { return nil }
    return RepeatIndex(try pairs(db))
  }

  /// All entries, in the order of the articles.
  static func pairs(_ db: Database) throws -> [RepeatIndex.Pair] {
    var pairs: [RepeatIndex.Pair] = []
    let chunks = try RawStatement(db, "SELECT chunk, bytes FROM repeats ORDER BY chunk")
    while try chunks.step() {
      let start = UInt32(truncatingIfNeeded: chunks.int(0) &* CatalogueEntry.chunk)
      chunks.withBlob(1) { bytes in
        for at in stride(from: 0, to: bytes.count - entry + 1, by: entry) {
          let offset = bytes.loadUnaligned(fromByteOffset: at, as: UInt16.self)
          let first = bytes.loadUnaligned(fromByteOffset: at + 2, as: UInt32.self)
          pairs.append(
            RepeatIndex.Pair(
              member: start &+ UInt32(UInt16(littleEndian: offset)),
              first: UInt32(littleEndian: first)))
        }
      }
    }
    return pairs
  }

  /// The bytes of a chunk's entries.
  static func bytes(_ pairs: ArraySlice<RepeatIndex.Pair>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pairs.count * entry)
    for pair in pairs {
      let offset = pair.member % UInt32(CatalogueEntry.chunk)
      for shift in [0, 8] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: offset >> shift)) }
      for shift in [0, 8, 16, 24] as [UInt32] {
        bytes.append(UInt8(truncatingIfNeeded: pair.first >> shift))
      }
    }
    return bytes
  }

  /// Whether the archive has the tables; one of an older version that nobody wrote to since has not.
  private static func isThere(_ db: Database) throws -> Bool {
    try RawStatement(db, "SELECT 1 FROM sqlite_master WHERE name = 'repeats'").step()
  }
}
