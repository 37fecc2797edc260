import CNcurses
import Testing

/// What goes over the wire is no longer than it must be.
@Suite struct FrameTests {
  private func shortened(_ text: String) -> String {
    var bytes = text.utf8.map { CChar(bitPattern: $0) }
    let count = onrecord_shorten(&bytes, bytes.count)
    return String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  @Test(arguments: [
    // Attributes that follow each other are one sequence; a reset makes what stands before it idle.
    ("\u{1B}[0;1m\u{1B}[33mx", "\u{1B}[0;1;33mx"),
    ("\u{1B}[39m\u{1B}(B\u{1B}[mx", "\u{1B}[mx"),
    ("\u{1B}[39m\u{1B}(B\u{1B}[0;1mx", "\u{1B}[0;1mx"),
    ("\u{1B}[1m\u{1B}[38;5;208mж", "\u{1B}[1;38;5;208mж"),
    // Over movements of the cursor, but not over what draws.
    ("a\u{1B}[m\u{1B}[3;40H\r\u{8}\u{1B}[0;2mb", "a\u{1B}[3;40H\r\u{8}\u{1B}[0;2mb"),
    ("\u{1B}[44m\u{1B}[K\u{1B}[mb", "\u{1B}[44m\u{1B}[K\u{1B}[mb"),
    ("\u{1B}[44m\n\u{1B}[mb", "\u{1B}[44m\n\u{1B}[mb"),
    // What the frame ends with is what the next one begins with.
    ("x\u{1B}[39m\u{1B}[m", "x\u{1B}[m"),
    // Others stay: modes, a cut end, a character set that is entered.
    ("\u{1B}[?25l\u{1B}[?2004h", "\u{1B}[?25l\u{1B}[?2004h"),
    ("x\u{1B}[3", "x\u{1B}[3"),
    ("\u{1B}(0q\u{1B}(B", "\u{1B}(0q\u{1B}(B"),
    ("\u{0E}q\u{0F}", "\u{0E}q\u{0F}"),
    ("\u{1B}[m\u{0F}x", "\u{1B}[mx"), ("", ""),
  ])
  func frame(_ long: String, _ short: String) {
    #expect(shortened(long) == short)
    #expect(shortened(short) == short)
  }

  @Test func `more than has room in one sequence is written in several`() {
    let colours = (0..<40).map { "\u{1B}[38;5;\(100 + $0)m" }.joined()
    let short = shortened(colours + "x")
    #expect(short.utf8.count < colours.utf8.count && short.hasSuffix(";139mx"))
  }
}
