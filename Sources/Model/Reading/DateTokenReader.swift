/// Reads a date from the words, numbers and marks of a short text.
struct DateTokenReader {
  private enum Token: Hashable {
    case number(value: Int, digits: Int)
    /// A folded word.
    case word([UInt8])
    case mark(UInt8)
    case blank
  }

  private typealias Day = (year: Int, month: Int, day: Int)
  private typealias Time = (minutes: Int?, offset: Int?)

  private var tokens: [Token] = []
  private var at = 0

  init(_ bytes: [UInt8]) {
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      let start = i
      if Bytes.isDigit(byte) {
        var value = 0
        while i < bytes.count, Bytes.isDigit(bytes[i]) {
          value = min(value, 1 << 40) * 10 + Int(bytes[i] - 0x30)
          i += 1
        }
        tokens.append(.number(value: value, digits: i - start))
      } else if let mark = Self.wideMark(bytes, i) {
        tokens.append(mark == 0x20 ? .blank : .mark(mark))
        i += mark == 0x20 ? 2 : 3
      } else if Bytes.isLetter(byte) || byte >= 0x80 {
        while i < bytes.count, Bytes.isLetter(bytes[i]) || bytes[i] >= 0x80,
          Self.wideMark(bytes, i) == nil
        { i += 1 }
        let words = Folding.words(of: String(decoding: bytes[start..<i], as: UTF8.self))
        for word in words { tokens.append(.word(word)) }
      } else {
        if Bytes.isSpace(byte) {
          if tokens.last != .blank { tokens.append(.blank) }
        } else {
          tokens.append(.mark(byte))
        }
        i += 1
      }
    }
    while tokens.last == .blank { tokens.removeLast() }
  }

  /// No-break blanks and dashes of Unicode as their brothers in ASCII.
  private static func wideMark(_ bytes: [UInt8], _ i: Int) -> UInt8? {
    if i + 1 < bytes.count, bytes[i] == 0xC2, bytes[i + 1] == 0xA0 { return 0x20 }
    guard i + 2 < bytes.count, bytes[i] == 0xE2 else { return nil }
    let isDash =
      bytes[i + 1] == 0x80 && (0x90...0x95).contains(bytes[i + 2])
      || bytes[i + 1] == 0x88 && bytes[i + 2] == 0x92
    return isDash ? 0x2D : nil
  }

  /// So many words may stand before the date: `Last updated on`.
  private static let leadLimit = 5

  mutating func date() -> ArticleDate? {
    var leads = 0
    while at < tokens.count {
      switch tokens[at] {
      case .blank, .mark: at += 1
      case .word(let word):
        if let day = monthFirst() { return made(day, Self.noTime) }
        if CalendarWords.weekday(word) == nil {
          leads += 1
          if leads > Self.leadLimit { return nil }
        }
        at += 1
      case .number:
        let start = at
        if let time = time(), time.minutes != nil {
          skipMarks()
          guard let day = day() else { return nil }
          return made(day, time)
        }
        at = start
        guard let day = day() else { return nil }
        return made(day, Self.noTime)
      }
    }
    return nil
  }

  private static let noTime: Time = (nil, nil)

  /// The day with the time that stands before it, or else behind it.
  private mutating func made(_ day: Day, _ before: Time) -> ArticleDate? {
    guard var date = ArticleDate(year: day.year, month: day.month, day: day.day) else { return nil }
    var time = before
    if time.minutes == nil { time = timeBehind() }
    date.minutes = time.minutes
    date.offsetMinutes = time.minutes == nil ? nil : time.offset
    return date
  }

  // MARK: Days

  private mutating func day() -> Day? {
    guard case .number(let first, let digits) = token(0) else { return nil }
    if digits == 4 { return yearFirst(first) }
    if digits == 8, isWord(1, "t") || token(1) == .blank || token(1) == nil {
      at += 1
      return (first / 10_000, first / 100 % 100, first % 100)
    }
    guard digits <= 2 else { return nil }
    if let day = dayFirst(first) { return day }
    // `14.09.2018`, `14-09-2018`, `14/09/2018`.
    guard case .mark(let mark) = token(1), mark == 0x2E || mark == 0x2D || mark == 0x2F,
      case .number(let second, let secondDigits) = token(2), secondDigits <= 2,
      token(3) == .mark(mark), case .number(var year, let yearDigits) = token(4),
      yearDigits == 4 || yearDigits == 2
    else { return nil }
    if yearDigits == 2 { year = Self.fullYear(year) }
    at += 5
    if mark == 0x2E || first > 12 || first == second { return (year, second, first) }
    return second > 12 ? (year, first, second) : nil
  }

  /// `2018-09-14`, `2018/9/14`, `2018. 9. 14`, `2018年9月14日`, `2018-257`, `2018 Sep 14`.
  private mutating func yearFirst(_ year: Int) -> Day? {
    if case .word = token(1), case .number(let month, _) = skippingBlank(2).token,
      case (let monthWord, let next) = skippingBlank(skippingBlank(2).next),
      case .word = monthWord, case .number(let day, _) = skippingBlank(next).token
    {
      guard isWord(1, "年") || isWord(1, "년") || isWord(1, "г") else { return nil }
      at += skippingBlank(next).next
      return (year, month, day)
    }
    if case .mark(let mark) = token(1), mark == 0x2D || mark == 0x2F || mark == 0x2E {
      let (second, next) = skippingBlank(2)
      guard case .number(let month, let digits) = second else {
        // `2018-Sep-14`.
        if case .word(let word) = second, let month = CalendarWords.month(word),
          token(next) == .mark(mark), case .number(let day, _) = token(next + 1)
        {
          at += next + 2
          return (year, month, day)
        }
        return nil
      }
      if digits == 3, mark == 0x2D {
        at += 3
        return Self.ordinal(year, month)
      }
      guard token(next) == .mark(mark), case .number(let day, _) = skippingBlank(next + 1).token
      else { return nil }
      at += skippingBlank(next + 1).next
      return (year, month, day)
    }
    if token(1) == .blank, case .word(let word) = token(2), let month = CalendarWords.month(word),
      case .number(let day, let digits) = skippingMarks(3).token, digits <= 2
    {
      at += skippingMarks(3).next
      return (year, month, day)
    }
    return nil
  }

  /// `14 September 2018`, `14-Sep-18`, `14. September 2018`, `14 de septiembre de 2018`, `14th Sept`.
  private mutating func dayFirst(_ day: Int) -> Day? {
    var (word, next) = skippingMarks(1)
    for ending in ["st", "nd", "rd", "th", "er", "го", "de", "of"]
    where word == .word(Array(ending.utf8)) {
      (word, next) = skippingMarks(next)
    }
    guard case .word(let name) = word, let month = CalendarWords.month(name) else { return nil }
    var (last, end) = skippingMarks(next)
    for between in ["de", "del", "of"] where last == .word(Array(between.utf8)) {
      (last, end) = skippingMarks(end)
    }
    guard case .number(let year, let digits) = last, digits == 4 || digits == 2,
      token(end) != .mark(0x3A)
    else { return nil }
    at += end
    return (digits == 2 ? Self.fullYear(year) : year, month, day)
  }

  /// `September 14, 2018`, `Sep 14 05:01:00 2018`, `Sep 14 05:01:00 EDT 2018`.
  private mutating func monthFirst() -> Day? {
    guard case .word(let name) = token(0), let month = CalendarWords.month(name) else { return nil }
    let (number, next) = skippingMarks(1)
    guard case .number(let day, let digits) = number, digits <= 2 else { return nil }
    var (last, end) = skippingMarks(next)
    for ending in ["st", "nd", "rd", "th"] where last == .word(Array(ending.utf8)) {
      (last, end) = skippingMarks(end)
    }
    if case .number(let year, 4) = last {
      at += end
      return (year, month, day)
    }
    // The year stands behind the time.
    let start = at
    at += next
    skipMarks()
    let timeStart = at
    guard time()?.minutes != nil else {
      at = start
      return nil
    }
    skipMarks()
    guard case .number(let year, 4) = token(0) else {
      at = start
      return nil
    }
    tokens.remove(at: at)
    at = timeStart
    return (year, month, day)
  }

  private static func ordinal(_ year: Int, _ number: Int) -> Day? {
    guard number >= 1, year >= 1 else { return nil }
    var rest = number
    for month in 1...12 {
      let days = ArticleDate.days(inMonth: month, of: year)
      if rest <= days { return (year, month, rest) }
      rest -= days
    }
    return nil
  }

  /// As RFC 2822 reads years of two digits.
  private static func fullYear(_ year: Int) -> Int { year + (year < 50 ? 2000 : 1900) }

  // MARK: Times

  private mutating func timeBehind() -> Time {
    var words = 0
    while at < tokens.count {
      switch token(0) {
      case .blank: at += 1
      case .mark(let mark) where mark != 0x2B && mark != 0x2D || token(1) == .blank: at += 1
      case .word(let word):
        if CalendarWords.weekday(word) == nil {
          words += 1
          if words > 3 { return Self.noTime }
        }
        if let half = Self.half(word), case .number = skippingBlank(1).token {
          at += 1
          skipMarks()
          guard var time = time(), let minutes = time.minutes else { return Self.noTime }
          time.minutes = minutes % 720 + half
          return time
        }
        at += 1
      case .number: return time() ?? Self.noTime
      default: return Self.noTime
      }
    }
    return Self.noTime
  }

  /// `05:01:00.250Z`, `5.01 p.m. EDT`, `050100+0300`, `7 p.m.`
  private mutating func time() -> Time? {
    guard case .number(let first, let digits) = token(0) else { return nil }
    var minutes: Int?
    var next = 1
    if digits <= 2, token(1) == .mark(0x3A), case .number(let minute, 2) = token(2) {
      minutes = first < 24 && minute < 60 ? first * 60 + minute : nil
      next = 3
      if token(next) == .mark(0x3A), case .number = token(next + 1) { next += 2 }
    } else if digits == 4 || digits == 6, at > 0, tokens[at - 1] == .word([0x74]) {
      let clock = digits == 4 ? first : first / 100
      minutes = clock / 100 < 24 && clock % 100 < 60 ? clock / 100 * 60 + clock % 100 : nil
    } else if digits == 2, at > 0, tokens[at - 1] == .word([0x74]) {
      minutes = first < 24 ? first * 60 : nil
    } else if digits <= 2, first <= 12, half(behind: 1) != nil {
      minutes = first * 60
    } else {
      return nil
    }
    if token(next) == .mark(0x2E) || token(next) == .mark(0x2C), case .number = token(next + 1) {
      next += 2
    }
    if let (half, end) = half(behind: next), let known = minutes, known < 780 {
      minutes = known % 720 + half
      next = end
    }
    at += next
    return (minutes, zone())
  }

  private static func half(_ word: [UInt8]) -> Int? {
    switch String(decoding: word, as: UTF8.self) {
    case "am", "오전", "上午", "午前": 0
    case "pm", "오후", "下午", "午後": 720
    default: nil
    }
  }

  /// `pm`, `p.m.`: the minutes to add, and the token behind it.
  private func half(behind offset: Int) -> (Int, Int)? {
    let (word, next) = skippingBlank(offset)
    guard case .word(let letters) = word else { return nil }
    if let half = Self.half(letters) { return (half, next) }
    guard letters == [0x61] || letters == [0x70], token(next) == .mark(0x2E),
      isWord(next + 1, "m")
    else { return nil }
    return (letters == [0x70] ? 720 : 0, token(next + 2) == .mark(0x2E) ? next + 3 : next + 2)
  }

  /// `Z`, `+03:00`, `-0700`, `EDT`, `GMT+3`, `Etc/GMT`; minutes east of UTC.
  private mutating func zone() -> Int? {
    var (first, next) = skippingBlank(0)
    while first == .mark(0x28) || first == .word(Array("etc".utf8)) || first == .mark(0x2F) {
      (first, next) = skippingBlank(next)
    }
    var named: Int?
    if case .word(let word) = first, let zone = CalendarWords.zone(word) {
      named = zone
      at += next
      (first, next) = (token(0), 1)
    }
    guard case .mark(let sign) = first, sign == 0x2B || sign == 0x2D,
      case .number(let value, let digits) = token(next), digits <= 4
    else { return named }
    var size = digits <= 2 ? value * 60 : value / 100 * 60 + value % 100
    at += next + 1
    if digits <= 2, token(0) == .mark(0x3A), case .number(let minutes, 2) = token(1) {
      size += minutes
      at += 2
    }
    guard size <= 15 * 60 else { return named }
    return (named ?? 0) + (sign == 0x2D ? -size : size)
  }

  // MARK: Tokens

  private func token(_ offset: Int) -> Token? {
    at + offset < tokens.count ? tokens[at + offset] : nil
  }

  private func isWord(_ offset: Int, _ word: String) -> Bool {
    token(offset) == .word(Array(word.utf8))
  }

  /// The token at an offset or behind a blank there, and the offset behind it.
  private func skippingBlank(_ offset: Int) -> (token: Token?, next: Int) {
    let start = token(offset) == .blank ? offset + 1 : offset
    return (token(start), start + 1)
  }

  /// The same, past blanks, commas, stops and hyphens.
  private func skippingMarks(_ offset: Int) -> (token: Token?, next: Int) {
    var start = offset
    while let token = token(start), isSkipped(token) { start += 1 }
    return (token(start), start + 1)
  }

  private func isSkipped(_ token: Token) -> Bool {
    [.blank, .mark(0x2C), .mark(0x2E), .mark(0x2D), .mark(0x2F)].contains(token)
  }

  private mutating func skipMarks() {
    while let token = token(0), isSkipped(token) || token == .mark(0x7C) { at += 1 }
  }
}
