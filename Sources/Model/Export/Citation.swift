/// Where words come from, in forms that documents and reference programs take.
public struct Citation: Hashable, Sendable {
  /// The forms.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    case plain, markdown, bibtex, csl
  }

  private let article: Article
  private let quote: Quote?

  /// A citation of an article, or of one of its quotes.
  public init(of article: Article, quote: Quote? = nil) {
    self.article = article
    self.quote = quote
  }

  /// The citation in a form, without a line feed at its end.
  ///
  /// Control characters are left out; what is special to the form is escaped.
  public func text(_ form: Form) -> String {
    switch form {
    case .plain: plain
    case .markdown: markdown
    case .bibtex: bibtex
    case .csl: csl
    }
  }

  /// The quoted words with their speaker: `“…” — Ines Varga`.
  public var quotedWords: String? {
    guard let quote else { return nil }
    let words = quote.spans.map { Self.clean(article[$0]) }.joined(separator: " … ")
    let said = quote.kind == .indirect ? words : "“\(words)”"
    return quote.speaker.map { "\(said) — \(Self.clean($0.name))" } ?? said
  }

  /// The line of the file on which it begins.
  private var line: Int? {
    if let quote { return quote.line }
    return article.title.span.map { article.source.line(at: $0.start) }
  }

  private var title: String { Self.clean(article.title.text) }
  private var agency: String? { article.agency.map(Self.clean) }
  private var date: String? { article.published?.date.dayDescription }
  private var place: String { Self.clean(article.file) + (line.map { ":\($0)" } ?? "") }

  /// `TASS: “Headline”, 2018-09-14, file.txt:16`
  private var plain: String {
    let head = agency.map { "\($0): “\(title)”" } ?? "“\(title)”"
    let source = [head, date ?? "undated", place].joined(separator: ", ")
    return quotedWords.map { "\($0)\n\(source)" } ?? source
  }

  private var markdown: String {
    let name =
      article.url.map(Self.clean).flatMap {
        Self.isLink($0) ? "[\(Self.markdown(title))](<\($0)>)" : nil
      }
      ?? "*\(Self.markdown(title))*"
    let parts = [
      agency.map(Self.markdown), name, date ?? "undated", "`\(place.filter { $0 != "`" })`",
    ]
    let source = parts.compactMap { $0 }.joined(separator: ", ")
    guard let quotedWords else { return source }
    return "> \(Self.markdown(quotedWords))\n>\n> — \(source)"
  }

  private var bibtex: String {
    var fields = [("title", "{\(Self.tex(title))}")]
    if let agency { fields.append(("organization", Self.tex(agency))) }
    if !article.authors.isEmpty {
      fields.append(
        ("author", article.authors.map { Self.tex(Self.clean($0)) }.joined(separator: " and ")))
    }
    if let published = article.published?.date {
      fields.append(("date", published.dayDescription))
      fields.append(("year", "\(published.year)"))
    }
    if let url = article.url.map(Self.clean), Self.isLink(url) {
      fields.append(("url", Self.tex(url)))
    }
    fields.append(("note", Self.tex(place)))
    if let quotedWords { fields.append(("annotation", Self.tex(quotedWords))) }
    let lines = fields.map { "  \($0.0) = {\($0.1)}" }.joined(separator: ",\n")
    return "@online{onrecord-\(article.id),\n\(lines)\n}"
  }

  private var csl: String {
    var json = JSONBytes()
    json.object { json in
      json.key("id")
      json.value("onrecord-\(article.id)")
      json.key("type")
      json.value("article-newspaper")
      json.key("title")
      json.value(title)
      if let agency {
        json.key("container-title")
        json.value(agency)
      }
      if !article.authors.isEmpty {
        json.key("author")
        json.array { json in
          for author in article.authors {
            json.object { json in
              json.key("literal")
              json.value(Self.clean(author))
            }
          }
        }
      }
      if let published = article.published?.date {
        json.key("issued")
        json.object { json in
          json.key("date-parts")
          json.array { json in
            json.array { json in
              json.value(published.year)
              json.value(published.month)
              json.value(published.day)
            }
          }
        }
      }
      if let url = article.url.map(Self.clean), Self.isLink(url) {
        json.key("URL")
        json.value(url)
      }
      json.key("note")
      json.value(place)
      if let quotedWords {
        json.key("annote")
        json.value(quotedWords)
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  // MARK: Harmless text

  /// Text in one line without control characters and without marks that turn its direction.
  static func clean(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20:
        if kept.last != " " { kept.append(" ") }
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2028, 0x2029, 0x2066...0x2069,
        0xFEFF:
        continue
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }

  /// Whether an address may stand in a document as a link.
  static func isLink(_ url: String) -> Bool {
    (url.hasPrefix("https://") || url.hasPrefix("http://"))
      && url.unicodeScalars.allSatisfy {
        $0.value > 0x20 && !"<>\"`\\{}|^".unicodeScalars.contains($0)
      }
  }

  /// Text whose signs mean nothing to Markdown.
  static func markdown(_ text: String) -> String {
    escaped(text, special: "\\`*_{}[]<>#+!|~&") { "\\\($0)" }
  }

  /// Text whose signs mean nothing to TeX.
  static func tex(_ text: String) -> String {
    escaped(text, special: "\\{}$&#_%^~") { character in
      switch character {
      case "\\": "\\textbackslash{}"
      case "^": "\\textasciicircum{}"
      case "~": "\\textasciitilde{}"
      default: "\\\(character)"
      }
    }
  }

  private static func escaped(
    _ text: String, special: String, _ escape: (Character) -> String
  ) -> String {
    text.reduce(into: "") { $0 += special.contains($1) ? escape($1) : String($1) }
  }
}
