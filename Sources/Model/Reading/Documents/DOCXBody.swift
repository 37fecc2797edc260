/// The words of `word/document.xml` and their structure.
struct DOCXBody {
  private(set) var text: [UInt8] = []
  private(set) var structure = PageStructure()

  private var start = 0
  private var kind = BlockKind.paragraph
  private var isTitle = false
  private var inText = false
  /// Open elements whose words are not taken: older copies of what newer programs show.
  private var hidden = 0
  /// Open tables: a row of the outermost is one block.
  private var tables = 0

  /// Nothing yet.
  init() {}

  /// The name of an element without its prefix.
  static func localName(_ name: ArraySlice<UInt8>) -> String {
    let local = name.lastIndex(of: 0x3A).map { name[($0 + 1)...] } ?? name
    return String(decoding: local, as: UTF8.self)
  }

  /// Takes a document.
  /// - Parameter xml: valid UTF-8.
  mutating func read(_ xml: [UInt8]) {
    var scanner = XMLScanner(xml)
    let entities = XMLEntities()
    while let token = scanner.next() {
      switch token {
      case .start(let range, let attributes, let isEmpty, _):
        let name = Self.localName(xml[range])
        begin(name, xml[attributes])
        if isEmpty { end(name) }
      case .end(let range, _): end(Self.localName(xml[range]))
      case .text(let range):
        if inText, hidden == 0 { text += entities.resolved(xml[range]) }
      case .raw(let range):
        if inText, hidden == 0 { text += xml[range] }
      case .doctype, .other: break
      }
    }
    close()
  }

  private mutating func begin(_ name: String, _ attributes: ArraySlice<UInt8>) {
    switch name {
    case "Fallback": hidden += 1
    case "tbl":
      if tables == 0 { close() }
      tables += 1
    case "p": if tables == 0 { close() } else { blank() }
    case "pStyle": if tables == 0 { takeStyle(Self.value(attributes)) }
    case "numPr": if tables == 0, kind == .paragraph { kind = .listItem(depth: 0, number: nil) }
    case "ilvl":
      if case .listItem = kind {
        kind = .listItem(depth: min(8, max(0, Int(Self.value(attributes)) ?? 0)), number: nil)
      }
    case "t": inText = true
    case "tab": if hidden == 0, inParagraph { text.append(0x09) }
    case "br", "cr": if hidden == 0, inParagraph { text.append(0x0A) }
    case "noBreakHyphen": text.append(0x2D)
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "Fallback": hidden = max(0, hidden - 1)
    case "t": inText = false
    case "p": if tables == 0 { close() }
    case "tc": if tables == 1, text.count > start { text.append(0x09) }
    case "tr":
      if tables == 1 {
        kind = .tableRow
        close()
      }
    case "tbl": tables = max(0, tables - 1)
    default: break
    }
  }

  private var inParagraph: Bool { text.count > start }

  /// A blank between paragraphs of one cell.
  private mutating func blank() {
    if text.count > start, text.last != 0x09 { text.append(0x20) }
  }

  private mutating func takeStyle(_ style: String) {
    let style = style.lowercased()
    if style.hasPrefix("heading"), let level = style.dropFirst(7).first?.wholeNumberValue {
      kind = .heading(level: min(6, max(1, level)))
    } else if style == "title" {
      isTitle = true
    } else if style == "subtitle" {
      kind = .standfirst
    } else if style.contains("quote") {
      kind = .blockQuote
    } else if style.hasPrefix("list") {
      kind = .listItem(depth: 0, number: nil)
    }
  }

  /// Ends a paragraph or row.
  private mutating func close() {
    let span = Bytes.trimmed(TextSpan(start, text.count), in: text)
    if !span.isEmpty {
      if isTitle, structure.title == nil {
        structure.title = span
      } else {
        structure.blocks.append(PageBlock(span: span, kind: kind))
      }
      text += [0x0A, 0x0A]
    }
    start = text.count
    kind = .paragraph
    isTitle = false
  }

  /// Takes the title of the document's properties: where it stands in the text, or beside it.
  mutating func takeTitle(_ title: String, into metadata: inout PageMetadata) {
    // A document that begins with a heading says its title itself.
    let head = structure.blocks.prefix(5)
    func take(_ index: Int) {
      structure.title = structure.blocks[index].span
      structure.blocks.remove(at: index)
    }
    if !title.isEmpty,
      let same = head.firstIndex(where: { text[$0.span.range].elementsEqual(title.utf8) })
    {
      take(same)
    } else if let first = head.first, first.kind == .heading(level: 1) {
      take(0)
    } else if !title.isEmpty, !title.hasPrefix("Microsoft Word") {
      metadata.title = title
    }
  }

  /// The value of `w:val="..."`.
  private static func value(_ attributes: ArraySlice<UInt8>) -> String {
    let words = String(decoding: attributes, as: UTF8.self)
    for part in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].hasSuffix("val") else { continue }
      return String(pair[1].drop { "\"'".contains($0) }.prefix { !"\"'".contains($0) })
    }
    return ""
  }
}
