/// Folds text for search: small letters, no accents, words apart by one blank.
///
/// Latin letters with accents become their base letters (Unicode canonical decomposition, marks
/// left out), Greek and Cyrillic capitals become small and lose their accents (`ё` becomes `е`, `й`
/// stays), whether an accent is part of its letter or follows it. Other scripts stay as they
/// are. Every mark, and the apostrophe too, ends a word.
enum Folding {
  /// Calls `take` for each word with its folded bytes; the bytes are reused.
  /// - Complexity: O(bytes).
  static func forEachWord(
    in bytes: some RandomAccessCollection<UInt8>, _ take: (Range<Int>, [UInt8]) -> Void
  ) {
    func takeAll(_ range: Range<Int>, _ word: [UInt8]) -> Bool {
      take(range, word)
      return true
    }
    let done: Void? = bytes.withContiguousStorageIfAvailable { scan($0, takeAll) }
    if done == nil { Array(bytes).withUnsafeBufferPointer { scan($0, takeAll) } }
  }

  /// Calls `take` for each word until it returns false.
  static func forEachWord(
    in bytes: UnsafeBufferPointer<UInt8>, _ take: (Range<Int>, [UInt8]) -> Bool
  ) {
    scan(bytes, take)
  }

  /// The words of a text, folded.
  static func words(of text: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    forEachWord(in: Array(text.utf8)) { words.append($1) }
    return words
  }

  /// Appends the folded words of some bytes, each with a blank before it.
  static func append(_ bytes: some RandomAccessCollection<UInt8>, to result: inout [UInt8]) {
    forEachWord(in: bytes) { _, word in
      result.append(0x20)
      result += word
    }
  }

  private static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ take: (Range<Int>, [UInt8]) -> Bool
  ) {
    var word: [UInt8] = []
    var start = 0
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if Bytes.isLetter(byte) || Bytes.isDigit(byte) {
        if word.isEmpty { start = i }
        word.append(Bytes.lower(byte))
        i += 1
        continue
      }
      let length = byte < 0x80 ? 1 : min(bytes.count - i, byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4)
      let isWord = byte >= 0x80 && fold(bytes, i, length, into: &word, start: &start)
      if !isWord, !word.isEmpty {
        guard take(start..<i, word) else { return }
        word.removeAll(keepingCapacity: true)
      }
      i += length
    }
    if !word.isEmpty { _ = take(start..<bytes.count, word) }
  }

  /// Appends the folded form of a scalar beyond ASCII; false where it is no part of a word.
  private static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ length: Int, into word: inout [UInt8],
    start: inout Int
  ) -> Bool {
    guard length >= 2 else { return false }
    let (lead, next) = (bytes[i], bytes[i + 1])
    // Combining marks and the soft hyphen vanish inside a word.
    if lead == 0xCC || lead == 0xCD && next < 0xB0 {
      if next == 0x86 { addBreve(to: &word) }
      return !word.isEmpty
    }
    if lead == 0xC2 {
      if next == 0xAD { return !word.isEmpty }
      guard next == 0xAA || next == 0xB5 || next == 0xBA else { return false }
    }
    if lead == 0xE2 || lead == 0xE3 && next == 0x80 || lead == 0xEF && next >= 0xBB { return false }
    if lead == 0xC3, next == 0x97 || next == 0xB7 { return false }
    if word.isEmpty { start = i }
    switch lead {
    case 0xC3, 0xC4, 0xC5:
      let scalar = Int(lead & 0x1F) << 6 | Int(next & 0x3F)
      if let base = latin(scalar) {
        word += base
        return true
      }
    case 0xD0 where (0x90...0x9F).contains(next):
      word += [0xD0, next + 0x20]
      return true
    case 0xD0 where (0xA0...0xAF).contains(next):
      word += [0xD1, next - 0x20]
      return true
    case 0xD0 where next < 0x90:
      appendCyrillic(next + 0x10, to: &word)
      return true
    case 0xD1 where next >= 0x90 && next < 0xA0:
      appendCyrillic(next, to: &word)
      return true
    case 0xC6...0xC9, 0xCE, 0xCF:
      if let base = base(Int(lead & 0x1F) << 6 | Int(next & 0x3F)) {
        word += base
        return true
      }
    case 0xE1 where length == 3 && next >= 0xB8:
      let scalar = 0x1000 | Int(next & 0x3F) << 6 | Int(bytes[i + 2] & 0x3F)
      if let base = base(scalar) {
        word += base
        return true
      }
    default: break
    }
    for j in 0..<length { word.append(bytes[i + j]) }
    return true
  }

  /// Appends U+0450…U+045F, given by the second byte, without its accent.
  private static func appendCyrillic(_ next: UInt8, to word: inout [UInt8]) {
    switch next {
    case 0x90, 0x91: word += [0xD0, 0xB5]
    case 0x93: word += [0xD0, 0xB3]
    case 0x97: word += [0xD1, 0x96]
    case 0x9C: word += [0xD0, 0xBA]
    case 0x9D: word += [0xD0, 0xB8]
    default: word += [0xD1, next]
    }
  }

  /// `й` and `ў` are letters of their own, in one piece or in two.
  private static func addBreve(to word: inout [UInt8]) {
    let end = word.count
    guard end >= 2 else { return }
    if word[end - 2] == 0xD0, word[end - 1] == 0xB8 {
      word[end - 1] = 0xB9
    } else if word[end - 2] == 0xD1, word[end - 1] == 0x83 {
      word[end - 1] = 0x9E
    }
  }

  private static func latin(_ scalar: Int) -> [UInt8]? {
    let table = scalar < 0x100 ? latin1 : latinA
    let index = scalar < 0x100 ? scalar - 0xC0 : scalar - 0x100
    guard table.indices.contains(index) else { return nil }
    return table[index]
  }

  /// Base letters of U+00C0…U+00FF.
  private static let latin1: [[UInt8]] = letters(
    """
    a a a a a a ae c e e e e i i i i d n o o o o o x o u u u u y th ss
    a a a a a a ae c e e e e i i i i d n o o o o o x o u u u u y th y
    """)

  /// Base letters of U+0100…U+017F.
  private static let latinA: [[UInt8]] = letters(
    """
    a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i i i
    i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s
    s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s
    """)

  private static func letters(_ words: String) -> [[UInt8]] {
    words.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
  }
}
