/// What the values of fields mean: dates, names, languages.
enum FieldMeanings {
  /// A date in words, or seconds or milliseconds since 1970.
  static func date(_ bytes: [UInt8]) -> ArticleDate? {
    let text = trimmed(bytes)
    if let date = StatedDate.date(text) { return date }
    let digits = text.split(separator: ".", maxSplits: 1).first ?? ""
    guard let number = Int(digits) else { return nil }
    if digits.utf8.count == 8, let date = day(number) { return date }
    // Seconds from 1973 to 5138, or milliseconds, microseconds and nanoseconds of such.
    var seconds = number
    while seconds >= 100_000_000_000 { seconds /= 1_000 }
    return seconds >= 100_000_000 ? epoch(seconds) : nil
  }

  /// `20180914`.
  private static func day(_ number: Int) -> ArticleDate? {
    guard (1700_00_00...2200_00_00).contains(number) else { return nil }
    return ArticleDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// The civil date of seconds since 1970, in UTC (Howard Hinnant's `civil_from_days`).
  static func epoch(_ seconds: Int) -> ArticleDate? {
    guard (0...253_402_300_799).contains(seconds) else { return nil }
    let days = seconds / 86_400 + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return ArticleDate(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1, minutes: seconds % 86_400 / 60, offsetMinutes: 0
    )
  }

  /// The names of a byline: `By Jane Doe and John Roe`, `Jane Doe; John Roe`.
  static func names(_ bytes: [UInt8]) -> [String] {
    var text = trimmed(bytes)[...]
    for lead in ["By ", "by ", "BY "] where text.hasPrefix(lead) { text = text.dropFirst(3) }
    // A list that a table holds as words: ['Jane Doe', 'John Roe'].
    if text.hasPrefix("["), text.hasSuffix("]") { text = text.dropFirst().dropLast() }
    let separators: [Character] = text.contains(";") || text.contains("|") ? [";", "|"] : [","]
    var parts = text.split(whereSeparator: separators.contains)
    // `Doe, Jane` is one name.
    if parts.count == 2, !parts.contains(where: { $0.split(separator: " ").count > 1 }) {
      parts = [text]
    }
    return parts.flatMap { part in
      part.split(separator: " ").split(separator: "and").map { $0.joined(separator: " ") }
    }
    .map {
      String($0.drop { "'\"".contains($0) }.reversed().drop { "'\"".contains($0) }.reversed())
    }
    .filter { !$0.isEmpty && $0.utf8.count <= 200 && !isNothing($0) }
  }

  /// A language tag; the English name of a common language is taken for its tag.
  static func language(_ bytes: [UInt8]) -> String? {
    let text = trimmed(bytes)
    let first = text.split(whereSeparator: { $0 == "-" || $0 == "_" }).first ?? ""
    if (2...3).contains(first.utf8.count), text.utf8.count <= 12,
      first.utf8.allSatisfy(Bytes.isLetter)
    {
      return text.split(separator: "_").joined(separator: "-")
    }
    return tags[text.lowercased()]
  }

  private static let tags = [
    "english": "en", "russian": "ru", "german": "de", "french": "fr", "spanish": "es",
    "italian": "it", "portuguese": "pt", "ukrainian": "uk", "chinese": "zh", "japanese": "ja",
    "arabic": "ar", "dutch": "nl", "polish": "pl", "turkish": "tr", "swedish": "sv",
  ]

  /// A short text on one line; nil for an empty one and for what stands for nothing.
  static func line(_ bytes: [UInt8], limit: Int) -> String? {
    let text = trimmed(bytes)
    guard !text.isEmpty, text.utf8.count <= limit, !isNothing(text) else { return nil }
    return text
  }

  /// What tables write where they know nothing.
  private static func isNothing(_ text: String) -> Bool {
    ["nan", "none", "null", "n/a", "na", "-", "unknown"].contains(text.lowercased())
  }

  private static func trimmed(_ bytes: [UInt8]) -> String {
    let span = Bytes.trimmed(TextSpan(0, bytes.count), in: bytes)
    return String(decoding: bytes[span.range], as: UTF8.self)
  }
}
