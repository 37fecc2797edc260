import Testing

@testable import Browser

@Suite struct NumberTests {
  @Test func `thousands stand apart as the language writes them`() {
    #expect(Words(language: .english).number(999) == "999")
    #expect(Words(language: .english).number(1_234_567) == "1,234,567")
    #expect(Words(language: .russian).number(1_234) == "1234")
    #expect(Words(language: .russian).number(1_234_567) == "1\u{A0}234\u{A0}567")
    #expect(Words(language: .russian)(.articleCount(21_001)) == "21\u{A0}001 статья")
  }
}
