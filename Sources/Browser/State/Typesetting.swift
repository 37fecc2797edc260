/// How the words of the reader are set.
struct Typesetting: Hashable, Sendable {
  /// The longest line, in columns.
  var measure = 72
  /// The columns by which a paragraph's first line is set in; 0 sets paragraphs apart by a line.
  var indent = 0
  /// Whether both edges are straight.
  var isJustified = false
  /// The rows from one line to the next.
  var spacing = 1

  static let measures = 20...200
  static let indents = 0...8
  static let spacings = 1...3

  /// The same with a setting changed as typed: `measure 66`, `justify on`; nil where it cannot be.
  func setting(_ name: String, to value: String) -> Typesetting? {
    var new = self
    switch (name, Int(value), Self.switches[value]) {
    case ("measure", let number?, _) where Self.measures.contains(number): new.measure = number
    case ("indent", let number?, _) where Self.indents.contains(number): new.indent = number
    case ("spacing", let number?, _) where Self.spacings.contains(number): new.spacing = number
    case ("justify", _, let isOn?): new.isJustified = isOn
    default: return nil
    }
    return new
  }

  /// The settings as lines of `name value`, which `setting` reads.
  var lines: [(name: String, value: String)] {
    [
      ("measure", "\(measure)"), ("indent", "\(indent)"),
      ("justify", isJustified ? "on" : "off"), ("spacing", "\(spacing)"),
    ]
  }

  private static let switches = [
    "on": true, "yes": true, "true": true, "off": false, "no": false, "false": false,
  ]
}
