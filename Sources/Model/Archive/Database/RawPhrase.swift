/// Words side by side, looked for in an encoded article before it is decoded.
struct RawPhrase: Sendable {
  private let words: [[UInt8]]
  /// The words with a blank between them.
  private let pattern: [UInt8]
  private let endsInPrefix: Bool
  private let field: QueryField
  /// So many bytes are folded from where the first word may begin.
  private let reach: Int

  /// Nil where the words may stand outside the encoded article: a path does.
  init?(_ words: QueryWords) {
    guard words.field != .file, let first = words.words.first, !first.isEmpty else { return nil }
    self.words = words.words.map { Array($0.utf8) }
    pattern = Array(words.words.joined(separator: " ").utf8)
    endsInPrefix = words.endsInPrefix
    field = words.field
    reach = 64 + pattern.count * 4 + self.words.count * 8
  }

  /// Whether the words stand in the field; nil where the article has to be decoded to tell.
  func stands(in article: RawArticle) -> Bool? {
    var mayStand = false
    var from = article.text.lowerBound
    var passages: [TextSpan]?
    while let hit = next(in: article.bytes, from..<article.text.upperBound, article.text) {
      if field == .anywhere, hit.isCertain {
        let known = passages ?? article.passages
        passages = known
        if known.contains(where: { $0.contains(hit.span) }) { return true }
      }
      mayStand = true
      // In other fields the place alone does not tell.
      if field != .anywhere { return nil }
      from = hit.span.start + 1
    }
    if mayStand { return nil }
    if field == .said { return false }
    return next(in: article.bytes, article.rest, nil) == nil ? false : nil
  }

  private struct Hit {
    var span: TextSpan
    /// Whether these are surely whole words, and not the end of a longer one.
    var isCertain: Bool
  }

  /// The next place where the words may stand.
  /// - Parameter text: where the text lies that the range is part of; nil where it is of other parts.
  private func next(in bytes: [UInt8], _ range: Range<Int>, _ text: Range<Int>?) -> Hit? {
    bytes.withUnsafeBufferPointer { bytes in
      pattern.withUnsafeBufferPointer { pattern in
        var from = range.lowerBound
        while from < range.upperBound {
          let to = min(range.upperBound, from + Self.block)
          defer { from = to }
          if to < range.upperBound, !mayHold(bytes, from, pattern) { continue }
          for at in from..<to where mayBegin(bytes, at, range.upperBound, pattern) {
            if let hit = hit(bytes, at, range.upperBound, text, pattern) { return hit }
          }
        }
        return nil
      }
    }
  }

  /// The words where they may stand from a byte on.
  private func hit(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int, _ text: Range<Int>?,
    _ pattern: UnsafeBufferPointer<UInt8>
  ) -> Hit? {
    var isCertain = false
    // In the text a word begins behind something that is none; elsewhere a number may stand there.
    if let text {
      switch Self.boundary(bytes, before: at, from: text.lowerBound) {
      case .letter: return nil
      case .unknown: break
      case .none: isCertain = true
      }
    }
    switch plain(bytes, at, end, pattern) {
    case .no: return nil
    case .yes(let end): return Hit(span: TextSpan(at, end), isCertain: isCertain)
    case .unknown: break
    }
    let window = UnsafeBufferPointer(rebasing: bytes[at..<min(end, at + reach)])
    guard let length = length(in: window) else { return nil }
    // What ends with the window may go on behind it.
    let isWhole = length < window.count || at + length == end
    return Hit(span: TextSpan(at, at + length), isCertain: isCertain && isWhole)
  }

  private static let block = 32

  /// Whether the first word may begin in a block that is not the last.
  @inline(__always)
  private func mayHold(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ pattern: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let base = bytes.baseAddress, pattern.count > 1, pattern[0] < 0x80 else { return true }
    let here = UnsafeRawPointer(base + at).loadUnaligned(as: SIMD32<UInt8>.self)
    let beyond = here .>= SIMD32(repeating: 0xC3)
    let first = (here | 0x20) .== SIMD32(repeating: pattern[0] | 0x20)
    guard pattern[1] != 0x20, pattern[1] < 0x80 else { return any(first .| beyond) }
    let there = UnsafeRawPointer(base + at + 1).loadUnaligned(as: SIMD32<UInt8>.self)
    let second =
      ((there | 0x20) .== SIMD32(repeating: pattern[1] | 0x20))
      .| (there .>= SIMD32(repeating: 0x80))
    return any((first .& second) .| beyond)
  }

  /// Whether the first word may begin at a byte, by its first two letters.
  @inline(__always)
  private func mayBegin(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int,
    _ pattern: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let byte = bytes[at]
    guard byte < 0x80 else {
      return byte >= 0xC3 && at + 1 < end && bytes[at + 1] & 0xC0 == 0x80
        && Folding.mayBegin(byte, bytes[at + 1], with: pattern[0])
    }
    guard Bytes.lower(byte) == pattern[0], at + 1 < end, pattern.count > 1 else {
      return Bytes.lower(byte) == pattern[0]
    }
    let next = bytes[at + 1]
    if next >= 0x80 || pattern[1] >= 0x80 { return true }
    return pattern[1] == 0x20
      ? !Bytes.isLetter(next) && !Bytes.isDigit(next) : Bytes.lower(next) == pattern[1]
  }

  private enum Boundary { case letter, none, unknown }

  /// What stands before a byte of the text.
  @inline(__always)
  private static func boundary(
    _ bytes: UnsafeBufferPointer<UInt8>, before at: Int, from start: Int
  ) -> Boundary {
    guard at > start else { return .none }
    let before = bytes[at - 1]
    if before < 0x80 { return Bytes.isLetter(before) || Bytes.isDigit(before) ? .letter : .none }
    // Marks of general punctuation: U+2000 to U+2FFF.
    return at >= start + 3 && bytes[at - 3] == 0xE2 ? .none : .unknown
  }

  private enum Answer {
    case yes(Int)
    case no, unknown
  }

  /// Whether the words stand from a byte on, as far as plain letters tell, and where they end.
  @inline(__always)
  private func plain(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int,
    _ pattern: UnsafeBufferPointer<UInt8>
  ) -> Answer {
    var at = start
    for letter in pattern {
      guard at < end else { return .no }
      let byte = bytes[at]
      if byte >= 0x80 || letter >= 0x80 { return .unknown }
      if letter != 0x20 {
        if Bytes.lower(byte) != letter { return .no }
        at += 1
        continue
      }
      let before = at
      while at < end, bytes[at] < 0x80, !Bytes.isLetter(bytes[at]), !Bytes.isDigit(bytes[at]) {
        at += 1
      }
      if at < end, bytes[at] >= 0x80 { return .unknown }
      if at == before { return .no }
    }
    guard at < end, !endsInPrefix else { return .yes(at) }
    let next = bytes[at]
    if next >= 0x80 { return .unknown }
    return Bytes.isLetter(next) || Bytes.isDigit(next) ? .no : .yes(at)
  }

  /// The length of the words where they stand at the beginning of some bytes.
  private func length(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    var end: Int?
    Folding.forEachWord(in: bytes) { range, word in
      guard index < words.count else { return false }
      let isLast = index == words.count - 1
      guard isLast && endsInPrefix ? word.starts(with: words[index]) : word == words[index] else {
        return false
      }
      index += 1
      if isLast { end = range.upperBound }
      return !isLast
    }
    return end
  }
}

/// What a filter asks, as far as an encoded article can answer it.
indirect enum RawTest: Sendable {
  case phrase(RawPhrase)
  case all([RawTest])
  case any([RawTest])
  case not(RawTest)
  /// For its inner test to hold something else must hold too.
  case needs(RawTest)
  case unknown

  init(_ plan: QueryPlan) {
    switch plan {
    case .words(let words):
      let phrase = RawPhrase(words)
      self = phrase.map { .phrase($0) } ?? .unknown
    case .quote(let inner): self = .needs(RawTest(inner))
    case .not(let inner): self = .not(RawTest(inner))
    case .all(let plans): self = .all(plans.map(RawTest.init))
    case .any(let plans): self = .any(plans.map(RawTest.init))
    case .everything, .kind, .published, .property, .tag: self = .unknown
    }
  }

  /// Whether the test holds; nil where the article has to be decoded to tell.
  func holds(_ article: RawArticle) -> Bool? {
    switch self {
    case .unknown: return nil
    case .phrase(let phrase): return phrase.stands(in: article)
    case .needs(let inner): return inner.holds(article) == false ? false : nil
    case .not(let inner): return inner.holds(article).map { !$0 }
    case .all(let tests):
      var isKnown = true
      for test in tests {
        switch test.holds(article) {
        case false: return false
        case nil: isKnown = false
        default: break
        }
      }
      return isKnown ? true : nil
    case .any(let tests):
      var isKnown = true
      for test in tests {
        switch test.holds(article) {
        case true: return true
        case nil: isKnown = false
        default: break
        }
      }
      return isKnown ? false : nil
    }
  }
}

/// An encoded article of which only the places of its parts are known.
struct RawArticle: Sendable {
  let bytes: [UInt8]
  /// The decoded text of its page.
  let text: Range<Int>
  /// What was found in it.
  let rest: Range<Int>

  /// - Throws: where the bytes are damaged.
  init(_ bytes: [UInt8]) throws(PackedReader.Damaged) {
    self.bytes = bytes
    var input = PackedReader(bytes)
    let count = try input.count()
    let start = bytes.count - input.left
    text = start..<start + count
    rest = start + count..<bytes.count
  }

  /// Standfirst and body, as they lie in `bytes`; none where those are damaged.
  var passages: [TextSpan] {
    let start = text.lowerBound
    let found = (try? ArticleCodec.passages(bytes)) ?? []
    return found.map { TextSpan($0.start + start, $0.end + start) }
  }
}
