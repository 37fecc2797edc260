import Glibc

/// Finds the entries of a feed in pieces of it, holding no more than one entry.
struct FeedCutter {
  /// How many entries were found.
  private(set) var count = 0

  private let file: String
  private let charset: String?
  private let limit: Int
  private var buffer: [UInt8] = []
  /// How far the buffer was looked at.
  private var at = 0
  /// The line at an offset of the buffer up to which lines were counted.
  private var line = 1
  private var countedTo = 0
  /// What is to come before tags are looked at again.
  private var terminator: StaticString?
  private var entryName: [UInt8]?
  private var entryStart: Int?
  private var isTooLarge = false
  private var head = Head()

  /// What holds the entries, and what it says about itself.
  private struct Head {
    static let limit = 1 << 16
    var open: [(name: [UInt8], tag: [UInt8])] = []
    var doctype: [UInt8] = []
    var said: [UInt8] = []
    /// The start tag of the channel that was closed before the entries, as RDF does it.
    var closed: [UInt8]?
    var saying: (name: [UInt8], start: Int)?
    private var names = FeedNames()

    mutating func declare(_ tag: [UInt8]) {
      var scanner = XMLScanner(tag)
      guard case .start(_, let attributes, _, _)? = scanner.next() else { return }
      names.declare(scanner.attributes(attributes, XMLEntities()))
    }

    func isEntry(_ name: [UInt8]) -> Bool {
      names.element(String(decoding: name, as: UTF8.self)) == .entry
    }

    /// On one line.
    var prefix: [UInt8] {
      var result = doctype
      for (index, (_, tag)) in open.enumerated() {
        result += tag
        if index == open.count - 1, closed == nil { result += said }
      }
      if let closed { result += closed + said + Array("</channel>".utf8) }
      return result.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    }
  }

  init(file: String, charset: String?, limit: Int) {
    self.file = file
    self.charset = charset
    self.limit = limit
  }

  /// Looks at one more piece.
  mutating func take(_ piece: ArraySlice<UInt8>, isLast: Bool, into sink: ItemSink) {
    buffer += piece
    while step(isLast: isLast, sink) {}
    if isLast, let start = entryStart { put(start..<buffer.count, sink) }
    if let start = entryStart, buffer.count - start > limit {
      if !isTooLarge {
        sink.put(
          Finding(
            path: file,
            problem: .itemTooLarge(.line(line(at: start)), limit: limit)))
      }
      isTooLarge = true
    }
    let kept = isTooLarge ? at : min(entryStart ?? at, head.saying?.start ?? at, at)
    _ = line(at: kept)
    buffer.removeFirst(kept)
    at -= kept
    countedTo -= kept
    if entryStart != nil { entryStart = max(0, entryStart! - kept) }
    head.saying?.start -= kept
  }

  /// Looks at the next tag; false where more bytes are needed.
  private mutating func step(isLast: Bool, _ sink: ItemSink) -> Bool {
    if let wanted = terminator {
      guard let found = XMLScanner.find(wanted, in: buffer, from: at) else {
        at = isLast ? buffer.count : max(at, buffer.count - 2)
        return false
      }
      at = found + wanted.utf8CodeUnitCount
      terminator = nil
      return true
    }
    guard let open = nextBracket() else {
      at = buffer.count
      return false
    }
    at = open
    guard open + 9 <= buffer.count || isLast else { return false }
    guard open + 2 < buffer.count else {
      at = buffer.count
      return false
    }
    if Bytes.starts(buffer, at: open, with: "<![cdata[") {
      (terminator, at) = ("]]>", open + 9)
    } else if Bytes.starts(buffer, at: open, with: "<!--") {
      (terminator, at) = ("-->", open + 4)
    } else if buffer[open + 1] == 0x3F {
      (terminator, at) = ("?>", open + 2)
    } else {
      return tag(open, isLast: isLast, sink)
    }
    return true
  }

  /// A tag or a declaration.
  private mutating func tag(_ open: Int, isLast: Bool, _ sink: ItemSink) -> Bool {
    let mark = buffer[open + 1]
    let isEnd = mark == 0x2F
    guard isEnd || mark == 0x21 || XMLScanner.isNameStart(mark) else {
      at = open + 1
      return true
    }
    if mark == 0x21 {
      var scanner = XMLScanner(Array(buffer[open..<min(buffer.count, open + Head.limit)]))
      guard case .doctype(let range)? = scanner.next(),
        range.upperBound < scanner.bytes.count || isLast || range.upperBound >= Head.limit
      else { return false }
      if head.open.isEmpty, range.count < 1 << 13 { head.doctype = Array(scanner.bytes[range]) }
      at = open + range.count
      return true
    }
    let window = min(buffer.count, open + Head.limit)
    switch XMLScanner.tagEnd(in: buffer, from: open + 1, limit: window) {
    case .none:
      at = open + 1
    case .more:
      if window == buffer.count, !isLast { return false }
      at = open + 1
    case .at(let end):
      at = end + 1
      let from = open + (isEnd ? 2 : 1)
      var nameEnd = from
      while nameEnd < end, !Bytes.isSpace(buffer[nameEnd]), buffer[nameEnd] != 0x2F {
        nameEnd += 1
      }
      let name = buffer[from..<nameEnd].map(Bytes.lower)
      if isEnd {
        ended(name, open..<(end + 1), sink)
      } else {
        started(name, open..<(end + 1), isEmpty: buffer[end - 1] == 0x2F, sink)
      }
    }
    return true
  }

  private mutating func started(
    _ name: [UInt8], _ tag: Range<Int>, isEmpty: Bool, _ sink: ItemSink
  ) {
    let local = name.lastIndex(of: 0x3A).map { Array(name[($0 + 1)...]) } ?? name
    if entryName == nil { head.declare(Array(buffer[tag])) }
    let isEntry = entryName.map { $0 == name } ?? head.isEntry(name)
    if isEntry {
      // One inside another: the first was not closed.
      if let start = entryStart { put(start..<tag.lowerBound, sink) }
      entryName = name
      entryStart = tag.lowerBound
      head.saying = nil
      if isEmpty { put(tag, sink) }
      return
    }
    guard entryStart == nil, count == 0, !isEmpty else { return }
    let holder = head.open.last.map { $0.name.split(separator: 0x3A).last.map(Array.init) ?? [] }
    if head.saying == nil, holder == Self.channel || holder == Self.feed,
      Self.sayings.contains(local), head.said.count < Head.limit
    {
      head.saying = (name, tag.lowerBound)
    }
    if head.saying == nil, head.open.count < 16 {
      head.open.append((name, Array(buffer[tag])))
    }
  }

  private mutating func ended(_ name: [UInt8], _ tag: Range<Int>, _ sink: ItemSink) {
    if let start = entryStart {
      if name == entryName { put(start..<tag.upperBound, sink) }
      return
    }
    guard count == 0 else { return }
    if let saying = head.saying {
      guard saying.name == name else { return }
      let words = buffer[saying.start..<tag.upperBound]
      if words.count < Head.limit { head.said += words }
      head.saying = nil
    } else if let index = head.open.lastIndex(where: { $0.name == name }) {
      if name.split(separator: 0x3A).last.map(Array.init) == Self.channel {
        head.closed = Array("<channel>".utf8)
      }
      head.open.removeSubrange(index...)
    }
  }

  private static let channel = Array("channel".utf8)
  private static let feed = Array("feed".utf8)
  private static let sayings = Set(["title", "language", "publisher"].map { Array($0.utf8) })

  private mutating func put(_ range: Range<Int>, _ sink: ItemSink) {
    entryStart = nil
    if isTooLarge {
      isTooLarge = false
      count += 1
      return
    }
    var item = RawItem(
      file: file, item: count, bytes: head.prefix + buffer[range],
      firstLine: line(at: range.lowerBound))
    item.hints.format = .feed
    item.hints.charset = charset
    sink.put(item)
    count += 1
  }

  private func nextBracket() -> Int? {
    buffer.withUnsafeBufferPointer { bytes in
      guard at < bytes.count, let base = bytes.baseAddress,
        let hit = memchr(base + at, 0x3C, bytes.count - at)
      else { return nil }
      return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    }
  }

  /// The line of the file at an offset; offsets may only grow.
  private mutating func line(at offset: Int) -> Int {
    if offset > countedTo {
      line += buffer.withUnsafeBufferPointer { bytes in
        bytes[countedTo..<offset].reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
      }
      countedTo = offset
    }
    return line
  }
}
