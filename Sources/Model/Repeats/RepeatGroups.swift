/// Groups articles that say the same, one after the other; none is dropped.
///
/// The groups follow from the articles and their order alone. An article joins the group of the
/// first article that it is most like.
public struct RepeatGroups: Sendable {
  /// The number of an article, from 0, in the order in which they were added.
  public typealias Number = Int

  /// Articles alike from here on are repeats: half of what they say is the same words in order.
  public static let least = 0.5

  /// Sixteen bands of four places: of two articles alike by half, one of them is the same in two
  /// out of three cases; by four fifths, nearly always.
  private static let bands = 16

  private var signatures: [ArticleSignature] = []
  private var groups: [Number] = []
  private var same: [ArticleID: Number] = [:]
  private var buckets: [UInt64: [Number]] = [:]

  /// No article yet.
  public init() {}

  /// How many articles there are.
  public var count: Int { groups.count }

  /// Adds an article.
  /// - Returns: the number of the first article of its group; its own where it is the first.
  @discardableResult
  public mutating func add(_ article: Article) -> Number {
    add(id: article.id, ArticleSignature(of: article))
  }

  /// Adds an article by its identity and a signature that was stored.
  @discardableResult
  public mutating func add(id: ArticleID, _ signature: ArticleSignature) -> Number {
    let number = groups.count
    let group = same[id].map { groups[$0] } ?? nearest(signature).map { groups[$0] } ?? number
    groups.append(group)
    signatures.append(signature)
    if same[id] == nil { same[id] = number }
    for key in Self.keys(signature) {
      // A bucket that everything falls into tells nothing more.
      if buckets[key, default: []].count < 32 { buckets[key, default: []].append(number) }
    }
    return group
  }

  /// The first article of the group of an article.
  public func group(of number: Number) -> Number { groups[number] }

  /// All groups of more than one article, in the order of their first articles.
  public var repeats: [[Number]] {
    var members: [Number: [Number]] = [:]
    for (number, group) in groups.enumerated() { members[group, default: []].append(number) }
    return members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  private func nearest(_ signature: ArticleSignature) -> Number? {
    var best: (number: Number, likeness: Double)?
    var seen = Set<Number>()
    for key in Self.keys(signature) {
      for number in buckets[key] ?? [] where seen.insert(number).inserted {
        let likeness = signature.likeness(to: signatures[number])
        guard likeness >= Self.least else { continue }
        if let known = best, (known.likeness, -known.number) >= (likeness, -number) { continue }
        best = (number, likeness)
      }
    }
    return best?.number
  }

  private static func keys(_ signature: ArticleSignature) -> [UInt64] {
    guard !signature.places.isEmpty else { return [] }
    let rows = ArticleSignature.size / bands
    return (0..<bands).map { band in
      var key: UInt64 = UInt64(band) &+ 1
      for place in signature.places[(band * rows)..<((band + 1) * rows)] {
        key = (key ^ UInt64(place)) &* 0x9E37_79B9_7F4A_7C15
        key ^= key >> 31
      }
      return key
    }
  }
}
