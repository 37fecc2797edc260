/// Quotations without a cue, and headlines.
extension AttributionFinder {
  // MARK: Without a cue

  /// Quotations that no cue took: what goes on from the one before, or speech without attribution.
  mutating func readUncued(
    _ sentence: Range<Int>, quotations: Range<Int>, block: Int, hadCue: Bool
  ) {
    let reader = ContentReader(text: text)
    for index in quotations where !taken.contains(index) {
      let quotation = text.quotations[index]
      let words = reader.words(of: quotation)
      let isWhole =
        quotation.open == sentence.lowerBound
        && (quotation.close + 1..<max(quotation.close + 1, sentence.upperBound)).allSatisfy {
          tokens[$0].isA(.mark)
        }
      if isWhole, !words.isEmpty, let last = found.indices.last, continues(quotation, found[last]) {
        found[last].content.append(words)
        taken.insert(index)
        continue
      }
      let before = quotation.open - 1
      let hasColon = before > sentence.lowerBound && tokens[before].hash == Marks.colon
      let signature = signature(of: quotation, in: sentence)
      let isNamed = hasColon || signature != nil
      guard !words.isEmpty, words.count >= (isWhole ? 3 : isNamed ? 2 : 8) else { continue }
      if !isWhole && !isNamed && hadCue { continue }
      taken.insert(index)
      var attribution = Attribution(
        content: [words], source: nil, cue: nil, venue: nil, evidence: .quotedWordsAlone,
        block: block)
      if hasColon, let source = nameBefore(colon: before, in: sentence) {
        attribution.source = source
        attribution.cue = before..<before + 1
        attribution.evidence = .colon
      } else if let source = signature {
        attribution.source = source
        attribution.evidence = .quotedWordsWithCue
      } else if isWhole, isAfterQuote(quotation) {
        attribution.evidence = .quotedWordsContinued
      }
      found.append(attribution)
    }
  }

  /// `Ines Varga: "…"`: a name and nothing else before the colon.
  private func nameBefore(colon: Int, in sentence: Range<Int>) -> Range<Int>? {
    let source = sentence.lowerBound..<colon
    return (1...5).contains(source.count) && names(source) ? source : nil
  }

  /// `"…" — Ines Varga.`: a dash and a name to the end of the sentence.
  private func signature(of quotation: Quotation, in sentence: Range<Int>) -> Range<Int>? {
    let dash = quotation.close + 1
    guard quotation.open == sentence.lowerBound, dash + 1 < sentence.upperBound,
      Marks.isDash(tokens[dash].hash)
    else { return nil }
    let source = dash + 1..<contentEnd(sentence)
    return (1...5).contains(source.count) && names(source) ? source : nil
  }

  /// Whether a quotation goes on from an attribution: the next sentence of the same paragraph, or
  /// the next paragraph where the one before was left open.
  func continues(_ quotation: Quotation, _ attribution: Attribution) -> Bool {
    let end = max(
      attribution.extent.upperBound,
      max(attribution.cue?.upperBound ?? 0, attribution.source?.upperBound ?? 0))
    let block = attribution.content.last.flatMap { text.block(of: $0.lowerBound) }
    if block == quotation.block {
      // Nothing but venue, time and description between the attribution and the quotation.
      guard end <= quotation.open, endsInQuotation(attribution) else { return false }
      return !(end..<quotation.open).contains {
        tokens[$0].isA(.startsSentence) && tokens[$0].isA(.word)
      }
    }
    guard let block, block + 1 == quotation.block else { return false }
    // The last quotation of a block is the only one that may be left open.
    let index = firstQuotation(closingAfter: quotation.open) - 1
    guard index >= 0, let part = attribution.content.last else { return false }
    let open = text.quotations[index]
    return !open.isClosed && open.block == block && part.overlaps(open.inner)
  }

  /// `“We will win.` and, in the next paragraph, `“We will win again,” said Holm`: paragraphs that a
  /// quotation runs through belong to the attribution that ends it.
  mutating func joinOpenParagraphs() {
    guard found.count > 1 else { return }
    var joined: [Attribution] = []
    joined.reserveCapacity(found.count)
    for var attribution in found {
      while let last = joined.last, attribution.source != nil, attribution.cue != nil,
        last.source == nil, last.cue == nil, last.block + 1 == attribution.block,
        runsOn(last, to: attribution)
      {
        attribution.content = last.content + attribution.content
        attribution.block = last.block
        joined.removeLast()
      }
      joined.append(attribution)
    }
    found = joined
  }

  /// Whether one quotation is left open at the end of its paragraph and another begins the next.
  private func runsOn(_ open: Attribution, to next: Attribution) -> Bool {
    guard open.content.count == 1, let part = next.content.first else { return false }
    let words = open.content[0]
    let index = firstQuotation(closingAfter: words.lowerBound)
    guard index < text.quotations.count, index + 1 < text.quotations.count else { return false }
    let quotation = text.quotations[index]
    let following = text.quotations[index + 1]
    return !quotation.isClosed && quotation.inner.overlaps(words)
      && quotation.open == text.blocks[open.block].tokens.lowerBound
      && following.block == next.block && following.inner.overlaps(part)
      && following.open == text.blocks[next.block].tokens.lowerBound
  }

  func endsInQuotation(_ attribution: Attribution) -> Bool {
    attribution.content.last.map { tokens[$0.upperBound - 1].isA([.quoted, .closes]) } ?? false
  }

  func isAfterQuote(_ quotation: Quotation) -> Bool {
    guard let last = found.last, quotation.block - last.block <= 1 else { return false }
    return [.quotedWordsWithCue, .quotedWordsContinued].contains(last.evidence)
      || last.source != nil && last.cue != nil && quotation.block > last.block
  }

  // MARK: Headlines

  /// `Clause — ambassador` and `Speaker: clause`.
  mutating func readTitle(_ sentence: Range<Int>, block: Int) {
    guard sentence.count >= 5 else { return }
    let end = contentEnd(sentence)
    for i in sentence.dropFirst(3).reversed() where Marks.isDash(tokens[i].hash) {
      let source = i + 1..<end
      guard (1...4).contains(source.count), names(source) else { return }
      found.append(
        Attribution(
          content: [sentence.lowerBound..<i], source: source, cue: nil, venue: nil,
          evidence: .clauseCueSpeaker, block: block))
      return
    }
    guard let colon = sentence.first(where: { tokens[$0].hash == Marks.colon }),
      colon - sentence.lowerBound <= 4, end - colon > 4,
      names(sentence.lowerBound..<colon)
    else { return }
    found.append(
      Attribution(
        content: [colon + 1..<end], source: sentence.lowerBound..<colon, cue: colon..<colon + 1,
        venue: nil, evidence: .colon, block: block))
  }

  func contentEnd(_ sentence: Range<Int>) -> Int {
    Marks.isStop(tokens[sentence.upperBound - 1].hash)
      ? sentence.upperBound - 1 : sentence.upperBound
  }

  func names(_ range: Range<Int>) -> Bool {
    range.contains {
      tokens[$0].has([.role, .surname, .givenName, .organisation, .document, .group])
    } && range.allSatisfy { tokens[$0].isA(.word) || tokens[$0].isA(.possessiveMark) }
  }
}
