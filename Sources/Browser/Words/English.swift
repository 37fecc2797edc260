import Model

/// The program's words in English.
enum English {
  /// `100,000`.
  static func number(_ count: Int) -> String { ProgressWords.grouped(count) }

  private static func plural(_ count: Int, _ one: String, _ many: String) -> String {
    "\(number(count)) \(count == 1 ? one : many)"
  }

  /// `Friday 14 September 2018`.
  static func text(_ date: ArticleDate) -> String {
    let weekdays = [
      "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    guard weekdays.indices.contains(date.weekday), months.indices.contains(date.month - 1) else {
      return date.dayDescription
    }
    return "\(weekdays[date.weekday]) \(date.day) \(months[date.month - 1]) \(date.year)"
  }

  static func text(_ phrase: Phrase) -> String {
    switch phrase {
    case .articles: "ARTICLES"
    case .reader: "READER"
    case .people: "PEOPLE"
    case .quotes: "QUOTES"
    case .quotesOf(let name): "QUOTES of \(name)"
    case .everyone: "Everyone"
    case .keys: "KEYS"
    case .findings: "FINDINGS"
    case .raw: "THE FILE"
    case .articleCount(let count): plural(count, "article", "articles")
    case .quoteCount(let count): plural(count, "quote", "quotes")
    case .position(let at, let count): "\(at) of \(count)"
    case .matchCount(let count, let all): "\(count) of \(number(all)) match"
    case .leftOut(let count, let isShown):
      plural(count, "line", "lines") + " left out" + (isShown ? ", shown" : "")
    case .minutesLeft(let count): "\(count) min left"
    case .notRead(let count): "\(number(count)) not read (!)"
    case .reading(let done, let all): "reading \(done) of \(all)"
    case .readingShare(let share): "reading \(share) %"
    case .timeLeft(let seconds): "\(ProgressWords.duration(Double(seconds))) left"
    case .filterIs(let text): "filter: \(text)"
    case .helpKey(let key): "\(key) help"
    case .articlePosition(let position): "article \(position)"
    case .nothingMatches(let key): "Nothing matches: \(key) clears the filter."
    case .readingFiles: "Reading the files …"
    case .noArticlesHere: "No articles here."
    case .findingsKey(let key): "\(key) lists what could not be read, and why."
    case .openFolder: "onrecord FOLDER opens the text files of a folder."
    case .nothingToRead: "Nothing to read."
    case .noOneNamed: "no one is named"
    case .everyFileRead: "Every file could be read."
    case .tooSmall(let columns, let rows): "terminal too small: \(columns)x\(rows) is the least"
    case .undated: "undated"
    case .byAuthors(let names): "by " + names
    case .inferredDate: "date inferred"
    case .line(let line): "line \(line) of "
    case .foundBy(let words): "found by: \(words)"
    case .named(let times): "named \(plural(times, "time", "times"))"
    case .firstOnLine(let line): "first on line \(line)"
    case .also(let roles): "also \(roles)"
    case .keysOfProgram: "the keys of onrecord"
    case .filesNotRead: "files that were not read, or not wholly"
    case .noArticles: "no articles"
    case .noArticleMatches: "no article matches the filter"
    case .noSpeaker: "no speaker"
    case .wayToList: "list"
    case .wayToReader: "reader"
    case .wayToPeople: "people"
    case .hintNoFilter: "no filter"
    case .hintNotRead: "not read"
    case .hintFirstQuote: "first quote"
    case .hintReadOn: "read on"
    case .hintEveryone: "everyone"
    case .nothingToOpen: "there is nothing to open"
    case .enterOpens: "Enter opens articles; ] goes to the next quote"
    case .quitsWith(let key): "\(key) quits"
    case .mouseIsOurs: "the mouse works here; hold Shift to select text, m switches it off"
    case .mouseIsTerminals: "the mouse belongs to the terminal; m switches it on"
    case .noLongerThere: "this article is no longer there"
    case .nothingLeftOut: "cleaning left nothing out"
    case .noLinks: "no links in this article"
    case .noLink(let number): "no link [\(number)] that leads to the web"
    case .linksListed(let count): "\(plural(count, "address", "addresses")) at the article's end"
    case .articleOnItsWay: "the article is on its way; Esc goes back"
    case .noArticleOpen: "no article is open"
    case .noQuotes: "no quotes in this article"
    case .noQuotesListed: "no quotes"
    case .noQuotesOfTheirs: "no quotes of theirs"
    case .lastQuote: "this was the last quote"
    case .firstQuote: "this was the first quote"
    case .noFilter(let key): "no filter to look for: \(key) opens one"
    case .notInText: "the filter's words do not stand in this text"
    case .notInThisCase:
      "not in this text with these capitals; small letters match any case"
    case .match(let at, let count): "match \(at) of \(count)"
    case .lastMatch: "this was the last match"
    case .firstMatch: "this was the first match"
    case .filterUnreadable: "the filter cannot be read yet; Esc clears it"
    case .noOlder: "nothing older"
    case .noNewer: "nothing newer"
    case .fieldsAre:
      "fields: " + QueryPrefix.allCases.map { "\($0.rawValue):" }.joined(separator: " ")
    case .nothingBegins(let field): "nothing in \(field): begins so"
    case .nothingToPasteInto: "nothing to paste into; / opens the filter"
    case .syntax: "words: all must begin so · \"phrase\" · !not · OR · said: by: after: Tab more"
    case .unboundKey(let key, let help): "`\(key)` is not bound; \(help) lists the keys"
    case .unknownKey(let help): "this key is not bound; \(help) lists the keys"
    case .worksElsewhere(let key, let there, let here):
      "`\(key)` works in \(there.place), not in \(here.place)"
    case .keyBelongsTo(let keys): "that was `\(keys)`; once more is the key alone"
    case .noJumpBack: "there is no jump to go back from"
    case .noJumpForward: "this was the last jump"
    case .nothingToUndo: "nothing to undo"
    case .undoneFilter(let text): text.isEmpty ? "no filter again" : "the filter is back: \(text)"
    case .undoneTypesetting: "the text is set as before"
    case .typesettingIs(let set):
      "measure \(set.measure) · indent \(set.indent) · justify "
        + "\(set.isJustified ? "on" : "off") · spacing \(set.spacing)"
    case .cannotSet(let words):
      "'\(words)' cannot be set; try measure 66, indent 2, justify on, spacing 2"
    case .noCommand(let name, let nearest?): "no command '\(name)'; did you mean '\(nearest)'?"
    case .noCommand(let name, nil): "no command '\(name)'; Tab lists them"
    case .noSuchRow: "there is no such row"
    case .letterWanted: "a letter from a to z must follow"
    case .recordingUnder(let letter): "recording keys under \(letter); , ends it"
    case .recorded(let count, let letter): "\(plural(count, "key", "keys")) kept under \(letter)"
    case .nothingRecorded(let letter?): "nothing is recorded under \(letter)"
    case .nothingRecorded(nil): "nothing was replayed yet"
    case .tooManyKeys: "the macro was stopped after \(InputState.longestReplay) keys"
    case .restricted(.program): "not in a restricted session: no other program is run"
    case .restricted(.file): "not in a restricted session: no file is written"
    case .restricted(.shell): "not in a restricted session: there is no shell to go to"
    case .needsArgument(let name, let argument): "write :\(name) \(argument)"
    case .copied(let what): "copied: \(what)"
    case .nothingToCopy: "there is nothing to copy here"
    case .noURL: "this article says no address on the web"
    case .copyQuote: "the quote"
    case .copyCitation: "the citation"
    case .copyArticle: "the article"
    case .copyPath: "the path"
    case .copyURL: "the address"
    case .noProgram(let variable): "\(variable) names no program"
    case .programFailed(let name, let status): "\(name) ended with status \(status)"
    case .notStarted(let name, let reason): "\(name) could not be started: \(reason)"
    case .pressEnter: "Enter goes back to onrecord"
    case .exporting(let path): "writing \(path) …"
    case .exportShare(let path, let share): "writing \(path) \(share) %, Esc stops"
    case .exportCount(let path, let count): "writing \(path) \(count), Esc stops"
    case .exportRuns(let path): "\(path) is still being written; Esc stops it"
    case .stoppingExport(let path): "stopping; what was written of \(path) is taken away"
    case .exportStopped(let path): "stopped; nothing is left of \(path)"
    case .exportedFewer(let count, let all, let path):
      "only \(count) of \(plural(all, "article", "articles")) in \(path): the archive changed or "
        + "cannot be read"
    case .quotesExported(let count, let path): "\(plural(count, "quote", "quotes")) in \(path)"
    case .copyQuotes(let count): plural(count, "quote", "quotes")
    case .copyCitations(let count): plural(count, "citation", "citations")
    case .onlyCitations: "here quotes and citations can be copied: y q, y c, y m, y b, y j"
    case .stillCounting: "these are still being counted; a moment"
    case .exported(let count, let path): "\(plural(count, "article", "articles")) in \(path)"
    case .cannotExport(let path, let reason): "cannot write \(path): \(reason)"
    case .unknownFormat(let path):
      "what '\(path)' is to be cannot be told; end it with .md .html .csv .jsonl or .bib"
    case .configTaken: "the configuration was taken up"
    case .configWrong(let words): words
    case .windowSaved: "kept"
    case .here(let context): "HERE: \(context.place.uppercased())"
    case .elsewhere: "ELSEWHERE"
    case .filterHeading: "FILTER"
    case .signsHeading: "SIGNS"
    case .caseDoesNotMatter:
      "case and accents do not matter; a word is matched from its beginning"
    case .capitalsMark:
      "the list ignores case; marks and n N heed a word's capitals: Bill but bill"
    case .orJoins: "OR joins the terms beside it; parentheses group: (ferry OR boat) harbour"
    case .oneQuote: "said: by: kind: and role: beside them speak of one and the same quote"
    case .signInferred: "2015-01-13~ inferred: no line says this day in full; the reader says why"
    case .folded(let count): "\(number(count)) folded"
    case .signFolds: "+3 three more say the same, folded · -3 listed below · =3 listed elsewhere"
    case .signMarks:
      "• unread · ★ starred · #tag · ✐ note · ✓ marked · ✎ put right by you"
    case .signSelected:
      "▌ selected, and whose quotes are listed · ▎ what is pointed at · ❞ quotes"
    case .nothingFound(let words): "no command for '\(words)'; Backspace takes letters back"
    case .lookingFor(let words): "looking for: \(words)"
    case .tutorial(let step): tutorial(step)
    case .tutorialStep(let at, let count): "step \(at) of \(count) · g? leaves"
    case .tutorialOver: "the walk is over; g? begins it again"
    }
  }

  private static func tutorial(_ step: TutorialState.Step) -> String {
    switch step {
    case .move: "On the left are the articles, newest first. Press j to go down, k to go up."
    case .read: "Press Enter to read the article. Its words are those of the file, no others."
    case .quote: "Press ] for the next quote. The last line says where it stands in the file."
    case .people: "Press 3 for the people who are named, and what they are quoted saying."
    case .narrow: "Press gg, then j to a person: now only that person's quotes are listed."
    case .back: "Esc goes one step back. Press it until you are out of the people."
    case .filter: "Press / to filter. The list follows each letter."
    case .keep: "Type bost and press Enter. All words count: headline, text, names."
    case .clear: "Esc clears the filter; u would bring it back. Press Esc in the list."
    case .leftOut: "Press x to see what cleaning left out, and why. x hides it again."
    case .copy: "Open an article, go to a quote with ], and press y q: the quote is copied."
    case .help: "Press ? for the keys that work here; / looks for one, Enter does it."
    case .end: "That is all one needs. : runs any command by its name, q quits."
    }
  }
}
