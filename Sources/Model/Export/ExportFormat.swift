/// A form in which articles are written for other programs.
public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
  /// One JSON object a line (schema 1).
  case jsonl
  /// Markdown, an article under a heading, its quotes as block quotes.
  case md
  /// A page that runs nothing and loads nothing.
  case html
  /// A quote a line, for tables.
  case csv
  /// Entries of BibTeX.
  case bibtex

  /// The format that the end of a path asks for; nil where it asks for none of them.
  public init?(path: String) {
    let end = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = end.lastIndex(of: ".") else { return nil }
    switch end[end.index(after: dot)...].lowercased() {
    case "jsonl", "ndjson": self = .jsonl
    case "md", "markdown": self = .md
    case "html", "htm": self = .html
    case "csv": self = .csv
    case "bib", "bibtex": self = .bibtex
    default: return nil
    }
  }

  /// What stands before the first article.
  public var head: [UInt8] {
    switch self {
    case .jsonl, .md, .bibtex: []
    case .html:
      Array(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
        style-src 'unsafe-inline'">
        <title>onrecord</title>
        <style>
        body { max-width: 42em; margin: 2em auto; padding: 0 1em; font-family: serif }
        .meta, cite { color: #555; font-style: normal; font-size: 90% }
        </style>
        </head>
        <body>

        """.utf8)
    case .csv:
      Array(
        "article,file,line,date,date_basis,agency,title,url,speaker,kind,words,confidence\r\n".utf8)
    }
  }

  /// What stands behind the last article.
  public var foot: [UInt8] {
    switch self {
    case .jsonl, .md, .csv, .bibtex: []
    case .html: Array("</body>\n</html>\n".utf8)
    }
  }

  /// One article.
  public func bytes(of article: Article, includingSource: Bool = false) -> [UInt8] {
    switch self {
    case .jsonl: ArticleExport.jsonLines(for: article, includingSource: includingSource)
    case .md: Array(markdown(article).utf8)
    case .html: Array(html(article).utf8)
    case .csv: Array(csv(article).utf8)
    case .bibtex: Array((Citation(of: article).text(.bibtex) + "\n\n").utf8)
    }
  }

  /// The quotes of an article alone, each with where it stands; an article's entry in BibTeX.
  public func quoteBytes(of article: Article) -> [UInt8] {
    switch self {
    case .jsonl, .csv, .bibtex: return bytes(of: article)
    case .md:
      return Array(
        article.quotes.map { Citation(of: article, quote: $0).text(.markdown) + "\n\n" }.joined()
          .utf8)
    case .html:
      let parts = metadata(article) + [Citation.clean(article.title.text)]
      let source = parts.map(Self.html).joined(separator: " · ")
      return Array(
        article.quotes.map { quote in
          let words = quote.spans.map { Self.html(article[$0]) }.joined(separator: " … ")
          let speaker = quote.speaker.map { Self.html($0.name) + ", " } ?? ""
          return "<blockquote><p>\(words)</p><cite>\(speaker)line \(quote.line) · \(source)</cite>"
            + "</blockquote>\n"
        }.joined().utf8)
    }
  }

  private func metadata(_ article: Article) -> [String] {
    var parts = [article.agency, article.published?.date.dayDescription ?? "undated"]
      .compactMap { $0 }
    parts.append(article.file)
    return parts.map(Citation.clean)
  }

  // MARK: Markdown

  private func markdown(_ article: Article) -> String {
    var text = "# \(Citation.markdown(Citation.clean(article.title.text)))\n\n"
    text += Citation.markdown(metadata(article).joined(separator: " · ")) + "\n\n"
    for paragraph in article.standfirst + article.body {
      text += Self.paragraph(Citation.markdown(Citation.clean(article[paragraph]))) + "\n\n"
    }
    for quote in article.quotes {
      text += Citation(of: article, quote: quote).text(.markdown) + "\n\n"
    }
    return text
  }

  /// A paragraph whose beginning makes no list of it.
  private static func paragraph(_ text: String) -> String {
    let digits = text.prefix { $0.isNumber }
    if text.hasPrefix("-") || text.hasPrefix("=") { return "\\" + text }
    guard !digits.isEmpty, let next = text.dropFirst(digits.count).first, next == "." || next == ")"
    else { return text }
    return digits + "\\" + text.dropFirst(digits.count)
  }

  // MARK: HTML

  private func html(_ article: Article) -> String {
    let title = Self.html(article.title.text)
    let address = article.url.map(Citation.clean).flatMap { Citation.isLink($0) ? $0 : nil }
    let heading = address.map { "<a rel=\"noreferrer\" href=\"\(Self.html($0))\">\(title)</a>" }
    var text = "<article>\n<h1>\(heading ?? title)</h1>\n"
    text += "<p class=\"meta\">\(metadata(article).map(Self.html).joined(separator: " · "))</p>\n"
    for paragraph in article.standfirst + article.body {
      text += "<p>\(Self.html(article[paragraph]))</p>\n"
    }
    for quote in article.quotes {
      let words = quote.spans.map { Self.html(article[$0]) }.joined(separator: " … ")
      let speaker = quote.speaker.map { Self.html($0.name) + ", " } ?? ""
      text += "<blockquote><p>\(words)</p><cite>\(speaker)line \(quote.line)</cite></blockquote>\n"
    }
    return text + "</article>\n"
  }

  private static func html(_ text: String) -> String {
    Citation.clean(text).reduce(into: "") { out, character in
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.append(character)
      }
    }
  }

  // MARK: CSV (RFC 4180)

  private func csv(_ article: Article) -> String {
    article.quotes.map { quote in
      [
        article.id.description, article.file, "\(quote.line)",
        article.published?.date.dayDescription ?? "",
        article.published.map { "\($0.basis)" } ?? "", article.agency ?? "", article.title.text,
        article.url ?? "", quote.speaker?.name ?? "", quote.kind.rawValue,
        quote.spans.map { article[$0] }.joined(separator: " … "),
        "\((quote.confidence * 1000).rounded() / 1000)",
      ].map(Self.field).joined(separator: ",") + "\r\n"
    }.joined()
  }

  /// A field in quotation marks; what a spreadsheet would take for a formula begins with `'`.
  private static func field(_ text: String) -> String {
    var text = Citation.clean(text)
    let first = text.first { $0 != " " }
    if let first, "=+-@|%".contains(first), Double(text) == nil { text = "'" + text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
