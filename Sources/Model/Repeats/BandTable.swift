/// Which articles share a band of places with one another: a hash table without deletion.
struct BandTable: Sendable {
  /// A bucket that everything falls into tells nothing more.
  private static let fullest = 32

  private struct Bucket {
    var key: UInt32 = 0
    /// 255 where the bucket is free.
    var band: UInt8 = 255
    var count: UInt8 = 0
    /// Where the last link lies; links are chained backwards.
    var last: UInt32 = .max
  }

  private struct Link {
    var number: UInt32
    var before: UInt32
  }

  private var buckets: [Bucket] = []
  private var used = 0
  private var links: [Link] = []
  /// A bit for each hash that has a bucket, so that others cost one look; made by `seal`.
  private var filter: [UInt64] = []
  private var filterShift: UInt64 = 63

  init() {}

  /// Adds an article to the buckets of its bands.
  mutating func add(_ number: UInt32, _ places: UnsafeRawBufferPointer) {
    for band in 0..<ArticleSignature.bands {
      link(number, to: bucket(ArticleSignature.key(places, band: band), band))
    }
  }

  /// Makes buckets for the bands of an article, without the article.
  mutating func want(_ places: UnsafeRawBufferPointer) {
    for band in 0..<ArticleSignature.bands {
      _ = bucket(ArticleSignature.key(places, band: band), band)
    }
  }

  /// Makes `offer` quick: what is wanted is known.
  mutating func seal() {
    var bits = 12
    while 1 << bits < used * 16, bits < 24 { bits += 1 }
    filterShift = UInt64(64 - bits)
    filter = [UInt64](repeating: 0, count: 1 << (bits - 6))
    for bucket in buckets where bucket.band != 255 {
      let bit = Self.hash(bucket.key, Int(bucket.band)) >> filterShift
      filter[Int(bit >> 6)] |= 1 << (bit & 63)
    }
  }

  /// Adds an article to the wanted buckets alone; whether there was any.
  mutating func offer(_ number: UInt32, _ places: UnsafeRawBufferPointer) -> Bool {
    var isWanted = false
    for band in 0..<ArticleSignature.bands {
      let key = ArticleSignature.key(places, band: band)
      let bit = Self.hash(key, band) >> filterShift
      guard filter[Int(bit >> 6)] & 1 << (bit & 63) != 0 else { continue }
      let at = slot(key, band)
      guard buckets[at].band != 255 else { continue }
      isWanted = link(number, to: at) || isWanted
    }
    return isWanted
  }

  /// Calls `take` with each article that shares a band, more than once where several are shared.
  func visit(_ places: UnsafeRawBufferPointer, _ take: (UInt32) -> Void) {
    guard !buckets.isEmpty else { return }
    for band in 0..<ArticleSignature.bands {
      var link = buckets[slot(ArticleSignature.key(places, band: band), band)].last
      while link != .max {
        take(links[Int(link)].number)
        link = links[Int(link)].before
      }
    }
  }

  @discardableResult
  private mutating func link(_ number: UInt32, to at: Int) -> Bool {
    guard buckets[at].count < Self.fullest else { return false }
    links.append(Link(number: number, before: buckets[at].last))
    buckets[at].last = UInt32(truncatingIfNeeded: links.count - 1)
    buckets[at].count += 1
    return true
  }

  /// The bucket of a band's key; a new one where there is none.
  private mutating func bucket(_ key: UInt32, _ band: Int) -> Int {
    if (used + 1) * 2 > buckets.count { grow() }
    let at = slot(key, band)
    if buckets[at].band == 255 {
      buckets[at].key = key
      buckets[at].band = UInt8(band)
      used += 1
    }
    return at
  }

  /// The bucket of a band's key, or the free one where it belongs.
  private func slot(_ key: UInt32, _ band: Int) -> Int {
    let mask = buckets.count - 1
    var at = Int(truncatingIfNeeded: Self.hash(key, band) >> 32) & mask
    while buckets[at].band != 255, buckets[at].key != key || buckets[at].band != UInt8(band) {
      at = (at + 1) & mask
    }
    return at
  }

  private static func hash(_ key: UInt32, _ band: Int) -> UInt64 {
    (UInt64(key) << 4 | UInt64(band)) &* 0x9E37_79B9_7F4A_7C15
  }

  private mutating func grow() {
    let old = buckets
    buckets = [Bucket](repeating: Bucket(), count: max(256, old.count * 2))
    for bucket in old where bucket.band != 255 {
      buckets[slot(bucket.key, Int(bucket.band))] = bucket
    }
  }
}
