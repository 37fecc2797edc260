import Model

extension English {
  /// What views say.
  static func text(_ phrase: ViewPhrase) -> String {
    switch phrase {
    case .quotesInOrder(let order): "QUOTES " + words(order)
    case .namesInOrder(let group, let order):
      group.rawValue.uppercased() + " " + words(order)
    case .named(let words): "named \(words)"
    case .timeline(let byYear): "TIMELINE by \(byYear ? "year" : "month")"
    case .sideBySide: "SIDE BY SIDE"
    case .inArticles(let count): "in " + articles(count)
    case .quotesInArticles(let quotes, let count): "\(quotes) ❞ in " + articles(count)
    case .kind(let kind): kind.rawValue
    case .looking: "Looking …"
    case .nothingMatches(let text): "Nothing here matches \(text): Esc shows all again."
    case .noQuotesMatch: "No quotes match the filter: Esc goes back, / there changes it."
    case .noQuotesHere: "No quotes in these articles."
    case .personWithoutQuotes: "No quotes of theirs. Esc goes back."
    case .noArticlesMatch: "No articles match the filter: Esc goes back."
    case .nothingMarked: "Nothing is marked: v marks a row."
    case .noNames(let group): "No \(group.rawValue) are named here. Tab shows another kind."
    case .nothingDated(let count):
      count == 1
        ? "The one article has no date that its text determines."
        : "None of the \(count) articles has a date that its text determines."
    case .gap(let count, let byYear): "\(count) \(byYear ? "years" : "months") without articles"
    case .withoutDate(let count): "and \(articles(count)) without a date"
    case .also: "also"
    case .role: "role"
    case .time: "time"
    case .beside: "with"
    case .fromTo(let first, let last): "\(first) to \(last)"
    case .andMore(let count): "and \(count) more"
    case .bars(let ofQuotes, let byYear, let most):
      "\(ofQuotes ? "quotes" : "articles") by \(byYear ? "year" : "month"), at most \(most)"
    case .hintPassage: "passage"
    case .hintFilterBy: "filter by"
    case .hintByMonth: "by month"
    case .hintByYear: "by year"
    case .hintLeft: "left"
    case .hintKeep: "keep"
    case .hintDone: "done"
    case .hintLeave: "leave"
    case .hintRun: "run"
    case .articleOrder(let order): "order: " + words(order)
    case .tooSmallForThis: "the terminal is too small for this"
    case .noPersonSelected: "no person is selected; p lists the people of the filter"
    case .isThePerson: "this is the person already; Esc goes back"
    case .lastOfThem: "this is the last one"
    case .firstOfThem: "this is the first one"
    case .noArticlesInRow: "there are no articles here"
    case .wouldNotRead(let text): "the filter would become one that cannot be read: \(text)"
    case .narrowed: "Backspace takes the last part out again, Esc the whole filter"
    case .nothingTyped: "nothing is typed here to take out"
    case .nothingToTakeOut: "there is no filter to take a part out of"
    case .nameSyntax: "words of the name, each from its beginning"
    case .nothingToComplete: "nothing to complete with"
    case .noAnswer(let key, let keys): "\(key) is no answer; \(keys) or Esc"
    case .noOtherSpelling(let text, let name):
      "\(text.isEmpty ? "nothing" : text) is no other spelling of \(name)"
    case .onlyPeopleAndQuotes: "only people and quotes can be put right"
    case .noQuoteSelected: "no quote is selected"
    case .openFirst: "open the article first; c puts people and quotes right"
    case .goToQuoteFirst: "] goes to a quote, v marks words for a new one; then c"
    case .selectFirst: "select a person or a quote first"
    case .noWords: "there are no words to mark"
    case .marksWordsAgain: "c b again marks its words"
    case .selecting: "h l words, j k lines, o the other end, Enter takes them, Esc does not"
    case .onlyMarks: "nothing but marks; mark words"
    case .noArticleSelected: "no article is selected"
    case .noQuoteToMark: "there is no quote to mark"
    case .onlyQuotesMarked: "only quotes can be marked here"
    case .noQuoteMarked: "no quote is marked"
    case .noQuoteMarkedYet: "no quote is marked; v marks one"
    case .noArticleMarked: "no article is marked"
    case .articlesMarked(let count): "\(count) marked; s star, r read, t tag, C compare"
    case .quotesMarked(let count):
      "\(count) \(count == 1 ? "quote" : "quotes") marked; C shows them side by side"
    case .allMarked(let count, let ofFilter):
      "all \(articles(count))\(ofFilter ? " of the filter" : "") marked; s star, r read, t tag"
    case .markTwo: "mark two or more with v, then C shows them side by side"
    case .nothingToRedo: "nothing to do again"
    case .nothingChanged: "nothing changed"
    case .done(let words): "\(words); u undoes"
    case .undone(let words): "undone: \(words)"
    case .redone(let words): "again: \(words)"
    case .noPlaceForMarks: "there is no place to keep marks; see --help"
    case .nothingKept(let reason): "nothing was kept: \(reason)"
    case .saved(let phrase): text(phrase)
    case .noSuchOrder(let name): "there is no order '\(name)' here; o goes through them"
    case .noSuchColumn(let name): "there is no column '\(name)'; O lists them"
    case .nothingFolded: "nothing else says the same as this article"
    case .repeatsAreListed: "repeats are listed where they belong; zM folds them"
    case .repeatsAreFolded: "repeats are folded behind the first; za lists some, zR all"
    case .unfolded(let count): "\(articles(count)) that say the same; za folds them again"
    }
  }

  /// `1 article`, `2 articles`.
  static func articles(_ count: Int) -> String {
    "\(count) \(count == 1 ? "article" : "articles")"
  }

  /// Where a correction of a person is made.
  static func words(_ places: PlacesCount) -> String {
    switch places {
    case .here: "in this article"
    case .articles(let count): "in " + articles(count)
    }
  }

  private static func words(_ order: QuoteOrder) -> String {
    switch order {
    case .newest: "newest first"
    case .oldest: "oldest first"
    case .speaker: "by speaker"
    case .relevance: "best match first"
    }
  }

  private static func words(_ order: NameOrder) -> String {
    switch order {
    case .quotes: "most quoted first"
    case .articles: "most named first"
    case .name: "by name"
    }
  }

  private static func words(_ order: ArticleOrder) -> String {
    switch order {
    case .newest: "newest first"
    case .oldest: "oldest first"
    case .relevance: "best match first"
    case .quoted: "most quoted first"
    case .file: "by file"
    }
  }
}
