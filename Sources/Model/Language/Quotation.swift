/// A stretch of words between quotation marks.
struct Quotation: Hashable, Sendable {
  /// The token of the opening mark; for a paragraph that a quotation runs through without a mark,
  /// the token before its first.
  var open: Int
  /// The token of the closing mark, or one past the last token where the paragraph ends it.
  var close: Int
  /// Whether a closing mark stands.
  var isClosed: Bool
  /// The paragraph, as an index into the blocks.
  var block: Int

  /// The tokens between the marks.
  var inner: Range<Int> { open + 1..<max(open + 1, close) }
}

/// Pairs the quotation marks of one paragraph.
///
/// A straight mark opens behind a blank, a bracket or a dash, and closes else, unless only the other
/// makes sense; a curly mark counts by its look, but closes an open quotation whatever its look,
/// since many texts mix both. Single marks are looked at only outside double ones. A quotation that
/// nothing closes ends with its paragraph. Linear in the tokens.
struct QuotationPairing {
  var tokens: [Token]

  /// The quotations of a block's tokens, in order, outermost only.
  mutating func pair(_ range: Range<Int>, block: Int) -> [Quotation] {
    var found: [Quotation] = []
    var open = -1
    // Quotations that are open inside the open one.
    var depth = 0
    for i in range where tokens[i].isA(.quoteMark) && !tokens[i].isA(.single) {
      if open < 0 {
        if opens(i, in: range) { open = i }
      } else if isInchMark(i, in: range) {
        continue
      } else if closes(i, in: range) {
        if depth > 0 {
          depth -= 1
          continue
        }
        join(open, i)
        found.append(Quotation(open: open, close: i, isClosed: true, block: block))
        open = -1
      } else if hangsOnNext(i, in: range) {
        if hasCloser(after: i, in: range) {
          depth += 1
        } else {
          // The mark before was never closed: it opened words that this one takes up again.
          open = i
          depth = 0
        }
      }
    }
    if open >= 0 {
      tokens[open].shape.insert(.opens)
      let comma = attributionComma(in: open + 1..<range.upperBound)
      found.append(
        Quotation(
          open: open, close: comma ?? range.upperBound, isClosed: comma != nil, block: block))
    }
    found += singles(range, outside: found, block: block)
    found.sort { $0.open < $1.open }
    for quotation in found {
      for i in quotation.inner { tokens[i].shape.insert(.quoted) }
    }
    return found
  }

  /// The comma of `"The end is near, Lund said.`, whose closing mark is lost.
  private func attributionComma(in range: Range<Int>) -> Int? {
    let end = range.upperBound - 1
    guard range.count > 5, Marks.isStop(tokens[end].hash), tokens[end - 1].has(.sayCue),
      tokens[end - 1].has(.pastForm), !tokens[end - 1].isA(.capital)
    else { return nil }
    var i = end - 2
    while i > range.lowerBound, end - i < 8,
      tokens[i].isA(.capital) && tokens[i].isA(.word) || tokens[i].has([.role, .honorific])
        || tokens[i].has(.subjectPronoun) && tokens[i].has([.masculine, .feminine])
    {
      i -= 1
    }
    return i < end - 2 && i > range.lowerBound + 1 && tokens[i].hash == Marks.comma ? i : nil
  }

  private mutating func join(_ open: Int, _ close: Int) {
    tokens[open].partner = Int32(close)
    tokens[close].partner = Int32(open)
    tokens[open].shape.insert(.opens)
    tokens[close].shape.insert(.closes)
  }

  private func opens(_ i: Int, in range: Range<Int>) -> Bool {
    guard i + 1 < range.upperBound else { return false }
    if tokens[i].isA(.opens) { return true }
    // `”…”` and `»…«`: a closing mark with a blank before and a word right behind it opens.
    if tokens[i].isA(.closes) {
      return tokens[i].isA(.afterSpace) && tokens[i + 1].isA(.word)
        && !tokens[i + 1].isA(.afterSpace)
    }
    return tokens[i].isA(.afterSpace) || i == range.lowerBound || isOpener(tokens[i - 1])
  }

  private func closes(_ i: Int, in range: Range<Int>) -> Bool {
    if tokens[i].isA(.closes) { return true }
    guard i + 1 < range.upperBound else { return true }
    let next = tokens[i + 1]
    // `„…“` and `“…“`: an opening mark that hangs on the word before it closes.
    if tokens[i].isA(.opens) {
      return !tokens[i].isA(.afterSpace) && (next.isA(.afterSpace) || next.isA(.mark))
    }
    // Straight: a mark with a word right behind it and a blank before opens, all others close.
    guard tokens[i].isA(.afterSpace) else { return true }
    return next.isA(.afterSpace) || next.hash == Marks.comma || next.hash == Marks.stop
  }

  /// `the 9" plank`: a straight mark on a number, with words behind it that another mark closes.
  private func isInchMark(_ i: Int, in range: Range<Int>) -> Bool {
    guard i > range.lowerBound, i + 1 < range.upperBound, !tokens[i].isA([.afterSpace, .closes]),
      tokens[i - 1].isA(.digits), tokens[i + 1].isA(.word), tokens[i + 1].isA(.afterSpace),
      !tokens[i + 1].isA(.capital)
    else { return false }
    let end = min(range.upperBound, i + 64)
    guard
      let next = (i + 1..<end).first(where: {
        tokens[$0].isA(.quoteMark) && !tokens[$0].isA(.single)
      })
    else { return false }
    return closes(next, in: range) && !hangsOnNext(next, in: range)
  }

  /// A mark with a blank before it and none behind.
  private func hangsOnNext(_ i: Int, in range: Range<Int>) -> Bool {
    tokens[i].isA(.afterSpace) && i + 1 < range.upperBound && !tokens[i + 1].isA(.afterSpace)
  }

  /// Whether two closing marks follow, so that this one may be a quotation inside another.
  private func hasCloser(after i: Int, in range: Range<Int>) -> Bool {
    var closers = 0
    for j in i + 1..<min(range.upperBound, i + 400) where tokens[j].isA(.quoteMark) {
      if tokens[j].isA(.single) { continue }
      if closes(j, in: range) { closers += 1 } else { return closers >= 2 }
    }
    return closers >= 2
  }

  /// ‘…’ and '…' outside double marks: opened behind a blank, closed before one or a mark.
  private mutating func singles(
    _ range: Range<Int>, outside doubles: [Quotation], block: Int
  ) -> [Quotation] {
    var found: [Quotation] = []
    var open = -1
    var next = 0
    for i in range where tokens[i].isA(.single) {
      while next < doubles.count, doubles[next].close < i { next += 1 }
      if next < doubles.count, doubles[next].open < i { continue }
      let mayOpen =
        (tokens[i].isA(.afterSpace) || i == range.lowerBound || isOpener(tokens[i - 1]))
        && !tokens[i].isA(.possessiveMark) && i + 1 < range.upperBound
        && tokens[i + 1].isA(.word) && !tokens[i + 1].isA([.afterSpace, .digits])
      if mayOpen && !(open >= 0 && tokens[i].isA(.closes)) {
        open = i
      } else if open >= 0, !tokens[i].isA(.afterSpace), i - open >= 2,
        i + 1 >= range.upperBound || tokens[i + 1].isA([.afterSpace, .mark]),
        !isOwner(i, in: range)
      {
        tokens[i].shape.remove(.possessiveMark)
        join(open, i)
        found.append(Quotation(open: open, close: i, isClosed: true, block: block))
        open = -1
      }
    }
    return found
  }

  /// `'It was our fathers' sea.'`: the mark of a plural owner, where a better closing mark follows.
  private func isOwner(_ i: Int, in range: Range<Int>) -> Bool {
    guard tokens[i].isA(.possessiveMark), i + 1 < range.upperBound, tokens[i + 1].isA(.word),
      !tokens[i + 1].isA(.capital)
    else { return false }
    for j in i + 2..<max(i + 2, min(range.upperBound, i + 40)) where tokens[j].isA(.single) {
      if tokens[j].isA(.afterSpace) { return false }
      if tokens[j - 1].isA(.mark) { return true }
    }
    return false
  }

  private func isOpener(_ token: Token) -> Bool {
    guard token.isA(.mark) else { return false }
    switch token.hash {
    case Marks.bracket, Marks.square, Marks.dash, Marks.emDash, Marks.enDash, Marks.hyphen,
      Marks.slash:
      return true
    default: return false
    }
  }
}

/// The hashes of marks that rules ask for.
enum Marks {
  static let comma = Bytes.hash(of: ",".utf8)
  static let stop = Bytes.hash(of: ".".utf8)
  static let dots = Bytes.hash(of: "...".utf8)
  static let colon = Bytes.hash(of: ":".utf8)
  static let semicolon = Bytes.hash(of: ";".utf8)
  static let question = Bytes.hash(of: "?".utf8)
  static let exclamation = Bytes.hash(of: "!".utf8)
  static let bracket = Bytes.hash(of: "(".utf8)
  static let bracketEnd = Bytes.hash(of: ")".utf8)
  static let square = Bytes.hash(of: "[".utf8)
  static let squareEnd = Bytes.hash(of: "]".utf8)
  static let dash = Bytes.hash(of: "--".utf8)
  static let hyphen = Bytes.hash(of: "-".utf8)
  static let emDash = Bytes.hash(of: "—".utf8)
  static let enDash = Bytes.hash(of: "–".utf8)
  static let ellipsis = Bytes.hash(of: "…".utf8)
  static let slash = Bytes.hash(of: "/".utf8)

  /// A dash between clauses.
  static func isDash(_ hash: UInt32) -> Bool {
    hash == dash || hash == emDash || hash == enDash
  }

  /// Ends a sentence.
  static func isStop(_ hash: UInt32) -> Bool {
    hash == stop || hash == question || hash == exclamation
  }
}
