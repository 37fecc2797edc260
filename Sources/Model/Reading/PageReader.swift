/// Turns the bytes of one format into pages.
public protocol PageReader: Sendable {
  /// Whether an item is of this reader's format: its hints say so, or its bytes look so.
  func recognises(_ item: RawItem) -> Bool
  /// The pages of an item, and what was odd in it.
  /// - Throws: why the item holds no page.
  func pages(of item: RawItem) throws(ReadingError) -> PagesRead
}

/// What came of an item.
public struct PagesRead: Sendable {
  /// The pages in the order of the item.
  public var pages: [SourcePage]
  /// What was odd.
  public var findings: [Finding]

  /// Pages and what was odd.
  public init(_ pages: [SourcePage], findings: [Finding] = []) {
    self.pages = pages
    self.findings = findings
  }
}

/// Asks each reader in turn which one knows an item.
public struct PageReaders: Sendable {
  /// The readers, most particular first; the last takes anything.
  public var readers: [any PageReader]

  /// The readers of all formats.
  public init(options: ReadingOptions = .init()) {
    readers = [
      FeedReader(options: options), MailReader(options: options), JSONReader(options: options),
      TableReader(options: options), PDFReader(options: options), DOCXReader(options: options),
      DownloadReader(options: options), HTMLReader(options: options),
      PlainTextReader(options: options),
    ]
  }

  /// The pages of an item.
  /// - Throws: why it holds no page.
  public func pages(of item: RawItem) throws(ReadingError) -> PagesRead {
    for reader in readers where reader.recognises(item) { return try reader.pages(of: item) }
    throw item.error(.binary)
  }
}
