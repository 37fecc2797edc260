import GRDB

/// Orders articles by how well the words of a filter fit (BM25, Robertson and Spärck Jones).
///
/// The index knows which articles hold a word, not how often; so texts are looked into. Where more than
/// `depth` articles match, these are the ones with most of the words in their headlines, and of equal
/// ones the newest. What matches besides follows, newest first.
struct Relevance {
  /// So many articles are looked into.
  static let depth = 1000
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
    let looked = try chosen(ResultSet(found, newest, run.catalogue), found, newest)
    let bodies = try ArticleBodies(run.db, run.compression)
    var packed: [Packed] = []
    for (place, index) in looked.enumerated() {
      if place % 64 == 0 { try run.work.check() }
      packed.append(Packed(bytes: try bodies.packed(index + 1)))
    }
    let (compression, finder) = (run.compression, self.finder)
    Cores.forEach(&packed) { _, one in
      guard let bytes = one.bytes, let text = compression.decompress(bytes),
        let article = try? ArticleCodec.decode(text, id: ArticleID(rawValue: 0), path: "")
      else { return }
      (one.counts, one.length) = finder.count(in: article, headlineWeight: Self.headlineWeight)
    }
    let scores = Self.scores(
      packed.map(\.counts), packed.map(\.length), finder.count, of: newest.order.count)
    let ranked = looked.indices.sorted {
      (scores[$0], newest.rank[looked[$1]]) > (scores[$1], newest.rank[looked[$0]])
    }
    var rest = IndexSet(allBelow: run.catalogue.count)
    for index in looked { rest.remove(index) }
    let order =
      ranked.map { UInt32(looked[$0]) } + newest.order.filter { rest.contains(Int($0)) }
    return Ordering(order, count: run.catalogue.count)
  }

  private struct Packed: Sendable {
    var bytes: [UInt8]?
    var counts: [Double] = []
    var length = 0.0
  }

  /// The articles that are looked into.
  private func chosen(_ all: ResultSet, _ found: IndexSet, _ newest: Ordering) throws -> [Int] {
    guard all.matching > Self.depth else { return all.articles(0..<all.matching) }
    var titles: [IndexSet] = []
    var titled = found.emptied
    for word in finder.forIndex {
      var set = found.emptied
      try run.lists(.words).insert(
        TokenMark.token(word.text, in: .title), isBeginning: word.isBeginning, into: &set, run.work)
      titled.formUnion(set)
      titles.append(set)
    }
    titled.formIntersection(found)
    let inTitle = ResultSet(titled, newest, run.catalogue).articles(0..<found.limit)
    var byWords = [[Int]](repeating: [], count: titles.count + 1)
    for index in inTitle { byWords[titles.count { $0.contains(index) }].append(index) }
    var chosen = Array(byWords.reversed().joined().prefix(Self.depth))
    if chosen.count < Self.depth {
      chosen += all.articles(0..<Self.depth).filter { !titled.contains($0) }
        .prefix(Self.depth - chosen.count)
    }
    return chosen
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
