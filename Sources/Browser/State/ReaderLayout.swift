import Model

/// One line of the reader.
struct ReaderLine: Hashable, Sendable {
  /// What stands on a line.
  enum Kind: Hashable, Sendable {
    /// Nothing, between paragraphs.
    case blank
    /// The headline; the span points into `ReaderLayout.heading`.
    case headline
    /// Agency, place and date, and why an inferred date is so; the span points into `ReaderLayout.heading`.
    case metadata
    /// Words that sum the article up, before its body.
    case standfirst
    /// The article's own words.
    case text
    /// A heading inside the article.
    case subheading
    /// Words that cleaning left out.
    case removed
    /// The address of a link, behind the article; the span points into `ReaderLayout.linkList`.
    case link
  }
  /// What stands before the words of a line, inside its indentation.
  enum Lead: Hashable, Sendable {
    /// `•`, before the first line of an item.
    case bullet
    /// `3.`
    case number(Int)
    /// `│`, along a block quote.
    case bar
    /// `[2]`, before the address of a link.
    case link(Int)
  }
  var kind: Kind
  /// The words from the first to the last; white space between them counts as one blank.
  var span = TextSpan(0, 0)
  /// The columns before the first word.
  var indent = 0
  /// What stands in these columns.
  var lead: Lead?
  /// Whether the words are spread so that the line ends at the measure.
  var isSpread = false
  /// Why the words were left out, to be told behind the last of them.
  var reason: RemovalReason?
  /// The numbers of links that end on it.
  var notes: [LinkNote] = []

  /// Whether the span points into the text of the article.
  var isFromSource: Bool {
    switch kind {
    case .standfirst, .text, .subheading, .removed: true
    case .blank, .headline, .metadata, .link: false
    }
  }
}

/// An article broken into lines of one measure.
struct ReaderLayout: Hashable, Sendable {
  /// What a layout depends on besides the article.
  struct Settings: Hashable, Sendable {
    var measure: Int
    var showsRemoved: Bool
    /// The columns by which a paragraph's first line is set in; 0 sets paragraphs apart by a line.
    var indent = 0
    var isJustified = false
    /// The rows from one line to the next.
    var spacing = 1
    /// Whether the addresses of links are listed at the end.
    var listsLinks = false
    /// In which language dates and the like are told.
    var words = Words()
  }

  let settings: Settings
  /// Headline and metadata, which need not stand in the source as such.
  let heading: [UInt8]
  /// The links that have a number.
  let links: Links
  /// The addresses of links as they are listed.
  private(set) var linkList: [UInt8] = []
  private(set) var lines: [ReaderLine] = []
  /// The lines that show words of the source, in the order of those words.
  private var sourceLines: [Int] = []

  /// Lays an article out.
  /// - Complexity: O(bytes of the source) at most.
  init(_ article: Article, settings: Settings) {
    self.settings = settings
    let title = Array(article.title.text.utf8)
    let metadata = Array(ArticleHeading.metadata(of: article, settings.words).utf8)
    heading =
      title + metadata + Array((ArticleHeading.dateNote(of: article, settings.words) ?? "").utf8)
    let headings: [(ReaderLine.Kind, TextSpan)] = [
      (.headline, TextSpan(0, title.count)),
      (.metadata, TextSpan(title.count, title.count + metadata.count)),
      (.metadata, TextSpan(title.count + metadata.count, heading.count)),
    ]
    let blocks = Self.blocks(of: article, showsRemoved: settings.showsRemoved)
    links = Links(article, in: blocks)
    let titleAt = blocks.firstIndex { !$0.isRemoved(before: article.title.span) } ?? blocks.count
    article.source.bytes.withUnsafeBufferPointer { bytes in
      for (index, block) in blocks.enumerated() {
        if index == titleAt { appendHeading(headings) }
        let follows = index > 0 && index != titleAt ? blocks[index - 1] : nil
        append(block, after: follows, of: bytes)
      }
    }
    if titleAt == blocks.count { appendHeading(headings) }
    if settings.listsLinks { appendLinkList() }
    sourceLines = lines.indices.filter { lines[$0].isFromSource && !lines[$0].span.isEmpty }
  }

  /// The line that shows an offset of the source, or the next one that shows anything.
  /// - Complexity: O(log lines).
  func line(at offset: Int) -> Int? {
    var low = 0
    var high = sourceLines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[sourceLines[middle]].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < sourceLines.count ? sourceLines[low] : sourceLines.last
  }

  /// The line of an offset into `heading`.
  func headingLine(at offset: Int) -> Int? {
    lines.firstIndex { line in
      (line.kind == .headline || line.kind == .metadata) && offset < line.span.end
    }
  }

  /// The bytes that a line's span points into.
  func bytes(of line: ReaderLine, in article: Article) -> [UInt8] {
    if line.isFromSource { return article.source.bytes }
    return line.kind == .link ? linkList : heading
  }

  /// The offset into the source of the first line from this one on that shows any of it, or of the
  /// last that does.
  func sourceOffset(from line: Int) -> Int? {
    guard line >= 0, line < lines.count else { return nil }
    let next = lines[line...].first { $0.isFromSource && !$0.span.isEmpty }
    return (next ?? sourceLines.last.map { lines[$0] })?.span.start
  }

  private mutating func appendLinkList() {
    let list = Self.list(of: links, measure: settings.measure)
    guard !list.lines.isEmpty else { return }
    lines.append(ReaderLine(kind: .blank))
    lines += list.lines
    linkList = list.text
  }

  private mutating func appendHeading(_ parts: [(ReaderLine.Kind, TextSpan)]) {
    if !lines.isEmpty, lines.last?.kind != .blank { lines.append(ReaderLine(kind: .blank)) }
    heading.withUnsafeBufferPointer { bytes in
      for (kind, part) in parts {
        for span in LineBreaker.lines(of: part, in: bytes, measure: settings.measure) {
          lines.append(ReaderLine(kind: kind, span: span))
        }
      }
    }
    lines.append(ReaderLine(kind: .blank))
  }

  private mutating func append(
    _ block: Block, after previous: Block?, of bytes: UnsafeBufferPointer<UInt8>
  ) {
    let isIndented =
      settings.indent > 0 && block.isParagraph && previous?.isParagraph == true
    if let previous, !isIndented, !(block.reason != nil && previous.reason != nil),
      !block.shape.isClose(behind: previous.shape)
    {
      lines.append(ReaderLine(kind: .blank))
    }
    let before = lines.count
    let indent = min(block.shape.indent, settings.measure / 2)
    for part in block.shape == .verbatim ? Self.rows(of: block.span, in: bytes) : [block.span] {
      let blanks =
        block.shape == .verbatim
        ? bytes[part.range].prefix { $0 == 0x20 }.count : 0
      let shift = min(indent + blanks, settings.measure / 2)
      let first = isIndented ? settings.indent : 0
      let notes = block.reason == nil ? links.notes(in: part) : []
      let spans = LineBreaker.lines(
        of: part, in: bytes, measure: settings.measure - shift, firstIndent: first, notes: notes)
      var remaining = notes
      for (index, span) in spans.enumerated() {
        for _ in 1..<max(1, settings.spacing) where lines.count > before {
          lines.append(ReaderLine(kind: .blank))
        }
        let isLast = index == spans.count - 1
        let ending = remaining.prefix { isLast || $0.offset <= spans[index + 1].start }
        remaining = remaining.dropFirst(ending.count)
        let lead = block.shape.lead(isFirst: lines.count == before)
        lines.append(
          ReaderLine(
            kind: block.kind, span: span, indent: shift + (index == 0 ? first : 0),
            lead: shift > 0 ? lead : nil,
            isSpread: settings.isJustified && block.isSetEvenly && !isLast,
            notes: Array(ending)))
      }
    }
    guard block.isLast, let reason = block.reason, lines.count > before else { return }
    lines[lines.count - 1].reason = reason
  }
}
