import GRDB

/// Reads whole lists of a full-text table into sets.
///
/// SQLite gives entries out one by one, a tenth of a microsecond each; a common word stands in a
/// million articles. The table keeps them as lists of differences, mostly a byte each, which are read
/// here from its pages. The format is FTS5's with `detail=none` (`fts5_index.c` of SQLite); nothing is
/// ever taken out of these tables.
final class IndexLists {
  /// The tables of the index.
  enum Table: String {
    /// An entry for each article.
    case words
    /// An entry for each quote.
    case said

    /// Beginnings of so many characters have lists of their own, as `Schema` makes the tables.
    var indexedBeginnings: ClosedRange<Int>? { self == .words ? 1...2 : nil }
  }

  private struct Segment {
    var id: Int
    var first: Int
    var last: Int
  }

  let table: Table
  private let segments: [Segment]
  private let pages: RawStatement
  private let start: RawStatement
  /// Where the table is of another form, as a newer SQLite may write it: entries are given one by one.
  private let match: RawStatement?

  /// The record that tells the parts of a table.
  private static let structure = 10
  /// Pages are numbered from a part's number times this on.
  private static let pageBits = 37
  /// What stands before a whole word; before a beginning of the first indexed length one more.
  private static let wordMark: UInt8 = 0x30
  /// So many pages are read between two looks at whether the answer is still wanted.
  private static let stride = 64

  /// - Parameter readsPages: whether lists are read from their pages, where their form is known.
  /// - Throws: `DatabaseError`.
  init(_ db: Database, _ table: Table, readsPages: Bool = true) throws {
    self.table = table
    pages = try RawStatement(
      db, "SELECT block, id FROM \(table.rawValue)_data WHERE id BETWEEN ? AND ? ORDER BY id")
    start = try RawStatement(
      db,
      """
      SELECT pgno FROM \(table.rawValue)_idx WHERE segid = ? AND term <= ?
      ORDER BY term DESC LIMIT 1
      """)
    let record = try RawStatement(
      db, "SELECT block FROM \(table.rawValue)_data WHERE id = \(Self.structure)")
    let found = try record.step() ? record.withBlob(0) { Self.segments($0) } : []
    segments = readsPages ? found ?? [] : []
    match =
      found != nil && readsPages
      ? nil
      : try RawStatement(
        db, "SELECT rowid FROM \(table.rawValue) WHERE \(table.rawValue) MATCH ?")
  }

  /// Cookie, levels, parts; for each level its parts: number, first and last page.
  private static func segments(_ bytes: UnsafeRawBufferPointer) -> [Segment]? {
    var input = IndexBytes(bytes, from: 4, to: bytes.count)
    // Tables from which entries can be taken out have another form.
    guard bytes.count > 4, bytes[4] != 0xFF else { return nil }
    let levels = input.number()
    _ = input.number()
    _ = input.number()
    var segments: [Segment] = []
    for _ in 0..<min(levels, 1000) {
      _ = input.number()
      for _ in 0..<min(input.number(), 10_000) {
        segments.append(
          Segment(id: input.number(), first: input.number(), last: input.number()))
      }
    }
    guard !input.isPastEnd else { return nil }
    return segments
  }

  // MARK: - Lists

  /// Adds the entries of a word, or of all words that begin so; entry 1 has index 0.
  func insert(
    _ token: String, isBeginning: Bool, into set: inout IndexSet, _ work: ArchiveWork
  ) throws {
    if let match { return try insert(token, isBeginning, asking: match, into: &set, work) }
    let (key, isBeginning) = key(of: token, isBeginning)
    var inner = InnerPages(limit: set.limit)
    for segment in segments {
      var scan = IndexScan(key: key, isBeginning: isBeginning)
      let last = page(try firstPage(of: Self.end(of: key, isBeginning), segment), of: segment)
      pages.bind(page(try firstPage(of: key, segment), of: segment), at: 1)
      pages.bind(page(segment.last, of: segment), at: 2)
      defer { pages.reset() }
      var count = 0
      while !scan.isDone, try pages.step() {
        if scan.isInside, pages.int(1) < last {
          inner.add(pages.blob(0))
        } else {
          pages.withBlob(0) { scan.read($0, into: &set) }
        }
        count += 1
        if count % Self.stride == 0 { try work.check() }
      }
    }
    inner.finish(into: &set)
  }

  /// What no wanted word stands behind.
  private static func end(of key: [UInt8], _ isBeginning: Bool) -> [UInt8] {
    key + [isBeginning ? 0xFF : 0x01]
  }

  private func insert(
    _ token: String, _ isBeginning: Bool, asking match: RawStatement, into set: inout IndexSet,
    _ work: ArchiveWork
  ) throws {
    match.bind("\"\(token)\"" + (isBeginning ? "*" : ""), at: 1)
    defer { match.reset() }
    var count = 0
    while try match.step() {
      set.insert(match.int(0) - 1)
      count += 1
      if count % 4096 == 0 { try work.check() }
    }
  }

  /// How many pages the entries of a word fill, about, or those of all words that begin so.
  func pages(of token: String, isBeginning: Bool) throws -> Int {
    let (key, isBeginning) = key(of: token, isBeginning)
    let end = Self.end(of: key, isBeginning)
    return try segments.reduce(0) { sum, segment in
      sum + 1 + (try firstPage(of: end, segment)) - (try firstPage(of: key, segment))
    }
  }

  /// What stands in the table for a word or a beginning, and whether more may follow it there.
  private func key(of token: String, _ isBeginning: Bool) -> ([UInt8], Bool) {
    let length = token.unicodeScalars.count
    if isBeginning, let indexed = table.indexedBeginnings, indexed.contains(length) {
      let mark = Self.wordMark + 1 + UInt8(length - indexed.lowerBound)
      return ([mark] + Array(token.utf8), false)
    }
    return ([Self.wordMark] + Array(token.utf8), isBeginning)
  }

  private func page(_ number: Int, of segment: Segment) -> Int {
    segment.id << Self.pageBits + number
  }

  /// The page on which a word of a part would begin.
  private func firstPage(of key: [UInt8], _ segment: Segment) throws -> Int {
    start.bind(segment.id, at: 1)
    start.bindBlob(key, at: 2)
    defer { start.reset() }
    // The lowest bit tells whether the page's list has an index.
    return try start.step() ? max(segment.first, start.int(0) >> 1) : segment.first
  }
}

/// Reads the pages of a part one after the other.
private struct IndexScan {
  let key: [UInt8]
  let isBeginning: Bool
  private(set) var isDone = false
  /// Whether the last list of the page before is wanted and may go on.
  private(set) var isInside = false

  init(key: [UInt8], isBeginning: Bool) {
    self.key = key
    self.isBeginning = isBeginning
  }

  /// Adds all that stands on a page.
  static func insertAll(of page: UnsafeRawBufferPointer, into set: inout IndexSet) {
    guard page.count >= 4 else { return }
    let end = min(page.count, Int(page[2]) << 8 | Int(page[3]))
    var offsets = IndexBytes(page, from: end, to: page.count)
    var at = offsets.isAtEnd ? end : min(end, offsets.number())
    IndexBytes(page, from: 4, to: at).insertAll(into: &set)
    var isFirst = true
    while at < end {
      let next = offsets.isAtEnd ? end : min(end, at + offsets.number())
      guard next > at else { return }
      var input = IndexBytes(page, from: at, to: next)
      if !isFirst { _ = input.number() }
      _ = input.take(input.number())
      input.insertAll(into: &set)
      isFirst = false
      at = next
    }
  }

  /// A page: where its first entry and its end lie (two bytes each), what goes on from the page
  /// before, words with their lists, and behind the end the distances of the words.
  mutating func read(_ page: UnsafeRawBufferPointer, into set: inout IndexSet) {
    guard page.count >= 4 else {
      isDone = true
      return
    }
    let end = min(page.count, Int(page[2]) << 8 | Int(page[3]))
    var offsets = IndexBytes(page, from: end, to: page.count)
    var at = offsets.isAtEnd ? end : min(end, offsets.number())
    if isInside {
      IndexBytes(page, from: 4, to: at).insertAll(into: &set)
      if at < end { isInside = false }
    }
    var word: [UInt8] = []
    while at < end, !isDone {
      let next = offsets.isAtEnd ? end : min(end, at + offsets.number())
      // A distance of nothing is none.
      guard next > at else {
        isDone = true
        return
      }
      var input = IndexBytes(page, from: at, to: next)
      let kept = word.isEmpty ? 0 : min(word.count, input.number())
      let rest = input.take(input.number())
      word.removeSubrange(kept...)
      word.append(contentsOf: rest)
      if isBeginning ? word.starts(with: key) : word == key {
        input.insertAll(into: &set)
        isInside = next == end
      } else if key.lexicographicallyPrecedes(word) {
        isDone = true
      }
      at = next
    }
  }
}

/// Pages between the first and the last of a beginning: all that stands on them is wanted, so that they
/// are read on all cores.
private struct InnerPages {
  /// So many pages are gathered at most.
  private static let most = 256
  /// Fewer than so many are read by one core.
  private static let fewest = 16

  private struct Part: Sendable {
    var pages: ArraySlice<[UInt8]> = []
    var set: IndexSet
  }

  private let limit: Int
  private var pages: [[UInt8]] = []
  private var parts: [Part] = []

  init(limit: Int) { self.limit = limit }

  mutating func add(_ page: [UInt8]) {
    pages.append(page)
    if pages.count == Self.most { read() }
  }

  mutating func finish(into set: inout IndexSet) {
    read()
    for part in parts { set.formUnion(part.set) }
  }

  private mutating func read() {
    if pages.isEmpty { return }
    let cores = pages.count < Self.fewest ? 1 : ProcessorCount.available
    while parts.count < cores { parts.append(Part(set: IndexSet(limit: limit))) }
    for core in 0..<cores {
      parts[core].pages = pages[pages.count * core / cores..<pages.count * (core + 1) / cores]
    }
    Cores.forEach(&parts, fewest: 2) { _, part in
      for page in part.pages {
        page.withUnsafeBytes { IndexScan.insertAll(of: $0, into: &part.set) }
      }
      part.pages = []
    }
    pages.removeAll(keepingCapacity: true)
  }
}

/// Numbers of seven bits a byte, the highest first, as SQLite writes them.
private struct IndexBytes {
  private let bytes: UnsafeRawBufferPointer
  private var at: Int
  private let end: Int
  private(set) var isPastEnd = false

  init(_ bytes: UnsafeRawBufferPointer, from: Int, to: Int) {
    self.bytes = bytes
    at = min(max(0, from), bytes.count)
    end = min(max(at, to), bytes.count)
  }

  var isAtEnd: Bool { at >= end }

  mutating func number() -> Int {
    var value = 0
    for _ in 0..<9 {
      guard at < end else {
        isPastEnd = true
        return max(0, value)
      }
      let byte = bytes[at]
      at += 1
      value = value << 7 | Int(byte & 0x7F)
      if byte < 0x80 { break }
    }
    return max(0, value)
  }

  mutating func take(_ count: Int) -> UnsafeRawBufferPointer {
    let count = min(max(0, count), end - at)
    defer { at += count }
    return UnsafeRawBufferPointer(rebasing: bytes[at..<at + count])
  }

  /// The entries of a list, of which the first stands as it is and others as distances.
  func insertAll(into set: inout IndexSet) {
    guard at < end, let base = bytes.baseAddress else { return }
    set.withBits { bits, limit in
      var row = 0
      var next = base + at
      let last = base + end
      while next < last {
        var byte = next.load(as: UInt8.self)
        next += 1
        if byte < 0x80 {
          row &+= Int(byte)
        } else {
          var value = Int(byte & 0x7F)
          while next < last {
            byte = next.load(as: UInt8.self)
            next += 1
            value = value &<< 7 | Int(byte & 0x7F)
            if byte < 0x80 { break }
          }
          row &+= value
        }
        let index = row &- 1
        if UInt(bitPattern: index) < UInt(bitPattern: limit) {
          bits[index &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: index & 63)
        }
      }
    }
  }
}
