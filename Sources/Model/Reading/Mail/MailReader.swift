/// Reads messages: newsletters, alerts, articles that somebody sent on.
///
/// The subject is the headline, the sender the author (or, of what goes to many, the publisher). Of
/// alternatives one is read; messages inside a message are pages of their own; attachments are
/// passed over.
public struct MailReader: PageReader {
  private let options: ReadingOptions

  /// A reader of messages.
  public init(options: ReadingOptions = .init()) { self.options = options }

  public func recognises(_ item: RawItem) -> Bool {
    item.hints.format == .mail || item.hints.format == nil && MailHeaders.begin(item.bytes[...])
  }

  /// The page of the message, and those of messages inside it.
  /// - Throws: `.empty` where it says nothing.
  public func pages(of item: RawItem) throws(ReadingError) -> PagesRead {
    var read = PagesRead([])
    self.read(item.bytes, item, firstLine: item.firstLine, depth: 0, into: &read)
    guard !read.pages.isEmpty else { throw item.error(.empty) }
    return read
  }

  private static let depthLimit = 8
  private static let pageLimit = 500

  private func read(
    _ bytes: [UInt8], _ item: RawItem, firstLine: Int, depth: Int, into read: inout PagesRead
  ) {
    guard depth < Self.depthLimit, read.pages.count < Self.pageLimit else { return }
    let headers = MailHeaders(bytes[...])
    let parts = MailParts(
      bytes, body: headers.end..<bytes.count, headers: headers, firstLine: firstLine,
      path: item.file, options: options)
    let metadata = Self.metadata(headers)
    if !parts.parts.isEmpty || metadata.title != nil && parts.messages.isEmpty {
      read.pages.append(
        page(of: parts.parts, item, index: item.item + read.pages.count, metadata))
      for part in parts.parts { read.findings += part.findings }
    }
    for message in parts.messages {
      self.read(
        Array(message.bytes), item, firstLine: message.line, depth: depth + 1, into: &read)
    }
  }

  private static func metadata(_ headers: MailHeaders) -> PageMetadata {
    var metadata = PageMetadata()
    metadata.title = headers.words("subject")
    metadata.published =
      (headers.words("date") ?? "").isEmpty
      ? nil : headers.words("date").flatMap { StatedDate.date($0) }
    if let sender = headers.words("from").flatMap(MailAddress.name) {
      let goesToMany = ["list-id", "list-unsubscribe"].contains { headers.raw($0) != nil }
      if goesToMany { metadata.agency = sender } else { metadata.authors = [sender] }
    }
    metadata.language = headers.words("content-language").flatMap {
      $0.utf8.count <= 35 ? $0.split(separator: ",").first.map(String.init) : nil
    }
    return metadata
  }

  private func page(
    of parts: [MailPart], _ item: RawItem, index: Int, _ metadata: PageMetadata
  ) -> SourcePage {
    if parts.count == 1, !parts[0].isMarkup {
      // The cleaner of plain text tells its lines apart.
      let part = parts[0]
      var marks: [LineMark] = []
      var offset = 0
      for (number, piece) in part.text.split(separator: 0x0A, omittingEmptySubsequences: false)
        .enumerated()
      {
        marks.append(LineMark(offset: offset, line: part.fileLine(number + 1)))
        offset += piece.count + 1
      }
      let text = SourceText(validUTF8: part.text, origin: .marks(marks))
      return SourcePage(file: item.file, item: index, text: text, metadata: metadata)
    }
    var assembly = PageAssembly()
    for part in parts {
      if part.isMarkup {
        assembly.add(markup: part.text, base: nil, line: 1, lines: part.fileLine)
      } else {
        assembly.add(plain: part.text, line: 1, lines: part.fileLine)
      }
    }
    return assembly.page(of: item, index: index, metadata: metadata)
  }
}
