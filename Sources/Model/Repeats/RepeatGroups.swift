/// Groups articles that say the same, one after the other; none is dropped.
///
/// The groups follow from the articles and their order alone. An article joins the group of the
/// first article that it is most like.
public struct RepeatGroups: Sendable {
  /// The number of an article, from 0, in the order in which they were added.
  public typealias Number = Int

  private var signatures: [UInt8] = []
  private var groups: [UInt32] = []
  private var same: [ArticleID: UInt32] = [:]
  private var bands = BandTable()

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

  /// Adds an article by its identity and its signature.
  /// - Complexity: O(1) comparisons.
  @discardableResult
  public mutating func add(id: ArticleID, _ signature: ArticleSignature) -> Number {
    let number = UInt32(truncatingIfNeeded: groups.count)
    let first = same[id] ?? nearest(signature)
    let group = first.map { groups[Int($0)] } ?? number
    groups.append(group)
    if same[id] == nil { same[id] = number }
    if signature.places.isEmpty {
      signatures += [UInt8](repeating: 0, count: ArticleSignature.size)
    } else {
      signatures += signature.places
      signature.places.withUnsafeBytes { bands.add(number, $0) }
    }
    return Int(group)
  }

  /// The first article of the group of an article.
  public func group(of number: Number) -> Number { Int(groups[number]) }

  /// All groups of more than one article, in the order of their first articles.
  public var repeats: [[Number]] {
    var members: [UInt32: [Number]] = [:]
    for (number, group) in groups.enumerated() { members[group, default: []].append(number) }
    return members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  private func nearest(_ signature: ArticleSignature) -> UInt32? {
    guard !signature.places.isEmpty else { return nil }
    return signature.places.withUnsafeBytes { places in
      signatures.withUnsafeBytes { all in
        var best = NearestRepeat()
        bands.visit(places) { number in
          let start = Int(number) * ArticleSignature.size
          best.look(
            at: number, places,
            UnsafeRawBufferPointer(rebasing: all[start..<(start + ArticleSignature.size)]))
        }
        return best.number
      }
    }
  }
}

/// The article that is most like another, the first one of equals, if any is like enough.
struct NearestRepeat {
  private(set) var number: UInt32?
  private var likeness = 0.0

  /// Looks at an article's signature.
  mutating func look(
    at candidate: UInt32, _ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer
  ) {
    guard candidate != number else { return }
    let new = ArticleSignature.likeness(a, b)
    guard new >= ArticleSignature.least else { return }
    if let number, likeness > new || likeness == new && number < candidate { return }
    number = candidate
    likeness = new
  }
}
