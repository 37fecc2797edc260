/// Puts a page together from pieces of markup and plain text.
struct PageAssembly {
  private(set) var text: [UInt8] = []
  private(set) var structure = PageStructure()
  private var marks: [LineMark] = []

  /// Nothing yet.
  init() {}

  /// Adds a headline of one line.
  /// - Parameter line: the line of the file on which it stands, from 1.
  mutating func addTitle(_ words: String, line: Int) {
    guard !words.isEmpty else { return }
    let start = begin(line)
    text += Array(words.utf8)
    structure.title = TextSpan(start, text.count)
  }

  /// Adds a piece of HTML.
  /// - Parameters:
  ///   - line: the line on which it begins, from 1.
  ///   - isStandfirst: whether it sums up what follows.
  ///   - lines: the line of the file for a line so counted, where that is another.
  mutating func add(
    markup: [UInt8], base: String?, line: Int, isStandfirst: Bool = false,
    lines: (Int) -> Int = { $0 }
  ) {
    guard markup.contains(0x3C) else {
      // Without a tag, blank lines are all that tells paragraphs apart.
      return add(
        plain: XMLEntities().resolved(markup[...]), line: line, isStandfirst: isStandfirst,
        lines: lines)
    }
    let read = HTMLFragment.read(markup, base: base, firstLine: line)
    guard read.text.contains(where: { $0 > 0x20 }) else { return }
    let shift = begin(nil)
    text += read.text
    marks += read.lines.map { LineMark(offset: $0.offset + shift, line: lines($0.line)) }
    for var block in read.structure.blocks {
      block.span = TextSpan(block.span.start + shift, block.span.end + shift)
      if isStandfirst, block.removal == nil { block.kind = .standfirst }
      structure.blocks.append(block)
    }
    for var link in read.structure.links {
      link.span = TextSpan(link.span.start + shift, link.span.end + shift)
      structure.links.append(link)
    }
  }

  /// Adds plain text, whose paragraphs are apart by blank lines.
  mutating func add(
    plain: [UInt8], line: Int, isStandfirst: Bool = false, lines: (Int) -> Int = { $0 }
  ) {
    var line = line
    var block: TextSpan?
    for piece in plain.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let span = Bytes.trimmed(TextSpan(piece.startIndex, piece.endIndex), in: plain)
      if span.isEmpty {
        close(&block, isStandfirst)
      } else {
        if block == nil {
          block = TextSpan(begin(lines(line)), 0)
        } else {
          text.append(0x0A)
          marks.append(LineMark(offset: text.count, line: lines(line)))
        }
        text += plain[span.range]
      }
      line += 1
    }
    close(&block, isStandfirst)
  }

  private mutating func close(_ block: inout TextSpan?, _ isStandfirst: Bool) {
    guard let start = block?.start else { return }
    structure.blocks.append(
      PageBlock(
        span: TextSpan(start, text.count), kind: isStandfirst ? .standfirst : .paragraph))
    block = nil
  }

  /// A blank line behind what is there; where the next piece begins.
  private mutating func begin(_ line: Int?) -> Int {
    if !text.isEmpty { text += [0x0A, 0x0A] }
    if let line { marks.append(LineMark(offset: text.count, line: line)) }
    return text.count
  }

  /// The page.
  func page(of item: RawItem, index: Int, metadata: PageMetadata) -> SourcePage {
    SourcePage(
      file: item.file, item: index, text: SourceText(validUTF8: text, origin: .marks(marks)),
      metadata: metadata, structure: structure)
  }
}
