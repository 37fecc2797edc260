/// Articles as bytes: the decoded text first, then what was found in it.
///
/// Names and other words stand as they are; compression finds them in the text before them.
enum ArticleCodec {
  /// The bytes of an article that was read from the file of a path.
  static func encode(_ article: Article, path: String) -> [UInt8] {
    var out = PackedWriter()
    out.raw(article.source.bytes)
    encode(article.source.origin, to: &out)
    out.number(article.item)
    // The member of an archive; empty where the article is the file's own.
    out.optional(article.file == path ? nil : article.file)
    encode(article.title, to: &out)
    out.optional(article.agency)
    out.number(article.authors.count)
    for author in article.authors { out.text(author) }
    out.optional(article.url)
    out.optional(article.section)
    out.optional(article.language)
    encode(article.dateline, to: &out)
    encode(article.published, to: &out)
    encode(article.standfirst, to: &out)
    encode(article.body, to: &out)
    out.number(article.kinds.count)
    for kind in article.kinds { encode(kind, to: &out) }
    encode(article.links.map(\.span), to: &out)
    for link in article.links { out.text(link.url) }
    encode(article.removed.map(\.span), to: &out)
    for removal in article.removed {
      out.number(RemovalReason.allCases.firstIndex(of: removal.reason) ?? 0)
    }
    out.number(article.people.count)
    for person in article.people {
      encode(person.name, person.aliases, person.mentions, to: &out)
      out.number(person.roles.count)
      for role in person.roles { out.text(role) }
    }
    out.number(article.organisations.count)
    for one in article.organisations { encode(one.name, one.aliases, one.mentions, to: &out) }
    out.number(article.quotes.count)
    var last = 0
    for quote in article.quotes {
      encode(quote, in: article, after: last, to: &out)
      last = quote.extent.end
    }
    return out.bytes
  }

  /// The article of some bytes.
  static func decode(
    _ bytes: [UInt8], id: ArticleID, path: String
  ) throws(PackedReader.Damaged) -> Article {
    var input = PackedReader(bytes)
    let bytes = try input.raw()
    let source = SourceText(validUTF8: bytes, origin: try origin(&input))
    let item = try input.number()
    let member = try input.optional()
    var article = Article(
      id: id, file: member ?? path, item: item, source: source, title: try headline(&input))
    article.agency = try input.optional()
    for _ in 0..<(try input.count()) { article.authors.append(try input.text()) }
    article.url = try input.optional()
    article.section = try input.optional()
    article.language = try input.optional()
    article.dateline = try dateline(&input)
    article.published = try published(&input)
    article.standfirst = try spans(&input)
    article.body = try spans(&input)
    for _ in 0..<(try input.count()) { article.kinds.append(try blockKind(&input)) }
    for span in try spans(&input) {
      article.links.append(PageLink(span: span, url: try input.text()))
    }
    for span in try spans(&input) {
      article.removed.append(
        Removal(span: span, reason: try one(of: RemovalReason.allCases, &input)))
    }
    for _ in 0..<(try input.count()) {
      let (name, aliases, mentions) = try named(&input)
      var roles: [String] = []
      for _ in 0..<(try input.count()) { roles.append(try input.text()) }
      article.people.append(Person(name: name, aliases: aliases, roles: roles, mentions: mentions))
    }
    for _ in 0..<(try input.count()) {
      let (name, aliases, mentions) = try named(&input)
      article.organisations.append(Organisation(name: name, aliases: aliases, mentions: mentions))
    }
    var last = 0
    for _ in 0..<(try input.count()) {
      let quote = try quote(&input, in: article, after: last)
      article.quotes.append(quote)
      last = quote.extent.end
    }
    return article
  }

  /// Standfirst and body of an encoded article, without decoding the rest.
  static func passages(_ bytes: [UInt8]) throws(PackedReader.Damaged) -> [TextSpan] {
    var input = PackedReader(bytes)
    try input.skip()
    let marks = try input.count()
    for _ in 0..<(marks == 0 ? 1 : 2 * (marks - 1)) { _ = try input.number() }
    _ = try input.number()
    try input.skipOptional()
    _ = try headline(&input)
    try input.skipOptional()
    for _ in 0..<(try input.count()) { try input.skip() }
    for _ in 0..<3 { try input.skipOptional() }
    _ = try dateline(&input)
    _ = try published(&input)
    return try spans(&input) + spans(&input)
  }

  static func one<T>(
    of all: [T], _ input: inout PackedReader
  ) throws(PackedReader.Damaged) -> T {
    let index = try input.number()
    guard all.indices.contains(index) else { throw PackedReader.Damaged() }
    return all[index]
  }
}
