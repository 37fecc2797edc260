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
    // What is in force already is not said again, and nothing is reset where nothing is in force.
    ("\u{1B}[mx\u{1B}[0;2m|\u{1B}[my", "\u{1B}[mx\u{1B}[2m|\u{1B}[my"),
    (
      "\u{1B}[0;3;32mOlga\u{1B}[m\u{1B}[2;5H\u{1B}[0;3;32mKern", "\u{1B}[0;3;32mOlga\u{1B}[2;5HKern"
    ),
    ("\u{1B}[0;1mx\u{1B}[33my\u{1B}[0;1;33mz", "\u{1B}[0;1mx\u{1B}[33myz"),
    ("\u{1B}[mx\u{1B}8\u{1B}[0;1my", "\u{1B}[mx\u{1B}8\u{1B}[0;1my"),
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

  /// Each character with the parameters that are in force.
  private func drawn(_ text: String) -> [String] {
    var cells: [String] = []
    var active = ""
    var parameters: String?
    for character in text {
      switch (character, parameters) {
      case ("\u{1B}", nil): parameters = ""
      case ("m", let read?):
        let new = read.dropFirst().split(separator: ";").map(String.init)
        if new.isEmpty || new[0] == "0" { active = "" }
        active += new.filter { $0 != "0" }.map { ";" + $0 }.joined()
        parameters = nil
      case ("G", _?): (cells, parameters) = (cells + ["G"], nil)
      case (_, let read?): parameters = read + String(character)
      default: cells.append("\(character)\(active)")
      }
    }
    return cells
  }

  @Test func `all is drawn with what it was drawn with`() {
    var random = SystemRandomNumberGenerator()
    let pieces = ["", "0", "1", "0;2", "33", "0;1;33", "39", "0;38;5;208"].map { "\u{1B}[\($0)m" }
    for _ in 0..<3000 {
      let long = (0..<20).map { _ in
        (pieces + ["x", "y", "\u{1B}[5G"]).randomElement(using: &random) ?? ""
      }.joined()
      let short = shortened(long)
      #expect(
        drawn(short) == drawn(long) && short.utf8.count <= long.utf8.count,
        "\(long.debugDescription)")
    }
  }

  @Test func `more than has room in one sequence is written in several`() {
    let colours = (0..<40).map { "\u{1B}[38;5;\(100 + $0)m" }.joined()
    let short = shortened(colours + "x")
    #expect(short.utf8.count < colours.utf8.count && short.hasSuffix(";139mx"))
  }
}
