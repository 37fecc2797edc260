/// Works out when an article was published from what its text says.
///
/// A date that a line states in full is taken. A dateline's day gets its year from a stated
/// timestamp, or from the weekday that the lede names: counting from the latest year that the text
/// speaks of, the first year (of five) in which that day fell on that weekday. Else it is unknown.
struct PublicationDating {
  let bytes: [UInt8]
  let timestamps: [PlainTextCleaner.Timestamp]
  let datelineDay: DateScanner.Day?
  let body: [TextSpan]

  func date() -> PublicationDate? { stated() ?? inferred() }

  private func stated() -> PublicationDate? {
    let days = timestamps.map(\.day) + (datelineDay.map { [$0] } ?? [])
    guard let full = days.first(where: { $0.year != nil }), let year = full.year,
      var date = ArticleDate(year: year, month: full.month, day: full.day)
    else { return nil }
    let time = timestamps.first {
      $0.time != nil && $0.day.month == full.month && $0.day.day == full.day
    }?.time
    date.minutes = time?.minutes
    date.offsetMinutes = time?.offsetMinutes
    return PublicationDate(date: date, basis: .stated, span: full.span)
  }

  private func inferred() -> PublicationDate? {
    guard let day = datelineDay ?? timestamps.first?.day, let lede = body.first,
      let weekday = firstWeekday(in: lede), let latest = latestYear()
    else { return nil }
    for year in latest..<latest + 5 {
      guard let date = ArticleDate(year: year, month: day.month, day: day.day),
        date.weekday == weekday
      else { continue }
      let name = Months.weekdayName(weekday)
      return PublicationDate(
        date: date, basis: .inferred,
        note: "the text names the day and \(name); from \(latest), the latest year it speaks of, "
          + "the first such \(name) is in \(year)",
        span: day.span)
    }
    return nil
  }

  /// The weekday of the lede's `on Tuesday`, 0 for Sunday.
  private func firstWeekday(in paragraph: TextSpan) -> Int? {
    var previousIsOn = false
    var at = paragraph.start
    while at < paragraph.end {
      guard Bytes.isWord(bytes[at]) else {
        at += 1
        continue
      }
      if previousIsOn, let day = Months.weekday(at: at, in: bytes, limit: paragraph.end) {
        return day
      }
      var end = at
      while end < paragraph.end, Bytes.isWord(bytes[end]), bytes[end] != 0xE2 { end += 1 }
      if end == at { end = at + 3 }
      previousIsOn =
        end - at == 2 && Bytes.starts(bytes, at: at, with: "on")
        || end - at <= 4 && Self.russianOn.contains(Array(bytes[at..<min(end, paragraph.end)]))
      at = end
    }
    return nil
  }

  /// `в пятницу`, `во вторник`.
  private static let russianOn = Set(["в", "В", "во", "Во"].map { Array($0.utf8) })

  /// The latest year that the body speaks of as past: not one behind `by`, `until` or `before`.
  private func latestYear() -> Int? {
    var latest: Int?
    for paragraph in body {
      var previous: (start: Int, end: Int) = (0, 0)
      var at = paragraph.start
      while at < paragraph.end {
        guard Bytes.isWord(bytes[at]) else {
          at += 1
          continue
        }
        var end = at
        while end < paragraph.end, Bytes.isWord(bytes[end]) { end += 1 }
        if end - at == 4, let year = year(at), !isFuture(previous) {
          latest = max(latest ?? year, year)
        }
        previous = (at, end)
        at = end
      }
    }
    return latest
  }

  private func year(_ at: Int) -> Int? {
    var value = 0
    for byte in bytes[at..<at + 4] {
      guard Bytes.isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return (1900...2100).contains(value) ? value : nil
  }

  private func isFuture(_ word: (start: Int, end: Int)) -> Bool {
    ["by", "until", "till", "before", "through"].contains { (future: StaticString) in
      future.utf8CodeUnitCount == word.end - word.start
        && Bytes.starts(bytes, at: word.start, with: future)
    }
  }
}
