/// Finds the word that a mistyped one may mean.
enum EditDistance {
  /// The nearest candidate: at most two edits away, or one that begins so.
  static func nearest<T>(_ typed: String, among all: [T], name: (T) -> String) -> T? {
    let ranked = all.map { ($0, distance(Array(typed), Array(name($0)))) }
    return ranked.filter { $0.1 <= min(2, typed.count - 1) }.min { $0.1 < $1.1 }?.0
      ?? all.first { !typed.isEmpty && name($0).hasPrefix(typed) || typed.hasPrefix(name($0)) }
  }

  /// The edit distance of Levenshtein.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let cost = x == y ? diagonal : diagonal + 1
        diagonal = row[j + 1]
        row[j + 1] = min(cost, min(row[j], row[j + 1]) + 1)
      }
    }
    return row[b.count]
  }
}
