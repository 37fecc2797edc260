import CUchardet

/// Guesses the character set of bytes that nobody states.
enum CharsetDetection {
  /// So many bytes are looked at.
  private static let sampleSize = 1 << 17

  /// The character set that a mark at the beginning states, and the mark's length.
  static func marked(_ bytes: [UInt8]) -> (charset: String, length: Int)? {
    let head = Array(bytes.prefix(4))
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
    if head == [0xFF, 0xFE, 0, 0] { return ("utf-32le", 4) }
    if head == [0, 0, 0xFE, 0xFF] { return ("utf-32be", 4) }
    if head.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
    if head.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
    return nil
  }

  /// UTF-16 or UTF-32 without a mark: NUL bytes stand where the high bytes of ASCII stand, and
  /// what comes out are characters that texts are made of.
  static func wide(_ bytes: [UInt8]) -> String? {
    let sample = bytes.prefix(4096 & ~3)
    guard sample.count >= 4, sample.contains(0) else { return nil }
    var zeros = [0, 0, 0, 0]
    for (i, byte) in sample.enumerated() where byte == 0 { zeros[i & 3] += 1 }
    let quarter = sample.count / 4
    if zeros[3] >= quarter, zeros[2] * 10 >= quarter * 9, zeros[0] == 0 { return "utf-32le" }
    if zeros[0] >= quarter, zeros[1] * 10 >= quarter * 9, zeros[3] == 0 { return "utf-32be" }
    let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
    if odd > even * 8, isText(sample, high: 1) { return "utf-16le" }
    if even > odd * 8, isText(sample, high: 0) { return "utf-16be" }
    return nil
  }

  /// Whether units of two bytes are letters, marks and blanks of few scripts.
  private static func isText(_ sample: ArraySlice<UInt8>, high: Int) -> Bool {
    var blanks = 0
    var odd = 0
    var units = 0
    var at = 0
    while at + 1 < sample.count {
      let unit =
        Int(sample[sample.startIndex + at + high]) << 8
        | Int(sample[sample.startIndex + at + 1 - high])
      units += 1
      at += 2
      switch unit {
      case 0x20, 0x0A, 0x0D, 0x09: blanks += 1
      case 0x21...0x7E, 0xA0...0x17F: break
      case 0x3000, 0x3001, 0x3002: blanks += 1
      case 0..<0x20, 0x7F..<0xA0, 0xE000...0xF8FF, 0xFFFE, 0xFFFF: odd += 1
      default: break
      }
    }
    return odd * 50 <= units && blanks * 50 >= units
  }

  /// The most likely character set of bytes that are not UTF-8, by its name on the web.
  static func guess(_ bytes: [UInt8]) -> String {
    let first = bytes.firstIndex { $0 >= 0x80 || $0 == 0x1B } ?? 0
    // Something before the first byte of interest helps to see the words.
    let from = max(0, first - 1024)
    let sample = bytes[from..<min(bytes.count, from + sampleSize)]
    let found = detected(sample).flatMap { CharsetLabels.name(of: $0) }
    return checked(found, Letters(sample))
  }

  private static func detected(_ sample: ArraySlice<UInt8>) -> String? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    let status = sample.withUnsafeBytes {
      uchardet_handle_data(detector, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
    guard status == 0 else { return nil }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector) else { return nil }
    let words = String(cString: name)
    return words.isEmpty ? nil : words
  }

  /// What a detector says of a few letters among ASCII is often far-fetched: there, Western Europe
  /// is assumed unless it names another set of Latin letters with reason.
  private static func checked(_ found: String?, _ letters: Letters) -> String {
    guard let found, found != "utf-8" else { return letters.isMostlyHigh ? "windows-1251" : latin }
    if found.hasPrefix("iso-2022") { return found }
    if letters.high == 0 { return latin }
    let isLatin =
      ["windows-1252", "windows-1250", "windows-1254", "windows-1257", "windows-1258"]
      .contains(found)
      || ["iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-1"].contains {
        found.hasPrefix($0)
      } || found == "macintosh"
    if letters.isMostlyHigh { return isLatin ? letters.cyrillic ?? found : found }
    if isLatin { return letters.high < 8 && found != "windows-1252" ? latin : found }
    // Letters beyond ASCII stand alone among ASCII letters: no other alphabet does that.
    return letters.runs * 3 >= letters.high * 2 && letters.pairs * 4 < letters.high ? latin : found
  }

  private static let latin = "windows-1252"

  /// How letters within and beyond ASCII stand.
  private struct Letters {
    /// Bytes from 0xC0 on (letters in most sets), and runs of bytes from 0x80 on.
    var high = 0
    var runs = 0
    /// Bytes from 0x80 on that follow another one.
    var pairs = 0
    var ascii = 0
    /// Small letters of windows-1251 and of KOI8.
    private var upper = 0
    private var lower = 0

    init(_ sample: ArraySlice<UInt8>) {
      var previous: UInt8 = 0
      for byte in sample {
        if byte >= 0x80 {
          if previous >= 0x80 { pairs += 1 } else { runs += 1 }
          if byte >= 0xA0 { high += 1 }
          if byte >= 0xE0 { upper += 1 } else if byte >= 0xC0 { lower += 1 }
        } else if Bytes.isLetter(byte) {
          ascii += 1
        }
        previous = byte
      }
    }

    var isMostlyHigh: Bool { high > 2 * ascii && pairs > runs }

    /// Words of high bytes alone that are taken for Latin letters are Cyrillic: small letters lie
    /// from 0xE0 on in windows-1251 and from 0xC0 to 0xDF in KOI8-R.
    var cyrillic: String? {
      upper > 4 * lower ? "windows-1251" : lower > 4 * upper ? "koi8-r" : nil
    }
  }
}
