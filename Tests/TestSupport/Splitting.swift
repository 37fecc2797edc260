import Model

/// What came of cutting a file into items.
public struct Split {
  /// The items, in order.
  public var items: [RawItem] = []
  /// What was odd, the reason for an early end among it.
  public var findings: [Finding] = []

  /// Cuts bytes that come in pieces of some size.
  public init(
    _ bytes: [UInt8], of file: String = "file", pieces: Int = 1 << 16,
    options: ReadingOptions = .init()
  ) {
    final class Gathered {
      var items: [RawItem] = []
      var findings: [Finding] = []
    }
    let gathered = Gathered()
    let splitters = ItemSplitters(options: options)
    let sink = ItemSink(
      options: options, splitters: splitters, take: { gathered.items.append($0) },
      note: { gathered.findings.append($0) })
    do throws(ReadingError) {
      try splitters.split(ByteStream(bytes, pieces: pieces), of: file, into: sink)
    } catch {
      gathered.findings.append(error.finding)
    }
    items = gathered.items
    findings = gathered.findings
  }

  /// Cuts a text.
  public init(_ text: String, pieces: Int = 1 << 16, options: ReadingOptions = .init()) {
    self.init(Array(text.utf8), pieces: pieces, options: options)
  }

  /// What the items hold.
  public var texts: [String] { items.map { String(decoding: $0.bytes, as: UTF8.self) } }

  /// The reasons without their paths.
  public var problems: [Finding.Problem] { findings.map(\.problem) }

  /// The pages of all items; what an item has wrong is among the findings.
  public func pages(options: ReadingOptions = .init()) -> (pages: [SourcePage], findings: [Finding])
  {
    var pages: [SourcePage] = []
    var findings = findings
    let readers = PageReaders(options: options)
    for item in items {
      do throws(ReadingError) {
        let read = try readers.pages(of: item)
        pages += read.pages
        findings += read.findings
      } catch {
        findings.append(error.finding)
      }
    }
    return (pages, findings)
  }
}

extension ByteStream {
  /// A stream that hands bytes out in pieces of a size.
  public convenience init(_ bytes: [UInt8], pieces: Int) {
    var at = 0
    self.init { (buffer: inout [UInt8]) throws(ReadingError) in
      let end = min(bytes.count, at + pieces)
      buffer += bytes[at..<end]
      at = end
    }
  }
}
