/// Reads where and to whom something was said: `told RIA Novosti`, `in an interview with …`.
struct VenueReader {
  let tokens: [Token]

  private static let that = Bytes.word("that")
  private static let starters = Bytes.words("in at during on via to before through from")
  private static let to = Bytes.word("to")
  /// `an interview with the daily published on Friday`: when it came out, not where it was said.
  private static let issued = Bytes.words(
    """
    published broadcast aired released posted conducted recorded taped televised printed issued
    shown streamed
    """)
  private static let occasions = Bytes.words("ahead when after before following")

  /// Whether a time follows: `on Friday`, `this week`, `earlier`.
  private func isTime(_ i: Int) -> Bool {
    guard i < tokens.count else { return true }
    return (i..<min(i + 2, tokens.count)).contains {
      tokens[$0].has([.weekday, .month, .number]) || tokens[$0].has(.adverb)
    } || tokens[i].isA(.mark) || Self.these.contains(tokens[i].hash)
  }

  private static let these = Bytes.words("this last")

  /// The venue behind an attribution, or in the phrase that begins its sentence.
  func venue(of cue: Cue, from tail: Int, to upper: Int, sentence: Range<Int>, head: Int) -> Range<
    Int
  >? {
    guard cue.form != .according else { return nil }
    if cue.classes.contains(.tellCue), let addressee = addressee(from: tail, to: upper) {
      return addressee
    }
    if let found = phrase(from: tail, to: upper) { return found }
    // `Brandt, in a radio interview last week, said`
    if !cue.isInverted, let subject = cue.subject, subject.core.upperBound < cue.tokens.lowerBound,
      tokens[subject.core.upperBound].hash == Marks.comma,
      let found = phrase(from: subject.core.upperBound + 1, to: cue.tokens.lowerBound),
      found.lowerBound == subject.core.upperBound + 1
    {
      return found
    }
    // `At a press conference in Chelsea, the mayor said`
    let start = sentence.lowerBound
    guard start < head, head - start < 20, tokens[head - 1].hash == Marks.comma,
      Self.starters.contains(tokens[start].hash),
      (start..<min(head, start + 7)).contains(where: { tokens[$0].has(.venue) })
    else { return nil }
    return start..<head - 1
  }

  private func addressee(from start: Int, to upper: Int) -> Range<Int>? {
    var end = start
    while end < upper, end - start < 8 {
      let token = tokens[end]
      guard token.isA(.word) || token.isA(.possessiveMark) else { break }
      if end > start, isEnd(end, from: start) { break }
      if token.has([.subjectPronoun, .objectPronoun, .weekday]) { break }
      if token.hash == Self.that { break }
      end += 1
    }
    guard end > start,
      (start..<end).contains(where: {
        tokens[$0].has([.media, .venue, .organisation, .group]) || tokens[$0].isA(.capital)
      })
    else { return nil }
    return start..<end
  }

  /// A prepositional phrase with a noun of venue near its head.
  private func phrase(from tail: Int, to upper: Int) -> Range<Int>? {
    var i = tail
    while i < upper, i - tail < 8 {
      let token = tokens[i]
      if token.hash == Self.that || token.isA(.mark) && token.hash != Marks.comma { return nil }
      if Self.starters.contains(token.hash), !token.isA(.capital) {
        var end = i + 1
        while end < upper, end - i < 32, !isEnd(end, from: i) { end += 1 }
        let noun = (i + 1..<min(end, i + 9)).contains { tokens[$0].has(.venue) }
        // `when asked to comment`
        let isInfinitive =
          token.hash == Self.to && i + 1 < end && tokens[i + 1].has([.cue, .baseForm])
        if noun, !isInfinitive { return i..<end }
      }
      if token.has([.subjectPronoun, .auxiliary]) { return nil }
      i += 1
    }
    return nil
  }

  /// Marks, `that`, `on Tuesday` and an infinitive end a venue.
  private func isEnd(_ i: Int, from start: Int) -> Bool {
    let token = tokens[i]
    if token.isA(.mark), !token.isA(.possessiveMark), token.hash != Marks.hyphen { return true }
    if token.hash == Self.that || token.has([.relative, .auxiliary]) { return true }
    if token.has(.weekday) || i > start && Self.occasions.contains(token.hash) { return true }
    if i > start, Self.issued.contains(token.hash), isTime(i + 1) { return true }
    guard i + 1 < tokens.count else { return true }
    if token.has(.preposition), tokens[i + 1].has(.weekday) { return true }
    if token.hash == Self.to, i > start {
      let next = tokens[i + 1]
      return next.has([.common, .verb, .cue])
        && !next.has([.determiner, .possessive, .venue, .media, .role, .group])
    }
    return false
  }
}
