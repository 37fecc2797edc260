/// Tells HTML inside a field from plain text.
enum FieldMarkup {
  private static let tags: [StaticString] = [
    "p", "br", "div", "span", "a", "h1", "h2", "h3", "h4", "ul", "ol", "li", "em", "strong", "b",
    "i",
    "img", "figure", "blockquote", "table", "section", "article", "html", "body", "iframe",
  ]

  /// Whether words hold a tag of HTML: `<p>`, `</div>`, `<a href=...>`, `<br/>`.
  /// - Complexity: O(bytes), one search where there is no `<`.
  static func isMarkup(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while let at = bytes.firstOffset(of: 0x3C, from: start) {
      start = at + 1
      let name = start < bytes.count && bytes[start] == 0x2F ? start + 1 : start
      for tag in tags where Bytes.starts(bytes, at: name, with: tag) {
        let end = name + tag.utf8CodeUnitCount
        guard end < bytes.count else { continue }
        let next = bytes[end]
        if next == 0x3E || next == 0x2F { return true }
        // An attribute, not a comparison: `a < b and c`.
        if Bytes.isSpace(next), bytes[end...].prefix(400).contains(0x3E) { return true }
      }
    }
    return false
  }

  /// Whether words hold `&amp;`, `&#8217;` or their like.
  static func hasEntity(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while let at = bytes.firstOffset(of: 0x26, from: start) {
      start = at + 1
      let name = bytes[start...].prefix(10).prefix {
        Bytes.isLetter($0) || Bytes.isDigit($0) || $0 == 0x23
      }
      if name.count >= 2, name.endIndex < bytes.count, bytes[name.endIndex] == 0x3B { return true }
    }
    return false
  }
}
