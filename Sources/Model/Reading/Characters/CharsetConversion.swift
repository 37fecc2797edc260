import Glibc

/// Turns bytes of a legacy character set into UTF-8, by the C library's iconv.
struct CharsetConversion {
  private let name: String
  private let iconvName: String

  /// A conversion from a character set by its name on the web; nil where the system knows none.
  init?(from charset: String) {
    name = charset
    // Only what a name may hold: an iconv name with slashes would carry options.
    let isName = charset.utf8.allSatisfy {
      Bytes.isLetter($0) || Bytes.isDigit($0) || [0x2D, 0x5F, 0x2E, 0x3A].contains($0)
    }
    guard isName, !charset.isEmpty, charset.utf8.count <= 40 else { return nil }
    iconvName = Self.iconvNames[charset] ?? charset.uppercased()
    guard let probe = Handle(iconvName) else { return nil }
    probe.close()
  }

  /// The bytes as UTF-8, and how many places are U+FFFD since nothing stands for them.
  /// - Complexity: O(bytes).
  func utf8(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], invalid: Int) {
    if Self.isSingleByte(name), let table = ByteTable(iconvName) { return table.utf8(bytes) }
    return streamed(bytes)
  }

  /// The bytes of a text in this character set; nil where it cannot say all of it.
  static func encoded(_ text: String, as charset: String) -> [UInt8]? {
    guard let handle = Handle(from: "UTF-8", to: iconvNames[charset] ?? charset) else { return nil }
    defer { handle.close() }
    let source = Array(text.utf8)
    var result = [UInt8](repeating: 0, count: 4 * source.count + 16)
    let step = handle.convert(source[...], into: &result)
    return step.isComplete ? Array(result[..<step.written]) : nil
  }

  private static let iconvNames: [String: String] = [
    "windows-1252": "CP1252", "windows-874": "CP874", "shift_jis": "CP932", "euc-kr": "UHC",
    "gbk": "GB18030", "big5": "BIG5-HKSCS", "euc-jp": "EUC-JP-MS", "iso-8859-8-i": "ISO-8859-8",
    "x-mac-cyrillic": "MAC-UK", "macintosh": "MACINTOSH", "ibm866": "CP866",
  ]

  private static func isSingleByte(_ name: String) -> Bool {
    ["windows-", "iso-8859", "koi8", "ibm", "cp", "mac", "x-mac", "ebcdic"].contains {
      name.hasPrefix($0)
    }
      && !["cp93", "cp94", "cp95", "cp12", "ibm9", "ibm12", "ibm13"].contains { name.hasPrefix($0) }
  }

  /// The length of the unit that is passed over where nothing can be read.
  private var unit: Int {
    name.hasPrefix("utf-16") ? 2 : name.hasPrefix("utf-32") ? 4 : 1
  }

  private func streamed(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], invalid: Int) {
    guard let handle = Handle(iconvName) else { return ([], 0) }
    defer { handle.close() }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 2)
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var rest = bytes
    var invalid = 0
    while !rest.isEmpty {
      let step = handle.convert(rest, into: &piece)
      result += piece[..<step.written]
      rest = rest.dropFirst(step.taken)
      if step.isComplete || step.isFull && step.taken + step.written > 0 { continue }
      result += [0xEF, 0xBF, 0xBD]
      invalid += 1
      rest = rest.dropFirst(unit)
      handle.reset()
    }
    return (result, invalid)
  }
}

/// One byte at a time, from a table of 256 characters.
private struct ByteTable {
  /// Up to four bytes of UTF-8, the first lowest; 0 where the byte means nothing.
  private var entries: [UInt32]
  private var isASCII = true

  init?(_ iconvName: String) {
    guard let handle = Handle(iconvName) else { return nil }
    defer { handle.close() }
    entries = [UInt32](repeating: 0, count: 256)
    var out = [UInt8](repeating: 0, count: 8)
    for byte in 0..<256 {
      handle.reset()
      let step = handle.convert([UInt8(byte)], into: &out)
      guard step.isComplete, (1...4).contains(step.written) else { continue }
      for i in (0..<step.written).reversed() { entries[byte] = entries[byte] << 8 | UInt32(out[i]) }
    }
    for byte in 1..<128 where entries[byte] != UInt32(byte) { isASCII = false }
  }

  func utf8(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], invalid: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    var invalid = 0
    for byte in bytes {
      if isASCII, byte < 0x80 {
        result.append(byte)
        continue
      }
      var entry = entries[Int(byte)]
      if entry == 0 && byte != 0 {
        invalid += 1
        entry = 0xBDBFEF
      }
      repeat {
        result.append(UInt8(truncatingIfNeeded: entry))
        entry >>= 8
      } while entry != 0
    }
    return (result, invalid)
  }
}

/// An open conversion of iconv.
private struct Handle {
  private let handle: iconv_t

  init?(_ source: String) { self.init(from: source, to: "UTF-8") }

  init?(from source: String, to target: String) {
    guard let handle = iconv_open(target, source), handle != iconv_t(bitPattern: -1) else {
      return nil
    }
    self.handle = handle
  }

  func close() { _ = iconv_close(handle) }

  /// Back to the first state of sets that have states.
  func reset() { _ = iconv(handle, nil, nil, nil, nil) }

  struct Step {
    var taken: Int
    var written: Int
    var isComplete: Bool
    /// Whether only the room for the result ran out.
    var isFull: Bool
  }

  func convert(_ source: ArraySlice<UInt8>, into target: inout [UInt8]) -> Step {
    source.withUnsafeBytes { source in
      target.withUnsafeMutableBytes { target in
        var from = UnsafeMutablePointer<CChar>(
          mutating: source.baseAddress?.assumingMemoryBound(to: CChar.self))
        var fromLeft = source.count
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var toLeft = target.count
        let result = iconv(handle, &from, &fromLeft, &to, &toLeft)
        let isFailed = result == Int.max.magnitude * 2 + 1
        return Step(
          taken: source.count - fromLeft, written: target.count - toLeft,
          isComplete: !isFailed && fromLeft == 0, isFull: isFailed && errno == E2BIG)
      }
    }
  }
}
