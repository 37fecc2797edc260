import Model

extension Russian {
  /// What follows a field of the filter.
  static func help(_ field: QueryPrefix) -> String {
    switch field {
    case .person: "имя или должность человека"
    case .said: "слова внутри цитаты"
    case .by: "кого цитируют"
    case .role: "должность, например minister"
    case .org: "организация"
    case .place: "место, откуда сообщают"
    case .agency: "агентство"
    case .section: "рубрика"
    case .title: "слова заголовка"
    case .file: "слова пути к файлу"
    case .lang: "язык, например en"
    case .kind: "direct, mixed или indirect"
    case .before, .after, .on: "2018, 2018-09, 2018-09-14, yesterday, 3w"
    case .has: "quotes или notes"
    case .is: "unread, read, starred или repeat"
    case .tag: "ваша метка"
    }
  }
}
