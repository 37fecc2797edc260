/// Reads a plain text as one page.
public struct PlainTextReader: PageReader {
  private let mendsDoubleEncoding: Bool

  /// A reader of text in any character set.
  public init(options: ReadingOptions = .init()) {
    mendsDoubleEncoding = options.mendsDoubleEncoding
  }

  /// Any bytes; the last reader to be asked.
  public func recognises(_ item: RawItem) -> Bool { true }

  /// One page.
  /// - Throws: `.empty` where there is no word, `.binary` where it is not text.
  public func pages(of item: RawItem) throws(ReadingError) -> PagesRead {
    let text = try Self.text(of: item, mendsDoubleEncoding: mendsDoubleEncoding)
    var page = SourcePage(
      file: item.file, item: item.item,
      text: SourceText(validUTF8: text.bytes, origin: .sameLines(first: item.firstLine)))
    page.metadata.url = item.hints.url
    return PagesRead([page], findings: text.findings(item.file))
  }

  /// The decoded text of an item.
  /// - Throws: `.empty` where there is no word, `.binary` where it is not text.
  static func text(
    of item: RawItem, mendsDoubleEncoding: Bool
  ) throws(ReadingError) -> TextDecoding.Decoded {
    guard item.bytes.contains(where: { $0 > 0x20 }) else {
      throw item.error(item.bytes.contains(0) ? .binary : .empty)
    }
    let text = TextDecoding.decoded(
      item.bytes, declared: item.hints.charset, mendsDoubleEncoding: mendsDoubleEncoding,
      keepsMark: true)
    let check = UTF8Decoding.check(text.bytes)
    if check.hasNUL || check.controls * 10 > text.bytes.count { throw item.error(.binary) }
    if text.invalid * 10 > text.bytes.count * 3 { throw item.error(.binary) }
    // No set is stated and none makes words of it.
    if text.charset != "utf-8", item.hints.charset == nil, check.sequences > 8,
      !item.bytes.contains(where: { $0 < 0x80 })
    {
      throw item.error(.binary)
    }
    return text
  }
}
