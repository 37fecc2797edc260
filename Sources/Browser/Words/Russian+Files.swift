import Model

extension Russian {
  /// What is wrong with a filter.
  static func text(_ error: QueryError) -> String {
    switch error.problem {
    case .unknownField(let name, let nearest?):
      "нет поля '\(name)'; может быть, '\(nearest.rawValue):'?"
    case .unknownField(let name, nil):
      "нет поля '\(name)'; Tab перечисляет поля, в кавычках это слова"
    case .unclosedQuotationMark: "кавычка \" открыта; закройте её второй"
    case .nothingToExclude: "напишите слово после !"
    case .nothingAfterField(let field): "после \(field.rawValue): нужно: \(help(field))"
    case .unknownValue(let value, let field, let nearest?):
      "нет '\(field.rawValue):\(value)'; может быть, '\(field.rawValue):\(nearest)'?"
    case .unknownValue(let value, let field, nil):
      "нет '\(field.rawValue):\(value)'; есть \(field.values.joined(separator: ", "))"
    case .notADate(let text):
      "'\(text)' — не дата; пишите 2018, 2018-09, 2018-09-14, yesterday или 3w"
    case .nothingBesideOr: "по обе стороны OR нужно по слову"
    case .emptyParentheses: "в скобках ничего нет"
    case .unopenedParenthesis: "эта ) ничего не закрывает; перед ней нужна ("
    case .tooManyParentheses: "слишком много скобок друг в друге"
    }
  }

  /// What was wrong with a file.
  static func text(_ finding: Finding) -> String {
    switch finding.problem {
    case .missing: "нет такого файла или папки"
    case .permissionDenied: "нет доступа; попросите его у владельца"
    case .notARegularFile: "не обычный файл (устройство, канал или сокет)"
    case .empty: "пусто: нет слов"
    case .binary: "не текст: двоичные данные"
    case .invalidBytes(let count):
      "не удалось раскодировать: \(plural(count, "байт", "байта", "байт")), показано как \u{FFFD}"
    case .doubleEncoded: "закодировано дважды (Ã© вместо é); исправляет --mend-mojibake"
    case .tooLarge(let limit): "больше предела \(size(limit)); см. --largest-item"
    case .tooIntricate(let limit):
      "столько тегов, что чтение заняло бы больше \(size(limit)) памяти"
    case .tagsTooDeep(let count):
      "слишком глубоко вложены и пропущены: \(plural(count, "тег", "тега", "тегов"))"
    case .loop: "ссылка, которая ведёт в свою же папку"
    case .system(let words): words
    case .damaged(let words):
      words.isEmpty ? "повреждено или обрезано" : "повреждено или обрезано: \(words)"
    case .encrypted: "зашифровано; распакуйте с паролем и откройте результат"
    case .nestedTooDeep(let limit):
      "больше \(plural(limit, "архива", "архивов", "архивов")) друг в друге; см. --deepest-nesting"
    case .unfoldsTooFar(let bytes):
      "распаковывается больше чем до \(size(bytes)); см. --largest-unfolding"
    case .unfoldsTooMuch(let ratio):
      "распаковывается более чем в \(ratio) раз, как бомба; см. --largest-ratio"
    case .malformed(let place, let words): "\(text(place)): \(words)"
    case .itemTooLarge(let place, let limit):
      "\(text(place)): больше предела \(size(limit)); см. --largest-item"
    case .textTooLarge(let limit): "текст больше предела \(size(limit)); см. --largest-text"
    case .passedOver(let words): "пропущено: \(words)"
    case .unsupported(let words): words
    }
  }

  private static func text(_ place: Finding.Place) -> String {
    switch place {
    case .line(let number): "строка \(number)"
    case .record(let number): "запись \(number)"
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1_000_000 ? "\(bytes / 1_000_000) МБ" : "\(bytes) Б"
  }

  /// Why words were left out.
  static func text(_ reason: RemovalReason) -> String {
    switch reason {
    case .navigation: "навигация"
    case .caption: "подпись"
    case .credit: "авторство"
    case .teaser: "анонс"
    case .timestamp: "время"
    case .comments: "комментарии"
    case .repeat: "повтор"
    case .other: "прочее"
    }
  }

  /// `суббота, 11 сентября 2021`, with the time where it is known.
  static func text(_ date: ArticleDate) -> String {
    let weekdays = [
      "воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота",
    ]
    let months = [
      "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
      "октября", "ноября", "декабря",
    ]
    guard weekdays.indices.contains(date.weekday), months.indices.contains(date.month - 1) else {
      return date.dayDescription
    }
    return "\(weekdays[date.weekday]), \(date.day) \(months[date.month - 1]) \(date.year)"
  }
}
