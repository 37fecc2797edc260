import Glibc

/// Cuts a mailbox (mbox) into messages while it is read.
public struct MailboxSplitter: ItemSplitter {
  /// A splitter.
  public init() {}

  /// The mailbox's own line and the beginning of a message.
  public func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    let head = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head
    guard head.starts(with: Array("From ".utf8)),
      let end = head.firstIndex(of: 0x0A), Self.isBoundary(head[..<end])
    else { return false }
    return MailHeaders.begin(head[(end + 1)...])
  }

  public func split(_ bytes: ByteStream, of file: String, into sink: ItemSink) throws(ReadingError)
  {
    let limit = sink.options.largestItem
    var buffer: [UInt8] = []
    // Where the message begins that is being looked for the end of, and how far that was.
    var looked = 0
    var line = 1
    var count = 0
    var isTooLarge = false
    func put(_ message: ArraySlice<UInt8>) {
      if isTooLarge {
        isTooLarge = false
      } else if message.contains(where: { $0 > 0x20 }) {
        var item = RawItem(file: file, item: count, bytes: Array(message), firstLine: line)
        item.hints.format = .mail
        sink.put(item)
      }
      count += 1
    }
    func lines(_ bytes: ArraySlice<UInt8>) -> Int {
      bytes.withUnsafeBufferPointer { $0.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 } }
    }
    while true {
      let piece = try bytes.takePiece()
      if sink.isCancelled { return }
      if let piece { buffer += piece }
      var start = 0
      while let next = Self.boundary(in: buffer, from: max(looked, start + 1), isLast: piece == nil)
      {
        put(buffer[start..<next])
        line += lines(buffer[start..<next])
        start = next
        looked = next + 1
      }
      guard piece != nil else {
        put(buffer[start...])
        return
      }
      looked = max(start + 1, buffer.count - 400)
      if buffer.count - start > limit {
        if !isTooLarge {
          sink.put(Finding(path: file, problem: .itemTooLarge(.line(line), limit: limit)))
        }
        isTooLarge = true
        start = buffer.count - 400
        looked = start + 1
      }
      if start > 0 {
        line += isTooLarge ? lines(buffer[..<start]) : 0
        buffer.removeFirst(start)
        looked = max(1, looked - start)
      }
    }
  }

  /// The next line that begins a message, behind a blank line.
  private static func boundary(in buffer: [UInt8], from: Int, isLast: Bool) -> Int? {
    var at = max(1, from)
    while at < buffer.count {
      let found = nextFrom(buffer, at)
      guard let found else { return nil }
      let before = found >= 2 ? buffer[found - 2] : 0x0A
      let isBehindBlank =
        before == 0x0A || before == 0x0D && (found < 3 || buffer[found - 3] == 0x0A)
      let line = buffer[found...].prefix(300)
      let end = line.firstIndex(of: 0x0A)
      // The line may go on in the next piece.
      if end == nil, !isLast, line.count < 300 { return nil }
      if isBehindBlank, isBoundary(line[..<(end ?? line.endIndex)]) { return found }
      at = found + 1
    }
    return nil
  }

  /// The next line that begins with `From `.
  private static func nextFrom(_ buffer: [UInt8], _ start: Int) -> Int? {
    buffer.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var at = start - 1
      while at + 5 < bytes.count {
        guard let hit = memchr(base + at, 0x0A, bytes.count - at) else { return nil }
        at = UnsafeRawPointer(hit) - UnsafeRawPointer(base) + 1
        if at + 5 <= bytes.count, bytes[at] == 0x46, bytes[at + 1] == 0x72,
          bytes[at + 2] == 0x6F, bytes[at + 3] == 0x6D, bytes[at + 4] == 0x20
        {
          return at
        }
      }
      return nil
    }
  }

  /// `From jane@news.example Fri Sep 14 05:01:00 2018`: a sender, and a time.
  private static func isBoundary(_ line: ArraySlice<UInt8>) -> Bool {
    var words = 0
    var isInWord = false
    var hasTime = false
    for i in line.indices.dropFirst(5) {
      if Bytes.isSpace(line[i]) {
        isInWord = false
      } else if !isInWord {
        isInWord = true
        words += 1
      }
      if line[i] == 0x3A, i + 2 < line.endIndex, Bytes.isDigit(line[i - 1]),
        Bytes.isDigit(line[i + 1])
      {
        hasTime = true
      }
    }
    return hasTime && (3...12).contains(words)
  }
}
