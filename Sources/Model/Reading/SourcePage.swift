/// The decoded text of one page with what its format tells about it.
public struct SourcePage: Sendable {
  /// The path as the user knows it.
  public var file: String
  /// The index of the page inside its file, from 0.
  public var item: Int
  /// The decoded text.
  public var text: SourceText
  /// What the format states beside the text: an empty value for plain text.
  public var metadata: PageMetadata

  /// A page.
  public init(file: String, item: Int = 0, text: SourceText, metadata: PageMetadata = .init()) {
    self.file = file
    self.item = item
    self.text = text
    self.metadata = metadata
  }
}

/// What a format states beside the text; the cleaner prefers it to its own reading.
public struct PageMetadata: Hashable, Sendable {
  /// The headline.
  public var title: String?
  /// The publisher or agency.
  public var agency: String?
  /// The authors.
  public var authors: [String] = []
  /// The address on the web.
  public var url: String?
  /// The section.
  public var section: String?
  /// The language as a BCP 47 tag.
  public var language: String?
  /// When it was published.
  public var published: ArticleDate?

  /// Nothing is stated.
  public init() {}
}

/// Turns the bytes of one format into pages.
public protocol PageReader: Sendable {
  /// Whether the bytes look like this reader's format.
  func recognises(_ file: RawFile) -> Bool
  /// The pages of a file, and what was odd in it.
  /// - Throws: why the file holds no page.
  func pages(of file: RawFile) throws(ReadingError) -> (pages: [SourcePage], findings: [Finding])
}

/// Reads a plain text file as one page.
public struct PlainTextReader: PageReader {
  /// A reader of UTF-8 text.
  public init() {}

  /// Any bytes; the last reader to be asked.
  public func recognises(_ file: RawFile) -> Bool { true }

  /// One page.
  /// - Throws: `.empty` where there is no word, `.binary` where it is not text.
  public func pages(
    of file: RawFile
  ) throws(ReadingError) -> (pages: [SourcePage], findings: [Finding]) {
    var controls = 0
    var words = false
    for byte in file.bytes {
      if byte == 0 { throw ReadingError(path: file.path, problem: .binary) }
      if byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 && byte != 0x0C {
        controls += 1
      }
      if byte > 0x20 { words = true }
    }
    guard words else { throw ReadingError(path: file.path, problem: .empty) }
    if controls * 10 > file.bytes.count { throw ReadingError(path: file.path, problem: .binary) }
    let (bytes, invalid) = UTF8Decoding.repaired(file.bytes)
    if invalid * 10 > file.bytes.count * 3 {
      throw ReadingError(path: file.path, problem: .binary)
    }
    let page = SourcePage(file: file.path, text: SourceText(validUTF8: bytes))
    let odd =
      invalid == 0 ? [] : [Finding(path: file.path, problem: .invalidBytes(invalid))]
    return ([page], odd)
  }
}

/// Asks each reader in turn which one knows a file.
public struct PageReaders: Sendable {
  /// The readers, most particular first; the last takes anything.
  public var readers: [any PageReader]

  /// The readers of all formats.
  public init() { readers = [PlainTextReader()] }

  /// The pages of a file.
  public func pages(
    of file: RawFile
  ) throws(ReadingError) -> (pages: [SourcePage], findings: [Finding]) {
    for reader in readers where reader.recognises(file) { return try reader.pages(of: file) }
    throw ReadingError(path: file.path, problem: .binary)
  }
}
