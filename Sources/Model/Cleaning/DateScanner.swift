/// Reads dates and times that stand at an offset.
struct DateScanner {
  let bytes: [UInt8]

  /// A day as it stands in the text; the year may be missing.
  struct Day: Hashable {
    var year: Int?
    var month: Int
    var day: Int
    var span: TextSpan
  }

  /// A time of day as it stands in the text.
  struct Time: Hashable {
    var minutes: Int
    var offsetMinutes: Int?
    var span: TextSpan
  }

  /// `September 14`, `Sept. 14, 2018`, `14 September 2018`, `2018-09-14`, `14.09.2018`.
  func day(at start: Int, limit: Int) -> Day? {
    isoDay(at: start, limit: limit) ?? dottedDay(at: start, limit: limit) ?? monthFirst(
      at: start, limit: limit)
      ?? dayFirst(at: start, limit: limit)
  }

  /// `5:01 UTC+3`, `10.20 GMT`, `7 p.m. EDT`.
  func time(at start: Int, limit: Int) -> Time? {
    guard let hour = number(at: start, limit: limit, digits: 1...2), hour.value < 24 else {
      return nil
    }
    var at = hour.end
    var minutes = hour.value * 60
    var isTime = false
    if at + 2 < limit, bytes[at] == 0x3A || bytes[at] == 0x2E,
      let minute = number(at: at + 1, limit: limit, digits: 2...2), minute.value < 60
    {
      minutes += minute.value
      at = minute.end
      isTime = true
      if at + 2 < limit, bytes[at] == 0x3A,
        let second = number(at: at + 1, limit: limit, digits: 2...2), second.value < 60
      {
        at = second.end
      }
    }
    let gap = skipBlanks(at, limit)
    for (mark, shift) in [("a.m.", 0), ("p.m.", 720), ("am", 0), ("pm", 720)]
      as [(StaticString, Int)]
    where Bytes.starts(bytes, at: gap, with: mark) && hour.value <= 12 {
      minutes = minutes % 720 + shift
      at = gap + mark.utf8CodeUnitCount
      isTime = true
      break
    }
    guard isTime else { return nil }
    let zone = self.zone(at: skipBlanks(at, limit), limit: limit)
    return Time(
      minutes: minutes, offsetMinutes: zone?.offset, span: TextSpan(start, zone?.end ?? at))
  }

  /// Past blanks and commas.
  func skipBlanks(_ start: Int, _ limit: Int) -> Int {
    var at = start
    while at < limit, Bytes.isSpace(bytes[at]) { at += 1 }
    return at
  }

  private func isoDay(at start: Int, limit: Int) -> Day? {
    guard let year = number(at: start, limit: limit, digits: 4...4), year.end < limit else {
      return nil
    }
    let mark = bytes[year.end]
    guard mark == 0x2D || mark == 0x2F || mark == 0x2E,
      let month = number(at: year.end + 1, limit: limit, digits: 2...2), month.end < limit,
      bytes[month.end] == mark,
      let day = number(at: month.end + 1, limit: limit, digits: 2...2)
    else { return nil }
    return made(year.value, month.value, day.value, TextSpan(start, day.end))
  }

  /// `14.09.2018`; with slashes the order of day and month would be a guess.
  private func dottedDay(at start: Int, limit: Int) -> Day? {
    guard let day = number(at: start, limit: limit, digits: 1...2), day.end < limit,
      bytes[day.end] == 0x2E,
      let month = number(at: day.end + 1, limit: limit, digits: 1...2), month.end < limit,
      bytes[month.end] == 0x2E,
      let year = number(at: month.end + 1, limit: limit, digits: 4...4)
    else { return nil }
    return made(year.value, month.value, day.value, TextSpan(start, year.end))
  }

  private func monthFirst(at start: Int, limit: Int) -> Day? {
    guard let month = Months.month(at: start, in: bytes, limit: limit) else { return nil }
    let dayStart = skipBlanks(month.end, limit)
    guard dayStart > month.end, let day = number(at: dayStart, limit: limit, digits: 1...2) else {
      return nil
    }
    let dayEnd = ordinalEnd(day.end, limit: limit)
    var at = dayEnd
    if at < limit, bytes[at] == 0x2C { at += 1 }
    let yearStart = skipBlanks(at, limit)
    if yearStart > at, let year = number(at: yearStart, limit: limit, digits: 4...4),
      (1800...2100).contains(year.value)
    {
      return made(year.value, month.number, day.value, TextSpan(start, year.end))
    }
    return made(nil, month.number, day.value, TextSpan(start, dayEnd))
  }

  private func dayFirst(at start: Int, limit: Int) -> Day? {
    guard let day = number(at: start, limit: limit, digits: 1...2) else { return nil }
    let monthStart = skipBlanks(ordinalEnd(day.end, limit: limit), limit)
    guard monthStart > day.end,
      let month = Months.month(at: monthStart, in: bytes, limit: limit)
    else { return nil }
    var at = month.end
    if at < limit, bytes[at] == 0x2C { at += 1 }
    let yearStart = skipBlanks(at, limit)
    if yearStart > at, let year = number(at: yearStart, limit: limit, digits: 4...4),
      (1800...2100).contains(year.value)
    {
      return made(year.value, month.number, day.value, TextSpan(start, year.end))
    }
    return made(nil, month.number, day.value, TextSpan(start, month.end))
  }

  private func made(_ year: Int?, _ month: Int, _ day: Int, _ span: TextSpan) -> Day? {
    guard ArticleDate(year: year ?? 2000, month: month, day: day) != nil else { return nil }
    return Day(year: year, month: month, day: day, span: span)
  }

  private func ordinalEnd(_ at: Int, limit: Int) -> Int {
    for ending in ["st", "nd", "rd", "th"] as [StaticString]
    where Bytes.starts(bytes, at: at, with: ending) && at + 2 <= limit {
      return at + 2
    }
    return at
  }

  private func zone(at start: Int, limit: Int) -> (offset: Int, end: Int)? {
    for (name, hours) in Self.zones where Bytes.starts(bytes, at: start, with: name) {
      var end = start + name.utf8CodeUnitCount
      guard end <= limit else { continue }
      if end < limit, Bytes.isLetter(bytes[end]) { continue }
      var offset = hours * 60
      if end < limit, bytes[end] == 0x2B || bytes[end] == 0x2D,
        let shift = number(at: end + 1, limit: limit, digits: 1...2), shift.value <= 14
      {
        offset += (bytes[end] == 0x2D ? -60 : 60) * shift.value
        end = shift.end
      }
      return (offset, end)
    }
    return nil
  }

  private static let zones: [(StaticString, Int)] = [
    ("utc", 0), ("gmt", 0), ("msk", 3), ("edt", -4), ("est", -5), ("et", -5), ("cet", 1),
    ("cest", 2), ("bst", 1), ("pdt", -7), ("pst", -8), ("ist", 5),
  ]

  private func number(
    at start: Int, limit: Int, digits: ClosedRange<Int>
  ) -> (value: Int, end: Int)? {
    var at = start
    var value = 0
    while at < limit, at - start < digits.upperBound, Bytes.isDigit(bytes[at]) {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    guard digits.contains(at - start), at >= limit || !Bytes.isDigit(bytes[at]) else { return nil }
    return (value, at)
  }
}

/// Names of months and weekdays.
enum Months {
  private static let months: [(StaticString, Int)] = [
    ("january", 1), ("february", 2), ("march", 3), ("april", 4), ("may", 5), ("june", 6),
    ("july", 7), ("august", 8), ("september", 9), ("october", 10), ("november", 11),
    ("december", 12), ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7),
    ("aug", 8), ("sept", 9), ("sep", 9), ("oct", 10), ("nov", 11), ("dec", 12),
  ]

  private static let weekdays: [(StaticString, Int)] = [
    ("sunday", 0), ("monday", 1), ("tuesday", 2), ("wednesday", 3), ("thursday", 4),
    ("friday", 5), ("saturday", 6),
  ]

  /// The month whose name or abbreviation stands at an offset, with the end of the word.
  static func month(
    at start: Int, in bytes: [UInt8], limit: Int
  ) -> (number: Int, end: Int)? {
    if start < limit, bytes[start] == 0xD0 || bytes[start] == 0xD1 {
      let (word, end) = Letters.word(bytes, at: start, limit: limit)
      guard let number = CalendarWords.month(word) else { return nil }
      let isAbbreviated = end < limit && bytes[end] == 0x2E && word.count <= 8
      return (number, isAbbreviated ? end + 1 : end)
    }
    guard start < limit, Bytes.isUpper(bytes[start]),
      start == 0 || !Bytes.isLetter(bytes[start - 1]),
      let (number, end) = find(months, at: start, in: bytes, limit: limit)
    else { return nil }
    let isAbbreviated = end < limit && bytes[end] == 0x2E && end - start <= 4
    return (number, isAbbreviated ? end + 1 : end)
  }

  /// The weekday whose name stands at an offset, 0 for Sunday.
  static func weekday(at start: Int, in bytes: [UInt8], limit: Int) -> Int? {
    if start < limit, bytes[start] == 0xD0 || bytes[start] == 0xD1 {
      let (word, _) = Letters.word(bytes, at: start, limit: limit)
      // Abbreviations are words of their own.
      return word.count > 8 ? CalendarWords.weekday(word) : nil
    }
    guard start < limit, Bytes.isUpper(bytes[start]) else { return nil }
    return find(weekdays, at: start, in: bytes, limit: limit)?.0
  }

  private static func find(
    _ names: [(StaticString, Int)], at start: Int, in bytes: [UInt8], limit: Int
  ) -> (Int, Int)? {
    for (name, number) in names where Bytes.starts(bytes, at: start, with: name) {
      let end = start + name.utf8CodeUnitCount
      if end <= limit, end == limit || !Bytes.isLetter(bytes[end]) { return (number, end) }
    }
    return nil
  }

  /// The English name of a weekday, 0 for Sunday.
  static func weekdayName(_ weekday: Int) -> String {
    let name = weekdays[weekday].0.description
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}
