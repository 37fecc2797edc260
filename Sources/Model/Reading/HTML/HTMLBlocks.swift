/// The visible words of a page as text, cut into blocks, with links and lines.
///
/// Blocks are apart by a blank line (items of a list and rows of a table by a line feed). White space
/// is folded as a browser folds it, but for preformatted text.
struct HTMLBlocks {
  /// A block with where it stands in the tree.
  struct Block {
    var span: TextSpan
    var kind: BlockKind
    /// The innermost block element that holds its first word.
    var element: Int
    /// The text node of its first word.
    var firstText: Int
    /// Bytes of its words that are links.
    var linkBytes = 0
  }

  /// Valid UTF-8.
  private(set) var text: [UInt8] = []
  private(set) var blocks: [Block] = []
  /// The words of links with their elements.
  private(set) var links: [(span: TextSpan, element: Int)] = []
  private(set) var lines: [LineMark] = []

  private let tree: HTMLTree
  private let lineShift: Int
  private let dataTables: Set<Int>

  /// Whether `blocks.last` takes more words.
  private var isOpen = false
  private var hasBlank = false
  private var breaks = 0
  /// How many elements around keep white space as it stands, and blanks before the first word there.
  private var verbatim = 0
  private var indent = 0
  private var line = 1
  private var table: Int?
  private var isInCell = false
  private var link: (element: Int, start: Int?)?
  /// The next number of each numbered list, and the numbers of items whose first block is to come.
  private var nextNumbers: [Int: Int] = [:]
  private var newItems: [Int: Int?] = [:]

  /// Reads all visible words of a tree.
  /// - Parameter firstLine: the line of the file on which the page begins, from 1.
  init(_ tree: HTMLTree, firstLine: Int = 1) {
    self.tree = tree
    lineShift = firstLine - 1
    dataTables = tree.dataTables
    walk()
  }

  // MARK: The walk

  private mutating func walk() {
    var open: [Int] = []
    var at = 0
    while at < tree.nodes.count {
      while let last = open.last, tree.nodes[last].end <= at {
        open.removeLast()
        leave(last)
      }
      let node = tree.nodes[at]
      if node.tag == .text {
        write(at, in: open)
        at += 1
      } else if node.tag.isSilent {
        if node.tag.isBlock, !isInCell { close() }
        at = Int(node.end)
      } else {
        enter(at)
        open.append(at)
        at += 1
      }
    }
    while let last = open.popLast() { leave(last) }
    close()
  }

  private mutating func enter(_ index: Int) {
    let tag = tree.nodes[index].tag
    if tag == .table, dataTables.contains(index) {
      close()
      table = index
    } else if table != nil, tag == .td || tag == .th {
      if isOpen { put(0x09) }
      isInCell = true
      hasBlank = false
      return
    }
    if tag.isBlock {
      if isInCell { hasBlank = true } else { close() }
    }
    switch tag {
    case .br: if verbatim > 0 { verbatimByte(0x0A, index, []) } else { breaks += 1 }
    case .a:
      endLink()
      if tree.value(.href, of: index) != nil { link = (index, nil) }
    case .pre, .listing, .xmp, .plaintext:
      verbatim += 1
      indent = 0
    case .li: number(index)
    default: break
    }
  }

  private mutating func leave(_ index: Int) {
    let tag = tree.nodes[index].tag
    switch tag {
    case .a:
      endLink()
      link = nil
    case .pre, .listing, .xmp, .plaintext: verbatim -= 1
    case .table where table == index: table = nil
    case .td, .th:
      if table != nil { isInCell = false }
    default: break
    }
    guard tag.isBlock else { return }
    if table != nil, isInCell || tag == .td || tag == .th { hasBlank = true } else { close() }
  }

  private mutating func number(_ item: Int) {
    let list = Int(tree.nodes[item].parent)
    guard tree.nodes[list].tag == .ol else {
      newItems[item] = .some(nil)
      return
    }
    let number =
      tree.integer(.value, of: item) ?? nextNumbers[list] ?? tree.integer(.start, of: list) ?? 1
    newItems[item] = number
    nextNumbers[list] = number + 1
  }

  // MARK: Words

  private mutating func write(_ index: Int, in open: [Int]) {
    line = Int(tree.nodes[index].line) + lineShift
    let from = Int(tree.nodes[index].start)
    let end = from + Int(tree.nodes[index].count)
    var at = from
    while at < end {
      let byte = tree.pool[at]
      at += 1
      if byte == 0x0A { line += 1 }
      if verbatim > 0, !isInCell {
        verbatimByte(byte, index, open)
      } else if Bytes.isSpace(byte) {
        hasBlank = true
      } else {
        if isOpen, breaks >= 2, !isInCell { close() }
        if !isOpen {
          let blank = Self.blankLength(tree.pool, at - 1, end)
          if blank > 0 {
            at += blank - 1
            continue
          }
          begin(index, in: open)
        } else {
          putGap()
        }
        put(byte)
      }
    }
  }

  /// The length of a no-break space, a zero-width space or a mark of byte order; 0 for all else.
  private static func blankLength(_ pool: [UInt8], _ at: Int, _ end: Int) -> Int {
    if pool[at] == 0xC2, at + 1 < end, pool[at + 1] == 0xA0 { return 2 }
    guard at + 2 < end else { return 0 }
    let isZeroWidth = pool[at] == 0xE2 && pool[at + 1] == 0x80 && (0x8B...0x8F) ~= pool[at + 2]
    let isMark = pool[at] == 0xEF && pool[at + 1] == 0xBB && pool[at + 2] == 0xBF
    return isZeroWidth || isMark ? 3 : 0
  }

  private mutating func verbatimByte(_ byte: UInt8, _ index: Int, _ open: [Int]) {
    if isOpen {
      if byte != 0x0D { put(byte) }
    } else if byte == 0x0A || byte == 0x0D {
      indent = 0
    } else if Bytes.isSpace(byte) {
      indent += 1
    } else {
      begin(index, in: open)
      text += [UInt8](repeating: 0x20, count: min(indent, 40))
      put(byte)
    }
  }

  private mutating func putGap() {
    if breaks > 0, !isInCell {
      put(0x0A)
    } else if hasBlank || breaks > 0, text.last != 0x09, text.last != 0x0A {
      put(0x20)
    }
    hasBlank = false
    breaks = 0
  }

  private mutating func put(_ byte: UInt8) {
    if !Bytes.isSpace(byte) {
      if lines.last?.line != line { lines.append(LineMark(offset: text.count, line: line)) }
      if link != nil {
        if link?.start == nil { link?.start = text.count }
        blocks[blocks.count - 1].linkBytes += 1
      }
    }
    text.append(byte)
  }

  // MARK: Blocks

  private mutating func begin(_ index: Int, in open: [Int]) {
    let element = open.last { tree.nodes[$0].tag.isBlock } ?? 0
    let kind = self.kind(in: element)
    if let last = blocks.last {
      text.append(0x0A)
      if !last.kind.isClose(to: kind) { text.append(0x0A) }
    }
    blocks.append(
      Block(
        span: TextSpan(text.count, text.count), kind: kind, element: element, firstText: index))
    isOpen = true
    hasBlank = false
    breaks = 0
  }

  private mutating func close() {
    endLink()
    hasBlank = false
    breaks = 0
    guard isOpen else { return }
    isOpen = false
    let span = TextSpan(blocks[blocks.count - 1].span.start, text.count)
    let end = max(span.start, Bytes.trimmed(span, in: text).end)
    text.removeSubrange(end...)
    blocks[blocks.count - 1].span.end = end
  }

  private mutating func endLink() {
    guard let open = link, let first = open.start else { return }
    let span = Bytes.trimmed(TextSpan(first, text.count), in: text)
    if !span.isEmpty { links.append((span, open.element)) }
    link?.start = nil
  }

  /// What a block is by the elements around it.
  private mutating func kind(in element: Int) -> BlockKind {
    if isInCell { return .tableRow }
    var item: Int?
    var depth = -1
    var isQuoted = false
    var at = element
    while at != 0 {
      let node = tree.nodes[at]
      if let level = node.tag.headingLevel, item == nil { return .heading(level: level) }
      switch node.tag {
      case .pre, .listing, .xmp, .plaintext: return .preformatted
      case .li: item = item ?? at
      case .ul, .ol, .menu, .dir: depth += 1
      case .blockquote: isQuoted = true
      default: break
      }
      at = Int(node.parent)
    }
    if let item, let number = newItems.removeValue(forKey: item) {
      return .listItem(depth: max(0, depth), number: number)
    }
    return isQuoted ? .blockQuote : .paragraph
  }
}

extension HTMLBlocks {
  /// The links in some blocks, with whole addresses where the page's own is known.
  func links(on base: WebAddress?, in isWanted: (Int) -> Bool) -> [PageLink] {
    var found: [PageLink] = []
    var block = 0
    for link in links {
      while block < blocks.count, blocks[block].span.end <= link.span.start { block += 1 }
      guard block < blocks.count, isWanted(block), let href = tree.value(.href, of: link.element),
        let url = WebAddress.link(href, on: base)
      else { continue }
      found.append(PageLink(span: link.span, url: url))
    }
    return found
  }
}

extension BlockKind {
  /// Whether no blank line stands between two such blocks.
  func isClose(to next: BlockKind) -> Bool {
    switch (self, next) {
    case (.listItem, .listItem), (.tableRow, .tableRow): true
    default: false
    }
  }
}

extension HTMLTree {
  /// An attribute that is a small whole number.
  func integer(_ name: Name, of node: Int) -> Int? {
    string(name, of: node).flatMap { Int($0) }.flatMap { abs($0) < 1_000_000 ? $0 : nil }
  }

  /// Tables whose rows are rows of short cells, not a page's layout.
  fileprivate var dataTables: Set<Int> {
    var found = Set<Int>()
    var open: (index: Int, cells: Int, bytes: Int, isData: Bool)?
    for (index, node) in nodes.enumerated() {
      if let table = open, index >= Int(nodes[table.index].end) {
        if table.isData, table.cells > 1, table.bytes < 160 * table.cells {
          found.insert(table.index)
        }
        open = nil
      }
      switch node.tag {
      case .table:
        let role = string(.role, of: index)
        open = (index, 0, 0, role != "presentation" && role != "none")
      case .td, .th: open?.cells += 1
      case .text: open?.bytes += Int(node.count)
      case .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .blockquote, .article, .section, .form, .pre,
        .figure, .nav, .aside:
        open?.isData = false
      default: break
      }
    }
    if let table = open, table.isData, table.cells > 1, table.bytes < 160 * table.cells {
      found.insert(table.index)
    }
    return found
  }
}
