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
  }
  /// What stands before the words of a line, inside its indentation.
  enum Lead: Hashable, Sendable {
    /// `•`, before the first line of an item.
    case bullet
    /// `3.`
    case number(Int)
    /// `│`, along a block quote.
    case bar
  }
  var kind: Kind
  /// The words from the first to the last; white space between them counts as one blank.
  var span = TextSpan(0, 0)
  /// Why the words were left out, to be told behind the last of them.
  var reason: RemovalReason?
  /// Columns before the words.
  var indent = 0
  /// What stands in these columns.
  var lead: Lead?

  /// Whether the span points into the text of the article.
  var isFromSource: Bool {
    switch kind {
    case .standfirst, .text, .subheading, .removed: true
    case .blank, .headline, .metadata: false
    }
  }
}

/// An article broken into lines of one measure.
struct ReaderLayout: Hashable, Sendable {
  /// What a layout depends on besides the article.
  struct Settings: Hashable, Sendable {
    var measure: Int
    var showsRemoved: Bool
  }

  let settings: Settings
  /// Headline and metadata, which need not stand in the source as such.
  let heading: [UInt8]
  private(set) var lines: [ReaderLine] = []
  /// The lines that show words of the source, in the order of those words.
  private var sourceLines: [Int] = []

  /// Lays an article out.
  /// - Complexity: O(bytes of the source) at most.
  init(_ article: Article, settings: Settings) {
    self.settings = settings
    let title = Array(article.title.text.utf8)
    let metadata = Array(ArticleHeading.metadata(of: article).utf8)
    heading = title + metadata + Array((ArticleHeading.dateNote(of: article) ?? "").utf8)
    let headings: [(ReaderLine.Kind, TextSpan)] = [
      (.headline, TextSpan(0, title.count)),
      (.metadata, TextSpan(title.count, title.count + metadata.count)),
      (.metadata, TextSpan(title.count + metadata.count, heading.count)),
    ]
    let blocks = Self.blocks(of: article, showsRemoved: settings.showsRemoved)
    let titleAt = blocks.firstIndex { !$0.isRemoved(before: article.title.span) } ?? blocks.count
    article.source.bytes.withUnsafeBufferPointer { bytes in
      for (index, block) in blocks.enumerated() {
        if index == titleAt { appendHeading(headings) }
        let follows = index > 0 && index != titleAt ? blocks[index - 1] : nil
        append(block, after: follows, of: bytes)
      }
    }
    if titleAt == blocks.count { appendHeading(headings) }
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

  /// The offset into the source of the first line from this one on that shows any of it.
  func sourceOffset(from line: Int) -> Int? {
    guard line >= 0, line < lines.count else { return nil }
    return lines[line...].first { $0.isFromSource && !$0.span.isEmpty }?.span.start
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
    if let previous, !(block.reason != nil && previous.reason != nil),
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
      for span in LineBreaker.lines(of: part, in: bytes, measure: settings.measure - shift) {
        let lead = block.shape.lead(isFirst: lines.count == before)
        lines.append(
          ReaderLine(
            kind: block.kind, span: span, indent: shift, lead: shift > 0 ? lead : nil))
      }
    }
    guard block.isLast, let reason = block.reason, lines.count > before else { return }
    lines[lines.count - 1].reason = reason
  }

  /// The lines of a span as they stand.
  private static func rows(
    of span: TextSpan, in bytes: UnsafeBufferPointer<UInt8>
  ) -> [TextSpan] {
    var rows: [TextSpan] = []
    var start = span.start
    for at in span.start..<min(span.end, bytes.count) where bytes[at] == 0x0A {
      rows.append(TextSpan(start, at))
      start = at + 1
    }
    rows.append(TextSpan(start, span.end))
    return rows
  }
}

extension ReaderLayout {
  /// A paragraph, or a line of what was left out.
  private struct Block {
    var kind: ReaderLine.Kind
    var span: TextSpan
    var reason: RemovalReason?
    var shape = BlockShape.plain
    /// Whether the reason is told behind it.
    var isLast = true

    func isRemoved(before title: TextSpan?) -> Bool {
      guard let title, reason != nil else { return false }
      return span.end <= title.start
    }
  }

  private static func blocks(of article: Article, showsRemoved: Bool) -> [Block] {
    let removals = article.removed.filter { !$0.span.isEmpty }.sorted { $0.span < $1.span }
    var blocks: [Block] = []
    for span in article.standfirst {
      blocks += kept(span, without: removals).map { Block(kind: .standfirst, span: $0) }
    }
    for (index, span) in article.body.enumerated() {
      let kind = article.kinds.indices.contains(index) ? article.kinds[index] : .paragraph
      let shape = BlockShape(kind)
      for (number, part) in kept(span, without: removals).enumerated() {
        blocks.append(
          Block(
            kind: shape == .heading ? .subheading : .text, span: part,
            shape: number == 0 ? shape : shape.continued))
      }
    }
    if showsRemoved {
      for removal in removals { blocks += lines(of: removal, in: article.source) }
    }
    return blocks.sorted { $0.span < $1.span }
  }

  /// What is left of a paragraph where something inside it was left out.
  private static func kept(_ span: TextSpan, without removals: [Removal]) -> [TextSpan] {
    var low = 0
    var high = removals.count
    while low < high {
      let middle = (low + high) / 2
      if removals[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    var parts: [TextSpan] = []
    var start = span.start
    for removal in removals[low...] {
      if removal.span.start >= span.end { break }
      if removal.span.start > start { parts.append(TextSpan(start, removal.span.start)) }
      start = max(start, removal.span.end)
    }
    if start < span.end { parts.append(TextSpan(start, span.end)) }
    return parts
  }

  private static func lines(of removal: Removal, in source: SourceText) -> [Block] {
    var blocks: [Block] = []
    let end = min(removal.span.end, source.bytes.count)
    var at = max(0, removal.span.start)
    while at < end {
      var stop = at
      var hasWords = false
      while stop < end, source.bytes[stop] != 0x0A {
        hasWords = hasWords || !LineBreaker.isSpace(source.bytes[stop])
        stop += 1
      }
      if hasWords {
        blocks.append(
          Block(
            kind: .removed, span: TextSpan(at, stop), reason: removal.reason, isLast: false))
      }
      at = stop + 1
    }
    if !blocks.isEmpty { blocks[blocks.count - 1].isLast = true }
    return blocks
  }
}
