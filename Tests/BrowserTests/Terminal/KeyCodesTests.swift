import Testing

@testable import Browser

@Suite struct KeyCodesTests {
  @Test(
    "Names characters",
    arguments: [
      ("a", .character("a")), ("\u{E9}", .character("é")), (" ", .character(" ")),
      ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
      ("\u{1B}", .escape), ("\u{4}", .control("d")), ("\u{1A}", .control("z")),
      ("\u{1C}", .control("\\")), ("\u{1F}", .control("_")), ("\u{0}", .control(" ")),
      ("\u{9B}", .unknown(0x9B)),
    ] as [(Unicode.Scalar, Key)])
  func namesCharacters(scalar: Unicode.Scalar, key: Key) {
    #expect(KeyCodes.key(of: scalar) == key)
  }

  @Test func `a second click soon after on the same spot is a double click`() {
    var clicks = ClickCounter()
    let here = Position(column: 3, row: 4)
    let there = Position(column: 3, row: 5)
    let spots = [(here, 0), (here, 300), (here, 400), (here, 900), (there, 950), (there, 1_000)]
    let doubles = spots.map { clicks.isDouble(at: $0.0, milliseconds: $0.1) }
    #expect(doubles == [false, true, false, false, false, true])
  }

  @Test func `the farewell has no delays in it`() {
    let kept = TerminalModes.withoutPadding(Array("\u{1B}[?5h$<100/>\u{1B}[?5l$5".utf8))
    #expect(String(decoding: kept, as: UTF8.self) == "\u{1B}[?5h\u{1B}[?5l$5")
  }

  @Test(
    "Colours follow the option, then NO_COLOR",
    arguments: [
      (.auto, nil, true), (.auto, "", true), (.auto, "1", false), (.always, "1", true),
      (.never, nil, false),
    ] as [(ColorMode, String?, Bool)])
  func colours(mode: ColorMode, noColor: String?, expected: Bool) {
    #expect(mode.usesColor(noColor: noColor) == expected)
  }
}
