import Model

/// The program's words in Russian.
enum Russian {
  /// One, few and many, as Russian counts: 1 and 21, 2–4 and 22–24, 5–20 and 25.
  /// `100 000`, with blanks at which no line breaks; four digits stand together.
  static func number(_ count: Int) -> String {
    abs(count) < 10_000
      ? "\(count)" : ProgressWords.grouped(count).replacing(",", with: "\u{A0}")
  }

  static func plural(_ count: Int, _ one: String, _ few: String, _ many: String) -> String {
    let last = abs(count) % 10
    let tens = abs(count) % 100
    if last == 1, tens != 11 { return "\(number(count)) \(one)" }
    if (2...4).contains(last), !(12...14).contains(tens) { return "\(number(count)) \(few)" }
    return "\(number(count)) \(many)"
  }

  /// `12 с`, `3 мин 5 с`, `2 ч 10 мин`.
  private static func duration(_ seconds: Int) -> String {
    if seconds < 60 { return "\(seconds) с" }
    if seconds < 3600 { return "\(seconds / 60) мин \(seconds % 60) с" }
    return "\(seconds / 3600) ч \(seconds % 3600 / 60) мин"
  }

  static func text(_ phrase: Phrase) -> String {
    switch phrase {
    case .articles: "СТАТЬИ"
    case .reader: "ТЕКСТ"
    case .people: "ЛЮДИ"
    case .quotes: "ЦИТАТЫ"
    case .quotesOf(let name): "ЦИТАТЫ: \(name)"
    case .everyone: "Все"
    case .keys: "КЛАВИШИ"
    case .findings: "ЗАМЕЧАНИЯ"
    case .raw: "ФАЙЛ"
    case .articleCount(let count): plural(count, "статья", "статьи", "статей")
    case .quoteCount(let count): plural(count, "цитата", "цитаты", "цитат")
    case .position(let at, let count): "\(at) из \(count)"
    case .matchCount(let count, let all): "подходят \(count) из \(number(all))"
    case .leftOut(let count, let isShown):
      plural(count, "строка опущена", "строки опущены", "строк опущено")
        + (isShown ? ", показаны" : "")
    case .minutesLeft(let count): "ещё \(count) мин"
    case .notRead(let count): "не прочитано: \(number(count)) (!)"
    case .reading(let done, let all): "чтение: \(done) из \(all)"
    case .readingShare(let share): "чтение: \(share) %"
    case .timeLeft(let seconds): "осталось \(duration(seconds))"
    case .filterIs(let text): "фильтр: \(text)"
    case .helpKey(let key): "\(key) справка"
    case .articlePosition(let position): "статья \(position)"
    case .nothingMatches(let key): "Ничего не подходит: \(key) убирает фильтр."
    case .readingFiles: "Чтение файлов …"
    case .noArticlesHere: "Здесь нет статей."
    case .findingsKey(let key): "\(key) показывает, что не удалось прочитать и почему."
    case .openFolder: "onrecord ПАПКА открывает текстовые файлы папки."
    case .nothingToRead: "Читать нечего."
    case .noOneNamed: "никто не назван"
    case .everyFileRead: "Все файлы прочитаны."
    case .tooSmall(let columns, let rows): "мал экран: нужно не меньше \(columns)x\(rows)"
    case .undated: "без даты"
    case .byAuthors(let names): "автор: " + names
    case .inferredDate: "дата выведена"
    case .line(let line): "строка \(line), "
    case .foundBy(let words): "найдено по: \(words)"
    case .named(let times): "назван \(plural(times, "раз", "раза", "раз"))"
    case .firstOnLine(let line): "впервые в строке \(line)"
    case .also(let roles): "также \(roles)"
    case .keysOfProgram: "клавиши onrecord"
    case .filesNotRead: "файлы, прочитанные не полностью или не прочитанные"
    case .noArticles: "нет статей"
    case .noArticleMatches: "ни одна статья не подходит"
    case .noSpeaker: "автор неизвестен"
    case .wayToList: "список"
    case .wayToReader: "текст"
    case .wayToPeople: "люди"
    case .hintNoFilter: "без фильтра"
    case .hintNotRead: "не прочитано"
    case .hintFirstQuote: "первая цитата"
    case .hintReadOn: "читать"
    case .hintEveryone: "все"
    case .nothingToOpen: "открывать нечего"
    case .enterOpens: "Enter открывает статьи; ] ведёт к следующей цитате"
    case .quitsWith(let key): "\(key) — выход"
    case .mouseIsOurs: "мышь работает здесь; Shift выделяет текст, m отключает её"
    case .mouseIsTerminals: "мышь отдана терминалу; m включает её"
    case .noLongerThere: "этой статьи больше нет"
    case .nothingLeftOut: "ничего не опущено"
    case .noLinks: "в статье нет ссылок"
    case .noLink(let number): "ссылки [\(number)], которая ведёт в сеть, нет"
    case .linksListed(let count):
      "\(plural(count, "адрес", "адреса", "адресов")) в конце статьи"
    case .articleOnItsWay: "статья ещё читается; Esc — назад"
    case .noArticleOpen: "статья не открыта"
    case .noQuotes: "в статье нет цитат"
    case .noQuotesListed: "нет цитат"
    case .noQuotesOfTheirs: "этот человек не цитируется"
    case .lastQuote: "это последняя цитата"
    case .firstQuote: "это первая цитата"
    case .noFilter(let key): "фильтра нет; \(key) открывает его"
    case .notInText: "слов фильтра нет в этом тексте"
    case .match(let at, let count): "совпадение \(at) из \(count)"
    case .lastMatch: "это последнее совпадение"
    case .firstMatch: "это первое совпадение"
    case .filterUnreadable: "фильтр ещё не понят; Esc убирает его"
    case .noOlder: "более старых нет"
    case .noNewer: "более новых нет"
    case .fieldsAre:
      "поля: " + QueryPrefix.allCases.map { "\($0.rawValue):" }.joined(separator: " ")
    case .nothingBegins(let field): "в \(field): ничего так не начинается"
    case .nothingToPasteInto: "вставлять некуда; / открывает фильтр"
    case .syntax: "слова: все, с начала · \"фраза\" · !не · OR · said: by: after: Tab — ещё"
    case .unboundKey(let key, let help): "`\(key)` ничего не делает; \(help) — все клавиши"
    case .unknownKey(let help): "эта клавиша ничего не делает; \(help) — все клавиши"
    case .worksElsewhere(let key, let there, let here):
      "`\(key)` работает \(place(there)), а не \(place(here))"
    case .keyBelongsTo(let keys): "это было `\(keys)`; ещё раз — сама клавиша"
    case .noJumpBack: "возвращаться некуда"
    case .noJumpForward: "это последний переход"
    case .nothingToUndo: "отменять нечего"
    case .undoneFilter(let text): text.isEmpty ? "снова без фильтра" : "фильтр вернулся: \(text)"
    case .undoneTypesetting: "текст набран как прежде"
    case .typesettingIs(let set):
      "ширина \(set.measure) · отступ \(set.indent) · выключка "
        + "\(set.isJustified ? "on" : "off") · интервал \(set.spacing)"
    case .cannotSet(let words):
      "нельзя задать '\(words)'; например: measure 66, indent 2, justify on, spacing 2"
    case .noCommand(let name, let nearest?): "нет команды '\(name)'; может быть, '\(nearest)'?"
    case .noCommand(let name, nil): "нет команды '\(name)'; Tab перечисляет их"
    case .noSuchRow: "такой строки нет"
    case .letterWanted: "дальше нужна буква от a до z"
    case .recordingUnder(let letter): "клавиши записываются под \(letter); , завершает"
    case .recorded(let count, let letter):
      "под \(letter): \(plural(count, "клавиша", "клавиши", "клавиш"))"
    case .nothingRecorded(let letter?): "под \(letter) ничего не записано"
    case .nothingRecorded(nil): "ещё ничего не повторялось"
    case .tooManyKeys: "запись остановлена после \(InputState.longestReplay) клавиш"
    case .restricted(.program): "в ограниченном сеансе другие программы не запускаются"
    case .restricted(.file): "в ограниченном сеансе файлы не пишутся"
    case .restricted(.shell): "в ограниченном сеансе нет выхода в оболочку"
    case .needsArgument(let name, let argument): "напишите :\(name) \(argument)"
    case .copied(let what): "скопировано: \(what)"
    case .nothingToCopy: "копировать нечего"
    case .noURL: "у статьи нет адреса в сети"
    case .copyQuote: "цитата"
    case .copyCitation: "ссылка на источник"
    case .copyArticle: "статья"
    case .copyPath: "путь"
    case .copyURL: "адрес"
    case .noProgram(let variable): "\(variable) не называет программы"
    case .programFailed(let name, let status): "\(name): код завершения \(status)"
    case .notStarted(let name, let reason): "не удалось запустить \(name): \(reason)"
    case .pressEnter: "Enter возвращает в onrecord"
    case .exporting(let path): "запись \(path) …"
    case .exportShare(let path, let share): "запись \(path) \(share) %, Esc — стоп"
    case .exportCount(let path, let count): "запись \(path) \(count), Esc — стоп"
    case .exportRuns(let path): "\(path) ещё пишется; Esc остановит"
    case .stoppingExport(let path): "остановка; записанное в \(path) убирается"
    case .exportStopped(let path): "остановлено; от \(path) ничего не осталось"
    case .exportedFewer(let count, let all, let path):
      "в \(path) только \(count) из \(all): архив изменился или не читается"
    case .quotesExported(let count, let path):
      plural(count, "цитата", "цитаты", "цитат") + " в \(path)"
    case .copyQuotes(let count): plural(count, "цитата", "цитаты", "цитат")
    case .copyCitations(let count): plural(count, "ссылка", "ссылки", "ссылок")
    case .onlyCitations: "здесь копируются цитаты и ссылки: y q, y c, y m, y b, y j"
    case .stillCounting: "их ещё считают; минуту"
    case .exported(let count, let path):
      "\(plural(count, "статья", "статьи", "статей")) в \(path)"
    case .cannotExport(let path, let reason): "не удалось записать \(path): \(reason)"
    case .unknownFormat(let path):
      "неясно, чем должен быть '\(path)'; окончания: .md .html .csv .jsonl .bib"
    case .configTaken: "настройки приняты"
    case .configWrong(let words): words
    case .windowSaved: "сохранено"
    case .here(let context): "ЗДЕСЬ: \(place(context).uppercased())"
    case .elsewhere: "В ДРУГИХ МЕСТАХ"
    case .filterHeading: "ФИЛЬТР"
    case .signsHeading: "ЗНАКИ"
    case .caseDoesNotMatter: "регистр и диакритика не важны; слово ищется с начала"
    case .capitalsMark:
      "список не смотрит на регистр; пометки и n N — на заглавные: Bill, но bill"
    case .notInThisCase:
      "с такими заглавными в тексте нет; строчные подходят к любым"
    case .orJoins: "OR — одно из двух; скобки объединяют: (паром OR лодка) гавань"
    case .oneQuote: "said: by: kind: и role: рядом с ними говорят об одной и той же цитате"
    case .signInferred: "2015-01-13~ выведено: целиком день не назван; почему — в тексте"
    case .folded(let count): "свёрнуто \(number(count))"
    case .signFolds: "+3 ещё три о том же, свёрнуты · -3 ниже · =3 на своих местах"
    case .signMarks:
      "• не прочитано · ★ отмечено · #метка · ✐ заметка · ✓ выбрано · ✎ исправлено вами"
    case .signSelected: "▌ выбрано, и чьи цитаты · ▎ на что указано · ❞ цитаты"
    case .nothingFound(let words): "нет команды для '\(words)'; Backspace стирает буквы"
    case .lookingFor(let words): "поиск: \(words)"
    case .tutorial(let step): tutorial(step)
    case .tutorialStep(let at, let count): "шаг \(at) из \(count) · g? — выйти"
    case .tutorialOver: "прогулка окончена; g? начнёт её снова"
    }
  }

  private static func place(_ context: Context) -> String {
    switch context {
    case .list: "в списке"
    case .reader: "в тексте"
    case .sidebar: "в людях и цитатах"
    case .help: "в справке"
    case .findings: "в замечаниях"
    case .prompt: "в строке ввода"
    case .quotes: "в цитатах"
    case .names: "в именах"
    case .person: "о человеке"
    case .timeline: "во времени"
    case .compare: "в сравнении"
    case .filters: "в сохранённых фильтрах"
    case .question: "в вопросе"
    case .selecting: "при выделении слов"
    }
  }

  private static func tutorial(_ step: TutorialState.Step) -> String {
    switch step {
    case .move: "Слева статьи, новые сверху. Нажмите j — вниз, k — вверх."
    case .read: "Нажмите Enter, чтобы читать. Слова — только те, что в файле."
    case .quote: "Нажмите ] — следующая цитата. Внизу сказано, где она в файле."
    case .people: "Нажмите 3 — названные люди и то, что они сказали."
    case .narrow: "Нажмите gg, затем j до человека: останутся только его цитаты."
    case .back: "Esc — шаг назад. Нажимайте, пока не выйдете из людей."
    case .filter: "Нажмите / — фильтр. Список следует за каждой буквой."
    case .keep: "Наберите bost и нажмите Enter. Ищется везде: заголовок, текст, имена."
    case .clear: "Esc убирает фильтр, u вернул бы его. Нажмите Esc в списке."
    case .leftOut: "Нажмите x: что опущено и почему. Ещё раз x прячет."
    case .copy: "Откройте статью, найдите цитату клавишей ] и нажмите y q."
    case .help: "Нажмите ? — клавиши этого места; / ищет, Enter выполняет."
    case .end: "Это всё, что нужно. : выполняет команду по имени, q — выход."
    }
  }

  static func heading(_ group: HelpGroup) -> String {
    switch group {
    case .moving: "ДВИЖЕНИЕ"
    case .panes: "ОКНА"
    case .reading: "ЧТЕНИЕ"
    case .views: "ВИДЫ"
    case .filters: "СОХРАНЁННЫЕ ФИЛЬТРЫ"
    case .correcting: "ИСПРАВЛЕНИЕ"
    case .question: "В ВОПРОСЕ"
    case .doing: "ДЕЙСТВИЯ"
    case .program: "ПРОГРАММА"
    case .prompt: "В СТРОКЕ ВВОДА"
    }
  }

  static func evidence(_ words: String) -> String {
    switch words {
    case "quoted words with a cue": "слова в кавычках при глаголе речи"
    case "quoted words that go on": "продолжение слов в кавычках"
    case "quoted words alone": "слова в кавычках"
    case "speaker, cue, clause": "кто, глагол речи, что"
    case "clause, then speaker and cue": "что, затем кто и глагол речи"
    case "according to": "«по словам»"
    case "speaker and colon": "имя и двоеточие"
    case "sequence model": "обученная модель"
    case "corrected by a reader": "исправлено читателем"
    default: words
    }
  }
}
