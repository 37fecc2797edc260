import Model

extension ReaderLayout {
  /// A paragraph, or a line of what was left out.
  struct Block {
    var kind: ReaderLine.Kind
    var span: TextSpan
    var reason: RemovalReason?
    var shape = BlockShape.plain
    /// Whether the reason is told behind it.
    var isLast = true

    /// Whether it is an ordinary paragraph of the text.
    var isParagraph: Bool { kind == .text && shape == .plain }

    /// Whether its lines may be spread to the measure.
    var isSetEvenly: Bool {
      guard kind == .text else { return false }
      switch shape {
      case .plain, .quote, .item: return true
      case .heading, .verbatim, .row: return false
      }
    }

    func isRemoved(before title: TextSpan?) -> Bool {
      guard let title, reason != nil else { return false }
      return span.end <= title.start
    }
  }

  static func blocks(of article: Article, showsRemoved: Bool) -> [Block] {
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

  /// The lines of a span as they stand.
  static func rows(
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
