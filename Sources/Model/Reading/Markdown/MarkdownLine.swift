/// One line of Markdown (CommonMark 0.31, the kinds that articles use).
struct MarkdownLine {
  enum Kind: Hashable {
    case blank, text, rule
    case heading(level: Int)
    /// The mark of a list; its number where it has one.
    case item(number: Int?)
    case quote
    /// Three backticks or tildes, or more.
    case fence
    /// `===` or `---` under a heading of this level.
    case underline(level: Int)
  }
  let kind: Kind
  /// The words without the mark before them and blanks at both ends.
  let words: TextSpan
  /// Blanks before the mark.
  let indent: Int

  init(_ span: TextSpan, in bytes: [UInt8]) {
    var at = span.start
    var indent = 0
    while at < span.end, bytes[at] == 0x20 || bytes[at] == 0x09 {
      indent += bytes[at] == 0x09 ? 4 : 1
      at += 1
    }
    self.indent = indent
    let rest = Bytes.trimmed(TextSpan(at, span.end), in: bytes)
    func run(_ byte: UInt8) -> Int { bytes[rest.range].prefix { $0 == byte }.count }
    func isBlank(_ offset: Int) -> Bool { offset >= rest.end || Bytes.isSpace(bytes[offset]) }
    func behind(_ count: Int) -> TextSpan {
      Bytes.trimmed(TextSpan(min(rest.end, rest.start + count), rest.end), in: bytes)
    }
    guard !rest.isEmpty else {
      kind = .blank
      words = rest
      return
    }
    let first = bytes[rest.start]
    let hashes = run(0x23)
    if (1...6).contains(hashes), indent < 4, isBlank(rest.start + hashes) {
      var span = behind(hashes)
      while span.end > span.start, bytes[span.end - 1] == 0x23 { span.end -= 1 }
      kind = .heading(level: hashes)
      words = Bytes.trimmed(span, in: bytes)
    } else if run(0x60) >= 3 || run(0x7E) >= 3 {
      kind = .fence
      words = rest
    } else if first == 0x3E {
      var count = 1
      while rest.start + count < rest.end, [0x3E, 0x20].contains(bytes[rest.start + count]) {
        count += 1
      }
      kind = .quote
      words = behind(count)
    } else if run(0x3D) == rest.count, rest.count >= 2 {
      kind = .underline(level: 1)
      words = rest
    } else if run(0x2D) == rest.count, rest.count >= 3 {
      kind = .underline(level: 2)
      words = rest
    } else if run(0x2A) == rest.count && rest.count >= 3
      || run(0x5F) == rest.count && rest.count >= 3
    {
      kind = .rule
      words = rest
    } else if [0x2D, 0x2A, 0x2B].contains(first), rest.count > 1, isBlank(rest.start + 1) {
      kind = .item(number: nil)
      words = behind(1)
    } else {
      let digits = bytes[rest.range].prefix { Bytes.isDigit($0) }
      let mark = rest.start + digits.count
      if (1...6).contains(digits.count), mark + 1 < rest.end, [0x2E, 0x29].contains(bytes[mark]),
        isBlank(mark + 1)
      {
        kind = .item(number: Int(String(decoding: digits, as: UTF8.self)))
        words = behind(digits.count + 1)
      } else {
        kind = .text
        words = rest
      }
    }
  }

  /// The lines of a part of a text, without their line feeds.
  static func spans(of part: TextSpan, in bytes: [UInt8]) -> [TextSpan] {
    var spans: [TextSpan] = []
    var start = part.start
    for at in part.range where bytes[at] == 0x0A {
      spans.append(TextSpan(start, at))
      start = at + 1
    }
    if start < part.end { spans.append(TextSpan(start, part.end)) }
    return spans
  }
}

/// The links in a piece of Markdown: `[words](address)` and `<https://address>`.
struct MarkdownLinks {
  private(set) var links: [PageLink] = []
  /// Whether the piece is a picture and nothing else.
  private(set) var isPicture = false

  init(_ span: TextSpan, in bytes: [UInt8]) {
    var opened: Int?
    var at = span.start
    while at < span.end {
      switch bytes[at] {
      case 0x5C: at += 1
      case 0x5B: opened = at
      case 0x5D:
        guard let start = opened, at + 1 < span.end, bytes[at + 1] == 0x28,
          let close = bytes[(at + 2)..<span.end].firstIndex(of: 0x29)
        else { break }
        let target = bytes[(at + 2)..<close].split(whereSeparator: { Bytes.isSpace($0) })
        let words = Bytes.trimmed(TextSpan(start + 1, at), in: bytes)
        let isImage = start > span.start && bytes[start - 1] == 0x21
        if isImage, start == span.start + 1, close == span.end - 1 { isPicture = true }
        if !isImage, !words.isEmpty, let first = target.first,
          let url = WebAddress.link(first, on: nil)
        {
          links.append(PageLink(span: words, url: url))
        }
        opened = nil
        at = close
      case 0x3C:
        guard Bytes.starts(bytes, at: at + 1, with: "http"),
          let close = bytes[at..<span.end].firstIndex(of: 0x3E),
          let url = WebAddress.link(bytes[(at + 1)..<close], on: nil)
        else { break }
        links.append(PageLink(span: TextSpan(at + 1, close), url: url))
        at = close
      default: break
      }
      at += 1
    }
  }
}
