/// Reads a Markdown file as one page; the text stays the file's own, marks and all.
public struct MarkdownReader: PageReader {
  private let mendsDoubleEncoding: Bool

  /// A reader of Markdown in any character set.
  public init(options: ReadingOptions = .init()) {
    mendsDoubleEncoding = options.mendsDoubleEncoding
  }

  /// By the container's word, or by signs that plain text has not: front matter with a title or a
  /// date, or a heading behind `#` and one more sign.
  public func recognises(_ item: RawItem) -> Bool {
    if let format = item.hints.format { return format == .markdown }
    return Self.looksLikeMarkdown(item.bytes)
  }

  /// So many bytes are looked at.
  private static let reach = 1 << 14

  static func looksLikeMarkdown(_ bytes: [UInt8]) -> Bool {
    let head = Array(bytes.prefix(reach))
    if let matter = FrontMatter(head) { return matter.title != nil || matter.date != nil }
    var headings = 0
    var signs = 0
    for span in MarkdownLine.spans(of: TextSpan(0, head.count), in: head) {
      let line = MarkdownLine(span, in: head)
      switch line.kind {
      case .heading: headings += 1
      case .item, .quote, .fence: signs += 1
      case .text: if !MarkdownLinks(span, in: head).links.isEmpty { signs += 1 }
      case .blank, .rule, .underline: break
      }
      if headings >= 1, headings + signs >= 2 { return true }
    }
    return false
  }

  /// One page.
  /// - Throws: `.empty` where there is no word, `.binary` where it is not text.
  public func pages(of item: RawItem) throws(ReadingError) -> PagesRead {
    let decoded = try PlainTextReader.text(of: item, mendsDoubleEncoding: mendsDoubleEncoding)
    let matter = FrontMatter(decoded.bytes)
    var blocks = MarkdownBlocks(decoded.bytes, from: matter?.span.end ?? 0)
    if let matter {
      blocks.structure.blocks.insert(PageBlock(span: matter.span, removal: .other), at: 0)
    }
    var page = SourcePage(
      file: item.file, item: item.item,
      text: SourceText(validUTF8: decoded.bytes, origin: .sameLines(first: item.firstLine)),
      structure: blocks.structure)
    page.metadata.url = item.hints.url ?? matter?.url
    page.metadata.authors = matter?.authors ?? []
    page.metadata.section = matter?.section
    page.metadata.language = PageFacts.language(matter?.language)
    page.metadata.published = matter?.date.flatMap { StatedDate.date($0) }
    if let title = matter?.title, blocks.structure.title.map({ page.text[$0] }) != title {
      page.metadata.title = title
    }
    return PagesRead([page], findings: decoded.findings(item.file))
  }
}
