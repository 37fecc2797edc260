/// What Tab can finish in a filter that is being typed.
public struct QueryCompletion: Hashable, Sendable {
  /// The field whose value is begun; nil for the name of a field.
  public var field: QueryPrefix?
  /// What is typed of it.
  public var begun: String
  /// The characters that an offer takes the place of.
  public var range: Range<Int>

  /// What stands before the caret; nil between terms.
  /// - Parameters:
  ///   - text: the whole filter.
  ///   - caret: from 0 to the number of characters.
  public init?(_ text: [Character], caret: Int) {
    let caret = max(0, min(caret, text.count))
    var start = caret
    // A quotation mark that is open before the caret holds blanks.
    let open = Self.openMark(in: text[..<caret])
    if let open { start = open }
    while start > 0, !text[start - 1].isWhitespace, !"(!-".contains(text[start - 1]) { start -= 1 }
    let term = text[start..<caret]
    if let colon = term.firstIndex(of: ":"),
      let field = QueryPrefix(rawValue: String(term[..<colon]).lowercased())
    {
      let value = term[(colon + 1)...]
      begun = String(value.drop { Self.isMark($0) })
      self.field = field
      range = colon + 1..<caret
    } else {
      guard open == nil, term.allSatisfy({ $0.isLetter && $0.isASCII }), !term.isEmpty else {
        return nil
      }
      begun = String(term).lowercased()
      field = nil
      range = start..<caret
    }
  }

  /// What is begun and is no part of a filter; offers are written as they are.
  public init(begun: String, range: Range<Int>) {
    self.begun = begun
    self.range = range
  }

  /// The names of fields that begin so.
  public var fields: [String] {
    guard field == nil else { return [] }
    return QueryPrefix.allCases.map(\.rawValue).filter { $0.hasPrefix(begun) }.map { $0 + ":" }
  }

  /// An offer as it is written into the filter: in quotation marks where it holds several words.
  public func written(_ offer: String) -> String {
    guard field != nil else { return offer }
    let isOneWord = offer.allSatisfy { !$0.isWhitespace && !Self.isMark($0) && !"()".contains($0) }
    return isOneWord ? offer : "\"" + offer.filter { !Self.isMark($0) } + "\""
  }

  private static func isMark(_ character: Character) -> Bool {
    character == "\"" || character == "“" || character == "”"
  }

  /// The mark that opens a phrase which is not closed.
  private static func openMark(in text: ArraySlice<Character>) -> Int? {
    var open: Int?
    for index in text.indices where isMark(text[index]) { open = open == nil ? index : nil }
    return open
  }
}
