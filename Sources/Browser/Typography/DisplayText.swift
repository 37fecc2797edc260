/// One character of the screen: a base, up to two combining characters, one or two columns wide.
struct Glyph: Hashable, Sendable {
  var base: UInt32
  var combining: (UInt32, UInt32)
  var width: Int
  /// The bytes it was made from, as offsets into the text it was read from.
  var start: Int
  var end: Int

  static func == (a: Glyph, b: Glyph) -> Bool {
    a.base == b.base && a.combining == b.combining && a.width == b.width && a.start == b.start
      && a.end == b.end
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(base)
    hasher.combine(start)
    hasher.combine(end)
  }
}

/// Turns hostile text into glyphs that are safe to show.
///
/// - C0 controls and DEL become their control pictures (U+2400…), tab and line feed a blank;
///   C1 controls, lone surrogates and invalid bytes become U+FFFD.
/// - Bidi controls, zero-width characters, variation selectors and skin tones are dropped; a
///   cluster joined by ZWJ is reduced to its first scalar.
/// - A combining character joins the glyph before it.
enum DisplayText {
  /// The glyphs of a text.
  /// - Complexity: O(bytes); ASCII takes a fast path.
  static func glyphs(of bytes: some Collection<UInt8>) -> [Glyph] {
    withBytes(of: bytes) { bytes in
      var glyphs: [Glyph] = []
      glyphs.reserveCapacity(bytes.count)
      var reader = GlyphReader(bytes)
      while let glyph = reader.next() { glyphs.append(glyph) }
      return glyphs
    }
  }

  /// Calls `take` with each glyph of a text until it returns false.
  /// - Complexity: O(bytes), without an allocation.
  static func forEachGlyph(of bytes: some Collection<UInt8>, _ take: (Glyph) -> Bool) {
    withBytes(of: bytes) { bytes in
      var reader = GlyphReader(bytes)
      while let glyph = reader.next() { if !take(glyph) { return } }
    }
  }

  /// The width of a text in columns.
  /// - Complexity: O(bytes), without an allocation.
  static func width(of text: some StringProtocol) -> Int { width(of: text.utf8) }

  /// The width of a text's bytes.
  static func width(of bytes: some Collection<UInt8>) -> Int {
    var width = 0
    forEachGlyph(of: bytes) {
      width += $0.width
      return true
    }
    return width
  }

  /// The text cut to a width, with `…` where something was cut; harmless like `sanitized`.
  static func truncated(_ text: String, to width: Int) -> String {
    withBytes(of: text.utf8) { bytes in
      guard width > 0 else { return "" }
      var kept = String.UnicodeScalarView()
      // Where to cut so that `…` still fits.
      var cut = kept.endIndex
      var used = 0
      var reader = GlyphReader(bytes)
      while let glyph = reader.next() {
        if used + glyph.width > width {
          kept.removeSubrange(cut...)
          kept.append("…")
          return String(kept)
        }
        append(glyph, to: &kept)
        used += glyph.width
        if used <= width - 1 { cut = kept.endIndex }
      }
      return String(kept)
    }
  }

  /// The text as it may be written to any terminal, for output that is not drawn in cells.
  static func sanitized(_ text: String) -> String {
    withBytes(of: text.utf8) { bytes in
      var kept = String.UnicodeScalarView()
      var reader = GlyphReader(bytes)
      while let glyph = reader.next() { append(glyph, to: &kept) }
      return String(kept)
    }
  }

  /// The text cut or filled with blanks to exactly a width.
  static func padded(_ text: String, to width: Int) -> String {
    let cut = truncated(text, to: width)
    return cut + String(repeating: " ", count: max(0, width - Self.width(of: cut)))
  }

  private static func append(_ glyph: Glyph, to text: inout String.UnicodeScalarView) {
    text.append(Unicode.Scalar(glyph.base) ?? "\u{FFFD}")
    if glyph.combining.0 != 0, let mark = Unicode.Scalar(glyph.combining.0) { text.append(mark) }
    if glyph.combining.1 != 0, let mark = Unicode.Scalar(glyph.combining.1) { text.append(mark) }
  }

  private static func withBytes<Result>(
    of bytes: some Collection<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withContiguousStorageIfAvailable(body) ?? Array(bytes).withUnsafeBufferPointer(body)
  }
}
