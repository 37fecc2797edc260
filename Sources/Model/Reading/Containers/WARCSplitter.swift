/// Cuts crawl dumps of the WARC format (ISO 28500) into the pages that were fetched.
///
/// libarchive reads the format too, but gives names and contents alone; the address, the character
/// set and the way of transfer stand in header lines that it does not show.
struct WARCSplitter: ItemSplitter {
  private static let longestLine = 1 << 16
  private static let mostLines = 1_000

  func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    head.starts(with: Array("WARC/".utf8)) && head.dropFirst(5).first.map(Bytes.isDigit) == true
  }

  func split(_ bytes: ByteStream, of file: String, into sink: ItemSink) throws(ReadingError) {
    let records = CrawlRecords(of: file, into: sink)
    defer { records.finish() }
    while !sink.isCancelled, let header = try nextHeader(bytes, records) {
      guard let length = header["content-length"].flatMap({ Int($0) }), length >= 0 else {
        records.refuse("no Content-Length; the next record is searched for")
        continue
      }
      let wanted = kind(of: header)
      guard wanted != .none, length <= records.limit else {
        if wanted == .none { pass(header, records) } else { records.refuseSize() }
        guard try bytes.skip(length) == length else {
          throw ReadingError(path: file, problem: .damaged("the last record is cut off"))
        }
        continue
      }
      let block = try bytes.take(length)
      let url = header["warc-target-uri"].map { $0.filter { $0 != "<" && $0 != ">" } }
      switch wanted {
      case .response: records.put(response: block, url: url)
      case .resource:
        let type = header["warc-identified-payload-type"] ?? header["content-type"]
        records.put(resource: block, contentType: type, url: url)
      case .none: break
      }
      guard block.count == length else {
        throw ReadingError(path: file, problem: .damaged("the last record is cut off"))
      }
    }
  }

  private enum Kind { case response, resource, none }

  private func kind(of header: CrawlHeader) -> Kind {
    let type = CrawlHeader.type(header["content-type"]).type
    switch header["warc-type"]?.lowercased() {
    case "response": return type == "application/http" || type.isEmpty ? .response : .resource
    case "resource", "conversion": return .resource
    default: return .none
    }
  }

  private func pass(_ header: CrawlHeader, _ records: CrawlRecords) {
    let type = header["warc-type"]?.lowercased() ?? ""
    switch type {
    case "warcinfo", "request", "metadata", "revisit", "continuation": records.pass("of \(type)")
    default: records.pass("of an unknown kind")
    }
  }

  /// Searches for the next record and takes its header lines; nil at the end.
  private func nextHeader(
    _ bytes: ByteStream, _ records: CrawlRecords
  ) throws(ReadingError) -> CrawlHeader? {
    var strayLines = 0
    while let taken = try bytes.takeLine(limit: Self.longestLine) {
      if case .line(let line) = taken {
        if line.allSatisfy(Bytes.isSpace) { continue }
        if recognises(line[...]) {
          records.begin()
          if strayLines > 0 { records.refuse("other lines stand before it") }
          return try header(bytes)
        }
      }
      strayLines += 1
    }
    if strayLines > 0 { records.refuse("other lines stand behind it") }
    return nil
  }

  private func header(_ bytes: ByteStream) throws(ReadingError) -> CrawlHeader {
    var header = CrawlHeader()
    var whole: [UInt8] = []
    var count = 0
    while count < Self.mostLines, let taken = try bytes.takeLine(limit: Self.longestLine) {
      count += 1
      guard case .line(let line) = taken else { continue }
      if line.allSatisfy(Bytes.isSpace) { break }
      if line[0] == 0x20 || line[0] == 0x09 {
        // The line before goes on.
        if whole.count < Self.longestLine { whole += line }
      } else {
        header.add(whole[...])
        whole = line
      }
    }
    header.add(whole[...])
    return header
  }
}
