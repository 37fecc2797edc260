/// Writes articles as brat stand-off, the form in which gold for quote extraction is kept.
///
/// Text-bound lines name Source, Cue and Content, event lines join them to one attribution each;
/// offsets are Unicode code points into the text beside them (brat's standoff format, as PolNeAR
/// uses it).
public enum BratExport {
  /// The text that the offsets count in.
  public static func text(of article: Article) -> [UInt8] { article.source.bytes }

  /// All quotes of an article.
  public static func annotations(of article: Article) -> [UInt8] {
    let offset = CodePointOffsets(article.source.bytes)
    var lines: [String] = []
    var number = 0
    /// Adds a text-bound line; nil for no words.
    func bound(_ label: String, _ spans: [TextSpan]) -> String? {
      // Line ends inside a span would end the line; brat cuts such spans in two.
      let parts = spans.flatMap { article.linesOf($0) }
      guard !parts.isEmpty else { return nil }
      number += 1
      let offsets = parts.map { "\(offset($0.start)) \(offset($0.end))" }.joined(separator: ";")
      let words = parts.map { article[$0] }.joined(separator: " ")
      let clean = String(words.map { $0 == "\t" ? " " : $0 })
      lines.append("T\(number)\t\(label) \(offsets)\t\(clean)")
      return "T\(number)"
    }
    for (index, quote) in article.quotes.enumerated() {
      guard let content = bound("Content", quote.spans) else { continue }
      let cue = quote.cue.flatMap { bound("Cue", [$0]) }
      let source = quote.speaker.flatMap { bound("Source", [$0.span]) }
      guard let anchor = bound("Attribution", quote.cue.map { [$0] } ?? quote.spans) else {
        continue
      }
      var event = "E\(index + 1)\tAttribution:\(anchor) Content:\(content)"
      if let cue { event += " Cue:\(cue)" }
      if let source { event += " Source:\(source)" }
      lines.append(event)
    }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }
}

extension Article {
  /// The parts of a span between line ends, without white space at their ends.
  fileprivate func linesOf(_ span: TextSpan) -> [TextSpan] {
    let bytes = source.bytes
    let end = min(span.end, bytes.count)
    var parts: [TextSpan] = []
    var start = max(0, span.start)
    while start < end {
      let stop = bytes[start..<end].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? end
      var (low, high) = (start, stop)
      while low < high, bytes[low] == 0x20 || bytes[low] == 0x09 { low += 1 }
      while high > low, bytes[high - 1] == 0x20 || bytes[high - 1] == 0x09 { high -= 1 }
      if low < high { parts.append(TextSpan(low, high)) }
      start = stop + 1
    }
    return parts
  }
}
