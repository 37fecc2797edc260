/// Bytes of any character set to UTF-8.
enum TextDecoding {
  /// What came of decoding.
  struct Decoded: Hashable, Sendable {
    /// Valid UTF-8.
    var bytes: [UInt8]
    /// The character set by its name on the web: `utf-8`, `windows-1251`.
    var charset: String
    /// How many places could not be decoded and are U+FFFD.
    var invalid: Int
    /// Whether the text was encoded twice: `Ã©` stood for `é`.
    var isDoubleEncoded = false
    /// Whether that was mended.
    var isMended = false

    /// What a user should know about it.
    func findings(_ path: String) -> [Finding] {
      var findings: [Finding] = []
      if invalid > 0 { findings.append(Finding(path: path, problem: .invalidBytes(invalid))) }
      if isDoubleEncoded && !isMended {
        findings.append(Finding(path: path, problem: .doubleEncoded))
      }
      return findings
    }
  }

  /// Decodes text of a declared or a detected character set.
  ///
  /// A mark of byte order at the beginning decides, and is left out. What is declared is believed unless the
  /// bytes contradict it: valid UTF-8 beyond ASCII is UTF-8, and what is far from UTF-8 is not.
  /// - Parameters:
  ///   - declared: a label as HTTP, XML, HTML or MIME state it.
  ///   - mendsDoubleEncoding: whether text that was encoded twice is put right.
  ///   - keepsMark: whether the mark of UTF-8 stays in the text.
  /// - Complexity: O(bytes); valid UTF-8 is returned without a copy.
  static func decoded(
    _ bytes: [UInt8], declared: String? = nil, mendsDoubleEncoding: Bool = false,
    keepsMark: Bool = false
  ) -> Decoded {
    var result = converted(bytes, declared: declared, keepsMark: keepsMark)
    if let twice = DoubleEncoding(result.bytes) {
      result.isDoubleEncoded = true
      if mendsDoubleEncoding {
        result.bytes = twice.mended()
        result.isMended = true
      }
    }
    return result
  }

  private static func converted(
    _ bytes: [UInt8], declared: String?, keepsMark: Bool
  ) -> Decoded {
    if let mark = CharsetDetection.marked(bytes) {
      let isKept = keepsMark && mark.charset == "utf-8"
      return decoded(isKept ? bytes[...] : bytes[mark.length...], as: mark.charset)
    }
    let label = declared.flatMap { CharsetLabels.name(of: $0) ?? named($0) }
    let check = UTF8Decoding.check(bytes)
    if check.isValid, !check.hasNUL {
      // Valid UTF-8 by chance is as good as impossible, but for a few characters of two bytes, and
      // sets that shift between states within ASCII.
      if let label,
        isShifting(label) || (1..<4).contains(check.sequences) && isWide(label)
          || check.sequences == 0 && isForeign(label)
      {
        let result = decoded(bytes[...], as: label)
        if result.invalid == 0 { return result }
      }
      if check.hasEscape, check.sequences == 0, CharsetDetection.guess(bytes) == shifting {
        return decoded(bytes[...], as: shifting)
      }
      return Decoded(bytes: bytes, charset: "utf-8", invalid: 0)
    }
    if check.hasNUL, let wide = CharsetDetection.wide(bytes) {
      return decoded(bytes[...], as: wide)
    }
    if let label, label != "utf-8", !label.hasPrefix("utf-16") || check.hasNUL {
      let result = decoded(bytes[...], as: label)
      // A declaration that fits nowhere is wrong.
      if result.invalid * 8 <= max(1, check.high) { return result }
    }
    if check.sequences >= check.invalid { return decoded(bytes[...], as: "utf-8") }
    return decoded(bytes[...], as: CharsetDetection.guess(bytes))
  }

  private static let shifting = "iso-2022-jp"

  /// A label that no list holds but the system may know, such as `cp037`.
  private static func named(_ label: String) -> String? {
    CharsetConversion(from: label.lowercased()) == nil ? nil : label.lowercased()
  }

  private static func isShifting(_ charset: String) -> Bool {
    charset.hasPrefix("iso-2022") || charset == "utf-7"
  }

  /// Sets whose characters are mostly of two bytes.
  private static func isWide(_ charset: String) -> Bool {
    ["gbk", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"].contains(charset)
  }

  /// Sets in which bytes of ASCII mean something else: those of IBM's mainframes.
  private static func isForeign(_ charset: String) -> Bool {
    guard CharsetLabels.name(of: charset) == nil, let set = CharsetConversion(from: charset) else {
      return false
    }
    return set.utf8([0x41, 0x20]).bytes != [0x41, 0x20]
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>, as charset: String) -> Decoded {
    guard charset != "utf-8", let conversion = CharsetConversion(from: charset) else {
      let (text, invalid) = UTF8Decoding.repaired(Array(bytes))
      return Decoded(bytes: text, charset: "utf-8", invalid: invalid)
    }
    let (text, invalid) = conversion.utf8(bytes)
    return Decoded(bytes: text, charset: charset, invalid: invalid)
  }
}
