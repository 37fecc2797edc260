/// Reads the entries of RSS, RDF, Atom and CDF feeds as pages; an entry without words is a page too.
public struct FeedReader: PageReader {
  private let mendsDoubleEncoding: Bool

  /// A reader of feeds.
  public init(options: ReadingOptions = .init()) {
    mendsDoubleEncoding = options.mendsDoubleEncoding
  }

  public func recognises(_ item: RawItem) -> Bool {
    item.hints.format == .feed
      || item.hints.format == nil && FeedSplitter.isFeed(item.bytes.prefix(ItemSplitters.headSize))
  }

  /// A page for each entry.
  /// - Throws: `.empty` where the feed has no entry.
  public func pages(of item: RawItem) throws(ReadingError) -> PagesRead {
    let stated = item.hints.charset ?? XMLDeclaration.charset(of: item.bytes)
    let text = TextDecoding.decoded(
      item.bytes, declared: stated, mendsDoubleEncoding: mendsDoubleEncoding)
    var parser = FeedParser(text.bytes, base: item.hints.url, firstLine: item.firstLine)
    var entries: [FeedEntry] = []
    parser.read { entries.append($0) }
    guard !entries.isEmpty else { throw item.error(.empty) }
    let head = parser.head
    let isAtom = parser.isAtom
    let pages = entries.enumerated().map { index, entry in
      page(of: entry, head, isAtom: isAtom, in: item, index: item.item + index)
    }
    return PagesRead(pages, findings: text.findings(item.file))
  }

  private func page(
    of entry: FeedEntry, _ head: FeedHead, isAtom: Bool, in item: RawItem, index: Int
  ) -> SourcePage {
    var assembly = PageAssembly()
    if let title = entry.title ?? entry.mediaTitle {
      assembly.addTitle(Self.line(of: title, isAtom: isAtom), line: title.line)
    }
    let contents = entry.contents.filter { !$0.isEmpty }
    let summaries = entry.summaries.filter { !$0.isEmpty }
    // What is longest is the article; what comes first sums it up, where it says something else.
    let all = contents.isEmpty ? summaries : contents
    if let body = all.max(by: { $0.bytes.count < $1.bytes.count }) {
      if let summary = summaries.first, summary != body {
        var main = PageAssembly()
        Self.add(body, to: &main, isAtom: isAtom, isStandfirst: false)
        let words = Self.line(of: summary, isAtom: isAtom)
        if !Self.repeats(words, in: main.text) {
          Self.add(summary, to: &assembly, isAtom: isAtom, isStandfirst: true)
        }
      }
      Self.add(body, to: &assembly, isAtom: isAtom, isStandfirst: false)
    }
    var metadata = PageMetadata()
    metadata.agency =
      entry.publisher ?? head.publisher
      ?? head.title.map { Self.line(of: $0, isAtom: isAtom) }.flatMap { $0.isEmpty ? nil : $0 }
    metadata.authors = entry.authors.compactMap(MailAddress.name)
    metadata.url = entry.link.flatMap { $0.isEmpty ? nil : $0 }
    metadata.section = entry.category
    metadata.language = (entry.language ?? head.language).flatMap(Self.language)
    for stated in [entry.published, entry.updated, entry.created] where metadata.published == nil {
      metadata.published = stated.flatMap { StatedDate.date($0) }
    }
    return assembly.page(of: item, index: index, metadata: metadata)
  }

  private static func add(
    _ text: FeedText, to assembly: inout PageAssembly, isAtom: Bool, isStandfirst: Bool
  ) {
    let bytes = text.decodedBytes
    if text.isMarkup(isAtom: isAtom) {
      assembly.add(
        markup: bytes, base: text.base, line: text.line, isStandfirst: isStandfirst)
    } else {
      assembly.add(plain: bytes, line: text.line, isStandfirst: isStandfirst)
    }
  }

  /// The words in one line.
  private static func line(of text: FeedText, isAtom: Bool) -> String {
    let bytes = text.decodedBytes
    guard text.isMarkup(isAtom: isAtom) else { return FeedText.folded(bytes) }
    if !bytes.contains(0x3C) { return FeedText.folded(XMLEntities().resolved(bytes[...])) }
    let read = HTMLFragment.read(bytes, base: nil, firstLine: 1)
    let kept = read.structure.blocks.filter { $0.removal == nil }.map { read.text[$0.span.range] }
    return FeedText.folded(Array(kept.joined(separator: [0x20])))
  }

  /// Whether a text begins with a summary, but for the marks at its end.
  private static func repeats(_ summary: String, in text: [UInt8]) -> Bool {
    let words = Folding.words(of: summary).prefix(12)
    var found = 0
    var isSame = true
    Folding.forEachWord(in: text.prefix(4000)) { _, word in
      if found < words.count {
        if words[found] != word { isSame = false }
        found += 1
      }
    }
    return isSame && found == words.count
  }

  private static func language(_ said: String) -> String? {
    let tag = FeedText.folded(Array(said.utf8)).replacing("_", with: "-")
    let isTag = tag.utf8.allSatisfy { Bytes.isLetter($0) || Bytes.isDigit($0) || $0 == 0x2D }
    return isTag && (2...35).contains(tag.utf8.count) ? tag : nil
  }
}

/// What the first line of an XML document says.
enum XMLDeclaration {
  /// The character set of `<?xml version="1.0" encoding="…"?>`, for sets that begin like ASCII or
  /// that IBM's mainframes use.
  static func charset(of bytes: [UInt8]) -> String? {
    var head = Array(bytes.prefix(200))
    // `<?xm` in EBCDIC: what it says there is in EBCDIC too.
    if head.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) {
      guard let set = CharsetConversion(from: "cp037") else { return nil }
      head = set.utf8(head[...]).bytes
    }
    guard let start = XMLScanner.find("<?xml", in: head, from: 0), start < 8,
      let end = XMLScanner.find("?>", in: head, from: start)
    else { return nil }
    let attributes = XMLScanner(head).attributes((start + 5)..<end, XMLEntities())
    return attributes["encoding"]
  }
}
