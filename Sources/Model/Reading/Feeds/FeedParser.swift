/// Reads the entries of a feed of any format: RSS 0.9 to 2.0, RDF, Atom, CDF.
///
/// Which element counts where several say the same follows what feed readers do: the one nearest to
/// the entry; of titles the first, of all others the last.
struct FeedParser {
  private struct Open {
    var name: String
    var element: FeedElement
    var base: String?
    var language: String?
    /// Where its text starts.
    var start: Int
  }

  private(set) var head = FeedHead()
  /// Whether this is Atom, which says what is text and what is markup; elsewhere it must be guessed.
  private(set) var isAtom = false

  private var scanner: XMLScanner
  private var names = FeedNames()
  private var entities = XMLEntities()
  private var open: [Open] = []
  private var entry: FeedEntry?
  private var entryDepth = 0
  private var titleDepth = Int.max
  private var isPermanent = false
  private var hasName = false
  private var line: Int
  private var lineAt = 0
  private let base: String?

  /// - Parameters:
  ///   - bytes: valid UTF-8.
  ///   - base: the feed's own address.
  ///   - firstLine: the line of the file on which the bytes begin, from 1.
  init(_ bytes: [UInt8], base: String?, firstLine: Int) {
    scanner = XMLScanner(bytes)
    self.base = base
    line = firstLine
  }

  /// Calls `take` for each entry, as it ends.
  /// - Complexity: O(bytes).
  mutating func read(_ take: (FeedEntry) -> Void) {
    while let token = scanner.next() {
      switch token {
      case .doctype(let range): entities.declare(scanner.bytes[range])
      case .start(let name, let attributes, let isEmpty, _):
        start(name, attributes, isEmpty: isEmpty, take)
      case .end(let name, let all): end(word(name), at: all.lowerBound, take)
      case .text, .raw, .other: break
      }
    }
    close(downTo: 0, at: scanner.bytes.count, take)
  }

  /// The deepest nesting that is followed; what lies deeper is passed over.
  private static let depthLimit = 200

  private func word(_ range: Range<Int>) -> String {
    String(decoding: scanner.bytes[range].map(Bytes.lower), as: UTF8.self)
  }

  private mutating func start(
    _ range: Range<Int>, _ attributeRange: Range<Int>, isEmpty: Bool, _ take: (FeedEntry) -> Void
  ) {
    let name = word(range)
    let attributes = scanner.attributes(attributeRange, entities)
    names.declare(attributes)
    let element = names.element(name)
    if open.isEmpty { isAtom = name.hasSuffix("feed") || name.hasSuffix("entry") }
    let outer = open.last
    let said = attributes["xml:base"] ?? attributes["base"]
    let base = said.map { joined($0, outer?.base ?? self.base) } ?? outer?.base ?? self.base
    let language = attributes["xml:lang"] ?? attributes["lang"] ?? outer?.language
    let here = Open(
      name: name, element: element, base: base, language: language, start: scanner.at)
    if element == .entry {
      // An entry inside an entry is the next one: the first was not closed.
      if entry != nil { close(downTo: entryDepth, at: range.lowerBound - 1, take) }
      begin(attributes, here, at: range.lowerBound)
    }
    if element == .feed {
      if let language, head.language == nil { head.language = language }
      if let title = attributes["title"], head.title == nil { head.title = text(of: title) }
    }
    if element == .link, attributes["href"] != nil || attributes["url"] != nil {
      readLink(attributes, base)
      if !isEmpty { push(here) }
      return
    }
    if isEmpty {
      if element == .entry { close(downTo: open.count, at: scanner.at, take) }
      if element == .category { readCategory(attributes) }
      return
    }
    guard element.holdsText else {
      if element == .author, entry != nil { hasName = false }
      push(here)
      return
    }
    if element == .category, readCategory(attributes) { return push(here) }
    capture(here, attributes)
  }

  private mutating func push(_ element: Open) {
    if open.count < Self.depthLimit { open.append(element) }
  }

  private mutating func begin(_ attributes: [String: String], _ here: Open, at offset: Int) {
    var made = FeedEntry()
    made.line = line(at: offset)
    made.identifier = attributes["rdf:about"]
    made.language = here.language
    // CDF says it in attributes.
    made.updated = attributes["lastmod"]
    made.link = attributes["href"].map { joined($0, here.base) }
    entry = made
    entryDepth = open.count
    titleDepth = Int.max
    isPermanent = false
    hasName = false
  }

  private mutating func end(_ name: String, at offset: Int, _ take: (FeedEntry) -> Void) {
    guard let index = open.lastIndex(where: { $0.name == name }) else { return }
    close(downTo: index, at: offset, take)
  }

  private mutating func close(downTo depth: Int, at offset: Int, _ take: (FeedEntry) -> Void) {
    while open.count > depth, let last = open.popLast() {
      if last.element == .author, entry != nil, !hasName, !isInside(.source, .image) {
        let text = textBetween(last.start, offset)
        if !text.isEmpty { entry?.authors.append(text) }
      }
    }
    if open.count <= entryDepth, let done = entry {
      entry = nil
      take(done)
    }
  }

  private func isInside(_ elements: FeedElement...) -> Bool {
    let from = entry == nil ? 0 : entryDepth
    return open[min(from, open.count)...].contains { elements.contains($0.element) }
  }

  // MARK: Text

  /// Reads an element that holds text or markup up to its end.
  private mutating func capture(_ here: Open, _ attributes: [String: String]) {
    let from = scanner.at
    var pieces: [XMLScanner.Token] = []
    var nested = 0
    var hasElements = false
    reading: while true {
      let before = scanner
      guard let token = scanner.next() else { break }
      switch token {
      case .end(let range, _):
        let name = word(range)
        if name == here.name {
          if nested == 0 { break reading }
          nested -= 1
        } else if let outer = open.last(where: { $0.name == name }),
          [.entry, .feed].contains(outer.element) || outer.name == "rss"
        {
          // What holds this ends, so this ends too.
          scanner = before
          break reading
        }
      case .start(let range, _, let isEmpty, _):
        if here.element == .link, !isEmpty {
          scanner = before
          break reading
        }
        if word(range) == here.name, !isEmpty { nested += 1 }
        hasElements = true
      default: break
      }
      pieces.append(token)
    }
    guard here.element != .passedOver else { return }
    let bytes = hasElements ? markup(pieces) : plain(pieces)
    let type = attributes["type"].map(FeedText.type) ?? Self.defaultType(here)
    let isBase64 =
      attributes["mode"]?.lowercased() == "base64"
      || isAtom && !hasElements && FeedText.isBinary(type)
    let text = FeedText(
      type: type, isBase64: isBase64, hasElements: hasElements, bytes: bytes, line: line(at: from),
      base: here.base, depth: open.count - entryDepth)
    store(text, here, attributes)
  }

  private static func defaultType(_ here: Open) -> String {
    switch here.name {
    case "abstract": "text/plain"
    case let name where name.hasSuffix("encoded") || name == "fullitem": "text/html"
    case let name where name.hasSuffix("body"): "application/xhtml+xml"
    default: here.element == .description ? "text/html" : "text/plain"
    }
  }

  /// Text with references resolved.
  private func plain(_ pieces: [XMLScanner.Token]) -> [UInt8] {
    var result: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .text(let range): result += entities.resolved(scanner.bytes[range])
      case .raw(let range): result += scanner.bytes[range]
      case .end(_, let all): result += scanner.bytes[all]
      default: break
      }
    }
    return result
  }

  /// Elements as they stand, without the prefixes of their names; raw sections escaped.
  private func markup(_ pieces: [XMLScanner.Token]) -> [UInt8] {
    var result: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .text(let range): result += scanner.bytes[range]
      case .raw(let range):
        for byte in scanner.bytes[range] {
          switch byte {
          case 0x26: result += Array("&amp;".utf8)
          case 0x3C: result += Array("&lt;".utf8)
          default: result.append(byte)
          }
        }
      case .start(let name, let attributes, let isEmpty, _):
        result.append(0x3C)
        result += local(name)
        result += scanner.bytes[attributes]
        if isEmpty { result += [0x20, 0x2F] }
        result.append(0x3E)
      case .end(let name, _):
        result += [0x3C, 0x2F] + local(name) + [0x3E]
      case .doctype, .other: break
      }
    }
    return result
  }

  private func local(_ name: Range<Int>) -> ArraySlice<UInt8> {
    let all = scanner.bytes[name]
    return all.lastIndex(of: 0x3A).map { all[($0 + 1)...] } ?? all
  }

  /// Words between two offsets, without tags, blanks folded.
  private func textBetween(_ start: Int, _ end: Int) -> String {
    var inner = XMLScanner(Array(scanner.bytes[start..<max(start, end)]))
    var words: [UInt8] = []
    while let token = inner.next() {
      switch token {
      case .text(let range): words += entities.resolved(inner.bytes[range])
      case .raw(let range): words += inner.bytes[range]
      default: words.append(0x20)
      }
    }
    return FeedText.folded(words)
  }

  private func text(of words: String) -> FeedText {
    FeedText(type: "text/plain", bytes: Array(words.utf8), line: 1)
  }

  // MARK: What it means

  private mutating func store(_ text: FeedText, _ here: Open, _ attributes: [String: String]) {
    guard entry != nil else { return storeInHead(text, here.element) }
    // What a quoted source or a picture says about itself.
    if isInside(.source, .image) { return }
    let words = FeedText.folded(text.bytes)
    if here.element == .name {
      if isInside(.author), !words.isEmpty {
        hasName = true
        entry?.authors.append(words)
      }
      return
    }
    if here.element == .mail {
      return
    }
    if isInside(.author) { return }
    switch here.element {
    case .title:
      if !text.isEmpty, text.depth < titleDepth {
        titleDepth = text.depth
        entry?.title = text
      }
    case .mediaTitle: if !text.isEmpty { entry?.mediaTitle = text }
    case .link:
      let address = joined(words, here.base)
      entry?.link = address
    case .identifier:
      if words.isEmpty { return }
      isPermanent = (attributes["ispermalink"] ?? "true") == "true"
      let address = isPermanent ? joined(words, here.base) : words
      entry?.identifier = address
      if isPermanent, (entry?.link ?? "").isEmpty { entry?.link = address }
    case .description, .summary: entry?.summaries.append(text)
    case .content: entry?.contents.append(text)
    case .published: entry?.published = words
    case .updated: entry?.updated = words
    case .created: entry?.created = words
    case .category: setCategory(words)
    case .language: if !words.isEmpty { entry?.language = words }
    case .publisher: if !words.isEmpty { entry?.publisher = words }
    default: break
    }
  }

  private mutating func storeInHead(_ text: FeedText, _ element: FeedElement) {
    if isInside(.image, .author) || text.isEmpty { return }
    switch element {
    case .title: if head.title == nil { head.title = text }
    case .language: head.language = FeedText.folded(text.bytes)
    case .publisher: head.publisher = FeedText.folded(text.bytes)
    default: break
    }
  }

  /// Of links, the last one that leads to the entry as a page counts.
  private mutating func readLink(_ attributes: [String: String], _ base: String?) {
    guard entry != nil, !isInside(.source, .image),
      let href = attributes["url"] ?? attributes["uri"] ?? attributes["href"]
    else { return }
    let rel = attributes["rel"] ?? "alternate"
    let type = attributes["type"].map(FeedText.type) ?? "text/html"
    guard rel == "alternate", FeedText.isMarkup(type) else { return }
    let address = joined(href, base)
    entry?.link = address
  }

  @discardableResult
  private mutating func readCategory(_ attributes: [String: String]) -> Bool {
    guard let words = attributes["label"] ?? attributes["term"], !words.isEmpty else {
      return false
    }
    if !isInside(.source) { setCategory(words) }
    return true
  }

  /// The first category is the section.
  private mutating func setCategory(_ words: String) {
    guard var entry, entry.category == nil, !words.isEmpty else { return }
    entry.category = words
    self.entry = entry
  }

  private func joined(_ reference: String, _ base: String?) -> String {
    let words = FeedText.folded(Array(reference.utf8))
    guard let base, let address = WebAddress(base) else { return words }
    if words.isEmpty { return base }
    return WebAddress.link(Array(words.utf8)[...], on: address) ?? words
  }

  private mutating func line(at offset: Int) -> Int {
    while lineAt < min(offset, scanner.bytes.count) {
      if scanner.bytes[lineAt] == 0x0A { line += 1 }
      lineAt += 1
    }
    return line
  }
}
