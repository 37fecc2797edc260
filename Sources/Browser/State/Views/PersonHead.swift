import Model

/// The lines over a person's quotes: spellings, roles, time, who is quoted beside them.
struct PersonHead: Hashable, Sendable {
  /// A line with a word before it.
  struct Line: Hashable, Sendable {
    var label: String
    var text: String
    /// Whether it is made of bars, or of names.
    var isBars = false
    var isNames = false
  }
  private(set) var lines: [Line] = []

  /// At most `rows` lines of so many columns; the timeline comes before further roles.
  init(_ profile: PersonProfile, columns: Int, rows: Int, _ say: Words) {
    let room = max(1, columns - Self.labelWidth - 1)
    if !profile.spellings.isEmpty {
      lines.append(
        Line(label: say(.also), text: profile.spellings.joined(separator: " · "), isNames: true))
    }
    let bars = Self.bars(profile.timeline, columns: room, say)
    let rest = bars.count + (profile.beside.isEmpty ? 0 : 1)
    let forRoles = max(1, rows - lines.count - rest)
    let shown = profile.roles.count <= forRoles ? profile.roles.count : max(1, forRoles - 1)
    for (index, role) in profile.roles.prefix(shown).enumerated() {
      lines.append(Line(label: index == 0 ? say(.role) : "", text: Self.words(role, say)))
    }
    if profile.roles.count > shown, forRoles > 1 {
      lines.append(Line(label: "", text: say(.andMore(profile.roles.count - shown))))
    }
    lines += bars
    if !profile.beside.isEmpty {
      let names = profile.beside.prefix(12).map { "\($0.name) \($0.quotes)" }
      lines.append(Line(label: say(.beside), text: names.joined(separator: " · ")))
    }
    lines = Array(lines.prefix(max(0, rows)))
  }

  /// Where the text of a line begins.
  static let labelWidth = 8

  /// `Russian President · 2014-07-28 to 2018-09-14 · 3 articles`.
  private static func words(_ role: PersonProfile.Role, _ say: Words) -> String {
    var text = role.words
    if let first = role.first, let last = role.last {
      let (from, to) = (first.dayDescription, last.dayDescription)
      text += from == to ? " · \(from)" : " · " + say(.fromTo(from, to))
    }
    return text + (role.articles > 1 ? " · " + say(.articleCount(role.articles)) : "")
  }

  /// The bars with the ends of their time; by months where these have room, else by years.
  private static func bars(_ timeline: Timeline, columns: Int, _ say: Words) -> [Line] {
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
    return [
      Line(label: say(.time), text: "\(first.name) \(text) \(last.name)", isBars: true),
      Line(
        label: "",
        text: say(
          .bars(ofQuotes: isQuoted, byYear: first.month == nil, most: values.max() ?? 0))),
    ]
  }
}
