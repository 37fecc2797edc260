/// A page with its parts told apart: what the article says, and what was left out and why.
public struct CleanText: Sendable {
  /// The page it was made from.
  public let page: SourcePage
  /// The headline, where the text has one.
  public internal(set) var title: TextSpan?
  /// Lines between headline and body that sum the article up.
  public internal(set) var standfirst: [TextSpan] = []
  /// The paragraphs of the article, in order.
  public internal(set) var body: [TextSpan] = []
  /// What each paragraph is, one for each of `body`; empty where all are plain paragraphs.
  public internal(set) var kinds: [BlockKind] = []
  /// What was left out, in order.
  public internal(set) var removed: [Removal] = []
  /// Place and date at the head of the first paragraph.
  public internal(set) var dateline: Dateline?
  /// Where the lede starts behind the dateline.
  public internal(set) var ledeStart: Int?
  /// The agency or publisher.
  public internal(set) var agency: String?
  /// The authors of the byline.
  public internal(set) var authors: [String] = []
  /// The section.
  public internal(set) var section: String?
  /// When the article was published.
  public internal(set) var published: PublicationDate?

  /// The decoded bytes.
  public var bytes: [UInt8] { page.text.bytes }

  /// Cleans a page by rules; nothing is rewritten, only left out.
  /// - Complexity: O(bytes).
  public init(
    cleaning page: SourcePage, by rules: CleaningRules = .english,
    repeats: RepeatedLines = .init()
  ) {
    self.page = page
    // A headline alone says nothing about the lines of the text.
    if let structure = page.structure, structure.title == nil || !structure.blocks.isEmpty {
      take(structure)
      return
    }
    var cleaner = PlainTextCleaner(page, rules, repeats: repeats)
    cleaner.clean()
    title = cleaner.title
    standfirst = cleaner.standfirst
    body = cleaner.body
    removed = cleaner.removed
    dateline = cleaner.dateline?.dateline
    ledeStart = cleaner.dateline?.end
    agency = page.metadata.agency ?? cleaner.agency
    authors = page.metadata.authors.isEmpty ? cleaner.authors : page.metadata.authors
    section = page.metadata.section ?? cleaner.section
    published =
      page.metadata.published.map { PublicationDate(date: $0, basis: .stated) }
      ?? PublicationDating(
        bytes: page.text.bytes, timestamps: cleaner.timestamps,
        datelineDay: cleaner.dateline?.day, body: cleaner.body
      ).date()
  }
}
