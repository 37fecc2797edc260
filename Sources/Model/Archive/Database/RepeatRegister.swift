import Foundation
import GRDB

/// Finds out which new articles repeat others, and keeps the groups while articles come and go.
///
/// Signatures lie in the database in the order of the articles. The new ones of a commit are compared
/// in one pass over them, so that memory holds the new ones alone, whatever the size of the archive:
/// 64 bytes an article are read, which takes a millisecond for 20,000.
struct RepeatRegister {
  /// So many signatures are stored together.
  private static let chunk = 1024

  private struct Pending {
    var article: UInt32
    /// The first article with the same words.
    var same: UInt32?
    var signature: ArticleSignature
  }

  private var pending: [Pending] = []
  private var removed: Set<UInt32> = []
  /// The first of the group of each article that repeats another; loaded when it is needed.
  private var firsts: [UInt32: UInt32]?
  private var changedChunks: Set<Int> = []
  /// The last chunk of signatures.
  private var tail: (chunk: Int, bytes: [UInt8])?

  /// Notes a new article; articles come in the order of their indices.
  mutating func add(_ article: Int, same: Int?, _ signature: ArticleSignature) {
    pending.append(
      Pending(
        article: UInt32(truncatingIfNeeded: article),
        same: same.map { UInt32(truncatingIfNeeded: $0) }, signature: signature))
  }

  /// Notes that an article is gone.
  mutating func remove(_ article: Int) {
    let article = UInt32(truncatingIfNeeded: article)
    if let first = pending.first, first.article <= article,
      let index = pending.firstIndex(where: { $0.article == article })
    {
      // Its place stays, empty.
      pending[index].signature = ArticleSignature(places: [])
      pending[index].same = nil
    } else {
      removed.insert(article)
    }
  }

  /// Writes down what was noted, for a commit.
  mutating func write(_ db: Database, generation: Int) throws {
    guard !pending.isEmpty || !removed.isEmpty else { return }
    if firsts == nil {
      firsts = Dictionary(
        try StoredRepeats.pairs(db).map { ($0.member, $0.first) }, uniquingKeysWith: { $1 })
    }
    if !removed.isEmpty {
      try forgetSignatures(db)
      forgetGroups()
      removed = []
    }
    if !pending.isEmpty {
      try join(db)
      try writeSignatures(db)
      pending = []
    }
    try writeGroups(db, generation: generation)
  }

  // MARK: - Groups

  /// Puts the new articles into groups.
  private mutating func join(_ db: Database) throws {
    var table = BandTable()
    for one in pending where !one.signature.places.isEmpty {
      one.signature.places.withUnsafeBytes { table.want($0) }
    }
    var known: [UInt32: [UInt8]] = [:]
    table.seal()
    try forEachSignature(db) { article, places in
      if table.offer(article, places) { known[article] = Array(places) }
    }
    for one in pending {
      let nearest = one.same ?? Self.nearest(one.signature, table, known)
      if let nearest { join(one.article, to: firsts?[nearest] ?? nearest) }
      guard !one.signature.places.isEmpty else { continue }
      one.signature.places.withUnsafeBytes { table.add(one.article, $0) }
      known[one.article] = one.signature.places
    }
  }

  private static func nearest(
    _ signature: ArticleSignature, _ table: BandTable, _ known: [UInt32: [UInt8]]
  ) -> UInt32? {
    guard !signature.places.isEmpty else { return nil }
    return signature.places.withUnsafeBytes { places in
      var best = NearestRepeat()
      table.visit(places) { article in
        known[article]?.withUnsafeBytes { best.look(at: article, places, $0) }
      }
      return best.number
    }
  }

  private mutating func join(_ article: UInt32, to first: UInt32?) {
    guard firsts?[article] != first else { return }
    firsts?[article] = first
    changedChunks.insert(Int(article) / CatalogueEntry.chunk)
  }

  /// Takes articles out of their groups; where it was the first, the next one becomes the first.
  private mutating func forgetGroups() {
    var heirless: [UInt32: [UInt32]] = [:]
    for (member, first) in firsts ?? [:] where removed.contains(first) && !removed.contains(member)
    {
      heirless[first, default: []].append(member)
    }
    for article in removed { join(article, to: nil) }
    for members in heirless.values {
      guard let heir = members.min() else { continue }
      for member in members { join(member, to: member == heir ? nil : heir) }
    }
  }

  private mutating func writeGroups(_ db: Database, generation: Int) throws {
    guard !changedChunks.isEmpty else { return }
    var pairs: [Int: [RepeatIndex.Pair]] = [:]
    for (member, first) in firsts ?? [:] {
      let chunk = Int(member) / CatalogueEntry.chunk
      guard changedChunks.contains(chunk) else { continue }
      pairs[chunk, default: []].append(RepeatIndex.Pair(member: member, first: first))
    }
    let set = try RawStatement(
      db, "INSERT OR REPLACE INTO repeats(chunk, generation, bytes) VALUES (?, ?, ?)")
    for chunk in changedChunks.sorted() {
      let sorted = (pairs[chunk] ?? []).sorted { $0.member < $1.member }
      set.bind(chunk, at: 1)
      set.bind(generation, at: 2)
      set.bindBlob(StoredRepeats.bytes(sorted[...]), at: 3)
      try set.run()
    }
    changedChunks = []
  }

  // MARK: - Signatures

  /// Calls `body` with the signature of each article that is stored, in order.
  private func forEachSignature(
    _ db: Database, _ body: (UInt32, UnsafeRawBufferPointer) -> Void
  ) throws {
    let size = ArticleSignature.size
    let chunks = try RawStatement(db, "SELECT chunk, bytes FROM signatures ORDER BY chunk")
    while try chunks.step() {
      let start = chunks.int(0) &* Self.chunk
      chunks.withBlob(1) { bytes in
        for at in 0..<(bytes.count / size) {
          let places = UnsafeRawBufferPointer(rebasing: bytes[at * size..<(at + 1) * size])
          guard !places.allSatisfy({ $0 == 0 }) else { continue }
          body(UInt32(truncatingIfNeeded: start &+ at), places)
        }
      }
    }
  }

  private func bytes(ofChunk chunk: Int, _ db: Database) throws -> [UInt8] {
    try Data.bytes(db, sql: "SELECT bytes FROM signatures WHERE chunk = \(chunk)") ?? []
  }

  private func set(_ bytes: [UInt8], ofChunk chunk: Int, _ db: Database) throws {
    let set = try RawStatement(
      db, "INSERT OR REPLACE INTO signatures(chunk, bytes) VALUES (?, ?)")
    set.bind(chunk, at: 1)
    set.bindBlob(bytes, at: 2)
    try set.run()
  }

  private mutating func writeSignatures(_ db: Database) throws {
    let empty = [UInt8](repeating: 0, count: ArticleSignature.size)
    for one in pending {
      let chunk = Int(one.article) / Self.chunk
      if tail?.chunk != chunk {
        if let tail { try set(tail.bytes, ofChunk: tail.chunk, db) }
        tail = (chunk, try bytes(ofChunk: chunk, db))
      }
      let start = Int(one.article) % Self.chunk * ArticleSignature.size
      // An archive that is older than signatures has none at the beginning.
      if let count = tail?.bytes.count, count < start {
        tail?.bytes += [UInt8](repeating: 0, count: start - count)
      }
      tail?.bytes += one.signature.places.isEmpty ? empty : one.signature.places
    }
    if let tail { try set(tail.bytes, ofChunk: tail.chunk, db) }
  }

  private mutating func forgetSignatures(_ db: Database) throws {
    let chunks = Dictionary(grouping: removed) { Int($0) / Self.chunk }
    for (chunk, articles) in chunks {
      var bytes = try bytes(ofChunk: chunk, db)
      for article in articles {
        let start = Int(article) % Self.chunk * ArticleSignature.size
        guard start + ArticleSignature.size <= bytes.count else { continue }
        for at in start..<(start + ArticleSignature.size) { bytes[at] = 0 }
      }
      if !bytes.isEmpty { try set(bytes, ofChunk: chunk, db) }
    }
    tail = nil
  }
}
