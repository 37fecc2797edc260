import GRDB

/// Orders articles by how well the words of a filter fit (BM25, Robertson and Spärck Jones).
///
/// The index knows which articles hold a word, not how often; so texts are looked into, those of the
/// newest `depth` articles that match. What matches besides follows, newest first.
struct Relevance {
  /// So many articles are looked into.
  static let depth = 5000
  /// The usual constants: how soon more of the same word counts less, and how much length matters.
  private static let (saturation, lengthWeight) = (1.2, 0.75)
  /// A word of the headline counts so often.
  static let headlineWeight = 4.0

  private let run: QueryRun
  private let finder: RelevantWords

  init(_ run: QueryRun, _ query: Query) {
    self.run = run
    finder = RelevantWords(query)
  }

  /// The order of the articles that were found, with all others behind them.
  func ordering(_ found: IndexSet, _ newest: Ordering) throws -> Ordering {
    guard !finder.isEmpty else { return newest }
    let all = ResultSet(found, newest, run.catalogue)
    let looked = all.articles(0..<Self.depth)
    let bodies = try ArticleBodies(run.db, run.compression)
    var counts: [[Double]] = []
    var lengths: [Double] = []
    for (place, index) in looked.enumerated() {
      if place % 64 == 0 { try run.work.check() }
      guard let article = try bodies.article(index + 1) else {
        counts.append([])
        lengths.append(0)
        continue
      }
      let (found, length) = finder.count(in: article, headlineWeight: Self.headlineWeight)
      counts.append(found)
      lengths.append(length)
    }
    let scores = Self.scores(counts, lengths, finder.count, of: newest.order.count)
    let ranked = looked.indices.sorted {
      scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
    }
    let first = Set(looked)
    let order = ranked.map { UInt32(looked[$0]) } + newest.order.filter { !first.contains(Int($0)) }
    return Ordering(order, count: run.catalogue.count)
  }

  static func scores(
    _ counts: [[Double]], _ lengths: [Double], _ words: Int, of total: Int
  ) -> [Double] {
    let usual = max(1, lengths.reduce(0, +) / Double(max(1, lengths.count)))
    var scores = [Double](repeating: 0, count: counts.count)
    for word in 0..<words {
      let holders = Double(counts.count { $0.count > word && $0[word] > 0 })
      let rarity = logarithm(1 + (Double(total) - holders + 0.5) / (holders + 0.5))
      for (index, found) in counts.enumerated() where found.count > word && found[word] > 0 {
        let long = 1 - lengthWeight + lengthWeight * lengths[index] / usual
        scores[index] +=
          rarity * found[word] * (saturation + 1) / (found[word] + saturation * long)
      }
    }
    return scores
  }
}
