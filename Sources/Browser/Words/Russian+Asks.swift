extension Russian {
  /// A column of the list.
  static func name(of column: ListColumn) -> String {
    switch column {
    case .date: "дата"
    case .agency: "агентство"
    case .quotes: "цитаты"
    case .tags: "метки"
    }
  }

  /// What is asked on the last line.
  static func text(_ phrase: AskPhrase) -> String {
    switch phrase {
    case .whatNow: "что делать?"
    case .stopAndQuit(let path): "прервать запись \(path) и выйти?"
    case .marksAreSafe:
      "Ваши звёзды, метки, заметки, фильтры и исправления лежат отдельно и целы."
    case .remedy(.rebuild): "создать заново"
    case .remedy(.tryAgain): "ещё раз"
    case .remedy(.readIntoMemory): "прочитать в память"
    case .remedy(.goOn): "дальше"
    case .remedy(.quit): "выйти"
    case .thisQuote: "эта цитата:"
    case .columnsOfList: "столбцы списка:"
    case .bulk(let change, let count):
      switch change {
      case .star: "звёздочка: \(articles(count))?"
      case .unstar: "без звёздочки: \(articles(count))?"
      case .read: "прочитано: \(articles(count))?"
      case .unread: "не прочитано: \(articles(count))?"
      }
    case .yes: "да"
    case .no: "нет"
    case .rename: "переименовать"
    case .merge: "объединить"
    case .split: "разделить"
    case .noPerson: "не человек"
    case .speaker: "кто сказал"
    case .bounds: "границы"
    case .noQuote: "не цитата"
    case .tagLabel(let count): count == 1 ? "метка" : "метка, \(articles(count))"
    case .tagHelp(let tags):
      (tags.isEmpty ? "" : "есть: \(tags.joined(separator: ", ")); ")
        + "одно слово; -слово убирает метку"
    case .filterName: "имя"
    case .filterNameHelp(let filter): "как назвать: \(filter)"
    case .noteLabel: "заметка"
    case .noteHelp: "пустая строка убирает заметку"
    case .renameLabel: "имя"
    case .renameHelp(let name, let places): "верное имя для \(name) " + words(places)
    case .mergeLabel: "это"
    case .mergeHelp(let name, let places):
      "с кем \(name) одно лицо \(words(places)); то имя останется"
    case .splitLabel: "отделить"
    case .splitHelp(let name, let places): "написание, которое не \(name), " + words(places)
    case .speakerLabel: "сказал"
    case .speakerHelp: "кто это сказал; пусто — неизвестно"
    case .person(let name, let places): "\(name) \(places == .here ? "здесь" : words(places)):"
    }
  }

  /// What was done.
  static func text(_ phrase: DeedPhrase) -> String {
    switch phrase {
    case .bulk(.star): "звёздочка поставлена"
    case .bulk(.unstar): "звёздочка снята"
    case .bulk(.read): "прочитано"
    case .bulk(.unread): "не прочитано"
    case .ofArticles(let words, let count): "\(words) (\(articles(count)))"
    case .filterKept(let name): "фильтр сохранён: \(name)"
    case .filterReplaced(let name): "\(name) теперь этот фильтр"
    case .filterForgotten(let name): "фильтр \(name) забыт"
    case .noteKept: "заметка сохранена"
    case .noteTaken: "заметка убрана"
    case .tagged(let tag): "метка \(tag)"
    case .untagged(let tag): "метка \(tag) убрана"
    case .renamed(let name, let new): "\(name) теперь \(new)"
    case .merged(let name, let other): "\(name) — это \(other)"
    case .splitOff(let alias, let name): "\(alias) — не \(name)"
    case .isNoPerson(let name): "\(name) — не человек"
    case .withoutSpeaker: "цитата без автора"
    case .givenTo(let name): "автор цитаты: \(name)"
    case .quoteAdded: "цитата добавлена"
    case .quoteDismissed: "цитата убрана"
    case .otherWords: "у цитаты другие слова"
    }
  }
}
