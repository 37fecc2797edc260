/// A calendar day of the proleptic Gregorian calendar, with a time where the text states one.
public struct ArticleDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year, such as 2018.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month, 1 to 31.
  public var day: Int
  /// Minutes after midnight, where a time is stated.
  public var minutes: Int?
  /// Minutes east of UTC, where a zone is stated.
  public var offsetMinutes: Int?

  /// A day, and where known a time; nil where the calendar has no such day.
  public init?(
    year: Int, month: Int, day: Int, minutes: Int? = nil, offsetMinutes: Int? = nil
  ) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.minutes = minutes
    self.offsetMinutes = offsetMinutes
  }

  /// The number of days of a month.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The weekday, 0 for Sunday to 6 for Saturday (Sakamoto's method).
  public var weekday: Int {
    let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let y = month < 3 ? year - 1 : year
    return (y + y / 4 - y / 100 + y / 400 + shift[month - 1] + day) % 7
  }

  /// ISO 8601: `2018-09-14`, or `2018-09-14T05:01+03:00` where a time is known.
  public var description: String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let digits = "\(year)"
    var text = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    text += "-\(two(month))-\(two(day))"
    guard let minutes else { return text }
    text += "T\(two(minutes / 60)):\(two(minutes % 60))"
    guard let offsetMinutes else { return text }
    if offsetMinutes == 0 { return text + "Z" }
    let size = abs(offsetMinutes)
    return text + (offsetMinutes < 0 ? "-" : "+") + "\(two(size / 60)):\(two(size % 60))"
  }

  /// The day alone, `2018-09-14`.
  public var dayDescription: String { String(description.prefix(10)) }

  /// Orders by day, then by time of day.
  public static func < (a: ArticleDate, b: ArticleDate) -> Bool {
    (a.year, a.month, a.day, a.minutes ?? -1) < (b.year, b.month, b.day, b.minutes ?? -1)
  }
}

/// How the publication date came to be known.
public enum DateBasis: String, Hashable, Sendable {
  /// The text says it in full.
  case stated
  /// The text determines it, though no line says it in full.
  case inferred
}

/// The date of publication with the reason for it.
public struct PublicationDate: Hashable, Sendable {
  /// The day, and the time where stated.
  public var date: ArticleDate
  /// Whether it stands in the text or follows from it.
  public var basis: DateBasis
  /// How it was inferred, as one sentence; nil where it is stated.
  public var note: String?
  /// The words it was read from.
  public var span: TextSpan?

  /// A date and how it is known.
  public init(date: ArticleDate, basis: DateBasis, note: String? = nil, span: TextSpan? = nil) {
    self.date = date
    self.basis = basis
    self.note = note
    self.span = span
  }
}
