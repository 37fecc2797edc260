/// Everything that the program says on the screen, but for names of commands and words of articles.
///
/// Each language is one file with one `switch`, so that what is missing does not compile.
enum Phrase: Hashable, Sendable {
  // Headings and panes.
  case articles, reader, people, quotes, quotesOf(String), everyone, keys, findings, raw
  // Counts.
  case articleCount(Int), quoteCount(Int), position(Int, of: Int), matchCount(Int, of: Int)
  case leftOut(Int, isShown: Bool), minutesLeft(Int), notRead(Int), reading(Int, of: Int)
  case filterIs(String), helpKey(String), articlePosition(String)
  // The list and the reader when there is nothing in them.
  case nothingMatches(key: String), readingFiles, noArticlesHere, findingsKey(String)
  case openFolder, nothingToRead, noOneNamed, everyFileRead, tooSmall(columns: Int, rows: Int)
  case undated, inferredDate
  // Where things stand.
  case line(Int), foundBy(String), named(times: Int), firstOnLine(Int), also(String)
  case keysOfProgram, filesNotRead, noArticles, noArticleMatches, noSpeaker
  case hintNoFilter, hintNotRead, hintFirstQuote, hintReadOn, hintEveryone
  // What a key did, or why it did nothing.
  case nothingToOpen, enterOpens, quitsWith(String), mouseIsOurs, mouseIsTerminals
  case noLongerThere, nothingLeftOut, noArticleOpen, noQuotes, noQuotesOfTheirs
  case lastQuote, firstQuote, noFilter(key: String), notInText, match(Int, of: Int)
  case lastMatch, firstMatch, filterUnreadable, noOlder, noNewer, fieldsAre
  case nothingToPasteInto, syntax, unboundKey(String, help: String), unknownKey(help: String)
  case worksElsewhere(String, there: Context, here: Context), keyBelongsTo(String)
  case noJumpBack, noJumpForward, nothingToUndo, undoneFilter(String), undoneTypesetting
  case typesettingIs(Typesetting), cannotSet(String), noCommand(String, nearest: String?)
  case noSuchRow, letterWanted, recordingUnder(Character), recorded(Int, Character)
  case nothingRecorded(Character?), tooManyKeys, restricted, needsArgument(String, String)
  // Doing.
  case copied(String), nothingToCopy, noURL, copyQuote, copyCitation, copyArticle, copyPath, copyURL
  case noProgram(String), programFailed(String, Int32), notStarted(String, String), pressEnter
  case exporting(String), exported(Int, String), cannotExport(String, String), unknownFormat(String)
  case configTaken, configWrong(String), windowSaved
  // Help and tutorial.
  case here(Context), elsewhere, filterHeading, signsHeading, caseDoesNotMatter, signInferred
  case signSelected, nothingFound(String), lookingFor(String), tutorial(TutorialState.Step)
  case tutorialStep(Int, of: Int), tutorialOver
}

/// The languages that the program speaks.
enum Language: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case russian = "ru"

  /// The language of a locale such as `ru_RU.UTF-8`, by the first variable that is set.
  init(messages variables: [String?]) {
    let set = variables.compactMap { $0 }.first { !$0.isEmpty } ?? ""
    self = Language.allCases.first { set.hasPrefix($0.rawValue) } ?? .english
  }
}

/// The program's words in one language.
struct Words: Hashable, Sendable {
  var language = Language.english

  /// A phrase.
  func callAsFunction(_ phrase: Phrase) -> String {
    switch language {
    case .english: English.text(phrase)
    case .russian: Russian.text(phrase)
    }
  }

  /// What a command does.
  func help(_ row: CommandRow) -> String {
    switch language {
    case .english: row.help
    case .russian: Russian.help(row.command)
    }
  }

  /// A word for a command.
  func hint(_ row: CommandRow) -> String {
    switch language {
    case .english: row.hint
    case .russian: Russian.hint(row.command)
    }
  }

  /// A heading of the help.
  func heading(_ group: HelpGroup) -> String {
    switch language {
    case .english: group.rawValue
    case .russian: Russian.heading(group)
    }
  }

  /// Other words that are chosen by one of a closed set.
  func evidence(_ words: String) -> String {
    switch language {
    case .english: words
    case .russian: Russian.evidence(words)
    }
  }
}
