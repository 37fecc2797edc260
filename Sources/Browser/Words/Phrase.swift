import Model

/// Everything that the program says on the screen, but for names of commands and words of articles.
///
/// Each language is one file with one `switch`, so that what is missing does not compile.
enum Phrase: Hashable, Sendable {
  // Headings and panes.
  case articles, reader, people, quotes
  case quotesOf(String)
  case everyone, keys, findings, raw
  // Counts.
  case articleCount(Int)
  case quoteCount(Int)
  /// Texts, as a count may still be growing: `200+`.
  case position(String, of: String)
  case matchCount(String, of: Int)
  case leftOut(Int, isShown: Bool)
  case minutesLeft(Int)
  case notRead(Int)
  case folded(Int)
  case reading(done: String, of: String)
  case readingShare(Int)
  case timeLeft(seconds: Int)
  case filterIs(String)
  case helpKey(String)
  case articlePosition(String)
  // The list and the reader when there is nothing in them.
  case nothingMatches(key: String)
  case readingFiles, noArticlesHere
  case findingsKey(String)
  case openFolder, nothingToRead, noOneNamed, everyFileRead
  case tooSmall(columns: Int, rows: Int)
  case undated, inferredDate
  case byAuthors(String)
  // Where things stand.
  case line(Int)
  case foundBy(String)
  case named(times: Int)
  case firstOnLine(Int)
  case also(String)
  case keysOfProgram, filesNotRead, noArticles, noArticleMatches, noSpeaker
  case wayToList, wayToReader, wayToPeople
  case hintNoFilter, hintNotRead, hintFirstQuote, hintReadOn, hintEveryone
  // What a key did, or why it did nothing.
  case nothingToOpen, enterOpens
  case quitsWith(String)
  case mouseIsOurs, mouseIsTerminals
  case noLongerThere, nothingLeftOut, noArticleOpen, articleOnItsWay, noQuotes, noQuotesOfTheirs,
    noQuotesListed
  case lastQuote, firstQuote
  case noFilter(key: String)
  case notInText, notInThisCase
  case match(Int, of: Int)
  case lastMatch, firstMatch, filterUnreadable, noOlder, noNewer, fieldsAre
  case nothingBegins(field: String)
  case nothingToPasteInto, syntax
  case unboundKey(String, help: String)
  case unknownKey(help: String)
  case worksElsewhere(String, there: Context, here: Context)
  case keyBelongsTo(String)
  case noJumpBack, noJumpForward, nothingToUndo
  case undoneFilter(String)
  case undoneTypesetting
  case typesettingIs(Typesetting)
  case noLinks
  case noLink(Int)
  case linksListed(Int)
  case cannotSet(String)
  case noCommand(String, nearest: String?)
  case noSuchRow, letterWanted
  case recordingUnder(Character)
  case recorded(Int, Character)
  case nothingRecorded(Character?)
  case tooManyKeys
  case restricted(Door)
  case needsArgument(String, String)
  // Doing.
  case copied(String)
  case nothingToCopy, noURL, copyQuote, copyCitation, copyArticle, copyPath, copyURL
  case noProgram(String)
  case programFailed(String, Int32)
  case notStarted(String, String)
  case pressEnter
  case exporting(String)
  case exportShare(String, Int)
  case exportCount(String, Int)
  case exportRuns(String)
  case stoppingExport(String)
  case exportStopped(String)
  case exportedFewer(Int, of: Int, String)
  case quotesExported(Int, String)
  case copyQuotes(Int)
  case copyCitations(Int)
  case onlyCitations, stillCounting
  case exported(Int, String)
  case cannotExport(String, String)
  case unknownFormat(String)
  case configTaken
  case configWrong(String)
  case windowSaved
  // Help and tutorial.
  case here(Context)
  case elsewhere, filterHeading, signsHeading, caseDoesNotMatter, capitalsMark, orJoins, oneQuote,
    signInferred
  case signSelected, signMarks, signFolds
  case nothingFound(String)
  case lookingFor(String)
  case tutorial(TutorialState.Step)
  case tutorialStep(Int, of: Int)
  case tutorialOver
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

  /// A count with its thousands apart.
  func number(_ count: Int) -> String {
    switch language {
    case .english: English.number(count)
    case .russian: Russian.number(count)
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

  /// What follows a field of the filter.
  func help(_ field: QueryPrefix) -> String {
    switch language {
    case .english: field.help
    case .russian: Russian.help(field)
    }
  }

  /// A heading of the help.
  func heading(_ group: HelpGroup) -> String {
    switch language {
    case .english: group.rawValue
    case .russian: Russian.heading(group)
    }
  }

  /// What is wrong with a filter.
  func callAsFunction(_ error: QueryError) -> String {
    switch language {
    case .english: error.words
    case .russian: Russian.text(error)
    }
  }

  /// What was wrong with a file.
  func callAsFunction(_ finding: Finding) -> String {
    switch language {
    case .english: finding.words
    case .russian: Russian.text(finding)
    }
  }

  /// Why words were left out.
  func callAsFunction(_ reason: RemovalReason) -> String {
    switch language {
    case .english: reason.rawValue
    case .russian: Russian.text(reason)
    }
  }

  /// `Friday 14 September 2018`, with the time where it is known.
  func callAsFunction(_ date: ArticleDate) -> String {
    let day =
      switch language {
      case .english: English.text(date)
      case .russian: Russian.text(date)
      }
    guard let minutes = date.minutes else { return day }
    let minute = minutes % 60
    return day + ", \(minutes / 60):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// Other words that are chosen by one of a closed set.
  func evidence(_ words: String) -> String {
    switch language {
    case .english: words
    case .russian: Russian.evidence(words)
    }
  }
}
