/// What every target does with the bytes it is given.
enum Fuzzed {
  /// Limits that small inputs can reach.
  static var options: ReadingOptions {
    var options = ReadingOptions()
    options.largestItem = 20_000
    options.largestText = 20_000
    options.largestUnfolding = 1_000_000
    options.fieldNames = ["section": "a.b"]
    return options
  }

  /// The readers without the one that starts another program.
  static let readers: PageReaders = {
    var readers = PageReaders(options: options)
    readers.readers.removeAll { $0 is PDFReader }
    return readers
  }()

  /// Cuts bytes that come in pieces of a size.
  static func items(
    _ bytes: [UInt8], pieces: Int, by splitters: ItemSplitters
  ) -> (items: [RawItem], findings: [Finding]) {
    final class Gathered {
      var items: [RawItem] = []
      var findings: [Finding] = []
    }
    let gathered = Gathered()
    let sink = ItemSink(
      options: options, splitters: splitters, take: { gathered.items.append($0) },
      note: { gathered.findings.append($0) })
    var at = 0
    let stream = ByteStream { (buffer: inout [UInt8]) throws(ReadingError) in
      let end = min(bytes.count, at + pieces)
      buffer += bytes[at..<end]
      at = end
    }
    do throws(ReadingError) {
      try splitters.split(stream, of: "file", into: sink)
    } catch {
      gathered.findings.append(error.finding)
    }
    return (gathered.items, gathered.findings)
  }

  /// Reads items and holds the pages to what must be true of all.
  static func read(_ items: [RawItem]) {
    for item in items {
      do throws(ReadingError) {
        for page in try readers.pages(of: item).pages { check(CleanText(cleaning: page)) }
      } catch {
        precondition(!error.finding.words.isEmpty)
      }
    }
  }

  private static func check(_ clean: CleanText) {
    let count = clean.bytes.count
    precondition(String(validating: clean.bytes, as: UTF8.self) != nil, "not UTF-8")
    let spans =
      clean.body + clean.standfirst + clean.removed.map(\.span) + (clean.title.map { [$0] } ?? [])
      + (clean.page.structure?.links.map(\.span) ?? [])
    for span in spans {
      precondition(span.start >= 0 && span.start <= span.end && span.end <= count, "a span outside")
      _ = clean.page.text.line(at: span.start)
    }
  }

  /// The same items must come whatever the pieces are.
  static func checkPieces(_ bytes: [UInt8], by splitters: ItemSplitters) {
    let whole = items(bytes, pieces: 1 << 16, by: splitters)
    let size = max(1, bytes.count % 7)
    let parts = items(bytes, pieces: size, by: splitters)
    precondition(whole.items.map(\.bytes) == parts.items.map(\.bytes), "items differ by piece")
    precondition(whole.items.map(\.firstLine) == parts.items.map(\.firstLine), "lines differ")
    precondition(whole.findings == parts.findings, "findings differ by piece")
    read(whole.items)
  }
}
