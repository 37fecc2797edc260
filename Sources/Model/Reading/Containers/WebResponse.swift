/// The answer of a web server as a crawl keeps it.
struct WebResponse {
  /// The status, such as 200.
  var status: Int
  /// Its header lines.
  var header: CrawlHeader
  /// What it sent, as it was sent: perhaps in chunks, perhaps compressed.
  var body: ArraySlice<UInt8>

  /// Reads an answer; nil where the bytes do not begin like one.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Array("HTTP/".utf8)) else { return nil }
    var rest = bytes[...]
    let first = Self.takeLine(&rest)
    let parts = first.split(separator: 0x20, maxSplits: 2)
    guard parts.count >= 2, let status = Int(CrawlHeader.trimmed(parts[1])) else { return nil }
    self.status = status
    header = CrawlHeader()
    while !rest.isEmpty {
      let line = Self.takeLine(&rest)
      if line.allSatisfy(Bytes.isSpace) { break }
      header.add(line)
    }
    body = rest
  }

  private static func takeLine(_ bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let end = bytes.firstIndex(of: 0x0A) else {
      defer { bytes = [] }
      return bytes
    }
    defer { bytes = bytes[(end + 1)...] }
    return bytes[..<end]
  }

  /// Why a body cannot be had.
  enum Obstacle: Error {
    /// Compressed in a way that is not known: `br`.
    case encoding(String)
    /// Unfolds to more than the limit.
    case tooLarge
  }

  /// What the server sent, without chunks and unfolded.
  ///
  /// Crawlers often undo both and leave the header lines standing, so that a body which is not as
  /// they say is taken as it is.
  /// - Parameter limit: the most bytes.
  func content(limit: Int) throws(Obstacle) -> [UInt8] {
    var content = body
    if header["transfer-encoding"]?.lowercased().contains("chunked") == true {
      content = Self.unchunked(content)
    }
    let encodings = (header["content-encoding"] ?? "").lowercased().split(separator: ",")
      .map { $0.filter { $0 != " " } }
    for encoding in encodings.reversed() {
      switch encoding {
      case "", "identity", "none", "utf-8": break
      case "gzip", "x-gzip", "deflate":
        switch Inflation.inflated(content, limit: limit) {
        case .bytes(let bytes): content = bytes[...]
        case .notCompressed: break
        case .tooLarge: throw .tooLarge
        }
      default:
        throw .encoding(encoding)
      }
    }
    return Array(content)
  }

  /// Joins chunks (RFC 9112, section 7.1); where the next one does not begin like one, the rest is
  /// taken as it stands.
  static func unchunked(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var joined: [UInt8] = []
    var rest = bytes
    while !rest.isEmpty {
      let before = rest
      let line = takeLine(&rest)
      guard let size = chunkSize(line) else {
        if joined.isEmpty { return bytes }
        joined += before
        break
      }
      if size == 0 { break }
      joined += rest.prefix(size)
      rest = rest.dropFirst(size)
      // The line break behind the chunk.
      if rest.first == 0x0D { rest = rest.dropFirst() }
      if rest.first == 0x0A { rest = rest.dropFirst() }
    }
    return joined[...]
  }

  private static func chunkSize(_ line: ArraySlice<UInt8>) -> Int? {
    var size = 0
    var digits = 0
    for byte in line {
      let low = byte | 0x20
      if Bytes.isDigit(byte) {
        size = size * 16 + Int(byte - 0x30)
      } else if (0x61...0x66).contains(low) {
        size = size * 16 + Int(low - 0x57)
      } else if byte == 0x3B || Bytes.isSpace(byte) {
        break
      } else {
        return nil
      }
      digits += 1
      if digits > 12 { return nil }
    }
    return digits > 0 ? size : nil
  }
}
