/// A text part of a message, decoded, with the lines of the file that its own lines come from.
struct MailPart {
  /// Valid UTF-8.
  var text: [UInt8]
  var isMarkup: Bool
  /// The line of the file for each line of the text.
  var lines: [Int]
  var findings: [Finding] = []

  /// The line of the file of a line of the text, from 1.
  func fileLine(_ line: Int) -> Int {
    lines.isEmpty ? 1 : lines[max(0, min(lines.count, line) - 1)]
  }

  /// Words of letters that a reader sees, roughly, and bytes of addresses among them.
  var measure: (words: Int, addressBytes: Int) {
    let shown = isMarkup ? HTMLFragment.read(text, base: nil, firstLine: 1).text : text
    var words = 0
    var addressBytes = 0
    for word in shown.split(whereSeparator: Bytes.isSpace) {
      let isAddress = XMLScanner.find("http", in: Array(word.prefix(40)), from: 0) != nil
      if isAddress { addressBytes += word.count } else { words += 1 }
    }
    return (words, addressBytes)
  }
}

/// Takes a message apart: its own words, and the messages inside it.
struct MailParts {
  private(set) var parts: [MailPart] = []
  /// Messages inside the message, with the line of the file on which each begins.
  private(set) var messages: [(bytes: ArraySlice<UInt8>, line: Int)] = []

  private let bytes: [UInt8]
  private let options: ReadingOptions
  private let path: String
  private var line: Int
  private var lineAt = 0
  private var count = 0

  private static let depthLimit = 12
  private static let countLimit = 2_000

  /// Takes apart what stands behind a header.
  init(
    _ bytes: [UInt8], body: Range<Int>, headers: MailHeaders, firstLine: Int, path: String,
    options: ReadingOptions
  ) {
    self.bytes = bytes
    self.options = options
    self.path = path
    line = firstLine
    read(bytes[body], headers, isDigest: false, depth: 0)
  }

  private mutating func read(
    _ body: ArraySlice<UInt8>, _ headers: MailHeaders, isDigest: Bool, depth: Int
  ) {
    count += 1
    guard depth < Self.depthLimit, count < Self.countLimit else { return }
    var (type, parameters) = headers.value("content-type")
    if type.isEmpty { type = isDigest ? "message/rfc822" : "text/plain" }
    let disposition = headers.value("content-disposition")
    if type.hasPrefix("multipart/"), let boundary = parameters["boundary"], !boundary.isEmpty {
      readMany(body, type, boundary, depth)
    } else if disposition.value == "attachment", type != "message/rfc822" {
      return
    } else if type == "message/rfc822" {
      messages.append((body, line(at: body.startIndex)))
    } else if type == "text/plain" || type == "text/html" || !type.contains("/") {
      let encoding = headers.value("content-transfer-encoding").value
      let part = decoded(body, encoding, parameters["charset"], isMarkup: type == "text/html")
      if part.text.contains(where: { $0 > 0x20 }) { parts.append(part) }
    }
  }

  private mutating func readMany(
    _ body: ArraySlice<UInt8>, _ type: String, _ boundary: String, _ depth: Int
  ) {
    let before = parts.count
    for piece in Self.pieces(body, boundary: Array("--\(boundary)".utf8)) {
      let headers = MailHeaders(piece)
      read(piece[headers.end...], headers, isDigest: type == "multipart/digest", depth: depth + 1)
    }
    guard type == "multipart/alternative", parts.count > before + 1 else { return }
    let choices = parts[before...]
    parts.removeSubrange(before...)
    parts.append(Self.best(of: choices))
  }

  /// Plain text, unless it says less than the markup or is full of addresses.
  private static func best(of choices: ArraySlice<MailPart>) -> MailPart {
    guard let plain = choices.first(where: { !$0.isMarkup }),
      let markup = choices.last(where: \.isMarkup)
    else { return choices[choices.startIndex] }
    let (has, wanted) = (plain.measure, markup.measure)
    let isWhole = has.words * 10 >= wanted.words * 7
    return isWhole && has.addressBytes * 5 < plain.text.count ? plain : markup
  }

  /// What stands between the lines of a boundary.
  private static func pieces(
    _ body: ArraySlice<UInt8>, boundary: [UInt8]
  ) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start: Int?
    var at = body.startIndex
    while at < body.endIndex {
      let lineEnd = body[at...].firstIndex(of: 0x0A) ?? body.endIndex
      let next = min(body.endIndex, lineEnd + 1)
      if body[at..<lineEnd].starts(with: boundary) {
        let rest = body[(at + boundary.count)..<lineEnd]
        let isLast = rest.starts(with: [0x2D, 0x2D])
        if isLast || rest.allSatisfy(Bytes.isSpace) {
          if let start { pieces.append(body[start..<max(start, at)]) }
          start = isLast ? nil : next
          if pieces.count > countLimit { return pieces }
        }
      }
      at = next
    }
    if let start { pieces.append(body[start...]) }
    return pieces
  }

  private mutating func decoded(
    _ body: ArraySlice<UInt8>, _ encoding: String, _ charset: String?, isMarkup: Bool
  ) -> MailPart {
    let first = line(at: body.startIndex)
    var raw: [UInt8]
    var lines: [Int] = []
    switch encoding {
    case "base64":
      raw = TransferDecoding.base64(body) ?? Array(body)
      // Each line of the usual 76 letters holds 57 bytes.
      let width = max(1, (body.firstIndex(of: 0x0A) ?? body.endIndex) - body.startIndex)
      lines = [first]
      for (offset, byte) in raw.enumerated() where byte == 0x0A {
        lines.append(first + (offset + 1) * 4 / 3 / width)
      }
    case "quoted-printable":
      raw = TransferDecoding.quotedPrintable(body)
      lines = Self.linesOfQuotedPrintable(body, first)
    default:
      raw = Array(body)
      lines = []
    }
    let text = TextDecoding.decoded(
      raw, declared: charset, mendsDoubleEncoding: options.mendsDoubleEncoding)
    if lines.isEmpty {
      lines = [first]
      for byte in text.bytes where byte == 0x0A { lines.append(first + lines.count) }
    }
    return MailPart(
      text: text.bytes, isMarkup: isMarkup, lines: lines, findings: text.findings(path))
  }

  /// The file's line for each line of the decoded text: a line that ends in `=` goes on.
  private static func linesOfQuotedPrintable(_ body: ArraySlice<UInt8>, _ first: Int) -> [Int] {
    var lines = [first]
    var line = first
    var last: UInt8 = 0
    for byte in body {
      if byte == 0x0A {
        line += 1
        if last != 0x3D { lines.append(line) }
      }
      if byte != 0x0D && byte != 0x20 || last != 0x3D { last = byte }
    }
    return lines
  }

  private mutating func line(at offset: Int) -> Int {
    while lineAt < min(offset, bytes.count) {
      if bytes[lineAt] == 0x0A { line += 1 }
      lineAt += 1
    }
    return line
  }
}
