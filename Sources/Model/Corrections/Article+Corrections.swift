extension Article {
  /// The article with corrections applied in order, and those that found nothing to correct.
  ///
  /// A quote is found by its words: the one that shares most of them, at least half.
  /// - Complexity: O(corrections × (people + quotes)).
  public func applying(
    _ corrections: [Correction]
  ) -> (article: Article, unapplied: [Correction]) {
    var article = self
    let unapplied = corrections.filter { !article.apply($0) }
    return (article, unapplied)
  }

  /// Applies one correction; false where there is nothing that it could correct.
  private mutating func apply(_ correction: Correction) -> Bool {
    switch correction {
    case .notAPerson(let name): return removePerson(named: name)
    case .samePerson(let name, let other): return mergePerson(named: name, into: other)
    case .rename(let name, let new): return renamePerson(named: name, to: new)
    case .split(let alias, let name): return splitPerson(alias, from: name)
    case .bounds(let anchor, let new):
      guard let index = quote(at: anchor) else { return false }
      return moveQuote(index, to: new)
    case .speaker(let anchor, let name):
      guard let index = quote(at: anchor) else { return false }
      quotes[index].speaker = name.map { speaker(named: $0, near: quotes[index]) }
      markCorrected(index)
      return true
    case .notAQuote(let anchor):
      guard let index = quote(at: anchor) else { return false }
      quotes.remove(at: index)
      return true
    case .missedQuote(let anchor, let name): return addQuote(anchor, speaker: name)
    }
  }

  private mutating func markCorrected(_ index: Int) {
    quotes[index].evidence = .correction
    quotes[index].confidence = 1
  }

  private func quote(at anchor: QuoteAnchor) -> Int? {
    let best = quotes.indices.max {
      anchor.overlap(with: quotes[$0]) < anchor.overlap(with: quotes[$1])
    }
    return best.flatMap { anchor.overlap(with: quotes[$0]) >= 0.5 ? $0 : nil }
  }

  private func person(named name: String) -> Int? {
    if let index = people.firstIndex(where: { $0.name == name }) { return index }
    // The same person under another spelling, so that a correction can be for many articles.
    let key = PersonKey(name)
    return people.firstIndex { key != nil && PersonKey($0.name) == key }
      ?? people.firstIndex { $0.aliases.contains(name) }
  }

  /// Speakers point at people by index, so that every index behind a removed one moves.
  private mutating func forEachSpeaker(_ change: (inout Speaker) -> Void) {
    for index in quotes.indices {
      guard var speaker = quotes[index].speaker else { continue }
      change(&speaker)
      quotes[index].speaker = speaker
    }
  }

  private mutating func removePerson(named name: String) -> Bool {
    guard let index = person(named: name) else { return false }
    people.remove(at: index)
    forEachSpeaker { speaker in
      guard let person = speaker.person?.rawValue else { return }
      if person == index {
        speaker.person = nil
        speaker.kind = .unnamed
      } else if person > index {
        speaker.person = PersonID(rawValue: person - 1)
      }
    }
    return true
  }

  private mutating func mergePerson(named name: String, into other: String) -> Bool {
    guard let from = person(named: name), let into = person(named: other), from != into else {
      return false
    }
    let gone = people[from]
    let names = ([gone.name] + gone.aliases).filter {
      $0 != people[into].name && !people[into].aliases.contains($0)
    }
    people[into].aliases += names
    people[into].isCorrected = true
    people[into].roles += gone.roles.filter { !people[into].roles.contains($0) }
    people[into].mentions = (people[into].mentions + gone.mentions).sorted { $0.span < $1.span }
    people.remove(at: from)
    let kept = into > from ? into - 1 : into
    let keptName = people[kept].name
    forEachSpeaker { speaker in
      guard let person = speaker.person?.rawValue else { return }
      if person == from {
        speaker.person = PersonID(rawValue: kept)
        speaker.name = keptName
      } else if person > from {
        speaker.person = PersonID(rawValue: person - 1)
      }
    }
    return true
  }

  private mutating func renamePerson(named name: String, to new: String) -> Bool {
    guard let index = person(named: name) else { return false }
    let old = people[index].name
    if old != new, !people[index].aliases.contains(old) { people[index].aliases.insert(old, at: 0) }
    people[index].name = new
    people[index].isCorrected = true
    people[index].aliases.removeAll { $0 == new }
    forEachSpeaker { if $0.person?.rawValue == index { $0.name = new } }
    return true
  }

  private func speaker(named name: String, near quote: Quote) -> Speaker {
    let nowhere = TextSpan(quote.extent.start, quote.extent.start)
    guard let index = person(named: name) else {
      return Speaker(name: name, kind: .unnamed, span: quote.speaker?.span ?? nowhere)
    }
    return Speaker(
      name: people[index].name, kind: .person,
      span: attribution(of: quote, to: index) ?? nowhere, person: PersonID(rawValue: index))
  }

  /// The words that name the speaker: those of the old attribution (`he`), unless they are somebody
  /// else's name; then the nearest mention.
  private func attribution(of quote: Quote, to person: Int) -> TextSpan? {
    if let span = quote.speaker?.span {
      let isTaken = people.indices.contains(where: { index in
        index != person
          && people[index].mentions.contains { $0.form == .name && $0.span.overlaps(span) }
      })
      if !isTaken { return span }
    }
    let extent = quote.extent
    func distance(_ span: TextSpan) -> Int {
      span.end <= extent.start ? extent.start - span.end : max(0, span.start - extent.end)
    }
    return people[person].mentions.map(\.span).filter { span in
      !quote.spans.contains { $0.overlaps(span) }
    }.min { distance($0) < distance($1) }
  }

  /// Mentions spelt so, and quotes whose speaker is named so, go to a person of their own.
  private mutating func splitPerson(_ alias: String, from name: String) -> Bool {
    guard let index = person(named: name), people[index].aliases.contains(alias) else {
      return false
    }
    let bytes = source
    func isSplit(_ span: TextSpan) -> Bool { bytes[span] == alias }
    let mentions = people[index].mentions.filter { isSplit($0.span) }
    people[index].aliases.removeAll { $0 == alias }
    people[index].mentions.removeAll { isSplit($0.span) }
    people[index].isCorrected = true
    var person = Person(name: alias, mentions: mentions)
    person.isCorrected = true
    people.append(person)
    let new = PersonID(rawValue: people.count - 1)
    forEachSpeaker { speaker in
      guard speaker.person?.rawValue == index, isSplit(speaker.span) else { return }
      speaker.person = new
      speaker.name = alias
    }
    return true
  }

  private mutating func moveQuote(_ index: Int, to anchor: QuoteAnchor) -> Bool {
    let spans = checked(anchor)
    guard let first = spans.first else { return false }
    var quote = quotes.remove(at: index)
    quote.spans = spans
    quote.kind = kind(of: spans)
    quote.line = source.line(at: first.start)
    quotes.insert(quote, at: quotes.firstIndex { quote.extent < $0.extent } ?? quotes.count)
    if let place = quotes.firstIndex(of: quote) { markCorrected(place) }
    return true
  }

  /// The parts of an anchor that lie inside the text, in order and without overlap.
  private func checked(_ anchor: QuoteAnchor) -> [TextSpan] {
    var end = 0
    return anchor.spans.sorted().filter { span in
      guard !span.isEmpty, span.start >= end, span.end <= source.bytes.count else { return false }
      end = span.end
      return true
    }
  }

  private mutating func addQuote(_ anchor: QuoteAnchor, speaker name: String?) -> Bool {
    let spans = checked(anchor)
    guard let first = spans.first else { return false }
    var quote = Quote(
      kind: .indirect, spans: spans, speaker: nil, cue: nil,
      line: source.line(at: first.start), confidence: 1, evidence: .correction)
    quote.kind = kind(of: spans)
    quote.speaker = name.map { speaker(named: $0, near: quote) }
    let place = quotes.firstIndex { quote.extent < $0.extent } ?? quotes.count
    quotes.insert(quote, at: place)
    return true
  }

  /// Direct where a quotation mark stands right before every part, mixed where one stands inside.
  private func kind(of spans: [TextSpan]) -> Quote.Kind {
    let marks = ["\"", "“", "„", "«", "‘", "''"].map { Array($0.utf8) }
    func mark(endingAt end: Int) -> Bool {
      marks.contains { $0.count <= end && Array(source.bytes[end - $0.count..<end]) == $0 }
    }
    if spans.allSatisfy({ mark(endingAt: $0.start) }) { return .direct }
    let hasInside = spans.contains { span in
      span.range.dropFirst().contains { mark(endingAt: $0) }
    }
    return hasInside ? .mixed : .indirect
  }
}
