/// Reads what a cue announces: the words before its subject or behind it.
struct ContentReader {
  let text: ReadingText

  /// Content on one side of a cue.
  struct Side {
    var parts: [Range<Int>]
    /// All of it stands in quotation marks.
    var isQuoted = false
    /// The clause goes on behind the attribution: `Russia, he said, is ready`.
    var isContinued = false
  }

  var tokens: [Token] { text.tokens }

  static let that = Bytes.word("that")
  static let wh = Bytes.words("whether if why how what when where who")
  static let without = Bytes.word("without")
  static let about = Bytes.words("about of for against over as on to")
  static let comma = Marks.comma
  /// Cues that take a clause without `that` whatever its verb.
  static let says = Bytes.words("said says say saying")

  // MARK: Quotations

  /// The words between the marks, without the comma of the attribution.
  func words(of quotation: Quotation) -> Range<Int> {
    var inner = quotation.inner
    if let last = inner.last, tokens[last].hash == Marks.comma {
      inner = inner.lowerBound..<last
    }
    return inner.isEmpty ? quotation.inner : inner
  }

  // MARK: Before the subject

  /// The content that ends before an attribution.
  func before(
    _ head: Int, from lower: Int, cue: Cue, isParenthetical: Bool, quotations: [Int]
  ) -> Side? {
    guard head > lower else { return nil }
    var end = head
    // `"…," X said`: the mark is the last thing before the subject.
    if let index = quotations.last(where: { text.quotations[$0].close == head - 1 }) {
      return quoted(index, from: lower, quotations: quotations)
    }
    let last = tokens[head - 1]
    guard last.hash == Marks.comma || Marks.isDash(last.hash) || Marks.isStop(last.hash) else {
      return nil
    }
    end = head - 1
    if let index = quotations.last(where: { text.quotations[$0].close == end - 1 }) {
      return quoted(index, from: lower, quotations: quotations)
    }
    guard last.hash == Marks.comma, cue.classes.isDisjoint(with: [.quoteCue, .thinkCue]) else {
      return nil
    }
    var start = lower
    while start < end, tokens[start].isA(.mark), !tokens[start].isA(.quoteMark) { start += 1 }
    let clause = start..<max(start, end)
    if isParenthetical, clause.count >= 2 { return Side(parts: [clause]) }
    guard clause.count >= 3 else { return nil }
    guard hasVerb(clause) || cue.form == .according && clause.count >= 4 else { return nil }
    return Side(parts: [clause])
  }

  /// The quotation before an attribution, with a clause before the marks that belongs to it.
  func quoted(_ index: Int, from lower: Int, quotations: [Int]) -> Side {
    let quotation = text.quotations[index]
    if quotation.open <= lower || tokens[quotation.open].isA(.startsSentence) {
      return Side(parts: [words(of: quotation)], isQuoted: true)
    }
    // `Russia is "ready for anything," he said.`: the clause is the content.
    var start = lower
    while start < quotation.open, tokens[start].isA(.mark), !tokens[start].isA(.quoteMark) {
      start += 1
    }
    let clause = start..<quotation.close + 1
    return quotation.open - start >= 1
      ? Side(parts: [clause]) : Side(parts: [words(of: quotation)], isQuoted: true)
  }

  // MARK: Behind the cue

  /// The content that begins behind an attribution.
  func after(
    _ tail: Int, to upper: Int, cue: Cue, before: Side?, quotations: [Int]
  ) -> Side? {
    let hasBefore = before?.isQuoted == true
    let end = contentEnd(upper)
    guard tail < end else { return nil }
    var i = tail
    if cue.form == .according { return afterAccording(tail, end, quotations: quotations) }
    if cue.isInverted { return afterComma(tail, end, quotations: quotations, onlyQuoted: true) }
    let next = tokens[i]
    if next.hash == Self.comma || next.hash == Marks.colon || Marks.isDash(next.hash) {
      if let before, !before.isQuoted, next.hash == Self.comma, let rest = interrupted(i, end) {
        return rest
      }
      return afterComma(i, end, quotations: quotations, onlyQuoted: !hasBefore)
        ?? colonClause(i, end)
    }
    // Over addressee, time and place to `that`, or to a quotation.
    if let that = that(from: i, to: end, cue: cue) {
      return side(that + 1..<end, quotations)
    }
    if let side = quotationBehind(i, end, cue: cue, quotations: quotations, hasBefore: hasBefore) {
      return side
    }
    if hasBefore { return goingOn(i, end, quotations) }
    i = skipAdverbials(i, end)
    guard i < end, let side = clause(i, end, cue: cue, quotations) else { return nil }
    return side
  }

  /// `"It is open," she said on Monday, "and free."`
  func goingOn(_ start: Int, _ end: Int, _ quotations: [Int]) -> Side? {
    guard let index = quotations.first(where: { text.quotations[$0].open > start }),
      case let quotation = text.quotations[index], quotation.open - start <= 12,
      quotation.open < end,
      tokens[quotation.open - 1].hash == Self.comma,
      !(start..<quotation.open).contains(where: {
        tokens[$0].has([.subjectPronoun, .auxiliary, .relative]) && !tokens[$0].has(.preposition)
          || tokens[$0].isA(.quoteMark)
          || tokens[$0].has(.cue) && tokens[$0].has([.pastForm, .participle])
      })
    else { return nil }
    return Side(parts: [words(of: quotation)] + more(after: index, end, quotations), isQuoted: true)
  }

  func afterAccording(_ tail: Int, _ end: Int, quotations: [Int]) -> Side? {
    guard tail < end, tokens[tail].hash == Self.comma, end - tail > 3 else { return nil }
    var side = side(tail + 1..<end, quotations)
    side.isContinued = true
    return side
  }

  /// A quotation behind a comma or colon, or the rest of an interrupted clause.
  func afterComma(
    _ mark: Int, _ end: Int, quotations: [Int], onlyQuoted: Bool
  ) -> Side? {
    guard mark + 1 < end else { return nil }
    if let index = quotations.first(where: { text.quotations[$0].open >= mark }),
      text.quotations[index].open - mark <= 8,
      text.quotations[index].open == mark || isPlain(mark + 1..<text.quotations[index].open)
    {
      let quotation = text.quotations[index]
      return Side(
        parts: [words(of: quotation)] + more(after: index, end, quotations), isQuoted: true)
    }
    guard !onlyQuoted, end - mark > 3, tokens[mark].hash == Self.comma,
      !tokens[mark + 1].has([.relative, .conjunction, .participle])
    else { return nil }
    return Side(parts: [mark + 1..<end], isContinued: true)
  }

  /// The rest of a clause that an attribution interrupts: `Russia, he said, is ready`.
  func interrupted(_ comma: Int, _ end: Int) -> Side? {
    guard comma + 2 < end,
      !tokens[comma + 1].has([.relative, .participle]) || tokens[comma + 1].has(.determiner),
      tokens[comma + 1].hash != Self.without
    else { return nil }
    return Side(parts: [comma + 1..<end], isContinued: true)
  }

  func colonClause(_ mark: Int, _ end: Int) -> Side? {
    guard tokens[mark].hash == Marks.colon, end - mark > 3 else { return nil }
    return Side(parts: [mark + 1..<end])
  }

  /// Words between an attribution and its quotation that do not make another clause.
  func isPlain(_ range: Range<Int>) -> Bool {
    range.allSatisfy {
      tokens[$0].isA(.word) && !tokens[$0].has([.subjectPronoun, .auxiliary])
        || tokens[$0].hash == Self.comma || tokens[$0].hash == Marks.colon
    }
  }

  /// Further quotations of the same sentence right behind the first.
  func more(after index: Int, _ end: Int, _ quotations: [Int]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var close = text.quotations[index].close
    for other in quotations where other > index {
      let quotation = text.quotations[other]
      guard quotation.open == close + 1 else { break }
      parts.append(words(of: quotation))
      close = quotation.close
    }
    return parts
  }

  /// `that` behind a cue, over an addressee, a time or a place.
  func that(from start: Int, to end: Int, cue: Cue) -> Int? {
    var i = start
    while i < end, i - start < 16 {
      let token = tokens[i]
      if token.hash == Self.that, token.isA(.word) {
        // A `that` that is a determiner: `said that day`.
        return i
      }
      if token.isA(.mark), token.hash != Marks.hyphen, !token.isA(.possessiveMark) { return nil }
      if i > start || cue.classes.isDisjoint(with: .tellCue) {
        if token.has([.auxiliary, .subjectPronoun]) && !token.has(.objectPronoun) { return nil }
        if token.has([.verb]), !token.isA(.capital), !token.has([.role, .venue]) { return nil }
      }
      if i == start, cue.classes.isDisjoint(with: .tellCue),
        !token.has([.preposition, .weekday, .adverb]), !token.has(.number)
      {
        return nil
      }
      i += 1
    }
    return nil
  }

  /// Whether nothing but time, place and addressee follows a cue.
  func closes(_ cue: Cue, _ tail: Range<Int>) -> Bool {
    guard let first = tail.first else { return true }
    let token = tokens[first]
    if token.isA(.mark) || token.has([.preposition, .weekday, .adverb, .number]) { return true }
    return cue.isInverted || cue.classes.contains(.tellCue) && !hasVerb(tail)
  }

  // MARK: Ends

  /// Before the full stop of the sentence; a closing mark behind the stop stays.
  func contentEnd(_ upper: Int) -> Int {
    upper > 0 && Marks.isStop(tokens[upper - 1].hash) ? upper - 1 : upper
  }

  /// `said he would pray but did not say for whom`: a verb without subject behind `but` is not said.
  func withoutAfterthought(_ range: Range<Int>) -> Range<Int> {
    for i in range.dropFirst(3) where tokens[i].hash == Self.but && !tokens[i].isA(.quoted) {
      guard i + 1 < range.upperBound else { break }
      let next = tokens[i + 1]
      if Self.pastVerbs.contains(next.hash) || next.has([.sayCue, .thatCue]) && next.has(.pastForm)
      {
        return range.lowerBound..<(tokens[i - 1].hash == Self.comma ? i - 1 : i)
      }
    }
    return range
  }

  static let but = Bytes.word("but")
  /// Adverbs between a cue and its clause.
  static let whens = Bytes.words(
    "today yesterday tomorrow tonight recently later again earlier flatly")
  static let amounts = Bytes.words("about over under nearly around")
  static let pastVerbs = Bytes.words("did declined refused gave offered")

  /// Content from a range: quoted where one quotation is all of it.
  func side(_ range: Range<Int>, _ quotations: [Int]) -> Side {
    var range = withoutAfterthought(range)
    // `said that, if elected, she would`
    while range.count > 1, tokens[range.lowerBound].hash == Self.comma {
      range = range.lowerBound + 1..<range.upperBound
    }
    if let index = quotations.first(where: { text.quotations[$0].open == range.lowerBound }),
      text.quotations[index].close >= range.upperBound - 1
    {
      return Side(parts: [words(of: text.quotations[index])], isQuoted: true)
    }
    return Side(parts: [range])
  }
}
