/// What an article says, in a form in which near repeats are alike: wire copy under another headline,
/// cut short, or with a line put in.
///
/// MinHash (Broder 1997) of all runs of four folded words of standfirst and body: the share of
/// places in which two signatures agree estimates the share of runs that the articles have in common.
public struct ArticleSignature: Hashable, Sendable {
  /// Places of a signature.
  public static let size = 64
  /// So many words make a run.
  private static let run = 4
  /// Fewer runs tell nothing: short texts are alike by chance.
  private static let leastRuns = 12

  /// The least hash of each place; empty where the article is too short.
  public let places: [UInt32]

  /// Takes places that were stored.
  public init(places: [UInt32]) { self.places = places.count == Self.size ? places : [] }

  /// The signature of an article.
  /// - Complexity: O(words).
  public init(of article: Article) {
    var hashes: [UInt64] = []
    for span in article.standfirst + article.body {
      Folding.forEachWord(in: article.source.bytes[span.range]) { _, word in
        var hash: UInt64 = 14_695_981_039_346_656_037
        for byte in word { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
        hashes.append(hash)
      }
    }
    guard hashes.count >= Self.run + Self.leastRuns else {
      places = []
      return
    }
    var least = [UInt32](repeating: .max, count: Self.size)
    for start in 0...(hashes.count - Self.run) {
      var mixed: UInt64 = 0
      for hash in hashes[start..<(start + Self.run)] {
        mixed = (mixed ^ hash) &* 0x9E37_79B9_7F4A_7C15
        mixed ^= mixed >> 29
      }
      for place in 0..<Self.size {
        let value = UInt32(
          truncatingIfNeeded: (mixed &* Self.factors[place] &+ UInt64(place)) >> 32)
        if value < least[place] { least[place] = value }
      }
    }
    places = least
  }

  /// The share of runs that two articles have in common, estimated; 0 where one is too short.
  public func likeness(to other: ArticleSignature) -> Double {
    guard !places.isEmpty, !other.places.isEmpty else { return 0 }
    let same = zip(places, other.places).reduce(0) { $0 + ($1.0 == $1.1 ? 1 : 0) }
    return Double(same) / Double(Self.size)
  }

  /// Odd numbers that make one hash into many (splitmix64).
  private static let factors: [UInt64] = {
    var state: UInt64 = 2018
    return (0..<size).map { _ in
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return (mixed ^ (mixed >> 31)) | 1
    }
  }()
}
