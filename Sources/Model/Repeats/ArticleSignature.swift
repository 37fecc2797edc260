/// What an article says, in a form in which near repeats are alike: wire copy under another headline,
/// cut short, or with a line put in.
///
/// MinHash (Broder 1997) of all runs of four folded words of standfirst and body, one byte a place
/// (Li and König 2010): the share of places in which two signatures agree estimates the share of runs
/// that the articles have in common. A run is hashed four times, and each hash counts for one place of
/// sixteen; places that no run fell into borrow from the next (Shrivastava and Li 2014).
public struct ArticleSignature: Hashable, Sendable {
  /// Places of a signature, a byte each.
  public static let size = 64
  /// Groups of places in which repeats are looked for: of two articles alike by half, one of them is
  /// the same in two out of three cases; by four fifths, nearly always.
  static let bands = 16
  /// Articles alike from here on are repeats: half of what they say is the same words in order.
  public static let least = 0.5

  /// So many words make a run.
  private static let run = 4
  /// Fewer runs tell nothing: short texts are alike by chance.
  private static let leastRuns = 12
  /// A run counts for one place of each row.
  private static let rows = 4
  private static let rowSize = size / rows

  /// The least hash of each place; empty where the article is too short.
  public let places: [UInt8]

  /// Takes places that were stored.
  public init(places: [UInt8]) { self.places = places.count == Self.size ? places : [] }

  /// The signature of an article.
  /// - Complexity: O(words).
  public init(of article: Article) {
    var folded: [UInt8] = []
    for span in article.standfirst + article.body {
      Folding.append(article.source.bytes[span.range], to: &folded)
    }
    self.init(folded: folded[...])
  }

  /// The signature of folded words.
  init(folded: ArraySlice<UInt8>) {
    let words = Self.hashes(of: folded)
    guard words.count >= Self.run + Self.leastRuns else {
      places = []
      return
    }
    places = Self.places(of: words)
  }

  /// The hash of each word.
  private static func hashes(of folded: ArraySlice<UInt8>) -> [UInt64] {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(folded.count / 5)
    folded.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
        guard at < bytes.count else { return }
        var hash: UInt64 = 14_695_981_039_346_656_037
        while at < bytes.count, bytes[at] > 0x20 {
          hash = (hash ^ UInt64(bytes[at])) &* 1_099_511_628_211
          at += 1
        }
        hashes.append(hash)
      }
    }
    return hashes
  }

  private static func places(of words: [UInt64]) -> [UInt8] {
    var least = [UInt32](repeating: .max, count: size)
    least.withUnsafeMutableBufferPointer { least in
      words.withUnsafeBufferPointer { words in
        for start in 0...(words.count - run) {
          var mixed: UInt64 = 0
          for word in start..<(start + run) {
            mixed = (mixed ^ words[word]) &* 0x9E37_79B9_7F4A_7C15
            mixed ^= mixed >> 29
          }
          for row in 0..<rows {
            let hash = mixed &* factors[row]
            let place = row * rowSize + Int(hash >> 60)
            let value = UInt32(truncatingIfNeeded: hash >> 24)
            if value < least[place] { least[place] = value }
          }
        }
      }
    }
    return (0..<size).map { place in
      var from = place
      var distance: UInt32 = 0
      // Every row has at least one, as each run counts for one place of it.
      while least[from] == .max, distance < UInt32(rowSize) {
        distance += 1
        from = place / rowSize * rowSize + (place + Int(distance)) % rowSize
      }
      let value = least[from] &+ distance &* 0x9E37_79B9
      return UInt8(truncatingIfNeeded: value ^ value >> 16)
    }
  }

  /// The share of runs that two articles have in common, estimated; 0 where one is too short.
  public func likeness(to other: ArticleSignature) -> Double {
    guard !places.isEmpty, !other.places.isEmpty else { return 0 }
    return places.withUnsafeBytes { a in
      other.places.withUnsafeBytes { b in Self.likeness(a, b) }
    }
  }

  /// The share of places in which two signatures agree.
  static func likeness(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Double {
    var same = 0
    for place in 0..<min(size, a.count, b.count) where a[place] == b[place] { same += 1 }
    return Double(same) / Double(size)
  }

  /// The places of a band as one number.
  static func key(_ places: UnsafeRawBufferPointer, band: Int) -> UInt32 {
    places.loadUnaligned(fromByteOffset: band * 4, as: UInt32.self)
  }

  /// Odd numbers that make one hash into many (splitmix64).
  private static let factors: [UInt64] = {
    var state: UInt64 = 2018
    return (0..<rows).map { _ in
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return (mixed ^ (mixed >> 31)) | 1
    }
  }()
}
