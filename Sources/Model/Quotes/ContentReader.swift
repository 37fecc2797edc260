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

  private var tokens: [Token] { text.tokens }

  private static func hash(_ word: String) -> UInt32 { Bytes.hash(of: word.utf8) }
  private static let that = hash("that")
  private static let wh = Set(["whether", "if", "why", "how", "what", "when", "where", "who"].map(hash))
  private static let about = Set(["about", "of", "for", "against", "over", "as", "on", "to"].map(hash))
  private static let comma = Marks.comma
  /// Cues that take a clause without `that` whatever its verb.
  private static let says = Set(["said", "says", "say", "saying"].map(hash))

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
  func before(_ head: Int, from lower: Int, cue: Cue, quotations: [Int]) -> Side? {
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
    guard end - start >= 3 else { return nil }
    let clause = start..<end
    guard hasVerb(clause) || cue.form == .according && clause.count >= 4 else { return nil }
    return Side(parts: [clause])
  }

  /// The quotation before an attribution, with a clause before the marks that belongs to it.
  private func quoted(_ index: Int, from lower: Int, quotations: [Int]) -> Side {
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
      ? Side(parts: [trimmedComma(clause)]) : Side(parts: [words(of: quotation)], isQuoted: true)
  }

  /// A closing mark stays, the comma inside it too: the words stand as they are.
  private func trimmedComma(_ range: Range<Int>) -> Range<Int> { range }

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
    if hasBefore { return nil }
    i = skipAdverbials(i, end)
    guard i < end, let side = clause(i, end, cue: cue, quotations) else { return nil }
    return side
  }

  private func afterAccording(_ tail: Int, _ end: Int, quotations: [Int]) -> Side? {
    guard tail < end, tokens[tail].hash == Self.comma, end - tail > 3 else { return nil }
    var side = side(tail + 1..<end, quotations)
    side.isContinued = true
    return side
  }

  /// A quotation behind a comma or colon, or the rest of an interrupted clause.
  private func afterComma(
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
  private func interrupted(_ comma: Int, _ end: Int) -> Side? {
    guard comma + 2 < end, !tokens[comma + 1].has([.relative, .participle]) || tokens[comma + 1].has(.determiner)
    else { return nil }
    return Side(parts: [comma + 1..<end], isContinued: true)
  }

  private func colonClause(_ mark: Int, _ end: Int) -> Side? {
    guard tokens[mark].hash == Marks.colon, end - mark > 3 else { return nil }
    return Side(parts: [mark + 1..<end])
  }

  /// Words between an attribution and its quotation that do not make another clause.
  private func isPlain(_ range: Range<Int>) -> Bool {
    range.allSatisfy {
      tokens[$0].isA(.word) && !tokens[$0].has([.subjectPronoun, .auxiliary])
        || tokens[$0].hash == Self.comma || tokens[$0].hash == Marks.colon
    }
  }

  /// Further quotations of the same sentence right behind the first.
  private func more(after index: Int, _ end: Int, _ quotations: [Int]) -> [Range<Int>] {
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
  private func that(from start: Int, to end: Int, cue: Cue) -> Int? {
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

  /// A quotation near the cue, with the words between: `called it "a scandal"`, `said he was "fine"`.
  private func quotationBehind(
    _ start: Int, _ end: Int, cue: Cue, quotations: [Int], hasBefore: Bool
  ) -> Side? {
    guard
      let index = quotations.first(where: {
        text.quotations[$0].open >= start && text.quotations[$0].open < end
      })
    else { return nil }
    let quotation = text.quotations[index]
    if quotation.open == start {
      let parts = [words(of: quotation)] + more(after: index, end, quotations)
      let last = quotation.close
      if last + 2 < end, tokens[last + 1].isA(.word), cue.classes.isDisjoint(with: .quoteCue) {
        return side(start..<end, quotations)
      }
      return Side(parts: parts, isQuoted: true)
    }
    if hasBefore { return nil }
    // `told reporters, "…"`, `said in a statement: "…"`.
    let before = tokens[quotation.open - 1]
    if before.hash == Self.comma || before.hash == Marks.colon,
      !hasVerb(start..<quotation.open), quotation.open - start < 30
    {
      return Side(
        parts: [words(of: quotation)] + more(after: index, end, quotations), isQuoted: true)
    }
    if cue.classes.contains(.quoteCue) && cue.classes.isDisjoint(with: [.sayCue, .thatCue])
      || cue.classes.contains(.thinkCue)
    {
      // `called the plan "a disaster"`: what is spoken of belongs to what is said of it.
      return quotation.open - start <= 14 && cue.classes.isDisjoint(with: .thinkCue)
        ? side(start..<end, quotations) : nil
    }
    return nil
  }

  private func skipAdverbials(_ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end, tokens[i].has(.weekday) || Self.whens.contains(tokens[i].hash) {
      i += 1
    }
    // `on Tuesday`, `last week`
    if i + 1 < end, tokens[i].has(.preposition), tokens[i + 1].has([.weekday, .month]) {
      i += 2
      while i < end, tokens[i].isA(.digits) { i += 1 }
      if i < end, tokens[i].has(.adverb) { i += 1 }
    }
    return i
  }

  /// A clause without `that`: a subject and a finite verb behind the cue.
  private func clause(_ start: Int, _ end: Int, cue: Cue, _ quotations: [Int]) -> Side? {
    var start = start
    guard start < end else { return nil }
    if cue.classes.contains(.tellCue) {
      guard let behind = addresseeEnd(start, end) else { return nil }
      start = behind
      guard start < end else { return nil }
    }
    let first = tokens[start]
    guard first.isA(.word) || first.isA(.opens) || first.hash == Marks.square else { return nil }
    if Self.wh.contains(first.hash) {
      return cue.classes.isDisjoint(with: .thinkCue) ? side(start..<end, quotations) : nil
    }
    let range = start..<end
    let hasQuotation = quotations.contains {
      range.contains(text.quotations[$0].open) && text.quotations[$0].inner.count >= 1
    }
    if cue.classes.contains(.quoteCue) && cue.classes.isDisjoint(with: [.sayCue, .thatCue]) {
      return nil
    }
    if cue.classes.contains(.thinkCue) { return nil }
    if first.has(.preposition), cue.classes.contains(.sayCue) {
      // `said in an interview he would go`; `said about half of them were lost`
      if let pronoun = (start + 2..<max(start + 2, min(end, start + 14))).first(where: {
        tokens[$0].has(.subjectPronoun) && !tokens[$0].has([.objectPronoun, .relative, .determiner])
      }), tokens[pronoun - 1].isA(.word) {
        return side(pronoun..<end, quotations)
      }
      if Self.amounts.contains(first.hash), hasVerb(start + 1..<end) {
        return side(start..<end, quotations)
      }
    }
    if first.has(.preposition), !first.isA(.capital), !first.has(.conjunction) {
      return hasQuotation && Self.about.contains(first.hash) ? side(range, quotations) : nil
    }
    if cue.classes.contains(.sayCue) {
      let isPlain = Self.says.contains(tokens[cue.tokens.lowerBound].hash)
      guard range.count >= 3, isPlain ? hasVerb(range) || hasQuotation : hasClauseVerb(range) || hasQuotation
      else { return nil }
      return side(range, quotations)
    }
    guard range.count >= 3, hasQuotation || hasClauseVerb(range) else { return nil }
    return side(range, quotations)
  }

  /// Behind the addressee of `told`: a name, a pronoun, `reporters in Ohio`.
  private func addresseeEnd(_ start: Int, _ end: Int) -> Int? {
    var i = start
    if tokens[i].has(.objectPronoun) { return i + 1 }
    guard tokens[i].isA(.word), !tokens[i].has([.preposition, .conjunction]) else { return nil }
    while i < end, i - start < 10 {
      let token = tokens[i]
      guard token.isA(.word) || token.isA(.possessiveMark) else { return nil }
      if i > start, token.has([.subjectPronoun, .determiner]) && !token.has(.objectPronoun),
        !tokens[i - 1].has([.preposition, .determiner])
      {
        return i
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

  // MARK: Verbs

  /// Whether the words hold what looks like a finite verb.
  func hasVerb(_ range: Range<Int>) -> Bool {
    for i in range {
      let token = tokens[i]
      guard token.isA(.word) else { continue }
      if token.has(.auxiliary) { return true }
      guard !token.isA(.capital) || i == range.lowerBound else { continue }
      if token.has(.verb) { return true }
      if i > range.lowerBound, token.has(.cue), token.has([.pastForm, .presentForm]),
        !token.has(.baseForm) || token.has(.pastForm)
      {
        return true
      }
      // Forms in -ed and -s that no list knows.
      if i > range.lowerBound, token.isA(.word), isVerbForm(token) { return true }
    }
    return false
  }

  private func isVerbForm(_ token: Token) -> Bool {
    let length = Int(token.end - token.start)
    guard length > 3, !token.isA(.capital) else { return false }
    let end = Int(token.end)
    return text.bytes[end - 1] == 0x64 && text.bytes[end - 2] == 0x65
      || text.bytes[end - 1] == 0x73 && text.bytes[end - 2] != 0x73 && !token.has([
        .role, .group, .determiner, .possessive,
      ])
  }

  /// A subject and then a verb, early: `he would go`, `Russia is ready`.
  private func hasClauseVerb(_ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    let end = min(range.upperBound, range.lowerBound + 26)
    while i + 1 < end {
      i += 1
      let token = tokens[i]
      if token.hash == Marks.comma, i + 1 < end, tokens[i + 1].has(.preposition),
        let close = (i + 1..<end).first(where: { tokens[$0].hash == Marks.comma })
      {
        i = close
        continue
      }
      if token.hash == Marks.comma || token.has(.relative) { return false }
      if token.has([.auxiliary]) { return true }
      if token.has(.verb), !token.isA(.capital),
        !tokens[i - 1].has([.determiner, .possessive, .preposition])
      {
        return true
      }
      if i == range.lowerBound + 1, tokens[range.lowerBound].has(.subjectPronoun) { return true }
    }
    return false
  }

  /// A phrase that only says when or where: not what somebody said.
  func isAdverbial(_ range: Range<Int>) -> Bool {
    let first = tokens[range.lowerBound]
    return first.has([.preposition, .adverb, .conjunction, .participle]) && range.count < 16
  }

  // MARK: Ends

  /// Before the full stop of the sentence; a closing mark behind the stop stays.
  private func contentEnd(_ upper: Int) -> Int {
    upper > 0 && Marks.isStop(tokens[upper - 1].hash) ? upper - 1 : upper
  }

  /// `said he would pray but did not say for whom`: a verb without subject behind `but` is not said.
  private func withoutAfterthought(_ range: Range<Int>) -> Range<Int> {
    for i in range.dropFirst(3) where tokens[i].hash == Self.but && !tokens[i].isA(.quoted) {
      guard i + 1 < range.upperBound else { break }
      let next = tokens[i + 1]
      if Self.pastVerbs.contains(next.hash) || next.has([.sayCue, .thatCue]) && next.has(.pastForm) {
        return range.lowerBound..<(tokens[i - 1].hash == Self.comma ? i - 1 : i)
      }
    }
    return range
  }

  private static let but = hash("but")
  /// Adverbs between a cue and its clause.
  private static let whens = Set(
    ["today", "yesterday", "tomorrow", "tonight", "recently", "later", "again", "earlier", "flatly"]
      .map(hash))
  private static let amounts = Set(["about", "over", "under", "nearly", "around"].map(hash))
  private static let pastVerbs = Set(["did", "declined", "refused", "gave", "offered"].map(hash))

  /// Content from a range: quoted where one quotation is all of it.
  private func side(_ range: Range<Int>, _ quotations: [Int]) -> Side {
    let range = withoutAfterthought(range)
    if let index = quotations.first(where: { text.quotations[$0].open == range.lowerBound }),
      text.quotations[index].close >= range.upperBound - 1
    {
      return Side(parts: [words(of: text.quotations[index])], isQuoted: true)
    }
    return Side(parts: [range])
  }
}
