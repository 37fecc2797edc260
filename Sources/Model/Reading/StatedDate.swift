/// Dates as metadata states them: ISO 8601, mail, feeds, HTTP, seconds since 1970, and as people
/// write them in a dozen languages.
enum StatedDate {
  /// The date that a text states, with its time and zone where they stand there; nil where it is
  /// none, where it has no day (`2018-09`), and where day and month could change places (`3/4/2018`).
  static func date(_ text: some StringProtocol) -> ArticleDate? {
    let bytes = Array(text.utf8.prefix(200))
    if let date = numeric(bytes) { return date }
    var reader = DateTokenReader(bytes)
    return reader.date()
  }

  /// Digits alone: a day, a day with a time, or time since 1970.
  private static func numeric(_ bytes: [UInt8]) -> ArticleDate? {
    var digits: [Int] = []
    var isFraction = false
    for byte in bytes {
      if Bytes.isSpace(byte) { continue }
      if byte == 0x2E, digits.count >= 9 {
        isFraction = true
      } else {
        guard Bytes.isDigit(byte) else { return nil }
        if !isFraction { digits.append(Int(byte - 0x30)) }
      }
    }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    switch digits.count {
    case 8: return ArticleDate(year: number(0..<4), month: number(4..<6), day: number(6..<8))
    case 12, 14:
      guard
        let day = ArticleDate(year: number(0..<4), month: number(4..<6), day: number(6..<8)),
        number(8..<10) < 24, number(10..<12) < 60
      else { return digits.count == 12 ? seconds(number(0..<12) / 1000) : nil }
      return ArticleDate(
        year: day.year, month: day.month, day: day.day,
        minutes: number(8..<10) * 60 + number(10..<12))
    case 9, 10, 11: return seconds(number(0..<digits.count))
    case 13: return seconds(number(0..<13) / 1000)
    case 16: return seconds(number(0..<16) / 1_000_000)
    case 19: return seconds(number(0..<10))
    default: return nil
    }
  }

  /// The date of a number of seconds since 1970, in UTC (Hinnant's days-to-civil).
  static func seconds(_ seconds: Int) -> ArticleDate? {
    let days = seconds / 86_400 + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    return ArticleDate(
      year: year + era * 400 + (month >= 10 ? 1 : 0), month: month < 10 ? month + 3 : month - 9,
      day: dayOfYear - (153 * month + 2) / 5 + 1, minutes: seconds % 86_400 / 60, offsetMinutes: 0)
  }
}
