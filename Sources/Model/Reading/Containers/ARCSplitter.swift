/// Cuts crawl dumps of the older ARC format (Internet Archive, versions 1 and 2).
///
/// A record is a line `URL IP date type … length` and so many bytes.
struct ARCSplitter: ItemSplitter {
  private static let longestLine = 1 << 16

  func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    head.starts(with: Array("filedesc://".utf8))
  }

  func split(_ bytes: ByteStream, of file: String, into sink: ItemSink) throws(ReadingError) {
    let records = CrawlRecords(of: file, into: sink)
    defer { records.finish() }
    while !sink.isCancelled, let taken = try bytes.takeLine(limit: Self.longestLine) {
      guard case .line(let line) = taken, !line.allSatisfy(Bytes.isSpace),
        let head = RecordLine(line)
      else { continue }
      records.begin()
      guard let length = head.length else {
        records.refuse("its length is not a number of bytes; the next record is searched for")
        continue
      }
      let isPage = !head.url.hasPrefix("filedesc:") && !head.url.hasPrefix("dns:")
      if isPage, length <= records.limit {
        let block = try bytes.take(length)
        if block.starts(with: Array("HTTP/".utf8)) {
          records.put(response: block, url: head.url)
        } else {
          records.put(resource: block, contentType: head.type, url: head.url)
        }
        if block.count == length { continue }
      } else {
        if isPage { records.refuseSize() } else { records.pass("about the dump or its hosts") }
        if try bytes.skip(length) == length { continue }
      }
      throw ReadingError(path: file, problem: .damaged("the last record is cut off"))
    }
  }

  /// The first line of a record.
  struct RecordLine {
    /// The address, which may hold blanks.
    var url: String
    /// The type as the server named it.
    var type: String
    /// The bytes that follow; nil where that is no number.
    var length: Int?

    /// Reads a line; nil where it is no beginning of a record.
    init?(_ line: [UInt8]) {
      let parts = CrawlHeader.trimmed(line[...]).split(separator: " ")
      // The date is 14 digits (some writers add more); behind it come the type and, in version 2,
      // status, checksum, location, offset and file name before the length.
      guard parts.count >= 5, let first = parts.first, first.contains(":"),
        let date = parts.indices.first(where: { index in
          index >= 2 && parts[index].utf8.count >= 12
            && parts[index].utf8.allSatisfy(Bytes.isDigit)
            && parts[index - 1].contains(where: { $0 == "." || $0 == ":" })
        }), date + 2 < parts.count
      else { return nil }
      url = parts[..<(date - 1)].joined(separator: " ")
      type = String(parts[date + 1])
      length = parts.last.flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
    }
  }
}
