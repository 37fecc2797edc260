import Model

/// A line of the help.
enum HelpLine: Hashable, Sendable {
  case heading(String)
  case blank
  case keys(String, help: String, name: String)
  case words(String)
}

/// The help, made from the command table.
enum HelpLines {
  /// What a filter can say, for help and prompt.
  static let filterSyntax =
    "words: all must begin so · \"phrase\" · !not · OR · said: by: after: Tab more"
  /// The names of the fields.
  static let filterFields =
    "fields: " + QueryPrefix.allCases.map { "\($0.rawValue):" }.joined(separator: " ")

  static let all: [HelpLine] = {
    var lines: [HelpLine] = []
    for group in HelpGroup.allCases {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.heading(group.rawValue))
      for row in CommandTable.rows where row.group == group {
        let keys = row.keys.map(\.name).joined(separator: " ")
        lines.append(.keys(keys, help: row.help, name: row.name))
      }
    }
    lines += [
      .blank, .heading("FILTER"), .words(filterSyntax),
      .words("case and accents do not matter; a word is matched from its beginning"),
      .words("OR joins the terms beside it; parentheses group: (ferry OR boat) harbour"),
      .words("said: by: kind: and role: beside them speak of one and the same quote"),
    ]
    lines += QueryPrefix.allCases.map { .keys("\($0.rawValue):", help: $0.help, name: "") }
    lines += [
      .blank, .heading("SIGNS"),
      .words("2015-01-13~ inferred: no line says this day in full; the reader says why"),
      .words("▌ selected, and whose quotes are listed · ▎ what is pointed at · ❞ quotes"),
      .words("• unread · ★ starred · #tag · ✐ note · ✓ marked · ✎ put right by you"),
    ]
    return lines
  }()
}
