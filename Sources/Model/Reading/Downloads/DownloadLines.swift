/// The lines of a text with their offsets, blanks at both ends left out.
struct DownloadLines: Sequence, IteratorProtocol {
  /// One line.
  struct Line: Hashable {
    /// Without blanks at both ends.
    var span: TextSpan
    /// Where the line begins.
    var start: Int

    func words(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> { bytes[span.range] }
  }

  private let bytes: ArraySlice<UInt8>
  private var at: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  mutating func next() -> Line? {
    guard at < bytes.endIndex else { return nil }
    let start = at
    let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.endIndex
    at = end + 1
    return Line(span: Self.trimmed(bytes[start..<end]), start: start)
  }

  static func trimmed(_ line: ArraySlice<UInt8>) -> TextSpan {
    var (start, end) = (line.startIndex, line.endIndex)
    while start < end {
      if Bytes.isSpace(line[start]) {
        start += 1
      } else if line[start...].starts(with: [0xC2, 0xA0]) {
        start += 2
      } else if line[start...].starts(with: [0xEF, 0xBB, 0xBF]) {
        start += 3
      } else {
        break
      }
    }
    while end > start {
      if Bytes.isSpace(line[end - 1]) {
        end -= 1
      } else if end - 2 >= start, line[end - 1] == 0xA0, line[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return TextSpan(start, end)
  }

  /// Whether a line begins with words, given in small letters.
  static func starts(_ line: ArraySlice<UInt8>, _ words: String) -> Bool {
    let wanted = words.utf8
    return line.count >= wanted.count && zip(line, wanted).allSatisfy { Bytes.lower($0) == $1 }
  }

  static func equals(_ line: ArraySlice<UInt8>, _ words: String) -> Bool {
    line.count == words.utf8.count && starts(line, words)
  }

  /// `12 of 250 DOCUMENTS`, `Document 12 of 250`.
  static func isCount(_ line: ArraySlice<UInt8>, _ noun: String) -> Bool {
    guard line.count < 60 else { return false }
    var words = line.split(whereSeparator: Bytes.isSpace)
    if words.count == 4, equals(words[0], "document") {
      words.append(words.removeFirst())
    } else if words.count == 4, equals(words[3], "document") {
      // One document only.
    } else if words.count != 4 || !equals(words[3], noun) {
      return false
    }
    return words[0].allSatisfy(Bytes.isDigit) && equals(words[1], "of")
      && words[2].allSatisfy(Bytes.isDigit)
  }

  /// `Document LAKE000020180914ee9e00001`.
  static func isDocumentNumber(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 80, starts(line, "document ") else { return false }
    let number = line.dropFirst(9).drop(while: Bytes.isSpace)
    return number.count >= 16 && number.allSatisfy { Bytes.isLetter($0) || Bytes.isDigit($0) }
      && number.reduce(0) { $0 + (Bytes.isDigit($1) ? 1 : 0) } >= 8
      && number.first.map(Bytes.isUpper) == true
  }

  /// A line of underscores or hyphens.
  static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.count >= 20 && line.allSatisfy { $0 == 0x5F }
  }

  /// `Record: 12`.
  static func isRecord(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 20, starts(line, "record:") else { return false }
    let number = line.dropFirst(7).drop(while: Bytes.isSpace)
    return !number.isEmpty && number.allSatisfy(Bytes.isDigit)
  }

  /// `512 words`, `1,024 words`.
  static func isWordCount(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.split(whereSeparator: Bytes.isSpace)
    return words.count == 2 && equals(words[1], "words")
      && words[0].allSatisfy { Bytes.isDigit($0) || $0 == 0x2C }
  }
}
