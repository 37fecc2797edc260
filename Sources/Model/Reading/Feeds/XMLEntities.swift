/// The references of XML (`&amp;`, `&#233;`), those of HTML, and those that a document declares.
struct XMLEntities {
  private var declared: [String: [UInt8]] = [:]

  /// None but the known ones.
  init() {}

  /// So many declarations are read, each of so many bytes; what they say is not looked into again,
  /// so that nothing can grow.
  private static let declarationLimit = 200
  private static let valueLimit = 2000

  /// Reads `<!ENTITY name "value">` of a document's type.
  mutating func declare(_ doctype: ArraySlice<UInt8>) {
    let bytes = Array(doctype)
    var at = 0
    while let found = XMLScanner.find("<!entity", in: bytes, from: at) {
      at = found + 8
      let parts = bytes[at...].prefix(Self.valueLimit + 200)
      guard let close = parts.firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
        let end = parts[(close + 1)...].firstIndex(of: parts[close]),
        declared.count < Self.declarationLimit
      else { continue }
      let words = parts[..<close].split(whereSeparator: Bytes.isSpace)
      guard words.count == 1, let name = words.first else { continue }
      declared[String(decoding: name, as: UTF8.self)] = Array(parts[(close + 1)..<end])
      at = end
    }
  }

  /// Text with its references resolved, once; unknown ones stay as they stand.
  /// - Complexity: O(bytes).
  func resolved(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(0x26) else { return Array(text) }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var rest = text
    while let mark = rest.firstIndex(of: 0x26) {
      result += rest[..<mark]
      if let (value, end) = reference(rest[mark...]) {
        result += value
        rest = rest[end...]
      } else {
        result.append(0x26)
        rest = rest[(mark + 1)...]
      }
    }
    return result + rest
  }

  private func reference(_ text: ArraySlice<UInt8>) -> (value: [UInt8], end: Int)? {
    let window = text.dropFirst().prefix(40)
    guard let semicolon = window.firstIndex(of: 0x3B), semicolon > text.startIndex + 1 else {
      return nil
    }
    let name = window[..<semicolon]
    guard name.allSatisfy({ Bytes.isWord($0) || $0 == 0x23 }) else { return nil }
    return value(Array(name)).map { ($0, semicolon + 1) }
  }

  private func value(_ name: [UInt8]) -> [UInt8]? {
    if name[0] == 0x23 { return number(name.dropFirst()) }
    let word = String(decoding: name, as: UTF8.self)
    switch word {
    case "amp": return [0x26]
    case "lt": return [0x3C]
    case "gt": return [0x3E]
    case "quot": return [0x22]
    case "apos": return [0x27]
    case "nbsp": return [0xC2, 0xA0]
    default: break
    }
    if let value = declared[word] {
      // A character's number is resolved; anything else could grow.
      return value.first == 0x26 && value.count < 12 ? Self.plain.resolved(value[...]) : value
    }
    let text = HTMLFragment.read([0x26] + name + [0x3B], base: nil, firstLine: 1).text
    return text.first == 0x26 || text.isEmpty ? nil : text
  }

  private static let plain = XMLEntities()

  private func number(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
    guard let first = digits.first, digits.count <= 9 else { return nil }
    let isHex = first | 0x20 == 0x78
    let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    guard var value = UInt32(text, radix: isHex ? 16 : 10) else { return nil }
    // Numbers of windows-1252 that no character has.
    if (0x80...0x9F).contains(value) { value = Self.windows[Int(value - 0x80)] }
    guard let scalar = Unicode.Scalar(value), value != 0 else { return [0xEF, 0xBF, 0xBD] }
    return Array(String(Character(scalar)).utf8)
  }

  /// The characters of 0x80 to 0x9F in windows-1252 (HTML Standard, "numeric character reference
  /// end state").
  private static let windows: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
