import Model

/// The number of a link, which stands as `[2]` behind its last word.
struct LinkNote: Hashable, Sendable {
  /// The offset into the source behind the link's last byte.
  var offset: Int
  /// From 1; links to one address have one number.
  var number: Int

  var label: String { "[\(number)]" }
}

extension ReaderLayout {
  /// The links of the words that were kept.
  struct Links: Hashable, Sendable {
    /// In the order of the words.
    private(set) var notes: [LinkNote] = []
    /// The addresses as the page has them; the first is number 1.
    private(set) var addresses: [String] = []

    /// Links of words that were left out have no number.
    /// - Complexity: O(n log n) for n links and blocks.
    init(_ article: Article, in blocks: [Block]) {
      guard !article.links.isEmpty else { return }
      let bytes = article.source.bytes
      let shown = SpanIndex(blocks.lazy.filter { $0.reason == nil }.map(\.span))
      var ends: [(end: Int, url: String)] = []
      for link in article.links where link.span.start >= 0 && link.span.end <= bytes.count {
        var end = link.span.end
        while end > link.span.start, LineBreaker.isSpace(bytes[end - 1]) { end -= 1 }
        guard end > link.span.start, !shown.overlapping(TextSpan(end - 1, end)).isEmpty else {
          continue
        }
        ends.append((end, link.url))
      }
      var numbers: [String: Int] = [:]
      for (end, url) in ends.sorted(by: { $0.end < $1.end }) {
        let number = numbers[url] ?? addresses.count + 1
        if numbers.updateValue(number, forKey: url) == nil { addresses.append(url) }
        notes.append(LinkNote(offset: end, number: number))
      }
    }

    /// The notes behind words of a span.
    /// - Complexity: O(log notes + result).
    func notes(in span: TextSpan) -> ArraySlice<LinkNote> {
      guard !notes.isEmpty, span.start < span.end else { return [] }
      let first = firstNote(behind: span.start)
      return notes[first..<max(first, firstNote(behind: span.end))]
    }

    private func firstNote(behind offset: Int) -> Int {
      var low = 0
      var high = notes.count
      while low < high {
        let middle = (low + high) / 2
        if notes[middle].offset <= offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// No address takes more rows of the list.
  private static let longestAddress = 4

  /// The lines that list the addresses, and the text that they point into.
  static func list(of links: Links, measure: Int) -> (text: [UInt8], lines: [ReaderLine]) {
    var text: [UInt8] = []
    var lines: [ReaderLine] = []
    let indent = "[\(links.addresses.count)] ".utf8.count
    let room = max(1, measure - indent)
    for (index, address) in links.addresses.enumerated() {
      let start = text.count
      text += Array(DisplayText.truncated(address, to: longestAddress * room).utf8)
      let spans = LineBreaker.lines(of: TextSpan(start, text.count), in: text, measure: room)
      for (row, span) in spans.enumerated() {
        lines.append(
          ReaderLine(
            kind: .link, span: span, indent: indent, lead: row == 0 ? .link(index + 1) : nil))
      }
    }
    return (text, lines)
  }
}
