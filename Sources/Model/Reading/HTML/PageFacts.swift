/// What a page states about its article outside the visible text, from most to least trusted:
/// JSON-LD, OpenGraph, Dublin Core, other `meta`, `time`, the title in the head.
struct PageFacts {
  /// For the page.
  private(set) var metadata = PageMetadata()
  /// The article's words for machines, where JSON-LD has them.
  private(set) var articleBody: [UInt8]?
  /// Headlines as different places state them, most trusted first.
  private(set) var headlines: [String] = []
  /// One sentence that sums the article up.
  private(set) var descriptions: [String] = []
  /// The name of the site.
  private(set) var siteName: String?

  /// Reads a page's facts.
  /// - Complexity: O(nodes).
  init(_ tree: HTMLTree, hints: ItemHints) {
    var linked = LinkedData()
    var meta = MetaTags()
    for (index, node) in tree.nodes.enumerated() {
      switch node.tag {
      case .script: if Int(node.end) > index + 1 { linked.add(tree.text(index + 1)) }
      case .meta: meta.add(index, of: tree)
      case .html: meta.language = meta.language ?? tree.string(.lang, of: index)
      case .link:
        if tree.value(.rel, of: index).map({ Bytes.contains($0, word: "canonical") }) == true {
          meta.canonical = meta.canonical ?? tree.string(.href, of: index)
        }
      case .title:
        if meta.title == nil, Int(node.end) > index + 1 {
          meta.title = Self.folded(String(decoding: tree.text(index + 1), as: UTF8.self))
        }
      case .time: meta.addTime(index, of: tree)
      default: break
      }
    }
    let article = linked.article
    articleBody = article.body
    siteName = meta["og:site_name"] ?? linked.siteName ?? meta["application-name"]
    headlines = [
      article.headline, meta["og:title"], meta["dc.title"], meta["twitter:title"],
      meta["parsely-title"], meta["sailthru.title"], meta["headline"], meta.title,
    ].compactMap { $0.flatMap(Self.plain) }
    descriptions = [
      article.description, meta["og:description"], meta["description"],
      meta["twitter:description"], meta["dc.description"],
    ].compactMap { $0.flatMap(Self.plain) }
    metadata.title = headlines.first
    metadata.agency = (article.publisher ?? siteName).flatMap(Self.plain)
    metadata.authors = Self.names(article.authors.isEmpty ? meta.authors : article.authors)
    metadata.section =
      (article.section ?? meta["article:section"] ?? meta["dc.subject.section"]
      ?? meta["parsely-section"] ?? meta["section"]).flatMap(Self.plain)
    metadata.language = Self.language(
      article.language ?? meta.language ?? meta["content-language"] ?? meta["dc.language"]
        ?? meta["og:locale"])
    metadata.published = Self.date(
      [article.published] + MetaTags.dateNames.map { meta[$0] } + [meta.publishedTime])
    let page = hints.url ?? article.url ?? meta["og:url"]
    metadata.url = meta.canonical.flatMap { link in
      WebAddress.link(Array(link.utf8)[...], on: page.flatMap { WebAddress($0) })
    }
    if metadata.url.flatMap({ WebAddress($0) }) == nil { metadata.url = page }
  }

  private static func date(_ texts: [String?]) -> ArticleDate? {
    for case let text? in texts { if let date = StatedDate.date(text) { return date } }
    return nil
  }

  /// A language tag in its usual form: `en-us` and `en_US` are `en-US`; nil where it is none.
  static func language(_ text: String?) -> String? {
    guard let text, text.utf8.count <= 35 else { return nil }
    let parts = text.split { $0 == "-" || $0 == "_" || $0 == "," || $0 == " " || $0 == "." }
    guard let first = parts.first, (2...3).contains(first.count),
      first.allSatisfy({ $0.isASCII && $0.isLetter })
    else { return nil }
    var tag = first.lowercased()
    guard !text.contains(",") else { return tag }
    for part in parts.dropFirst().prefix(2) {
      guard part.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { break }
      switch part.count {
      case 2: tag += "-" + part.uppercased()
      case 4 where part.allSatisfy(\.isLetter):
        tag += "-" + part.prefix(1).uppercased() + part.dropFirst().lowercased()
      case 3 where part.allSatisfy(\.isNumber): tag += "-" + part
      default: return tag
      }
    }
    return tag
  }

  /// Without tags and entities, white space folded; nil where no word is left.
  static func plain(_ text: String) -> String? {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C }) else { return folded(text) }
    let (bytes, _, _) = HTMLFragment.read(Array(text.utf8), base: nil, firstLine: 1)
    return folded(String(decoding: bytes, as: UTF8.self))
  }

  private static func folded(_ text: String) -> String? {
    let words = text.utf8.split(whereSeparator: { Bytes.isSpace($0) })
    guard !words.isEmpty else { return nil }
    return words.map { String($0) ?? "" }.joined(separator: " ")
  }

  /// Names of authors: `By A and B` is two; addresses and repeats are none.
  static func names(_ texts: [String]) -> [String] {
    var names: [String] = []
    for text in texts.prefix(30) {
      guard let plain = plain(text) else { continue }
      var rest = Substring(plain)
      for lead in ["By ", "by ", "BY "] where rest.hasPrefix(lead) { rest = rest.dropFirst(3) }
      for part in rest.split(separator: ",").flatMap({ $0.split(separator: " and ") }) {
        let name = part.split(separator: " ").joined(separator: " ")
        let isName =
          !name.isEmpty && name.utf8.count < 80 && !name.contains("://") && !name.contains("@")
        if isName, !names.contains(name) { names.append(name) }
      }
    }
    return names
  }
}
