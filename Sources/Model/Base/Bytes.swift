import Glibc

/// Byte classes and hashes that the stages share; all of them ASCII-fast and free of allocation.
enum Bytes {
  /// Whether the byte is an ASCII letter, a digit, or part of a character beyond ASCII.
  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte >= 0x80
  }

  /// An ASCII letter.
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// An ASCII capital.
  @inline(__always)
  static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  /// An ASCII small letter.
  @inline(__always)
  static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  /// An ASCII digit.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Space, tab, line feed, carriage return, form feed.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  /// ASCII capitals made small; other bytes as they are.
  @inline(__always)
  static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }

  /// The start value of `hash(_:adding:)` (FNV-1a, 32 bits).
  static let hashStart: UInt32 = 2_166_136_261

  /// One step of FNV-1a over 32 bits (Fowler, Noll, Vo).
  @inline(__always)
  static func hash(_ hash: UInt32, adding byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 16_777_619
  }

  /// The hash of a word in small letters.
  static func hash(of word: some Sequence<UInt8>) -> UInt32 {
    word.reduce(hashStart) { hash($0, adding: lower($1)) }
  }

  /// The hash of a word that a rule asks for, given in small letters.
  static func word(_ word: String) -> UInt32 { hash(of: word.utf8) }

  /// The hashes of words apart by blanks.
  static func words(_ words: String) -> WordSet {
    WordSet(words.split(whereSeparator: \.isWhitespace).map { hash(of: $0.utf8) })
  }

  /// Whether text stands at an offset, ASCII case ignored; `text` must be in small letters.
  static func starts(_ bytes: [UInt8], at offset: Int, with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset >= 0, offset + count <= bytes.count else { return false }
    for i in 0..<count where lower(bytes[offset + i]) != text.utf8Start[i] { return false }
    return true
  }

  /// Whether text stands anywhere in bytes, ASCII case ignored; `word` must be in small letters.
  /// - Complexity: O(bytes × word).
  static func contains(_ bytes: ArraySlice<UInt8>, word: StaticString) -> Bool {
    bytes.withUnsafeBufferPointer { contains($0, word: word) }
  }

  /// Whether text stands anywhere in bytes, ASCII case ignored; `word` must be in small letters.
  static func contains(_ bytes: UnsafeBufferPointer<UInt8>, word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard count > 0, bytes.count >= count else { return false }
    return (0...(bytes.count - count)).contains { at in
      for i in 0..<count where lower(bytes[at + i]) != word.utf8Start[i] { return false }
      return true
    }
  }

  /// A span without blanks (no-break space and U+FEFF among them) at both ends.
  static func trimmed(_ span: TextSpan, in bytes: [UInt8]) -> TextSpan {
    var (start, end) = (span.start, span.end)
    while start < end {
      if isSpace(bytes[start]) {
        start += 1
      } else if start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else if start + 2 < end, bytes[start] == 0xEF, bytes[start + 1] == 0xBB,
        bytes[start + 2] == 0xBF
      {
        start += 3
      } else {
        break
      }
    }
    while end > start {
      if isSpace(bytes[end - 1]) {
        end -= 1
      } else if end - 1 > start, bytes[end - 1] == 0xA0, bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return TextSpan(start, end)
  }
}

extension [UInt8] {
  /// The first offset of a byte from another one on.
  func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    withUnsafeBufferPointer { buffer in
      guard start < buffer.count, let base = buffer.baseAddress,
        let hit = memchr(base + start, Int32(byte), buffer.count - start)
      else { return nil }
      return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    }
  }
}
