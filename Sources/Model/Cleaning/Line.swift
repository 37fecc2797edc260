/// One line of plain text that is not blank, with what the cleaning rules ask about it.
struct Line: Sendable {
  /// Without blanks at both ends.
  var span: TextSpan
  /// Whether the next line of the file is blank (or there is none).
  var isFollowedByBlank = true
  /// Words, and those that begin with a capital.
  var words = 0
  var capitalisedWords = 0
  /// Ends in a full stop, question or exclamation mark, also behind a closing mark.
  var endsSentence = false
  /// Bytes beyond ASCII letters that belong to another script than Latin.
  var foreignLetters = 0
  var latinLetters = 0
  /// The folded words, hashed: equal for lines that differ in case and punctuation only.
  var fold: UInt32 = Bytes.hashStart
  /// The folded words up to a ` - Site Name` at the end, and where that name starts.
  var siteSuffix: TextSpan?
  /// What the rules made of it.
  var mark: RemovalReason?

  /// Prose: a sentence, or too long to be a label.
  var isProse: Bool { (endsSentence && words >= 5) || words >= 25 }

  /// Mostly capitalised words, as a headline is in English.
  var looksLikeTitle: Bool { !endsSentence && words >= 3 && capitalisedWords * 2 >= words }

  /// Measures one line.
  init(_ span: TextSpan, in bytes: [UInt8]) {
    let span = Bytes.trimmed(span, in: bytes)
    self.span = span
    bytes.withUnsafeBufferPointer { measure($0, span.start, span.end) }
    endsSentence = Self.endsSentence(span, in: bytes)
    siteSuffix = Self.siteSuffix(span, in: bytes)
  }

  /// Counts words and letters; local sums, for this runs over every byte.
  private mutating func measure(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) {
    var (words, capitalisedWords, foreignLetters, latinLetters) = (0, 0, 0, 0)
    var fold = Bytes.hashStart
    var inWord = false
    var i = start
    while i < end {
      let byte = bytes[i]
      guard Bytes.isWord(byte) else {
        inWord = inWord && byte == 0x27
        i &+= 1
        continue
      }
      if !inWord {
        inWord = true
        words &+= 1
        if words > 1 { fold = Bytes.hash(fold, adding: 0x20) }
        let isCyrillic =
          byte == 0xD0 && i &+ 1 < end && (0x81...0xAF).contains(bytes[i &+ 1])
        if Bytes.isUpper(byte) || isCyrillic { capitalisedWords &+= 1 }
      }
      if byte == 0xD0, i &+ 1 < end, (0x90...0xAF).contains(bytes[i &+ 1]) {
        // Cyrillic capitals.
        let next = bytes[i &+ 1]
        fold = Bytes.hash(fold, adding: next < 0xA0 ? 0xD0 : 0xD1)
        fold = Bytes.hash(fold, adding: next < 0xA0 ? next &+ 0x20 : next &- 0x20)
        foreignLetters &+= 1
        i &+= 2
        continue
      }
      fold = Bytes.hash(fold, adding: Bytes.lower(byte))
      if byte < 0x80 {
        if !Bytes.isDigit(byte) { latinLetters &+= 1 }
      } else if byte >= 0xCD && byte < 0xE2 || byte >= 0xE3 && byte < 0xEF {
        foreignLetters &+= 1
      } else if byte == 0xE2 {
        // General punctuation: dashes, quotation marks; not a word.
        inWord = false
      }
      i &+= 1
    }
    self.words = words
    self.capitalisedWords = capitalisedWords
    self.foreignLetters = foreignLetters
    self.latinLetters = latinLetters
    self.fold = fold
  }

  private static func endsSentence(_ span: TextSpan, in bytes: [UInt8]) -> Bool {
    var end = span.end
    while end > span.start {
      let byte = bytes[end - 1]
      if byte == 0x22 || byte == 0x29 || byte == 0x5D || byte == 0x27 {
        end -= 1
      } else if end - 3 >= span.start, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80 {
        // ’ ” ends a quotation, … ends a sentence.
        if byte == 0xA6 { return true }
        guard byte == 0x99 || byte == 0x9D else { return false }
        end -= 3
      } else if end - 2 >= span.start, bytes[end - 2] == 0xC2, byte == 0xBB {
        end -= 2
      } else {
        return byte == 0x2E || byte == 0x21 || byte == 0x3F
      }
    }
    return false
  }

  /// `Site Name` of a line that ends in ` - Site Name`: one to four capitalised words.
  private static func siteSuffix(_ span: TextSpan, in bytes: [UInt8]) -> TextSpan? {
    var i = span.end - 1
    let low = max(span.start, span.end - 48)
    while i >= low {
      let isHyphen = bytes[i] == 0x2D || bytes[i] == 0x7C
      if isHyphen, i + 1 < span.end, bytes[i + 1] == 0x20, i == span.start || bytes[i - 1] == 0x20 {
        let name = TextSpan(i + 2, span.end)
        var words = 0
        var starts = true
        for at in name.range {
          if starts {
            guard Bytes.isUpper(bytes[at]) else { return nil }
            words += 1
          } else if !Bytes.isWord(bytes[at]) && bytes[at] != 0x20 && bytes[at] != 0x26 {
            return nil
          }
          starts = bytes[at] == 0x20
        }
        return (1...4).contains(words) ? name : nil
      }
      i -= 1
    }
    return nil
  }
}
