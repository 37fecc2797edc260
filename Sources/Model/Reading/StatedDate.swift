/// Dates as metadata states them: ISO 8601, mail, feeds, HTTP, seconds since 1970.
enum StatedDate {
  /// The date that a text states, with its time and zone where they stand there; nil where it is none.
  static func date(_ text: some StringProtocol) -> ArticleDate? {
    let digits = text.utf8.prefix(10).split(separator: UInt8(ascii: "-"))
    guard digits.count == 3 else { return nil }
    let numbers = digits.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 3 else { return nil }
    return ArticleDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }
}
