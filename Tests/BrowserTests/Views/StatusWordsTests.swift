import Testing

@testable import Browser

@Suite struct StatusWordsTests {
  private let words = StatusWords(
    before: "line 3 of ", file: "004_c13f10a6b7cc07fe.txt", after: " · found by: colon")

  @Test(arguments: [
    (80, "line 3 of 004_c13f10a6b7cc07fe.txt · found by: colon"),
    (52, "line 3 of 004_c13f10a6b7cc07fe.txt · found by: colon"),
    (51, "line 3 of 004_c13f10a…7cc07fe.txt · found by: colon"),
    (40, "line 3 of 004_c1…e.txt · found by: colon"),
    (20, "line 3 of 004_c1…e.txt · found by: colon"),
  ])
  func `a long file name loses its middle`(columns: Int, expected: String) {
    #expect(words.text(within: columns) == expected)
  }

  @Test func `wide characters are counted as two columns`() {
    let shortened = StatusWords.shortened("湖の水位が三年ぶりに回復.txt", to: 13)
    #expect(DisplayText.width(of: shortened) <= 13)
    #expect(shortened.hasSuffix(".txt") && shortened.hasPrefix("湖の水"))
  }
}
