/// Reads articles out of downloads of Nexis, Factiva, ProQuest and EBSCO: their text forms as the
/// splitter cut them, their HTML forms as a whole.
public struct DownloadReader: PageReader {
  private let mendsDoubleEncoding: Bool

  /// A reader of downloads.
  public init(options: ReadingOptions = .init()) {
    mendsDoubleEncoding = options.mendsDoubleEncoding
  }

  /// So many bytes of a page tell whether it is a download.
  private static let markupHead = 1 << 16

  public func recognises(_ item: RawItem) -> Bool {
    switch item.hints.format {
    case .download: true
    case .plainText: DownloadKind(item.bytes.prefix(ItemSplitters.headSize)) != nil
    case nil, .html:
      Self.isMarkup(item.bytes)
        ? Self.markupKind(Array(item.bytes.prefix(Self.markupHead))) != nil
        : DownloadKind(item.bytes.prefix(ItemSplitters.headSize)) != nil
    default: false
    }
  }

  /// The articles.
  /// - Throws: `.empty` where there is none.
  public func pages(of item: RawItem) throws(ReadingError) -> PagesRead {
    let decoded = TextDecoding.decoded(
      item.bytes, declared: item.hints.charset, mendsDoubleEncoding: mendsDoubleEncoding)
    let isMarkup = Self.isMarkup(decoded.bytes)
    let text: [UInt8]
    let marks: [LineMark]
    if isMarkup {
      let read = HTMLFragment.read(decoded.bytes, base: item.hints.url, firstLine: item.firstLine)
      (text, marks) = (read.text, read.lines)
    } else {
      (text, marks) = (decoded.bytes, [])
    }
    guard let kind = DownloadKind(text.prefix(Self.markupHead)) ?? Self.hinted(item) else {
      throw item.error(.empty)
    }
    var read = PagesRead([], findings: decoded.findings(item.file))
    for range in Self.articles(in: text, kind) {
      let article = DownloadArticle(text, range, kind: kind)
      guard article.isArticle else { continue }
      read.pages.append(
        page(
          article, text, range, item, index: item.item + read.pages.count,
          marks: isMarkup ? marks : nil))
    }
    if read.pages.isEmpty {
      throw item.error(.passedOver("a part of a download that holds no article"))
    }
    return read
  }

  private static func hinted(_ item: RawItem) -> DownloadKind? {
    item.hints.fields.first.flatMap { name in
      DownloadKind.allCases.first { "\($0)" == name }
    }
  }

  /// A page that holds the article's part of the text, on the lines of the file.
  private func page(
    _ article: DownloadArticle, _ text: [UInt8], _ range: Range<Int>, _ item: RawItem, index: Int,
    marks: [LineMark]?
  ) -> SourcePage {
    let shift = -range.lowerBound
    func moved(_ span: TextSpan) -> TextSpan { TextSpan(span.start + shift, span.end + shift) }
    var structure = article.structure
    structure.title = structure.title.map(moved)
    structure.blocks = structure.blocks.map { block in
      PageBlock(span: moved(block.span), kind: block.kind, removal: block.removal)
    }
    let origin: LineOrigin
    if let marks {
      let before = marks.last { $0.offset <= range.lowerBound }.map {
        LineMark(offset: 0, line: $0.line)
      }
      let inside = marks.filter { range.contains($0.offset) && $0.offset > range.lowerBound }
      origin = .marks(
        (before.map { [$0] } ?? [])
          + inside.map { LineMark(offset: $0.offset + shift, line: $0.line) })
    } else {
      let first = text[..<range.lowerBound].reduce(item.firstLine) { $1 == 0x0A ? $0 + 1 : $0 }
      origin = .sameLines(first: first)
    }
    return SourcePage(
      file: item.file, item: index, text: SourceText(validUTF8: Array(text[range]), origin: origin),
      metadata: article.metadata, structure: structure)
  }

  private static func articles(in text: [UInt8], _ kind: DownloadKind) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for line in DownloadLines(text[...]) {
      switch kind.boundary(text[line.span.range]) {
      case .begins:
        if line.start > start { ranges.append(start..<line.start) }
        start = line.start
      case .ends:
        ranges.append(start..<line.span.end)
        start = line.span.end
      case nil: break
      }
    }
    if start < text.count { ranges.append(start..<text.count) }
    return ranges.filter { range in text[range].contains { $0 > 0x20 } }
  }

  static func isMarkup(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.prefix(400).first(where: { $0 > 0x20 && $0 < 0x80 }) else {
      return false
    }
    return first == 0x3C
  }

  /// Only a page that names one of them is looked into.
  private static func markupKind(_ head: [UInt8]) -> DownloadKind? {
    let names: [StaticString] = ["documents", "document ", "factiva", "proquest", "record:"]
    guard names.contains(where: { XMLScanner.find($0, in: head, from: 0) != nil }) else {
      return nil
    }
    return DownloadKind(HTMLFragment.read(head, base: nil, firstLine: 1).text[...])
  }
}
