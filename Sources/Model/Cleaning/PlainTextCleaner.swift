/// Tells the lines of a plain text apart; each rule is a pattern of news pages.
struct PlainTextCleaner {
  let bytes: [UInt8]
  let rules: CleaningRules
  /// The headline that is known from elsewhere, folded: no other line is one.
  private let statedTitle: UInt32?
  private let isTitleKnown: Bool
  /// Lines that recur across files.
  private let repeats: RepeatedLines
  var lines: [Line]
  var title: TextSpan?
  var standfirst: [TextSpan] = []
  var body: [TextSpan] = []
  var removed: [Removal] = []
  var dateline: DatelineReader.Reading?
  var agency: String?
  var authors: [String] = []
  var section: String?
  var timestamps: [Timestamp] = []

  /// A line that states when the article was published.
  struct Timestamp {
    var day: DateScanner.Day
    var time: DateScanner.Time?
  }

  init(_ page: SourcePage, _ rules: CleaningRules, repeats: RepeatedLines = .init()) {
    bytes = page.text.bytes
    self.rules = rules
    statedTitle = page.metadata.title.map {
      let words = Array($0.utf8)
      return Line(TextSpan(0, words.count), in: words).fold
    }
    title = page.structure?.title
    isTitleKnown = title != nil || statedTitle != nil
    self.repeats = repeats
    lines = []
    let starts = page.text.lineStarts
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] - 1 : bytes.count
      let span = Bytes.trimmed(TextSpan(start, end), in: bytes)
      if span.isEmpty { continue }
      if index > 0, let last = lines.indices.last {
        lines[last].isFollowedByBlank =
          page.text.textLine(at: lines[last].span.end) != index
      }
      lines.append(Line(span, in: bytes))
    }
  }

  mutating func clean() {
    joinWrappedLines()
    markRepeats()
    markTimestamps()
    markLabels()
    markCreditsAndCaptions()
    markHead()
    markTeasersAndFoot()
    divide()
  }

  // MARK: Rules

  /// Lines broken at a fixed width are one paragraph: most of them end inside a sentence and the
  /// next begins in small letters.
  private mutating func joinWrappedLines() {
    var pairs = 0
    var broken = 0
    for i in lines.indices.dropLast() where !lines[i].isFollowedByBlank {
      pairs += 1
      if !lines[i].endsSentence, Letters.isLower(bytes, at: lines[i + 1].span.start) { broken += 1 }
    }
    guard pairs >= 4, broken * 10 >= pairs * 4 else { return }
    var joined: [Line] = []
    var start = 0
    for i in lines.indices where lines[i].isFollowedByBlank || i == lines.count - 1 {
      let isWrapped = i > start
      var line =
        isWrapped
        ? Line(TextSpan(lines[start].span.start, lines[i].span.end), in: bytes) : lines[i]
      line.isFollowedByBlank = true
      joined.append(line)
      start = i + 1
    }
    lines = joined
  }

  /// A site's furniture shows itself by repetition; a text that would lose all its prose keeps it.
  private mutating func markRepeats() {
    guard !repeats.isEmpty else { return }
    let marked = lines.indices.filter { repeats.contains(lines[$0]) }
    guard !marked.isEmpty,
      lines.indices.contains(where: { lines[$0].isProse && !repeats.contains(lines[$0]) })
    else { return }
    for i in marked where lines[i].span != title { lines[i].mark = .repeat }
  }

  /// `September 14, 5:01 UTC+3`, and ` date 2018-09-14 Section` as crawls put it in front.
  private mutating func markTimestamps() {
    let scanner = DateScanner(bytes: bytes)
    for i in lines.indices
    where lines[i].words <= 14 && !lines[i].isProse && lines[i].mark == nil {
      let span = lines[i].span
      var at = span.start
      for _ in 0..<3 {
        guard let end = leadWord(at: at, limit: span.end) else { break }
        at = end
      }
      // `14.09.2018` begins like a time.
      var time =
        scanner.day(at: at, limit: span.end) == nil ? scanner.time(at: at, limit: span.end) : nil
      if let found = time { at = skipSeparators(found.span.end, span.end) }
      guard let day = scanner.day(at: at, limit: span.end) else { continue }
      at = skipSeparators(day.span.end, span.end)
      if time == nil, let found = scanner.time(at: at, limit: span.end) {
        time = found
        at = skipSeparators(found.span.end, span.end)
      }
      let rest = Bytes.trimmed(TextSpan(at, span.end), in: bytes)
      let hasLead = Bytes.starts(bytes, at: span.start, with: "date")
      if rest.isEmpty || (hasLead && i < 3) {
        lines[i].mark = .timestamp
        timestamps.append(Timestamp(day: day, time: time))
        if !rest.isEmpty { section = String(decoding: bytes[rest.range], as: UTF8.self) }
      }
    }
  }

  private func leadWord(at start: Int, limit: Int) -> Int? {
    if start < limit, bytes[start] >= 0xD0, bytes[start] <= 0xD1 {
      let (word, end) = Letters.word(bytes, at: start, limit: limit)
      guard Self.russianLeads.contains(word) || CalendarWords.weekday(word) != nil else {
        return nil
      }
      var next = end
      while next < limit, bytes[next] == 0x20 || bytes[next] == 0x3A || bytes[next] == 0x2C {
        next += 1
      }
      return next
    }
    for word in [
      "date", "published", "updated", "posted", "last updated", "modified", "created", "on", "at",
      "first published", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday",
      "saturday", "sun", "mon", "tue", "wed", "thu", "fri", "sat",
    ] as [StaticString] where Bytes.starts(bytes, at: start, with: word) {
      var end = start + word.utf8CodeUnitCount
      guard end < limit, !Bytes.isLetter(bytes[end]) else { continue }
      while end < limit, bytes[end] == 0x20 || bytes[end] == 0x3A || bytes[end] == 0x2C { end += 1 }
      return end
    }
    return nil
  }

  private static let russianLeads = Set(
    ["дата", "опубликовано", "опубликован", "обновлено", "размещено", "создано", "публикации", "в"]
      .map { Array($0.utf8) })

  private func skipSeparators(_ start: Int, _ limit: Int) -> Int {
    var at = start
    while at < limit, bytes[at] == 0x20 || bytes[at] == 0x2C || bytes[at] == 0x7C { at += 1 }
    // `14 сентября 2018 г., 10:01`, `14 сентября 2018 года в 10:01`.
    if at < limit, bytes[at] == 0xD0 {
      let (word, end) = Letters.word(bytes, at: at, limit: limit)
      if Self.yearWords.contains(word) {
        let next = end < limit && bytes[end] == 0x2E ? end + 1 : end
        return skipSeparators(next, limit)
      }
    }
    return at
  }

  private static let yearWords = Set(["г", "года", "год", "в"].map { Array($0.utf8) })

  /// Buttons, menus, bare numbers, lists of media in brackets, and lines in a foreign script.
  private mutating func markLabels() {
    let latin = lines.reduce(0) { $0 + $1.latinLetters }
    let foreign = lines.reduce(0) { $0 + $1.foreignLetters }
    for i in lines.indices where lines[i].mark == nil {
      let line = lines[i]
      if rules.labels.contains(line.fold) && line.words <= 8 {
        lines[i].mark = .navigation
      } else if line.latinLetters == 0 && line.foreignLetters == 0 && line.words <= 2 {
        lines[i].mark = .other
      } else if line.foreignLetters > 0 && line.latinLetters == 0 && latin > 20 * foreign
        && !line.isProse
      {
        lines[i].mark = .navigation
      } else if bytes[line.span.start] == 0x5B, isMediaNote(line.span) {
        lines[i].mark = .caption
      }
    }
  }

  private func isMediaNote(_ span: TextSpan) -> Bool {
    for word in ["[video", "[photo", "[image", "[tweet", "[embed"] as [StaticString]
    where Bytes.starts(bytes, at: span.start, with: word) {
      return true
    }
    return false
  }

  private var unmarked: [Int] { lines.indices.filter { lines[$0].mark == nil } }

  /// Section, site blurb, byline, headline and standfirst before the first paragraph.
  private mutating func markHead() {
    let reader = DatelineReader(bytes: bytes)
    let head = unmarked.prefix(16)
    let datelineIndex = head.first { i in
      guard lines[i].words >= 8, let found = reader.dateline(of: lines[i].span) else {
        return false
      }
      dateline = found
      return true
    }
    if let found = dateline?.agency {
      agency = String(decoding: bytes[found.range], as: UTF8.self)
    }
    for (place, i) in head.enumerated() where datelineIndex.map({ i < $0 }) ?? (place < 8) {
      if rules.sections.contains(lines[i].fold), lines[i].words <= 4 {
        lines[i].mark = .navigation
        if section == nil { section = String(decoding: bytes[lines[i].span.range], as: UTF8.self) }
      } else if title == nil, isBlurb(lines[i].span) {
        lines[i].mark = .navigation
      } else if readByline(lines[i]) {
        lines[i].mark = .credit
      } else if title == nil, isHeadline(i, before: datelineIndex) {
        title = lines[i].span
      } else if title == nil, statedTitle == nil {
        break
      }
    }
    markStandfirst(before: datelineIndex)
  }

  func isBlurb(_ span: TextSpan) -> Bool {
    guard span.count < 400 else { return false }
    var hits = 0
    for phrase in rules.blurbPhrases {
      for at in span.range where Bytes.starts(bytes, at: at, with: phrase) {
        hits += 1
        break
      }
    }
    return hits >= 2
  }

  /// `By Jane Doe and John Roe`.
  private mutating func readByline(_ line: Line) -> Bool {
    if let names = Letters.behindLabel(bytes, line.span, Self.russianBylines), line.words <= 7,
      !line.endsSentence
    {
      authors = names.split(separator: ",").map { FeedText.folded(Array($0.utf8)) }
      return !authors.isEmpty
    }
    guard (2...9).contains(line.words), !line.endsSentence,
      Bytes.starts(bytes, at: line.span.start, with: "by "),
      line.capitalisedWords * 3 >= line.words * 2
    else { return false }
    let names = String(decoding: bytes[(line.span.start + 3)..<line.span.end], as: UTF8.self)
    authors = names.split(separator: ",").flatMap { part in
      part.split(separator: " ").split(separator: "and").map { $0.joined(separator: " ") }
    }
    return true
  }

  func isRussianByline(_ line: Line) -> Bool {
    Letters.behindLabel(bytes, line.span, Self.russianBylines) != nil
  }

  private static let russianBylines = Set(
    ["автор", "авторы", "текст", "корреспондент"].map { Array($0.utf8) })

  private func isHeadline(_ i: Int, before datelineIndex: Int?) -> Bool {
    let line = lines[i]
    if let statedTitle { return line.fold == statedTitle }
    guard datelineIndex != i, line.words <= 32, line.words >= 2 || line.isFollowedByBlank,
      i + 1 < lines.count
    else { return false }
    if !line.endsSentence { return true }
    // A sentence that names its day is a lede, however short.
    return line.isFollowedByBlank && !namesWeekday(line.span)
      && (line.words <= 18 || line.capitalisedWords * 10 >= line.words * 6)
  }

  private func namesWeekday(_ span: TextSpan) -> Bool {
    span.range.contains { at in
      Bytes.starts(bytes, at: at, with: " on ")
        && Months.weekday(at: at + 4, in: bytes, limit: span.end) != nil
    }
  }

  /// With a dateline, all that stands between headline and dateline; without one, a line after the
  /// headline that is no sentence.
  private mutating func markStandfirst(before datelineIndex: Int?) {
    guard let title, statedTitle == nil else { return }
    let after = unmarked.filter { lines[$0].span.start > title.start }
    if let datelineIndex {
      let between = after.filter { $0 < datelineIndex }
      guard between.count <= 4 else { return }
      standfirst = between.map { lines[$0].span }
    } else if let first = after.first, lines[first].words >= 6, !lines[first].endsSentence,
      lines[first].words <= 40, after.count > 1, lines[after[1]].isProse
    {
      standfirst = [lines[first].span]
    }
  }

  /// Headlines of other articles inside the text, and what follows the last paragraph.
  private mutating func markTeasersAndFoot() {
    for i in lines.indices where lines[i].mark == nil && !lines[i].isProse {
      guard lines[i].span != title, !standfirst.contains(lines[i].span) else { continue }
      let followsCaption = i > 0 && lines[i - 1].mark == .caption
      let isLabelled = ["read more:", "read also:", "related:", "see also:", "more:", "watch:"]
        .contains { (label: StaticString) in
          Bytes.starts(bytes, at: lines[i].span.start, with: label)
        }
      if isLabelled || (followsCaption && lines[i].looksLikeTitle) { lines[i].mark = .teaser }
    }
    guard let last = lines.lastIndex(where: { $0.mark == nil && $0.isProse }) else { return }
    let foot = lines.indices.filter { $0 > last }
    guard let label = foot.first(where: { lines[$0].mark == .navigation }) else { return }
    for i in foot where i > label && lines[i].mark == nil { lines[i].mark = .navigation }
    for i in foot where lines[i].mark == .other { lines[i].mark = .comments }
  }

  private mutating func divide() {
    for line in lines where line.span != title {
      if let mark = line.mark {
        removed.append(Removal(span: line.span, reason: mark))
      } else if !standfirst.contains(line.span) {
        body.append(line.span)
      }
    }
    if body.isEmpty, !isTitleKnown, let only = title {
      body = [only]
      title = nil
    }
  }
}
