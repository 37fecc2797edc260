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
    []
  }

  /// The width of a text in columns.
  static func width(of text: some StringProtocol) -> Int {
    glyphs(of: text.utf8).reduce(0) { $0 + $1.width }
  }

  /// The text cut to a width, with `…` where something was cut.
  static func truncated(_ text: String, to width: Int) -> String { text }
}
