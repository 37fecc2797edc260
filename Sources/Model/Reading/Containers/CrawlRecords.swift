/// Puts the records of a crawl that may be articles, and counts the others.
final class CrawlRecords {
  private let file: String
  private let sink: ItemSink
  private var records = 0
  private var items = 0
  private var passedOver: [String: Int] = [:]

  init(of file: String, into sink: ItemSink) {
    self.file = file
    self.sink = sink
  }

  /// The most bytes of a record.
  var limit: Int { sink.options.largestItem }

  /// Counts a record.
  func begin() { records += 1 }

  /// Counts a record that is no article.
  func pass(_ why: String) { passedOver[why, default: 0] += 1 }

  /// Notes why the present record cannot be read.
  func refuse(_ words: String) {
    sink.put(Finding(path: file, problem: .malformed(.record(records), words)))
  }

  /// Notes that the present record is too large.
  func refuseSize() {
    sink.put(Finding(path: file, problem: .itemTooLarge(.record(records), limit: limit)))
  }

  /// Takes what a web server answered.
  func put(response block: [UInt8], url: String?) {
    guard let response = WebResponse(block) else { return refuse("no answer of a web server") }
    guard response.status == 200 else { return pass("with status \(response.status)") }
    let (type, charset) = CrawlHeader.type(response.header["content-type"])
    guard isText(type) else { return }
    do throws(WebResponse.Obstacle) {
      put(try response.content(limit: limit), type: type, charset: charset, url: url)
    } catch {
      switch error {
      case .encoding(let name): refuse("compressed as \(name), which is not read")
      case .tooLarge: refuseSize()
      }
    }
  }

  /// Takes content that a record holds as it is.
  func put(resource block: [UInt8], contentType: String?, url: String?) {
    // Wget keeps its own log so.
    if url?.hasPrefix("metadata:") == true { return pass("of metadata") }
    let (type, charset) = CrawlHeader.type(contentType)
    if isText(type) { put(block, type: type, charset: charset, url: url) }
  }

  /// Says what was passed over.
  func finish() {
    if records == 0 { sink.put(Finding(path: file, problem: .empty)) }
    guard !passedOver.isEmpty else { return }
    let parts = passedOver.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var words = parts.prefix(5).map { "\($0.value) \($0.key)" }
    let rest = parts.dropFirst(5).reduce(0) { $0 + $1.value }
    if rest > 0 { words.append("\(rest) others") }
    sink.put(
      Finding(
        path: file,
        problem: .passedOver("of \(records) records, " + words.joined(separator: ", "))))
  }

  /// Whether a type may hold an article; counts it where it may not.
  private func isText(_ type: String) -> Bool {
    if type.isEmpty || Self.format(type) != nil || Self.textTypes.contains(type)
      || type.hasSuffix("+xml") && !type.hasPrefix("image/") || type.hasSuffix("+json")
    {
      return true
    }
    pass("of \(type.utf8.count > 60 ? "another type" : type)")
    return false
  }

  private static let textTypes: Set<String> = [
    "text/plain", "text/markdown", "text/x-markdown", "text/xml", "application/xml", "text/rss",
    "application/x-rss+xml", "text/json", "application/json", "text/x-json",
    "application/octet-stream", "unknown/unknown", "no-type",
  ]

  private static func format(_ type: String) -> ItemFormat? {
    switch type {
    case "text/html", "application/xhtml+xml", "application/html", "text/xhtml": .html
    default: nil
    }
  }

  private func put(_ content: [UInt8], type: String, charset: String?, url: String?) {
    let sink = self.sink.changing { [self] item in
      item.item = items
      items += 1
      item.place = .record(records)
      item.hints.url = item.hints.url ?? url
    }
    if type.hasSuffix("json"), !content.isEmpty {
      do throws(ReadingError) {
        try sink.splitters.split(ByteStream(content), of: file, into: sink)
      } catch {
        refuse(error.finding.words)
      }
      return
    }
    var item = RawItem(file: file, bytes: content)
    item.hints.format = Self.format(type)
    item.hints.charset = charset
    sink.put(item)
  }
}
