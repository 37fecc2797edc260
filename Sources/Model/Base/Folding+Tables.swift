extension Folding {
  /// The base letter of a scalar with an accent; nil where it has none.
  static func base(_ scalar: Int) -> [UInt8]? {
    let (table, first): ([[UInt8]?], Int) =
      switch scalar {
      case 0x180..<0x250: (latinB, 0x180)
      case 0x386..<0x3CF: (greek, 0x386)
      case 0x1E00..<0x1F00: (latinMore, 0x1E00)
      case 0x1F00..<0x2000: (greekMore, 0x1F00)
      default: ([], 0)
      }
    return table.indices.contains(scalar - first) ? table[scalar - first] : nil
  }

  /// Whether a word that begins with a scalar beyond ASCII, given by its first two bytes, may begin with
  /// a byte when folded.
  static func mayBegin(_ lead: UInt8, _ next: UInt8, with byte: UInt8) -> Bool {
    if lead < 0xE0 { return firstBytes[Int(lead & 0x1F) << 6 | Int(next & 0x3F)] == byte }
    // Letters with accents of Latin and Greek; other scripts stay as they are.
    return lead == 0xE1 && next >= 0xB8 || lead == byte
  }

  /// The first byte of each folded scalar up to U+07FF; zero where it is no part of a word.
  private static let firstBytes: [UInt8] = (0..<0x800).map { scalar in
    var folded: [UInt8] = []
    append([0xC0 | UInt8(scalar >> 6), 0x80 | UInt8(scalar & 0x3F)], to: &folded)
    return folded.count > 1 ? folded[1] : 0
  }

  /// Base letters of U+0180…U+024F; a dot stands for one that is its own.
  private static let latinB = letters(
    """
    · ɓ ƃ · ƅ · ɔ ƈ · ɖ ɗ ƌ · · ǝ ə ɛ ƒ · ɠ ɣ · ɩ ɨ ƙ · · · ɯ ɲ · ɵ o o ƣ · ƥ · ʀ ƨ · ʃ · · ƭ · ʈ
    u u ʊ ʋ ƴ · ƶ · ʒ ƹ · · · ƽ · · · · · · · ǆ ǆ · ǉ ǉ · ǌ ǌ · a a i i o o u u u u u u u u u u ·
    a a a a ae ae ǥ · g g k k o o o o ʒ ʒ j ǳ ǳ · g g ƕ ƿ n n a a ae ae o o a a a a e e e e i i i
    i o o o o r r r r u u u u s s t t ȝ · h h ƞ · ȣ · ȥ · a a e e o o o o o o o o y y · · · · · ·
    ⱥ ȼ · ƚ ⱦ · · ɂ · ƀ ʉ ʌ ɇ · ɉ · ɋ · ɍ · ɏ ·
    """)

  /// Base letters of U+0386…U+03CE; the final sigma is a sigma.
  private static let greek = letters(
    """
    α · ε η ι · ο · υ ω ι α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ · σ τ υ φ χ ψ ω ι υ α ε η ι υ · · · ·
    · · · · · · · · · · · · · σ · · · · · · · ι υ ο υ ω
    """)

  /// Base letters of U+1E00…U+1EFF.
  private static let latinMore = letters(
    """
    a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f g g h h h h h h h h h h i i i
    i k k k k k k l l l l l l l l m m m m m m n n n n n n n n o o o o o o o o p p p p r r r r r r
    r r s s s s s s s s s s t t t t t t t t u u u u u u u u u u v v v v w w w w w w w w w w x x x
    x y y z z z z z z h t w y · s · · ss · a a a a a a a a a a a a a a a a a a a a a a a a e e e e
    e e e e e e e e e e e e i i i i o o o o o o o o o o o o o o o o o o o o o o o o u u u u u u u
    u u u u u u u y y y y y y y y ỻ · ỽ · ỿ ·
    """)

  /// Base letters of U+1F00…U+1FFF.
  private static let greekMore = letters(
    """
    α α α α α α α α α α α α α α α α ε ε ε ε ε ε · · ε ε ε ε ε ε · · η η η η η η η η η η η η η η η
    η ι ι ι ι ι ι ι ι ι ι ι ι ι ι ι ι ο ο ο ο ο ο · · ο ο ο ο ο ο · · υ υ υ υ υ υ υ υ · υ · υ · υ
    · υ ω ω ω ω ω ω ω ω ω ω ω ω ω ω ω ω α α ε ε η η ι ι ο ο υ υ ω ω · · α α α α α α α α α α α α α
    α α α η η η η η η η η η η η η η η η η ω ω ω ω ω ω ω ω ω ω ω ω ω ω ω ω α α α α α · α α α α α α
    α · ι · · · η η η · η η ε ε η η η · · · ι ι ι ι · · ι ι ι ι ι ι · · · · υ υ υ υ ρ ρ υ υ υ υ υ
    υ ρ · · · · · ω ω ω · ω ω ο ο ω ω ω · · ·
    """)

  private static func letters(_ words: String) -> [[UInt8]?] {
    words.split(whereSeparator: \.isWhitespace).map { $0 == "·" ? nil : Array($0.utf8) }
  }
}
