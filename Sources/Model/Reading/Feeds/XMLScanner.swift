/// Cuts XML into tags and text, and takes anything: nothing is an error, no entity is fetched.
///
/// What a strict parser would refuse is read as browsers and feed readers do: a `<` that begins no
/// tag is text, attributes may go without quotes, what is not closed ends with the document.
struct XMLScanner {
  /// A piece of the document; ranges are offsets into it.
  enum Token: Hashable {
    case start(name: Range<Int>, attributes: Range<Int>, isEmpty: Bool, all: Range<Int>)
    case end(name: Range<Int>, all: Range<Int>)
    case text(Range<Int>)
    /// What stands in a section of raw characters.
    case raw(Range<Int>)
    /// What stands in a declaration of the document's type.
    case doctype(Range<Int>)
    /// A comment, an instruction.
    case other
  }

  let bytes: [UInt8]
  private(set) var at = 0

  /// The most bytes of a tag.
  private static let tagLimit = 1 << 16

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next piece; nil at the end.
  mutating func next() -> Token? {
    guard at < bytes.count else { return nil }
    if bytes[at] == 0x3C, let token = markup() { return token }
    let start = at
    at += 1
    while at < bytes.count, bytes[at] != 0x3C { at += 1 }
    return .text(start..<at)
  }

  private mutating func markup() -> Token? {
    guard at + 1 < bytes.count else { return nil }
    let start = at
    switch bytes[at + 1] {
    case 0x21:
      if Bytes.starts(bytes, at: at, with: "<![cdata[") {
        let from = at + 9
        let end = Self.find("]]>", in: bytes, from: from) ?? bytes.count
        at = min(bytes.count, end + 3)
        return .raw(from..<max(from, end))
      }
      if Bytes.starts(bytes, at: at, with: "<!--") {
        at = Self.find("-->", in: bytes, from: at + 4).map { $0 + 3 } ?? bytes.count
        return .other
      }
      return declaration()
    case 0x3F:
      let end = Self.find("?>", in: bytes, from: at + 2).map { $0 + 2 }
      at = end ?? Self.find(">", in: bytes, from: at + 2).map { $0 + 1 } ?? bytes.count
      return .other
    case 0x2F:
      guard at + 2 < bytes.count, Self.isNameStart(bytes[at + 2]) else { return nil }
      let name = (at + 2)..<nameEnd(at + 2)
      at = Self.find(">", in: bytes, from: name.upperBound).map { $0 + 1 } ?? bytes.count
      return .end(name: name, all: start..<at)
    default:
      guard Self.isNameStart(bytes[at + 1]),
        case .at(let end) = Self.tagEnd(
          in: bytes, from: at + 1, limit: min(bytes.count, at + Self.tagLimit))
      else { return nil }
      let name = (at + 1)..<nameEnd(at + 1)
      at = end + 1
      let isEmpty = bytes[end - 1] == 0x2F && end - 1 >= name.upperBound
      let last = max(name.upperBound, isEmpty ? end - 1 : end)
      return .start(
        name: name, attributes: name.upperBound..<last, isEmpty: isEmpty, all: start..<at)
    }
  }

  private mutating func declaration() -> Token {
    let start = at
    var depth = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == 0x5B { depth += 1 }
      if byte == 0x5D { depth -= 1 }
      if byte == 0x3E, depth <= 0 { break }
    }
    return .doctype(start..<at)
  }

  private func nameEnd(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, !Bytes.isSpace(bytes[end]), bytes[end] != 0x2F, bytes[end] != 0x3E {
      end += 1
    }
    return end
  }

  static func isNameStart(_ byte: UInt8) -> Bool {
    Bytes.isLetter(byte) || byte == 0x5F || byte == 0x3A || byte >= 0x80
  }

  /// Where a tag ends.
  enum TagEnd: Hashable {
    /// The place of its closing bracket.
    case at(Int)
    /// Another tag begins first: this is none.
    case none
    /// Nowhere up to the limit.
    case more
  }

  /// The closing bracket of a tag, not one inside quotes that somebody closes.
  static func tagEnd(in bytes: [UInt8], from start: Int, limit: Int) -> TagEnd {
    var quote: UInt8 = 0
    var at = start
    var firstClose: Int?
    var isValue = false
    while at < limit {
      let byte = bytes[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
        if byte == 0x3E, firstClose == nil { firstClose = at }
        // A quote that nobody closed.
        if byte == 0x3C, let close = firstClose { return .at(close) }
      } else if (byte == 0x22 || byte == 0x27) && isValue {
        quote = byte
        firstClose = nil
      } else if byte == 0x3E {
        return .at(at)
      } else if byte == 0x3C {
        return .none
      }
      if byte == 0x3D { isValue = true } else if !Bytes.isSpace(byte) { isValue = false }
      at += 1
    }
    return firstClose.map { .at($0) } ?? .more
  }

  /// Where text stands, ASCII case ignored; `text` must be in small letters.
  static func find(_ text: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    let first = text.utf8Start[0]
    let count = text.utf8CodeUnitCount
    var at = start
    while at + count <= bytes.count {
      if Bytes.lower(bytes[at]) == first, Bytes.starts(bytes, at: at, with: text) { return at }
      at += 1
    }
    return nil
  }

  /// The attributes of a tag by their names in small letters, entities resolved; the first of two
  /// with one name counts.
  func attributes(_ range: Range<Int>, _ entities: XMLEntities) -> [String: String] {
    var result: [String: String] = [:]
    var i = range.lowerBound
    while i < range.upperBound {
      guard !Bytes.isSpace(bytes[i]), bytes[i] != 0x3D, bytes[i] != 0x2F else {
        i += 1
        continue
      }
      let start = i
      while i < range.upperBound, !Bytes.isSpace(bytes[i]), bytes[i] != 0x3D { i += 1 }
      let name = String(decoding: bytes[start..<i].map(Bytes.lower), as: UTF8.self)
      while i < range.upperBound, Bytes.isSpace(bytes[i]) { i += 1 }
      guard i < range.upperBound, bytes[i] == 0x3D else {
        if result[name] == nil { result[name] = "" }
        continue
      }
      i += 1
      while i < range.upperBound, Bytes.isSpace(bytes[i]) { i += 1 }
      var value = i..<i
      if i < range.upperBound, bytes[i] == 0x22 || bytes[i] == 0x27 {
        let quote = bytes[i]
        i += 1
        let from = i
        while i < range.upperBound, bytes[i] != quote { i += 1 }
        value = from..<i
        i += 1
      } else {
        let from = i
        while i < range.upperBound, !Bytes.isSpace(bytes[i]) { i += 1 }
        value = from..<i
      }
      if result[name] == nil {
        result[name] = String(decoding: entities.resolved(bytes[value]), as: UTF8.self)
      }
    }
    return result
  }
}
