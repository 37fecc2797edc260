/// Cuts a feed into its entries while it is read, so that its size does not matter.
///
/// Each item is one entry inside the start tags that hold it, on its own lines.
public struct FeedSplitter: ItemSplitter {
  /// A splitter.
  public init() {}

  public func recognises(_ head: ArraySlice<UInt8>) -> Bool { Self.isFeed(head) }

  public func split(_ bytes: ByteStream, of file: String, into sink: ItemSink) throws(ReadingError)
  {
    let head = Array(try bytes.peek(ItemSplitters.headSize))
    guard head.starts(with: [0xEF, 0xBB, 0xBF]) || !head.prefix(4).contains(0),
      head.first != 0xFF, head.first != 0xFE, head.first != 0x4C
    else {
      // Not laid out like ASCII: it is decoded as a whole.
      guard let all = try bytes.takeRest(limit: sink.options.largestItem) else {
        throw ReadingError(path: file, problem: .tooLarge(limit: sink.options.largestItem))
      }
      var item = RawItem(file: file, bytes: all)
      item.hints.format = .feed
      sink.put(item)
      return
    }
    var cutter = FeedCutter(
      file: file, charset: Self.charset(of: head), limit: sink.options.largestItem)
    while let piece = try bytes.takePiece() {
      if sink.isCancelled { return }
      cutter.take(piece, isLast: false, into: sink)
    }
    cutter.take([], isLast: true, into: sink)
    if cutter.count == 0 { throw ReadingError(path: file, problem: .empty) }
  }

  /// What is declared, or else found out from the beginning, so that all entries are read alike.
  private static func charset(of head: [UInt8]) -> String? {
    if let stated = XMLDeclaration.charset(of: head) { return stated }
    var whole = head
    // The last character may be cut.
    while whole.count > head.count - 4, let last = whole.last, last >= 0x80 { whole.removeLast() }
    let check = UTF8Decoding.check(whole)
    return check.isValid ? nil : TextDecoding.decoded(whole).charset
  }

  /// Whether the beginning of a file is that of a feed: its first tag is one that feeds begin with.
  static func isFeed(_ head: ArraySlice<UInt8>) -> Bool {
    var bytes = Array(head)
    if let wide = CharsetDetection.marked(bytes)?.charset ?? CharsetDetection.wide(bytes) {
      bytes = TextDecoding.decoded(bytes, declared: wide).bytes
    } else if bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) {
      bytes = CharsetConversion(from: "cp037")?.utf8(bytes[...]).bytes ?? bytes
    }
    var scanner = XMLScanner(bytes)
    while let token = scanner.next() {
      switch token {
      case .start(let name, let attributes, _, _):
        let word = String(decoding: bytes[name].map(Bytes.lower), as: UTF8.self)
        let local = word.split(separator: ":").last.map(String.init) ?? word
        switch local {
        case "rss", "feed", "channel": return true
        case "rdf":
          return XMLScanner.find("rss", in: Array(bytes[attributes]), from: 0) != nil
            || XMLScanner.find("<item", in: bytes, from: name.upperBound) != nil
            || XMLScanner.find("<channel", in: bytes, from: name.upperBound) != nil
        case "entry", "item":
          return XMLScanner.find("xmlns", in: Array(bytes[attributes]), from: 0) != nil
        default: return false
        }
      case .text(let range):
        // Blanks, and the mark of byte order.
        guard bytes[range].allSatisfy({ $0 <= 0x20 || $0 >= 0x80 }), range.count < 400 else {
          return false
        }
      case .end, .raw: return false
      case .doctype, .other: break
      }
    }
    return false
  }
}
