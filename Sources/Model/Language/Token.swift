/// One word, number or mark of the text.
struct Token: Hashable, Sendable {
  /// UTF-8 offsets into the page.
  var start: Int32
  var end: Int32
  /// FNV-1a of the small letters; apostrophes count as `'`.
  var hash: UInt32
  /// What kinds of word it can be.
  var classes: WordClass
  /// What it looks like.
  var shape: Shape
  /// The mark that belongs to a quotation mark, as an index; -1 where there is none.
  var partner: Int32 = -1

  /// What a token looks like.
  struct Shape: OptionSet, Hashable, Sendable {
    let rawValue: UInt16
    static let word = Shape(rawValue: 1)
    /// Begins with a capital.
    static let capital = Shape(rawValue: 2)
    /// Two letters or more, all capitals.
    static let allCapitals = Shape(rawValue: 4)
    static let digits = Shape(rawValue: 8)
    /// A single capital with a full stop: `W.`
    static let initial = Shape(rawValue: 16)
    /// The `'s` or `'` behind an owner.
    static let possessiveMark = Shape(rawValue: 32)
    static let quoteMark = Shape(rawValue: 64)
    static let opens = Shape(rawValue: 128)
    static let closes = Shape(rawValue: 256)
    /// A comma, full stop, colon or other mark.
    static let mark = Shape(rawValue: 512)
    static let startsSentence = Shape(rawValue: 1024)
    static let afterSpace = Shape(rawValue: 2048)
    /// Stands inside quotation marks.
    static let quoted = Shape(rawValue: 4096)
    /// Ends in a full stop that belongs to it: `Mr.`
    static let abbreviation = Shape(rawValue: 8192)
    /// A single quotation mark, or a mark inside another quotation.
    static let single = Shape(rawValue: 16384)
  }

  /// Where the token stands.
  var span: TextSpan { TextSpan(Int(start), Int(end)) }

  @inline(__always)
  func has(_ wanted: WordClass) -> Bool { !classes.isDisjoint(with: wanted) }

  @inline(__always)
  func isA(_ wanted: Shape) -> Bool { !shape.isDisjoint(with: wanted) }
}
