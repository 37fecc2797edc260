/// What looks like a finite verb, without a tagger.
extension ContentReader {
  // MARK: Verbs

  /// Whether the words hold what looks like a finite verb.
  func hasVerb(_ range: Range<Int>) -> Bool {
    for i in range.prefix(400) {
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

  func isVerbForm(_ token: Token) -> Bool {
    let length = Int(token.end - token.start)
    guard length > 3, !token.isA(.capital) else { return false }
    let end = Int(token.end)
    return text.bytes[end - 1] == 0x64 && text.bytes[end - 2] == 0x65
      || text.bytes[end - 1] == 0x73 && text.bytes[end - 2] != 0x73
        && !token.has([
          .role, .group, .determiner, .possessive,
        ])
  }

  /// A subject and then a verb, early: `he would go`, `Russia is ready`.
  func hasClauseVerb(_ range: Range<Int>) -> Bool {
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

  /// Whether the words hold what can hardly be anything but a finite verb.
  func hasFiniteVerb(_ range: Range<Int>) -> Bool {
    for i in range.prefix(400) {
      let token = tokens[i]
      guard token.isA(.word) else { continue }
      if token.has(.auxiliary) { return true }
      guard !token.isA(.capital), i > range.lowerBound else { continue }
      let previous = tokens[i - 1]
      if token.has(.verb), !previous.has([.determiner, .possessive, .preposition]) { return true }
      // A form in -ed or -s with an object or adverbial behind it.
      guard isVerbForm(token) || token.has(.cue) && token.has(.pastForm),
        i + 1 < range.upperBound, !previous.has([.determiner, .possessive])
      else { continue }
      let next = tokens[i + 1]
      if next.has([.determiner, .possessive, .subjectPronoun, .objectPronoun, .adverb]) {
        return true
      }
      if next.isA(.capital) || next.has(.preposition) && token.has(.pastForm) { return true }
    }
    return false
  }
}
