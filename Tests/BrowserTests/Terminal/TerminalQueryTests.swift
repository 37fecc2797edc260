import Foundation
import Testing

@testable import Browser

@Suite struct TerminalQueryTests {
  @Test(arguments: [
    ("[?2026;2$y", TerminalQuery.Answer.synchronised(true)), ("[?2026;0$y", .synchronised(false)),
    ("]11;rgb:ffff/ffff/ffff", .background(isLight: true)),
    ("]11;rgb:1e1e/1e1e/2e2e", .background(isLight: false)),
    ("]11;#fdf6e3", .background(isLight: true)),
  ])
  func `answers are understood`(text: String, answer: TerminalQuery.Answer) {
    #expect(TerminalQuery.answer(text) == answer)
  }

  @Test(arguments: ["[?25;2$y", "]11;", "]11;rgb:x/y/z", "]10;rgb:0/0/0", "[A", ""])
  func `other sequences are none`(text: String) { #expect(TerminalQuery.answer(text) == nil) }

  @Test(arguments: [("15;0", false), ("0;15", true), ("0;default;15", true), ("0;8", false)])
  func `COLORFGBG says the background`(value: String, isLight: Bool) {
    #expect(TerminalQuery.isLight(colorfgbg: value) == isLight)
  }

  @Test(arguments: ["", "a", "ab", "abc", "Ferry — ✓", String(repeating: "x", count: 1000)])
  func `a text goes through OSC 52 unchanged`(text: String) throws {
    let sequence = try #require(
      ClipboardSequence.bytes(for: text, isTmux: false, isScreen: false))
    let body = sequence.dropFirst("\u{1B}]52;c;".count).dropLast()
    #expect(Data(base64Encoded: String(body)) == Data(text.utf8))
    let tmux = try #require(ClipboardSequence.bytes(for: text, isTmux: true, isScreen: false))
    #expect(tmux.contains("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;") && tmux.hasSuffix("\u{1B}\\"))
    let screen = try #require(ClipboardSequence.bytes(for: text, isTmux: false, isScreen: true))
    let joined = screen.replacing("\u{1B}\\\u{1B}P", with: "")
    #expect(joined == "\u{1B}P" + sequence + "\u{1B}\\")
  }

  @Test func `what is too long for a terminal is not sent`() {
    let text = String(repeating: "x", count: ClipboardSequence.longest + 1)
    #expect(ClipboardSequence.bytes(for: text, isTmux: false, isScreen: false) == nil)
  }
}
