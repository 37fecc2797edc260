import Model

/// What views say on the screen, and what keys do or not with marks and corrections.
enum ViewPhrase: Hashable, Sendable {
  // Headings.
  case quotesInOrder(QuoteOrder)
  case namesInOrder(NameGroup, NameOrder)
  case named(String)
  case timeline(byYear: Bool)
  case sideBySide
  case inArticles(Int)
  case quotesInArticles(Int, Int)
  case kind(Quote.Kind)
  // Views with nothing in them.
  case looking
  case nothingMatches(String)
  case noQuotesMatch, noQuotesHere, personWithoutQuotes, noArticlesMatch, nothingMarked
  case noNames(NameGroup)
  case nothingDated(Int)
  // Rows.
  case gap(Int, byYear: Bool)
  case withoutDate(Int)
  // The lines about a person.
  case also, role, time, beside
  case fromTo(String, String)
  case andMore(Int)
  case bars(ofQuotes: Bool, byYear: Bool, most: Int)
  // Words for keys.
  case hintPassage, hintFilterBy, hintByMonth, hintByYear, hintLeft, hintKeep, hintDone, hintLeave
  case hintRun
  // What a key did, or why it did nothing.
  case articleOrder(ArticleOrder)
  case tooSmallForThis, noPersonSelected, isThePerson, lastOfThem, firstOfThem
  case noArticlesInRow
  case wouldNotRead(String)
  case narrowed, nothingTyped, nothingToTakeOut, nameSyntax
  case nothingToComplete
  case noAnswer(key: String, keys: String)
  case noOtherSpelling(String, of: String)
  case onlyPeopleAndQuotes, noQuoteSelected, openFirst, goToQuoteFirst, selectFirst, noWords
  case marksWordsAgain, selecting, onlyMarks
  case noArticleSelected, noQuoteToMark, onlyQuotesMarked, noQuoteMarked, noQuoteMarkedYet
  case noArticleMarked
  case articlesMarked(Int)
  case quotesMarked(Int)
  case allMarked(Int, ofFilter: Bool)
  case markTwo, nothingToRedo, nothingChanged
  case done(String)
  case undone(String)
  case redone(String)
  case noPlaceForMarks
  case nothingKept(String)
  case saved(SavedPhrase)
  case nothingFolded, repeatsAreListed, repeatsAreFolded
  case unfolded(Int)
  case noSuchOrder(String)
  case noSuchColumn(String)
}

/// What is said of filters that have names.
enum SavedPhrase: Hashable, Sendable {
  case title, none
  case noFilter, noFilterSelected
  case noSuchFilter(String)
  case nameIsTaken(String)
  case filterTaken(String, String)
}

/// What is asked on the last line.
enum AskPhrase: Hashable, Sendable {
  case thisQuote, columnsOfList
  case whatNow, marksAreSafe
  case stopAndQuit(String)
  case remedy(ArchiveTrouble.Remedy)
  case bulk(BulkChange, count: Int)
  case yes, no
  case rename, merge, split, noPerson, speaker, bounds, noQuote
  case tagLabel(articles: Int)
  case tagHelp(has: [String])
  case noteLabel, noteHelp
  case filterName
  case filterNameHelp(String)
  case renameLabel
  case renameHelp(String, PlacesCount)
  case mergeLabel
  case mergeHelp(String, PlacesCount)
  case splitLabel
  case splitHelp(String, PlacesCount)
  case speakerLabel, speakerHelp
  case person(String, PlacesCount)
}

/// What was done to articles, and can be undone.
enum DeedPhrase: Hashable, Sendable {
  case bulk(BulkChange)
  case ofArticles(String, Int)
  case noteKept, noteTaken
  case filterKept(String)
  case filterReplaced(String)
  case filterForgotten(String)
  case tagged(String)
  case untagged(String)
  case renamed(String, to: String)
  case merged(String, with: String)
  case splitOff(String, from: String)
  case isNoPerson(String)
  case withoutSpeaker
  case givenTo(String)
  case quoteAdded, quoteDismissed, otherWords
}

/// A change that is made to many articles at once.
enum BulkChange: Hashable, Sendable, CaseIterable {
  case star, unstar, read, unread
}

/// Where a correction of a person is made.
enum PlacesCount: Hashable, Sendable {
  /// In the article that is read.
  case here
  case articles(Int)

  init(_ target: MarksTarget) {
    switch target {
    case .articles: self = .here
    case .matching(_, let count), .naming(_, let count): self = .articles(count)
    }
  }
}

extension Words {
  /// A phrase of views, marks and corrections.
  func callAsFunction(_ phrase: ViewPhrase) -> String {
    switch language {
    case .english: English.text(phrase)
    case .russian: Russian.text(phrase)
    }
  }

  /// Why an archive cannot be used, or not further.
  func callAsFunction(_ error: ArchiveError) -> String {
    switch language {
    case .english: English.text(error)
    case .russian: Russian.text(error)
    }
  }

  /// A column of the list.
  func name(of column: ListColumn) -> String {
    switch language {
    case .english: column.rawValue
    case .russian: Russian.name(of: column)
    }
  }

  /// A question.
  func callAsFunction(_ phrase: AskPhrase) -> String {
    switch language {
    case .english: English.text(phrase)
    case .russian: Russian.text(phrase)
    }
  }

  /// What was done.
  func callAsFunction(_ phrase: DeedPhrase) -> String {
    switch language {
    case .english: English.text(phrase)
    case .russian: Russian.text(phrase)
    }
  }
}
