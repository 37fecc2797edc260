/// The header of a message or of a part of it: fields unfolded, words decoded.
struct MailHeaders {
  private var fields: [String: [UInt8]] = [:]
  /// Where the body begins.
  private(set) var end: Int

  /// Reads fields from an offset up to the first line that is none.
  init(_ bytes: ArraySlice<UInt8>) {
    var at = bytes.startIndex
    var name: String?
    end = at
    while at < bytes.endIndex {
      let lineEnd = bytes[at...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[at..<lineEnd]
      if line.last == 0x0D { line = line.dropLast() }
      let next = min(bytes.endIndex, lineEnd + 1)
      if line.isEmpty {
        end = next
        return
      }
      if line.first == 0x20 || line.first == 0x09 {
        if let name, fields[name, default: []].count < Self.fieldLimit {
          fields[name]?.append(0x20)
          fields[name]?.append(contentsOf: line.drop(while: Bytes.isSpace))
        }
      } else if let colon = Self.colon(line) {
        let key = String(decoding: line[..<colon].map(Bytes.lower), as: UTF8.self)
        // Of fields that stand twice the first counts.
        name = fields[key] == nil ? key : nil
        if let name { fields[name] = Array(line[(colon + 1)...].drop(while: Bytes.isSpace)) }
      } else if at == bytes.startIndex, line.starts(with: Array("From ".utf8)) {
        // The mailbox's own first line.
      } else {
        return
      }
      at = next
      end = at
    }
  }

  private static let fieldLimit = 1 << 16

  private static func colon(_ line: ArraySlice<UInt8>) -> Int? {
    for i in line.indices.prefix(80) {
      if line[i] == 0x3A { return i > line.startIndex ? i : nil }
      if line[i] <= 0x20 || line[i] >= 0x7F { return nil }
    }
    return nil
  }

  /// A field as it stands, unfolded.
  func raw(_ name: String) -> [UInt8]? { fields[name] }

  /// A field as words.
  func words(_ name: String) -> String? {
    guard let raw = fields[name] else { return nil }
    let text = FeedText.folded(EncodedWords.decoded(raw))
    return text.isEmpty ? nil : text
  }

  /// The value of a field in front of its parameters, in small letters, and its parameters.
  func value(_ name: String) -> (value: String, parameters: [String: String]) {
    guard let raw = fields[name] else { return ("", [:]) }
    var parts: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in raw {
      if byte == 0x22 {
        isQuoted.toggle()
      } else if byte == 0x3B, !isQuoted {
        parts.append([])
      } else {
        parts[parts.count - 1].append(byte)
      }
    }
    var parameters: [String: String] = [:]
    for part in parts.dropFirst() {
      guard let equals = part.firstIndex(of: 0x3D) else { continue }
      // `name*=utf-8''x` and `name*0=x` are taken for `name=x` (RFC 2231).
      let key = FeedText.folded(part[..<equals].map(Bytes.lower)).prefix { $0 != "*" }
      if parameters[String(key)] == nil {
        parameters[String(key)] = FeedText.folded(Array(part[(equals + 1)...]))
      }
    }
    return (FeedText.folded(parts[0].map(Bytes.lower)), parameters)
  }

  /// Whether a text begins like a message: with fields, among them some that only mail has.
  static func begin(_ head: ArraySlice<UInt8>) -> Bool {
    let headers = MailHeaders(head.prefix(1 << 14))
    let sure = ["received", "message-id", "mime-version", "return-path", "delivered-to"]
    guard headers.fields["from"] != nil || sure.contains(where: { headers.fields[$0] != nil })
    else { return false }
    let known = sure + ["from", "to", "date", "subject", "content-type", "sender", "reply-to"]
    let count = known.filter { headers.fields[$0] != nil }.count
    return count >= 3
  }
}

/// Words of headers that are not ASCII: `=?koi8-r?B?…?=` (RFC 2047).
enum EncodedWords {
  /// The bytes as UTF-8.
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    let text = UTF8Decoding.check(bytes).isValid ? bytes : TextDecoding.decoded(bytes).bytes
    guard text.contains(0x3D) else { return text }
    var result: [UInt8] = []
    var i = 0
    // Bytes of neighbours in one set belong together: a character may be cut between them.
    var pending: (charset: String, bytes: [UInt8])?
    var blanks: [UInt8] = []
    func flush() {
      if let (charset, bytes) = pending {
        result += TextDecoding.decoded(bytes, declared: charset).bytes
      }
      pending = nil
    }
    while i < text.count {
      if let word = word(text, at: i) {
        if let (charset, _) = pending, charset == word.charset {
          pending?.bytes += word.bytes
        } else {
          let wasEncoded = pending != nil
          flush()
          if !wasEncoded { result += blanks }
          pending = (word.charset, word.bytes)
        }
        blanks = []
        i = word.end
      } else if Bytes.isSpace(text[i]) {
        blanks.append(text[i])
        i += 1
      } else {
        flush()
        result += blanks
        blanks = []
        result.append(text[i])
        i += 1
      }
    }
    flush()
    return result + blanks
  }

  private static func word(
    _ text: [UInt8], at start: Int
  ) -> (charset: String, bytes: [UInt8], end: Int)? {
    guard start + 8 < text.count, text[start] == 0x3D, text[start + 1] == 0x3F else { return nil }
    let window = text[(start + 2)...].prefix(4000)
    guard let first = window.firstIndex(of: 0x3F), first + 2 < window.endIndex,
      text[first + 2] == 0x3F
    else { return nil }
    let from = first + 3
    var end = from
    while end + 1 < window.endIndex, !(text[end] == 0x3F && text[end + 1] == 0x3D) { end += 1 }
    guard end + 1 < window.endIndex else { return nil }
    let charset = String(
      decoding: window[..<first].prefix { $0 != 0x2A }.map(Bytes.lower), as: UTF8.self)
    switch Bytes.lower(text[first + 1]) {
    case 0x62: return (charset, TransferDecoding.base64(text[from..<end]) ?? [], end + 2)
    case 0x71:
      return (
        charset, TransferDecoding.quotedPrintable(text[from..<end], isHeader: true), end + 2
      )
    default: return nil
    }
  }
}
