/// Cuts the text form of a download into articles while it is read.
public struct DownloadSplitter: ItemSplitter {
  /// A splitter.
  public init() {}

  public func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    !DownloadReader.isMarkup(Array(head.prefix(400))) && DownloadKind(head) != nil
  }

  public func split(_ bytes: ByteStream, of file: String, into sink: ItemSink) throws(ReadingError)
  {
    let head = try bytes.peek(ItemSplitters.headSize)
    guard let kind = DownloadKind(head) else {
      throw ReadingError(path: file, problem: .empty)
    }
    let check = UTF8Decoding.check(Array(head.dropLast(min(4, head.count))))
    var cut = Cut(file: file, kind: kind, sink: sink)
    cut.charset = check.isValid ? nil : TextDecoding.decoded(Array(head)).charset
    while let line = try bytes.takeLine(limit: sink.options.largestItem) {
      if sink.isCancelled { return }
      switch line {
      case .line(let words): cut.take(words)
      case .tooLong: cut.passOver()
      }
    }
    cut.end()
  }

  /// The article that is being gathered.
  private struct Cut {
    let file: String
    let kind: DownloadKind
    let sink: ItemSink
    var charset: String?
    var count = 0
    var gathered: [UInt8] = []
    var first = 1
    var line = 0
    var isTooLarge = false

    init(file: String, kind: DownloadKind, sink: ItemSink) {
      self.file = file
      self.kind = kind
      self.sink = sink
    }

    mutating func take(_ words: [UInt8]) {
      line += 1
      let boundary = kind.boundary(words[DownloadLines.trimmed(words[...]).range])
      if boundary == .begins { end() }
      if gathered.isEmpty { first = line }
      gathered += words
      gathered.append(0x0A)
      if boundary == .ends { end() }
      if gathered.count > sink.options.largestItem { passOver() }
    }

    mutating func passOver() {
      if !isTooLarge {
        sink.put(
          Finding(
            path: file,
            problem: .itemTooLarge(.line(first), limit: sink.options.largestItem)))
      }
      isTooLarge = true
      gathered = []
    }

    mutating func end() {
      defer {
        gathered = []
        isTooLarge = false
      }
      guard !isTooLarge, gathered.contains(where: { $0 > 0x20 }) else { return }
      // What stands before the first article and behind the last: a cover, a table of contents.
      let article = DownloadArticle(gathered, 0..<gathered.count, kind: kind)
      guard article.isArticle else {
        sink.put(
          Finding(
            path: file, problem: .passedOver("lines of the download that belong to no article")))
        return
      }
      var item = RawItem(file: file, item: count, bytes: gathered, firstLine: first)
      item.hints.format = .download
      item.hints.fields = ["\(kind)"]
      item.hints.charset = charset
      sink.put(item)
      count += 1
    }
  }
}
