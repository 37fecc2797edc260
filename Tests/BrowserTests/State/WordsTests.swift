import Model
import Testing

@testable import Browser

/// Both catalogues are complete because they compile; this looks at what a compiler cannot.
@Suite struct WordsTests {
  @Test(arguments: [
    (1, "1 статья"), (2, "2 статьи"), (5, "5 статей"), (11, "11 статей"), (12, "12 статей"),
    (21, "21 статья"), (22, "22 статьи"), (25, "25 статей"), (100, "100 статей"),
    (111, "111 статей"), (1_000_001, "1\u{A0}000\u{A0}001 статья"), (0, "0 статей"),
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

/// What views, marks and corrections say, a case of each.
@Suite struct ViewWordsTests {
  private static let views: [ViewPhrase] =
    QuoteOrder.allCases.map(ViewPhrase.quotesInOrder)
    + NameGroup.allCases.flatMap { group in
      NameOrder.allCases.map { ViewPhrase.namesInOrder(group, $0) } + [.noNames(group)]
    }
    + Quote.Kind.allCases.map(ViewPhrase.kind) + ArticleOrder.allCases.map(ViewPhrase.articleOrder)
    + [
      .named("a"), .timeline(byYear: true), .timeline(byYear: false), .sideBySide, .inArticles(2),
      .quotesInArticles(1, 2), .looking, .nothingMatches("a"), .noQuotesMatch, .noQuotesHere,
      .personWithoutQuotes, .noArticlesMatch, .nothingMarked, .nothingDated(1), .nothingDated(3),
      .gap(3, byYear: true), .gap(5, byYear: false), .withoutDate(2), .also, .role, .time, .beside,
      .fromTo("a", "b"), .andMore(3), .bars(ofQuotes: true, byYear: true, most: 2),
      .hintPassage, .hintFilterBy, .hintByMonth, .hintByYear, .hintLeft, .hintKeep, .hintDone,
      .hintLeave, .tooSmallForThis, .noPersonSelected, .isThePerson, .lastOfThem, .firstOfThem,
      .noArticlesInRow, .wouldNotRead("a"), .narrowed, .nothingTyped, .nothingToTakeOut,
      .nameSyntax, .nothingToComplete, .noAnswer(key: "a", keys: "b"),
      .noOtherSpelling("", of: "b"), .noOtherSpelling("a", of: "b"), .onlyPeopleAndQuotes,
      .noQuoteSelected, .openFirst, .goToQuoteFirst, .selectFirst, .noWords, .marksWordsAgain,
      .selecting, .onlyMarks, .noArticleSelected, .noQuoteToMark, .onlyQuotesMarked,
      .noQuoteMarked, .noQuoteMarkedYet, .noArticleMarked, .articlesMarked(2), .quotesMarked(2),
      .allMarked(2, ofFilter: true), .markTwo, .nothingToRedo, .nothingChanged, .done("a"),
      .undone("a"), .redone("a"), .noPlaceForMarks, .nothingKept("a"),
    ]
  private static let asks: [AskPhrase] =
    BulkChange.allCases.map { .bulk($0, count: 3) } + [
      .thisQuote, .columnsOfList, .yes, .no, .rename, .merge, .split, .noPerson, .speaker, .bounds,
      .noQuote,
      .tagLabel(articles: 1), .tagLabel(articles: 2), .tagHelp(has: []), .tagHelp(has: ["a"]),
      .noteLabel, .noteHelp, .renameLabel, .renameHelp("a", .here), .mergeLabel,
      .mergeHelp("a", .articles(2)), .splitLabel, .splitHelp("a", .here), .speakerLabel,
      .speakerHelp, .person("a", .here), .person("a", .articles(1)),
    ]
  private static let deeds: [DeedPhrase] =
    BulkChange.allCases.map(DeedPhrase.bulk) + [
      .ofArticles("a", 2), .noteKept, .noteTaken, .tagged("a"), .untagged("a"),
      .renamed("a", to: "b"), .merged("a", with: "b"), .splitOff("a", from: "b"),
      .isNoPerson("a"), .withoutSpeaker, .givenTo("a"), .quoteAdded, .quoteDismissed, .otherWords,
    ]

  @Test func `nothing of views is left in English`() {
    let russian = Words(language: .russian)
    let english = Words()
    for phrase in Self.views { #expect(russian(phrase) != english(phrase), "\(phrase)") }
    for phrase in Self.asks { #expect(russian(phrase) != english(phrase), "\(phrase)") }
    for phrase in Self.deeds { #expect(russian(phrase) != english(phrase), "\(phrase)") }
    for field in QueryPrefix.allCases where field.help.first?.isNumber != true {
      #expect(russian.help(field) != field.help)
    }
  }

  /// Notices stand on one line of 80 columns.
  @Test(arguments: Language.allCases)
  func `what a view says fits a line`(language: Language) {
    let words = Words(language: language)
    for phrase in Self.views {
      #expect(DisplayText.width(of: words(phrase)) <= 78, "\(words(phrase))")
    }
  }
}

/// What the library says, which the program puts into its own language.
@Suite struct LibraryWordsTests {
  private let russian = Words(language: .russian)

  @Test(arguments: [
    "sai:a", "!", "by:", "kind:dir", "kind:zzz", "on:soon", "a OR", "()", "a)",
    String(repeating: "(", count: 200) + "a" + String(repeating: ")", count: 200),
  ])
  func `no mistake in a filter is told in English`(filter: String) throws {
    do throws(QueryError) {
      _ = try Query(parsing: filter)
      Issue.record("\(filter) can be read")
    } catch {
      #expect(russian(error) != error.words)
    }
  }

  @Test(arguments: [
    Finding.Problem.missing, .permissionDenied, .notARegularFile, .empty, .binary,
    .invalidBytes(3), .doubleEncoded, .tooLarge(limit: 5_000_000), .tooIntricate(limit: 5),
    .tagsTooDeep(2), .loop, .damaged(""), .encrypted, .nestedTooDeep(limit: 8),
    .unfoldsTooFar(bytes: 9), .unfoldsTooMuch(ratio: 9), .malformed(.line(3), "a"),
    .itemTooLarge(.record(3), limit: 3), .textTooLarge(limit: 3), .passedOver("a"),
  ])
  func `no finding is told in English`(problem: Finding.Problem) {
    let finding = Finding(path: "a.txt", problem: problem)
    #expect(russian(finding) != finding.words)
  }

  @Test func `dates and reasons are told in Russian`() throws {
    let date = try #require(ArticleDate(year: 2021, month: 9, day: 11))
    #expect(Words()(date) == "Saturday 11 September 2021")
    #expect(russian(date) == "суббота, 11 сентября 2021")
    for reason in RemovalReason.allCases { #expect(russian(reason) != reason.rawValue) }
  }
}
