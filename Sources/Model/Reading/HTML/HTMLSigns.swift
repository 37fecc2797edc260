/// What the first bytes of a page say: that it is one, and in which character set.
enum HTMLSigns {
  /// So many bytes are looked at.
  private static let reach = 4096

  /// Whether bytes begin as a page does.
  static func begins(_ bytes: [UInt8]) -> Bool {
    let head = ascii(bytes.prefix(reach))
    var at = head.startIndex
    // White space, comments, an XML declaration and processing instructions may stand in front.
    while at < head.count {
      if Bytes.isSpace(head[at]) {
        at += 1
      } else if head[at...].starts(with: Array("<!--".utf8)) {
        at = end(of: "-->", in: head, from: at)
      } else if head[at...].starts(with: Array("<?".utf8)) {
        at = end(of: ">", in: head, from: at)
      } else {
        break
      }
    }
    guard at < head.count, head[at] == 0x3C else { return holdsPage(head) }
    if Bytes.starts(head, at: at, with: "<!doctype") {
      let type = head[at...].prefix { $0 != 0x3E }
      return Bytes.contains(type, word: "html")
    }
    let name = head[(at + 1)...].prefix { Bytes.isLetter($0) || Bytes.isDigit($0) }
    guard tags.contains(Bytes.hash(of: name)) else { return false }
    let behind = at + 1 + name.count
    return behind < head.count
      && (head[behind] == 0x3E || Bytes.isSpace(head[behind]) || head[behind] == 0x2F)
  }

  /// Elements that a page, or a piece of one, may begin with; feeds and other XML do not.
  private static let tags = Bytes.words(
    "html head body title meta link script style div article main section header nav p h1 h2 h3 h4 "
      + "table span font center a b i ul ol img br hr blockquote iframe form base noscript pre")

  /// Whether the page begins behind words that a server put in front.
  private static func holdsPage(_ head: [UInt8]) -> Bool {
    for at in head.indices where head[at] == 0x3C {
      let isLineStart = at == 0 || head[at - 1] == 0x0A || head[at - 1] == 0x0D
      if isLineStart,
        Bytes.starts(head, at: at, with: "<!doctype html")
          || Bytes.starts(head, at: at, with: "<html")
      {
        return true
      }
    }
    return false
  }

  private static func end(of mark: String, in head: [UInt8], from start: Int) -> Int {
    let mark = Array(mark.utf8)
    for at in start..<head.count where head[at...].starts(with: mark) { return at + mark.count }
    return head.count
  }

  /// The bytes of UTF-16 without their zeros; other bytes as they are, without a mark of byte order.
  private static func ascii(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return bytes.dropFirst(2).filter { $0 != 0 }
    }
    return Array(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes)
  }

  /// The character set that a page declares: by a mark of byte order, `meta` or the XML declaration.
  static func charset(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return "utf-8" }
    if bytes.starts(with: [0xFF, 0xFE]) { return "utf-16le" }
    if bytes.starts(with: [0xFE, 0xFF]) { return "utf-16be" }
    let head = Array(bytes.prefix(reach))
    var found: String?
    if Bytes.starts(head, at: 0, with: "<?xml") {
      let declaration = head.prefix { $0 != 0x3E }
      found = value(behind: "encoding", in: Array(declaration), from: 0)
    }
    var at = 0
    while found == nil, at < head.count {
      if Bytes.starts(head, at: at, with: "<!--") {
        at = end(of: "-->", in: head, from: at)
      } else if Bytes.starts(head, at: at, with: "<meta") {
        let tag = Array(head[at...].prefix { $0 != 0x3E })
        found = value(behind: "charset", in: tag, from: 0)
        at += tag.count
      } else {
        at += 1
      }
    }
    // Who can read this in ASCII does not read UTF-16 (HTML Standard, 13.2.3.2).
    return found.map { $0.lowercased().hasPrefix("utf-16") ? "utf-8" : $0 }
  }

  /// The word behind a name and an equals sign.
  private static func value(behind name: StaticString, in tag: [UInt8], from: Int) -> String? {
    for start in tag.indices where Bytes.starts(tag, at: start, with: name) {
      var at = start + name.utf8CodeUnitCount
      while at < tag.count, Bytes.isSpace(tag[at]) { at += 1 }
      guard at < tag.count, tag[at] == 0x3D else { continue }
      at += 1
      while at < tag.count, Bytes.isSpace(tag[at]) || tag[at] == 0x22 || tag[at] == 0x27 { at += 1 }
      let word = tag[at...].prefix {
        Bytes.isLetter($0) || Bytes.isDigit($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x3A
      }
      if !word.isEmpty { return String(decoding: word, as: UTF8.self) }
    }
    return nil
  }
}
