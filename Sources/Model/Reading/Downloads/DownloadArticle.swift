/// One article of a download, its lines told apart: fields, text, and what else stands there.
struct DownloadArticle {
  private(set) var metadata = PageMetadata()
  private(set) var structure = PageStructure()
  /// Whether there is anything of an article in it.
  private(set) var isArticle = false

  private struct Chunk {
    var field: DownloadField?
    /// With the label.
    var span: TextSpan
    /// Without it.
    var value: TextSpan
  }

  private let bytes: [UInt8]
  private let kind: DownloadKind
  private var hasBody = false

  /// Reads an article.
  /// - Parameters:
  ///   - bytes: valid UTF-8.
  ///   - range: where the article stands in them.
  init(_ bytes: [UInt8], _ range: Range<Int>, kind: DownloadKind) {
    self.bytes = bytes
    self.kind = kind
    let chunks = chunks(bytes[range])
    hasBody = chunks.contains { $0.field == .body }
    var rest = chunks[...]
    switch kind {
    case .nexis: readNexisHead(&rest)
    case .lexis: readLexisHead(&rest)
    case .factiva: readFactivaHead(&rest)
    case .proquest: readProquestHead(&rest)
    case .factivaCodes, .ebsco: break
    }
    readFields(rest)
    structure.blocks.sort { $0.span < $1.span }
    isArticle =
      structure.title != nil || metadata.title != nil
      || structure.blocks.contains { $0.removal == nil }
  }

  // MARK: Chunks

  /// Paragraphs, parted before each line with a label.
  private func chunks(_ text: ArraySlice<UInt8>) -> [Chunk] {
    let lines = Array(DownloadLines(text))
    // Where one line is a whole paragraph, lines are not joined.
    let isWrapped = !lines.contains { $0.span.count > 240 }
    var result: [Chunk] = []
    var isOpen = false
    for line in lines {
      guard !line.span.isEmpty else {
        isOpen = false
        continue
      }
      if kind.boundary(bytes[line.span.range]) != nil || isLabelled(line.span) != nil {
        let labelled = isLabelled(line.span)
        result.append(
          Chunk(
            field: labelled?.field ?? .behind, span: line.span,
            value: labelled?.value ?? TextSpan(line.span.end, line.span.end)))
        isOpen = labelled != nil
      } else if isOpen, isWrapped || result.last?.value.isEmpty == true,
        let last = result.indices.last
      {
        if result[last].value.isEmpty { result[last].value.start = line.span.start }
        result[last].span.end = line.span.end
        result[last].value.end = line.span.end
      } else {
        result.append(Chunk(field: nil, span: line.span, value: line.span))
        isOpen = true
      }
    }
    return result
  }

  private func isLabelled(_ line: TextSpan) -> (field: DownloadField, value: TextSpan)? {
    if kind == .factivaCodes {
      guard line.count >= 2, Bytes.isUpper(bytes[line.start]), Bytes.isUpper(bytes[line.start + 1]),
        line.count == 2 || bytes[line.start + 2] == 0x09
          || line.count > 3 && bytes[line.start + 2] == 0x20 && bytes[line.start + 3] == 0x20
      else { return nil }
      let code = String(decoding: bytes[line.start..<(line.start + 2)], as: UTF8.self)
      return DownloadField.named(code.lowercased(), kind).map {
        ($0, DownloadLines.trimmed(bytes[(line.start + 2)..<line.end]))
      }
    }
    if kind == .lexis, DownloadLines.equals(bytes[line.range], "body") {
      return (.body, TextSpan(line.end, line.end))
    }
    if kind == .lexis, DownloadLines.equals(bytes[line.range], "classification") {
      return (.behind, TextSpan(line.end, line.end))
    }
    guard let colon = bytes[line.range].prefix(48).firstIndex(of: 0x3A) else { return nil }
    let label = bytes[line.start..<colon]
    // The older form writes labels in capitals, so that a sentence is not taken for one.
    if kind == .nexis, label.contains(where: Bytes.isLower) { return nil }
    if kind != .nexis, label.first.map(Bytes.isUpper) != true { return nil }
    guard
      let field = DownloadField.named(
        String(decoding: label.map(Bytes.lower), as: UTF8.self), kind)
    else { return nil }
    return (field, DownloadLines.trimmed(bytes[(colon + 1)..<line.end]))
  }

  // MARK: Heads without labels

  /// The count, the publication, the date, perhaps the edition, the headline.
  private mutating func readNexisHead(_ rest: inout ArraySlice<Chunk>) {
    if let first = rest.first, kind.boundary(bytes[first.span.range]) == .begins {
      leave(rest.removeFirst())
    }
    var free = rest.prefix { $0.field == nil }
    rest = rest.dropFirst(free.count)
    while let first = free.first, DownloadLines.starts(bytes[first.span.range], "copyright") {
      leave(free.removeFirst())
    }
    guard !free.isEmpty else { return }
    let source = free.removeFirst()
    metadata.agency = words(source.value)
    leave(source)
    if let first = free.first, let date = StatedDate.date(words(first.value)) {
      metadata.published = date
      leave(free.removeFirst())
    }
    // Without a headline, a label comes next.
    let title = free.last { !isEdition($0) }
    for chunk in free {
      if chunk.span == title?.span { setTitle(chunk.value) } else { leave(chunk) }
    }
  }

  private func isEdition(_ chunk: Chunk) -> Bool {
    let text = words(chunk.value).lowercased()
    return text.hasSuffix("edition") || text.hasSuffix("final")
      || StatedDate.date(text) != nil && text.utf8.count < 40
  }

  /// The headline, the publication, the date, the copyright; perhaps a cover before them.
  private mutating func readLexisHead(_ rest: inout ArraySlice<Chunk>) {
    let free = Array(rest.prefix { $0.field == nil })
    rest = rest.dropFirst(free.count)
    let right = free.firstIndex { DownloadLines.starts(bytes[$0.span.range], "copyright") }
    let before = free[..<(right ?? free.count)]
    for chunk in free[before.endIndex...] { leave(chunk) }
    // A chunk may hold publication and date in lines of their own.
    var lines: [TextSpan] = before.flatMap { chunk in
      DownloadLines(bytes[chunk.span.range]).map(\.span).filter { !$0.isEmpty }
    }
    if let index = lines.lastIndex(where: { StatedDate.date(words($0)) != nil && $0.count < 80 }) {
      metadata.published = StatedDate.date(words(lines[index]))
      for line in lines[index...] { leave(line) }
      lines.removeSubrange(index...)
    }
    guard let title = lines.first else { return }
    if lines.count > 1, let source = lines.last {
      metadata.agency = words(source)
      leave(source)
      lines.removeLast()
    }
    // Behind a cover the headline stands last.
    let headline = lines.last ?? title
    for line in lines where line != headline { leave(line) }
    setTitle(headline)
  }

  /// The headline, then lines of author, length, date, time, source, code, language, copyright.
  private mutating func readFactivaHead(_ rest: inout ArraySlice<Chunk>) {
    var lines: [TextSpan] = []
    var heads = 0
    for chunk in rest {
      guard chunk.field == nil else { break }
      let inside = DownloadLines(bytes[chunk.span.range]).map(\.span).filter { !$0.isEmpty }
      lines += inside
      heads += 1
      if lines.contains(where: isCopyright) || lines.count > 30 { break }
    }
    guard let count = lines.firstIndex(where: { DownloadLines.isWordCount(bytes[$0.range]) }),
      let end = lines.firstIndex(where: isCopyright)
        ?? lines[count...].lastIndex(where: { $0.count < 60 })
    else {
      if let first = rest.first, first.field == nil { setTitle(rest.removeFirst().value) }
      return
    }
    rest = rest.dropFirst(heads)
    var head = lines[..<count]
    if let last = head.last, head.count > 1, DownloadLines.starts(bytes[last.range], "by ") {
      metadata.authors = Self.authors(words(last))
      leave(last)
      head.removeLast()
    }
    // A section may stand before the headline; the headline is the longest line.
    if let title = head.max(by: { $0.count < $1.count }) {
      if let first = head.first, first != title { metadata.section = words(first) }
      for line in head where line != title { leave(line) }
      setTitle(title)
    }
    for line in lines[count...max(count, end)] {
      let text = words(line)
      if metadata.published == nil, let date = StatedDate.date(text) {
        metadata.published = date
      } else if let tag = LanguageNames.tag(text), !text.contains(" ") {
        metadata.language = tag
      } else if metadata.published != nil, metadata.agency == nil,
        !bytes[line.range].allSatisfy({ Bytes.isDigit($0) || $0 == 0x3A })
      {
        metadata.agency = text
      }
      leave(line)
    }
    for line in lines[(max(count, end) + 1)...] { keep(line) }
  }

  private func isCopyright(_ line: TextSpan) -> Bool {
    let text = bytes[line.range]
    return DownloadLines.starts(text, "(c) ") || DownloadLines.starts(text, "copyright ")
      || text.starts(with: [0xC2, 0xA9])
  }

  /// Behind the rule, perhaps a count, then the headline.
  private mutating func readProquestHead(_ rest: inout ArraySlice<Chunk>) {
    var free = rest.prefix {
      $0.field == nil || DownloadLines.isRule(bytes[$0.span.range])
    }
    rest = rest.dropFirst(free.count)
    while let first = free.first,
      DownloadLines.isRule(bytes[first.span.range])
        || DownloadLines.isCount(bytes[first.span.range], "documents")
    {
      leave(free.removeFirst())
    }
    guard rest.contains(where: { $0.field != nil && $0.field != .behind }) else {
      for chunk in free { leave(chunk) }
      return
    }
    if let first = free.first {
      setTitle(first.value)
      for chunk in free.dropFirst() { leave(chunk) }
    }
  }

  // MARK: Fields

  private mutating func readFields(_ chunks: ArraySlice<Chunk>) {
    var isBody = kind == .factiva
    var isOver = false
    var last: DownloadField?
    for chunk in chunks {
      guard let field = chunk.field else {
        // The first words without a label, behind labels, begin the text where nothing else does.
        if !isOver, isBody || !hasBody && (kind == .nexis || kind == .lexis) {
          isBody = true
          keep(chunk.value)
        } else if !isOver, last == .summary {
          leave(chunk)
        } else {
          leave(chunk)
        }
        continue
      }
      if isBody, !isOver, field != .behind, field != .body, kind != .factivaCodes, kind != .ebsco {
        // A line of the text that looks like a label; but the headline in full may stand here.
        if kind == .nexis || kind == .proquest || field == .title || field == .date
          || field == .language
        {
          isOver = kind != .nexis
          read(field, chunk)
        } else {
          keep(chunk.span)
        }
        continue
      }
      switch field {
      case .body:
        isBody = true
        isOver = false
        if chunk.value.isEmpty || chunk.value.start > chunk.span.end {
          leave(chunk)
        } else {
          let label = DownloadLines.trimmed(bytes[chunk.span.start..<chunk.value.start])
          leave(label)
          keep(chunk.value)
        }
      case .behind:
        if isBody { isOver = true }
        leave(chunk)
      default: read(field, chunk)
      }
      last = field
    }
  }

  private mutating func read(_ field: DownloadField, _ chunk: Chunk) {
    let text = words(chunk.value)
    switch field {
    case .title:
      if structure.title == nil, !text.isEmpty {
        leave(DownloadLines.trimmed(bytes[chunk.span.start..<chunk.value.start]))
        setTitle(chunk.value)
        return
      }
    case .byline: metadata.authors = Self.authors(text)
    case .date: metadata.published = metadata.published ?? StatedDate.date(text)
    case .source:
      let parts = text.split(separator: kind == .ebsco ? "." : ";", maxSplits: 1)
      metadata.agency = parts.first.map(String.init) ?? text
      if metadata.published == nil, kind == .ebsco, parts.count > 1 {
        // `Lake Times (Boston). 9/14/2018, p1.` is American.
        metadata.published = Self.americanDate(parts[1])
      }
    case .section: metadata.section = text.split(separator: ";").first.map(String.init)
    case .language: metadata.language = LanguageNames.tag(text)
    case .address: if text.hasPrefix("http"), !text.contains(" ") { metadata.url = text }
    case .summary:
      if !hasBody || kind == .nexis {
        leave(DownloadLines.trimmed(bytes[chunk.span.start..<chunk.value.start]))
        structure.blocks.append(
          PageBlock(span: chunk.value, kind: hasBody || kind == .nexis ? .standfirst : .paragraph))
        return
      }
    case .body, .other, .behind: break
    }
    leave(chunk)
  }

  private static func americanDate(_ text: Substring) -> ArticleDate? {
    let day = text.drop { $0 == " " }.prefix { $0.isNumber || $0 == "/" }
    let parts = day.split(separator: "/").compactMap { Int($0) }
    if parts.count == 3, let date = ArticleDate(year: parts[2], month: parts[0], day: parts[1]) {
      return date
    }
    return StatedDate.date(text.split(separator: ",").first ?? text)
  }

  /// `Jane Doe` and `John Roe` of `By JANE DOE and John Roe, Lake Times`, `Doe, Jane; Roe, John`.
  static func authors(_ text: String) -> [String] {
    var text = text
    if text.lowercased().hasPrefix("by ") { text.removeFirst(3) }
    while text.hasSuffix(".") { text.removeLast() }
    if text.contains(";") || text.split(separator: ",").count == 2 && !text.contains(" and ") {
      return text.split(separator: ";").map { name in
        let parts = name.split(separator: ",").map { FeedText.folded(Array($0.utf8)) }
        return parts.count == 2 ? "\(parts[1]) \(parts[0])" : parts.joined(separator: ", ")
      }
    }
    return text.replacing(" and ", with: ",").split(separator: ",").map {
      FeedText.folded(Array($0.utf8))
    }.filter { !$0.isEmpty }
  }

  // MARK: Results

  private func words(_ span: TextSpan) -> String { FeedText.folded(Array(bytes[span.range])) }

  private mutating func setTitle(_ span: TextSpan) {
    metadata.title = words(span)
    structure.title = span
  }

  private mutating func keep(_ span: TextSpan) {
    if !span.isEmpty { structure.blocks.append(PageBlock(span: span)) }
  }

  private mutating func leave(_ chunk: Chunk) { leave(chunk.span) }

  private mutating func leave(_ span: TextSpan) {
    if !span.isEmpty { structure.blocks.append(PageBlock(span: span, removal: .other)) }
  }
}
