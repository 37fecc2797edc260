/// A piece of HTML that is all article: the content of a feed's entry, a field, a part of a mail.
enum HTMLFragment {
  /// Reads all words of a piece as blocks.
  static func read(
    _ html: [UInt8], base: String?, firstLine: Int
  ) -> (text: [UInt8], structure: PageStructure, lines: [LineMark]) {
    var text: [UInt8] = []
    var inTag = false
    for byte in html {
      if byte == 0x3C { inTag = true }
      if !inTag { text.append(byte) }
      if byte == 0x3E { inTag = false }
    }
    let block = PageBlock(span: Bytes.trimmed(TextSpan(0, text.count), in: text))
    return (text, PageStructure(blocks: [block]), [LineMark(offset: 0, line: firstLine)])
  }
}
