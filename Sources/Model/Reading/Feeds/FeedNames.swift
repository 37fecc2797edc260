/// What an element of a feed is for, in any of the formats.
enum FeedElement: Hashable {
  // What holds others.
  case feed, entry, author, source, image, other
  // What holds text.
  case title, mediaTitle, link, identifier, description, summary, content
  case published, updated, created, name, mail, category, language, publisher
  /// Text that is of no use here but must not be taken for something else.
  case passedOver

  /// Whether what lies inside is text or marked-up text and not further elements.
  var holdsText: Bool {
    switch self {
    case .feed, .entry, .author, .source, .image, .other: false
    default: true
    }
  }
}

/// Names of elements with their prefixes, whatever prefix a feed chose.
struct FeedNames {
  /// The usual prefix of each prefix that the document declares.
  private var prefixes: [String: String] = [:]

  /// Notes the declarations of a tag.
  mutating func declare(_ attributes: [String: String]) {
    for (name, address) in attributes where name.hasPrefix("xmlns") {
      let prefix = name == "xmlns" ? "" : String(name.dropFirst(6))
      prefixes[prefix] = Self.usual(address, prefix)
    }
  }

  private static func usual(_ address: String, _ prefix: String) -> String {
    let address = address.lowercased()
    if let known = known[address] { return known }
    return address.contains("backend.userland.com/rss") ? "" : prefix
  }

  /// The element of a name in small letters.
  func element(_ name: String) -> FeedElement {
    guard let colon = name.firstIndex(of: ":") else {
      return Self.elements[prefixes["", default: ""].isEmpty ? name : prefixes[""]! + ":" + name]
        ?? (prefixes["", default: ""].isEmpty ? .other : Self.elements[name] ?? .other)
    }
    let prefix = prefixes[String(name[..<colon])] ?? String(name[..<colon])
    let local = name[name.index(after: colon)...]
    return Self.elements[prefix.isEmpty ? String(local) : prefix + ":" + local] ?? .other
  }

  /// Namespaces of feeds (in small letters) and the prefixes that the tables below use for them.
  private static let known: [String: String] = [
    "http://backend.userland.com/rss": "", "http://blogs.law.harvard.edu/tech/rss": "",
    "http://purl.org/rss/1.0/": "", "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://example.com/newformat#": "", "http://example.com/necho": "",
    "http://purl.org/echo/": "", "uri/of/echo/namespace#": "", "http://purl.org/pie/": "",
    "http://purl.org/atom/ns#": "", "http://www.w3.org/2005/atom": "",
    "http://purl.org/rss/1.0/modules/rss091#": "",
    "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://search.yahoo.com/mrss": "media", "http://search.yahoo.com/mrss/": "media",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://example.com/dtds/podcast-1.0.dtd": "itunes",
    "http://prismstandard.org/namespaces/1.2/basic/": "prism",
  ]

  private static let elements: [String: FeedElement] = [
    "channel": .feed, "feed": .feed, "rss": .other, "item": .entry, "entry": .entry,
    "author": .author, "dc:creator": .author, "dc:author": .author, "managingeditor": .author,
    "itunes:author": .author, "source": .source, "image": .image, "textinput": .image,
    "itunes:image": .passedOver,
    "title": .title, "dc:title": .title, "media:title": .mediaTitle, "link": .link,
    "guid": .identifier, "id": .identifier, "description": .description,
    "dc:description": .description, "abstract": .description, "media:description": .description,
    "summary": .summary, "itunes:summary": .summary, "content": .content, "body": .content,
    "xhtml:body": .content, "content:encoded": .content, "fullitem": .content,
    "published": .published, "issued": .published, "pubdate": .published,
    "dcterms:issued": .published, "updated": .updated, "modified": .updated, "dc:date": .updated,
    "lastbuilddate": .updated, "dcterms:modified": .updated, "created": .created,
    "dcterms:created": .created, "name": .name, "email": .mail, "category": .category,
    "dc:subject": .category, "language": .language, "dc:language": .language,
    "dc:publisher": .publisher, "tagline": .passedOver, "subtitle": .passedOver,
    "rights": .passedOver, "copyright": .passedOver, "dc:rights": .passedOver,
    "info": .passedOver, "generator": .passedOver, "comments": .passedOver,
    "url": .passedOver, "uri": .passedOver, "homepage": .passedOver, "wfw:comment": .passedOver,
    "contributor": .image, "dc:contributor": .passedOver,
  ]
}
