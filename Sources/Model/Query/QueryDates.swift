import Glibc

extension ArticleDate {
  /// Days since 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant, days_from_civil).
  public var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Today where the program runs.
  public static var today: ArticleDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return ArticleDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? ArticleDate(year: 1970, month: 1, day: 1).unsafelyUnwrapped
  }
}

extension DayRange {
  /// The days that a word of the filter names: `2018`, `2018-09`, `2018-09-14`, `2016..2018`,
  /// `today`, `yesterday`, `3d`, `3w`, `3m`, `3y` (from so long ago until today).
  ///
  /// Nil where it names none.
  public init?(_ word: String, today: ArticleDate) {
    let now = today.dayNumber
    if let dots = word.firstRange(of: "..") {
      let (from, to) = (word[..<dots.lowerBound], word[dots.upperBound...])
      guard !from.isEmpty || !to.isEmpty else { return nil }
      var range = DayRange(first: nil, last: nil)
      if !from.isEmpty {
        guard let days = DayRange(String(from), today: today) else { return nil }
        range.first = days.first
      }
      if !to.isEmpty {
        guard let days = DayRange(String(to), today: today) else { return nil }
        range.last = days.last
      }
      self = range
      return
    }
    switch word {
    case "today":
      self.init(first: now, last: now)
      return
    case "yesterday":
      self.init(first: now - 1, last: now - 1)
      return
    default: break
    }
    if let unit = word.last, "dwmy".contains(unit), let count = Int(word.dropLast()),
      (0...9999).contains(count), word.first?.isNumber == true
    {
      guard let first = Self.day(count, unit, before: today) else { return nil }
      self.init(first: first, last: now)
      return
    }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == parts.count, (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ (1...2).contains($0.count) })
    else { return nil }
    let (year, month) = (numbers[0], numbers.count > 1 ? numbers[1] : nil)
    guard (1...12).contains(month ?? 1), (1...9999).contains(year) else { return nil }
    let last = ArticleDate.days(inMonth: month ?? 12, of: year)
    guard
      let from = ArticleDate(
        year: year, month: month ?? 1, day: numbers.count > 2 ? numbers[2] : 1),
      let to = ArticleDate(
        year: year, month: month ?? 12, day: numbers.count > 2 ? numbers[2] : last)
    else { return nil }
    self.init(first: from.dayNumber, last: to.dayNumber)
  }

  private static func day(_ count: Int, _ unit: Character, before today: ArticleDate) -> Int? {
    switch unit {
    case "d": return today.dayNumber - count
    case "w": return today.dayNumber - 7 * count
    default:
      let months = today.year * 12 + today.month - 1 - (unit == "y" ? 12 * count : count)
      let (year, month) = (months / 12, months % 12 + 1)
      guard year >= 1, month >= 1 else { return nil }
      let day = min(today.day, ArticleDate.days(inMonth: month, of: year))
      return ArticleDate(year: year, month: month, day: day)?.dayNumber
    }
  }
}
