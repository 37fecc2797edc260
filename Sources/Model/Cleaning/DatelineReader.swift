/// Reads the dateline of a wire article: `MOSCOW, January 13 (Sputnik) –`,
/// `WASHINGTON, September 14. /TASS/.`, `ASTANA. KAZINFORM -`, `NEW YORK —`, `(Reuters) -`.
struct DatelineReader {
  let bytes: [UInt8]

  /// A dateline as it stands, with the agency's name.
  struct Reading {
    var dateline: Dateline?
    var day: DateScanner.Day?
    var agency: TextSpan?
    /// Where the lede starts.
    var end: Int
  }

  /// The dateline at the start of a paragraph.
  func dateline(of paragraph: TextSpan) -> Reading? {
    let limit = min(paragraph.end, paragraph.start + 160)
    var at = paragraph.start
    let place = place(at: at, limit: limit)
    var day: DateScanner.Day?
    if let place {
      at = place.end
      let afterComma = skip([0x2C, 0x2E], from: at, limit: limit)
      if afterComma > at, let found = DateScanner(bytes: bytes).day(at: afterComma, limit: limit) {
        day = found
        at = found.span.end
      }
    }
    let beforeAgency = skip([0x2C, 0x2E], from: at, limit: limit)
    let agency =
      agency(at: beforeAgency, limit: limit)
      ?? (place == nil ? nil : bareAgency(from: at, at: beforeAgency, limit: limit))
    if let agency { at = agency.end }
    let separator = separator(at: at, limit: limit)
    // A place in capitals needs a dash, or an agency; other places need both; none needs both too.
    guard let end = separator ?? (agency != nil && place != nil ? at : nil) else { return nil }
    guard let place else {
      guard let agency, separator != nil else { return nil }
      return Reading(agency: agency.name, end: end)
    }
    guard place.isInCapitals || agency != nil && separator != nil else { return nil }
    return Reading(
      dateline: Dateline(
        span: TextSpan(paragraph.start, end), place: TextSpan(paragraph.start, place.end),
        date: day?.span),
      day: day, agency: agency?.name, end: skip([], from: end, limit: paragraph.end))
  }

  /// One to five capitalised words, `St.` and `D.C.` and a second place behind a comma among them.
  private func place(at start: Int, limit: Int) -> (end: Int, isInCapitals: Bool)? {
    var at = start
    var end = start
    var words = 0
    var inCapitals = true
    while at < limit, words < 5 {
      guard Bytes.isUpper(bytes[at]) || bytes[at] == 0xC3 || bytes[at] == 0xD0 else { break }
      if words > 0, Months.month(at: at, in: bytes, limit: limit) != nil { break }
      var wordEnd = at
      var small = 0
      while wordEnd < limit, Bytes.isWord(bytes[wordEnd]) || bytes[wordEnd] == 0x27 {
        if bytes[wordEnd] == 0xE2 { break }
        if Letters.isLower(bytes, at: wordEnd) { small += 1 }
        wordEnd += 1
      }
      if wordEnd == at { break }
      if small > 0 && !(wordEnd - at <= 2) { inCapitals = false }
      words += 1
      // The stop of an abbreviation such as St. or D.C. belongs to the place.
      if wordEnd + 1 < limit, bytes[wordEnd] == 0x2E, wordEnd - at <= 2,
        bytes[wordEnd + 1] == 0x20 || Bytes.isUpper(bytes[wordEnd + 1])
      {
        wordEnd += 1
      }
      end = wordEnd
      at = wordEnd
      // `D.C.`: the next letter follows the stop at once.
      if at < limit, bytes[at - 1] == 0x2E, Bytes.isUpper(bytes[at]) { continue }
      if at + 1 < limit, bytes[at] == 0x2C, bytes[at + 1] == 0x20 { at += 1 }
      if at < limit, bytes[at] == 0x20 || bytes[at] == 0x2D { at += 1 } else { break }
    }
    guard words > 0, !beginsSentence(start, limit: limit) else { return nil }
    return (end, inCapitals && end - start >= 3)
  }

  /// `In Moscow (…)`: a preposition or an article begins no place.
  private func beginsSentence(_ start: Int, limit: Int) -> Bool {
    for word in ["in ", "at ", "on ", "the ", "a ", "an ", "from ", "near "] as [StaticString]
    where Bytes.starts(bytes, at: start, with: word) && !Bytes.isUpper(bytes[start + 1]) {
      return true
    }
    return false
  }

  /// `(Sputnik)`, `/TASS/.`, `(AP)`.
  private func agency(at start: Int, limit: Int) -> (name: TextSpan, end: Int)? {
    guard start < limit, bytes[start] == 0x28 || bytes[start] == 0x2F else { return nil }
    let close: UInt8 = bytes[start] == 0x28 ? 0x29 : 0x2F
    var at = start + 1
    guard at < limit, Bytes.isUpper(bytes[at]) || Letters.isCyrillicCapital(bytes, at: at) else {
      return nil
    }
    while at < limit, bytes[at] != close {
      if bytes[at] == 0x0A || at - start > 40 { return nil }
      at += 1
    }
    guard at < limit else { return nil }
    var end = at + 1
    if end < limit, bytes[end] == 0x2E { end += 1 }
    return (TextSpan(start + 1, at), end)
  }

  /// `KAZINFORM` of `ASTANA. March 4. KAZINFORM -`: capitals between a full stop and a dash.
  private func bareAgency(
    from stop: Int, at start: Int, limit: Int
  ) -> (name: TextSpan, end: Int)? {
    guard bytes[stop..<start].contains(0x2E) else { return nil }
    var at = start
    while at < limit, Bytes.isUpper(bytes[at]) { at += 1 }
    guard at - start >= 3, separator(at: at, limit: limit) != nil else { return nil }
    return (TextSpan(start, at), at)
  }

  /// A dash with blanks around it, or a colon; the offset behind it.
  private func separator(at start: Int, limit: Int) -> Int? {
    var at = start
    while at < limit, bytes[at] == 0x20 || bytes[at] == 0x2E { at += 1 }
    guard at < limit else { return nil }
    var end = at
    if at + 2 < limit, bytes[at] == 0xE2, bytes[at + 1] == 0x80,
      (0x92...0x95).contains(bytes[at + 2])
    {
      end = at + 3
    } else if bytes[at] == 0x3A, at > 0, bytes[at - 1] == 0x29 {
      end = at + 1
    } else {
      while end < limit, end - at < 3, bytes[end] == 0x2D { end += 1 }
    }
    guard end > at, end < limit, bytes[end] == 0x20 else { return nil }
    while end < limit, bytes[end] == 0x20 { end += 1 }
    return end
  }

  private func skip(_ marks: Set<UInt8>, from start: Int, limit: Int) -> Int {
    var at = start
    while at < limit, bytes[at] == 0x20 || marks.contains(bytes[at]) { at += 1 }
    return at
  }
}
