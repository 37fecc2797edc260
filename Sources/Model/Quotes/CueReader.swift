/// A place in a sentence where somebody is said to say something.
struct Cue: Sendable {
  enum Form: Hashable, Sendable {
    /// A finite verb with a subject: `Antonov said`.
    case verb
    /// `adding that`, `and stressed that`: the subject is that of the sentence.
    case shared
    /// `According to`.
    case according
  }
  var form: Form
  /// The words of the cue: `went on`.
  var tokens: Range<Int>
  /// The classes of its verb.
  var classes: WordClass
  /// Who speaks; nil for a shared subject.
  var subject: NounPhraseReader.Subject?
  /// Whether the subject stands behind the cue.
  var isInverted = false
}

/// Finds the cues of one sentence, in order.
struct CueReader {
  let text: ReadingText
  let tokens: [Token]
  let phrases: NounPhraseReader

  init(_ text: ReadingText) {
    self.text = text
    tokens = text.tokens
    phrases = NounPhraseReader(tokens: text.tokens)
  }

  /// The cues of a sentence.
  func cues(in sentence: Range<Int>, isTitle: Bool) -> [Cue] {
    var cues: [Cue] = []
    let lower = sentence.lowerBound
    for i in sentence {
      let token = tokens[i]
      guard token.isA(.word), !token.isA(.quoted) else { continue }
      if token.has(.according), i + 1 < sentence.upperBound, tokens[i + 1].hash == Self.to {
        if let cue = according(at: i, in: sentence) { cues.append(cue) }
        continue
      }
      guard token.has(.cue), !token.isA(.capital) || isTitle,
        let cue = verbCue(at: i, in: sentence, from: lower, isTitle: isTitle)
      else { continue }
      cues.append(cue)
    }
    return cues
  }

  private static let to = Bytes.word("to")
  private static let on = Bytes.word("on")
  private static let out = Bytes.word("out")
  private static let back = Bytes.word("back")
  private static let and = Bytes.word("and")
  private static let but = Bytes.word("but")
  private static let then = Bytes.word("then")
  private static let asWord = Bytes.word("as")
  private static let by = Bytes.word("by")
  private static let went = Bytes.words("went goes go going")
  private static let points = Bytes.words("pointed points point pointing")
  private static let shots = Bytes.words("shot fired")
  private static let voices = Bytes.words("expressed expresses voiced voices express voice")
  private static let copulas = Bytes.words("is are was were be been being")

  private func according(at i: Int, in sentence: Range<Int>) -> Cue? {
    let start = i + 2
    guard start < sentence.upperBound, tokens[start].isA(.word) || tokens[start].isA(.opens) else {
      return nil
    }
    var end = start
    while end < sentence.upperBound, end - start < 30 {
      let token = tokens[end]
      if token.hash == Marks.comma || Marks.isStop(token.hash) || token.hash == Marks.semicolon
        || Marks.isDash(token.hash) || token.hash == Marks.colon || token.hash == Marks.bracketEnd
      {
        break
      }
      end += 1
    }
    guard end > start else { return nil }
    let core = start..<end
    return Cue(
      form: .according, tokens: i..<i + 2, classes: .according,
      subject: NounPhraseReader.Subject(phrase: core, core: core))
  }

  private func verbCue(
    at i: Int, in sentence: Range<Int>, from lower: Int, isTitle: Bool
  ) -> Cue? {
    let token = tokens[i]
    guard token.has([.pastForm, .presentForm, .participle]) else { return nil }
    guard let words = words(at: i, in: sentence) else { return nil }
    let previous = i > sentence.lowerBound ? tokens[i - 1] : nil
    if let previous,
      previous.has([.determiner, .possessive]) && !previous.has(.subjectPronoun)
        && !standsAlone(i - 1, in: sentence) && !isRelative(i - 1, in: sentence)
        || previous.isA(.possessiveMark)
    {
      return nil
    }
    if token.has(.participle) {
      // `, adding that …`; `while saying`.
      guard let previous,
        previous.hash == Marks.comma || previous.isA(.closes)
          || previous.has(.conjunction) || previous.hash == Self.by
          || previous.isA(.word)
            && token.has(.sayCue)
      else { return nil }
      guard token.has([.sayCue, .thatCue, .tellCue]), !isCopula(previous) else { return nil }
      return Cue(form: .shared, tokens: words, classes: token.classes)
    }
    if let previous, isConjoined(i, in: sentence), previous.isA(.word) {
      return token.has(.pastForm) || token.has(.presentForm) && !token.has(.baseForm)
        ? Cue(form: .shared, tokens: words, classes: token.classes) : nil
    }
    if previous?.hash == Self.to, i >= sentence.lowerBound + 3, token.has(.baseForm) {
      // `went on to say`
      guard tokens[i - 2].hash == Self.on, Self.went.contains(tokens[i - 3].hash),
        var subject = phrases.subject(before: i - 3, from: lower)
      else { return nil }
      subject.isModal = false
      return Cue(form: .verb, tokens: words, classes: token.classes, subject: subject)
    }
    if isNaming(words, in: sentence) || previous.map(isPassiveAsked(i)) == true { return nil }
    // `Ana Ruiz, who chairs the committee, said the study …`: no clause stands before the subject.
    if previous?.hash == Marks.comma, let subject = phrases.subject(before: i, from: lower),
      subject.core.lowerBound == sentence.lowerBound || startsClause(subject.core.lowerBound),
      !subject.isNegated, !subject.isModal, agrees(subject, token, i)
    {
      return Cue(form: .verb, tokens: words, classes: token.classes, subject: subject)
    }
    // Inverted: `…," said Donna Brazile, …`; `…, said Larry Stone.`
    if token.has([.sayCue, .thatCue]), let previous, !previous.has(.preposition),
      previous.isA(.closes)
        || token.has(.sayCue) && (previous.hash == Marks.comma || previous.hash == Self.asWord),
      let subject = phrases.subject(after: i, to: sentence.upperBound),
      endsPlainly(subject, in: sentence), agrees(subject, token, i)
    {
      return Cue(
        form: .verb, tokens: words, classes: token.classes, subject: subject, isInverted: true)
    }
    if let subject = phrases.subject(before: i, from: lower) {
      guard !subject.isNegated, !subject.isModal, !subject.isPassive,
        agrees(subject, token, i)
      else { return nil }
      return Cue(form: .verb, tokens: words, classes: token.classes, subject: subject)
    }
    return nil
  }

  /// Whether a mark, a preposition or a day follows a subject behind its cue, and no verb.
  private func endsPlainly(_ subject: NounPhraseReader.Subject, in sentence: Range<Int>) -> Bool {
    let next = subject.core.upperBound
    guard next < sentence.upperBound else { return true }
    let token = tokens[next]
    if token.isA(.opens) { return false }
    return token.isA(.mark)
      || token.has([.preposition, .weekday, .relative, .adverb, .conjunction])
  }

  /// `one shouted`, `some said`: a word for people, at the head of its clause.
  private func standsAlone(_ i: Int, in sentence: Range<Int>) -> Bool {
    Self.alone.contains(tokens[i].hash) && !(tokens[i + 1].has(.presentForm) && isNounLike(i + 1))
      && (i == sentence.lowerBound || tokens[i - 1].isA(.mark) || tokens[i - 1].has(.conjunction))
  }

  /// `states`, `claims`, `reports`: a plural as well as a verb.
  private func isNounLike(_ i: Int) -> Bool {
    let token = tokens[i]
    return !token.has([.baseForm, .pastForm]) && !ContentReader.says.contains(token.hash)
  }

  private static let alone = Bytes.words(
    "one some many others most both all another several two three")

  /// `that` of `a note that read`.
  private func isRelative(_ i: Int, in sentence: Range<Int>) -> Bool {
    i > sentence.lowerBound && NounPhraseReader.whiches.contains(tokens[i].hash)
      && tokens[i - 1].has(.document)
  }

  /// Behind `; ` or `, and`.
  private func startsClause(_ i: Int) -> Bool {
    i > 0 && (tokens[i - 1].hash == Marks.semicolon || tokens[i - 1].hash == Self.and)
  }

  /// `a yacht called "Liquid Asset"`: a name, not words that somebody said.
  private func isNaming(_ words: Range<Int>, in sentence: Range<Int>) -> Bool {
    let open = words.upperBound
    guard Self.naming.contains(tokens[words.lowerBound].hash), open < sentence.upperBound,
      tokens[open].isA(.opens), words.lowerBound > sentence.lowerBound
    else { return false }
    let close = Int(tokens[open].partner)
    let previous = tokens[words.lowerBound - 1]
    return close > open && close - open <= 9 && !Marks.isStop(tokens[close - 1].hash)
      && !previous.has(.subjectPronoun)
  }

  private static let naming = Bytes.words("called named dubbed nicknamed titled entitled")

  /// `Berg, asked about the plan, said`: somebody else asked.
  private func isPassiveAsked(_ i: Int) -> (Token) -> Bool {
    { previous in
      previous.hash == Marks.comma && Self.asked.contains(tokens[i].hash) && i + 1 < tokens.count
        && Self.questions.contains(tokens[i + 1].hash)
    }
  }

  private static let asked = Bytes.words("asked questioned pressed quizzed")
  private static let questions = Bytes.words("about whether if why how what when by to on")

  private func isCopula(_ token: Token) -> Bool { Self.copulas.contains(token.hash) }

  /// A base form needs a plural subject: `officials say`, not `the official say`.
  private func agrees(_ subject: NounPhraseReader.Subject, _ verb: Token, _ i: Int) -> Bool {
    guard verb.has(.baseForm), !verb.has(.pastForm) else { return true }
    let last = tokens[subject.core.upperBound - 1]
    if last.has(.subjectPronoun) { return true }
    if last.isA(.capital) && !last.isA(.startsSentence) && subject.core.count == 1 {
      return last.has(.demonym) || endsInS(last)
    }
    return endsInS(last) || last.has(.group)
  }

  private func endsInS(_ token: Token) -> Bool {
    text.bytes[Int(token.end) - 1] | 0x20 == 0x73
  }

  /// `and said`, `but then added`: the verb shares the subject of the one before.
  private func isConjoined(_ i: Int, in sentence: Range<Int>) -> Bool {
    var j = i - 1
    while j > sentence.lowerBound, tokens[j].has(.adverb), !tokens[j].isA(.capital) { j -= 1 }
    return j > sentence.lowerBound
      && (tokens[j].hash == Self.and || tokens[j].hash == Self.but || tokens[j].hash == Self.then)
  }

  /// The words of a cue, with the particle or noun that makes it one.
  private func words(at i: Int, in sentence: Range<Int>) -> Range<Int>? {
    let token = tokens[i]
    let next = i + 1 < sentence.upperBound ? tokens[i + 1] : nil
    if token.has(.particleCue) {
      guard let next else { return nil }
      if Self.went.contains(token.hash) {
        guard next.hash == Self.on else { return nil }
        // `went on to say` is the cue `say`.
        if i + 2 < sentence.upperBound, tokens[i + 2].isA(.word), tokens[i + 2].hash == Self.to {
          return nil
        }
        return i..<i + 2
      }
      if Self.points.contains(token.hash) { return next.hash == Self.out ? i..<i + 2 : nil }
      if Self.shots.contains(token.hash) { return next.hash == Self.back ? i..<i + 2 : nil }
      return nil
    }
    // `shouted back`
    if let next, next.hash == Self.back, token.has([.thatCue, .sayCue]),
      i + 2 >= sentence.upperBound || tokens[i + 2].isA(.mark)
    {
      return i..<i + 2
    }
    if Self.voices.contains(token.hash), let next, next.has(.speechNoun) { return i..<i + 2 }
    return i..<i + 1
  }
}
