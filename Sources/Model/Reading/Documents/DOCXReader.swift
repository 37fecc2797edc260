/// Reads a DOCX (ECMA-376, WordprocessingML) as one page of paragraphs, headings, lists and rows.
struct DOCXReader: PageReader {
  private static let document = "word/document.xml"
  private static let properties = "docProps/core.xml"

  private let options: ReadingOptions

  init(options: ReadingOptions = .init()) { self.options = options }

  func recognises(_ item: RawItem) -> Bool {
    item.hints.format == .docx || OfficePackage.isOffice(item.bytes[...])
  }

  /// One page.
  /// - Throws: `.unsupported` for tables, slides and OpenDocument; `.empty` where there is no word.
  func pages(of item: RawItem) throws(ReadingError) -> PagesRead {
    let package = try OfficePackage(
      item, names: [Self.document, Self.properties], options: options)
    guard let document = package[Self.document] else {
      throw item.error(
        .unsupported("a document of an office program, but no DOCX text; save it as DOCX or text"))
    }
    var body = DOCXBody()
    body.read(UTF8Decoding.repaired(document).bytes)
    guard !body.structure.blocks.isEmpty || body.structure.title != nil else {
      throw item.error(.empty)
    }
    var metadata = PageMetadata()
    if let properties = package[Self.properties] {
      let known = Self.properties(UTF8Decoding.repaired(properties).bytes)
      if body.structure.title == nil { body.takeTitle(known["title"] ?? "", into: &metadata) }
      metadata.authors = known["creator"].map { FieldMeanings.names(Array($0.utf8)) } ?? []
      metadata.language = known["language"].flatMap { FieldMeanings.language(Array($0.utf8)) }
    }
    metadata.url = item.hints.url
    return PagesRead([
      SourcePage(
        file: item.file, item: item.item,
        text: SourceText(validUTF8: body.text, origin: .marks([])), metadata: metadata,
        structure: body.structure)
    ])
  }

  /// Title, creator and language of `docProps/core.xml`. Its dates say when the file was made, not
  /// when the article was published.
  private static func properties(_ xml: [UInt8]) -> [String: String] {
    var found: [String: String] = [:]
    var name: String?
    var scanner = XMLScanner(xml)
    while let token = scanner.next() {
      switch token {
      case .start(let range, _, _, _):
        name = DOCXBody.localName(xml[range])
      case .text(let range):
        let words = XMLEntities().resolved(xml[range])
        if let name, let line = FieldMeanings.line(words, limit: 1_000) { found[name] = line }
      case .end: name = nil
      case .raw, .doctype, .other: break
      }
    }
    return found
  }
}
