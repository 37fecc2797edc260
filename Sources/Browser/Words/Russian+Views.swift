import Model

extension Russian {
  /// What views say.
  static func text(_ phrase: ViewPhrase) -> String {
    switch phrase {
    case .quotesInOrder(let order): "ЦИТАТЫ: " + words(order)
    case .namesInOrder(let group, let order):
      words(group).uppercased() + ": " + words(order)
    case .named(let words): "имя: \(words)"
    case .timeline(let byYear): "ВРЕМЯ \(byYear ? "по годам" : "по месяцам")"
    case .sideBySide: "РЯДОМ"
    case .inArticles(let count): inArticles(count)
    case .quotesInArticles(let quotes, let count): "\(quotes) ❞ " + inArticles(count)
    case .kind(.direct): "прямая"
    case .kind(.mixed): "смешанная"
    case .kind(.indirect): "косвенная"
    case .looking: "Поиск …"
    case .nothingMatches(let text): "Здесь ничего не подходит к \(text): Esc покажет всё."
    case .noQuotesMatch: "Ни одна цитата не подходит: Esc — назад, / там меняет фильтр."
    case .noQuotesHere: "В этих статьях нет цитат."
    case .personWithoutQuotes: "Этот человек не цитируется. Esc — назад."
    case .noArticlesMatch: "Ни одна статья не подходит: Esc — назад."
    case .nothingMarked: "Ничего не выбрано: v выбирает строку."
    case .noNames(.people): "Люди здесь не названы. Tab — другой вид."
    case .noNames(.organisations): "Организации здесь не названы. Tab — другой вид."
    case .noNames(.places): "Места здесь не названы. Tab — другой вид."
    case .nothingDated(let count):
      "Ни одной даты по тексту: \(plural(count, "статья", "статьи", "статей"))."
    case .gap(let count, true): plural(count, "год", "года", "лет") + " без статей"
    case .gap(let count, false): plural(count, "месяц", "месяца", "месяцев") + " без статей"
    case .withoutDate(let count):
      "и без даты \(plural(count, "статья", "статьи", "статей"))"
    case .also: "также"
    case .role: "кто"
    case .time: "время"
    case .beside: "рядом"
    case .fromTo(let first, let last): "с \(first) по \(last)"
    case .andMore(let count): "и ещё \(count)"
    case .bars(let ofQuotes, let byYear, let most):
      "\(ofQuotes ? "цитаты" : "статьи") \(byYear ? "по годам" : "по месяцам"), не более \(most)"
    case .hintPassage: "место"
    case .hintFilterBy: "отобрать"
    case .hintByMonth: "по месяцам"
    case .hintByYear: "по годам"
    case .hintLeft: "влево"
    case .hintKeep: "оставить"
    case .hintDone: "готово"
    case .hintLeave: "выйти"
    case .hintRun: "выполнить"
    case .articleOrder(let order): "порядок: " + words(order)
    case .tooSmallForThis: "для этого экран слишком мал"
    case .noPersonSelected: "человек не выбран; p перечисляет людей"
    case .isThePerson: "это и есть этот человек; Esc — назад"
    case .lastOfThem: "это последнее"
    case .firstOfThem: "это первое"
    case .noArticlesInRow: "здесь нет статей"
    case .wouldNotRead(let text): "такой фильтр нельзя прочитать: \(text)"
    case .narrowed: "Backspace убирает последнюю часть, Esc — весь фильтр"
    case .nothingTyped: "здесь ничего не набрано"
    case .nothingToTakeOut: "фильтра нет, убирать нечего"
    case .nameSyntax: "слова имени, каждое с начала"
    case .nothingToComplete: "дополнить нечем"
    case .noAnswer(let key, let keys): "\(key) — не ответ; \(keys) или Esc"
    case .noOtherSpelling(let text, let name):
      text.isEmpty ? "напишите, что не \(name)" : "\(text) — не написание имени \(name)"
    case .onlyPeopleAndQuotes: "исправить можно только людей и цитаты"
    case .noQuoteSelected: "цитата не выбрана"
    case .openFirst: "сначала откройте статью; c исправляет людей и цитаты"
    case .goToQuoteFirst: "] ведёт к цитате, v выделяет слова новой; затем c"
    case .selectFirst: "сначала выберите человека или цитату"
    case .noWords: "нет слов, чтобы выделить"
    case .marksWordsAgain: "ещё раз c b — выделить её слова"
    case .selecting: "h l слова, j k строки, o другой конец, Enter берёт, Esc нет"
    case .onlyMarks: "здесь одни знаки; выделите слова"
    case .noArticleSelected: "статья не выбрана"
    case .noQuoteToMark: "нет цитаты, чтобы выбрать"
    case .onlyQuotesMarked: "здесь выбирают только цитаты"
    case .noQuoteMarked: "ни одна цитата не выбрана"
    case .noQuoteMarkedYet: "ни одна цитата не выбрана; v выбирает"
    case .noArticleMarked: "ни одна статья не выбрана"
    case .articlesMarked(let count):
      "выбрано: \(count); s звёздочка, r прочитано, t метка, C рядом"
    case .quotesMarked(let count):
      "выбрано: \(plural(count, "цитата", "цитаты", "цитат")); C покажет рядом"
    case .allMarked(let count, let ofFilter):
      "выбраны все\(ofFilter ? " по фильтру" : ""): \(count); s звёздочка, r прочитано, t метка"
    case .markTwo: "выберите две или больше клавишей v, C покажет рядом"
    case .nothingToRedo: "возвращать нечего"
    case .nothingChanged: "ничего не изменилось"
    case .done(let words): "\(words); u отменяет"
    case .undone(let words): "отменено: \(words)"
    case .redone(let words): "снова: \(words)"
    case .noPlaceForMarks: "отметки негде хранить; см. --help"
    case .nothingKept(let reason): "ничего не сохранено: \(reason)"
    case .saved(let phrase): text(phrase)
    case .noSuchOrder(let name): "порядка '\(name)' здесь нет; o перебирает их"
    case .noSuchColumn(let name): "столбца '\(name)' нет; O перечисляет их"
    case .nothingFolded: "о том же больше никто не пишет"
    case .repeatsAreListed: "повторы на своих местах; zM сворачивает"
    case .repeatsAreFolded: "повторы свёрнуты; za раскроет здесь, zR все"
    case .unfolded(let count): articles(count) + " о том же; za свернёт"
    }
  }

  /// `1 статья`, `2 статьи`.
  static func articles(_ count: Int) -> String {
    plural(count, "статья", "статьи", "статей")
  }

  /// After «в»: 1 and 21 in the singular.
  private static func inArticles(_ count: Int) -> String {
    "в " + plural(count, "статье", "статьях", "статьях")
  }

  /// Where a correction of a person is made.
  static func words(_ places: PlacesCount) -> String {
    switch places {
    case .here: "в этой статье"
    case .articles(let count): inArticles(count)
    }
  }

  private static func words(_ group: NameGroup) -> String {
    switch group {
    case .people: "люди"
    case .organisations: "организации"
    case .places: "места"
    }
  }

  private static func words(_ order: QuoteOrder) -> String {
    switch order {
    case .newest: "сначала новые"
    case .oldest: "сначала старые"
    case .speaker: "по говорящим"
    case .relevance: "сначала лучшие"
    }
  }

  private static func words(_ order: NameOrder) -> String {
    switch order {
    case .quotes: "по числу цитат"
    case .articles: "по числу статей"
    case .name: "по имени"
    }
  }

  private static func words(_ order: ArticleOrder) -> String {
    switch order {
    case .newest: "сначала новые"
    case .oldest: "сначала старые"
    case .relevance: "сначала лучшие"
    case .quoted: "по числу цитат"
    case .file: "по файлам"
    }
  }
}
