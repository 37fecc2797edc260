/// A piece of HTML that is all article: the content of a feed's entry, a field, a part of a mail.
enum HTMLFragment {
  /// The memory that the parser may take for a piece, in bytes.
  private static let memory = 400_000_000

  /// Reads all words of a piece as blocks; nothing is guessed about what belongs to an article.
  ///
  /// What the piece hides from its readers is in the text as a removed block. A piece that takes too
  /// much memory is one block, as it stands.
  /// - Parameters:
  ///   - html: valid UTF-8.
  ///   - base: the address that relative links count from.
  ///   - firstLine: the line of the file on which the piece begins, from 1.
  static func read(
    _ html: [UInt8], base: String?, firstLine: Int
  ) -> (text: [UInt8], structure: PageStructure, lines: [LineMark]) {
    guard let tree = HTMLTree(HTMLSieve(html), memory: memory) else {
      let block = PageBlock(span: Bytes.trimmed(TextSpan(0, html.count), in: html))
      return (html, PageStructure(blocks: [block]), [LineMark(offset: 0, line: firstLine)])
    }
    let page = HTMLBlocks(tree, firstLine: firstLine)
    let blocks = page.blocks.map { block in
      PageBlock(
        span: block.span, kind: block.kind,
        removal: tree.isHidden(block.firstText) || tree.isControl(block.element) ? .other : nil)
    }
    let links = page.links(on: base.flatMap { WebAddress($0) }) { blocks[$0].removal == nil }
    return (page.text, PageStructure(blocks: blocks, links: links), page.lines)
  }
}

extension HTMLTree {
  /// Whether a node lies in an element that is not shown.
  func isHidden(_ node: Int) -> Bool {
    var at = node
    while at != 0 {
      if hidesItself(at) { return true }
      at = Int(nodes[at].parent)
    }
    return false
  }

  /// Whether an element says by itself that it is not shown.
  func hidesItself(_ node: Int) -> Bool {
    guard nodes[node].tag != .text, nodes[node].count > 0 else { return false }
    if value(.hidden, of: node) != nil { return true }
    guard let style = value(.style, of: node) else { return false }
    let words = style.filter { !Bytes.isSpace($0) }[...]
    return Bytes.contains(words, word: "display:none")
      || Bytes.contains(words, word: "visibility:hidden")
  }

  /// Whether a block is a button or lies in one.
  func isControl(_ element: Int) -> Bool { nodes[element].tag == .button }
}
