import Testing

@testable import Model

@Suite struct SourceTextTests {
  @Test(
    "Counts lines from 1",
    arguments: [(0, 1), (1, 1), (2, 1), (3, 2), (4, 3), (5, 3), (9, 4), (99, 4)])
  func lines(offset: Int, line: Int) {
    #expect(SourceText("ab\n\ncé\nd").line(at: offset) == line)
  }

  @Test func `a span outside the text is cut to it`() {
    let text = SourceText("lake")
    #expect(text[TextSpan(1, 3)] == "ak")
    #expect(text[TextSpan(-5, 2)] == "la")
    #expect(text[TextSpan(2, 99)] == "ke")
    #expect(text[TextSpan(9, 3)] == "")
  }

  @Test(
    "Tells spans apart that touch",
    arguments: [(0, 2, false), (0, 3, true), (2, 4, true), (3, 9, true), (4, 6, false)])
  func overlaps(start: Int, end: Int, overlaps: Bool) {
    #expect(TextSpan(2, 4).overlaps(TextSpan(start, end)) == overlaps)
    #expect(TextSpan(start, end).overlaps(TextSpan(2, 4)) == overlaps)
  }

  @Test(
    "Every finding says what is wrong",
    arguments: [
      Finding.Problem.missing, .permissionDenied, .notARegularFile, .empty, .binary,
      .invalidBytes(1), .tooLarge(limit: 64_000_000), .loop, .system("no more files"),
    ])
  func findings(problem: Finding.Problem) {
    let finding = Finding(path: "a.txt", problem: problem)
    #expect(!finding.words.isEmpty)
    #expect(!finding.words.contains("a.txt"))
    #expect(finding.isFatal == (problem != .invalidBytes(1)))
  }
}
