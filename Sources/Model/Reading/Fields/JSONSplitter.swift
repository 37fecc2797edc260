/// Cuts JSON documents and JSON Lines into articles.
struct JSONSplitter: ItemSplitter {
  /// So much is looked at to tell JSON Lines from a document.
  private static let window = 1 << 20

  func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    var i = Self.skipBlanks(head, Self.start(of: head))
    guard i < head.endIndex else { return false }
    let isList = head[i] == 0x5B
    if isList {
      i = Self.skipBlanks(head, i + 1)
      guard i < head.endIndex else { return false }
      if head[i] == 0x5D { return Self.skipBlanks(head, i + 1) == head.endIndex }
    }
    guard head[i] == 0x7B else { return false }
    i = Self.skipBlanks(head, i + 1)
    guard i < head.endIndex, head[i] == 0x22 else {
      // `{}` alone, or with more of its kind.
      guard i < head.endIndex, head[i] == 0x7D else { return false }
      i = Self.skipBlanks(head, i + 1)
      return i == head.endIndex || [0x7B, 0x2C, 0x5D].contains(head[i])
    }
    // A key and its colon.
    guard let end = head[(i + 1)...].prefix(256).firstIndex(where: { $0 == 0x22 || $0 == 0x0A }),
      head[end] == 0x22
    else { return false }
    i = Self.skipBlanks(head, end + 1)
    return i < head.endIndex && head[i] == 0x3A
  }

  /// Whether the beginning of a document names the version of the JSON Feed format.
  private static func isFeed(_ head: ArraySlice<UInt8>) -> Bool {
    let beginning = String(decoding: head.prefix(2_000), as: UTF8.self)
    return ["jsonfeed.org/version", "jsonfeed.org\\/version"].contains { beginning.contains($0) }
  }

  /// Behind a byte order mark.
  private static func start(of head: ArraySlice<UInt8>) -> Int {
    head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.startIndex + 3 : head.startIndex
  }

  private static func skipBlanks(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int {
    bytes[start...].firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
      ?? bytes.endIndex
  }

  func split(_ bytes: ByteStream, of file: String, into sink: ItemSink) throws(ReadingError) {
    let head = try bytes.peek(ItemSplitters.headSize)
    _ = try bytes.skip(Self.start(of: head) - head.startIndex)
    if try isLines(bytes) {
      try splitLines(bytes, of: file, into: sink)
    } else {
      try splitDocument(bytes, of: file, into: sink)
    }
  }

  // MARK: Lines

  /// Whether a file holds one object a line: the first one ends on the line on which it begins, and
  /// more follow.
  private func isLines(_ bytes: ByteStream) throws(ReadingError) -> Bool {
    for size in [ItemSplitters.headSize, Self.window] {
      let head = Array(try bytes.peek(size))
      if let answer = head.withUnsafeBytes({ Self.isLines($0) }) { return answer }
      if head.count < size { return false }
    }
    // A very long first line: a list on one line, or a line of JSON Lines.
    let head = Array(try bytes.peek(Self.window))
    var cutter = JSONCutter(limit: 0)
    return cutter.take(head[...]) { _ in } != nil || !cutter.hasList
  }

  /// Nil where the first object does not end in these bytes.
  private static func isLines(_ head: UnsafeRawBufferPointer) -> Bool? {
    var depth = 0
    var inString = false
    var i = 0
    while i < head.count {
      let byte = head[i]
      if inString {
        // A line that breaks off inside a string is a bad line.
        if byte == 0x0A { return true }
        if byte == 0x5C { i += 1 } else if byte == 0x22 { inString = false }
        i += 1
        continue
      }
      switch byte {
      case 0x22: inString = true
      case 0x7B: depth += 1
      case 0x5B:
        if depth == 0 { return false }
        depth += 1
      case 0x5D: depth -= 1
      case 0x7D: depth -= 1
      case 0x0A where depth > 0: return false
      default: break
      }
      i += 1
      if depth == 0, byte == 0x7D || byte == 0x5D {
        // More on the same line is a document, more on the next one are lines.
        while i < head.count, head[i] == 0x20 || head[i] == 0x09 || head[i] == 0x0D { i += 1 }
        guard i < head.count, head[i] == 0x0A else { return i < head.count ? false : nil }
        return head[i...].contains { !Bytes.isSpace($0) } ? true : nil
      }
    }
    return nil
  }

  private func splitLines(
    _ bytes: ByteStream, of file: String, into sink: ItemSink
  ) throws(ReadingError) {
    var number = 0
    var count = 0
    let limit = sink.options.largestItem
    while !sink.isCancelled, let taken = try bytes.takeLine(limit: limit) {
      number += 1
      switch taken {
      case .tooLong:
        sink.put(Finding(path: file, problem: .itemTooLarge(.line(number), limit: limit)))
      case .line(let line):
        if line.allSatisfy(Bytes.isSpace) { continue }
        put(line, number, count, of: file, into: sink)
        count += 1
      }
    }
  }

  private func put(
    _ bytes: [UInt8], _ line: Int, _ index: Int, of file: String, into sink: ItemSink
  ) {
    var item = RawItem(file: file, item: index, bytes: bytes, firstLine: line)
    item.hints.format = .json
    item.place = .line(line)
    sink.put(item)
  }

  // MARK: Documents

  private func splitDocument(
    _ bytes: ByteStream, of file: String, into sink: ItemSink
  ) throws(ReadingError) {
    let limit = sink.options.largestItem
    let isFeed = Self.isFeed(try bytes.peek(ItemSplitters.headSize))
    var cutter = JSONCutter(limit: limit, isFeed: isFeed)
    var count = 0
    while !sink.isCancelled, let piece = try bytes.takePiece() {
      let fault = cutter.take(piece) { cut in
        if let bytes = cut.bytes {
          put(bytes, cut.line, count, of: file, into: sink)
          count += 1
        } else {
          sink.put(Finding(path: file, problem: .itemTooLarge(.line(cut.line), limit: limit)))
        }
      }
      if let fault {
        let words = "\(fault.words); the rest of the file is not read"
        sink.put(Finding(path: file, problem: .malformed(.line(fault.line), words)))
        return
      }
    }
    if cutter.strays > 0 { strays(cutter, of: file, into: sink) }
    if sink.isCancelled { return }
    if !cutter.isComplete {
      let words = "the file ends inside a JSON value"
      sink.put(Finding(path: file, problem: .malformed(.line(cutter.line), words)))
    } else if count == 0 {
      throw ReadingError(path: file, problem: .empty)
    }
  }

  private func strays(_ cutter: JSONCutter, of file: String, into sink: ItemSink) {
    let words = "\(cutter.strays) values of the list are no objects"
    sink.put(Finding(path: file, problem: .malformed(.line(cutter.line), words)))
  }
}
