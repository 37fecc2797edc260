import Testing

@testable import Browser

/// Both catalogues are complete because they compile; this looks at what a compiler cannot.
@Suite struct WordsTests {
  @Test(arguments: [
    (1, "1 статья"), (2, "2 статьи"), (5, "5 статей"), (11, "11 статей"), (12, "12 статей"),
    (21, "21 статья"), (22, "22 статьи"), (25, "25 статей"), (100, "100 статей"),
    (111, "111 статей"), (1_000_001, "1000001 статья"), (0, "0 статей"),
  ])
  func `Russian counts`(count: Int, words: String) {
    #expect(Words(language: .russian)(.articleCount(count)) == words)
  }

  @Test(arguments: [
    (["ru_RU.UTF-8"], Language.russian), (["", "ru"], .russian), ([nil, "C"], .english),
    (["en_GB", "ru_RU"], .english), (["de_DE"], .english), ([], .english),
  ])
  func `the locale chooses`(variables: [String?], language: Language) {
    #expect(Language(messages: variables) == language)
  }

  @Test func `no command and no step is left in English`() {
    let words = Words(language: .russian)
    for row in CommandTable.rows where row.command != .set {
      #expect(words.help(row) != row.help && words.hint(row) != row.hint, "\(row.name)")
    }
    for step in TutorialState.Step.allCases {
      #expect(words(.tutorial(step)) != Words()(.tutorial(step)))
    }
  }
}
