/// What the fields of a JSON object or of a table's row say about an article.
struct ArticleFields {
  /// Words of a field and the line of the file on which they stand.
  struct Words: Hashable {
    /// Valid UTF-8.
    var bytes: [UInt8]
    var line: Int
  }

  var title: Words?
  /// Paragraphs, where the format tells them apart, or the whole text.
  var text: [Words] = []
  /// Stands for a text that is missing.
  var summary: [Words] = []
  var metadata = PageMetadata()

  /// Whether there are words to be read.
  var hasWords: Bool { title != nil || !text.isEmpty || !summary.isEmpty }

  /// The page that the fields make.
  func page(of item: RawItem) -> SourcePage {
    var page = FieldPage()
    if let title { page.addTitle(title) }
    let body = text.isEmpty ? summary : text
    let isMarkup = body.contains { FieldMarkup.isMarkup($0.bytes) }
    for words in body {
      if isMarkup {
        page.addMarkup(words, base: metadata.url ?? item.hints.url)
      } else {
        page.add(words)
      }
    }
    var structure = page.structure
    // Without a text the headline is all there is to read.
    if body.isEmpty, let title = structure.title {
      structure = PageStructure(blocks: [PageBlock(span: title)])
    }
    var metadata = self.metadata
    metadata.url = metadata.url ?? item.hints.url
    return SourcePage(
      file: item.file, item: item.item,
      text: SourceText(validUTF8: page.bytes, origin: .marks(page.marks)),
      metadata: metadata, structure: structure.isEmpty ? nil : structure)
  }
}

/// A page that is put together from fields, headline first.
private struct FieldPage {
  var bytes: [UInt8] = []
  var marks: [LineMark] = []
  var structure = PageStructure()

  mutating func addTitle(_ title: ArticleFields.Words) {
    var words = title.bytes
    if FieldMarkup.isMarkup(words) || FieldMarkup.hasEntity(words) {
      words = HTMLFragment.read(words, base: nil, firstLine: 1).text
    }
    begin(line: title.line)
    let start = bytes.count
    // A headline is one line, wherever its field breaks it.
    var isBlank = true
    for byte in words {
      if !Bytes.isSpace(byte) { bytes.append(byte) } else if !isBlank { bytes.append(0x20) }
      isBlank = Bytes.isSpace(byte)
    }
    let span = Bytes.trimmed(TextSpan(start, bytes.count), in: bytes)
    if !span.isEmpty { structure.title = span }
  }

  mutating func add(_ words: ArticleFields.Words) {
    begin(line: words.line)
    bytes += words.bytes
  }

  mutating func addMarkup(_ words: ArticleFields.Words, base: String?) {
    begin(line: words.line)
    let start = bytes.count
    let read = HTMLFragment.read(words.bytes, base: base, firstLine: words.line)
    bytes += read.text
    func moved(_ span: TextSpan) -> TextSpan { TextSpan(span.start + start, span.end + start) }
    structure.blocks += read.structure.blocks.map {
      PageBlock(span: moved($0.span), kind: $0.kind, removal: $0.removal)
    }
    structure.links += read.structure.links.map { PageLink(span: moved($0.span), url: $0.url) }
  }

  private mutating func begin(line: Int) {
    if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
    if marks.last?.line != line { marks.append(LineMark(offset: bytes.count, line: line)) }
  }
}

extension PageStructure {
  fileprivate var isEmpty: Bool { title == nil && blocks.isEmpty }
}
