/// All articles of an archive as far as ordering and counting go: 24 bytes each.
///
/// An article is named here by its index, which is its `ArticleKey`; its number in the database is
/// one more.
final class Catalogue: Sendable {
  /// The entries, `CatalogueEntry.size` bytes each.
  private let entries: [UInt8]
  /// How many entries there are, dead ones among them.
  let count: Int
  /// Indices of live articles: newest first, undated last, else in the order of reading.
  let order: [UInt32]
  /// The place of each article in `order`; `UInt32.max` for those that are gone.
  let rank: [UInt32]
  /// Those that are there.
  let live: IndexSet
  /// The number of quotes of all live articles.
  let quotes: Int
  /// Grows with every commit.
  let generation: Int
  /// Which articles say the same.
  let repeats: RepeatIndex

  init(entries: [UInt8], generation: Int, repeats: RepeatIndex) {
    self.entries = entries
    self.generation = generation
    self.repeats = repeats
    count = entries.count / CatalogueEntry.size
    var live: [UInt32] = []
    live.reserveCapacity(count)
    var quotes = 0
    var set = IndexSet(limit: count)
    entries.withUnsafeBufferPointer { bytes in
      for index in 0..<(entries.count / CatalogueEntry.size) {
        let at = index * CatalogueEntry.size
        guard bytes[at + 5] & 1 != 0 else { continue }
        live.append(UInt32(truncatingIfNeeded: index))
        set.insert(index)
        quotes += Int(bytes[at + 6]) | Int(bytes[at + 7]) << 8
      }
    }
    self.quotes = quotes
    self.live = set
    let order = Self.sorted(live, by: entries)
    var rank = [UInt32](repeating: .max, count: count)
    for (place, index) in order.enumerated() {
      rank[Int(index)] = UInt32(truncatingIfNeeded: place)
    }
    self.order = order
    self.rank = rank
  }

  /// No articles.
  convenience init() { self.init(entries: [], generation: -1, repeats: RepeatIndex()) }

  /// The catalogue with newer chunks in place of older ones, or behind them.
  /// - Parameters:
  ///   - chunks: how many chunks there are at most.
  ///   - repeats: the groups of repeats where they are newer.
  ///   - forEach: calls with the number and the bytes of each newer chunk, in order.
  func updated(
    chunks: Int, generation: Int, repeats: RepeatIndex?,
    _ forEach: ((Int, UnsafeRawBufferPointer) -> Void) throws -> Void
  ) rethrows -> Catalogue {
    let size = CatalogueEntry.chunk * CatalogueEntry.size
    var entries: [UInt8] = []
    // No room is made twice.
    entries.reserveCapacity(max(self.entries.count, min(chunks, 1 << 20) * size))
    entries += self.entries
    try forEach { number, bytes in
      let start = number * size
      guard start <= entries.count else { return }
      entries.replaceSubrange(
        start..<min(entries.count, max(start, start + bytes.count)), with: bytes)
    }
    return Catalogue(
      entries: entries, generation: generation, repeats: repeats ?? self.repeats)
  }

  // MARK: - One article

  /// The eight bytes of an entry from an offset on, which is 0 or 8.
  @inline(__always)
  private func half(_ index: Int, _ offset: Int) -> UInt64 {
    let at = index * CatalogueEntry.size + offset
    return entries.withUnsafeBytes {
      at >= 0 && at + 8 <= $0.count
        ? UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: UInt64.self)) : 0
    }
  }

  func contains(_ index: Int) -> Bool { live.contains(index) }
  func moment(_ index: Int) -> Int { Int(half(index, 0) & 0xFF_FFFF_FFFF) }
  func quotes(_ index: Int) -> Int { Int(half(index, 0) >> 48) }
  func file(_ index: Int) -> Int { Int(half(index, 8) & 0xFFFF_FFFF) }
  func firstQuote(_ index: Int) -> Int { Int(half(index, 8) >> 32) }

  /// The numbers of all quotes lie below this: how many the last article has is known to 65535.
  var quoteLimit: Int { count == 0 ? 0 : firstQuote(count - 1) + 0xF_FFFF }

  /// Live articles for which a condition holds.
  func liveArticles(where holds: (Int) -> Bool) -> IndexSet {
    var found = IndexSet(limit: count)
    live.visit { index in
      if holds(index) { found.insert(index) }
      return true
    }
    return found
  }

  /// The articles of some quotes, which are given as their numbers less one.
  func articles(holding quotes: IndexSet) -> IndexSet {
    var found = IndexSet(limit: count)
    if quotes.count * 8 > count {
      // Most articles hold some: each is asked.
      var first = firstQuote(0) - 1
      for article in 0..<count {
        let next = article + 1 < count ? firstQuote(article + 1) - 1 : quotes.limit
        if quotes.holdsAny(of: first, below: next) { found.insert(article) }
        first = next
      }
      return found
    }
    var article = 0
    var quote = quotes.next(from: 0)
    while let index = quote {
      article = self.article(ofQuote: index + 1, from: article)
      found.insert(article)
      guard article + 1 < count else { break }
      quote = quotes.next(from: max(index + 1, firstQuote(article + 1) - 1))
    }
    return found
  }

  /// How many of some quotes are in each article, 65535 for more; they are given as numbers less one.
  func counts(of quotes: IndexSet) -> [UInt16] {
    var counts = [UInt16](repeating: 0, count: count)
    var article = 0
    quotes.visit { index in
      article = self.article(ofQuote: index + 1, from: article)
      if counts.indices.contains(article), counts[article] < .max { counts[article] += 1 }
      return true
    }
    return counts
  }

  /// The article whose quotes a number is among, looked for from `from` on.
  func article(ofQuote quote: Int, from: Int) -> Int {
    var low = from
    var step = 1
    while low + step < count, firstQuote(low + step) <= quote {
      low += step
      step *= 2
    }
    var high = min(count, low + step)
    while low + 1 < high {
      let middle = (low + high) / 2
      if firstQuote(middle) <= quote { low = middle } else { high = middle }
    }
    return low
  }

  /// The places in `order` of the articles of some days.
  func places(_ days: DayRange) -> Range<Int> {
    let wanted = Moment.numbers(days)
    let first = partition { self.moment($0) < wanted.upperBound }
    let last = partition { self.moment($0) < wanted.lowerBound }
    return first..<max(first, last)
  }

  /// The first place in `order` from which on a condition holds.
  private func partition(_ holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if holds(Int(order[middle])) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  // MARK: - Order

  /// Sorts by falling moment; what is equal stays in order (a radix sort over 33 bits).
  private static func sorted(_ indices: [UInt32], by entries: [UInt8]) -> [UInt32] {
    var keys = [UInt64](repeating: 0, count: indices.count)
    var isSorted = true
    entries.withUnsafeBufferPointer { bytes in
      for (place, index) in indices.enumerated() {
        let at = Int(index) * CatalogueEntry.size
        var moment: UInt64 = 0
        for i in 0..<5 { moment |= UInt64(bytes[at + i]) << UInt64(8 * i) }
        keys[place] = (1 << 40) - 1 - moment
        if place > 0, keys[place] < keys[place - 1] { isSorted = false }
      }
    }
    return isSorted ? indices : radixSorted(indices, by: keys)
  }

  /// Indices in the order of their keys; equal ones stay in order.
  static func radixSorted(_ indices: [UInt32], by keys: [UInt64]) -> [UInt32] {
    var places = Array(0..<UInt32(truncatingIfNeeded: indices.count))
    var other = places
    let highest = keys.max() ?? 0
    let lowest = keys.min() ?? 0
    var shift: UInt64 = 0
    while shift < 64, (highest ^ lowest) >> shift != 0 {
      var starts = [Int](repeating: 0, count: 2049)
      for key in keys { starts[Int(key >> shift & 2047) + 1] += 1 }
      for digit in 1...2048 { starts[digit] += starts[digit - 1] }
      for place in places {
        let digit = Int(keys[Int(place)] >> shift & 2047)
        other[starts[digit]] = place
        starts[digit] += 1
      }
      swap(&places, &other)
      shift += 11
    }
    for (index, place) in places.enumerated() { other[index] = indices[Int(place)] }
    return other
  }
}
