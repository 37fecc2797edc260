/// One article, read, cleaned and understood: what the browser shows and the export writes.
public struct Article: Hashable, Sendable {
  /// The hash of the article's own words.
  public var id: ArticleID
  /// The path as the user gave it.
  public var file: String
  /// The article's index inside its file, from 0.
  public var item: Int
  /// The decoded text that all spans point into.
  public var source: SourceText
  /// The headline.
  public var title: Headline
  /// The lines between headline and body that sum the article up.
  public var standfirst: [TextSpan]
  /// The news agency or publisher, such as `TASS`.
  public var agency: String?
  /// The authors as the byline names them.
  public var authors: [String]
  /// Where the article was published on the web.
  public var url: String?
  /// The section, such as `World`.
  public var section: String?
  /// The language as a BCP 47 tag.
  public var language: String?
  /// Place and date at the head of the first paragraph.
  public var dateline: Dateline?
  /// When the article was published, where the text determines it.
  public var published: PublicationDate?
  /// The paragraphs that were kept, in order (the standfirst is not among them).
  public var body: [TextSpan]
  /// What each paragraph is, one for each of `body`; empty where all are plain paragraphs.
  public var kinds: [BlockKind] = []
  /// Links in the text, in order.
  public var links: [PageLink] = []
  /// What cleaning left out, in order.
  public var removed: [Removal]
  /// The people, most prominent first.
  public var people: [Person]
  /// Organisations that are named.
  public var organisations: [Organisation]
  /// The quotes in the order of the text.
  public var quotes: [Quote]

  /// An article of the given parts.
  public init(
    id: ArticleID, file: String, item: Int, source: SourceText, title: Headline,
    standfirst: [TextSpan] = [], agency: String? = nil, authors: [String] = [],
    url: String? = nil, section: String? = nil, language: String? = nil,
    dateline: Dateline? = nil, published: PublicationDate? = nil, body: [TextSpan] = [],
    removed: [Removal] = [], people: [Person] = [], organisations: [Organisation] = [],
    quotes: [Quote] = []
  ) {
    self.id = id
    self.file = file
    self.item = item
    self.source = source
    self.title = title
    self.standfirst = standfirst
    self.agency = agency
    self.authors = authors
    self.url = url
    self.section = section
    self.language = language
    self.dateline = dateline
    self.published = published
    self.body = body
    self.removed = removed
    self.people = people
    self.organisations = organisations
    self.quotes = quotes
  }

  /// The words of a span.
  public subscript(span: TextSpan) -> String { source[span] }
}

/// A headline, as it stands or made from the lede.
public struct Headline: Hashable, Sendable {
  /// Where a headline comes from.
  public enum Basis: String, Hashable, Sendable {
    /// The text has one.
    case stated
    /// Made from the lede, since every row of a list needs one.
    case derived
  }
  /// The words.
  public var text: String
  /// Where they stand; nil where metadata gave them.
  public var span: TextSpan?
  /// Stated or derived.
  public var basis: Basis

  /// A headline.
  public init(text: String, span: TextSpan?, basis: Basis) {
    self.text = text
    self.span = span
    self.basis = basis
  }
}

/// Place, and where stated the date, at the head of the first paragraph.
public struct Dateline: Hashable, Sendable {
  /// The whole dateline with agency and dash; the lede starts behind it.
  public var span: TextSpan
  /// The place, as it stands: `WASHINGTON`.
  public var place: TextSpan
  /// The date, as it stands: `September 14`.
  public var date: TextSpan?

  /// A dateline.
  public init(span: TextSpan, place: TextSpan, date: TextSpan?) {
    self.span = span
    self.place = place
    self.date = date
  }
}

/// Why cleaning left words out.
public enum RemovalReason: String, Hashable, Sendable, CaseIterable {
  case navigation, caption, credit, teaser, timestamp, comments, `repeat`, other
}

/// Words that cleaning left out, with the reason.
public struct Removal: Hashable, Sendable {
  /// Where they stand; always whole lines or the rest of one.
  public var span: TextSpan
  /// Why they are not part of the article.
  public var reason: RemovalReason

  /// A removal.
  public init(span: TextSpan, reason: RemovalReason) {
    self.span = span
    self.reason = reason
  }
}
