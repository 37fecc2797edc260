extension FeedText {
  /// The full name of a type: `text/html` for `html`.
  static func type(_ said: String) -> String {
    switch said.lowercased() {
    case "text", "plain": "text/plain"
    case "html": "text/html"
    case "xhtml": "application/xhtml+xml"
    case let other: other
    }
  }

  /// Whether a type is HTML.
  static func isMarkup(_ type: String) -> Bool {
    type == "text/html" || type == "application/xhtml+xml"
  }

  /// Whether a type is neither text nor XML, so that it must be encoded.
  static func isBinary(_ type: String) -> Bool {
    !type.isEmpty && !type.hasPrefix("text/") && !type.hasSuffix("+xml") && !type.hasSuffix("/xml")
  }

  /// Words apart by single blanks.
  static func folded(_ bytes: [UInt8]) -> String {
    String(
      decoding: Array(bytes.split(whereSeparator: Bytes.isSpace).joined(separator: [0x20])),
      as: UTF8.self)
  }

  /// The bytes, out of base64 where they are encoded so and that makes text.
  var decodedBytes: [UInt8] {
    guard isBase64, let decoded = TransferDecoding.base64(bytes),
      UTF8Decoding.check(decoded).isValid
    else { return bytes }
    return decoded
  }

  /// Whether the bytes are HTML.
  /// - Parameter isAtom: whether the feed is trusted to tell text from markup.
  func isMarkup(isAtom: Bool) -> Bool {
    if hasElements { return true }
    let type = type ?? "text/plain"
    if Self.isMarkup(type) || type.hasSuffix("xml") { return true }
    return !isAtom && Self.looksLikeMarkup(decodedBytes)
  }

  /// Whether text that should be plain holds tags or references of HTML, and no other tags.
  static func looksLikeMarkup(_ bytes: [UInt8]) -> Bool {
    var scanner = XMLScanner(bytes)
    var isFound = false
    while let token = scanner.next() {
      switch token {
      case .start(let name, _, _, _), .end(let name, _):
        guard tags.contains(String(decoding: bytes[name].map(Bytes.lower), as: UTF8.self)) else {
          return false
        }
        isFound = true
      case .text(let range):
        if !isFound, bytes[range].contains(0x26) {
          isFound = XMLEntities().resolved(bytes[range]) != Array(bytes[range])
        }
      default: break
      }
    }
    return isFound
  }

  private static let tags = Set(
    """
    a abbr acronym address b big blockquote br center cite code dd del dfn div dl dt em font h1 h2 \
    h3 h4 h5 h6 hr i img ins kbd li ol p pre q s samp small span strike strong sub sup table tbody \
    td tfoot th thead tr tt u ul var section article figure figcaption video audio time mark nobr
    """.split(separator: " ").map(String.init))
}
