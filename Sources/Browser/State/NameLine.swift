import Model

/// A line of the list of names.
enum NameLine: Hashable, Sendable {
  case heading(String)
  case blank
  case name(String, counts: String)

  /// People, organisations and places with their counts.
  static func all(of names: FilterNames?) -> [NameLine] {
    guard let names else { return [] }
    let parts = [
      ("PEOPLE", names.people), ("ORGANISATIONS", names.organisations), ("PLACES", names.places),
    ]
    var lines: [NameLine] = []
    for (heading, entries) in parts where !entries.isEmpty {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.heading(heading))
      lines += entries.map { .name($0.name, counts: counts(of: $0)) }
    }
    return lines
  }

  private static func counts(of entry: FilterNames.Entry) -> String {
    let articles = "\(ProgressWords.grouped(entry.articles)) \(entry.articles == 1 ? "article" : "articles")"
    guard entry.quotes > 0 else { return articles }
    return "\(ProgressWords.grouped(entry.quotes)) ❞  \(articles)"
  }
}
