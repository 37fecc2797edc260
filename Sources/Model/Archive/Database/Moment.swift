/// Date and time as one number that grows with both; 0 for none.
enum Moment {
  private static let minutes = 24 * 60 + 1
  /// From 0001-01-01 to 1970-01-01.
  private static let epoch = 719_163

  /// The number of a date; a day without a time comes before all its minutes.
  static func number(_ date: ArticleDate?) -> Int {
    guard let date else { return 0 }
    return (date.dayNumber + epoch) * minutes + (date.minutes ?? -1) + 1
  }

  /// The day of a number, counted from 0001-01-01; 0 for none.
  static func day(_ number: Int) -> Int { number / minutes }

  /// The numbers of the days of a range.
  static func numbers(_ days: DayRange) -> Range<Int> {
    let limit = 1 << 39
    let first = days.first.map { max(1, ($0 + epoch) * minutes) } ?? 1
    let last = days.last.map { min(limit, ($0 + epoch + 1) * minutes - 1) } ?? limit
    return first..<max(first, last + 1)
  }

  /// The date of a number, without its zone.
  static func date(_ number: Int) -> ArticleDate? {
    guard number > 0 else { return nil }
    let minute = number % minutes
    guard var date = ArticleDate(dayNumber: number / minutes - epoch) else { return nil }
    date.minutes = minute == 0 ? nil : minute - 1
    return date
  }
}

extension ArticleDate {
  /// The date of a number of days since 1970-01-01 (Howard Hinnant, civil_from_days).
  public init?(dayNumber: Int) {
    guard abs(dayNumber) < 4_000_000 else { return nil }
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
