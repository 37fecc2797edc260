/// Reads a page of HTML or XHTML: its article, and what stands around it as left out.
public struct HTMLReader: PageReader {
  private let options: ReadingOptions

  /// A reader within limits.
  public init(options: ReadingOptions = .init()) { self.options = options }

  /// By the container's word, or by the first tags.
  public func recognises(_ item: RawItem) -> Bool {
    item.hints.format.map { $0 == .html } ?? HTMLSigns.begins(item.bytes)
  }

  /// One page.
  /// - Throws: `.tooIntricate` beyond the limit, `.empty` where no word is visible.
  public func pages(of item: RawItem) throws(ReadingError) -> PagesRead {
    let charset = item.hints.charset ?? HTMLSigns.charset(of: item.bytes)
    let decoded = TextDecoding.decoded(
      item.bytes, declared: charset,
      mendsDoubleEncoding: options.mendsDoubleEncoding)
    let sieve = HTMLSieve(decoded.bytes)
    guard let tree = HTMLTree(sieve, memory: options.largestTree) else {
      throw item.error(.tooIntricate(limit: options.largestTree))
    }
    let blocks = HTMLBlocks(tree, firstLine: item.firstLine)
    guard !blocks.blocks.isEmpty else { throw item.error(.empty) }
    let facts = PageFacts(tree, hints: item.hints)
    let content = MainContent(PageAnalysis(tree, blocks, facts))

    var structure = PageStructure()
    for (block, verdict) in zip(blocks.blocks, content.verdicts) {
      switch verdict {
      case .title: structure.title = block.span
      case .kept: structure.blocks.append(PageBlock(span: block.span, kind: block.kind))
      case .standfirst: structure.blocks.append(PageBlock(span: block.span, kind: .standfirst))
      case .removed(let reason):
        structure.blocks.append(PageBlock(span: block.span, kind: block.kind, removal: reason))
      }
    }
    structure.links = blocks.links(on: facts.metadata.url.flatMap { WebAddress($0) }) {
      content.verdicts[$0] == .kept || content.verdicts[$0] == .standfirst
    }
    var page = SourcePage(
      file: item.file, item: item.item,
      text: SourceText(validUTF8: blocks.text, origin: .marks(blocks.lines)),
      metadata: facts.metadata, structure: structure)
    page.metadata.title =
      structure.title == nil
      ? page.metadata.title.map { Headlines.withoutSite($0, facts) } : nil
    var findings = decoded.findings(item.file)
    if sieve.tooDeep > 0 {
      findings.append(Finding(path: item.file, problem: .tagsTooDeep(sieve.tooDeep)))
    }
    return PagesRead([page], findings: findings)
  }
}
