import Model

/// The lines over a person's quotes: spellings, roles, time, who is quoted beside them.
struct PersonHead: Hashable, Sendable {
  /// A line with a word before it.
  struct Line: Hashable, Sendable {
    var label: String
    var text: String
    var isBars = false
  }
  private(set) var lines: [Line] = []

  /// At most `rows` lines of so many columns; the timeline comes before further roles.
  init(_ profile: PersonProfile, columns: Int, rows: Int) {
    let room = max(1, columns - Self.labelWidth - 1)
    if !profile.spellings.isEmpty {
      lines.append(Line(label: "also", text: profile.spellings.joined(separator: " · ")))
    }
    let bars = Self.bars(profile.timeline, columns: room)
    let rest = bars.count + (profile.beside.isEmpty ? 0 : 1)
    let forRoles = max(1, rows - lines.count - rest)
    let shown = profile.roles.count <= forRoles ? profile.roles.count : max(1, forRoles - 1)
    for (index, role) in profile.roles.prefix(shown).enumerated() {
      lines.append(Line(label: index == 0 ? "role" : "", text: Self.words(role)))
    }
    if profile.roles.count > shown, forRoles > 1 {
      lines.append(Line(label: "", text: "and \(profile.roles.count - shown) more"))
    }
    lines += bars
    if !profile.beside.isEmpty {
      let names = profile.beside.prefix(12).map { "\($0.name) \($0.quotes)" }
      lines.append(Line(label: "with", text: names.joined(separator: " · ")))
    }
    lines = Array(lines.prefix(max(0, rows)))
  }

  /// Where the text of a line begins.
  static let labelWidth = 8

  /// `Russian President · 2014-07-28 to 2018-09-14 · 3 articles`.
  private static func words(_ role: PersonProfile.Role) -> String {
    var text = role.words
    if let first = role.first, let last = role.last {
      let (from, to) = (first.dayDescription, last.dayDescription)
      text += from == to ? " · \(from)" : " · \(from) to \(to)"
    }
    return text + (role.articles > 1 ? " · \(role.articles) articles" : "")
  }

  /// The bars with the ends of their time; by months where these have room, else by years.
  private static func bars(_ timeline: Timeline, columns: Int) -> [Line] {
    let room = columns - 18
    guard room > 0 else { return [] }
    let bars = TimelineBar.all(of: timeline, most: min(TimelineBar.mostMonths, room))
    guard let first = bars.first, let last = bars.last, bars.count <= room else { return [] }
    let isQuoted = bars.contains { $0.quotes > 0 }
    let values = bars.map { isQuoted ? $0.quotes : $0.articles }
    guard bars.count > 1 else { return [] }
    // A bar of a short time is as wide as there is room for, so that it can be read.
    let width = max(1, min(4, room / bars.count))
    let text = Blocks.upright(values).map { String(repeating: $0, count: width) }.joined()
    let unit = first.month == nil ? "year" : "month"
    return [
      Line(label: "time", text: "\(first.name) \(text) \(last.name)", isBars: true),
      Line(
        label: "",
        text: "\(isQuoted ? "quotes" : "articles") by \(unit), at most \(values.max() ?? 0)"),
    ]
  }
}
