/// What a format tells about the parts of a page, where it tells any: HTML elements, for example.
public struct PageStructure: Hashable, Sendable {
  /// The headline, where it stands in the text.
  public var title: TextSpan?
  /// The parts of the text in order, none overlapping another; together they hold all its words but
  /// the headline.
  public var blocks: [PageBlock]
  /// Links inside the blocks, in order.
  public var links: [PageLink]

  /// A structure.
  public init(title: TextSpan? = nil, blocks: [PageBlock] = [], links: [PageLink] = []) {
    self.title = title
    self.blocks = blocks
    self.links = links
  }
}

/// One paragraph, heading, item or row of a page.
public struct PageBlock: Hashable, Sendable {
  /// Where it stands.
  public var span: TextSpan
  /// What it is.
  public var kind: BlockKind
  /// Why it is not part of the article; nil where it is.
  public var removal: RemovalReason?

  /// A block.
  public init(span: TextSpan, kind: BlockKind = .paragraph, removal: RemovalReason? = nil) {
    self.span = span
    self.kind = kind
    self.removal = removal
  }
}

/// What a paragraph is, for the reader.
public enum BlockKind: Hashable, Sendable {
  case paragraph
  /// A heading inside the article, 1 to 6.
  case heading(level: Int)
  /// An item of a list: how deep it lies, from 0, and its number where the list is numbered.
  case listItem(depth: Int, number: Int?)
  case blockQuote
  /// A row of a table; its cells are apart by tabs.
  case tableRow
  /// Lines that keep their breaks.
  case preformatted
  /// Lines between headline and text that sum the article up.
  case standfirst
}

/// A link: the words that carry it and where it leads.
public struct PageLink: Hashable, Sendable {
  /// The words.
  public var span: TextSpan
  /// The address as it stands in the page, made absolute where the page's own address is known.
  public var url: String

  /// A link.
  public init(span: TextSpan, url: String) {
    self.span = span
    self.url = url
  }
}
