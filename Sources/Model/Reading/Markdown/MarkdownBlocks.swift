/// The blocks of a Markdown text, as spans of it.
struct MarkdownBlocks {
  var structure = PageStructure()
  private let bytes: [UInt8]
  /// The block that more lines may belong to.
  private var open: PageBlock?

  /// Reads the text from an offset on.
  /// - Complexity: O(bytes).
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    var fence: (mark: UInt8, start: Int?, end: Int)?
    for span in MarkdownLine.spans(of: TextSpan(start, bytes.count), in: bytes) {
      let line = MarkdownLine(span, in: bytes)
      if let mark = fence?.mark {
        if line.kind == .fence, bytes[line.words.start] == mark {
          let end = fence?.end ?? 0
          if let first = fence?.start { put(TextSpan(first, end), .preformatted) }
          fence = nil
        } else if !span.isEmpty {
          if fence?.start == nil { fence?.start = span.start }
          fence?.end = span.end
        }
        continue
      }
      if line.kind == .fence {
        close()
        fence = (bytes[line.words.start], nil, 0)
      } else {
        take(line)
      }
    }
    if let fence, let first = fence.start { put(TextSpan(first, fence.end), .preformatted) }
    close()
  }

  private mutating func take(_ line: MarkdownLine) {
    switch line.kind {
    case .blank, .rule, .fence: close()
    case .heading(let level):
      close()
      putHeading(line.words, level)
    case .underline(let level):
      if let heading = open, heading.kind == .paragraph {
        open = nil
        putHeading(heading.span, level)
      } else {
        close()
      }
    case .item(let number):
      close()
      guard !line.words.isEmpty else { return }
      open = PageBlock(
        span: line.words, kind: .listItem(depth: min(8, line.indent / 2), number: number))
    case .quote:
      if line.words.isEmpty {
        close()
      } else if open?.kind == .blockQuote {
        open?.span.end = line.words.end
      } else {
        close()
        open = PageBlock(span: line.words, kind: .blockQuote)
      }
    case .text:
      if bytes[line.words.start] == 0x7C {
        close()
        putRow(line.words)
      } else if open != nil {
        open?.span.end = line.words.end
      } else {
        open = PageBlock(span: line.words)
      }
    }
  }

  private mutating func close() {
    guard let block = open else { return }
    open = nil
    put(block.span, block.kind)
  }

  private mutating func putHeading(_ span: TextSpan, _ level: Int) {
    guard !span.isEmpty else { return }
    if level == 1, structure.title == nil, structure.blocks.allSatisfy({ $0.removal != nil }) {
      structure.title = span
    } else {
      put(span, .heading(level: level))
    }
  }

  /// A row of a table; the line of dashes under its head has no words.
  private mutating func putRow(_ span: TextSpan) {
    guard bytes[span.range].contains(where: { Bytes.isWord($0) }) else { return }
    put(span, .preformatted)
  }

  private mutating func put(_ span: TextSpan, _ kind: BlockKind) {
    let found = MarkdownLinks(span, in: bytes)
    let isComment = Bytes.starts(bytes, at: span.start, with: "<!--")
    structure.blocks.append(
      PageBlock(
        span: span, kind: kind, removal: found.isPicture ? .caption : isComment ? .other : nil))
    if !found.isPicture, !isComment, kind != .preformatted { structure.links += found.links }
  }
}
