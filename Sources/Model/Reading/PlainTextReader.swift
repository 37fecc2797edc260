/// Reads a plain text as one page.
public struct PlainTextReader: PageReader {
  /// A reader of UTF-8 text.
  public init() {}

  /// Any bytes; the last reader to be asked.
  public func recognises(_ item: RawItem) -> Bool { true }

  /// One page.
  /// - Throws: `.empty` where there is no word, `.binary` where it is not text.
  public func pages(of item: RawItem) throws(ReadingError) -> PagesRead {
    var controls = 0
    var words = false
    for byte in item.bytes {
      if byte == 0 { throw item.error(.binary) }
      if byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 && byte != 0x0C {
        controls += 1
      }
      if byte > 0x20 { words = true }
    }
    guard words else { throw item.error(.empty) }
    if controls * 10 > item.bytes.count { throw item.error(.binary) }
    let (bytes, invalid) = UTF8Decoding.repaired(item.bytes)
    if invalid * 10 > item.bytes.count * 3 { throw item.error(.binary) }
    var page = SourcePage(
      file: item.file, item: item.item,
      text: SourceText(validUTF8: bytes, origin: .sameLines(first: item.firstLine)))
    page.metadata.url = item.hints.url
    let odd = invalid == 0 ? [] : [Finding(path: item.file, problem: .invalidBytes(invalid))]
    return PagesRead([page], findings: odd)
  }
}
