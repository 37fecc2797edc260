/// The decoded text of one page with what its format tells about it.
public struct SourcePage: Sendable {
  /// The path as the user knows it.
  public var file: String
  /// The index of the page inside its file, from 0.
  public var item: Int
  /// The decoded text.
  public var text: SourceText
  /// What the format states beside the text: an empty value for plain text.
  public var metadata: PageMetadata
  /// The parts of the text, where the format tells them apart; nil for plain text.
  public var structure: PageStructure?

  /// A page.
  public init(
    file: String, item: Int = 0, text: SourceText, metadata: PageMetadata = .init(),
    structure: PageStructure? = nil
  ) {
    self.file = file
    self.item = item
    self.text = text
    self.metadata = metadata
    self.structure = structure
  }
}

/// What a format states beside the text; the cleaner prefers it to its own reading.
public struct PageMetadata: Hashable, Sendable {
  /// The headline.
  public var title: String?
  /// The publisher or agency.
  public var agency: String?
  /// The authors.
  public var authors: [String] = []
  /// The address on the web.
  public var url: String?
  /// The section.
  public var section: String?
  /// The language as a BCP 47 tag.
  public var language: String?
  /// When it was published.
  public var published: ArticleDate?

  /// Nothing is stated.
  public init() {}
}
