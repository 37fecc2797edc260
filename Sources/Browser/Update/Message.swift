import Model

/// Something that happened.
enum Message: Sendable {
  /// The program has begun.
  case started
  case key(Key)
  case mouse(MouseEvent)
  case paste(String)
  case resize(Size)
  /// The program was continued after Ctrl-Z.
  case resumed
  case pageArrived(request: Int, ArticlePage)
  /// The articles of a group of repeats.
  case groupArrived(request: Int, ArticlePage)
  case articleArrived(request: Int, ArticleKey, Article?)
  case findingsArrived(request: Int, [Finding])
  case completionsArrived(request: Int, [Completion])
  case matchesArrived(request: Int, [ReaderMatch])
  case progress(ImportProgress)
  /// No key has moved the selection for a moment.
  case rested(request: Int)
  /// An answer for a view.
  case view(ViewMessage)
  /// Marks were changed, or not.
  case marks(MarksMessage)
  /// No key followed one that could have begun a sequence.
  case keysRested(request: Int)
  /// Something outside is done; a sentence about it.
  case told(Phrase, isWarning: Bool)
  /// So many articles of an export are written.
  case exportWent(request: Int, done: Int)
  /// An export came to its end; a sentence about it.
  case exportEnded(request: Int, Phrase, isWarning: Bool)
  /// What was to be copied, and how much it is.
  case gathered(String, Phrase)
  /// The archive that was waited for is open.
  case archiveOpened
  /// The configuration was read anew.
  case configured(Configured)
}

/// What of a configuration the state knows.
struct Configured: Hashable, Sendable {
  var keymap = Keymap.standard
  var layout = LayoutOptions()
  var columns = Set(ListColumn.allCases)
  var foldsRepeats = true
  /// Whether words with capitals are marked only where they stand in the same case.
  var heedsCapitals = true
  /// nil where the configuration leaves it as it is.
  var typesetting: Typesetting?
}

/// Something to be done outside; its answer comes as a message with the same request number.
enum Effect: Hashable, Sendable {
  case loadPage(PageRequest, request: Int)
  case loadGroup(PageRequest, request: Int)
  case loadArticle(ArticleKey, request: Int)
  case loadFindings(request: Int)
  case complete(QueryPrefix, beginning: String, request: Int)
  /// Names of files and folders that begin so.
  case completePath(String, request: Int)
  case findMatches(MatchFinder, in: ArticleKey, request: Int)
  /// Answer with `rested` after a moment.
  case rest(request: Int)
  case view(ViewEffect)
  case marks(MarksEffect)
  /// Answer with `keysRested` after a longer moment.
  case restKeys(request: Int)
  case redraw
  case suspend
  case setMouse(Bool)
  /// Put a text on the clipboard.
  case copy(String)
  /// Give the terminal to another program and come back when it is done.
  case run(OutsideProgram)
  /// Write articles or quotes to a new file; how many there are, for the report.
  case export(ExportScope, ExportFormat, path: String, total: Int, request: Int)
  /// Stop writing, and take away what was written.
  case cancelExport
  /// Put many citations on the clipboard.
  case copyAll(ExportScope, Citation.Form?)
  case keepTypesetting(Typesetting)
  case keepPlace(Int, of: ArticleID)
  /// Open the archive anew, with a state of its own.
  case reopen(Reopening)
  case quit
}

/// What a view asks the archive for.
enum ViewEffect: Hashable, Sendable {
  case quotes(QuotePageRequest, request: Int)
  case names(NamesRequest, request: Int)
  case timeline(Query, request: Int)
  case profile(String, request: Int)
  case articles([ArticleKey], request: Int)
  /// How many articles match each of some filters.
  case counts([String], request: Int)
}

/// What the archive answers to a view.
enum ViewMessage: Sendable {
  case quotes(request: Int, QuotePage)
  case names(request: Int, NamesPage)
  case timeline(request: Int, Timeline)
  case profile(request: Int, PersonProfile?)
  case articles(request: Int, [(ArticleKey, Article)])
  /// In the order of the filters; nil for one that cannot be read.
  case counts(request: Int, [Int?])
}

/// A change of the reader's marks.
enum MarksEffect: Hashable, Sendable {
  /// - Parameter words: what was done, for the status line, without the number.
  case make(MarksChange, MarksTarget, words: String)
  case undo(UndoState.Entry)
  case redo(UndoState.Entry)
  case tags(request: Int)
  /// Changes filters that have names.
  case filters(FiltersStep, words: String)
  /// Tells which filters have names.
  case listFilters
}

/// What became of a change of marks.
enum MarksMessage: Sendable {
  case made(MarksStep, words: String)
  case undone(UndoState.Entry)
  case redone(UndoState.Entry)
  case failed(ViewPhrase)
  case tags(request: Int, [String])
  case filtersMade(FiltersStep, words: String, [SavedFilter])
  /// The filters that have names, after whatever changed them.
  case filters([SavedFilter])
}
