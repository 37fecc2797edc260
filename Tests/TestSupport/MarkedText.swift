import Model

/// Text with the expected spans marked inside it.
///
/// `⟦…⟧` is content (`⟦+…⟧` its next part), `⟨…⟩` the words of a speaker, `⟪…⟫` a cue. No news text
/// holds these marks; they are not part of `text`.
struct MarkedText: Hashable, Sendable {
  /// What a span is.
  enum Kind: Hashable, Sendable { case content, part, speaker, cue }

  /// A span with its kind.
  struct Mark: Hashable, Sendable {
    var kind: Kind
    var span: TextSpan
  }

  /// The text without marks.
  var text: String
  /// The spans, by start.
  var marks: [Mark] = []

  /// Reads the marks out of a text.
  init(_ marked: String) {
    var bytes: [UInt8] = []
    var open: [(Kind, Int)] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": open.append((.content, bytes.count))
      case "⟨": open.append((.speaker, bytes.count))
      case "⟪": open.append((.cue, bytes.count))
      case "+" where open.last.map { $0 == (.content, bytes.count) } == true:
        open[open.count - 1].0 = .part
      case "⟧", "⟩", "⟫":
        guard let (kind, start) = open.popLast() else { break }
        marks.append(Mark(kind: kind, span: TextSpan(start, bytes.count)))
      default: bytes += Array(String(Character(scalar)).utf8)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    marks.sort { $0.span < $1.span }
  }

  /// A text with these spans; each counts once.
  init(_ text: String, marks: some Sequence<Mark>) {
    self.text = text
    self.marks = Set(marks).sorted { $0.span < $1.span }
  }

  /// The text with its marks, so that two can be compared by eye.
  var marked: String {
    var opening: [Int: String] = [:]
    var closing: [Int: String] = [:]
    for mark in marks {
      let (open, close) =
        switch mark.kind {
        case .content: ("⟦", "⟧")
        case .part: ("⟦+", "⟧")
        case .speaker: ("⟨", "⟩")
        case .cue: ("⟪", "⟫")
        }
      opening[mark.span.start, default: ""] += open
      closing[mark.span.end, default: ""] = close + closing[mark.span.end, default: ""]
    }
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    for offset in 0...bytes.count {
      result += Array(closing[offset, default: ""].utf8)
      result += Array(opening[offset, default: ""].utf8)
      if offset < bytes.count { result.append(bytes[offset]) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
