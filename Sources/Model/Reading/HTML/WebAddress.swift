/// An address on the web, cut where relative ones are put in.
struct WebAddress: Hashable, Sendable {
  /// `https:`
  let scheme: [UInt8]
  /// `//news.example`
  let host: [UInt8]
  /// From the first slash on, without query and fragment.
  let path: [UInt8]

  /// Cuts an absolute address of the web; nil for any other.
  init?(_ address: String) {
    let bytes = Array(address.utf8)
    guard let colon = bytes.firstIndex(of: 0x3A),
      Self.web.contains(Bytes.hash(of: bytes[..<colon])),
      bytes[colon...].starts(with: Array("://".utf8))
    else { return nil }
    scheme = Array(bytes[...colon])
    let hostEnd = bytes[(colon + 3)...].firstIndex { Self.ends($0) || $0 == 0x2F } ?? bytes.count
    guard hostEnd > colon + 3 else { return nil }
    host = Array(bytes[(colon + 1)..<hostEnd])
    path = Array(bytes[hostEnd...].prefix { !Self.ends($0) })
  }

  private static let web = Bytes.words("http https")
  private static let known = Bytes.words("http https mailto tel ftp")

  /// `?` or `#`, where the path ends.
  private static func ends(_ byte: UInt8) -> Bool { byte == 0x3F || byte == 0x23 }

  /// The most bytes of an address.
  private static let longest = 4000

  /// Where a link leads: absolute where the page's own address is known; nil for scripts and for
  /// places on the same page.
  static func link(_ reference: ArraySlice<UInt8>, on page: WebAddress?) -> String? {
    guard reference.count < longest else { return nil }
    // Browsers pass over line breaks and tabs in addresses.
    var link = reference.filter { $0 > 0x20 || $0 == 0x20 }
    while link.last == 0x20 { link.removeLast() }
    if let start = link.firstIndex(where: { $0 != 0x20 }) { link.removeFirst(start) }
    guard let first = link.first, first != 0x23 else { return nil }
    if let scheme = scheme(of: link) {
      return known.contains(scheme) ? String(decoding: link, as: UTF8.self) : nil
    }
    guard let page else { return String(decoding: link, as: UTF8.self) }
    let whole: [UInt8]
    if link.starts(with: [0x2F, 0x2F]) {
      whole = page.scheme + link
    } else if first == 0x2F {
      whole = page.scheme + page.host + withoutDots(link)
    } else if first == 0x3F {
      whole = page.scheme + page.host + page.path + link
    } else {
      let folder = page.path.lastIndex(of: 0x2F).map { page.path[...$0] } ?? [0x2F]
      whole = page.scheme + page.host + withoutDots(folder + link)
    }
    return String(decoding: whole, as: UTF8.self)
  }

  /// The hash of the scheme of an absolute address; nil for a relative one.
  private static func scheme(of link: [UInt8]) -> UInt32? {
    guard let first = link.first, Bytes.isLetter(first),
      let end = link.firstIndex(where: {
        !Bytes.isLetter($0) && !Bytes.isDigit($0) && $0 != 0x2B && $0 != 0x2D && $0 != 0x2E
      }), link[end] == 0x3A
    else { return nil }
    return Bytes.hash(of: link[..<end])
  }

  /// Takes out `.` and `..` (RFC 3986, 5.2.4).
  private static func withoutDots(_ path: [UInt8]) -> [UInt8] {
    let end = path.firstIndex(where: ends) ?? path.count
    let all = path[..<end].split(separator: 0x2F, omittingEmptySubsequences: false).dropFirst()
    guard all.contains([0x2E]) || all.contains([0x2E, 0x2E]) else { return path }
    var parts: [ArraySlice<UInt8>] = []
    for part in all {
      if part == [0x2E, 0x2E] {
        _ = parts.popLast()
      } else if part != [0x2E] {
        parts.append(part)
      }
    }
    if let last = all.last, last == [0x2E] || last == [0x2E, 0x2E] { parts.append([]) }
    return [0x2F] + Array(parts.joined(separator: [0x2F])) + path[end...]
  }
}
