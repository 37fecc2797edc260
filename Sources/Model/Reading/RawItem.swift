/// The bytes of one thing inside a file: the file itself, a line of JSON Lines, a member of an
/// archive, a message, a record of a crawl. Cheap to cut out; understood later, on any core.
public struct RawItem: Sendable {
  /// The file as the user knows it; a member of an archive behind a slash: `news.zip/a/b.html`.
  public var file: String
  /// The index inside that file, from 0.
  public var item: Int
  /// What it holds.
  public var bytes: [UInt8]
  /// The line of the file on which the bytes begin, from 1.
  public var firstLine: Int
  /// What the container says about it.
  public var hints: ItemHints
  /// Where it stands among many of its file, for what is wrong with it alone.
  public var place: Finding.Place?

  /// An item.
  public init(
    file: String, item: Int = 0, bytes: [UInt8], firstLine: Int = 1, hints: ItemHints = .init()
  ) {
    self.file = file
    self.item = item
    self.bytes = bytes
    self.firstLine = firstLine
    self.hints = hints
  }

  /// An error about this item's file.
  func error(_ problem: Finding.Problem) -> ReadingError {
    ReadingError(path: file, problem: problem)
  }
}

/// What a container says about an item before it is looked into.
public struct ItemHints: Hashable, Sendable {
  /// The format, where the container fixes it: a line of a file of JSON Lines is JSON.
  public var format: ItemFormat?
  /// The character set, by its name on the web, as HTTP or MIME headers state it.
  public var charset: String?
  /// The address it was fetched from.
  public var url: String?
  /// The names of the fields, for a row of a table.
  public var fields: [String] = []
  /// What stands between the cells of such a row.
  public var delimiter: UInt8?

  /// Nothing is known.
  public init() {}
}

/// The formats that items come in.
public enum ItemFormat: String, Hashable, Sendable, CaseIterable {
  case plainText, markdown, html, json, tableRow, feed, mail, download, docx, pdf
}
